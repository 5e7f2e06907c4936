package papers

import (
	"fmt"
	"slices"

	"nhipcau/app/catalogue"
	"nhipcau/app/desk"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// shown is what was fetched last.
type shown struct {
	ask     papers.Request
	kind    papers.Kind
	entry   catalogue.PaperKind
	entries []entry
	pages   *paper.Pages
	doc     paper.Document
	record  *plan.Paper
	subject papers.Subject
	reprint desk.Reprint // where changes are marked
	// partly says that only pages with changes are shown, of whole ones.
	partly bool
	whole  int
	err    error
}

// internal counts the items that the paper leaves out: they stand on the internal
// form of the programme only.
func (s shown) internal() int {
	if s.ask.Kind != plan.PaperProgramme || s.ask.Variant == "internal" {
		return 0
	}
	n := 0
	for _, item := range s.subject.View.Agenda {
		if item.Internal {
			n++
		}
	}
	return n
}

// fetch runs off the UI goroutine.
func (t *tab) fetch(visit string, ask papers.Request, marked marking) shown {
	d := t.host.Desk
	got := shown{}
	got.kind, _ = papers.KindNamed(ask.Kind)
	got.entry, _ = d.Catalogue().Paper(ask.Kind)
	ask = firstOf(d, visit, got.kind.For(got.entry, ask.Variant), ask)
	subject, err := d.Subject(visit, ask, t.openField)
	if err != nil {
		return shown{err: err}
	}
	got.subject, got.record, got.ask = subject, subject.Paper, subject.Request
	got.entries = entriesOf(d.Catalogue(), t.host.Words.Language(), subject.View)
	got.doc = got.kind.Make(subject)
	if _, printed := got.subject.Print.PrintedAt(); printed && marked.on {
		if got.reprint, err = d.Reprint(visit, got.ask, t.openField); err != nil {
			return shown{err: err}
		}
		got.doc = got.reprint.Document
	}
	if got.pages, got.err = t.layout(got.doc); got.err == nil {
		got.leaveOut(marked)
	}
	return got
}

// firstOf names the first person or model where the paper is for one and the
// request names none that there is.
func firstOf(d *desk.Desk, visit string, per papers.Per, ask papers.Request) papers.Request {
	switch per {
	case papers.PerAttendee:
		if a, ok := desk.Get[*plan.Attendee](d, ask.Attendee); !ok || a.Trashed || a.Visit != visit {
			ask.Attendee = firstAttendee(d, visit)
		}
	case papers.PerModel:
		if m, ok := desk.Get[*plan.Model](d, ask.Model); !ok || m.Trashed || !slices.Contains(modelsOf(d, visit), m.ID) {
			ask.Model = ""
			if models := modelsOf(d, visit); len(models) > 0 {
				ask.Model = models[0]
			}
		}
	case papers.PerVisit:
	}
	return ask
}

func firstAttendee(d *desk.Desk, visit string) string {
	for _, p := range append(d.Delegation(visit, plan.Guest), d.Delegation(visit, plan.Host)...) {
		if !p.Attendee.Group && p.Attendee.Attendance != plan.Declined {
			return p.Attendee.ID
		}
	}
	return ""
}

// modelsOf lists the models that a visit sees, in the order of the papers.
func modelsOf(d *desk.Desk, visit string) []string {
	var out []string
	for _, f := range desk.Of[*plan.FieldVisit](d, visit) {
		if m, ok := desk.Get[*plan.Model](d, f.Model); ok && !m.Trashed {
			out = append(out, m.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// layout runs off the UI goroutine.
func (t *tab) layout(doc paper.Document) (*paper.Pages, error) {
	fonts, err := t.fonts.of(t.typefaceChoice())
	if err != nil {
		return nil, err
	}
	return paper.Layout(doc, fonts)
}

// typefaceChoice is what our office has chosen.
func (t *tab) typefaceChoice() string {
	if office := t.host.Desk.Office(); office != nil {
		return office.Layout.Font
	}
	return ""
}

func (t *tab) openField(r plan.Record, field string) string {
	return fmt.Sprintf("%s (%s)", r.Label(), t.host.Words.Field(r.Kind(), field))
}
