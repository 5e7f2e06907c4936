package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"golang.org/x/text/unicode/norm"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// Picker is a field with a list of what matches the text typed into it: people, units, localities. Up and Down move in the list,
// Enter takes, Escape closes. Its OnCommit is not used; see OnPick.
type Picker struct {
	TextField

	// Search returns what matches the text, best first; it is asked at each key and must answer at once.
	Search func(query string) []Choice
	// AllowFree also takes a text that is in no list: a Choice without ID.
	AllowFree bool
	// AllowNone takes the emptied field as "none": an empty Choice.
	AllowNone bool
	// ClearOnPick empties the field for the next one, in a line that adds rows.
	ClearOnPick bool
	// OnPick receives what was taken, when it is not what was there before (always with ClearOnPick).
	OnPick func(Choice)

	choice Choice
	before Choice // last set
	list   *choiceList
	open   bool
	moved  bool // the person went through the list by key
	picked bool // between the pick and the end of the event that made it
}

// NewPicker returns an empty picker.
func NewPicker(env *Env, label string, search func(query string) []Choice) *Picker {
	p := &Picker{Search: search}
	p.initPicker(p, env, label)
	return p
}

func (p *Picker) initPicker(self fyne.Widget, env *Env, label string) {
	p.TextField.init(self, env, label, false)
	p.entry.host = p
	p.list = newChoiceList(env.words().NothingFound, p.take)
	p.trailing = newFieldButton(icons.ChevronDown, "", p.toggle)
	p.onType = p.typed
	p.onKey = p.key
	p.onLeft = p.left
	p.entry.clicked = p.clicked
}

// Choice returns what is chosen; an empty one means nothing.
func (p *Picker) Choice() Choice { return p.choice }

// SetChoice shows a choice without telling OnPick.
func (p *Picker) SetChoice(c Choice) {
	c.Title = plainTitle(c.Title)
	p.before = c
	if p.mustWait(c.Title) {
		p.choice = c
		return
	}
	if p.frame.focused && p.entry.Text != p.choice.Title && !p.picked {
		return // the typing wins
	}
	p.choice = c
	p.showChoice()
}

// SetValue shows a text that is in no list, without telling OnPick.
func (p *Picker) SetValue(text string) { p.SetChoice(Choice{Title: text}) }

// plainTitle is a title without the figure spaces that show in a list what it stands under.
func plainTitle(title string) string { return strings.TrimLeft(title, "\u2007") }

func (p *Picker) showChoice() {
	p.value = p.choice.Title
	p.setText(p.choice.Title)
	p.came = p.entry.Text
	if p.swatch != nil {
		p.swatch.SetColor(p.choice.Swatch)
		p.swatch.Hidden = p.choice.Swatch == ""
	}
	p.showError(p.pageError)
	p.self.Refresh()
}

// Commit takes what stands in the field now.
func (p *Picker) Commit() { p.settle() }

func (p *Picker) typed() {
	p.moved = false
	p.restStop() // a list is not taken by resting
	p.show(p.entry.Text)
}

// show opens the list with what matches the query, and closes it where free text matches nothing.
func (p *Picker) show(query string) {
	var found []Choice
	if p.Search != nil {
		found = p.Search(norm.NFC.String(query))
	}
	active, hint := 0, ""
	switch {
	case len(found) == 0:
		active = -1
	case p.AllowFree && query != "" && len(found) == 1 && p.meant(query, found[0].Title):
		hint = p.env.words().KeepTyped
	case p.AllowFree && query != "":
		active = -1
	}
	p.list.hint = hint
	p.list.set(found, active)
	if len(found) == 0 && (p.AllowFree || query == "") {
		p.close()
		return
	}
	p.openList()
}

// meant says whether somebody who may type any text means the one title that matches. In a line that adds rows only whole words count: a
// new name must not become that of somebody else whose name is longer by a letter.
func (p *Picker) meant(query, title string) bool {
	query, title = p.env.fold(norm.NFC.String(query)), p.env.fold(title)
	if p.ClearOnPick {
		query, title = " "+query+" ", " "+title+" "
	}
	return strings.Contains(title, query)
}

func (p *Picker) openList() {
	l := layerOf(p.self)
	if l == nil {
		return
	}
	size := p.list.MinSize().Add(fyne.NewSquareSize(2 * theme.Size(theme.Gap4)))
	size.Width = max(size.Width, p.self.Size().Width)
	if p.open && l.popup != nil {
		l.popup.Resize(size)
		l.popup.Move(l.placeBeside(p.back(), size))
		return
	}
	l.openPopup(p.back(), p.list, size, func() { p.open = false })
	p.open = true
}

// back is the box the list hangs from: without the message below it.
func (p *Picker) back() fyne.CanvasObject { return p.frame.back }

func (p *Picker) close() {
	if l := layerOf(p.self); l != nil && p.open {
		l.ClosePopup()
	}
	p.open = false
}

func (p *Picker) toggle() {
	if p.Disabled() {
		return
	}
	if p.open {
		p.close()
		return
	}
	p.Focus()
	p.moved = false
	p.show("")
	p.activate(p.choice.ID)
}

func (p *Picker) activate(id string) {
	for i, c := range p.list.choices {
		if id != "" && c.ID == id {
			p.list.moveTo(i)
		}
	}
}

func (p *Picker) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp:
		p.arrow(ev.Name)
	case fyne.KeyPageDown, fyne.KeyPageUp:
		return p.page(ev.Name)
	case fyne.KeyEscape:
		return p.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		return p.pickActive()
	default:
		return false
	}
	return true
}

