package programme

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func kitClear(f *pagetest.Fixture, p *tab) {
	f.Window.Canvas().Focus(p.panel.title.FocusTarget())
	for p.panel.title.Text() != "" {
		f.Key(fyne.KeyEnd)
		f.Key(fyne.KeyBackspace)
	}
}

func TestSpeakersAreAttendeesAndFreeText(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[0].ID)
	f.Window.Canvas().Focus(p.panel.leads.picker.FocusTarget())
	f.Type("long giang")
	f.Key(fyne.KeyDown)
	f.Key(fyne.KeyReturn)
	f.Type("Lãnh đạo hai huyện")
	f.Key(fyne.KeyReturn)
	leads := items(f)[0].Leads
	if len(leads) != 2 || leads[0].Attendee == "" || leads[1].Text != "Lãnh đạo hai huyện" {
		t.Fatalf("leads are %+v", leads)
	}
	if sub := p.titleSub(p.grid.Rows()[1]); !strings.Contains(sub, "Nông Long Giang; Lãnh đạo hai huyện") {
		t.Errorf("the list says %q", sub)
	}
	p.panel.leads.take(0)
	if leads := items(f)[0].Leads; len(leads) != 1 || leads[0].Text == "" {
		t.Errorf("after taking one off: %+v", leads)
	}
}

func TestEscapeLeadsBackToTheListWithoutTheDraft(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[1].ID)
	f.Key(fyne.KeyF2)
	if f.Window.Canvas().Focused() != p.panel.title.FocusTarget() {
		t.Fatal("F2 does not lead into the title")
	}
	p.panel.times.length.Focus()
	f.Key(fyne.KeyEscape)
	if f.Window.Canvas().Focused() != fyne.Focusable(p.grid) {
		t.Fatal("Escape does not lead to the list")
	}
	f.Key(fyne.KeyInsert)
	if p.draft == nil {
		t.Fatal("Insert begins no item")
	}
	f.Key(fyne.KeyEscape)
	if p.draft != nil || f.Window.Canvas().Focused() != fyne.Focusable(p.grid) || len(p.grid.Rows()) != 5 {
		t.Errorf("after Escape: draft %v, %d rows", p.draft, len(p.grid.Rows()))
	}
}

func TestPeopleAreOfferedByPrecedence(t *testing.T) {
	f, p := open(t, nil)
	choose(t, f, p, items(f)[0].ID)
	offered := p.panel.leads.search("")
	var expected []string
	for _, side := range []plan.Side{plan.Host, plan.Guest} {
		for _, placed := range f.Desk.Delegation(f.Visit, side) {
			expected = append(expected, placed.Attendee.Name)
		}
	}
	for i, c := range offered {
		if c.Title != expected[i] {
			t.Fatalf("%d is %q, want %q", i, c.Title, expected[i])
		}
	}
	if len(offered) != len(expected) {
		t.Errorf("%d are offered, want %d", len(offered), len(expected))
	}
}

func TestTopicsAudienceAndPlace(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[0].ID)
	p.panel.topics.ticks[1].Tapped(nil)
	p.panel.topics.ticks[0].Tapped(nil)
	p.panel.audience.OnCommit(forHost)
	item := items(f)[0]
	if len(item.Topics) != 2 || item.Topics[0] != p.state.view.Topics[0].ID || !item.Internal {
		t.Errorf("the item is %+v", item)
	}
	if places := p.places("dak glong"); len(places) == 0 || !strings.Contains(places[0].Title, "Đắk Glong") {
		t.Errorf("places are %v", places)
	}
}

func TestTheFilterHidesInternalItems(t *testing.T) {
	f, p := open(t, func(f *pagetest.Fixture) { busy(t, f) })
	all := len(p.grid.Rows())
	p.internal.Tapped(nil)
	if got := len(p.grid.Rows()); got != all-2 {
		t.Errorf("%d of %d rows are left", got, all)
	}
	if text := p.titleText(p.grid.Rows()[0]); text != "13 mục, 2 nội bộ" {
		t.Errorf("the day says %q", text)
	}
	hidden := items(f)[0]
	p.Open(page.Route{Record: hidden.ID})
	p.Update()
	if row, ok := p.grid.Selected(); !ok || row.item == nil || row.item.ID != hidden.ID || !p.internal.Checked() {
		t.Error("a hidden item is not shown when somebody goes there")
	}
}

