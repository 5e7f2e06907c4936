package desk

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// Question is what an import would have to ask a person; one that asks nothing
// may be taken in without anybody looking.
type Question string

// The questions, the weightier ones first.
const (
	// AskSigner is a key that is not the known one, or a signature that is missing.
	AskSigner Question = "signer"
	// AskUnsigned is a bundle of an office that never signs.
	AskUnsigned Question = "unsigned"
	// AskUnknown is the first signed bundle of an office.
	AskUnknown Question = "unknown"
	// AskSetBack is a bundle that holds writes of this computer which it does not
	// remember.
	AskSetBack Question = "set_back"
	// AskAside are records that would not be taken in.
	AskAside Question = "aside"
	// AskDiffer are different words on both sides.
	AskDiffer Question = "differ"
	// AskRemoved is a visit that would go to the bin.
	AskRemoved Question = "removed"
	// AskBeyond is a change of what does not belong to the visit of the bundle:
	// another visit, or our own office.
	AskBeyond Question = "beyond"
)

// Asks gives the weightiest question of an import, "" if there is none.
func (p *Preview) Asks() Question {
	switch p.Trust.Verdict {
	case TrustChanged, TrustMissing:
		return AskSigner
	case TrustUnsigned:
		return AskUnsigned
	case TrustFirst:
		return AskUnknown
	}
	removed := slices.ContainsFunc(p.Items, func(one PreviewItem) bool {
		return one.Outcome == Removed && one.Kind == plan.KindVisit
	})
	switch {
	case p.SetBack:
		return AskSetBack
	case p.Counts[SetAside] > 0:
		return AskAside
	case p.Counts[Differing] > 0:
		return AskDiffer
	case removed:
		return AskRemoved
	case p.beyond():
		return AskBeyond
	}
	return ""
}

// beyond says whether anything would change that does not belong to the visit of
// the bundle. What its records refer to, such as people and localities, does, as
// long as it is not ours and does not go.
func (p *Preview) beyond() bool {
	return slices.ContainsFunc(p.changes, func(c *change) bool {
		visit := visitOf(c.after)
		if visit != "" {
			return visit != p.Bundle.Scope.Visit
		}
		return c.before != nil && p.Bundle.From.Office != p.ours && (c.before.Office == p.ours || goes(c))
	})
}

// goes says whether a change brings a record to the bin.
func goes(c *change) bool {
	was, _ := c.before.Trashed()
	gone, _ := c.after.Trashed()
	return gone && !was
}

// Changes counts the records that an import would change.
func (p *Preview) Changes() int { return len(p.changes) }

// admitQuiet refuses an import that asks something: fault.import_asks.
func (p *Preview) admitQuiet() error {
	if why := p.Asks(); why != "" {
		return fault.New("fault.import_asks", "Kind", string(why))
	}
	return nil
}

// quietBackup is how long after a backup the imports that nobody has asked for do
// without another: they come by the dozen, can be taken back one by one, and the
// backups of before would be thinned out for them.
const quietBackup = time.Hour

// backUpFor makes the backup before an import.
func (d *Desk) backUpFor(p *Preview) error {
	if k, ok := d.store.(Keeper); ok && p.Quiet {
		all, err := k.Backups("")
		if err == nil && len(all) > 0 && d.opts.Now().Sub(all[0].Made).Abs() < quietBackup {
			return nil
		}
	}
	return d.backUpBefore("import")
}

// mostQuiet is how many imports from an exchange folder can be taken back, and
// stay in the register. History names the bundle of each change for ever.
const mostQuiet = 50

// forgetQuiet drops the oldest imports from an exchange folder beyond mostQuiet,
// with what was kept for taking them back: they go on for years.
func (d *Desk) forgetQuiet(steps []*step) ([]Op, []*step, error) {
	tooMany := -mostQuiet
	for _, s := range steps {
		if s.Quiet {
			tooMany++
		}
	}
	var ops []Op
	kept := steps[:0:0]
	for _, s := range steps {
		if !s.Quiet || tooMany <= 0 {
			kept = append(kept, s)
			continue
		}
		tooMany--
		more, err := d.forgetImport(s)
		if err != nil {
			return nil, nil, err
		}
		ops = append(ops, more...)
	}
	return ops, kept, nil
}

func (d *Desk) forgetImport(s *step) ([]Op, error) {
	ops := []Op{{Key: stepKey(s.Seq)}}
	drop := func(key string, _ []byte) error {
		ops = append(ops, Op{Key: key})
		return nil
	}
	if err := d.store.Scan(importPrefix+s.Import+"/", drop); err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	line, found, err := d.imported(s.Import)
	if found {
		ops = append(ops, Op{Key: line.op().Key})
	}
	return ops, err
}

// Generation is a text that differs once anything was changed here, or heard of a
// partner: what had to ask before may not have to any more.
func (d *Desk) Generation() (string, error) {
	partners, err := d.Partners()
	if err != nil {
		return "", err
	}
	slices.SortFunc(partners, func(a, b Partner) int { return cmp.Compare(a.Replica, b.Replica) })
	sum := fnv.New64a()
	d.mu.RLock()
	_, _ = fmt.Fprintln(sum, d.self.Replica, d.self.Seq)
	d.mu.RUnlock()
	for _, p := range partners {
		_, _ = fmt.Fprintln(sum, p.Replica, p.Heard.UnixNano(), p.Key)
	}
	return fmt.Sprintf("%016x", sum.Sum64()), nil
}

// Round lets one round with an exchange folder go on at a time, and gives the
// function that ends it.
func (d *Desk) Round() (end func()) {
	d.rounds.Lock()
	return d.rounds.Unlock
}
