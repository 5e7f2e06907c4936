package followups_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/followups"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// add types words at the foot of a list and presses Enter.
func add(f *pagetest.Fixture, words string) {
	f.Field("").Focus()
	f.Type(words)
	f.Key(fyne.KeyReturn)
}

func TestEnterAddsTheNextTask(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(followups.NewTab(f.Host))
	add(f, "Gửi biên bản buổi làm việc")
	f.Type("Báo cáo kết quả")
	f.Key(fyne.KeyReturn)
	got := desk.Of[*plan.FollowUp](f.Desk, f.Visit)
	if len(got) != 2 || got[0].Action != "Gửi biên bản buổi làm việc" || got[1].Action != "Báo cáo kết quả" {
		t.Fatalf("tasks: %+v", got)
	}
	if got[0].Pos >= got[1].Pos {
		t.Errorf("places %q, %q", got[0].Pos, got[1].Pos)
	}
}

func TestFormKeepsWhatIsTypedAndUndoTakesItBack(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(followups.NewTab(f.Host))
	add(f, "Gửi biên bản")
	f.Fill(f.Words.Field(plan.KindFollowUp, "lead"), "Văn phòng HĐND và UBND")
	f.Fill(f.Words.Field(plan.KindFollowUp, "due"), "20-6-2024")
	got := desk.Of[*plan.FollowUp](f.Desk, f.Visit)[0]
	if got.Lead != "Văn phòng HĐND và UBND" || got.Due != "2024-06-20" || len(got.Conflicts) != 0 {
		t.Fatalf("kept %+v", got)
	}
	f.Undo()
	if got = desk.Of[*plan.FollowUp](f.Desk, f.Visit)[0]; got.Due != "" || got.Lead == "" {
		t.Errorf("after one undo: due %q, lead %q", got.Due, got.Lead)
	}
}

// Whoever enters an old visit years later writes its dates as they were written
// then: without a year.
func TestADeadlineWithoutAYearFollowsTheVisit(t *testing.T) {
	f := pagetest.New(t)
	f.Today = func() civil.Date { return "2026-11-24" }
	f.ShowTab(followups.NewTab(f.Host))
	add(f, "Gửi biên bản")
	for typed, want := range map[string]civil.Date{"30/6": "2024-06-30", "ngày 1 tháng 3": "2025-03-01", "30/6/26": "2026-06-30"} {
		f.Fill(f.Words.Field(plan.KindFollowUp, "due"), typed)
		if got := desk.Of[*plan.FollowUp](f.Desk, f.Visit)[0]; got.Due != want {
			t.Errorf("%q: due %q, want %q", typed, got.Due, want)
		}
	}
}

func TestProgressIsKeptWithItsDay(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(followups.NewTab(f.Host))
	add(f, "Gửi biên bản")
	f.Field(f.Say("followups.progress")).Focus()
	f.Type("Đã soạn xong")
	f.Key(fyne.KeyReturn)
	got := desk.Of[*plan.ProgressEntry](f.Desk, f.Visit)
	if len(got) != 1 || got[0].Text != "Đã soạn xong" || got[0].On != pagetest.Today {
		t.Errorf("progress: %+v", got)
	}
}

func TestAllTasksLeadToTheirVisit(t *testing.T) {
	f := pagetest.New(t)
	task := &plan.FollowUp{Visit: f.Visit, Action: "Gửi biên bản", Due: "2024-06-01"}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(task) }); err != nil {
		t.Fatal(err)
	}
	f.Show(followups.New(f.Host), page.Route{Page: page.PageFollowUps, Record: task.ID})
	f.Shot("followups-all")
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "followups", followups.NewTab, func(f *pagetest.Fixture, _ page.Page) {
		add(f, "Gửi biên bản buổi làm việc")
		f.Fill(f.Words.Field(plan.KindFollowUp, "due"), "1/6/2024")
		add(f, "Báo cáo kết quả chuyến công tác")
	})
}
