package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nhipcau/app/seal"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/settings"
)

func TestSettingsShowOurFingerprint(t *testing.T) {
	for _, signing := range []bool{true, false} {
		f := pagetest.With(t, pagetest.Options{Signing: signing})
		f.Machine.Look = func() page.Look { return page.Look{Language: "vi", Theme: page.ThemeLight, TextSize: 100} }
		f.Show(settings.New(f.Host), page.Route{})
		drawn := test.RenderToMarkup(f.Window.Canvas())
		if got := strings.Contains(drawn, f.Say("settings.key")); got != signing {
			t.Errorf("signing %v: the section is there: %v", signing, got)
		}
		if !signing {
			continue
		}
		keys, err := f.Desk.Keys()
		if err != nil || !strings.Contains(drawn, seal.Fingerprint(keys.Key())) {
			t.Errorf("the fingerprint is not there (%v)", err)
		}
		f.Shot("settings-key")
	}
}
