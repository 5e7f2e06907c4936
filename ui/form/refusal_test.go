package form_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/theme"
)

// sheet is a page with some fields of a visit.
type sheet struct {
	host         *page.Host
	visit        string
	form         *form.Form
	title, about *kit.TextField
	from         *kit.DateField
}

func openSheet(t *testing.T) (*pagetest.Fixture, *sheet) {
	f := pagetest.New(t)
	p := &sheet{host: f.Host, form: form.New(f.Host, plan.KindVisit)}
	p.title, p.about, p.from = p.form.Text("title"), p.form.Text("purpose"), p.form.Date("when.from")
	f.ShowTab(p)
	return f, p
}

func (p *sheet) Object() fyne.CanvasObject {
	return kit.VBox(theme.Gap8, p.title, p.about, p.from)
}
func (p *sheet) Open(r page.Route) { p.visit = r.Visit }
func (p *sheet) Leave()            { p.form.Commit() }
func (p *sheet) Update() {
	v, _ := desk.Get[*plan.Visit](p.host.Desk, p.visit)
	p.form.Show(v)
}

// fill types into a field and leaves it.
func fill(f *pagetest.Fixture, field *kit.TextField, text string) {
	field.Focus()
	f.Type(text)
	f.Window.Canvas().Unfocus()
}

func TestAnUpdateLeavesWhatWasRefused(t *testing.T) {
	f, p := openSheet(t)
	stored := p.title.Value()
	long := strings.Repeat("đ", 301)
	fill(f, p.title, long)
	fill(f, &p.from.TextField, "31/2")
	fill(f, p.about, "khác") // kept, so that the page shows everything anew
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	if v.Purpose != "khác" || v.Title != stored {
		t.Fatalf("stored are %q, %q", v.Purpose, v.Title)
	}
	if p.title.Text() != long || p.title.Message() == "" {
		t.Errorf("the title shows %q with the error %q", p.title.Text(), p.title.Message())
	}
	if p.from.Text() != "31/2" || p.from.Message() == "" {
		t.Errorf("the day shows %q with the error %q", p.from.Text(), p.from.Message())
	}
	p.title.Focus()
	f.Key(fyne.KeyEscape)
	if p.title.Text() != stored || p.title.Message() != "" {
		t.Errorf("after Escape the title shows %q with the error %q", p.title.Text(), p.title.Message())
	}
}

func TestWhatWasRefusedBelongsToItsRecord(t *testing.T) {
	f, p := openSheet(t)
	fill(f, &p.from.TextField, "31/2")
	id, err := f.Desk.NewVisit(desk.Outline{Title: "Khác"})
	if err != nil {
		t.Fatal(err)
	}
	f.Show(p, page.Route{Visit: id})
	if p.from.Text() != "" || p.from.Message() != "" {
		t.Errorf("another visit shows %q with the error %q", p.from.Text(), p.from.Message())
	}
	f.Show(p, page.Route{Visit: f.Visit})
	if p.from.Text() != "31/2" || p.from.Message() == "" {
		t.Errorf("back at the visit the day shows %q with the error %q", p.from.Text(), p.from.Message())
	}
	fill(f, &p.from.TextField, "3/6/2024")
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); v.When.From != "2024-06-03" {
		t.Errorf("stored is %q", v.When.From)
	}
}
