package desk

import (
	"time"

	"nhipcau/app/merge"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// Moment is a state of this data folder, as a paper was made from it: changes
// with a greater number came later, whatever the clocks of those who wrote them
// say.
type Moment struct {
	seq   uint64
	clock merge.Clock
	time  time.Time
}

// Moment gives the state that the desk is in. Whoever prints takes it before the
// paper is made and hands it to Printed, so that what changes while the printer
// is chosen is marked the next time.
func (d *Desk) Moment() Moment {
	now := d.opts.Now()
	d.mu.RLock()
	defer d.mu.RUnlock()
	return Moment{d.self.Seq, d.self.Clock, now}
}

// Same says whether nothing was changed between two moments.
func (m Moment) Same(other Moment) bool { return m.seq == other.seq }

// asOf is a moment as it is kept in the history of a print.
type asOf struct {
	Seq   uint64      `json:"seq"`
	Clock merge.Clock `json:"t"`
}

// Printed notes that papers of a visit, made as it stood at a moment, are on
// paper from now on: the next print is held against them. A job that a printer
// took with all its pages is one; a file is none by itself, since most are made
// to look at or to go on writing, unless whoever makes it says so.
func (d *Desk) Printed(visit string, at Moment, asks ...papers.Request) error {
	revisions := d.revisions(visit, at, asks)
	return d.Do(Step{Why: "print", NoUndo: true, asOf: &asOf{at.seq, at.clock}}, func(tx *Tx) error {
		done := map[string]bool{}
		for _, ask := range asks {
			p := d.PrintOf(visit, ask)
			if done[p.ID] {
				continue
			}
			done[p.ID] = true
			// The number of a print is of the office whose paper it is.
			if n := revisions[ask]; n > 0 && (p.Office == "" || p.Office == tx.self.Office) {
				p.Revision = n
			}
			p.Printed = at.time.UTC().Format(time.RFC3339)
			if err := tx.Put(p); err != nil {
				return err
			}
		}
		return nil
	})
}

// revisions are the numbers of prints of papers made at a moment.
func (d *Desk) revisions(visit string, at Moment, asks []papers.Request) map[papers.Request]int {
	out := map[papers.Request]int{}
	w := d.rewinder(visit, asks)
	then, err := w.to(at)
	if err != nil {
		return out
	}
	for _, ask := range asks {
		r, err := w.reprint(then, ask, func(_ plan.Record, field string) string { return field })
		if err == nil { // what cannot be held against the last print keeps its number
			out[ask] = r.Revision
		}
	}
	return out
}

// lastPrint is as of when a paper was last printed here; false if the history
// knows of no print.
func (w *rewinder) lastPrint(p *plan.Paper) (Moment, bool) {
	entries, err := w.history(p.ID)
	if err != nil {
		return Moment{}, false
	}
	for _, e := range entries {
		if _, printed := e.Fields["printed"]; !printed {
			continue
		}
		if e.AsOf != nil {
			return Moment{seq: e.AsOf.Seq, clock: e.AsOf.Clock}, true
		}
		return Moment{seq: e.Seq, clock: e.Clock}, true
	}
	return Moment{}, false
}
