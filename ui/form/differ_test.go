package form_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/theme"
)

// chooser is a page with a form that lets a person choose.
type chooser struct {
	host  *page.Host
	visit string
	form  *form.Form
	box   fyne.CanvasObject
	about *kit.TextField
}

func (p *chooser) Object() fyne.CanvasObject { return kit.VBox(theme.Gap8, p.box, p.about) }
func (p *chooser) Open(r page.Route)         { p.visit = r.Visit }
func (p *chooser) Leave()                    { p.form.Commit() }
func (p *chooser) Update() {
	v, _ := desk.Get[*plan.Visit](p.host.Desk, p.visit)
	p.form.Show(v)
}

// differ makes two offices write different purposes, and brings the other's
// here.
func differ(t *testing.T, f *pagetest.Fixture) {
	other := desktest.Open(t, desktest.NewStore(), 2)
	carry(t, f.Desk, other, f.Visit)
	for d, purpose := range map[*desk.Desk]string{f.Desk: "Lời của ta", other: "Lời của bạn"} {
		if err := d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
			v, _ := desk.Read[*plan.Visit](tx, f.Visit)
			v.Purpose = purpose
			return tx.Put(v)
		}); err != nil {
			t.Fatal(err)
		}
	}
	carry(t, other, f.Desk, f.Visit)
}

func carry(t *testing.T, from, to *desk.Desk, visit string) {
	t.Helper()
	b, err := from.Export(desk.Scope{Visit: visit})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(b); err != nil {
		t.Fatal(err)
	}
}

func TestAPersonChoosesBetweenTwoOffices(t *testing.T) {
	for want, tabs := range map[string]int{"keep": 1, "take": 2} {
		f := pagetest.New(t)
		differ(t, f)
		p := &chooser{host: f.Host, form: form.New(f.Host, plan.KindVisit)}
		p.box, p.about = p.form.Differences(), p.form.Text("purpose")
		f.ShowTab(p)
		shown := p.about.Text()
		if !p.box.Visible() || p.about.Message() == "" {
			t.Fatalf("nothing tells that the offices differ: %q", p.about.Message())
		}
		for range tabs {
			f.Window.Canvas().FocusNext()
		}
		f.Type(" ") // presses the button
		v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
		if len(v.Conflicts) != 0 || (v.Purpose == shown) != (want == "keep") {
			t.Errorf("%s: stored %q, shown was %q, conflicts %v", want, v.Purpose, shown, v.Conflicts)
		}
		if p.box.Visible() || p.about.Message() != "" || p.about.Text() != v.Purpose {
			t.Errorf("%s: the field says %q with %q", want, p.about.Text(), p.about.Message())
		}
	}
}
