package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// Paragraph is text over as many lines as its width asks for; its height follows.
type Paragraph struct {
	widget.BaseWidget
	role  Role
	text  string
	color fyne.ThemeColorName
	lines []*canvas.Text
	width float32
}

// NewParagraph returns a paragraph. A line break in the text is kept.
func NewParagraph(role Role, text string) *Paragraph {
	p := &Paragraph{role: role, text: text}
	p.ExtendBaseWidget(p)
	return p
}

// In gives the paragraph another colour than its role has, and returns it.
func (p *Paragraph) In(token fyne.ThemeColorName) *Paragraph {
	p.color = token
	p.Refresh()
	return p
}

// SetText changes the text.
func (p *Paragraph) SetText(text string) {
	if p.text == text {
		return
	}
	p.text = text
	p.Refresh()
}

// Text returns the text.
func (p *Paragraph) Text() string { return p.text }

// Resize breaks the text into lines for the new width.
func (p *Paragraph) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.width = size.Width
		p.wrap()
	}
	p.BaseWidget.Resize(size)
}

func (p *Paragraph) wrap() {
	st := p.role.style()
	style := fyne.TextStyle{Bold: st.bold}
	size := theme.Size(st.size)
	token := p.color
	if token == "" {
		token = st.color
	}
	texts := wrapText(p.text, p.width, func(s string) float32 { return fyne.MeasureText(s, size, style).Width })
	p.lines = p.lines[:0]
	for _, s := range texts {
		t := canvas.NewText(s, theme.Color(token))
		t.TextSize, t.TextStyle = size, style
		p.lines = append(p.lines, t)
	}
}

func (p *Paragraph) lineHeight() float32 { return theme.Size(p.role.style().line) }

func (p *Paragraph) natural() fyne.Size {
	return naturalText(p.role, p.text)
}

// CreateRenderer is part of fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	p.wrap()
	return &paragraphRenderer{p}
}

type paragraphRenderer struct{ p *Paragraph }

func (r *paragraphRenderer) Layout(size fyne.Size) {
	h := r.p.lineHeight()
	for i, t := range r.p.lines {
		min := t.MinSize()
		t.Move(fyne.NewPos(0, float32(i)*h+(h-min.Height)/2))
		t.Resize(fyne.NewSize(size.Width, min.Height))
	}
}

func (r *paragraphRenderer) MinSize() fyne.Size {
	return fyne.NewSize(theme.Size(theme.Gap24), float32(max(len(r.p.lines), 1))*r.p.lineHeight())
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.p.lines))
	for i, t := range r.p.lines {
		objects[i] = t
	}
	return objects
}

func (r *paragraphRenderer) Refresh() {
	r.p.wrap()
	r.Layout(r.p.Size())
	repaint(r.p)
}

func (r *paragraphRenderer) Destroy() {}

// wrapText breaks text at spaces so that no line is wider than width; a word wider than that has a line of its own. Before the
// width is known the text stays in one line.
func wrapText(text string, width float32, measure func(string) float32) []string {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		if width <= 0 || measure(part) <= width {
			lines = append(lines, part)
			continue
		}
		lines = append(lines, wrapWords(strings.Fields(part), width, measure)...)
	}
	return lines
}

func wrapWords(words []string, width float32, measure func(string) float32) []string {
	var lines []string
	line := ""
	for _, w := range words {
		longer := w
		if line != "" {
			longer = line + " " + w
		}
		if line != "" && measure(longer) > width {
			lines = append(lines, line)
			longer = w
		}
		line = longer
	}
	return append(lines, line)
}
