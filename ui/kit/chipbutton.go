package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// ChipButton is a Chip that can be pressed, as where a state is changed by the word that shows it. A small arrow says so.
type ChipButton struct {
	control
	chip *Chip
	ring *outline
}

// NewChipButton returns a chip that calls onTap.
func NewChipButton(tone Tone, text string, onTap func()) *ChipButton {
	b := &ChipButton{chip: NewIconChip(tone, icons.ChevronDown, text), ring: newOutline()}
	b.init(b, onTap)
	return b
}

// Set changes tone and word.
func (b *ChipButton) Set(tone Tone, text string) {
	b.chip.Set(tone, icons.ChevronDown, text)
	b.Refresh()
}

// Text returns the word.
func (b *ChipButton) Text() string { return b.chip.Text() }

// Cursor is part of desktop.Cursorable.
func (b *ChipButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is part of fyne.Widget.
func (b *ChipButton) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &boxRenderer{owner: b, objects: append(b.ring.objects(), b.chip)}
	r.refresh = func() { b.ring.paint(b.ringed) }
	r.minSize = func() fyne.Size {
		return b.chip.MinSize().AddWidthHeight(2*theme.Size(theme.Gap4), 2*theme.Size(theme.Gap2))
	}
	r.layout = func(size fyne.Size) {
		b.ring.place(fyne.Position{}, size)
		b.chip.Move(fyne.NewPos(theme.Size(theme.Gap4), theme.Size(theme.Gap2)))
		b.chip.Resize(size.SubtractWidthHeight(2*theme.Size(theme.Gap4), 2*theme.Size(theme.Gap2)))
	}
	r.refresh()
	return r
}
