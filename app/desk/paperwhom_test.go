package desk_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// A paper for one person or one model is none without.
func TestPapersForNobodyAreRefused(t *testing.T) {
	d, view := printedSample(t)
	for _, c := range []struct {
		ask papers.Request
		key string
	}{
		{papers.Request{Kind: plan.PaperProgramme, Variant: "personal"}, "fault.paper_whom"},
		{papers.Request{Kind: plan.PaperProgramme, Variant: "personal", Attendee: "nonsense"}, "fault.no_such_person"},
		{papers.Request{Kind: plan.PaperProgramme, Attendee: "nonsense"}, ""},
		{papers.Request{Kind: "model_sheet"}, "fault.paper_which_model"},
		{papers.Request{Kind: "model_sheet", Model: "nonsense"}, "fault.no_such_model"},
	} {
		if _, err := d.Subject(view.Visit.ID, c.ask, noWords); fault.KeyOf(err) != c.key {
			t.Errorf("%+v: %v, want %q", c.ask, err, c.key)
		}
	}
}

// A visit that sees no model has the blank sheet of one.
func TestTheSheetOfAModelIsAFormWhereThereIsNone(t *testing.T) {
	d, view := printedSample(t)
	err := d.Do(desk.Step{}, func(tx *desk.Tx) error {
		for _, f := range view.FieldVisits {
			if err := tx.Delete(f.ID); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.Subject(view.Visit.ID, papers.Request{Kind: "model_sheet"}, noWords)
	if err != nil {
		t.Fatal(err)
	}
	if title := papers.ModelSheet(s).Title; title != "Phiếu mô hình: " {
		t.Errorf("sheet %q", title)
	}
}
