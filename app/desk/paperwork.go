package desk

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"nhipcau/app/civil"
	"nhipcau/app/fault"
	"nhipcau/app/paper/official"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/precedence"
	"nhipcau/app/vietnamese"
)

// Subject gathers a visit for a paper: names in place of ids, attendees in the
// order of their delegation, and what the office has decided about the paper.
// openIn words one field on which the offices differ. A visit that is not here,
// or lies in the bin, is a fault, and so is a paper, a variant, a person or a
// model that is not known, or none where the paper is for one.
func (d *Desk) Subject(visit string, ask papers.Request, openIn func(plan.Record, string) string) (papers.Subject, error) {
	view, ok := d.View(visit)
	if !ok || view.Visit.Trashed {
		return papers.Subject{}, fault.New("fault.no_such_visit", "ID", visit)
	}
	if ask, ok = d.usual(ask); !ok {
		return papers.Subject{}, fault.New("fault.unknown_variant", "Kind", ask.Kind, "Variant", ask.Variant)
	}
	if err := d.known(view, ask); err != nil {
		return papers.Subject{}, err
	}
	s := papers.Subject{
		Request: ask, Catalogue: d.Catalogue(), View: view, Side: d.issuingSide(view, ask.Kind, ask.Variant), Today: civil.DateOf(d.Now()),
		Places: map[string]papers.Party{}, Ranks: map[string]int{},
	}
	s.Issuer = d.issuer(view, s.Side)
	s.Style = styleOf(s.Issuer)
	s.Issuers = map[plan.Side]*plan.Office{plan.Guest: d.issuer(view, plan.Guest), plan.Host: d.issuer(view, plan.Host)}
	d.gatherPlaces(&s)
	s.View.Attendees = nil
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		for _, p := range d.order(view.Attendees, side) {
			s.View.Attendees = append(s.View.Attendees, p.Attendee)
			if len(p.Key) > 0 {
				s.Ranks[p.Attendee.ID] = p.Key[0].Rank
			}
		}
	}
	d.gatherThings(&s)
	s.Paper, s.Print = d.PaperOf(visit, ask.Kind, ask.Variant), d.PrintOf(visit, ask)
	s.Names = d.leadingNames(view.Visit.Title)
	s.Open = openFields(s, openIn)
	return s, nil
}

// visitsModels says whether there is a model among what a visit sees.
func (d *Desk) visitsModels(view plan.VisitView) bool {
	return slices.ContainsFunc(view.FieldVisits, func(f *plan.FieldVisit) bool {
		m, ok := Get[*plan.Model](d, f.Model)
		return ok && !m.Trashed
	})
}

// usual gives the request with the code under which its variant is kept, and
// with a person or a model only where the paper is for one; false for a paper or
// a variant that there is not.
func (d *Desk) usual(ask papers.Request) (papers.Request, bool) {
	kind, ok := papers.KindNamed(ask.Kind)
	if !ok {
		return ask, false
	}
	entry, _ := d.Catalogue().Paper(ask.Kind)
	variant, ok := entry.Variant(ask.Variant)
	if !ok {
		return ask, false
	}
	ask.Variant = variant
	per := kind.For(entry, variant)
	if per != papers.PerAttendee {
		ask.Attendee = ""
	}
	if per != papers.PerModel {
		ask.Model = ""
	}
	return ask, true
}

// known refuses a paper for one person or one model that names none, or one that
// there is not: it would be a sheet of blanks. A visit without models has the
// blank sheet of one, to be filled where it is seen.
func (d *Desk) known(view plan.VisitView, ask papers.Request) error {
	kind, _ := papers.KindNamed(ask.Kind)
	entry, _ := d.Catalogue().Paper(ask.Kind)
	switch kind.For(entry, ask.Variant) {
	case papers.PerAttendee:
		if ask.Attendee == "" {
			return fault.New("fault.paper_whom", "Kind", ask.Kind)
		}
		if !slices.ContainsFunc(view.Attendees, func(a *plan.Attendee) bool { return a.ID == ask.Attendee }) {
			return fault.New("fault.no_such_person", "ID", ask.Attendee)
		}
	case papers.PerModel:
		if ask.Model == "" {
			if !d.visitsModels(view) {
				return nil
			}
			return fault.New("fault.paper_which_model", "Kind", ask.Kind)
		}
		if m, ok := Get[*plan.Model](d, ask.Model); !ok || m.Trashed {
			return fault.New("fault.no_such_model", "ID", ask.Model)
		}
	case papers.PerVisit:
	}
	return nil
}

