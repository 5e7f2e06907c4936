package desk_test

import (
	"encoding/json"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// What a model or a figure said is gone from every paper on which it stood: each
// of them is a changed print, and no other is.
func TestWhatIsDeletedBesideAVisitIsAChange(t *testing.T) {
	for name, pick := range map[string]func(*desk.Desk, string) string{
		"a model":  func(d *desk.Desk, _ string) string { return desk.All[*plan.Model](d)[0].ID },
		"a figure": func(d *desk.Desk, visit string) string { return figureOf(t, d, visit) },
	} {
		t.Run(name, func(t *testing.T) {
			d, view := printedSample(t)
			visit := view.Visit.ID
			id := pick(d, visit)
			var asks []papers.Request
			for _, kind := range papers.Kinds() {
				if kind.Per == papers.PerVisit { // of a model that is gone there is no sheet
					asks = append(asks, papers.Request{Kind: kind.Code})
				}
			}
			if err := d.Printed(visit, d.Moment(), asks...); err != nil {
				t.Fatal(err)
			}
			before := map[papers.Request]string{}
			for _, ask := range asks {
				before[ask] = blocksOf(t, d, visit, ask)
			}
			change(t, d, func(tx *desk.Tx) error { return tx.Delete(id) })
			seen := 0
			for _, ask := range asks {
				r, err := d.Reprint(visit, ask, func(plan.Record, string) string { return "" })
				if err != nil {
					t.Fatal(err)
				}
				different := before[ask] != blocksOf(t, d, visit, ask)
				if different != (r.Changes > 0) {
					t.Errorf("%s: different %v, %d changes", ask.Kind, different, r.Changes)
				}
				if different {
					seen++
				}
			}
			_, err := d.Subject(visit, papers.Request{Kind: "model_sheet", Model: id}, noWords)
			if refused := fault.KeyOf(err) == "fault.no_such_model"; seen == 0 && !refused {
				t.Error("it stood on no paper")
			}
		})
	}
}

// figureOf gives a figure of the localities of a visit.
func figureOf(t *testing.T, d *desk.Desk, visit string) string {
	t.Helper()
	s, err := d.Subject(visit, papers.Request{Kind: "comparison"}, nil)
	if err != nil || len(s.Figures) == 0 {
		t.Fatalf("no figures: %v", err)
	}
	return s.Figures[0].ID
}

// blocksOf is all that stands on a paper.
func blocksOf(t *testing.T, d *desk.Desk, visit string, ask papers.Request) string {
	t.Helper()
	s, err := d.Subject(visit, ask, func(plan.Record, string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	kind, _ := papers.KindNamed(ask.Kind)
	raw, err := json.Marshal(kind.Make(s).Blocks)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
