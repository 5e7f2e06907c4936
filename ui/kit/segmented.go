package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nhipcau/ui/theme"
)

// Segmented is a choice of one among two to four words in one frame. Left and Right move it.
type Segmented struct {
	control
	words    []string
	selected int
	frame    *plate
	active   *canvas.Rectangle
	lines    []*textLine
	onChange func(index int)
}

// NewSegmented returns a choice with the first word selected; onChange hears of changes made by the person only.
func NewSegmented(words []string, onChange func(index int)) *Segmented {
	s := &Segmented{words: words, onChange: onChange, frame: newPlate()}
	s.active = canvas.NewRectangle(theme.Color(theme.None))
	for range words {
		s.lines = append(s.lines, newTextLine())
	}
	s.init(s, nil)
	return s
}

// Selected returns the index of the chosen word.
func (s *Segmented) Selected() int { return s.selected }

// SetSelected chooses a word without telling onChange; an index outside is ignored.
func (s *Segmented) SetSelected(index int) {
	if index < 0 || index >= len(s.words) {
		return
	}
	s.selected = index
	s.Refresh()
}

func (s *Segmented) choose(index int) {
	if index < 0 || index >= len(s.words) || index == s.selected || s.Disabled() {
		return
	}
	s.SetSelected(index)
	if s.onChange != nil {
		s.onChange(index)
	}
}

// Tapped is part of fyne.Tappable.
func (s *Segmented) Tapped(ev *fyne.PointEvent) {
	s.control.Tapped(ev)
	x := float32(0)
	for i, w := range s.widths(s.Size().Width) {
		if ev.Position.X >= x && ev.Position.X < x+w {
			s.choose(i)
			return
		}
		x += w
	}
}

// TypedKey is part of fyne.Focusable.
func (s *Segmented) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		s.choose(s.selected - 1)
	case fyne.KeyRight:
		s.choose(s.selected + 1)
	default:
		passKey(s, ev)
	}
}

// widths shares the width among the words by what each needs.
func (s *Segmented) widths(width float32) []float32 {
	out := make([]float32, len(s.words))
	sum := float32(0)
	for i, w := range s.words {
		out[i] = naturalText(RoleStrong, w).Width + 2*theme.Size(theme.ButtonPad)
		sum += out[i]
	}
	for i := range out {
		out[i] *= width / max(sum, 1)
	}
	return out
}

// CreateRenderer is part of fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	objects := append(s.frame.objects(), s.active)
	for _, l := range s.lines {
		objects = append(objects, l.shown)
	}
	r := &boxRenderer{owner: s, objects: objects}
	r.refresh = s.paint
	r.layout = s.place
	r.minSize = func() fyne.Size {
		w := float32(0)
		for _, word := range s.words {
			w += naturalText(RoleStrong, word).Width + 2*theme.Size(theme.ButtonPad)
		}
		return fyne.NewSize(w, theme.Size(theme.ButtonHeight))
	}
	r.refresh()
	return r
}

func (s *Segmented) paint() {
	s.frame.bordered(theme.RadiusField, theme.Paper, theme.FieldBorder, s.ringed)
	s.active.FillColor = theme.Color(theme.Sel)
	s.active.CornerRadius = theme.Size(theme.RadiusField) - theme.Size(theme.FocusWidth)
	for i, l := range s.lines {
		role, token := RoleBody, theme.Text2
		if i == s.selected {
			role, token = RoleStrong, theme.Accent
		}
		l.set(role, s.words[i], token, fyne.TextAlignCenter)
	}
}

func (s *Segmented) place(size fyne.Size) {
	s.frame.place(fyne.Position{}, size)
	x, edge := float32(0), theme.Size(theme.FocusWidth)
	for i, w := range s.widths(size.Width) {
		s.lines[i].place(fyne.NewPos(x, 0), fyne.NewSize(w, size.Height))
		if i == s.selected {
			s.active.Move(fyne.NewPos(x+edge, edge))
			s.active.Resize(fyne.NewSize(w-2*edge, size.Height-2*edge))
		}
		x += w
	}
}
