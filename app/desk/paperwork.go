package desk

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"nhipcau/app/civil"
	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// Subject gathers a visit for a paper: names in place of ids, attendees in the
// order of their delegation, and what the office has decided about the paper.
// openIn words one field on which the offices differ.
func (d *Desk) Subject(visit, kind string, openIn func(plan.Record, string) string) (papers.Subject, error) {
	view, ok := d.View(visit)
	if !ok {
		return papers.Subject{}, fault.New("fault.no_such_visit", "ID", visit)
	}
	day := view.Visit.When.From
	s := papers.Subject{View: view, Guest: d.party(view.Visit.Guest, day), Issuer: d.Office()}
	for _, id := range view.Hosts() {
		s.Hosts = append(s.Hosts, d.party(id, day))
	}
	s.View.Attendees = nil
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		for _, p := range d.order(view.Attendees, side) {
			s.View.Attendees = append(s.View.Attendees, p.Attendee)
		}
	}
	s.Paper = d.PaperOf(visit, kind)
	if s.Issuer != nil && !slices.Contains(view.Hosts(), s.Issuer.Locality) {
		s.Issuer = nil // the programme is the host's paper, whoever prints it
	}
	s.Open = openFields(view, openIn)
	return s, nil
}

func (d *Desk) party(id string, day civil.Date) papers.Party {
	p, ok := d.Locality(id, day)
	if !ok {
		return papers.Party{}
	}
	return papers.Party{ID: p.ID, Name: p.Name, Running: p.Running, Path: p.Path, Type: p.Type}
}

// openFields words the fields on which the offices differ, over what stands on
// a programme.
func openFields(view plan.VisitView, word func(plan.Record, string) string) []string {
	var out []string
	look := func(r plan.Record) {
		for _, field := range r.Meta().Conflicts {
			out = append(out, word(r, field))
		}
	}
	look(view.Visit)
	for _, a := range view.Attendees {
		look(a)
	}
	for _, item := range view.Agenda {
		look(item)
	}
	return out
}

// PaperOf gives what our office has decided about a paper of a visit; an empty
// record, not kept yet, where nothing is decided. Its id follows from visit,
// kind and office, so that two PCs of one office speak of one paper.
func (d *Desk) PaperOf(visit, kind string) *plan.Paper {
	id := uuid.NewSHA1(paperSpace, []byte(visit+"/"+kind+"/"+d.OfficeID())).String()
	if p, ok := Get[*plan.Paper](d, id); ok && !p.Trashed {
		return p
	}
	p := &plan.Paper{Visit: visit, PaperKind: kind}
	p.ID = id
	return p
}

// paperSpace is the namespace of the ids of papers. It must never change.
var paperSpace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("urn:nhipcau:paper"))

// Printed notes that a paper of a visit was printed or written to a file.
func (d *Desk) Printed(visit, kind string) error {
	return d.Do(Step{Why: "print"}, func(tx *Tx) error {
		p := d.PaperOf(visit, kind)
		p.Printed = d.opts.Now().UTC().Format(time.RFC3339)
		return tx.Put(p)
	})
}