// issuingSide is the side that issues a paper: the only one that does, else our
// own, else the first.
func (d *Desk) issuingSide(view plan.VisitView, kind, variant string) plan.Side {
	k, ok := d.Catalogue().Paper(kind)
	if !ok {
		return plan.Host
	}
	own, sides := d.Office(), k.SidesOf(variant)
	for _, side := range sides {
		if own != nil && slices.Contains(localitiesOf(view, plan.Side(side)), own.Locality) {
			return plan.Side(side)
		}
	}
	return plan.Side(sides[0])
}

func localitiesOf(view plan.VisitView, side plan.Side) []string {
	if side == plan.Guest {
		return []string{view.Visit.Guest}
	}
	return view.Hosts()
}

// styleOf is how an office sets its papers.
func styleOf(office *plan.Office) official.Style {
	s := official.Standard()
	if office == nil {
		return s
	}
	s.Party = office.IssuerKind == "party"
	set := func(into *float64, value int, unit float64) {
		if value > 0 {
			*into = float64(value) / unit
		}
	}
	l := office.Layout
	set(&s.BodySize, l.Body, 1)
	set(&s.TableSize, l.Table, 1)
	set(&s.Top, l.Top, 1)
	set(&s.Bottom, l.Bottom, 1)
	set(&s.Left, l.Left, 1)
	set(&s.Right, l.Right, 1)
	set(&s.Indent, l.Indent, 10)
	set(&s.Leading, l.Leading, 100)
	return s
}

// gatherPlaces names the localities of the visit as they are on its day.
func (d *Desk) gatherPlaces(s *papers.Subject) {
	day := s.View.Visit.When.From
	place := func(id string) papers.Party {
		if _, seen := s.Places[id]; !seen && id != "" {
			s.Places[id] = d.party(id, day)
		}
		return s.Places[id]
	}
	s.Guest = place(s.View.Visit.Guest)
	for _, id := range s.View.Hosts() {
		s.Hosts = append(s.Hosts, place(id))
	}
	for _, a := range s.View.Attendees {
		place(a.Locality)
	}
	for _, stop := range s.View.Stops {
		place(stop.Locality)
	}
}

// gatherThings adds what belongs to a visit beside its view.
func (d *Desk) gatherThings(s *papers.Subject) {
	visit, day := s.View.Visit.ID, s.View.Visit.When.From
	s.Vehicles, s.Lodgings, s.Gifts = Of[*plan.Vehicle](d, visit), Of[*plan.Lodging](d, visit), Of[*plan.Gift](d, visit)
	wanted := map[string]bool{s.Request.Model: true}
	for _, f := range s.View.FieldVisits {
		wanted[f.Model] = true
	}
	s.Models = allWhere(d, func(m *plan.Model) bool { return wanted[m.ID] })
	for _, m := range s.Models {
		s.Places[m.Locality] = d.party(m.Locality, day)
	}
	of := append([]string{s.View.Visit.Guest}, s.View.Hosts()...)
	s.Figures = allWhere(d, func(f *plan.Indicator) bool { return slices.Contains(of, f.Locality) })
}

