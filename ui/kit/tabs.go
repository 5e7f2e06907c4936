package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// Tab is one tab: its ID, its word, and what is counted beside it ("" for nothing).
type Tab struct {
	ID, Title, Count string
}

// Tabs is the row of tabs of a page, 36 high, with a hairline over the full width. Left, Right, Home and End change the tab. It
// only shows and reports; the page puts the content below. Where the window is too narrow for all, the row moves sideways: with the
// wheel, with the arrow at its end, and by itself to show the selected one.
type Tabs struct {
	control
	tabs     []Tab
	selected int
	hover    int
	titles   []*textLine
	counts   []*textLine
	rule     *canvas.Rectangle
	mark     *canvas.Rectangle
	ring     *outline
	ends     [2]*tabEnd
	offset   float32 // how far the row is moved to the left
	onChange func(id string)
}

// NewTabs returns tabs with the first selected; onChange hears of changes made by the person only.
func NewTabs(tabs []Tab, onChange func(id string)) *Tabs {
	t := &Tabs{onChange: onChange, hover: -1, ring: newOutline()}
	t.rule, t.mark = canvas.NewRectangle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
	t.tabs = append(t.tabs, tabs...)
	t.ends = [2]*tabEnd{newTabEnd(icons.ChevronLeft), newTabEnd(icons.ChevronRight)}
	for range tabs {
		t.titles = append(t.titles, newTextLine())
		t.counts = append(t.counts, newTextLine())
	}
	t.init(t, nil)
	return t
}

// Selected returns the ID of the selected tab.
func (t *Tabs) Selected() string {
	if t.selected >= len(t.tabs) {
		return ""
	}
	return t.tabs[t.selected].ID
}

// Select selects a tab without telling onChange; an unknown ID is ignored.
func (t *Tabs) Select(id string) {
	for i, tab := range t.tabs {
		if tab.ID == id {
			t.selected = i
			t.reveal()
			t.Refresh()
		}
	}
}

// SetCount changes what is counted beside a tab.
func (t *Tabs) SetCount(id, count string) {
	for i := range t.tabs {
		if t.tabs[i].ID == id {
			t.tabs[i].Count = count
		}
	}
	t.Refresh()
}

func (t *Tabs) choose(index int) {
	if index < 0 || index >= len(t.tabs) || index == t.selected {
		return
	}
	t.selected = index
	t.reveal()
	t.Refresh()
	if t.onChange != nil {
		t.onChange(t.tabs[index].ID)
	}
}

// Tapped is part of fyne.Tappable.
func (t *Tabs) Tapped(ev *fyne.PointEvent) {
	t.control.Tapped(ev)
	half := t.Size().Width / 2
	switch {
	case t.ends[0].holds(ev.Position.X):
		t.scroll(-half)
	case t.ends[1].holds(ev.Position.X):
		t.scroll(half)
	default:
		t.choose(t.indexAt(ev.Position.X))
	}
}

// MouseMoved is part of desktop.Hoverable.
func (t *Tabs) MouseMoved(ev *desktop.MouseEvent) {
	if at := t.indexAt(ev.Position.X); at != t.hover {
		t.hover = at
		t.Refresh()
	}
}

// MouseOut is part of desktop.Hoverable.
func (t *Tabs) MouseOut() {
	t.hover = -1
	t.control.MouseOut()
}

// TypedKey is part of fyne.Focusable.
func (t *Tabs) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		t.choose(t.selected - 1)
	case fyne.KeyRight:
		t.choose(t.selected + 1)
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(len(t.tabs) - 1)
	default:
		passKey(t, ev)
	}
}

// spans returns where each tab begins and how wide it is; in a narrow window the gaps between them give way.
func (t *Tabs) spans(width float32) (lefts, widths []float32) {
	sum := float32(0)
	for _, tab := range t.tabs {
		w := naturalText(RoleNavOn, tab.Title).Width
		if tab.Count != "" {
			w += theme.Size(theme.Gap4) + naturalText(RoleCaption, tab.Count).Width
		}
		widths = append(widths, w)
		sum += w
	}
	gap := theme.Size(theme.Gap24)
	if n := float32(len(t.tabs) - 1); n > 0 {
		gap = min(max((width-sum)/n, theme.Size(theme.Gap4)), gap)
	}
	x := -t.offset
	for _, w := range widths {
		lefts = append(lefts, x)
		x += w + gap
	}
	return lefts, widths
}

