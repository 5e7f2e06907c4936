package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// ButtonKind says how much a button stands out.
type ButtonKind int

// The kinds of button.
const (
	Secondary     ButtonKind = iota // paper with a border
	Primary                         // filled with the accent, one per page
	Quiet                           // an accent word without a border
	Danger                          // a red word with a red border: deletes
	DangerPrimary                   // filled with red, only in the dialog that confirms
	Plain                           // text2 icon or word without a border: undo, close
)

// Button is a button. Its word says the effect ("In 25 bản, 2 trang"). Enter and Space press it.
type Button struct {
	control
	kind  ButtonKind
	icon  icons.Name
	text  string
	tall  bool
	fill  *plate
	img   *canvas.Image
	line  *textLine
	onTap func()
}

// NewButton returns a button that calls onTap.
func NewButton(kind ButtonKind, text string, onTap func()) *Button {
	return NewIconButton(kind, icons.None, text, onTap)
}

// NewIconButton returns a button with an icon before its word; without a word the icon stands alone and needs a tooltip.
func NewIconButton(kind ButtonKind, icon icons.Name, text string, onTap func()) *Button {
	b := &Button{kind: kind, icon: icon, text: text, onTap: onTap, img: newImage(), line: newTextLine(), fill: newPlate()}
	b.init(b, func() {
		if b.onTap != nil {
			b.onTap()
		}
	})
	return b
}

// WithTip sets the tooltip, and returns the button.
func (b *Button) WithTip(text string) *Button {
	b.SetTooltip(text)
	return b
}

// Tall makes the button 36 high, for one alone over the full width of a panel, and returns it.
func (b *Button) Tall() *Button {
	b.tall = true
	b.Refresh()
	return b
}

// SetText changes the word.
func (b *Button) SetText(text string) {
	b.text = text
	b.Refresh()
}

// Text returns the word.
func (b *Button) Text() string { return b.text }

// SetIcon changes the icon.
func (b *Button) SetIcon(icon icons.Name) {
	b.icon = icon
	b.Refresh()
}

// SetOnTap changes what the button does.
func (b *Button) SetOnTap(f func()) { b.onTap = f }

func (b *Button) colors() (fillColor, border, word fyne.ThemeColorName) {
	switch b.kind {
	case Primary:
		fillColor, border, word = theme.Accent, theme.None, theme.OnAccent
	case DangerPrimary:
		fillColor, border, word = theme.Red, theme.None, theme.Paper
	case Quiet:
		fillColor, border, word = theme.None, theme.None, theme.Accent
	case Danger:
		fillColor, border, word = theme.Paper, theme.Red, theme.Red
	case Plain:
		fillColor, border, word = theme.None, theme.None, theme.Text2
	default:
		fillColor, border, word = theme.Paper, theme.FieldBorder, theme.Text
	}
	if b.Disabled() {
		return b.disabledColors(fillColor, border)
	}
	if b.hovered {
		fillColor = b.hoverColor(fillColor)
	}
	return fillColor, border, word
}

func (b *Button) disabledColors(fillColor, border fyne.ThemeColorName) (f, e, w fyne.ThemeColorName) {
	if fillColor != theme.None {
		fillColor = theme.Ground
	}
	if border != theme.None || b.filled() {
		border = theme.Line
	}
	return fillColor, border, theme.Text3
}

func (b *Button) filled() bool { return b.kind == Primary || b.kind == DangerPrimary }

func (b *Button) hoverColor(plain fyne.ThemeColorName) fyne.ThemeColorName {
	switch b.kind {
	case Primary:
		return theme.AccentHover
	case DangerPrimary:
		return plain
	default:
		return theme.Hover
	}
}

func (b *Button) role() Role {
	if b.filled() {
		return RoleStrong
	}
	return RoleBody
}

func (b *Button) pad() float32 {
	switch {
	case b.text == "" || b.kind == Quiet || b.kind == Plain:
		return theme.Size(theme.Gap8)
	case b.filled():
		return theme.Size(theme.ButtonPadWide)
	default:
		return theme.Size(theme.ButtonPad)
	}
}

// contentWidth returns the width of icon, gap and word.
func (b *Button) contentWidth() (icon, gap, word float32) {
	if b.icon != icons.None {
		icon = theme.Size(theme.IconBody)
	}
	if b.text != "" {
		word = naturalText(b.role(), b.text).Width
	}
	if icon > 0 && word > 0 {
		gap = theme.Size(theme.Gap8)
	}
	return icon, gap, word
}

// CreateRenderer is part of fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &boxRenderer{owner: b, objects: join(b.fill.objects(), list(b.img, b.line.shown))}
	r.refresh = b.paint
	r.minSize = b.least
	r.layout = b.place
	r.refresh()
	return r
}

func (b *Button) paint() {
	fillColor, border, word := b.colors()
	if b.filled() && b.ringed { // accent on accent would not be seen: the ring lies within
		width := theme.Size(theme.FocusWidth)
		b.fill.paint(theme.Size(theme.RadiusField), level{fillColor, 0}, level{word, width}, level{fillColor, 2 * width})
	} else {
		b.fill.bordered(theme.RadiusField, fillColor, border, b.ringed)
	}
	setIcon(b.img, b.icon, word, theme.IconBody)
	b.line.set(b.role(), b.text, word, fyne.TextAlignLeading)
}

func (b *Button) least() fyne.Size {
	icon, gap, word := b.contentWidth()
	h := theme.Size(theme.ButtonHeight)
	if b.tall {
		h = theme.Size(theme.ButtonTall)
	}
	return fyne.NewSize(icon+gap+word+2*b.pad(), h)
}

func (b *Button) place(size fyne.Size) {
	b.fill.place(fyne.Position{}, size)
	icon, gap, word := b.contentWidth()
	word = max(min(word, size.Width-2*theme.Size(theme.Gap4)-icon-gap), 0)
	x := (size.Width - icon - gap - word) / 2
	placeIcon(b.img, x, theme.Size(theme.IconBody), size)
	b.line.place(fyne.NewPos(x+icon+gap, 0), fyne.NewSize(word, size.Height))
}
