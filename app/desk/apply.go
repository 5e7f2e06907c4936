package desk

import (
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/merge"
)

// Report is what an import has done.
type Report struct {
	// Import names the import, to take it back with UndoImport.
	Import string
	Counts map[Outcome]int
	// Conflicts counts fields with different words on both sides, over all of
	// the bundle's records.
	Conflicts int
	// NewReplica says that this installation had been set back and goes on
	// under a new name.
	NewReplica bool
	// Aside are the records that were not taken in.
	Aside []PreviewItem
	// Files counts the attached files that came with the bundle and were not
	// here before.
	Files int
	// Settled counts the choices that were written with the import.
	Settled int
}

// Import reads a bundle in: one transaction, one step of undo.
func (d *Desk) Import(b *bundle.Bundle) (Report, error) {
	p, err := d.Preview(b)
	if err != nil {
		return Report{}, err
	}
	return d.Apply(p)
}

// Apply carries out what a preview has shown. If something was changed since,
// the preview is made anew.
func (d *Desk) Apply(p *Preview) (Report, error) { return d.ApplyChosen(p, Choices{}) }

// ApplyChosen carries out what a preview has shown, as far as it was ticked,
// and writes the choices with it: all in one transaction and one step of undo.
// What is left out is as if the bundle did not hold it; see Preview.Tick for
// what goes with it. A choice that the preview did not offer is a fault.
func (d *Desk) ApplyChosen(p *Preview, c Choices) (Report, error) {
	d.writing.Lock()
	defer d.writing.Unlock()
	trust, err := d.TrustOf(p.Bundle)
	if err != nil {
		return Report{}, err
	}
	heard, err := d.heardOps(p.Bundle, trust)
	if err != nil {
		return Report{}, err
	}
	settlings, err := p.settlings(c)
	if err != nil {
		return Report{}, err
	}
	taken, err := d.taken(p, c)
	if err != nil {
		return Report{}, err
	}
	taken = taken.judged(trust, p)
	if err := taken.admit(); err != nil {
		return Report{}, err
	}
	tx, settled, err := d.settled(taken, settlings)
	if err != nil {
		return Report{}, err
	}
	report := taken.report()
	report.Settled = settled
	if len(taken.changes) == 0 {
		if report.Files, err = d.keepFiles(taken); err == nil && taken.Counts[LeftOut] == 0 {
			err = d.hearOnly(heard)
		}
		return report, err
	}
	if err := d.backUpFor(taken); err != nil {
		return Report{}, err
	}
	if report.Files, err = d.keepFiles(taken); err != nil {
		return Report{}, err
	}
	report.Import = hexKey(tx.self.Seq + 1)
	if err := d.commitImport(tx, taken, report.Import, heard); err != nil {
		return Report{}, err
	}
	return report, nil
}

// judged gives a preview with the present verdict on its signature, and what a
// person has said to the one that was shown.
func (p *Preview) judged(trust Trust, shown *Preview) *Preview {
	out := *p
	out.Trust, out.TrustNewKey, out.Quiet = trust, shown.TrustNewKey, shown.Quiet
	return &out
}

// settled carries choices out upon what is taken in; nothing is written yet.
func (d *Desk) settled(taken *Preview, settlings []settling) (*Tx, int, error) {
	tx := d.begin()
	if taken.SetBack {
		tx.self.Replica, tx.self.Counter = d.opts.NewReplica(), 0
	}
	count, err := tx.settle(taken, settlings)
	return tx, count, err
}

// WithChoices says what a preview would do with choices: the preview of what is
// taken in, as it will stand. Nothing is written.
func (d *Desk) WithChoices(p *Preview, c Choices) (*Preview, error) {
	settlings, err := p.settlings(c)
	if err != nil {
		return nil, err
	}
	d.writing.Lock()
	defer d.writing.Unlock()
	taken, err := d.taken(p, c)
	if err == nil {
		taken = taken.judged(p.Trust, p)
		_, _, err = d.settled(taken, settlings)
	}
	return taken, err
}

// taken is the preview of what is taken in: the one that was shown, unless
// something was left out, or changed here since.
func (d *Desk) taken(p *Preview, c Choices) (*Preview, error) {
	if c.none() && !d.outdated(p) {
		return p, nil
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	c = d.closed(p.Bundle.Records, d.withoutNeeded(p.Bundle.Records, c))
	taken, err := d.preview(p.Bundle, c.chosen(p.Bundle.Records))
	if err == nil && len(c.out) > 0 {
		taken.Counts[LeftOut] = len(p.Bundle.Records) - len(taken.Items)
	}
	return taken, err
}

// commitImport writes an import with its history, its line in the register and
// its step of undo.
func (d *Desk) commitImport(tx *Tx, p *Preview, name string, heard []Op) error {
	ops, err := d.importOps(tx, p, name)
	if err != nil {
		return err
	}
	tx.hear(p.changes)
	s := &step{Group: name, Why: "import", Clock: tx.clock, Import: name, Quiet: p.Quiet}
	stepOps, steps := d.pushStep(s, tx)
	quietOps, steps, err := d.forgetQuiet(steps)
	if err != nil {
		return err
	}
	stepOps = append(stepOps, quietOps...)
	ops = append(append(append(ops, stepOps...), heard...), d.identityOp(tx.self))
	if err := d.store.Commit(ops); err != nil {
		return notSaved(err)
	}
	d.publish(after(p.changes), tx.self, steps)
	return nil
}

func (p *Preview) report() Report {
	r := Report{Counts: p.Counts, Conflicts: p.Conflicts, NewReplica: p.SetBack && len(p.changes) > 0}
	for _, item := range p.Items {
		if item.Outcome == SetAside {
			r.Aside = append(r.Aside, item)
		}
	}
	return r
}

// mostAhead is how far before our own the clock of another office may go and
// still be followed: offices were tried with clocks that are wrong by three
// days. One that is years ahead would spoil every date written here after it.
const mostAhead = 72 * time.Hour

// hear sets the clock on by what has come, so that an edit made after reading
// somebody's write is ordered after it.
func (tx *Tx) hear(changes []*change) {
	latest := merge.NextClock(tx.clock.Time().Add(mostAhead), "")
	for _, c := range changes {
		for _, f := range c.after.Fields {
			for _, v := range f.Values {
				if v.Clock <= latest {
					tx.self.Clock = max(tx.self.Clock, v.Clock)
				}
			}
		}
	}
}

func (d *Desk) outdated(p *Preview) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, c := range p.changes {
		if d.model.record(c.after.ID) != c.before {
			return true
		}
	}
	return false
}

func after(changes []*change) []*merge.Record {
	out := make([]*merge.Record, len(changes))
	for i, c := range changes {
		out[i] = c.after
	}
	return out
}
