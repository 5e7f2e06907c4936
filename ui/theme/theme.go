// Package theme is the one source of the colours, sizes and icons of the window: tokens by name, light and dark,
// at a text size of 100, 125 or 150 percent.
//
// It must not know any page, record or use case. Widgets ask it each time they draw and keep no colour or size, so
// that a change of theme or text size is seen at once.
package theme

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Mode says which variant is drawn.
type Mode int

// The modes: Light and Dark are forced whatever the system says, System follows it.
const (
	Light Mode = iota
	Dark
	System
)

// The text sizes on offer, in percent.
const (
	Percent100 = 100
	Percent125 = 125
	Percent150 = 150
)

// Theme is a fyne.Theme made of our tokens.
type Theme struct {
	mode  Mode
	scale float32
}

var _ fyne.Theme = (*Theme)(nil)

// New returns the theme for a mode and a text size in percent; anything outside 100 to 200 is taken as the nearer bound.
func New(mode Mode, percent int) *Theme {
	percent = min(max(percent, Percent100), 2*Percent100)
	return &Theme{mode: mode, scale: float32(percent) / Percent100}
}

// Mode returns the mode the theme was made for.
func (t *Theme) Mode() Mode { return t.mode }

// Color returns the value of a token, or of a name of Fyne's own; the variant only counts in mode System.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	dark := t.mode == Dark || t.mode == System && variant == fynetheme.VariantDark
	if token, ok := fyneColors[name]; ok {
		name = token
	}
	p, ok := colorTable[name]
	if !ok {
		p, ok = kindColor(string(name))
	}
	if !ok {
		p = colorTable[Text]
	}
	if dark {
		return p.dark
	}
	return p.light
}

func kindColor(name string) (pair, bool) {
	if kind, ok := strings.CutPrefix(name, fillPrefix); ok {
		c, found := kindTable[Kind(kind)]
		return c.fill, found
	}
	if kind, ok := strings.CutPrefix(name, barPrefix); ok {
		c, found := kindTable[Kind(kind)]
		return c.bar, found
	}
	return pair{}, false
}

// Size returns the value of a size token, or of a name of Fyne's own, at the theme's text size.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if v, ok := lineTable[name]; ok {
		return v
	}
	if v, ok := sizeTable[name]; ok {
		return scaled(name, v, t.scale)
	}
	if v, ok := fyneSizes[name]; ok {
		return scaled(name, v, t.scale)
	}
	return fynetheme.DefaultTheme().Size(name) * t.scale
}

// Font returns the bundled Noto Sans. Monospace is refused, since the bundled one sets Vietnamese marks beside their letters.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	style.Monospace = false
	return fynetheme.DefaultTheme().Font(style)
}

// Icon returns Fyne's own icons, which only its file dialogs and menus use.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// current returns the theme of the running app, or light at 100 % before there is one.
func current() *Theme {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(*Theme); ok {
			return t
		}
	}
	return &Theme{mode: Light, scale: 1}
}

func currentVariant() fyne.ThemeVariant {
	if app := fyne.CurrentApp(); app != nil {
		return app.Settings().ThemeVariant()
	}
	return fynetheme.VariantLight
}

// Color returns the value of a token in the theme of the running app.
func Color(name fyne.ThemeColorName) color.Color {
	return current().Color(name, currentVariant())
}

// Size returns the value of a size token in the theme of the running app.
func Size(name fyne.ThemeSizeName) float32 {
	return current().Size(name)
}

// Scale returns the factor of the text size: 1, 1.25 or 1.5.
func Scale() float32 { return current().scale }
