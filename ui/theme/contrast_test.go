package theme_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"nhipcau/ui/theme"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// contrast is the contrast ratio of WCAG 2.1, 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestContrastFormula(t *testing.T) {
	if got := contrast(color.White, color.Black); math.Abs(got-21) > 0.001 {
		t.Fatalf("white on black = %v, want 21", got)
	}
}

type rule struct {
	front, back fyne.ThemeColorName
	least       float64
}

func rules() []rule {
	const text, shape = 4.5, 3.0
	var out []rule
	for _, back := range []fyne.ThemeColorName{theme.Paper, theme.Ground, theme.Sel, theme.Hover} {
		for _, front := range []fyne.ThemeColorName{
			theme.Text, theme.Text2, theme.Text3, theme.Accent, theme.Green, theme.Amber, theme.Red,
		} {
			out = append(out, rule{front, back, text})
		}
	}
	out = append(out,
		rule{theme.OnAccent, theme.Accent, text}, rule{theme.OnAccent, theme.AccentHover, text},
		rule{theme.Paper, theme.Red, text},
		rule{theme.Green, theme.GreenBg, text}, rule{theme.Amber, theme.AmberBg, text}, rule{theme.Red, theme.RedBg, text},
		rule{theme.FieldBorder, theme.Paper, shape}, rule{theme.FieldBorder, theme.Ground, shape},
		rule{theme.Focus, theme.Paper, shape}, rule{theme.Focus, theme.Ground, shape},
		rule{theme.ToastText, theme.ToastFill, text}, rule{theme.ToastAction, theme.ToastFill, text},
		rule{theme.Ink, theme.Sheet, text},
	)
	for _, k := range theme.Kinds() {
		for _, front := range []fyne.ThemeColorName{k.Bar(), theme.Text, theme.Text2, theme.Red} {
			out = append(out, rule{front, k.Fill(), text})
		}
		out = append(out, rule{k.Bar(), theme.Paper, text})
	}
	return out
}

func TestContrastOfTokens(t *testing.T) {
	for mode, name := range map[theme.Mode]string{theme.Light: "light", theme.Dark: "dark"} {
		th := theme.New(mode, theme.Percent100)
		for _, r := range rules() {
			got := contrast(th.Color(r.front, 0), th.Color(r.back, 0))
			if got < r.least {
				t.Errorf("%s: %s on %s = %.2f, want at least %.1f", name, r.front, r.back, got, r.least)
			}
		}
	}
}

func TestModeSystemFollowsTheVariant(t *testing.T) {
	system := theme.New(theme.System, theme.Percent100)
	light, dark := theme.New(theme.Light, 100), theme.New(theme.Dark, 100)
	if system.Color(theme.Paper, fynetheme.VariantDark) != dark.Color(theme.Paper, fynetheme.VariantLight) {
		t.Error("a dark system must look like the dark theme, whatever variant that is given")
	}
	if system.Color(theme.Paper, fynetheme.VariantLight) != light.Color(theme.Paper, fynetheme.VariantDark) {
		t.Error("a light system must look like the light theme")
	}
}
