package icons_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"nhipcau/assets/icons"
)

func TestEveryIconIsOneColourOnTheGrid(t *testing.T) {
	names := icons.All()
	if len(names) == 0 {
		t.Fatal("no icons embedded")
	}
	for _, name := range names {
		svg := string(icons.SVG(name))
		if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, want := range []string{`viewBox="0 0 24 24"`, `stroke="currentColor"`, `stroke-width="1.7"`, `fill="none"`} {
			if !strings.Contains(svg, want) {
				t.Errorf("%s: lacks %s", name, want)
			}
		}
		if strings.Contains(svg, "#") {
			t.Errorf("%s: carries a colour of its own", name)
		}
	}
}

func TestUnknownIconIsNil(t *testing.T) {
	if icons.SVG(icons.None) != nil || icons.SVG("nowhere") != nil {
		t.Error("an unknown icon must be nil")
	}
}
