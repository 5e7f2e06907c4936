package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTableNamesWhatIsThere: the mutants themselves take a minute (make
// mutants); that each still can be made, and that its test is there, is asked
// always.
func TestTableNamesWhatIsThere(t *testing.T) {
	const root = "../../.."
	for _, r := range rules {
		if len(r.mutants) == 0 {
			t.Errorf("%s: no mutant shows that the test %s fails without the rule", r.says, r.test)
		}
		if !hasTest(t, filepath.Join(root, r.pkg), r.test) {
			t.Errorf("%s: %s has no test %s", r.says, r.pkg, r.test)
		}
		for _, m := range r.mutants {
			if _, err := m.overlay(root, filepath.Join(t.TempDir(), "mutant")); err != nil {
				t.Errorf("%s: %v", m.does, err)
			}
		}
	}
}

func hasTest(t *testing.T, dir, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(source), "func "+name+"(t *testing.T)") {
			return true
		}
	}
	return false
}
