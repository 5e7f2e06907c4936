package visits

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/sample"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "visits", New, func(f *pagetest.Fixture, p page.Page) {
		more(t, f)
		p.Update()
	})
	pagetest.Looks(t, "visits-new", New, func(f *pagetest.Fixture, p page.Page) {
		v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
		p.Open(page.Route{Record: RecordNew})
		n := p.(*visits).dialog
		f.Type("thach an")
		f.Key(fyne.KeyReturn)
		n.setHosts(append(v.Hosts, locality(t, f, "huyện Đắk Mil, tỉnh Đắk Nông")))
		n.from.SetValue("2025-07-14")
		n.consider()
	})
}

// locality finds a locality as of the day of the sample visit.
func locality(t *testing.T, f *pagetest.Fixture, name string) string {
	t.Helper()
	found := f.Desk.FindLocalities(name, "2024-06-10", 1)
	if len(found) == 0 {
		t.Fatalf("no %s", name)
	}
	return found[0].ID
}

// more makes two further visits: one without a day, in which we travel, and one
// that is being prepared.
func more(t *testing.T, f *pagetest.Fixture) {
	t.Helper()
	ours, other := locality(t, f, "huyện Đắk Glong, tỉnh Đắk Nông"), locality(t, f, "huyện Đắk Mil, tỉnh Đắk Nông")
	for _, v := range []*plan.Visit{
		{Title: "Đoàn công tác huyện Đắk Glong làm việc tại huyện Đắk Mil", Guest: ours, Hosts: []string{other}, Status: plan.StatusIdea},
		{
			Title: "Đoàn công tác huyện Đắk Mil làm việc tại huyện Đắk Glong", Guest: other, Hosts: []string{ours},
			Status: plan.StatusPreparing, When: plan.Period{From: "2025-03-03", To: "2025-03-04"},
		},
	} {
		if err := f.Desk.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(v) }); err != nil {
			t.Fatal(err)
		}
	}
}

func shown(f *pagetest.Fixture) *visits {
	p := New(f.Host).(*visits)
	f.Show(p, page.Route{})
	return p
}

func titles(p *visits) string {
	var out []string
	for _, r := range p.grid.Rows() {
		out = append(out, r.visit.Title)
	}
	return strings.Join(out, "|")
}

func TestTheListSaysWhatAVisitIs(t *testing.T) {
	f := pagetest.New(t)
	p := shown(f)
	r := p.grid.Rows()[0]
	if r.way != "Thạch An → Đắk Glong" || r.role != plan.RoleReceive || r.total != 9 || r.changed.IsZero() {
		t.Errorf("row %+v", r)
	}
	if got := r.missingWords(f.Host); !strings.HasPrefix(got, "Thiếu 4: mục đích và mục tiêu, ") {
		t.Errorf("missing %q", got)
	}
	p.grid.Focus()
	f.Key(fyne.KeyDown)
	f.Key(fyne.KeyReturn)
	if got := f.LastRoute(); got.Page != page.PageVisit || got.Visit != f.Visit {
		t.Errorf("Enter leads to %+v", got)
	}
}

func TestFilterBySearchRoleStatusAndYear(t *testing.T) {
	f := pagetest.New(t)
	more(t, f)
	p := shown(f)
	if got := len(p.grid.Rows()); got != 3 {
		t.Fatalf("%d rows", got)
	}
	p.filter.text.Focus()
	f.Type("dak mil lam viec")
	if got := titles(p); got != "Đoàn công tác huyện Đắk Mil làm việc tại huyện Đắk Glong|Đoàn công tác huyện Đắk Glong làm việc tại huyện Đắk Mil" {
		t.Errorf("found %q", got)
	}
	p.filter.clear()
	f.Window.Canvas().Focus(p.filter.role)
	f.Key(fyne.KeyRight)
	if got := titles(p); !strings.HasSuffix(got, "tại huyện Đắk Mil") || strings.Contains(got, "|") {
		t.Errorf("in which we travel: %q", got)
	}
	p.filter.clear()
	p.filter.year.Focus()
	f.Type("2025")
	f.Key(fyne.KeyReturn)
	if got := titles(p); !strings.HasPrefix(got, "Đoàn công tác huyện Đắk Mil") || strings.Contains(got, "|") {
		t.Errorf("in 2025: %q", got)
	}
	p.filter.status.Focus()
	f.Type("đã hủy")
	f.Key(fyne.KeyReturn)
	if len(p.grid.Rows()) != 0 || !p.filter.reset.Visible() {
		t.Error("nothing was cancelled, and the filter can be cleared")
	}
	test.Tap(p.filter.reset)
	if len(p.grid.Rows()) != 3 || p.filter.reset.Visible() {
		t.Error("clearing the filter shows all again")
	}
}