// overflow returns how far the row can be moved to the left.
func (t *Tabs) overflow() float32 {
	lefts, widths := t.spans(t.Size().Width)
	if len(lefts) == 0 {
		return 0
	}
	last := len(lefts) - 1
	return max(ceil(lefts[last]+widths[last]+t.offset-t.Size().Width), 0)
}

func (t *Tabs) scroll(by float32) {
	t.offset = min(max(t.offset+by, 0), t.overflow())
	t.Refresh()
}

// Scrolled is part of fyne.Scrollable.
func (t *Tabs) Scrolled(ev *fyne.ScrollEvent) { t.scroll(-ev.Scrolled.DX - ev.Scrolled.DY) }

// reveal moves the row so that the selected tab is seen whole.
func (t *Tabs) reveal() {
	width := t.Size().Width
	lefts, widths := t.spans(width)
	if width <= 0 || t.selected >= len(lefts) {
		return
	}
	end := t.ends[0].width()
	left, right := lefts[t.selected]-end, lefts[t.selected]+widths[t.selected]+end
	switch {
	case left < 0:
		t.offset += left
	case right > width:
		t.offset += right - width
	}
	t.offset = min(max(t.offset, 0), t.overflow())
}

func (t *Tabs) indexAt(x float32) int {
	lefts, widths := t.spans(t.Size().Width)
	reach := theme.Size(theme.Gap8)
	for i := range lefts {
		if x >= lefts[i]-reach && x < lefts[i]+widths[i]+reach {
			return i
		}
	}
	return -1
}

// CreateRenderer is part of fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	objects := []fyne.CanvasObject{t.rule, t.mark}
	for i := range t.titles {
		objects = append(objects, t.titles[i].shown, t.counts[i].shown)
	}
	for _, e := range t.ends {
		objects = append(objects, e.cover, e.arrow)
	}
	r := &boxRenderer{owner: t, objects: append(objects, t.ring.objects()...)}
	r.refresh = t.paint
	r.layout = t.place
	r.minSize = func() fyne.Size { return fyne.NewSize(theme.Size(theme.RailWidth), theme.Size(theme.TabHeight)) }
	r.refresh()
	return r
}

func (t *Tabs) paint() {
	t.rule.FillColor, t.mark.FillColor = theme.Color(theme.Line), theme.Color(theme.Accent)
	for i, tab := range t.tabs {
		role, token := RoleNav, theme.Text2
		if i == t.hover {
			token = theme.Text
		}
		if i == t.selected {
			role, token = RoleNavOn, theme.Accent
		}
		t.titles[i].set(role, tab.Title, token, fyne.TextAlignLeading)
		t.counts[i].set(RoleCaption, tab.Count, theme.Text3, fyne.TextAlignLeading)
	}
	t.ring.paint(t.ringed)
	for _, e := range t.ends {
		e.paint()
	}
}

func (t *Tabs) place(size fyne.Size) {
	line, mark := theme.Size(theme.Hairline), theme.Size(theme.TabLine)
	t.rule.Move(fyne.NewPos(0, size.Height-line))
	t.rule.Resize(fyne.NewSize(size.Width, line))
	t.offset = min(t.offset, t.overflow())
	t.ends[0].place(0, size, t.offset > 0)
	t.ends[1].place(size.Width-t.ends[1].width(), size, t.offset < t.overflow())
	lefts, widths := t.spans(size.Width)
	for i := range t.tabs {
		word := naturalText(roleOfTab(i == t.selected), t.tabs[i].Title).Width
		t.titles[i].place(fyne.NewPos(lefts[i], 0), fyne.NewSize(word, size.Height))
		x := lefts[i] + word + theme.Size(theme.Gap4)
		t.counts[i].place(fyne.NewPos(x, 0), fyne.NewSize(naturalText(RoleCaption, t.tabs[i].Count).Width, size.Height))
		if i == t.selected {
			t.mark.Move(fyne.NewPos(lefts[i], size.Height-mark))
			t.mark.Resize(fyne.NewSize(widths[i], mark))
			reach := theme.Size(theme.Gap4)
			t.ring.place(fyne.NewPos(lefts[i]-reach, reach), fyne.NewSize(widths[i]+2*reach, size.Height-2*reach))
		}
	}
}

func roleOfTab(on bool) Role {
	if on {
		return RoleNavOn
	}
	return RoleNav
}
