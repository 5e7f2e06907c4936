package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// Stretch is a piece of a text, marked or not.
type Stretch struct {
	Text   string
	Marked bool
}

// Marked is a Paragraph in which some words are marked: bold, on a fill.
type Marked struct {
	widget.BaseWidget
	role    Role
	text    []Stretch
	width   float32
	lines   int
	objects []fyne.CanvasObject
	places  []markedPlace
}

// markedPlace is where one run of words stands: its line, and how far in it begins.
type markedPlace struct {
	text *canvas.Text
	fill *canvas.Rectangle // nil for what is not marked
	line int
	x, w float32
}

// NewMarked returns a paragraph of stretches. A line break in the text is kept.
func NewMarked(role Role, text []Stretch) *Marked {
	m := &Marked{role: role, text: text}
	m.ExtendBaseWidget(m)
	return m
}

// Text returns the whole text, Marks the marked words, without the spaces at their ends.
func (m *Marked) Text() string {
	var out strings.Builder
	for _, s := range m.text {
		out.WriteString(s.Text)
	}
	return out.String()
}

// Marks returns what is marked, piece by piece.
func (m *Marked) Marks() []string {
	var out []string
	for _, s := range m.text {
		if s.Marked {
			out = append(out, strings.TrimSpace(s.Text))
		}
	}
	return out
}

// Resize breaks the text into lines for the new width.
func (m *Marked) Resize(size fyne.Size) {
	if size.Width != m.width {
		m.width = size.Width
		m.wrap()
	}
	m.BaseWidget.Resize(size)
}

func (m *Marked) natural() fyne.Size { return naturalText(RoleStrong, m.Text()) }

// word is the smallest piece that is not broken.
type word struct {
	text   string
	marked bool
	breaks int // line breaks before it
}

func (m *Marked) words() []word {
	var out []word
	for _, s := range m.text {
		for line := range strings.SplitAfterSeq(s.Text, "\n") {
			for _, w := range strings.FieldsFunc(line, unicode.IsSpace) {
				out = append(out, word{text: w, marked: s.Marked})
			}
			if strings.HasSuffix(line, "\n") {
				out = append(out, word{breaks: 1})
			}
		}
	}
	return out
}

// wrap puts the words into lines, those of one kind that follow each other on a line as one run.
func (m *Marked) wrap() {
	st := m.role.style()
	size := theme.Size(st.size)
	measure := func(text string, marked bool) float32 {
		return fyne.MeasureText(text, size, fyne.TextStyle{Bold: st.bold || marked}).Width
	}
	space := measure(" ", false)
	m.places, m.objects, m.lines = nil, nil, 0
	x := float32(0)
	for _, w := range m.words() {
		if w.breaks > 0 {
			x, m.lines = 0, m.lines+w.breaks
			continue
		}
		wide := measure(w.text, w.marked)
		if x > 0 && m.width > 0 && x+space+wide > m.width {
			x, m.lines = 0, m.lines+1
		}
		if x > 0 {
			x += space
		}
		m.append(w, x, wide)
		x += wide
	}
	m.lines++
	m.draw(size, st)
}

// append adds a word to the last run, or begins another.
func (m *Marked) append(w word, x, wide float32) {
	if n := len(m.places); n > 0 && x > 0 {
		last := &m.places[n-1]
		if last.line == m.lines && (last.fill != nil) == w.marked {
			last.text.Text += " " + w.text
			last.w = x + wide - last.x
			return
		}
	}
	p := markedPlace{text: canvas.NewText(w.text, theme.Color(theme.Text)), line: m.lines, x: x, w: wide}
	if w.marked {
		p.fill = canvas.NewRectangle(theme.Color(theme.AmberBg))
	}
	m.places = append(m.places, p)
}

func (m *Marked) draw(size float32, st roleStyle) {
	for _, p := range m.places {
		p.text.TextSize = size
		p.text.TextStyle = fyne.TextStyle{Bold: st.bold || p.fill != nil}
		p.text.Color = theme.Color(st.color)
		if p.fill != nil {
			p.fill.FillColor = theme.Color(theme.AmberBg)
			p.fill.CornerRadius = theme.Size(theme.Gap2)
			p.text.Color = theme.Color(theme.Amber)
			m.objects = append(m.objects, p.fill)
		}
	}
	for _, p := range m.places {
		m.objects = append(m.objects, p.text)
	}
}

// CreateRenderer is part of fyne.Widget.
func (m *Marked) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	m.wrap()
	return &markedRenderer{m}
}

type markedRenderer struct{ m *Marked }

func (r *markedRenderer) Layout(fyne.Size) {
	h := theme.Size(r.m.role.style().line)
	pad := theme.Size(theme.Gap2)
	for _, p := range r.m.places {
		least := p.text.MinSize()
		y := float32(p.line) * h
		p.text.Move(fyne.NewPos(p.x, y+(h-least.Height)/2))
		p.text.Resize(least)
		if p.fill != nil {
			p.fill.Move(fyne.NewPos(p.x-pad, y+1))
			p.fill.Resize(fyne.NewSize(p.w+2*pad, h-2))
		}
	}
}

func (r *markedRenderer) MinSize() fyne.Size {
	return fyne.NewSize(theme.Size(theme.Gap24), float32(max(r.m.lines, 1))*theme.Size(r.m.role.style().line))
}

func (r *markedRenderer) Objects() []fyne.CanvasObject { return r.m.objects }

func (r *markedRenderer) Refresh() {
	r.m.wrap()
	r.Layout(r.m.Size())
	repaint(r.m)
}

func (r *markedRenderer) Destroy() {}
