package overview_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nhipcau/app/bundle"
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/overview"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// follow presses the link with the words and says where it leads.
func follow(t *testing.T, f *pagetest.Fixture, words string) page.Route {
	t.Helper()
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if l, ok := o.(*kit.Link); ok && l.Text() == words {
			test.Tap(l)
			return f.LastRoute()
		}
	}
	t.Fatalf("there is no link %q", words)
	return page.Route{}
}

func TestWhatIsMissingLeadsToWhereItIsMadeUpFor(t *testing.T) {
	f := show(t)
	view, _ := f.Desk.View(f.Visit)
	_, _, missing := plan.Readiness(view)
	for _, part := range missing[:2] {
		want := page.PartRoute(f.Visit, part)
		if got := follow(t, f, f.Say(part.Key)); got != want {
			t.Errorf("%q leads to %+v, want %+v", f.Say(part.Key), got, want)
		}
	}
	if got := follow(t, f, "Mở chương trình"); got.Tab != page.TabProgramme || got.Visit != f.Visit {
		t.Errorf("the programme of the day leads to %+v", got)
	}
	if got := follow(t, f, "Xem tất cả"); got.Page != page.PageVisits {
		t.Errorf("all visits lead to %+v", got)
	}
}

func TestHowFarAwayAVisitIs(t *testing.T) {
	for from, want := range map[civil.Date]string{
		"2024-06-06": "Đang diễn ra", pagetest.Today: "Hôm nay", "2024-06-08": "Còn 1 ngày", "2024-07-07": "Còn 30 ngày",
	} {
		f := show(t)
		edit(t, f, func(v *plan.Visit) { v.When = plan.Period{From: from, To: from.AddDays(1)} })
		if from < pagetest.Today {
			edit(t, f, func(v *plan.Visit) { v.When.To = "2024-06-09" })
		}
		expect(t, f, want)
	}
	f := show(t)
	edit(t, f, func(v *plan.Visit) { v.When = plan.Period{From: "2024-06-03"} })
	expect(t, f, "Đã qua, chưa ghi kết quả")
	edit(t, f, func(v *plan.Visit) { v.Status = plan.StatusHeld })
	expect(t, f, "Chưa có chuyến nào sắp tới")
}

func TestTheNearestVisitsComeFirst(t *testing.T) {
	f := show(t)
	for i, day := range []civil.Date{"2024-09-02", "2024-07-01", "2024-08-01", "2024-06-20"} {
		put(t, f, &plan.Visit{Title: fmt.Sprintf("Chuyến %d", i+1), When: plan.Period{From: day}})
	}
	shown := said(f)
	near, later := strings.Index(shown, "Chuyến 4"), strings.Index(shown, "Chuyến 2")
	if near < 0 || later < near || strings.Contains(shown, "Chuyến 1") || strings.Contains(shown, "Chuyến 3") {
		t.Errorf("not the three nearest visits, in their order: %d, %d", near, later)
	}
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if c, ok := o.(*kit.Card); ok {
			test.Tap(c)
			break
		}
	}
	if f.LastRoute().Visit != f.Visit {
		t.Errorf("the first visit leads to %+v", f.LastRoute())
	}
}

func TestALongListLeadsToTheRest(t *testing.T) {
	f := show(t)
	for i := range 7 {
		put(t, f, &plan.FollowUp{
			Visit: f.Visit, Action: fmt.Sprintf("Việc %d", i), State: plan.FollowUpTodo,
			Due: civil.Date("2024-05-01").AddDays(i),
		})
	}
	expect(t, f, "7 quá hạn", "Việc 0", "Việc 4")
	if strings.Contains(said(f), "Việc 5") {
		t.Error("more than five lines are shown")
	}
	if got := follow(t, f, "Còn 2 việc nữa"); got.Page != page.PageFollowUps {
		t.Errorf("the rest leads to %+v", got)
	}
}

// partner is another office that has the sample visit.
func partner(t *testing.T, f *pagetest.Fixture) *desk.Desk {
	t.Helper()
	d := desktest.Open(t, desktest.NewStore(), 2)
	carry(t, f.Desk, d, f.Visit)
	return d
}

func carry(t *testing.T, from, to *desk.Desk, visit string) {
	t.Helper()
	b, err := from.Export(desk.Scope{Visit: visit})
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := bundle.Write(&file, b); err != nil {
		t.Fatal(err)
	}
	back, err := bundle.Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(back); err != nil {
		t.Fatal(err)
	}
}

func TestWhereTwoOfficesDiffer(t *testing.T) {
	f := show(t)
	other := partner(t, f)
	stop := desk.Of[*plan.Stop](f.Desk, f.Visit)[0].ID
	for d, to := range map[*desk.Desk]civil.Date{f.Desk: "2024-06-11", other: "2024-06-12"} {
		err := d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
			s, _ := desk.Read[*plan.Stop](tx, stop)
			s.Venue, s.When.To = "", to
			return tx.Put(s)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	carry(t, other, f.Desk, f.Visit)
	expect(t, f, "Hai bên ghi khác nhau", "1 chỗ", "Chọn", "huyện Đắk Glong, 10/06")
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if l, ok := o.(*kit.Line); ok {
			test.Tap(l)
		}
	}
	if r := f.LastRoute(); r.Tab != page.TabInfo || r.Record != stop {
		t.Errorf("the difference leads to %+v", r)
	}
}

func TestAnEmptyOverviewTeaches(t *testing.T) {
	f := pagetest.With(t, pagetest.Options{Empty: true})
	f.Show(overview.New(f.Host), page.Route{})
	expect(t, f, "Chưa có chuyến nào sắp tới", "Không có nhiệm vụ quá hạn")
	f.Press("Nhận gói dữ liệu")
	if r := f.LastRoute(); r.Page != page.PageExchange {
		t.Errorf("reading a bundle leads to %+v", r)
	}
}
