package folder

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path"
	"strings"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// read looks at all files of all installations. What the last round knew of files
// that are gone is forgotten.
func (r *round) read() error {
	replicas, err := r.root.replicas()
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, replica := range replicas {
		names, err := r.root.files(replica)
		if err != nil {
			r.report.Unfinished++ // it may be there again in the next round
			r.keepKnown(replica, there)
			continue
		}
		for _, name := range names {
			if err := r.ctx.Err(); err != nil {
				return err
			}
			there[name] = true
			if err := r.look(name); err != nil {
				return err
			}
		}
	}
	maps.DeleteFunc(r.state.Read, func(name string, _ seen) bool { return !there[name] })
	return nil
}

// keepKnown goes on remembering the files of a folder that can't be listed now.
func (r *round) keepKnown(replica string, there map[string]bool) {
	for name := range r.state.Read {
		if strings.HasPrefix(name, replica+"/") {
			there[name] = true
		}
	}
}

// look reads one file, unless it is known as it is. Its error is one of ours, of
// the desk or of the disk; what is wrong with the file is noted.
func (r *round) look(name string) error {
	raw, err := r.root.fetch(name)
	if fault.KeyOf(err) == "" && err != nil {
		r.report.Unfinished++ // gone again, held by another program, or being written
		return nil
	}
	sum := hashOf(raw)
	if r.isOurs(name, sum) {
		delete(r.state.Read, name)
		return nil
	}
	old := r.state.Read[name]
	now := old
	if old.Sum == sum && old.Outcome == waiting && r.imported[old.Bundle] {
		now.Outcome, now.Why, now.Under = taken, "", "" // by hand, as much of it as the person wanted
		r.state.Read[name] = now
		return nil
	}
	if old.Sum != sum || old.Under != r.under(old.Outcome) || err != nil {
		now = seen{Sum: sum, Last: cmp.Or(lastTaken(old), old.Last)}
		if err == nil {
			err = r.open(name, raw, &now)
		}
		if err := r.judge(&now, err); err != nil {
			return err
		}
		now.Under = r.under(now.Outcome)
		r.state.Read[name] = now
	}
	r.tell(name, now, old.Sum != now.Sum || old.Outcome != now.Outcome || old.Fault != now.Fault)
	return nil
}

func lastTaken(s seen) string {
	if s.Outcome == taken {
		return s.Bundle
	}
	return ""
}

// isOurs says whether a file is one that we have written, as we wrote it.
func (r *round) isOurs(name, sum string) bool {
	if path.Dir(name) != r.me {
		return false
	}
	for _, w := range r.state.Written {
		if w.Sum == sum {
			return true
		}
	}
	return false
}

// open unseals a file and takes it in if it asks nothing.
func (r *round) open(name string, raw []byte, now *seen) error {
	if begun(raw) {
		return fault.New("fault.seal_damaged")
	}
	b, err := r.desk.OpenBundle(bytes.NewReader(raw), r.opts.Passphrase)
	if err != nil {
		return err
	}
	now.Bundle, now.Office, now.Visit = b.ID, b.From.Name, b.Scope.Visit
	if r.imported[b.ID] {
		now.Outcome = taken // by hand, as much of it as the person wanted
		return nil
	}
	p, err := r.desk.Preview(b)
	if err != nil {
		return err
	}
	if now.Why = r.asks(name, p, now.Last); now.Why != "" {
		now.Outcome = waiting
		return nil
	}
	p.Quiet = true
	done, err := r.desk.Apply(p)
	if fault.KeyOf(err) == "fault.import_asks" { // something was written here meanwhile
		now.Outcome, now.Why = waiting, desk.AskDiffer
		return nil
	}
	if err != nil {
		return err
	}
	now.Outcome = taken
	if done.Import != "" {
		r.report.Taken = append(r.report.Taken, Taken{now.file(name), done.Counts, done.Import})
	}
	r.generation, err = r.desk.Generation()
	return err
}

// leastBytes is less than any sealed bundle has.
const leastBytes = 200

// begun says whether a file has hardly begun to arrive: some carriers make room
// first, filled with zeros.
func begun(raw []byte) bool { return len(raw) < leastBytes || raw[0] == 0 }

// asks says what a person would have to be asked.
func (r *round) asks(name string, p *desk.Preview, last string) desk.Question {
	b := p.Bundle
	why := p.Asks()
	switch {
	case why != "":
		return why
	case (r.undone[last] || r.undone[b.ID]) && p.Changes() > 0:
		return AskUndone
	case b.From.Key == r.keys.Key() && b.From.Replica != r.me && p.Changes() > 0:
		return desk.AskSetBack // our own, from before a backup was restored
	case b.From.Replica != path.Dir(name) || b.Scope.Visit == "":
		return desk.AskBeyond
	}
	return ""
}

// judge says what an error means for a file; it gives back one that is not the
// file's.
func (r *round) judge(now *seen, err error) error {
	var f *fault.Fault
	switch {
	case err == nil:
	case !errors.As(err, &f) || !ofTheFile(f.Key):
		return err
	case onItsWay(f.Key):
		now.Outcome = unfinished
	default:
		now.Outcome, now.Fault, now.Args = refused, f.Key, f.Args
	}
	return nil
}

// ofTheFile says whether a fault is about a file and not about our own data.
func ofTheFile(key string) bool {
	return strings.HasPrefix(key, "fault.bundle_") || strings.HasPrefix(key, "fault.seal_")
}

// onItsWay says whether a file looks as one that has not arrived whole: the seal
// proves the end. It is looked at again when it has changed.
func onItsWay(key string) bool {
	return key == "fault.seal_damaged" || key == "fault.bundle_cut_off"
}

// under is a mark of what an outcome depended on.
func (r *round) under(o outcome) string {
	switch o {
	case refused, unfinished:
		return r.keys.Mark(fmt.Sprint("read ", r.opts.Passphrase, "\n", level()))
	case waiting:
		return r.generation
	}
	return ""
}

// level is what this version of the program can read: a newer one tries again
// what was refused.
func level() string {
	out := bundle.Format + " " + bundle.MinApp
	for _, decl := range plan.Declarations() {
		out += fmt.Sprint(" ", decl.Kind, decl.Schema)
	}
	return out
}

// tell puts what is known of a file into the report.
func (r *round) tell(name string, now seen, isNew bool) {
	file := now.file(name)
	file.New = isNew
	switch now.Outcome {
	case waiting:
		r.report.Waiting = append(r.report.Waiting, Waiting{file, r.root.path(name), now.Why})
	case refused:
		r.report.Refused = append(r.report.Refused, Refused{file, now.fault()})
	case unfinished:
		r.report.Unfinished++
	}
}
