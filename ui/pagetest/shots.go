package pagetest

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"nhipcau/app/words"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// shotsFolder names the folder for pictures; without it none are made.
const shotsFolder = "NHIPCAU_SHOTS"

// Shot writes what the window shows as NAME.png into the folder named by
// NHIPCAU_SHOTS, if there is one.
func (f *Fixture) Shot(name string) {
	f.t.Helper()
	folder := os.Getenv(shotsFolder)
	if folder == "" {
		return
	}
	if err := f.write(filepath.Join(folder, name+".png")); err != nil {
		f.t.Fatal(err)
	}
}

func (f *Fixture) write(path string) error {
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(out, f.Window.Canvas().Capture()); err != nil {
		_ = out.Close()
		return err
	}
	return out.Close()
}

// look is one way in which a page is drawn.
type look struct {
	name    string
	options Options
}

// looks are the ways in which every page should be looked at. At 150 % the rail of a window of 1366 is folded.
var looks = []look{
	{"light", Options{}},
	{"dark", Options{Mode: theme.Dark}},
	{"large", Options{Width: 1920 - 208, Height: 1080 - 48}},
	{"english", Options{Language: words.English}},
	{"150", Options{Percent: theme.Percent150, Width: 1366 - 84, Height: 768 - 72}},
}

// Looks draws a page in both themes, both sizes, both languages and the largest
// text, as NAME-light.png and so on. Open, where given, brings the page to where
// it is to be seen; the route names the sample visit unless it does. Without
// NHIPCAU_SHOTS the page is opened in each way and nothing is written.
func Looks(t *testing.T, name string, build func(*page.Host) page.Page, open func(*Fixture, page.Page)) {
	for _, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			f := With(t, l.options)
			p := build(f.Host)
			f.ShowTab(p)
			if open != nil {
				open(f, p)
			}
			f.Shot(fmt.Sprintf("%s-%s", name, l.name))
		})
	}
}
