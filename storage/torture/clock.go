package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/storage"
)

// clockTrials edit at two offices whose clocks jump by years between the edits.
// The history keeps its order, undo takes back what was done last, and of two
// values the one that was written with knowledge of the other wins.
func clockTrials(t *trials) error {
	for t.more() {
		dir, err := os.MkdirTemp(t.dir, "clock-")
		if err != nil {
			return err
		}
		result := trial{Held: true}
		if err := clockTrial(t, dir); err != nil {
			result.Held, result.Detail = false, err.Error()
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		if err := t.add(result); err != nil {
			return err
		}
	}
	return nil
}

// office is a desk on a folder of its own, opened anew for each use.
type office struct {
	t   *trials
	dir string
}

// use opens the folder with a clock that is set anew at each look.
func (o office) use(fn func(*desk.Desk) error) (err error) {
	clock := func() time.Time {
		return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(o.t.between(-10*365*24*time.Hour, 10*365*24*time.Hour))
	}
	opts := smallOptions()
	opts.Now = clock
	store, err := storage.Open(o.dir, opts)
	if err != nil {
		return err
	}
	d, err := desk.Open(store, desk.Options{Author: "Người 01", Now: clock})
	if err != nil {
		return errors.Join(err, store.Close())
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return fn(d)
}

func titleOf(d *desk.Desk, id string) string {
	v, ok := desk.Get[*plan.Visit](d, id)
	if !ok {
		return ""
	}
	return v.Title
}

func setTitle(d *desk.Desk, id, title string) error {
	return d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, ok := desk.Read[*plan.Visit](tx, id)
		if !ok {
			return errors.New("the visit is gone")
		}
		v.Title = title
		return tx.Put(v)
	})
}

func clockTrial(t *trials, dir string) error {
	a, b := office{t, filepath.Join(dir, "a")}, office{t, filepath.Join(dir, "b")}
	v := &plan.Visit{Title: "0"}
	err := a.use(func(d *desk.Desk) error {
		return d.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(v) })
	})
	if err != nil {
		return err
	}
	edits := 3 + t.rand.IntN(4)
	for n := 1; n <= edits; n++ {
		if err := a.use(func(d *desk.Desk) error { return setTitle(d, v.ID, fmt.Sprint(n)) }); err != nil {
			return err
		}
	}
	if err := a.use(func(d *desk.Desk) error { return orderAndUndo(d, v.ID, edits) }); err != nil {
		return err
	}
	return exchange(a, b, v.ID)
}

// orderAndUndo looks whether the history has the order of the edits, and takes
// all but the first back.
func orderAndUndo(d *desk.Desk, id string, edits int) error {
	entries, err := d.History(id)
	if err != nil {
		return err
	}
	for i, e := range entries[:edits] {
		if got, want := string(e.Fields["title"][1]), fmt.Sprintf("%q", fmt.Sprint(edits-i)); got != want {
			return fmt.Errorf("entry %d of the history wrote %s, not %s", i, got, want)
		}
	}
	for n := edits; n > 1; n-- {
		if skipped, err := d.Undo(); err != nil || len(skipped) > 0 {
			return fmt.Errorf("undo of edit %d: %v, %w", n, skipped, err)
		}
		if got := titleOf(d, id); got != fmt.Sprint(n-1) {
			return fmt.Errorf("after the undo of edit %d the title is %q", n, got)
		}
	}
	return nil
}

// exchange carries the visit to b, where the title is written anew, and back.
func exchange(a, b office, id string) error {
	carry := func(from, to office) error {
		return from.use(func(d *desk.Desk) error {
			bundle, err := d.Export(desk.Scope{Visit: id})
			if err != nil {
				return err
			}
			return to.use(func(d *desk.Desk) error {
				report, err := d.Import(bundle)
				if err == nil && report.Conflicts > 0 {
					err = fmt.Errorf("%d conflicts where there are none", report.Conflicts)
				}
				return err
			})
		})
	}
	if err := carry(a, b); err != nil {
		return err
	}
	if err := b.use(func(d *desk.Desk) error { return setTitle(d, id, "của bạn") }); err != nil {
		return err
	}
	if err := carry(b, a); err != nil {
		return err
	}
	return a.use(func(d *desk.Desk) error {
		if got := titleOf(d, id); got != "của bạn" {
			return fmt.Errorf("after the exchange the title is %q", got)
		}
		return nil
	})
}
