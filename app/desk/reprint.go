package desk

import (
	"fmt"
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
	return d.rewinder(visit, []papers.Request{ask}).reprint(d, ask, openIn)
}

// reprint makes a paper as a desk has it, be it of now or of a moment, and holds
// it against the last print.
func (w *rewinder) reprint(now *Desk, ask papers.Request, openIn func(plan.Record, string) string) (Reprint, error) {
	s, err := now.Subject(w.visit, ask, openIn)
	if err != nil {
		return Reprint{}, err
	}
	s.Print = w.d.PrintOf(w.visit, ask) // with prints that were noted since
	kind, _ := papers.KindNamed(ask.Kind)
	r := Reprint{Document: kind.Make(s), Revision: max(1, s.Print.Revision)}
	at, printed := w.lastPrint(s.Print)
	if !printed {
		return r, nil
	}
	past, err := w.to(at)
	if err != nil {
		return Reprint{}, err
	}
	old, err := past.Subject(w.visit, ask, openIn)
	if err != nil {
		return Reprint{}, err
	}
	old.Today = s.Today // how many days a task is late is no change of ours
	r.Last, _ = s.Print.PrintedAt()
	r.Document, r.Changes = papers.MarkChanges(kind.Make(old), r.Document)
	if r.Changes > 0 {
		r.Revision++
		r.Document.Reprint = fmt.Sprintf("Bản in lần %d, %s; thay bản in %s", r.Revision, printedWords(now.Now()), printedWords(r.Last))
	}
	return r, nil
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
