package desk_test

import (
	"strings"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

var programme = papers.Request{Kind: plan.PaperProgramme}

// printedSample is the sample visit whose programme has been printed.
func printedSample(t *testing.T) (*desk.Desk, plan.VisitView) {
	t.Helper()
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Printed(visit, d.Moment(), programme); err != nil {
		t.Fatal(err)
	}
	view, _ := d.View(visit)
	return d, view
}

func reprint(t *testing.T, d *desk.Desk, visit string) (desk.Reprint, string) {
	t.Helper()
	r, err := d.Reprint(visit, programme, func(plan.Record, string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := paper.Layout(r.Document, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return r, strings.Join(strings.Fields(pages.Text()), " ")
}

func change(t *testing.T, d *desk.Desk, fn func(tx *desk.Tx) error) {
	t.Helper()
	if err := d.Do(desk.Step{}, fn); err != nil {
		t.Fatal(err)
	}
}

func TestNothingChangedIsTheSamePrint(t *testing.T) {
	d, view := printedSample(t)
	r, text := reprint(t, d, view.Visit.ID)
	if r.Changes != 0 || r.Revision != 1 || r.Last.IsZero() || strings.Contains(text, "Bản in") {
		t.Errorf("%d changes, print %d of %v", r.Changes, r.Revision, r.Last)
	}
}

func TestNeverPrintedHasNoMarks(t *testing.T) {
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	if r, _ := reprint(t, d, visit); !r.Last.IsZero() || r.Changes != 0 || r.Revision != 1 {
		t.Errorf("%+v", r)
	}
}

// Changed, new and deleted lines are found against what stood at the last print.
func TestReprintMarksWhatChangedSince(t *testing.T) {
	d, view := printedSample(t)
	moved, gone := view.Agenda[0], view.Agenda[len(view.Agenda)-1]
	change(t, d, func(tx *desk.Tx) error {
		moved.When.Start = "13:15"
		if err := tx.Put(moved); err != nil {
			return err
		}
		if err := tx.Delete(gone.ID); err != nil {
			return err
		}
		slot := view.Agenda[7].When
		return tx.Put(&plan.AgendaItem{Visit: view.Visit.ID, Title: "Ký kết chương trình phối hợp", When: slot, Pos: "zz"})
	})
	r, text := reprint(t, d, view.Visit.ID)
	if r.Revision != 2 {
		t.Errorf("print %d", r.Revision)
	}
	var marked []string
	for _, b := range r.Document.Blocks {
		switch b := b.(type) {
		case paper.Paragraph:
			if b.Changed {
				marked = append(marked, b.Runs[0].Text)
			}
		case paper.Table:
			for _, row := range b.Rows {
				if row.Changed {
					marked = append(marked, row.Cells[2].Paragraphs[0].Runs[0].Text)
				}
			}
		}
	}
	all := strings.Join(marked, "\n")
	for _, want := range []string{"Thời gian", moved.Title, "Ký kết chương trình phối hợp", "Đã bỏ: 16h20"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not marked in\n%s", want, all)
		}
	}
	if strings.Contains(all, view.Agenda[2].Title) {
		t.Errorf("what stayed is marked:\n%s", all)
	}
	if !strings.Contains(text, "Bản in lần 2, lúc ") || !strings.Contains(text, "; thay bản in lúc ") {
		t.Errorf("no line of the reprint in %.200s", text)
	}
}

// The number of the print follows what is printed, not how often.
func TestRevisionCountsPrintsThatDiffer(t *testing.T) {
	d, view := printedSample(t)
	id := view.Visit.ID
	revision := func() int { return d.PaperOf(id, plan.PaperProgramme, "").Revision }
	again := func() {
		t.Helper()
		if err := d.Printed(id, d.Moment(), programme); err != nil {
			t.Fatal(err)
		}
	}
	if again(); revision() != 1 {
		t.Errorf("printed again as it was: %d", revision())
	}
	change(t, d, func(tx *desk.Tx) error {
		view.Agenda[1].Title = "Thông tin khái quát"
		return tx.Put(view.Agenda[1])
	})
	if again(); revision() != 2 {
		t.Errorf("printed after a change: %d", revision())
	}
	if r, _ := reprint(t, d, id); r.Changes != 0 {
		t.Errorf("%d changes right after a print", r.Changes)
	}
}

// What was changed and taken back, or deleted and brought back, is no change; nor
// is what another paper says.
func TestWhatIsAsItWasIsNoChange(t *testing.T) {
	d, view := printedSample(t)
	change(t, d, func(tx *desk.Tx) error { return tx.Delete(view.Agenda[3].ID) })
	if r, _ := reprint(t, d, view.Visit.ID); r.Changes == 0 {
		t.Error("a deleted item is no change")
	}
	change(t, d, func(tx *desk.Tx) error { return tx.Restore(view.Agenda[3].ID) })
	change(t, d, func(tx *desk.Tx) error {
		return tx.Put(&plan.Question{Visit: view.Visit.ID, Topic: view.Topics[0].ID, Text: "Kinh phí?"})
	})
	if r, _ := reprint(t, d, view.Visit.ID); r.Changes != 0 {
		t.Errorf("%d changes", r.Changes)
	}
}

// What a partner brings after the print is a change like our own.
func TestImportedChangesAreMarked(t *testing.T) {
	d, view := printedSample(t)
	partner := desktest.Open(t, desktest.NewStore(), 2)
	bring := func(from, to *desk.Desk) {
		t.Helper()
		b, err := from.Export(desk.Scope{Visit: view.Visit.ID})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Import(b); err != nil {
			t.Fatal(err)
		}
	}
	bring(d, partner)
	there, _ := partner.View(view.Visit.ID)
	change(t, partner, func(tx *desk.Tx) error {
		there.Agenda[4].Title = "Khó khăn, vướng mắc của hai địa phương"
		return tx.Put(there.Agenda[4])
	})
	bring(partner, d)
	if r, _ := reprint(t, d, view.Visit.ID); r.Changes != 1 {
		t.Errorf("%d changes, want 1", r.Changes)
	}
}

// An edit in the second of the print is later than it, by the order of changes.
func TestReprintDoesNotGoByTheClock(t *testing.T) {
	d, view := printedSample(t)
	change(t, d, func(tx *desk.Tx) error { view.Agenda[1].Title = "Khác"; return tx.Put(view.Agenda[1]) })
	r, _ := reprint(t, d, view.Visit.ID)
	if r.Changes != 1 || r.Last.After(d.Now().Add(time.Minute)) {
		t.Errorf("%d changes", r.Changes)
	}
}
