// Package paperstest holds what tests of papers share: the sample visit and a
// hard one, and golden display lists and pictures of pages.
//
// It knows the desk, so that papers are tested on what a desk gives them; only
// tests may import it.
package paperstest

import (
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

// Visit is a visit in a desk of its own.
type Visit struct {
	Name string
	Desk *desk.Desk
	ID   string
	// Today is the day on which its papers are made, some months after it.
	Today civil.Date
}

// Visits gives the sample visit and the hard one.
func Visits(t testing.TB) []Visit { return []Visit{Sample(t), HardVisit(t)} }

// Sample gives the sample visit.
func Sample(t testing.TB) Visit {
	t.Helper()
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	return Visit{"sample", d, visit, "2024-10-15"}
}

// HardVisit gives the hard visit.
func HardVisit(t testing.TB) Visit {
	t.Helper()
	d := desktest.New(t)
	return Visit{"hard", d, Hard(t, d), HardDay.AddMonths(8)}
}

// Document makes a paper of the visit.
func (v Visit) Document(t testing.TB, ask papers.Request) paper.Document {
	t.Helper()
	return Make(t, v.Subject(t, ask))
}

// Subject gives what a paper of the visit is made from.
func (v Visit) Subject(t testing.TB, ask papers.Request) papers.Subject {
	t.Helper()
	s, err := v.Desk.Subject(v.ID, ask, func(r plan.Record, field string) string { return r.Label() + " (" + field + ")" })
	if err != nil {
		t.Fatal(err)
	}
	s.Today = v.Today
	return s
}

// Make makes the paper that a subject asks for.
func Make(t testing.TB, s papers.Subject) paper.Document {
	t.Helper()
	kind, ok := papers.KindNamed(s.Request.Kind)
	if !ok {
		t.Fatalf("no paper %q", s.Request.Kind)
	}
	return kind.Make(s)
}

// Layout lays a document out in the typeface that comes with the program.
func Layout(t testing.TB, doc paper.Document) *paper.Pages {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := paper.Layout(doc, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// Requests lists every paper in every variant that can be made of a visit; a
// paper of one person or one model is asked for the first there is.
func Requests(v Visit) []papers.Request {
	var out []papers.Request
	for _, kind := range papers.Kinds() {
		entry, _ := v.Desk.Catalogue().Paper(kind.Code)
		variants := []string{""}
		for i, variant := range entry.Variants {
			if i > 0 {
				variants = append(variants, variant.Code)
			}
		}
		for _, variant := range variants {
			ask := papers.Request{Kind: kind.Code, Variant: variant}
			ask.Attendee, ask.Model = v.first(plan.KindAttendee), v.first(plan.KindModel)
			out = append(out, ask)
		}
	}
	return out
}

// first is the id of the first record of a kind that stands on papers.
func (v Visit) first(kind plan.Kind) string {
	if kind == plan.KindAttendee {
		if a := v.Desk.Delegation(v.ID, plan.Guest); len(a) > 0 {
			return a[0].Attendee.ID
		}
		return ""
	}
	for _, f := range desk.Of[*plan.FieldVisit](v.Desk, v.ID) {
		if f.Model != "" {
			return f.Model
		}
	}
	return ""
}
