// Package folder exchanges bundles through a folder that offices share: a network
// drive, Syncthing, Nextcloud, or a stick that goes round. Each installation
// writes into a folder of its own name, and reads those of the others:
//
//	<folder>/<replica>/<visit>.json.age
//
// One file stands for each visit that is shared, and is replaced, whole or not at
// all, only when its records have changed. It is a bundle like any other, signed,
// always sealed, and without a number: whoever carries the files may lose them,
// bring them late, twice or under another name, since merging does not mind.
//
// What comes is taken in without asking only where it asks nothing; everything
// else waits for a person, and is named.
//
// The package knows the desk, bundles and seals. It must not know the window, nor
// by what the folder is carried.
package folder

import (
	"context"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/seal"
)

// Options are what a round needs to know.
type Options struct {
	// Dir is the shared folder.
	Dir string
	// Passphrase is the one that the offices have agreed upon. Empty seals to the
	// keys of all partners of whom a bundle has been taken in.
	Passphrase string
	// Visits are those that are shared, by id.
	Visits []string
}

// Report says what a round has done, and what it found.
type Report struct {
	// Written are the visits of which a file was written, Removed how many files
	// of visits were taken away that are not shared any more.
	Written []string
	Removed int
	// Taken are the files by which something has changed here.
	Taken []Taken
	// Waiting are the files that ask something, Refused those that can't be read;
	// both as they stand, also from earlier rounds.
	Waiting []Waiting
	Refused []Refused
	// Unfinished counts the files that are still on their way.
	Unfinished int
	// Wrote and Took are when something was last written, and last taken in, also
	// in earlier rounds; zero for never.
	Wrote, Took time.Time
	// Unlocked says that nothing could be written, since there is neither a
	// passphrase nor a partner with a key.
	Unlocked bool
}

// File is a file of another installation.
type File struct {
	Name   string // within the shared folder, with slashes
	Office string // of whom it is, as he says; "" where it can't be read
	Visit  string // id of the visit that it holds
	New    bool   // found in this round
}

// Taken is a file that was taken in.
type Taken struct {
	File
	Counts map[desk.Outcome]int
	Import string // names the import
}

// Waiting is a file that a person has to look at.
type Waiting struct {
	File
	Path string // where it lies
	Why  desk.Question
}

// AskUndone is why a file waits of which the import before was taken back, or
// something of it left out, by a person: he would not have it come again behind
// his back.
const AskUndone desk.Question = "undone"

// Refused is a file that can't be read, as it is.
type Refused struct {
	File
	Err *fault.Fault
}

// Sync makes one round: it reads what others have written, takes in what asks
// nothing, and writes what is shared. One file that can't be read stops nothing.
//
// Faults: fault.exchange_folder_away where the folder can't be reached, which
// passes; fault.exchange_folder_readonly; fault.no_keys, since nothing is written that is not signed; and those of the desk.
func Sync(ctx context.Context, d *desk.Desk, o Options) (Report, error) {
	defer d.Round()()
	r, err := begin(ctx, d, o)
	if err != nil {
		return Report{}, err
	}
	defer r.root.Close()
	err = r.read()
	if err == nil {
		err = r.write()
	}
	r.stamp()
	if kept := r.state.keep(d); err == nil {
		err = kept
	}
	return r.report, err
}

// round is one round under way.
type round struct {
	ctx    context.Context
	desk   *desk.Desk
	opts   Options
	keys   *seal.Keys
	root   *place
	state  state
	report Report

	me         string // our replica
	generation string
	undone     map[string]bool // by bundle: was taken back, or taken in part
	imported   map[string]bool // by bundle
}

func begin(ctx context.Context, d *desk.Desk, o Options) (*round, error) {
	keys, err := d.Keys()
	if err != nil {
		return nil, err
	}
	if keys == nil {
		return nil, fault.New("fault.no_keys")
	}
	r := &round{ctx: ctx, desk: d, opts: o, keys: keys, me: d.Replica(), state: recall(d)}
	if err := r.recallImports(); err != nil {
		return nil, err
	}
	r.root, err = openPlace(o.Dir)
	return r, err
}

// stamp notes when something was last written and taken in.
func (r *round) stamp() {
	now := r.desk.Now().UTC().Truncate(time.Second)
	if len(r.report.Written)+r.report.Removed > 0 {
		r.state.Wrote = now
	}
	if len(r.report.Taken) > 0 {
		r.state.Took = now
	}
	r.report.Wrote, r.report.Took = r.state.Wrote, r.state.Took
}

func (r *round) recallImports() (err error) {
	if r.generation, err = r.desk.Generation(); err != nil {
		return err
	}
	all, err := r.desk.Imports()
	r.undone, r.imported = map[string]bool{}, map[string]bool{}
	for _, one := range all {
		if _, newer := r.imported[one.Bundle]; newer {
			continue // the newest import of a bundle decides
		}
		r.undone[one.Bundle] = one.Undone || one.Counts[leftOut] > 0
		r.imported[one.Bundle] = !one.Undone
	}
	return err
}

// leftOut is the outcome of records that a person has left out of an import.
const leftOut desk.Outcome = "left_out"