func (p *Picker) arrow(name fyne.KeyName) {
	if !p.open {
		p.toggle()
		return
	}
	p.moved = true
	if name == fyne.KeyDown {
		p.list.moveTo(p.list.active + 1)
	} else {
		p.list.moveTo(max(p.list.active-1, 0))
	}
}

func (p *Picker) page(name fyne.KeyName) bool {
	if !p.open {
		return false
	}
	p.moved = true
	if name == fyne.KeyPageDown {
		p.list.moveTo(p.list.active + choiceRows)
	} else {
		p.list.moveTo(max(p.list.active-choiceRows, 0))
	}
	return true
}

func (p *Picker) escape() bool {
	if !p.open {
		return false
	}
	p.close()
	p.Forget()
	p.setText(p.choice.Title)
	return true
}

// pickActive takes the active choice of the open list on Enter; with a closed list Enter does what it does in a TextField.
func (p *Picker) pickActive() bool {
	if p.open && p.list.active >= 0 {
		p.take(p.list.active)
		return true
	}
	p.close()
	typed := p.entry.Text
	p.settle()
	if p.entry.Text != typed && typed != "" && !p.ClearOnPick {
		return true // nothing is so named: what was there stands again, and may be typed over
	}
	if p.OnEnter != nil {
		p.OnEnter()
		return true
	}
	passKey(p.self, &fyne.KeyEvent{Name: fyne.KeyReturn})
	return true
}

// entryShortcut keeps with Ctrl+Enter what was typed, although the list offers something.
func (p *Picker) entryShortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || !p.AllowFree || c.Modifier != fyne.KeyModifierShortcutDefault || c.KeyName != fyne.KeyReturn && c.KeyName != fyne.KeyEnter {
		return p.TextField.entryShortcut(s)
	}
	p.close()
	p.settle()
	if p.OnEnter != nil {
		p.OnEnter()
	}
	return true
}

// clicked marks what stands there, so that typing replaces it, and opens the list.
func (p *Picker) clicked() {
	if p.Disabled() || p.open {
		return
	}
	p.entry.markAll()
	p.moved = false
	p.show("")
	p.activate(p.choice.ID)
}

// take takes a choice of the list.
func (p *Picker) take(index int) {
	if index < 0 || index >= len(p.list.choices) {
		return
	}
	p.choose(p.list.choices[index])
}

func (p *Picker) choose(c Choice) {
	c.Title = plainTitle(c.Title)
	same := c == p.choice && !p.ClearOnPick
	p.close()
	p.moved = false
	p.choice = c
	if p.ClearOnPick {
		p.choice = Choice{}
	}
	p.picked, p.refused, p.taken = true, false, taking{}
	p.showChoice()
	if !same && p.OnPick != nil {
		p.OnPick(c)
	}
	p.picked = false
}

func (p *Picker) left() {
	if p.open && p.moved && p.list.active >= 0 {
		p.take(p.list.active)
	}
	p.settle()
	p.close()
}

// settle makes a choice of the text typed: the one it names, a free text, none, or else the one that was there before.
func (p *Picker) settle() {
	text := norm.NFC.String(p.entry.Text)
	if text == p.choice.Title {
		p.refused = false
		return
	}
	switch c, found := p.named(text); {
	case text == "" && p.AllowNone:
		p.choose(Choice{})
	case found:
		p.choose(c)
	case text != "" && p.AllowFree:
		p.choose(Choice{Title: text})
	default:
		p.refused = false
		p.setText(p.choice.Title)
	}
}

// named finds the one choice whose title is the text, marks aside.
func (p *Picker) named(text string) (Choice, bool) {
	if p.Search == nil || text == "" {
		return Choice{}, false
	}
	var hit Choice
	hits := 0
	for _, c := range p.Search(text) {
		c.Title = plainTitle(c.Title)
		if c.Title == text {
			return c, true
		}
		if p.env.fold(c.Title) == p.env.fold(text) {
			hit = c
			hits++
		}
	}
	return hit, hits == 1 && !p.AllowFree
}

// fieldButton is the small button within the box of a field. It gives the keyboard to the field and never takes it.
type fieldButton struct {
	Icon
	onTap func()
	tip   string
}

var _ desktop.Hoverable = (*fieldButton)(nil)

func newFieldButton(icon icons.Name, tip string, onTap func()) *fieldButton {
	b := &fieldButton{onTap: onTap, tip: tip}
	b.name, b.token, b.size, b.image = icon, theme.Text2, theme.IconBody, newImage()
	b.ExtendBaseWidget(b)
	return b
}

func (b *fieldButton) Tapped(*fyne.PointEvent) { b.onTap() }

// MouseIn is part of desktop.Hoverable.
func (b *fieldButton) MouseIn(*desktop.MouseEvent) {
	if l := layerOf(b); l != nil && b.tip != "" {
		l.tipSoon(b, b.tip)
	}
}

// MouseMoved is part of desktop.Hoverable.
func (b *fieldButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (b *fieldButton) MouseOut() {
	if l := layerOf(b); l != nil {
		l.hideTip(b)
	}
}

func (b *fieldButton) Cursor() desktop.Cursor { return desktop.DefaultCursor }

func (b *fieldButton) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{owner: b, objects: []fyne.CanvasObject{b.image}}
	r.refresh = func() { setIcon(b.image, b.name, b.token, theme.IconBody) }
	r.minSize = func() fyne.Size {
		return fyne.NewSize(theme.Size(theme.IconBody)+2*theme.Size(theme.Gap8), theme.Size(theme.IconBody))
	}
	r.layout = func(size fyne.Size) {
		icon := theme.Size(theme.IconBody)
		placeIcon(b.image, (size.Width-icon)/2, icon, size)
	}
	r.refresh()
	return r
}

var _ fyne.Widget = (*fieldButton)(nil)
