package desk

import (
	"fmt"
	"slices"
	"time"

	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"

	"nhipcau/app/civil"
)

// Reprint is a paper as it would be printed now, held against its last print.
type Reprint struct {
	// Document has what changed marked, and says on each page which print it is
	// and which one it takes the place of. Without an earlier print it is the
	// paper as it is.
	Document paper.Document
	// Changes counts the paragraphs and rows that changed, came or went.
	Changes int
	// Revision is the number that this print gets: the last one again where
	// nothing changed.
	Revision int
	// Last is when the paper was last printed here; zero if it never was.
	Last time.Time
}

// Reprint makes a paper of a visit and marks what changed since it was last
// printed, by the history of this data folder. Its faults are those of Subject.
func (d *Desk) Reprint(visit string, ask papers.Request, openIn func(plan.Record, string) string) (Reprint, error) {
	s, err := d.Subject(visit, ask, openIn)
	if err != nil {
		return Reprint{}, err
	}
	kind, _ := papers.KindNamed(ask.Kind)
	r := Reprint{Document: kind.Make(s), Revision: max(1, s.Paper.Revision)}
	at, printed := d.lastPrint(s.Paper)
	if !printed {
		return r, nil
	}
	past, err := d.before(visit, at, d.besideVisit(s))
	if err != nil {
		return Reprint{}, err
	}
	old, err := past.Subject(visit, ask, openIn)
	if err != nil {
		return Reprint{}, err
	}
	old.Today = s.Today // how many days a task is late is no change of ours
	r.Last, _ = s.Paper.PrintedAt()
	r.Document, r.Changes = papers.MarkChanges(kind.Make(old), r.Document)
	if r.Changes > 0 {
		r.Revision++
		r.Document.Reprint = fmt.Sprintf("Bản in lần %d, %s; thay bản in %s", r.Revision, printedWords(d.Now()), printedWords(r.Last))
	}
	return r, nil
}

// besideVisit are the records of a paper that belong to no visit: those that
// stand on it, and those in the bin that may have stood on it.
func (d *Desk) besideVisit(s papers.Subject) []string {
	ids := d.binnedBeside(append([]string{s.View.Visit.Guest}, s.View.Hosts()...))
	for _, m := range s.Models {
		ids = append(ids, m.ID)
	}
	for _, f := range s.Figures {
		ids = append(ids, f.ID)
	}
	return ids
}

// binnedBeside are the models in the bin, and the figures there of localities.
func (d *Desk) binnedBeside(localities []string) []string {
	d.mu.RLock()
	items := append(values(d.model.kinds[plan.KindModel]), values(d.model.kinds[plan.KindIndicator])...)
	d.mu.RUnlock()
	var ids []string
	for _, it := range items {
		if !it.trashed {
			continue
		}
		if f, ok := it.value().(*plan.Indicator); ok && !slices.Contains(localities, f.Locality) {
			continue
		}
		ids = append(ids, it.rec.ID)
	}
	return ids
}

// printedWords is a moment in the time of the programme, "lúc 08 giờ 30 phút,
// ngày 07/6/2024".
func printedWords(at time.Time) string {
	zone, err := time.LoadLocation(plan.DefaultZone)
	if err != nil {
		zone = time.FixedZone("", 7*60*60) // no zone database: the country has one time
	}
	at = at.In(zone)
	return fmt.Sprintf("lúc %s, ngày %s", vietnamese.LongClock(civil.Clock(at.Format("15:04"))), vietnamese.RunningDate(civil.DateOf(at)))
}

// revisions are the numbers that prints of papers get now.
func (d *Desk) revisions(visit string, asks []papers.Request) map[papers.Request]int {
	out := map[papers.Request]int{}
	for _, ask := range asks {
		r, err := d.Reprint(visit, ask, func(_ plan.Record, field string) string { return field })
		if err == nil { // what cannot be held against the last print keeps its number
			out[ask] = r.Revision
		}
	}
	return out
}
