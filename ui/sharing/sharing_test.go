package sharing_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/folder"
	"nhipcau/app/plan"
	"nhipcau/app/words"
	"nhipcau/ui/exchange"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/sharing"
	"nhipcau/ui/theme"
)

// partner is another office that shares a folder with the one of the fixture.
type partner struct {
	t    *testing.T
	desk *desk.Desk
	f    *pagetest.Fixture
	dir  string
}

// meet makes a partner who has the visit; known says that bundles have gone both
// ways before.
func meet(t *testing.T, f *pagetest.Fixture, known bool) *partner {
	t.Helper()
	p := &partner{t, desktest.OpenSigning(t, desktest.NewStore(), 2, desktest.Keyring()), f, t.TempDir()}
	if err := p.desk.SetUp(plan.Office{Name: "UBND huyện Thạch An"}, "Văn phòng"); err != nil {
		t.Fatal(err)
	}
	send(t, f.Desk, p.desk, f.Visit)
	if known {
		send(t, p.desk, f.Desk, f.Visit)
	}
	return p
}

func send(t *testing.T, from, to *desk.Desk, visit string) {
	t.Helper()
	b, err := from.Export(desk.Scope{Visit: visit})
	if err == nil {
		_, err = to.Import(b)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func purpose(t *testing.T, d *desk.Desk, visit, text string) {
	t.Helper()
	err := d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, _ := desk.Read[*plan.Visit](tx, visit)
		v.Purpose = text
		return tx.Put(v)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// writes lets the partner write his file, with a purpose of his own.
func (p *partner) writes(text string) {
	p.t.Helper()
	purpose(p.t, p.desk, p.f.Visit, text)
	if _, err := folder.Sync(p.t.Context(), p.desk, folder.Options{Dir: p.dir, Visits: []string{p.f.Visit}}); err != nil {
		p.t.Fatal(err)
	}
}

func ofVisit(t *testing.T, f *pagetest.Fixture) *plan.Visit {
	t.Helper()
	v, ok := desk.Get[*plan.Visit](f.Desk, f.Visit)
	if !ok {
		t.Fatal("the visit is gone")
	}
	return v
}

func tick(t *testing.T, f *pagetest.Fixture, word string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if c, ok := o.(*kit.CheckBox); ok && c.Text() == word {
			test.Tap(c)
			return
		}
	}
	t.Fatalf("no tick %q", word)
}

func says(t *testing.T, f *pagetest.Fixture, sentence string) {
	t.Helper()
	if !slices.Contains(f.Texts(), sentence) {
		t.Errorf("the page does not say %q but %q", sentence, f.Texts())
	}
}

// A person chooses the folder and ticks the visit; only then is anything written,
// and what the partner writes comes by itself.
func TestChooseTickAndSync(t *testing.T) {
	f := pagetest.With(t, pagetest.Options{Signing: true, Height: 1400})
	p := meet(t, f, true)
	f.Show(sharing.New(f.Host), page.Route{})
	says(t, f, f.Say("folder.state_none"))
	f.Folder = p.dir
	f.Press(f.Say("folder.choose"))
	says(t, f, f.Say("folder.state_good"))
	if found, _ := filepath.Glob(filepath.Join(p.dir, "*", "*")); len(found) != 0 {
		t.Fatalf("written without being asked: %q", found)
	}
	tick(t, f, ofVisit(t, f).Title)
	if got := folder.Visits(f.Desk); !slices.Equal(got, []string{f.Visit}) {
		t.Fatalf("shared: %q", got)
	}
	p.writes("Mục đích do bạn viết")
	f.Press(f.Say("folder.now"))
	if got := ofVisit(t, f).Purpose; got != "Mục đích do bạn viết" {
		t.Errorf("purpose %q", got)
	}
	if found, _ := filepath.Glob(filepath.Join(p.dir, f.Desk.Replica(), f.Visit+".json.age")); len(found) != 1 {
		t.Error("our file is not there")
	}
	tick(t, f, ofVisit(t, f).Title)
	f.Press(f.Say("folder.now"))
	if found, _ := filepath.Glob(filepath.Join(p.dir, f.Desk.Replica(), "*")); len(found) != 0 {
		t.Errorf("still there: %q", found)
	}
}

// Different words wait, and the button opens their review.
func TestWhatWaitsOpensTheReview(t *testing.T) {
	f := pagetest.With(t, pagetest.Options{Signing: true, Height: 1400})
	p := meet(t, f, true)
	f.Shared.Chosen(p.dir)
	p.writes("Lời của bạn")
	purpose(t, f.Desk, f.Visit, "Lời của ta")
	f.Show(sharing.New(f.Host), page.Route{})
	f.Press(f.Say("folder.now"))
	says(t, f, f.Say("folder.state_waiting", "Count", 1))
	if got := ofVisit(t, f).Purpose; got != "Lời của ta" {
		t.Errorf("purpose %q", got)
	}
	f.Press(f.Say("folder.look"))
	want := page.Route{Page: page.PageExchange, File: filepath.Join(p.dir, p.desk.Replica(), f.Visit+".json.age")}
	if got := f.LastRoute(); got != want {
		t.Errorf("route %+v, want %+v", got, want)
	}
}

// Without a partner's key and without a passphrase nothing is written; a passphrase
// that is too short is refused beside its field, a good one is kept apart.
func TestPassphrase(t *testing.T) {
	f := pagetest.With(t, pagetest.Options{Signing: true, Height: 1400})
	dir := t.TempDir()
	if err := folder.SetVisits(f.Desk, []string{f.Visit}); err != nil {
		t.Fatal(err)
	}
	f.Show(sharing.New(f.Host), page.Route{})
	f.Folder = dir
	f.Press(f.Say("folder.choose"))
	says(t, f, f.Say("folder.lock_none"))
	if found, _ := filepath.Glob(filepath.Join(dir, "*", "*")); len(found) != 0 {
		t.Fatalf("written unsealed: %q", found)
	}
	f.Fill(f.Say("folder.passphrase"), "ngắn")
	f.Press(f.Say("folder.passphrase_keep"))
	if f.Field(f.Say("folder.passphrase")).Message() == "" {
		t.Error("a short passphrase is taken")
	}
	f.Fill(f.Say("folder.passphrase"), "chuyến đi Đắk Glong")
	f.Press(f.Say("folder.passphrase_keep"))
	says(t, f, f.Say("folder.lock_passphrase"))
	if got := f.Field(f.Say("folder.passphrase")).Text(); got != "" {
		t.Errorf("the passphrase stays on the page: %q", got)
	}
	kept, err := os.ReadDir(f.Shared.Keeps())
	if err != nil || len(kept) != 1 {
		t.Fatalf("%v, %v", kept, err)
	}
	if info, err := kept[0].Info(); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if found, _ := filepath.Glob(filepath.Join(dir, "*", "*.age")); len(found) != 1 {
		t.Errorf("written: %q", found)
	}
	f.Press(f.Say("folder.passphrase_drop"))
	if text, _ := f.Shared.Passphrase(); text != "" {
		t.Error("the passphrase is still kept")
	}
}

// A folder that can't be reached is said calmly, and comes back by itself.
func TestFolderAway(t *testing.T) {
	f := pagetest.With(t, pagetest.Options{Signing: true, Height: 1400})
	p := meet(t, f, true)
	gone := filepath.Join(t.TempDir(), "gone")
	f.Shared.Chosen(gone)
	f.Show(sharing.New(f.Host), page.Route{})
	says(t, f, f.Words.Explain(f.Shared.Status().Err))
	if err := os.Rename(p.dir, gone); err != nil {
		t.Fatal(err)
	}
	f.Press(f.Say("folder.now"))
	says(t, f, f.Say("folder.state_good"))
}

func TestLooks(t *testing.T) {
	for name, o := range map[string]pagetest.Options{
		"light": {}, "dark": {Mode: theme.Dark}, "large": {Width: 1920 - 208, Height: 1080 - 48}, "english": {Language: words.English},
		"150": {Percent: theme.Percent150, Width: 1366 - 84, Height: 768 - 72},
	} {
		t.Run(name, func(t *testing.T) {
			o.Signing = true
			f := pagetest.With(t, o)
			p := meet(t, f, true)
			if err := folder.SetVisits(f.Desk, []string{f.Visit}); err != nil {
				t.Fatal(err)
			}
			p.writes("Lời của bạn")
			purpose(t, f.Desk, f.Visit, "Lời của ta")
			damaged := filepath.Join(p.dir, p.desk.Replica(), "goi-cu.json.age")
			if err := os.WriteFile(damaged, make500(), 0o600); err != nil {
				t.Fatal(err)
			}
			f.Shared.Chosen(p.dir)
			f.Show(sharing.New(f.Host), page.Route{})
			f.Shot("sharing-" + name)
		})
	}
}

func make500() []byte {
	out := make([]byte, 500)
	for i := range out {
		out[i] = 'x'
	}
	return out
}

// The review of a file of the folder opens without asking for the passphrase that
// is known.
func TestTheReviewKnowsThePassphrase(t *testing.T) {
	const passphrase = "chuyến đi Đắk Glong"
	f := pagetest.With(t, pagetest.Options{Signing: true})
	p := meet(t, f, true)
	if err := f.Shared.Keep(passphrase); err != nil {
		t.Fatal(err)
	}
	f.Shared.Chosen(p.dir)
	_, err := folder.Sync(t.Context(), p.desk, folder.Options{Dir: p.dir, Passphrase: passphrase, Visits: []string{f.Visit}})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(p.dir, p.desk.Replica(), f.Visit+".json.age")
	review := exchange.New(f.Host)
	f.Show(review, page.Route{File: path})
	if got := review.(page.Located).Here().File; got != path {
		t.Errorf("shown: %q", f.Texts())
	}
}
