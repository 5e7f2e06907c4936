package programme

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestQuickLineThatIsRefusedStands(t *testing.T) {
	f, p := open(t, nil)
	before := len(items(f))
	line := "16:30 15 " + strings.Repeat("dài", 400)
	f.Window.Canvas().Focus(p.quick.FocusTarget())
	f.Type(line)
	f.Key(fyne.KeyReturn)
	if len(items(f)) != before {
		t.Fatal("a title of 1200 letters was taken")
	}
	if p.quick.Text() != line {
		t.Errorf("the line holds %d letters of %d", len(p.quick.Text()), len(line))
	}
}
