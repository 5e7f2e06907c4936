package pagetest_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// title is a page with the title of a visit.
type title struct {
	host    *page.Host
	visit   string
	field   *kit.TextField
	form    *form.Form
	updates int
}

func newTitle(h *page.Host) page.Page {
	p := &title{host: h, form: form.New(h, plan.KindVisit)}
	p.field = p.form.Text("title")
	return p
}

func (p *title) Object() fyne.CanvasObject { return kit.VBox("gap8", p.field) }
func (p *title) Open(r page.Route)         { p.visit = r.Visit }
func (p *title) Leave()                    { p.form.Commit() }
func (p *title) Update() {
	p.updates++
	v, _ := desk.Get[*plan.Visit](p.host.Desk, p.visit)
	p.form.Show(v)
}

func TestAFixtureIsAWholeWindow(t *testing.T) {
	f := pagetest.New(t)
	p := newTitle(f.Host).(*title)
	f.ShowTab(p)
	before := p.field.Value()
	if before == "" {
		t.Fatal("the sample visit has no title")
	}
	p.field.Focus()
	f.Type("Đoàn học tập")
	f.Key(fyne.KeyReturn)
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); v.Title != "Đoàn học tập" {
		t.Errorf("kept %q", v.Title)
	}
	if p.updates != 2 {
		t.Errorf("the page was updated %d times, want once on opening and once after the change", p.updates)
	}
	f.Undo()
	if p.field.Value() != before {
		t.Errorf("after undo the field shows %q", p.field.Value())
	}
}

// keyed is a page with a list and keys of its own.
type keyed struct {
	page.Page
	grid  *kit.Grid[string]
	heard []string
}

func (p *keyed) Object() fyne.CanvasObject { return p.grid }
func (p *keyed) Open(page.Route)           {}
func (p *keyed) Update()                   {}
func (p *keyed) Shortcut(s fyne.Shortcut) bool {
	p.heard = append(p.heard, s.ShortcutName())
	return true
}

func (p *keyed) Key(ev *fyne.KeyEvent) bool {
	p.heard = append(p.heard, string(ev.Name))
	return true
}

func TestKeysGoTheWayTheyGoInTheWindow(t *testing.T) {
	f := pagetest.New(t)
	p := &keyed{grid: kit.NewGrid(f.Kit, func(s string) string { return s }, kit.Column[string]{ID: "a", Width: 50})}
	f.ShowTab(p)
	duplicate := &desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierShortcutDefault}
	f.Shortcut(duplicate)
	p.grid.Focus()
	f.Shortcut(duplicate)
	f.Key(fyne.KeyEscape)
	want := []string{duplicate.ShortcutName(), duplicate.ShortcutName(), "Escape"}
	if !slices.Equal(p.heard, want) {
		t.Errorf("the page heard %q, want %q", p.heard, want)
	}
	kit.Inform(f.Kit, f.Window, "", "", "ok")
	f.Shortcut(duplicate)
	if len(p.heard) != 3 {
		t.Error("the page heard a shortcut through a dialog")
	}
}

func TestLooksOpensThePageInEachWay(t *testing.T) {
	pagetest.Looks(t, "pagetest", newTitle, nil)
}
