package main

import (
	"os"
	"path/filepath"
	"time"
)

// killModes are what the writer is busy with when it is killed.
var killModes = []string{"edit", "import", "snapshot", "backup", "rebuild", "forget", "first start", attachMode}

// killTrials kill the writer at random moments, over and over in one folder for
// each mode, as the state after one kill is where the next begins.
func killTrials(t *trials) error {
	folders := map[string]*killed{}
	for i := 0; t.more(); i++ {
		mode := killModes[i%len(killModes)]
		k := folders[mode]
		// A folder grows and slows everything down; now and then a new one.
		if k == nil || mode == "first start" || k.acked > 1500 || (mode == "import" || mode == attachMode) && k.acked > 150 {
			dir, err := os.MkdirTemp(t.dir, "kill-")
			if err != nil {
				return err
			}
			if k != nil {
				if err := os.RemoveAll(k.dir); err != nil {
					return err
				}
			}
			k = &killed{dir: dir, history: newHistory(t.rand, mode == "import")}
			folders[mode] = k
		}
		if err := k.trial(t, mode); err != nil {
			return err
		}
		if k.broken {
			folders[mode] = nil // one fault is counted once; the folder stays to be looked at
		}
	}
	return nil
}

// killed is a folder whose writer is killed again and again.
type killed struct {
	dir     string
	history history
	acked   uint64
	broken  bool
}

func (k *killed) trial(t *trials, mode string) error {
	if mode == "rebuild" && k.acked > 0 {
		if err := os.WriteFile(filepath.Join(k.dir, "DOUBT"), nil, 0o600); err != nil {
			return err
		}
	}
	w, err := startWriter(nil, k.dir, k.history, mode)
	if err != nil {
		return err
	}
	limit := 500 * time.Millisecond
	if mode == "first start" {
		limit = 120 * time.Millisecond
	}
	w.killAfter(t.between(5*time.Millisecond, limit))
	_, acked, failed := w.heard()
	result := k.history.look(k.dir, max(acked, k.acked))
	if failed != "" {
		result.Held, result.Detail = false, "the writer failed: "+failed
	}
	if result.Held && mode == attachMode {
		result.Detail = k.history.lookAtFiles(k.dir, result.Acks)
		result.Held = result.Detail == ""
	}
	result.Variant = mode
	if result.Held {
		k.acked = result.Acks
	} else {
		k.broken = true
	}
	return t.add(result)
}
