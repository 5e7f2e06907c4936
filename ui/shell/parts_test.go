package shell

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/words"
	fynewords "nhipcau/assets/translations/fyne"
	"nhipcau/ui/page"
)

func TestTrailKeepsTheWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tr trail
		var way []page.Route
		at := -1
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			if step := rapid.IntRange(-1, 1).Draw(t, "step"); step != 0 && len(way) > 0 {
				r, ok := tr.move(step)
				if inside := at+step >= 0 && at+step < len(way); ok != inside {
					t.Fatalf("move(%d) at %d of %d = %v", step, at, len(way), ok)
				}
				if ok {
					at += step
					if r != way[at] {
						t.Fatalf("move leads to %v, want %v", r, way[at])
					}
				}
				continue
			}
			r := page.Route{Page: page.PageVisits, Record: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "record")}
			tr.push(r)
			if at < 0 || way[at] != r {
				way = append(way[:at+1], r)
				at++
			}
			if tr.here() != r {
				t.Fatalf("here is %v after going to %v", tr.here(), r)
			}
		}
	})
}

func TestTrailIsBounded(t *testing.T) {
	var tr trail
	for i := range 3 * maxTrail {
		tr.push(page.Route{Page: page.PageVisits, Record: string(rune('a' + i%26))})
	}
	if len(tr.routes) != maxTrail {
		t.Errorf("%d places are kept", len(tr.routes))
	}
}

func TestRecall(t *testing.T) {
	settings := map[string]string{"language": "en", "theme": "dark", "text_size": "150"}
	if got, want := recall(func(n string) string { return settings[n] }, ""), (page.Look{Language: "en", Theme: "dark", TextSize: 150}); got != want {
		t.Errorf("recall = %+v", got)
	}
	if got := recall(func(n string) string { return settings[n] }, "vi"); got.Language != "vi" {
		t.Error("the language that was asked for does not win")
	}
	spoilt := map[string]string{"language": "xx", "theme": "pink", "text_size": "999"}
	if got, want := recall(func(n string) string { return spoilt[n] }, ""), (page.Look{Language: "vi", Theme: "light", TextSize: 100}); got != want {
		t.Errorf("recall of nonsense = %+v", got)
	}
}

func TestWindowSize(t *testing.T) {
	for text, want := range map[string]fyne.Size{
		"1500x900": fyne.NewSize(1500, 900), "": fyne.NewSize(firstWidth, firstHeight), "10x10": fyne.NewSize(firstWidth, firstHeight),
		"wide": fyne.NewSize(firstWidth, firstHeight),
	} {
		if got := recallSize(func(string) string { return text }); got != want {
			t.Errorf("size of %q = %v", text, got)
		}
	}
	if got := sizeText(fyne.NewSize(1500, 900)); got != "1500x900" {
		t.Errorf("size is kept as %q", got)
	}
}

func TestARouteIsKeptWithoutItsFile(t *testing.T) {
	r := page.Route{Page: page.PageExchange, Record: "x", File: "a.json"}
	got := recallRoute(func(string) string { return routeText(r) })
	if r.File = ""; got != r {
		t.Errorf("the route comes back as %+v", got)
	}
	if got := recallRoute(func(string) string { return "{" }); got != (page.Route{}) {
		t.Errorf("a spoilt route is %+v", got)
	}
}

func TestEveryKindHasAPlaceThatExists(t *testing.T) {
	for _, d := range plan.Declarations() {
		r := page.RouteOf(d.Kind, "id", "visit")
		if _, ok := builders[r.Page]; !ok || r.Page == page.PageOverview {
			t.Errorf("a %s is seen on %q", d.Kind, r.Page)
		}
	}
}

func TestAFullRail(t *testing.T) {
	if got := len(places()); got != len(rail) {
		t.Errorf("the rail has %d of %d places", got, len(rail))
	}
}

func TestFyneHasAllItsWords(t *testing.T) {
	keys := map[string][]string{}
	for _, lang := range words.Languages() {
		data, err := toolkitFile(lang)
		if err != nil {
			t.Fatal(err)
		}
		var all map[string]any
		if err := json.Unmarshal(data, &all); err != nil {
			t.Fatal(err)
		}
		for key := range all {
			keys[lang] = append(keys[lang], key)
		}
		slices.Sort(keys[lang])
	}
	if !slices.Equal(keys["vi"], keys["en"]) || len(keys["vi"]) < 39 {
		t.Errorf("the keys differ: %v, %v", keys["vi"], keys["en"])
	}
}

func toolkitFile(lang string) ([]byte, error) { return fynewords.Files.ReadFile(lang + ".json") }

func TestASystemWithoutALanguageSpeaksEnglish(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"LANG": "C.UTF-8"}, "en"},
		{map[string]string{"LANG": "vi_VN.UTF-8", "LC_ALL": "C.utf8"}, "en"},
		{map[string]string{"LC_MESSAGES": "POSIX.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"},
		{map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "vi"}, "vi"},
		{map[string]string{"LANG": "vi_VN.UTF-8"}, ""},
		{map[string]string{"LANG": "cs_CZ.UTF-8"}, ""},
		{map[string]string{}, ""},
	} {
		err := settleLocale(func(name string) string { return c.env[name] }, func(name, value string) error {
			c.env[name] = value
			return nil
		})
		if got := c.env["LANGUAGE"]; got != c.want || err != nil {
			t.Errorf("%v: %q, %v", c.env, got, err)
		}
	}
}

func TestGraphicsWatch(t *testing.T) {
	var out bytes.Buffer
	g := &graphicsWatch{out: &out}
	write := func(line string) {
		if n, err := g.Write([]byte(line)); n != len(line) || err != nil {
			t.Fatal(n, err)
		}
	}
	write("Fyne error:  Error parsing user locale C\n")
	if g.Failed() {
		t.Fatal("a remark about the locale is no lack of graphics")
	}
	write("Fyne error:  window creation error\n")
	write("  Cause: APIUnavailable: GLX: GLX extension not found\n")
	if !g.Failed() || !strings.Contains(out.String(), "GLX extension") {
		t.Error("the failure is not noticed or not passed on")
	}
}

func TestPanicsWithoutAScreen(t *testing.T) {
	for text, want := range map[string]bool{
		"NotInitialized: The GLFW library is not initialized": true,
		"failed to link OpenGL program; error code: 502":      true,
		"runtime error: index out of range [3]":               false,
	} {
		if got := lacksScreen(errors.New(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestFilesOfTheSystem(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.pdf")
	if err := openFile(missing); fault.KeyOf(err) != "fault.file_unreadable" {
		t.Errorf("opening a missing file: %v", err)
	}
	here := filepath.Join(t.TempDir(), "here.pdf")
	if err := os.WriteFile(here, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := launch(here, filepath.Join(t.TempDir(), "no-such-program")); fault.KeyOf(err) != "fault.no_viewer" {
		t.Errorf("without a viewer: %v", err)
	}
	dropEmpty(here)
	if _, err := os.Stat(here); !errors.Is(err, os.ErrNotExist) {
		t.Error("the empty file stays")
	}
	if got := withExtension("a/b", ".pdf"); got != "a/b.pdf" {
		t.Error(got)
	}
	if got := withExtension("a/b.PDF", ".pdf"); got != "a/b.PDF" {
		t.Error(got)
	}
}
