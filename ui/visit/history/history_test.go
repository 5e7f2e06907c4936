package history

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// edit changes the sample visit a little, so that there is something to see.
func edit(t *testing.T, f *pagetest.Fixture) {
	t.Helper()
	change := func(fn func(*desk.Tx) error) {
		if err := f.Desk.Do(desk.Step{Why: "edit"}, fn); err != nil {
			t.Fatal(err)
		}
	}
	change(func(tx *desk.Tx) error {
		v, _ := desk.Read[*plan.Visit](tx, f.Visit)
		v.Title, v.Status = "Đoàn công tác huyện Thạch An làm việc tại huyện Đắk Glong", plan.StatusReported
		return tx.Put(v)
	})
	change(func(tx *desk.Tx) error {
		a := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)[0]
		a.When.Start, a.Pos = "13:15", "z"
		a.Leads = []plan.Speaker{{Attendee: f.Desk.Delegation(f.Visit, plan.Host)[1].Attendee.ID}}
		return tx.Put(a)
	})
	change(func(tx *desk.Tx) error {
		return tx.Delete(desk.Of[*plan.Topic](f.Desk, f.Visit)[0].ID)
	})
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "history", NewTab, func(f *pagetest.Fixture, p page.Page) {
		edit(t, f)
		p.Update()
	})
}

func open(t *testing.T) (*pagetest.Fixture, *history) {
	t.Helper()
	f := pagetest.New(t)
	edit(t, f)
	p := NewTab(f.Host).(*history)
	f.ShowTab(p)
	return f, p
}

// find gives the newest line about a field.
func find(t *testing.T, p *history, field string) line {
	t.Helper()
	for _, l := range p.grid.Rows() {
		if l.field == field {
			return l
		}
	}
	t.Fatalf("no line about %s", field)
	return line{}
}

func TestLinesSayWhatChangedInWords(t *testing.T) {
	_, p := open(t)
	rows := p.grid.Rows()
	if first := rows[0]; first.kind != plan.KindTopic || first.field != "" || first.why != "Xóa" || !first.first {
		t.Errorf("the newest line is %+v", first)
	}
	status, when, leads := find(t, p, "status"), find(t, p, "when"), find(t, p, "leads")
	if status.before != "Đã diễn ra" || status.after != "Đã báo cáo" || status.label != "Trạng thái" {
		t.Errorf("status %+v", status)
	}
	if when.before != "13:30, 10/06/2024, 15 phút" || when.after != "13:15, 10/06/2024, 15 phút" {
		t.Errorf("when %q, %q", when.before, when.after)
	}
	if leads.before != "" || leads.after == "" || strings.Contains(leads.after, "-") {
		t.Errorf("leads %q", leads.after)
	}
	if moved := find(t, p, "pos"); moved.canBringBack() || moved.after == "z" {
		t.Errorf("the place %+v", moved)
	}
	groups := map[string]int{}
	for _, l := range rows {
		if l.first {
			groups[l.group]++
		}
	}
	for group, n := range groups {
		if n != 1 {
			t.Errorf("transaction %s begins %d times", group, n)
		}
	}
	if len(groups) != 4 {
		t.Errorf("%d transactions, want three and the one that made the visit", len(groups))
	}
}

func TestFilterByKindAndText(t *testing.T) {
	f, p := open(t)
	all := len(p.grid.Rows())
	p.text.Focus()
	f.Type("trang thai")
	if rows := p.grid.Rows(); len(rows) != 1 || rows[0].field != "status" || !rows[0].first {
		t.Errorf("%d rows", len(rows))
	}
	p.clear()
	p.kind.Focus()
	f.Type("chuyến công tác")
	f.Key(fyne.KeyReturn)
	for _, l := range p.grid.Rows() {
		if l.kind != plan.KindVisit {
			t.Errorf("a line about a %s", l.kind)
		}
	}
	p.clear()
	p.publish()
	if len(p.grid.Rows()) != all {
		t.Error("clearing the filter does not show all again")
	}
}

func TestAValueIsBroughtBack(t *testing.T) {
	f, p := open(t)
	status := find(t, p, "status")
	p.grid.Select(status.key)
	p.enable()
	if p.back.Disabled() {
		t.Fatal("the button rests although a field is selected")
	}
	p.back.Tapped(nil)
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	if v.Status != plan.StatusHeld {
		t.Fatalf("status %q", v.Status)
	}
	if !strings.Contains(f.LastToast(), "Đã diễn ra") {
		t.Errorf("toast %q", f.LastToast())
	}
	if newest := p.grid.Rows()[0]; newest.field != "status" || newest.after != "Đã diễn ra" {
		t.Errorf("the newest line is %+v", newest)
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); v.Status != plan.StatusReported {
		t.Error("undo does not take it back")
	}
}

func TestMenuOfALine(t *testing.T) {
	f, p := open(t)
	title := find(t, p, "title")
	items := p.menu(title)
	if len(items) != 4 {
		t.Fatalf("%d items", len(items))
	}
	items[1].Action()
	if got := f.LastRoute(); got.Page != page.PageVisit || got.Visit != f.Visit {
		t.Errorf("leads to %+v", got)
	}
	if got := len(p.menu(p.grid.Rows()[0])); got != 1 {
		t.Errorf("a record in the bin has %d items", got)
	}
	p.openDetails(title)
	f.Key(fyne.KeyReturn) // the primary button brings the value back
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); !strings.HasPrefix(v.Title, "Học tập") {
		t.Errorf("title %q", v.Title)
	}
}

func TestWhatCameWithABundleSaysFromWhom(t *testing.T) {
	f := pagetest.New(t)
	other := desktest.Open(t, desktest.NewStore(), 2)
	if err := pagetest.SetUp(other); err != nil {
		t.Fatal(err)
	}
	out, err := f.Desk.Export(desk.Scope{Visit: f.Visit})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Import(out); err != nil {
		t.Fatal(err)
	}
	f.Desk = other
	rows, _, err := fetch(f.Host, f.Visit)
	if err != nil || len(rows) == 0 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, l := range rows {
		if l.source != "Gói của UBND huyện Đắk Glong" {
			t.Fatalf("source %q", l.source)
		}
	}
}

func TestAStopWithoutAVenueIsKnownByItsLocality(t *testing.T) {
	f := pagetest.New(t)
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	stop := &plan.Stop{Visit: f.Visit, Locality: v.Hosts[0], When: plan.Period{From: "2024-06-11"}}
	if err := f.Desk.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(stop) }); err != nil {
		t.Fatal(err)
	}
	p := NewTab(f.Host).(*history)
	f.ShowTab(p)
	if got := p.grid.Rows()[0].record; got != "huyện Đắk Glong, 11/06/2024" {
		t.Errorf("the newest line is about %q", got)
	}
}
