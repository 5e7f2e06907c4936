package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// ChipButton is a Chip that can be pressed, as where a state is changed by the word that shows it. A small arrow beside it says so.
type ChipButton struct {
	control
	chip  *Chip
	arrow *canvas.Image
	ring  *outline
}

// NewChipButton returns a chip that calls onTap.
func NewChipButton(tone Tone, text string, onTap func()) *ChipButton {
	b := &ChipButton{chip: NewChip(tone, text), arrow: newImage(), ring: newOutline()}
	b.init(b, onTap)
	return b
}

// Set changes tone and word.
func (b *ChipButton) Set(tone Tone, text string) {
	b.chip.Set(tone, icons.None, text)
	b.Refresh()
}

// Text returns the word.
func (b *ChipButton) Text() string { return b.chip.Text() }

// Cursor is part of desktop.Cursorable.
func (b *ChipButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is part of fyne.Widget.
func (b *ChipButton) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &boxRenderer{owner: b, objects: append(b.ring.objects(), b.chip, b.arrow)}
	r.refresh = func() {
		setIcon(b.arrow, icons.ChevronDown, b.chip.tone.Color(), theme.IconSmall)
		b.ring.paint(b.ringed)
	}
	r.minSize = func() fyne.Size { return b.chip.MinSize().Add(b.around()) }
	r.layout = func(size fyne.Size) {
		b.ring.place(fyne.Position{}, size)
		chip := size.Subtract(b.around())
		b.chip.Move(fyne.NewPos(theme.Size(theme.Gap4), theme.Size(theme.Gap2)))
		b.chip.Resize(chip)
		placeIcon(b.arrow, theme.Size(theme.Gap4)+chip.Width+theme.Size(theme.Gap2), theme.Size(theme.IconSmall), size)
	}
	r.refresh()
	return r
}

// around is the room for the ring and the arrow.
func (b *ChipButton) around() fyne.Size {
	arrow := theme.Size(theme.Gap2) + theme.Size(theme.IconSmall)
	return fyne.NewSize(2*theme.Size(theme.Gap4)+arrow, 2*theme.Size(theme.Gap2))
}
