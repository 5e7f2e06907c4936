// Torture does to a data folder what life does to an old office PC, and looks
// whether anything is lost: it kills the writer, cuts the power, damages files,
// fills the disk, starts the program twice and sets the clock; and it plays
// histories of offices that exchange bundles. Each trial is appended to a log,
// from which docs/reliability.md is made.
//
// It runs on the real store with small tables, so that flushes and compactions
// happen all the time. It must not know what a record is: the histories are
// those of app/merge/mergetest.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == writerCommand {
		os.Exit(write(os.Args[2:]))
	}
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// settings are what a run was asked for.
type settings struct {
	minutes float64
	seed    uint64
	only    string
	log     string
	report  string
	noSync  string
	windows string
	commit  string
}

func run(args []string) error {
	var s settings
	flags := flag.NewFlagSet("torture", flag.ContinueOnError)
	flags.Float64Var(&s.minutes, "minutes", 3, "how long to go on")
	flags.Uint64Var(&s.seed, "seed", 0, "where chance begins; 0 takes the clock")
	flags.StringVar(&s.only, "only", "", "the faults to try, with commas; all if empty")
	flags.StringVar(&s.log, "log", "", "the file to append trials to; none if empty")
	flags.StringVar(&s.report, "report", "", "write the report of the log into this file, and try nothing")
	flags.StringVar(&s.noSync, "no-msync", "", "this program, built with an msync that does nothing")
	flags.StringVar(&s.windows, "windows", "", "this program, built for Windows, to run under Wine")
	flags.StringVar(&s.commit, "commit", "", "the commit that is tried")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if s.report != "" {
		return writeReport(s.log, s.report)
	}
	if s.seed == 0 {
		s.seed = uint64(time.Now().UnixNano())
	}
	return s.torture()
}

// torture goes through the faults in turn until the time is up, a share of it
// for each.
func (s settings) torture() error {
	work, err := os.MkdirTemp("", "torture-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	faults := s.faults()
	j := &journal{path: s.log, commit: s.commit, seed: s.seed}
	end := time.Now().Add(time.Duration(s.minutes * float64(time.Minute)))
	for i, f := range faults {
		share := time.Until(end) / time.Duration(len(faults)-i)
		dir := filepath.Join(work, f.name)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		if err := f.run(&trials{journal: j, fault: f.name, dir: dir, end: time.Now().Add(share), rand: newRand(s.seed, f.name)}); err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
	}
	return j.summary(os.Stdout)
}

// ordeal is one kind of misfortune; run makes trials until the time is up.
type ordeal struct {
	name string
	run  func(*trials) error
}

func (s settings) faults() []ordeal {
	all := []ordeal{
		{"kill", killTrials},
		{"power cut", cutTrials("")},
		{"power cut without msync", cutTrials(s.noSync)},
		{"power cut of the Windows program", wineTrials(s.windows)},
		{"damage", damageTrials},
		{"full disk", fullTrials},
		{"two starts", startTrials},
		{"clock", clockTrials},
		{"histories", historyTrials},
		{"upgrade", upgradeTrials},
	}
	var out []ordeal
	for _, f := range all {
		if s.only != "" && !strings.Contains(","+s.only+",", ","+f.name+",") {
			continue
		}
		if f.name == "power cut without msync" && s.noSync == "" || strings.Contains(f.name, "Windows") && s.windows == "" {
			continue
		}
		out = append(out, f)
	}
	return out
}