func TestSortAndWidthsAreRemembered(t *testing.T) {
	f := pagetest.New(t)
	more(t, f)
	p := shown(f)
	if p.grid.Rows()[0].visit.When.From != "2025-03-03" {
		t.Errorf("the newest visit is not first: %s", titles(p))
	}
	p.grid.OnSort(columnTitle, false)
	p.grid.OnWidths(map[string]float32{columnWhen: 200})
	again := shown(f)
	if got := again.grid.Rows()[2].visit.Title; !strings.HasPrefix(got, "Học tập") {
		t.Errorf("sorted by title, the last one is %q", got)
	}
	if got := f.Desk.Setting("visits.widths"); !strings.Contains(got, "200") {
		t.Errorf("widths %q", got)
	}
	p.grid.OnSort("", false)
	if got := f.Desk.Setting("visits.sort"); got != "" {
		t.Errorf("the order of the rows is kept as %q", got)
	}
}

func TestDeleteOffersUndo(t *testing.T) {
	f := pagetest.New(t)
	p := shown(f)
	p.grid.Focus()
	f.Key(fyne.KeyDown)
	f.Key(fyne.KeyDelete)
	if len(p.grid.Rows()) != 0 || len(f.Toasts) != 1 || f.Toasts[0].Act == nil {
		t.Fatalf("rows %d, toasts %v", len(p.grid.Rows()), f.Toasts)
	}
	f.Toasts[0].Act()
	if len(p.grid.Rows()) != 1 {
		t.Error("undo did not bring the visit back")
	}
}

func TestANewVisitByKeyboard(t *testing.T) {
	f := pagetest.New(t)
	p := shown(f)
	p.Open(page.Route{Record: RecordNew})
	n := p.dialog
	f.Type("thach an cao bang")
	f.Key(fyne.KeyReturn) // takes the first of the list
	f.Window.Canvas().FocusNext()
	for _, host := range []string{"dak glong", "dak mil"} {
		f.Type(host)
		f.Key(fyne.KeyReturn)
	}
	if got := len(n.hosts.IDs()); got != 2 {
		t.Fatalf("%d hosts", got)
	}
	n.from.Focus()
	f.Type("16/6/25")
	f.Key(fyne.KeyTab)
	n.to.Focus()
	if got := n.outcome.Text(); !strings.Contains(got, "Đoàn công tác huyện Thạch An làm việc tại huyện Đắk Glong và huyện Đắk Mil") ||
		!strings.Contains(got, "Ta đón đoàn") {
		t.Errorf("the dialog says %q", got)
	}
	if len(n.warnings.Objects) != 1 {
		t.Errorf("%d warnings, want the one that both sides met a year before", len(n.warnings.Objects))
	}
	f.Key(fyne.KeyReturn)
	id := f.LastRoute().Visit
	v, ok := desk.Get[*plan.Visit](f.Desk, id)
	if !ok || v.When != (plan.Period{From: "2025-06-16", To: "2025-06-16"}) || v.OurRole != plan.RoleReceive {
		t.Fatalf("made %+v", v)
	}
	if stops := desk.Of[*plan.Stop](f.Desk, id); len(stops) != 2 {
		t.Errorf("%d stops", len(stops))
	}
}

