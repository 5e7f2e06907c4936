package overview_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/overview"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// show opens the overview over the sample visit, three days before its day.
func show(t *testing.T) *pagetest.Fixture {
	t.Helper()
	f := pagetest.New(t)
	edit(t, f, func(v *plan.Visit) { v.Status = plan.StatusPreparing })
	f.Show(overview.New(f.Host), page.Route{})
	return f
}

func edit(t *testing.T, f *pagetest.Fixture, change func(*plan.Visit)) {
	t.Helper()
	err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, _ := desk.Read[*plan.Visit](tx, f.Visit)
		change(v)
		return tx.Put(v)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, f *pagetest.Fixture, records ...plan.Record) {
	t.Helper()
	err := f.Desk.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		for _, r := range records {
			if err := tx.Put(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func said(f *pagetest.Fixture) string { return test.RenderToMarkup(f.Window.Canvas()) }

func expect(t *testing.T, f *pagetest.Fixture, sentences ...string) {
	t.Helper()
	shown := said(f)
	for _, s := range sentences {
		if !strings.Contains(shown, s) {
			t.Errorf("%q is not shown", s)
		}
	}
}

func TestTheNextVisitAndItsDay(t *testing.T) {
	f := show(t)
	expect(t, f, "Hôm nay, thứ Sáu 07/06/2024", "Thạch An → Đắk Glong", "Còn 3 ngày", "Đón", "5/9",
		"Ngày làm việc tới: thứ Hai 10/06/2024", "13:30", "Đón tiếp Đoàn công tác", "Nghi thức",
		"Không có nhiệm vụ quá hạn")
	edit(t, f, func(v *plan.Visit) { v.Status = plan.StatusCancelled })
	if strings.Contains(said(f), "Thạch An → Đắk Glong") {
		t.Error("a cancelled visit is still ahead")
	}
	expect(t, f, "Chưa có chuyến nào sắp tới")
}

func TestFollowUpsThatAreDue(t *testing.T) {
	f := show(t)
	put(
		t, f,
		&plan.FollowUp{Visit: f.Visit, Action: "Gửi biên bản", Due: "2024-06-02", State: plan.FollowUpTodo},
		&plan.FollowUp{Visit: f.Visit, Action: "Gửi giấy mời", Due: "2024-06-07", State: plan.FollowUpTodo},
		&plan.FollowUp{Visit: f.Visit, Action: "Kiểm tra đường", Due: "2024-06-21", State: plan.FollowUpDoing},
		&plan.FollowUp{Visit: f.Visit, Action: "Báo cáo sau cùng", Due: "2024-06-22", State: plan.FollowUpTodo},
		&plan.FollowUp{Visit: f.Visit, Action: "Việc đã xong", Due: "2024-06-01", State: plan.FollowUpDone},
	)
	expect(t, f, "Quá hạn 5 ngày", "1 quá hạn", "Gửi giấy mời", "Đến hạn hôm nay", "2 sắp đến hạn", "21/06/2024")
	for _, absent := range []string{"Báo cáo sau cùng", "Việc đã xong", "Không có nhiệm vụ quá hạn"} {
		if strings.Contains(said(f), absent) {
			t.Errorf("%q is shown", absent)
		}
	}
}

func TestAPaperThatHasChangedSinceItWasPrinted(t *testing.T) {
	f := show(t)
	if err := f.Desk.Printed(f.Visit, f.Desk.Moment(), papers.Request{Kind: plan.PaperProgramme}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(said(f), "Đã đổi, chưa in lại") {
		t.Fatal("a paper just printed is out of date")
	}
	put(t, f, &plan.AgendaItem{Visit: f.Visit, Title: "Chụp ảnh lưu niệm", When: plan.Slot{Day: "2024-06-10", Start: "17:30", Length: 10}})
	expect(t, f, "Đã đổi, chưa in lại", "1 văn bản", "In lại")
}

func TestEachLineLeadsToItsPlace(t *testing.T) {
	f := show(t)
	put(t, f, &plan.FollowUp{Visit: f.Visit, Action: "Gửi biên bản", Due: "2024-06-02", State: plan.FollowUpTodo})
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		switch o := o.(type) {
		case *kit.Line:
			test.Tap(o)
			if r := f.LastRoute(); r.Tab != page.TabFollowUps || r.Visit != f.Visit || r.Record == "" {
				t.Errorf("a follow-up leads to %+v", r)
			}
		case *kit.Card:
			test.Tap(o)
			if r := f.LastRoute(); r.Page != page.PageVisit || r.Visit != f.Visit || r.Tab != "" {
				t.Errorf("a visit leads to %+v", r)
			}
		}
	}
	f.Press("Thêm chuyến công tác")
	if r := f.LastRoute(); r != (page.Route{Page: page.PageVisits, Record: page.RecordNew}) {
		t.Errorf("a new visit leads to %+v", r)
	}
	if len(f.Routes) < 3 {
		t.Errorf("only %d places were led to", len(f.Routes))
	}
}

func TestTheFocusSurvivesAChangeElsewhere(t *testing.T) {
	f := show(t)
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if c, ok := o.(*kit.Card); ok {
			f.Window.Canvas().Focus(c)
		}
	}
	before := f.Window.Canvas().Focused()
	put(t, f, &plan.Person{Name: "Đại biểu 01"})
	shown := false
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		shown = shown || o == before.(fyne.CanvasObject)
	}
	if before == nil || !shown {
		t.Error("the page was built anew although nothing on it has changed")
	}
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "overview", overview.New, func(f *pagetest.Fixture, _ page.Page) {
		edit(t, f, func(v *plan.Visit) { v.Status = plan.StatusPreparing })
		put(t, f, &plan.FollowUp{Visit: f.Visit, Action: "Gửi biên bản", Due: "2024-06-02", State: plan.FollowUpTodo})
	})
}
