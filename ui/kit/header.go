package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// Crumb is one step of the way to a page; the last one is where we are and leads nowhere.
type Crumb struct {
	Title string
	OnTap func()
}

// Link is a word that leads somewhere.
type Link struct {
	control
	text string
	role Role
	tint fyne.ThemeColorName
	line *textLine
	ring *outline
	cut  bool
}

// NewLink returns a link in accent.
func NewLink(text string, onTap func()) *Link { return newLink(RoleBody, theme.Accent, text, onTap) }

func newLink(role Role, tint fyne.ThemeColorName, text string, onTap func()) *Link {
	l := &Link{text: text, role: role, tint: tint, line: newTextLine(), ring: newOutline()}
	l.init(l, onTap)
	return l
}

// Strong makes the link bold, as where it is the action of a row, and returns it.
func (l *Link) Strong() *Link {
	l.role = RoleStrong
	l.Refresh()
	return l
}

// Text returns the word.
func (l *Link) Text() string { return l.text }

// SetText changes the word.
func (l *Link) SetText(text string) {
	l.text = text
	l.Refresh()
}

// Cursor is part of desktop.Cursorable.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (l *Link) natural() fyne.Size {
	return naturalText(l.role, l.text).AddWidthHeight(theme.Size(theme.Gap8), theme.Size(theme.Gap4))
}

// CreateRenderer is part of fyne.Widget.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &boxRenderer{owner: l, objects: append(l.ring.objects(), l.line.shown)}
	r.refresh = func() {
		tint := l.tint
		if l.hovered {
			tint = theme.AccentHover
		}
		l.line.set(l.role, l.text, tint, fyne.TextAlignLeading)
		l.ring.paint(l.ringed)
	}
	r.minSize = func() fyne.Size {
		n := l.natural()
		if l.cut {
			n.Width = min(n.Width, theme.Size(theme.RailFolded))
		}
		return n
	}
	r.layout = func(size fyne.Size) {
		pad := theme.Size(theme.Gap4)
		l.line.place(fyne.NewPos(pad, 0), fyne.NewSize(max(size.Width-2*pad, 0), size.Height))
		l.ring.place(fyne.Position{}, size)
	}
	r.refresh()
	return r
}

// Header is the strip above the page: the way here, the search box, undo, redo, and whether everything is stored.
type Header struct {
	root   fyne.CanvasObject
	crumbs *fyne.Container
	saved  *fyne.Container
	undo   *Button
	redo   *Button
}

// HeaderLabels are the words of a Header.
type HeaderLabels struct {
	Search, SearchKey string // "Tìm mọi thứ", "Ctrl+K"
	Undo, Redo        string // tooltips, with their shortcuts
}

// NewHeader returns a header; the search box only looks like a field and calls onSearch.
func NewHeader(labels HeaderLabels, onSearch, onUndo, onRedo func()) *Header {
	h := &Header{crumbs: HBox(theme.Gap8), saved: HBox(theme.Gap4)}
	h.undo = NewIconButton(Plain, icons.Undo, "", onUndo).WithTip(labels.Undo)
	h.redo = NewIconButton(Plain, icons.Redo, "", onRedo).WithTip(labels.Redo)
	row := HBox(theme.Gap8, h.crumbs, Spacer(), newSearchBox(labels, onSearch), h.undo, h.redo, h.saved)
	inner := PadSides(theme.PageMargin, theme.Gap0, theme.PageMargin, theme.Gap0, row)
	h.root = Sized("", theme.HeaderHeight, On(theme.Ground, VBox(theme.Gap0, Grow(inner), NewHairline())))
	return h
}

// Object returns the header for a layout.
func (h *Header) Object() fyne.CanvasObject { return h.root }

// SetCrumbs shows the way to the page.
func (h *Header) SetCrumbs(crumbs ...Crumb) {
	var objects []fyne.CanvasObject
	for i, c := range crumbs {
		if i == len(crumbs)-1 {
			objects = append(objects, NewTipText(RoleStrong, c.Title))
			break
		}
		link := newLink(RoleBody, theme.Text2, c.Title, c.OnTap)
		link.cut = true
		objects = append(objects, link, NewIconSized(icons.ChevronRight, theme.Text2, theme.IconSmall))
	}
	h.crumbs.Objects = objects
	h.crumbs.Refresh()
	h.root.Refresh()
}

// SetSaved says whether everything is stored: a word in a tone, with an icon.
func (h *Header) SetSaved(tone Tone, icon icons.Name, text string) {
	h.saved.Objects = []fyne.CanvasObject{
		NewIconSized(icon, tone.Color(), theme.IconSmall), NewWord(RoleCaption, text).In(tone.Color()),
	}
	h.saved.Refresh()
	h.root.Refresh()
}

// SetCanUndo enables undo and redo.
func (h *Header) SetCanUndo(undo, redo bool) {
	enable(h.undo, undo)
	enable(h.redo, redo)
}

// SetUndoTips says in the tooltips what would be undone and redone.
func (h *Header) SetUndoTips(undo, redo string) {
	h.undo.SetTooltip(undo)
	h.redo.SetTooltip(redo)
}

func enable(d fyne.Disableable, on bool) {
	if on {
		d.Enable()
		return
	}
	d.Disable()
}

// searchBox looks like a field and opens the search.
type searchBox struct {
	control
	labels    HeaderLabels
	back      *plate
	icon      *canvas.Image
	word, key *textLine
}

func newSearchBox(labels HeaderLabels, onSearch func()) *searchBox {
	s := &searchBox{labels: labels, icon: newImage(), word: newTextLine(), key: newTextLine(), back: newPlate()}
	s.init(s, onSearch)
	return s
}

// Cursor is part of desktop.Cursorable.
func (s *searchBox) Cursor() desktop.Cursor { return desktop.TextCursor }

func (s *searchBox) natural() fyne.Size {
	return fyne.NewSize(theme.Size(theme.SearchWidth), theme.Size(theme.SearchHeight))
}

func (s *searchBox) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{owner: s, objects: append(s.back.objects(), s.icon, s.word.shown, s.key.shown)}
	r.refresh = func() {
		s.back.bordered(theme.RadiusField, theme.Paper, theme.FieldBorder, s.ringed)
		setIcon(s.icon, icons.Search, theme.Text2, theme.IconBody)
		s.word.set(RoleBody, s.labels.Search, theme.Text3, fyne.TextAlignLeading)
		s.key.set(RoleCaption, s.labels.SearchKey, theme.Text3, fyne.TextAlignTrailing)
	}
	r.minSize = func() fyne.Size {
		return fyne.NewSize(theme.Size(theme.SearchWidth)/2, theme.Size(theme.SearchHeight))
	}
	r.layout = func(size fyne.Size) {
		s.back.place(fyne.Position{}, size)
		pad, icon := theme.Size(theme.Gap8), theme.Size(theme.IconBody)
		placeIcon(s.icon, pad, icon, size)
		x := pad + icon + pad
		key := naturalText(RoleCaption, s.labels.SearchKey).Width
		s.word.place(fyne.NewPos(x, 0), fyne.NewSize(max(size.Width-x-key-2*pad, 0), size.Height))
		s.key.place(fyne.NewPos(size.Width-pad-key, 0), fyne.NewSize(key, size.Height))
	}
	r.refresh()
	return r
}
