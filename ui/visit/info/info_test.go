package info

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "info", NewTab, func(f *pagetest.Fixture, p page.Page) {
		tab := p.(*info)
		for _, what := range []string{"Biết cách tổ chức đào tạo nghề theo đặt hàng", "Chọn một mô hình sinh kế để làm thử"} {
			tab.objectives.rows[len(tab.objectives.rows)-1].what.Focus()
			f.Type(what)
			f.Key(fyne.KeyReturn)
		}
		if err := f.Desk.AddHost(f.Visit, locality(t, f, "huyện Đắk Mil, tỉnh Đắk Nông")); err != nil {
			t.Fatal(err)
		}
		change(t, f, func(v *plan.Visit) {
			v.When.To, v.Status, v.CancelledBy = "2024-06-09", plan.StatusCancelled, "Mưa lũ, đường vào xã bị chia cắt"
		})
		f.Window.Canvas().Unfocus()
	})
}

func locality(t *testing.T, f *pagetest.Fixture, name string) string {
	t.Helper()
	found := f.Desk.FindLocalities(name, "2024-06-10", 1)
	if len(found) == 0 {
		t.Fatalf("no %s", name)
	}
	return found[0].ID
}

func change(t *testing.T, f *pagetest.Fixture, fn func(*plan.Visit)) {
	t.Helper()
	err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, _ := desk.Read[*plan.Visit](tx, f.Visit)
		fn(v)
		return tx.Put(v)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T) (*pagetest.Fixture, *info) {
	t.Helper()
	f := pagetest.New(t)
	p := NewTab(f.Host).(*info)
	f.ShowTab(p)
	return f, p
}

func visit(f *pagetest.Fixture) *plan.Visit {
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	return v
}

func objectivesOf(f *pagetest.Fixture) string {
	var out []string
	for _, o := range desk.Of[*plan.Objective](f.Desk, f.Visit) {
		out = append(out, o.What)
	}
	return strings.Join(out, "|")
}

func TestFieldsAreKeptAndUndone(t *testing.T) {
	f, p := open(t)
	p.title.Focus()
	f.Type("Đoàn học tập")
	p.notes.Focus() // leaving the field keeps it
	if got := visit(f).Title; got != "Đoàn học tập" {
		t.Fatalf("kept %q", got)
	}
	f.Undo()
	if got := p.title.Value(); !strings.HasPrefix(got, "Học tập") {
		t.Errorf("after undo the field shows %q", got)
	}
}

func TestObjectivesByKeyboard(t *testing.T) {
	f, p := open(t)
	p.objectives.rows[0].what.Focus()
	for _, what := range []string{"một", "hai", "ba"} {
		f.Type(what)
		f.Key(fyne.KeyReturn) // keeps it, and goes to the next empty line
	}
	if got := objectivesOf(f); got != "một|hai|ba" {
		t.Fatalf("kept %q", got)
	}
	if len(p.objectives.rows) != 4 || p.objectives.rows[3].id != "" {
		t.Fatalf("%d lines", len(p.objectives.rows))
	}
	p.objectives.rows[2].what.Focus()
	if !p.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}) {
		t.Fatal("Alt+Up is not used")
	}
	if got := objectivesOf(f); got != "một|ba|hai" {
		t.Errorf("after Alt+Up %q", got)
	}
	if row := p.objectives.focused(); row == nil || row.what.Text() != "ba" {
		t.Error("the cursor did not move with the objective")
	}
	before := objectivesOf(f)
	p.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDelete, Modifier: fyne.KeyModifierShortcutDefault})
	if got := objectivesOf(f); strings.Contains(got, "ba") {
		t.Errorf("after Ctrl+Delete %q", got)
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if got := objectivesOf(f); got != before {
		t.Errorf("after undo %q", got)
	}
}

// The cursor goes to the next line at once, not when the disk is done.
func TestEnterGoesOnBeforeAnObjectiveIsKept(t *testing.T) {
	f, p := open(t)
	f.Writer = page.NewWriter()
	disk := make(chan struct{})
	f.Writer.Do(func() { <-disk }, func() {})
	p.objectives.rows[0].what.Focus()
	for _, what := range []string{"một", "hai"} {
		f.Type(what)
		f.Key(fyne.KeyReturn)
	}
	f.Type("ba")
	close(disk)
	f.Writer.Wait()
	if got := objectivesOf(f); got != "một|hai" {
		t.Errorf("kept %q", got)
	}
	if len(p.objectives.rows) != 3 || p.objectives.rows[2].what.Text() != "ba" {
		t.Errorf("%d lines, the last says %q", len(p.objectives.rows), p.objectives.rows[len(p.objectives.rows)-1].what.Text())
	}
}

func TestAnObjectiveKeepsItsOtherFields(t *testing.T) {
	f, p := open(t)
	row := p.objectives.rows[0]
	row.what.Focus()
	f.Type("Đào tạo nghề")
	f.Clock.Advance(2e9) // a rest keeps the words, and the cursor stays
	if row.id == "" || p.objectives.focused() != row {
		t.Fatal("the line did not become an objective under the cursor")
	}
	f.Type(" theo đặt hàng")
	row.outcome.Focus()
	f.Type("quy trình")
	f.Key(fyne.KeyReturn)
	row.texts[3].Focus()
	f.Type("60%")
	p.Leave()
	o := desk.Of[*plan.Objective](f.Desk, f.Visit)
	if len(o) != 1 || o[0].What != "Đào tạo nghề theo đặt hàng" || o[0].Outcome != "procedure" || o[0].Target != "60%" {
		t.Errorf("kept %+v", o)
	}
}