// issuer is the office that issues the papers of a side, whoever prints them:
// our own where we are of it, else the office of the first locality of the side
// whose record has come here, nil if none has.
func (d *Desk) issuer(view plan.VisitView, side plan.Side) *plan.Office {
	localities := localitiesOf(view, side)
	if own := d.Office(); own != nil && slices.Contains(localities, own.Locality) {
		return own
	}
	offices := All[*plan.Office](d)
	for _, locality := range localities {
		for _, office := range offices {
			if office.Locality == locality {
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
	each(d, func(p *plan.Person) {
		if p.Name != "" && !p.Trashed && strings.HasPrefix(text, p.Name) {
			out = append(out, p.Name)
		}
	})
	slices.Sort(out)
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
	return papers.Party{ID: p.ID, Name: p.Name, Running: p.Running, Path: p.Path, Type: p.Type, Level: precedence.Level(p.Level)}
}

// openFields words the fields on which the offices differ, over what stands on a
// paper. How often each has printed it does not.
func openFields(s papers.Subject, word func(plan.Record, string) string) []string {
	var out []string
	for _, r := range s.Used() {
		for _, field := range r.Meta().Conflicts {
			if r.Kind() != plan.KindPaper || field != "printed" && field != "revision" {
				out = append(out, word(r, field))
			}
		}
	}
	return out
}

// PaperOf gives what is decided about a paper of a visit; an empty record, not
// kept yet, where there is none. Of several records of the kind, those that say
// something go before those that only note a print, then the ones of the office
// that issues the paper before our own and those of others, so that guest and
// host print the same paper.
func (d *Desk) PaperOf(visit, kind, variant string) *plan.Paper {
	own := d.OfficeID()
	offices := []string{own}
	if issuer := d.issuerOf(visit, kind, variant); issuer != nil && issuer.ID != own {
		offices = []string{issuer.ID, own}
	}
	if ask, ok := d.usual(papers.Request{Kind: kind, Variant: variant}); ok {
		variant = ask.Variant
	}
	list := slices.DeleteFunc(Of[*plan.Paper](d, visit), func(p *plan.Paper) bool {
		return p.PaperKind != kind || p.Variant != variant || p.NotesPrints()
	})
	slices.SortStableFunc(list, func(a, b *plan.Paper) int {
		return cmp.Compare(paperRank(a, offices), paperRank(b, offices))
	})
	if len(list) > 0 {
		return list[0]
	}
	p := &plan.Paper{Visit: visit, PaperKind: kind, Variant: variant}
	p.ID = paperID(visit, kind, variant, own)
	return p
}

// PrintOf gives the record in which the prints of a paper are noted, not kept yet
// where it was never printed: that of PaperOf, but one of our office for each
// person or model that a paper is for.
func (d *Desk) PrintOf(visit string, ask papers.Request) *plan.Paper {
	ask, ok := d.usual(ask)
	whom := ask.Attendee + ask.Model // never both
	if !ok || whom == "" {
		return d.PaperOf(visit, ask.Kind, ask.Variant)
	}
	id := paperID(visit, ask.Kind, ask.Variant+"/"+whom, d.OfficeID())
	if p, here := Get[*plan.Paper](d, id); here && !p.Trashed {
		return p
	}
	p := &plan.Paper{Visit: visit, PaperKind: ask.Kind, Variant: ask.Variant, Attendee: ask.Attendee, Model: ask.Model}
	p.ID = id
	return p
}

// issuerOf is the office that issues a paper of a visit.
func (d *Desk) issuerOf(visit, kind, variant string) *plan.Office {
	v, ok := Get[*plan.Visit](d, visit)
	if !ok {
		return nil
	}
	view := plan.VisitView{Visit: v, Stops: Of[*plan.Stop](d, visit)}
	return d.issuer(view, d.issuingSide(view, kind, variant))
}

// paperRank is smaller the more a paper has to say about what is printed.
func paperRank(p *plan.Paper, offices []string) int {
	rank := slices.Index(offices, p.Office)
	if rank < 0 {
		rank = len(offices)
	}
	rank *= 2
	if p.ID != paperID(p.Visit, p.PaperKind, p.Variant, p.Office) {
		rank++
	}
	if !p.Decided() {
		rank += 2 * (len(offices) + 1)
	}
	return rank
}

// paperID is the id of a paper that an office makes in the window. It follows
// from visit, kind, variant and office, so that two PCs of one office make one
// record.
func paperID(visit, kind, variant, office string) string {
	if variant != "" {
		kind += "/" + variant
	}
	return uuid.NewSHA1(paperSpace, []byte(visit+"/"+kind+"/"+office)).String()
}

// paperSpace is the namespace of the ids of papers. It must never change.
var paperSpace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("urn:nhipcau:paper"))
