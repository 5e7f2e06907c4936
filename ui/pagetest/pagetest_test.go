package pagetest_test

import (
	"testing"

	"fyne.io/fyne/v2"

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

func TestLooksOpensThePageInEachWay(t *testing.T) {
	pagetest.Looks(t, "pagetest", newTitle, nil)
}
