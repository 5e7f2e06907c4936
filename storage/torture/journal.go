package main

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"os"
	"time"
)

// trial is one line of the log.
type trial struct {
	Date    string `json:"date"`
	Commit  string `json:"commit"`
	Seed    uint64 `json:"seed"`
	Fault   string `json:"fault"`
	Variant string `json:"variant,omitempty"`
	// Held says whether what must hold did; Detail says why not.
	Held   bool   `json:"held"`
	Detail string `json:"detail,omitempty"`
	// Count is for how many trials the line stands, 0 for one: histories are
	// played by the thousand.
	Count uint64 `json:"count,omitempty"`
	// Acks is how many changes had been acknowledged.
	Acks uint64 `json:"acks,omitempty"`
	// Outcome is what the start after it did: opened, replayed, rebuilt,
	// reported, refused.
	Outcome string `json:"outcome,omitempty"`
}

// times is for how many trials the line stands.
func (t trial) times() int { return max(1, int(t.Count)) }

// journal appends trials to the log and counts them.
type journal struct {
	path, commit string
	seed         uint64
	done         []trial
}

func (j *journal) add(t trial) error {
	t.Date, t.Commit, t.Seed = time.Now().UTC().Format(time.DateTime), j.commit, j.seed
	j.done = append(j.done, t)
	if !t.Held {
		fmt.Printf("BROKEN %s %s: %s\n", t.Fault, t.Variant, t.Detail)
	}
	if j.path == "" {
		return nil
	}
	f, err := os.OpenFile(j.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // an error of the write is returned
	return json.NewEncoder(f).Encode(t)
}

// summary prints the counts of this run; a trial that did not hold is an error.
func (j *journal) summary(w io.Writer) error {
	counts, broken, all := map[string]int{}, 0, 0
	var order []string
	for _, t := range j.done {
		if counts[t.Fault] == 0 {
			order = append(order, t.Fault)
		}
		counts[t.Fault] += t.times()
		all += t.times()
		if !t.Held {
			broken++
		}
	}
	for _, name := range order {
		if _, err := fmt.Fprintf(w, "%6d  %s\n", counts[name], name); err != nil {
			return err
		}
	}
	if broken > 0 {
		return fmt.Errorf("%d of %d trials did not hold (seed %d)", broken, all, j.seed)
	}
	_, err := fmt.Fprintf(w, "%6d  trials held (seed %d)\n", all, j.seed)
	return err
}

// trials is what a fault is handed: where to work, until when, and chance.
type trials struct {
	journal *journal
	fault   string
	dir     string
	end     time.Time
	rand    *rand.Rand
	made    int
}

// more says whether there is time for another trial; at least one is made.
func (t *trials) more() bool { return t.made == 0 || time.Now().Before(t.end) }

func (t *trials) add(tr trial) error {
	t.made++
	tr.Fault = t.fault
	return t.journal.add(tr)
}

// skip leaves out a fault for which a disk cannot be made here: that needs root
// and loop devices. Nothing is written down.
func (t *trials) skip(reason error) error {
	fmt.Printf("left out: %s: no disk can be made here: %v\n", t.fault, reason)
	return nil
}

// newRand gives the chance of one fault, so that leaving out another changes
// nothing.
func newRand(seed uint64, name string) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name)) // never fails (hash)
	return rand.New(rand.NewPCG(seed, h.Sum64()))
}

// between draws a length of time.
func (t *trials) between(from, to time.Duration) time.Duration {
	return from + time.Duration(t.rand.Int64N(int64(to-from)))
}
