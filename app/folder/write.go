package folder

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/google/uuid"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/seal"
)

// extension is that of the files in the folder.
const extension = bundle.Extension + bundle.SealedExtension

// write writes a file for each visit that is shared and has changed, and takes
// away those of visits that are not shared any more.
func (r *round) write() error {
	lock, mark, err := r.lock()
	if err != nil {
		return err
	}
	if r.report.Unlocked = lock.Kind() == seal.Plain && len(r.opts.Visits) > 0; r.report.Unlocked {
		return r.sweep()
	}
	if len(r.opts.Visits) > 0 {
		if err := lock.Check(); err != nil {
			return err
		}
		if err := r.root.own(r.me); err != nil {
			return err
		}
	}
	for _, visit := range r.opts.Visits {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		err := r.writeVisit(visit, lock, mark)
		if err != nil && fault.KeyOf(err) != "fault.no_such_visit" { // an import that brought it was taken back
			return err
		}
	}
	return r.sweep()
}

// lock says for whom is sealed: whoever knows the passphrase, or else all
// partners with a key, and ourselves; and gives a mark of that, by which a
// change is noticed.
func (r *round) lock() (seal.Lock, string, error) {
	who := r.keys.Key() + "\n"
	if office := r.desk.Office(); office != nil {
		who += office.Name + "\n"
	}
	if r.opts.Passphrase != "" {
		return seal.Lock{Passphrase: r.opts.Passphrase}, r.keys.Mark("write " + who + r.opts.Passphrase), nil
	}
	partners, err := r.desk.Partners()
	to := desk.SealTo(partners)
	if err != nil || len(to) == 0 {
		return seal.Lock{}, "", err
	}
	to = append(to, r.keys.Recipient())
	slices.Sort(to)
	to = slices.Compact(to)
	return seal.Lock{Recipients: to}, r.keys.Mark("write " + who + strings.Join(to, "\n")), nil
}

// writeVisit writes the file of one visit, unless it stands there as it would be
// written. One that somebody else has written in our name waits for a person
// first.
func (r *round) writeVisit(visit string, lock seal.Lock, mark string) error {
	name := r.me + "/" + visit + extension
	if r.state.Read[name].Outcome == waiting {
		return nil
	}
	scope := desk.Scope{Visit: visit, Profile: bundle.ProfilePartner, Standing: true}
	draft, err := r.desk.Draft(scope)
	if err != nil {
		return err
	}
	now, err := describe(draft, mark)
	if err != nil {
		return err
	}
	there, _ := r.root.fetch(name) // one that can't be read is written anew
	if now.Sum = hashOf(there); now == r.state.Written[visit] {
		return nil
	}
	b, err := r.desk.Export(scope)
	if err != nil {
		return err
	}
	if err := r.desk.WriteBundle(b, lock, r.root.path(name)); err != nil {
		return err
	}
	if r.state.Written[visit], err = r.stands(b, name, mark); err != nil {
		return err
	}
	r.report.Written = append(r.report.Written, visit)
	return r.desk.Sent(b, name)
}

// stands describes a file as it was just written.
func (r *round) stands(b *bundle.Bundle, name, mark string) (written, error) {
	w, err := describe(b, mark)
	if err != nil {
		return w, err
	}
	raw, err := r.root.fetch(name)
	if err != nil {
		return w, r.root.readonly(err)
	}
	w.Sum = hashOf(raw)
	return w, nil
}

func describe(b *bundle.Bundle, mark string) (written, error) {
	records, err := bundle.RecordsBytes(b)
	if err != nil {
		return written{}, fault.New("fault.internal", err)
	}
	return written{Records: hashOf(records), Lock: mark}, nil
}

// sweep takes away what stands in our own folder and is not shared any more,
// copies that the carrier has made of our files, once they were read, and what a
// broken run has left half written.
func (r *round) sweep() error {
	for _, visit := range slices.Collect(maps.Keys(r.state.Written)) {
		if !slices.Contains(r.opts.Visits, visit) {
			delete(r.state.Written, visit)
		}
	}
	entries, err := r.root.list(r.me, mostFiles)
	if err != nil {
		return nil // nothing was ever written, or the drive has gone: the next round will tell
	}
	for _, e := range entries {
		if e.Type().IsRegular() && r.stale(e.Name()) && r.root.root.Remove(path.Join(r.me, e.Name())) == nil {
			delete(r.state.Read, r.me+"/"+e.Name())
			r.report.Removed++
		}
	}
	return nil
}

func (r *round) stale(name string) bool {
	if half, ok := strings.CutPrefix(name, "."); ok {
		visit, rest, _ := strings.Cut(half, extension+".")
		return uuid.Validate(visit) == nil && strings.HasSuffix(rest, ".tmp") // see files.Write
	}
	visit, ok := strings.CutSuffix(name, extension)
	if !ok || r.state.Read[r.me+"/"+name].Outcome == waiting {
		return false
	}
	plain, _, _ := strings.Cut(visit, ".")
	return uuid.Validate(plain) == nil && !slices.Contains(r.opts.Visits, visit)
}
