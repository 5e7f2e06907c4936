package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nhipcau/storage"
)

// damages are what happens to a file.
var damages = []string{"flipped", "cut", "zeroed", "removed"}

// damageTrials damage one file of a folder and look whether it is noticed and
// what is left. Every kind of file meets every kind of damage, in a folder that
// was closed in good order and in one whose writer was killed.
func damageTrials(t *trials) error {
	for round := 0; t.more(); round++ {
		p, err := newPatient(t, round%2 == 0)
		if err != nil {
			return err
		}
		for _, kind := range slices.Sorted(maps.Keys(p.kinds)) {
			for _, damage := range damages {
				if !t.more() {
					break
				}
				names := p.kinds[kind]
				if err := p.trial(t, names[t.rand.IntN(len(names))], kind, damage); err != nil {
					return err
				}
			}
		}
		if err := os.RemoveAll(p.dir); err != nil {
			return err
		}
	}
	return nil
}

// patient is a folder of which copies are damaged.
type patient struct {
	dir    string
	closed bool
	want   map[string]string
	acked  map[string]string   // without a last change that nobody was told of
	kinds  map[string][]string // the files of each kind
}

func newPatient(t *trials, closed bool) (*patient, error) {
	dir, err := os.MkdirTemp(t.dir, "patient-")
	if err != nil {
		return nil, err
	}
	h := newHistory(t.rand, false)
	p := &patient{dir: dir, closed: closed, kinds: map[string][]string{}}
	n, acked, err := p.fill(h, uint64(150+t.rand.IntN(250)))
	if err != nil {
		return nil, err
	}
	p.want = h.state(n)
	if p.acked = p.want; n > acked {
		p.acked = h.state(acked)
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		kind := kindOf(name)
		p.kinds[kind] = append(p.kinds[kind], name)
		return err
	})
	return p, err
}

// fill writes changes; where the folder is not to be closed, a process does it,
// which is killed. It gives how many changes there are, and how many of them
// were acknowledged.
func (p *patient) fill(h history, changes uint64) (n, acked uint64, err error) {
	if !p.closed {
		w, err := startWriter(nil, p.dir, h, "edit")
		if err != nil {
			return 0, 0, err
		}
		for {
			if _, acked, failed := w.heard(); acked >= changes || failed != "" {
				break
			}
		}
		w.kill()
		_, acked, failed := w.heard()
		if failed != "" {
			return 0, 0, errors.New(failed)
		}
		// One more change may stand in the journal.
		n, err := p.count(h, acked)
		return n, acked, err
	}
	s, err := storage.Open(p.dir, smallOptions())
	if err != nil {
		return 0, 0, err
	}
	for n := uint64(1); n <= changes; n++ {
		if err := s.Commit(h.change(n)); err != nil {
			return 0, 0, err
		}
		if n == changes/2 {
			if _, err := s.BackUp("day", ""); err != nil {
				return 0, 0, err
			}
			if _, _, err := s.Attach(strings.NewReader("đính kèm")); err != nil {
				return 0, 0, err
			}
			if err := s.Forget([]byte("[]"), h.change(n), nil); err != nil {
				return 0, 0, err
			}
		}
	}
	return changes, changes, s.Close()
}

// count looks into a copy of a killed folder.
func (p *patient) count(h history, acked uint64) (uint64, error) {
	again := p.dir + "-look"
	defer func() { _ = os.RemoveAll(again) }()
	if err := os.CopyFS(again, os.DirFS(p.dir)); err != nil {
		return 0, err
	}
	t := h.look(again, acked)
	if !t.Held {
		return 0, errors.New(t.Detail)
	}
	return t.Acks, nil
}

// kindOf puts files together that are alike.
func kindOf(name string) string {
	if dir := filepath.Dir(name); dir != "." {
		if ext := filepath.Ext(name); ext != "" {
			return filepath.ToSlash(dir) + "/*" + ext
		}
	}
	if filepath.Dir(name) == "attachments" {
		return "attachments/*"
	}
	return filepath.ToSlash(name)
}

func (p *patient) trial(t *trials, name, kind, damage string) error {
	again := p.dir + "-copy"
	if err := os.CopyFS(again, os.DirFS(p.dir)); err != nil {
		return err
	}
	if err := hurt(t, filepath.Join(again, name), damage); err != nil {
		return err
	}
	result := p.judge(again, kind)
	result.Variant = kind + " " + damage
	if p.closed {
		result.Variant += ", closed"
	} else {
		result.Variant += ", killed"
	}
	if err := os.RemoveAll(again); err != nil {
		return err
	}
	return t.add(result)
}

// hurt damages a file.
func hurt(t *trials, path, damage string) error {
	if damage == "removed" {
		return os.Remove(path)
	}
	raw, err := os.ReadFile(path)
	if err != nil || len(raw) == 0 {
		return err
	}
	at := t.rand.IntN(len(raw))
	switch damage {
	case "flipped":
		raw[at] ^= 1 << t.rand.IntN(8)
	case "cut":
		raw = raw[:at]
	case "zeroed":
		clear(raw[at:min(at+4096, len(raw))])
	}
	return os.WriteFile(path, raw, 0o600)
}

// judge opens a damaged folder. It holds if everything is there, or if it is
// said that something is not; what is served otherwise must be right.
func (p *patient) judge(dir, kind string) (t trial) {
	_, found, err := storage.Examine(dir)
	if err != nil {
		t.Detail = "check fails: " + err.Error()
		return t
	}
	s, err := storage.Open(dir, smallOptions())
	if err != nil {
		t.Held, t.Outcome = len(found) > 0, "refused"
		t.Detail = err.Error()
		return t
	}
	s.Settle()
	t.Outcome = outcome(s.Opened())
	got, err := content(s)
	if err == nil {
		err = s.Commit(history{1}.change(1))
	}
	if closing := s.Close(); err == nil {
		err = closing
	}
	whole := maps.Equal(got, p.want) || maps.Equal(got, p.acked)
	outside := strings.HasPrefix(kind, "backups/") || strings.HasPrefix(kind, "attachments/")
	switch {
	case err != nil:
		t.Detail = err.Error()
	case !whole && t.Outcome != "reported":
		t.Detail = fmt.Sprintf("%d values of %d, and nobody is told", len(got), len(p.want))
	case outside && len(found) == 0 && !p.removed(dir, kind):
		t.Detail = "check does not notice it"
	default:
		t.Held = true
		if len(found) > 0 && t.Outcome == "opened" {
			t.Outcome = "named by check"
		}
	}
	return t
}

// removed says whether files of a kind are fewer than they were: nothing knows
// how many backups there should be.
func (p *patient) removed(dir, kind string) bool {
	n := 0
	for _, name := range p.kinds[kind] {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			n++
		}
	}
	return n < len(p.kinds[kind])
}
