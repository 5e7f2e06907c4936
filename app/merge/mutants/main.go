// Mutants shows that the rules of merging are held by tests: it breaks one rule
// at a time in a copy of the source and demands that the test which stands for
// the rule fails. The table of rules, tests and mutants is in rules.go.
//
// A mutant that does not compile, or that its test lets live, is an error. The
// source itself is never touched: the compiler is handed the copy as an overlay.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

func main() {
	if err := run(".", strings.Join(os.Args[1:], " ")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run tries the mutants of the module in dir whose description holds some words.
func run(dir, words string) error {
	work, err := os.MkdirTemp("", "mutants-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	var (
		wait   sync.WaitGroup
		mutex  sync.Mutex
		failed []error
		places = make(chan struct{}, runtime.NumCPU())
		tried  int
	)
	for _, r := range rules {
		for _, m := range r.mutants {
			if !strings.Contains(m.does, words) {
				continue
			}
			tried++
			folder := filepath.Join(work, fmt.Sprint(tried))
			places <- struct{}{}
			wait.Go(func() {
				defer func() { <-places }()
				err := try(dir, folder, r, m)
				mutex.Lock()
				defer mutex.Unlock()
				fmt.Printf("%-8s %-52s %s\n", verdict(err), m.does, r.test)
				if err != nil {
					failed = append(failed, fmt.Errorf("%s (%s): %w", m.does, r.says, err))
				}
			})
		}
	}
	wait.Wait()
	if len(failed) > 0 {
		return errors.Join(failed...)
	}
	fmt.Printf("%d mutants of %d rules, all caught\n", tried, len(rules))
	return nil
}

func verdict(err error) string {
	if err != nil {
		return "LIVES"
	}
	return "caught"
}

// try runs the test of a rule on a source without the rule.
func try(dir, folder string, r rule, m mutant) error {
	overlay, err := m.overlay(dir, folder)
	if err != nil {
		return err
	}
	cmd := exec.Command("go", "test", "-tags", "ci,migrated_fynedo", "-vet=off", "-count=1", "-timeout=2m",
		"-overlay", overlay, "-run", "^"+r.test+"$", "./"+r.pkg)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	switch {
	case err == nil:
		return errors.New("its test passes without the rule")
	case !bytes.Contains(out, []byte("--- FAIL: "+r.test)):
		return fmt.Errorf("its test did not run: %s", bytes.TrimSpace(out))
	}
	return nil
}

// overlay writes the source without the rule, and the file that tells the
// compiler to read it instead.
func (m mutant) overlay(dir, folder string) (string, error) {
	path, err := filepath.Abs(filepath.Join(dir, m.file))
	if err != nil {
		return "", err
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if n := strings.Count(string(source), m.old); n != 1 {
		return "", fmt.Errorf("%s holds %q %d times", m.file, m.old, n)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", err
	}
	broken := filepath.Join(folder, filepath.Base(m.file))
	if err := os.WriteFile(broken, []byte(strings.Replace(string(source), m.old, m.with, 1)), 0o600); err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": {path: broken}})
	if err != nil {
		return "", err
	}
	name := filepath.Join(folder, "overlay.json")
	return name, os.WriteFile(name, list, 0o600)
}
