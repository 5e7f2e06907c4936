package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// EmptyState teaches what belongs on an empty page: one sentence and the two ways to fill it. Either button may be nil.
func EmptyState(sentence string, primary, quiet *Button) fyne.CanvasObject {
	buttons := []fyne.CanvasObject{}
	for _, b := range []*Button{primary, quiet} {
		if b != nil {
			buttons = append(buttons, b)
		}
	}
	text := NewParagraph(RoleBody, sentence).In(theme.Text2)
	if len(buttons) == 0 {
		return VBox(theme.Gap12, text)
	}
	return VBox(theme.Gap12, text, HBox(theme.Gap8, append(buttons, Spacer())...))
}

// SectionHead is the head of a section: its title, what stands beside it (a chip, a count), and at the right a quiet action; below
// it a hairline. Beside and action may be nil.
func SectionHead(title string, beside, action fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{NewTipText(RoleSection, title)}
	if beside != nil {
		parts = append(parts, beside)
	}
	parts = append(parts, Spacer())
	if action != nil {
		parts = append(parts, action)
	}
	return VBox(theme.Gap4, HBox(theme.Gap8, parts...), NewHairline())
}

// Section puts a head above what belongs to it.
func Section(head fyne.CanvasObject, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return VBox(theme.Gap0, append([]fyne.CanvasObject{head}, objects...)...)
}

// Sections puts sections below one another, with the room between them that the design asks for.
func Sections(sections ...fyne.CanvasObject) *fyne.Container {
	return VBox(theme.Gap16, sections...)
}

// Notice is a sentence with an icon in a tone: a warning above a list, an answer that something is in order.
func Notice(tone Tone, text string) fyne.CanvasObject {
	return HBoxTop(theme.Gap8, NewIcon(tone.icon(), tone.Color()), Grow(NewParagraph(RoleBody, text).In(tone.Color())))
}

func (t Tone) icon() icons.Name {
	return [...]icons.Name{icons.Info, icons.Info, icons.Check, icons.Warning, icons.Warning}[t.index()]
}

// Page puts a page on paper with the margins of the design: head stays, body takes the rest.
func Page(head, body fyne.CanvasObject) fyne.CanvasObject {
	column := VBox(theme.Gap12, head, Grow(body))
	return On(theme.Paper, PadSides(theme.PageMargin, theme.Gap16, theme.PageMargin, theme.Gap16, column))
}

// PageHead is the head of a page: the title with what stands beside it, and at the right the actions, the primary one last.
func PageHead(title string, beside fyne.CanvasObject, actions ...fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{NewTipText(RolePage, title)}
	if beside != nil {
		parts = append(parts, beside)
	}
	parts = append(parts, Spacer())
	return HBox(theme.Gap12, append(parts, actions...)...)
}

// Form puts rows of fields below one another. Use Columns for fields side by side in one row.
func Form(rows ...fyne.CanvasObject) *fyne.Container {
	return VBox(theme.Gap8, rows...)
}

// FormRow puts fields side by side, all of the same share; use Columns for other shares.
func FormRow(fields ...fyne.CanvasObject) *fyne.Container {
	return Columns(theme.Gap12, nil, fields...)
}

// SidePanel is a panel at the right of a page, 270 to 320 wide: ground, a hairline at its left, and content that scrolls.
func SidePanel(content fyne.CanvasObject) fyne.CanvasObject {
	inner := PadSides(theme.Gap16, theme.Gap12, theme.Gap16, theme.Gap12, content)
	return &fyne.Container{
		Layout:  &panelLayout{},
		Objects: []fyne.CanvasObject{newFill(theme.Ground), NewHairline(), container.NewVScroll(inner)},
	}
}

// panelLayout gives the panel its width and the line at its left.
type panelLayout struct{}

func (l *panelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line := theme.Size(theme.Hairline)
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(line, size.Height))
	objects[2].Move(fyne.NewPos(line, 0))
	objects[2].Resize(size.SubtractWidthHeight(line, 0))
}

func (l *panelLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Size(theme.PanelMin), 0)
}

func (l *panelLayout) naturalOf([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Size(theme.PanelMax), 0)
}

// Progress is the four-pixel bar at the upper edge of a page, with a sentence and a way to stop where it takes longer.
type Progress struct {
	widget.BaseWidget
	share  float32
	text   string
	bar    *canvas.Rectangle
	track  *canvas.Rectangle
	line   *textLine
	button *Button
}

// NewProgress returns a bar at nothing. A nil onStop leaves the button out.
func NewProgress(text, stop string, onStop func()) *Progress {
	p := &Progress{text: text, line: newTextLine()}
	p.bar, p.track = canvas.NewRectangle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
	p.button = NewButton(Quiet, stop, onStop)
	p.button.Hidden = onStop == nil
	p.ExtendBaseWidget(p)
	return p
}

// Set shows how much is done, from 0 to 1, and says what is being done.
func (p *Progress) Set(share float32, text string) {
	p.share, p.text = min(max(share, 0), 1), text
	p.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &boxRenderer{owner: p, objects: []fyne.CanvasObject{p.track, p.bar, p.line.shown, p.button}}
	r.refresh = func() {
		p.track.FillColor, p.bar.FillColor = theme.Color(theme.Line), theme.Color(theme.Accent)
		p.line.set(RoleBody, p.text, theme.Text2, fyne.TextAlignLeading)
	}
	r.minSize = func() fyne.Size {
		return fyne.NewSize(0, theme.Size(theme.ProgressHeight)+theme.Size(theme.ToolRow))
	}
	r.layout = func(size fyne.Size) {
		h := theme.Size(theme.ProgressHeight)
		p.track.Resize(fyne.NewSize(size.Width, h))
		p.bar.Resize(fyne.NewSize(size.Width*p.share, h))
		room := fyne.NewSize(size.Width, size.Height-h)
		if p.button.Visible() {
			want := p.button.MinSize()
			p.button.Move(fyne.NewPos(size.Width-want.Width, h))
			p.button.Resize(want)
			room.Width -= want.Width
		}
		p.line.place(fyne.NewPos(0, h), room)
	}
	r.refresh()
	return r
}
