// Command shots draws every page of the window and every tab of a visit, with
// the sample visit, in both themes and two sizes, without a display. It is
// built with the tag ci, by which Fyne draws into memory.
//
// The pictures are of the evening before: today is Friday 7 June 2024, and the
// visit is shown as being prepared, with follow-ups that are illustration.
package main

import (
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/words"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/shell"
	"nhipcau/ui/theme"
)

func main() {
	out := flag.String("out", "build/shots", "folder for the pictures")
	language := flag.String("lang", words.Vietnamese, "language of the window, vi or en")
	percent := flag.Int("text", theme.Percent100, "text size in percent: 100, 125 or 150")
	flag.Parse()
	if err := run(*out, *language, *percent); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// sizes are those of the screens that offices have.
var sizes = []fyne.Size{fyne.NewSize(1366, 768), fyne.NewSize(1920, 1080)}

func run(out, language string, percent int) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	app := test.NewApp()
	defer app.Quit()
	store, err := newStore()
	if err != nil {
		return err
	}
	for _, mode := range []string{page.ThemeLight, page.ThemeDark} {
		look := page.Look{Language: language, Theme: mode, TextSize: percent}
		if err := drawAll(app, store, look, out); err != nil {
			return err
		}
	}
	return nil
}

// drawAll opens the window once and goes through all places in all sizes.
func drawAll(app fyne.App, store desk.Store, look page.Look, out string) error {
	s, err := shell.NewWindow(app, shell.Options{
		Dir: "~/.local/share/nhipcau", Version: "0.1.0", Run: kit.Straight, Writer: page.NewWriterNow(),
		Timer: func(time.Duration, func()) func() { return func() {} },
		Now:   func() time.Time { return now }, OpenStore: func() (desk.Store, error) { return store, nil },
	})
	if err != nil {
		return err
	}
	s.Window().Show()
	s.Start()
	s.SetLook(look)
	visit := s.Host().Desk.Setting(setVisit)
	folder, err := os.MkdirTemp("", "nhipcau-shots")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }() // of the bundle alone
	review, err := reviewPlace(s.Host().Desk, visit, folder)
	if err != nil {
		return err
	}
	for _, size := range sizes {
		s.Window().Resize(size)
		for _, place := range append(shell.Places(visit), review) {
			s.Go(place.Route)
			name := fmt.Sprintf("%s-%s-%.0fx%.0f.png", place.Name, look.Theme, size.Width, size.Height)
			if err := write(filepath.Join(out, name), s.Window()); err != nil {
				return err
			}
		}
	}
	return nil
}

func write(path string, w fyne.Window) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		_ = f.Close() // the error of drawing says more
		return err
	}
	return f.Close()
}
