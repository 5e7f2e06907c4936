package desk

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"nhipcau/app/civil"
	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// Subject gathers a visit for a paper: names in place of ids, attendees in the
// order of their delegation, and what the office has decided about the paper.
// openIn words one field on which the offices differ. A visit that is not here,
// or lies in the bin, is a fault.
func (d *Desk) Subject(visit, kind string, openIn func(plan.Record, string) string) (papers.Subject, error) {
	view, ok := d.View(visit)
	if !ok || view.Visit.Trashed {
		return papers.Subject{}, fault.New("fault.no_such_visit", "ID", visit)
	}
	day := view.Visit.When.From
	s := papers.Subject{View: view, Guest: d.party(view.Visit.Guest, day), Issuer: d.issuer(view.Hosts())}
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
	s.Names = d.leadingNames(view.Visit.Title)
	s.Open = openFields(view, openIn)
	return s, nil
}

// issuer is the office that issues the papers of the host side, whoever prints
// them: our own where we are a host, else the office of the first host whose
// record has come here, nil if none has.
func (d *Desk) issuer(hosts []string) *plan.Office {
	if own := d.Office(); own != nil && slices.Contains(hosts, own.Locality) {
		return own
	}
	offices := All[*plan.Office](d)
	for _, host := range hosts {
		for _, office := range offices {
			if office.Locality == host {
				return office
			}
		}
	}
	return nil
}

// leadingNames gives the names of localities and people of the directory by
// which a text begins. A locality of one syllable is not looked for: many a
// verb is spelt like one.
func (d *Desk) leadingNames(text string) []string {
	var out []string
	for _, p := range All[*plan.Person](d) {
		if p.Name != "" && strings.HasPrefix(text, p.Name) {
			out = append(out, p.Name)
		}
	}
	const most = 5 // words of the longest names of localities
	words := strings.Fields(text)
	for n := 1; n <= min(most, len(words)) && startsUpper(words[n-1]); n++ {
		name := strings.Join(words[:n], " ")
		if n == 1 {
			continue
		}
		for _, place := range d.FindLocalities(name, "", 1) {
			if vietnamese.ToneKey(place.Name) == vietnamese.ToneKey(name) {
				out = append(out, name)
			}
		}
	}
	return out
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
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

// PaperOf gives what is decided about a paper of a visit; an empty record, not
// kept yet, where there is none. Of several records of the kind, those that say
// something go before those that only note a print, then the ones of the office
// that issues the paper before our own and those of others, so that guest and
// host print the same paper.
func (d *Desk) PaperOf(visit, kind string) *plan.Paper {
	own := d.OfficeID()
	offices := []string{own}
	if issuer := d.issuer(d.hostsOf(visit)); issuer != nil && issuer.ID != own {
		offices = []string{issuer.ID, own}
	}
	papers := slices.DeleteFunc(Of[*plan.Paper](d, visit), func(p *plan.Paper) bool { return p.PaperKind != kind })
	slices.SortStableFunc(papers, func(a, b *plan.Paper) int {
		return cmp.Compare(paperRank(a, offices), paperRank(b, offices))
	})
	if len(papers) > 0 {
		return papers[0]
	}
	p := &plan.Paper{Visit: visit, PaperKind: kind}
	p.ID = paperID(visit, kind, own)
	return p
}

func (d *Desk) hostsOf(visit string) []string {
	v, ok := Get[*plan.Visit](d, visit)
	if !ok {
		return nil
	}
	return plan.VisitView{Visit: v, Stops: Of[*plan.Stop](d, visit)}.Hosts()
}

// paperRank is smaller the more a paper has to say about what is printed.
func paperRank(p *plan.Paper, offices []string) int {
	rank := slices.Index(offices, p.Office)
	if rank < 0 {
		rank = len(offices)
	}
	rank *= 2
	if p.ID != paperID(p.Visit, p.PaperKind, p.Office) {
		rank++
	}
	if !p.Decided() {
		rank += 2 * (len(offices) + 1)
	}
	return rank
}

// paperID is the id of a paper that an office makes in the window. It follows
// from visit, kind and office, so that two PCs of one office make one record.
func paperID(visit, kind, office string) string {
	return uuid.NewSHA1(paperSpace, []byte(visit+"/"+kind+"/"+office)).String()
}

// paperSpace is the namespace of the ids of papers. It must never change.
var paperSpace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("urn:nhipcau:paper"))

// Printed notes that a paper of a visit was printed or written to a file.
func (d *Desk) Printed(visit, kind string) error {
	return d.Do(Step{Why: "print", NoUndo: true}, func(tx *Tx) error {
		p := d.PaperOf(visit, kind)
		p.Printed = d.opts.Now().UTC().Format(time.RFC3339)
		return tx.Put(p)
	})
}