func TestANewVisitNeedsBothSidesAndSaysSo(t *testing.T) {
	f := pagetest.New(t)
	p := shown(f)
	p.openNew("")
	f.Key(fyne.KeyEscape) // closes the list of localities, if it is open
	p.dialog.create()
	if p.dialog.guest.Message() == "" || p.dialog.hosts.Picker.Message() == "" {
		t.Error("a missing answer is not named beside its field")
	}
	if n := len(desk.All[*plan.Visit](f.Desk)); n != 1 {
		t.Errorf("%d visits", n)
	}
}

func TestACopyOfAnEarlierVisit(t *testing.T) {
	f := pagetest.New(t)
	p := shown(f)
	r := p.grid.Rows()[0]
	p.menu(r)[1].Action()
	n := p.dialog
	if n.guest.Choice().ID != r.visit.Guest || len(n.hosts.IDs()) != 1 || n.after.Value() != f.Visit {
		t.Fatal("the dialog does not take over who travelled to whom")
	}
	n.from.SetValue("2025-06-16")
	n.create()
	view, _ := f.Desk.View(f.LastRoute().Visit)
	if len(view.Topics) != 3 || len(view.Agenda) == 0 || view.Agenda[0].When.Day != "2025-06-16" {
		t.Errorf("copied %d topics, %d items", len(view.Topics), len(view.Agenda))
	}
	f.Undo()
	if n := len(desk.All[*plan.Visit](f.Desk)); n != 1 {
		t.Errorf("%d visits after one undo", n)
	}
}

func TestDistrictsAreOfferedAsOfTheDay(t *testing.T) {
	f := pagetest.New(t)
	p := shown(f)
	p.openNew("")
	n := p.dialog
	n.from.SetValue("2025-07-14")
	n.guest.SetChoice(kit.Choice{ID: locality(t, f, "huyện Thạch An, tỉnh Cao Bằng")})
	n.consider()
	if len(n.warnings.Objects) != 1 {
		t.Errorf("%d warnings about a district after 1 July 2025", len(n.warnings.Objects))
	}
	n.from.SetValue("2024-06-10")
	n.consider()
	if len(n.warnings.Objects) != 0 {
		t.Errorf("%d warnings about a district in 2024", len(n.warnings.Objects))
	}
}

func TestAnEmptyListOpensTheSample(t *testing.T) {
	f := pagetest.With(t, pagetest.Options{Empty: true})
	p := shown(f)
	p.openSample()
	if got := f.LastRoute(); got.Visit != sample.VisitID {
		t.Errorf("leads to %+v", got)
	}
	if len(p.grid.Rows()) != 1 {
		t.Error("the sample is not listed")
	}
}

func TestARouteSelectsAVisit(t *testing.T) {
	f := pagetest.New(t)
	more(t, f)
	p := New(f.Host).(*visits)
	f.Show(p, page.Route{Record: f.Visit})
	if r, ok := p.grid.Selected(); !ok || r.visit.ID != f.Visit {
		t.Error("the visit is not selected")
	}
	if got := p.Here(); got.Record != f.Visit {
		t.Errorf("the way back is %+v", got)
	}
}

// Who travels is asked before the day: a unit of today that did not exist on
// the day of the visit is told, with the one of that time a click away.
func TestTheUnitOfTheTimeIsOffered(t *testing.T) {
	f := pagetest.New(t)
	p := shown(f)
	p.Open(page.Route{Record: RecordNew})
	n := p.dialog
	old := locality(t, f, "huyện Thạch An, tỉnh Cao Bằng")
	today := f.Desk.FindLocalities("xã Thạch An, tỉnh Cao Bằng", "2026-01-01", 1)[0]
	n.guest.SetChoice(kit.Choice{ID: today.ID, Title: today.Running})
	n.from.SetValue("2024-06-10")
	n.consider()
	for _, o := range n.offers.Objects {
		box, ok := o.(*fyne.Container)
		if !ok || len(box.Objects) == 0 {
			continue
		}
		if link, ok := box.Objects[0].(*kit.Link); ok {
			test.Tap(link)
			break
		}
	}
	if got := n.guest.Choice(); got.ID != old {
		t.Errorf("the guest is %q (%s), was %s", got.Title, got.ID, today.ID)
	}
	if n.warnings.Visible() || n.offers.Visible() {
		t.Error("the warning stands although the unit existed then")
	}
}
