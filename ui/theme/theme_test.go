package theme_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

func TestTextSizeGrowsTypeAndRowsButNoLines(t *testing.T) {
	tests := []struct {
		name    fyne.ThemeSizeName
		percent int
		want    float32
	}{
		{theme.TextBody, 100, 13},
		{theme.TextBody, 125, 16.25},
		{theme.TextBody, 150, 19.5},
		{fynetheme.SizeNameText, 150, 19.5},
		{theme.RowPeople, 100, 25},
		{theme.RowPeople, 125, 31},
		{theme.RailWidth, 150, 312},
		{theme.Hairline, 150, 1},
		{theme.FocusWidth, 125, 2},
		{theme.TextBody, 40, 13},
		{theme.TextBody, 900, 26},
	}
	for _, tt := range tests {
		if got := theme.New(theme.Light, tt.percent).Size(tt.name); got != tt.want {
			t.Errorf("%s at %d %% = %v, want %v", tt.name, tt.percent, got, tt.want)
		}
	}
}

func TestTokensFollowTheRunningApp(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Dark, theme.Percent150))
	if got, want := theme.Color(theme.Paper), theme.New(theme.Dark, 100).Color(theme.Paper, 0); got != want {
		t.Errorf("paper = %v, want the dark one %v", got, want)
	}
	if theme.Size(theme.Gap8) != 12 || theme.Scale() != 1.5 {
		t.Errorf("gap8 = %v at scale %v", theme.Size(theme.Gap8), theme.Scale())
	}
}

func TestIconTakesTheColourOfTheToken(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, theme.Percent100))
	light := theme.Icon(icons.Home, theme.Accent, 12)
	if !strings.Contains(string(light.Content()), "#0b5a6b") {
		t.Errorf("icon is not drawn in accent: %s", light.Content())
	}
	if large := theme.Icon(icons.Home, theme.Accent, 48); !strings.Contains(string(large.Content()), `stroke-width="3.40"`) {
		t.Errorf("lines of a large icon are not wider: %s", large.Content())
	}
	app.Settings().SetTheme(theme.New(theme.Dark, theme.Percent100))
	if dark := theme.Icon(icons.Home, theme.Accent, 12); dark.Name() == light.Name() {
		t.Error("pictures of two colours must have two names, or Fyne shows the first for both")
	}
	if theme.Icon("nowhere", theme.Text, 16) != nil {
		t.Error("an unknown icon must be nil")
	}
}

func TestUnknownKindLooksLikeSpareTime(t *testing.T) {
	if got := theme.Kind("dance").Fill(); got != theme.KindSpare.Fill() {
		t.Errorf("unknown kind fills with %s", got)
	}
	th := theme.New(theme.Light, 100)
	if th.Color(theme.KindMeal.Bar(), 0) == th.Color(theme.KindMeal.Fill(), 0) {
		t.Error("bar and fill of a kind must differ")
	}
}

func TestMonospaceIsNeverUsed(t *testing.T) {
	th := theme.New(theme.Light, 100)
	if th.Font(fyne.TextStyle{Monospace: true}).Name() != th.Font(fyne.TextStyle{}).Name() {
		t.Error("monospace breaks Vietnamese marks")
	}
}