func TestHostsBringTheirStops(t *testing.T) {
	f, p := open(t)
	p.hosts.Picker.Focus()
	f.Type("dak mil")
	f.Key(fyne.KeyReturn)
	if len(visit(f).Hosts) != 2 || len(p.stops.rows) != 2 {
		t.Fatalf("hosts %v, %d stops", visit(f).Hosts, len(p.stops.rows))
	}
	p.stops.rows[1].venue.Focus()
	f.Type("UBND huyện Đắk Mil")
	f.Key(fyne.KeyReturn)
	if got := desk.Of[*plan.Stop](f.Desk, f.Visit)[1].Venue; got != "UBND huyện Đắk Mil" {
		t.Errorf("venue %q", got)
	}
	p.removeHost(visit(f).Hosts[1])
	if len(visit(f).Hosts) != 1 || len(p.stops.rows) != 1 {
		t.Errorf("hosts %v, %d stops", visit(f).Hosts, len(p.stops.rows))
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if len(p.stops.rows) != 2 || p.stops.rows[1].venue.Value() != "UBND huyện Đắk Mil" {
		t.Error("undo did not bring the stop back")
	}
	p.stops.add()
	if len(p.stops.rows) != 3 || p.stops.asked != "" {
		t.Errorf("%d stops after adding one", len(p.stops.rows))
	}
	p.stops.delete(p.stops.rows[2])
	if len(p.stops.rows) != 2 {
		t.Errorf("%d stops after deleting one", len(p.stops.rows))
	}
}

func TestWarningsStandBesideTheirFields(t *testing.T) {
	f, p := open(t)
	change(t, f, func(v *plan.Visit) { v.When = plan.Period{From: "2025-07-14", To: "2025-07-01"} })
	if got := p.hosts.Picker.Message(); !strings.Contains(got, "Đắk Glong") {
		t.Errorf("beside the hosts %q", got)
	}
	stop := desk.Of[*plan.Stop](f.Desk, f.Visit)[0]
	stop.When = plan.Period{From: "2025-07-14", To: "2025-07-01"}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(stop) }); err != nil {
		t.Fatal(err)
	}
	if rest := p.stops.rows[0].form.Warn(of(stop.ID, p.now.warnings)); len(rest) != 0 || len(of(stop.ID, p.now.warnings)) != 1 {
		t.Errorf("warnings of the stop %v, without a place %v", of(stop.ID, p.now.warnings), rest)
	}
}

func TestAMeetingWithinTwoYearsIsNamed(t *testing.T) {
	f, p := open(t)
	v := visit(f)
	if _, err := f.Desk.NewVisit(desk.Outline{
		Title: "Lần hai", Guest: v.Guest, Hosts: v.Hosts, When: plan.Period{From: "2025-03-03"}, After: f.Visit,
	}); err != nil {
		t.Fatal(err)
	}
	if len(p.met.Objects) != 1 || !p.met.Visible() {
		t.Errorf("%d notices", len(p.met.Objects))
	}
}

func TestProgrammesAreThoseOfTheDay(t *testing.T) {
	f, p := open(t)
	p.funding.Focus()
	f.Type("dự án 7")
	f.Key(fyne.KeyReturn)
	if got := visit(f).Funding; got != "gnbv-2021-2025.7" {
		t.Errorf("funding %q", got)
	}
	offers := func(code string) bool {
		for _, c := range p.programme.Search("") {
			if c.ID == code {
				return true
			}
		}
		return false
	}
	if offers("da-1956") || !offers("gnbv-2021-2025") {
		t.Error("a programme that ended in 2020 is offered in 2024, or one that holds is not")
	}
	change(t, f, func(v *plan.Visit) { v.When = plan.Period{From: "2027-01-04"} })
	if !offers("gnbv-2021-2025") {
		t.Error("what is chosen has left the list")
	}
	change(t, f, func(v *plan.Visit) { v.Programme, v.Funding = "", "" })
	if offers("gnbv-2021-2025") {
		t.Error("a programme that ended in 2025 is offered in 2027")
	}
}

func TestTheReasonShowsOnlyOfACancelledVisit(t *testing.T) {
	f, p := open(t)
	if p.why.Visible() {
		t.Error("the reason shows although nothing is cancelled")
	}
	change(t, f, func(v *plan.Visit) { v.Status = plan.StatusCancelled })
	if !p.why.Visible() {
		t.Error("the reason does not show")
	}
}

func TestARouteGoesToARecord(t *testing.T) {
	f, p := open(t)
	stop := desk.Of[*plan.Stop](f.Desk, f.Visit)[0]
	p.Open(page.Route{Visit: f.Visit, Record: stop.ID})
	p.Update()
	if f.Window.Canvas().Focused() != p.stops.rows[0].venue.FocusTarget() {
		t.Error("the cursor is not at the stop")
	}
}

func TestAnotherVisitShowsNothingOfTheFormer(t *testing.T) {
	f, p := open(t)
	p.objectives.rows[0].what.Focus()
	f.Type("một")
	f.Key(fyne.KeyReturn)
	id, err := f.Desk.NewVisit(desk.Outline{Title: "Khác", Guest: visit(f).Guest, Hosts: visit(f).Hosts})
	if err != nil {
		t.Fatal(err)
	}
	p.Leave()
	p.Open(page.Route{Visit: id})
	p.Update()
	if p.title.Value() != "Khác" || len(p.objectives.rows) != 1 {
		t.Errorf("title %q, %d lines", p.title.Value(), len(p.objectives.rows))
	}
}
