package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// frame draws what all fields look like: the label above, the box with its border and focus ring, and the message below.
type frame struct {
	label  *textLine
	box    *plate
	back   *canvas.Rectangle // as large as the box; popups hang from it
	sign   *canvas.Image
	saying *Paragraph

	title, errorText, warning string
	focused                   bool
}

func newFrame(title string) *frame {
	f := &frame{title: title, label: newTextLine(), box: newPlate(), sign: newImage(), saying: NewParagraph(RoleCaption, "")}
	f.back = canvas.NewRectangle(theme.Color(theme.None))
	return f
}

// message returns what stands below the field: the error, or else the warning.
func (f *frame) message() (text string, tone Tone) {
	switch {
	case f.errorText != "":
		return f.errorText, RedTone
	case f.warning != "":
		return f.warning, AmberTone
	}
	return "", Neutral
}

func (f *frame) objects(inner ...fyne.CanvasObject) []fyne.CanvasObject {
	return join(list(f.label.shown), f.box.objects(), list(f.back), inner, list(f.sign, f.saying))
}

func (f *frame) paint(disabled bool) {
	f.label.set(RoleCaption, f.title, theme.Text2, fyne.TextAlignLeading)
	f.label.shown.Hidden = f.title == ""
	text, tone := f.message()
	border, fillColor := theme.FieldBorder, theme.Paper
	if text != "" {
		border = tone.Color()
	}
	if disabled {
		border, fillColor = theme.Line, theme.Ground
	}
	f.box.bordered(theme.RadiusField, fillColor, border, f.focused && !disabled)
	mark := icons.None
	if text != "" {
		mark = icons.Warning
	}
	setIcon(f.sign, mark, tone.Color(), theme.IconSmall)
	f.saying.Hidden = text == ""
	f.saying.text, f.saying.color = text, tone.Color()
	f.saying.Refresh()
}

// labelHeight returns the height of the label with the gap below it.
func (f *frame) labelHeight() float32 {
	if f.title == "" {
		return 0
	}
	return theme.Size(theme.LineCaption) + theme.Size(theme.Gap2)
}

func (f *frame) messageHeight() float32 {
	if text, _ := f.message(); text == "" {
		return 0
	}
	return f.saying.MinSize().Height + theme.Size(theme.Gap2)
}

// place lays the parts out for a box of the given height, and returns where the box stands.
func (f *frame) place(width, boxHeight float32) fyne.Position {
	f.label.place(fyne.Position{}, fyne.NewSize(width, theme.Size(theme.LineCaption)))
	at := fyne.NewPos(0, f.labelHeight())
	box := fyne.NewSize(width, boxHeight)
	f.box.place(at, box)
	f.back.Move(at)
	f.back.Resize(box)
	icon := theme.Size(theme.IconSmall)
	y := at.Y + boxHeight + theme.Size(theme.Gap2)
	f.sign.Resize(fyne.NewSquareSize(icon))
	f.sign.Move(fyne.NewPos(0, y+theme.Size(theme.Hairline)))
	x := icon + theme.Size(theme.Gap4)
	f.saying.Move(fyne.NewPos(x, y))
	f.saying.Resize(fyne.NewSize(width-x, 0))
	f.saying.Resize(fyne.NewSize(width-x, f.saying.MinSize().Height))
	return at
}

// height returns the height of the whole field around a box of the given height.
func (f *frame) height(box float32) float32 {
	return f.labelHeight() + box + f.messageHeight()
}
