package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// required is how many trials of each fault the project wants to have seen.
var required = []struct {
	fault, must string
	trials      int
}{
	{"kill", "every acknowledged change is there, no half transaction, opens by itself", 300},
	{"power cut", "the same", 60},
	{"power cut without msync", "the same, with an msync that does nothing, as on Windows", 60},
	{"power cut of the Windows program", "the same, with the program for Windows", 20},
	{"damage", "noticed; repaired from what is left, or reported; never served as good", 500},
	{"full disk", "above the floor a refusal; below it nothing acknowledged is lost; works again once there is room", 4},
	{"two starts", "one opens, the other says so", 100},
	{"clock", "order of history, undo and merge unharmed", 50},
	{"histories", "of offices that exchange bundles, lost, late, repeated or redacted: the words that stand are those that nobody knowingly replaced, and all end alike", 20_000},
	{"upgrade", "opens, after a backup; a newer form is refused", 2},
}

// tally counts the trials of one fault.
type tally struct {
	made, held int
	acks       uint64
	outcomes   map[string]int
	variants   map[string]int
	from, to   string
	commits    map[string]bool
	broken     []trial
}

// writeReport makes the report of a log.
func writeReport(log, report string) error {
	counts, err := readLog(log)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("# Reliability\n\nMade by `make reliability` from `docs/reliability.jsonl`, to which `make torture` appends each trial. Do not edit.\n\n")
	b.WriteString("| fault | what must hold | trials | held | wanted | acknowledged changes looked for | what the start did | from | to |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, r := range required {
		t := counts[r.fault]
		if t == nil {
			fmt.Fprintf(&b, "| %s | %s | 0 | 0 | %d | | | | |\n", r.fault, r.must, r.trials)
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %d | %s | %s | %s |\n",
			r.fault, r.must, t.made, t.held, r.trials, t.acks, countsOf(t.outcomes), t.from, t.to)
	}
	for _, r := range required {
		if t := counts[r.fault]; t != nil {
			describe(&b, r.fault, t)
		}
	}
	return os.WriteFile(report, []byte(b.String()), 0o644)
}

// describe lists the variants of a fault, the commits, and what did not hold.
func describe(b *strings.Builder, name string, t *tally) {
	fmt.Fprintf(b, "\n## %s\n\nCommits: %s.\n", name, strings.Join(slices.Sorted(maps.Keys(t.commits)), ", "))
	if len(t.variants) > 1 {
		fmt.Fprintf(b, "\nVariants: %s.\n", countsOf(t.variants))
	}
	if len(t.broken) > 0 {
		b.WriteString("\nDid not hold:\n\n")
	}
	for _, x := range t.broken {
		fmt.Fprintf(b, "- %s, commit %s, seed %d: %s %s\n", x.Date, x.Commit, x.Seed, x.Variant, x.Detail)
	}
}

func countsOf(counts map[string]int) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if name != "" {
			parts = append(parts, fmt.Sprintf("%s %d", name, counts[name]))
		}
	}
	return strings.Join(parts, ", ")
}

func readLog(path string) (map[string]*tally, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	counts := map[string]*tally{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var t trial
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			return nil, fmt.Errorf("line %d of %s: %w", n, path, err)
		}
		c := counts[t.Fault]
		if c == nil {
			c = &tally{outcomes: map[string]int{}, variants: map[string]int{}, commits: map[string]bool{}, from: t.Date[:10]}
			counts[t.Fault] = c
		}
		c.add(t)
	}
	return counts, lines.Err()
}

func (c *tally) add(t trial) {
	c.made += t.times()
	c.acks += t.Acks
	c.to = t.Date[:10]
	c.outcomes[t.Outcome]++
	c.variants[t.Variant]++
	c.commits[t.Commit] = true
	if t.Held {
		c.held += t.times()
	} else {
		c.broken = append(c.broken, t)
	}
}