func TestReviewLeadsToTheItem(t *testing.T) {
	f, p := open(t, func(f *pagetest.Fixture) { busy(t, f) })
	if len(p.state.clashes) != 3 {
		t.Fatalf("%d clashes", len(p.state.clashes))
	}
	p.review.open(target(p.state.clashes[0]))
	row, ok := p.grid.Selected()
	if !ok || row.item == nil || row.item.Title != "Phỏng vấn báo chí" {
		t.Fatalf("went to %+v", row)
	}
	if len(p.panel.times.said) == 0 {
		t.Error("nothing stands beside the times")
	}
	// It is put right where it stands, and the list says so.
	retype(f, p.panel.times.start, "17:30")
	if len(p.state.clashes) != 1 || len(p.panel.times.said) != 0 {
		t.Errorf("left are %v, beside the times %v", p.state.clashes, p.panel.times.said)
	}
}

func TestReviewLeadsToATopicInNoItem(t *testing.T) {
	f, p := open(t, short(t))
	for _, issue := range p.state.clashes {
		if issue.Key == "warning.topic_without_slot" {
			p.review.open(target(issue))
			if r := f.LastRoute(); r.Tab != page.TabTopics || r.Record == "" {
				t.Errorf("went to %+v", r)
			}
			return
		}
	}
	t.Fatal("no topic is without an item")
}

func TestTheSkeletonIsOneStep(t *testing.T) {
	f, p := open(t, empty(t))
	if len(p.grid.Rows()) != 0 {
		t.Fatalf("%d rows in an empty programme", len(p.grid.Rows()))
	}
	p.skeleton(plan.AfternoonStart)
	got := items(f)
	if len(got) != 11 || got[0].When.Start != "13:30" || got[0].When.Day != "2024-06-10" {
		t.Fatalf("made\n%s", brief(f))
	}
	f.Undo()
	if len(items(f)) != 0 {
		t.Errorf("one step back leaves\n%s", brief(f))
	}
}

func TestTheFirstItem(t *testing.T) {
	f, p := open(t, empty(t))
	p.addHere()
	f.Type("Đón tiếp đại biểu")
	f.Key(fyne.KeyReturn)
	want(t, f, "first", "08:00 30 Đón tiếp\n")
}

func TestIllustrativeTimesAreSaid(t *testing.T) {
	f, p := open(t, nil)
	if !p.note.Visible() {
		t.Error("the sample visit does not say that its times are an illustration")
	}
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	v.TimesIllustrative = false
	if err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(v) }); err != nil {
		t.Fatal(err)
	}
	if p.note.Visible() {
		t.Error("the note stays")
	}
}

func TestHereLeadsBackToTheItem(t *testing.T) {
	f, p := open(t, nil)
	choose(t, f, p, items(f)[2].ID)
	if r := p.Here(); r.Record != items(f)[2].ID || r.Tab != page.TabProgramme || r.Visit != f.Visit {
		t.Errorf("here is %+v", r)
	}
}

// BenchmarkSelect goes through a programme of 60 items.
func BenchmarkSelect(b *testing.B) {
	f := pagetest.New(b)
	err := f.Desk.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		for i := range 50 {
			item := &plan.AgendaItem{Visit: f.Visit, Title: fmt.Sprintf("Mục %d", i), ItemKind: plan.ItemSession}
			item.When = plan.Slot{Day: "2024-06-11", Start: civil.ClockAt(7*60 + 15*i), Length: 15}
			if err := tx.Put(item); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	p := NewTab(f.Host).(*tab)
	f.ShowTab(p)
	p.grid.Focus()
	b.Run("Select", func(b *testing.B) {
		for i := range b.N {
			key := fyne.KeyDown
			if i%60 >= 30 {
				key = fyne.KeyUp
			}
			f.Key(key)
		}
	})
	b.Run("Update", func(b *testing.B) {
		for range b.N {
			p.Update()
		}
	})
}

func TestTheProgrammeLooksAsItWasLeft(t *testing.T) {
	f, p := open(t, nil)
	test.Tap(p.shift)
	test.Tap(p.internal)
	p.grid.OnWidths(map[string]float32{"time": 200})
	again := NewTab(f.Host).(*tab)
	if again.shift.Checked() || again.internal.Checked() {
		t.Error("the ticks are not remembered")
	}
	f.ShowTab(p)
	p.grid.SetWidths(map[string]float32{"time": 200})
	before := test.RenderToMarkup(f.Window.Canvas())
	f.ShowTab(again)
	if test.RenderToMarkup(f.Window.Canvas()) != before {
		t.Error("the widths of the columns are not remembered")
	}
}
