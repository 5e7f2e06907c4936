package command_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	embedded "nhipcau/assets/sample"
)

// folderCommands are what the scripts do with an exchange folder and with those
// who share it, each named by his data folder.
func folderCommands() map[string]func(*testscript.TestScript, bool, []string) {
	all := map[string]func(*testscript.TestScript, bool, []string){
		"acquaint": acquaint, "rounds": rounds, "alike": alike, "waiting": waitingFile,
		"mark": func(ts *testscript.TestScript, _ bool, args []string) { ts.Setenv("MARK", stamps(ts, args[0])) },
		"unchanged": func(ts *testscript.TestScript, _ bool, args []string) {
			if now := stamps(ts, args[0]); now != ts.Getenv("MARK") {
				ts.Fatalf("was %s\nis %s", ts.Getenv("MARK"), now)
			}
		},
		"count": func(ts *testscript.TestScript, _ bool, args []string) {
			if got := len(glob(ts, args[1])); strconv.Itoa(got) != args[0] {
				ts.Fatalf("%d files", got)
			}
		},
		"sealed": func(ts *testscript.TestScript, _ bool, args []string) {
			for _, name := range glob(ts, args[0]) {
				if !bytes.HasPrefix([]byte(ts.ReadFile(name)), []byte("age-encryption.org/v1\n")) {
					ts.Fatalf("%s is not sealed", name)
				}
			}
		},
	}
	maps.Copy(all, carrierCommands())
	return all
}

// carrierCommands do to the file of somebody what carriers do.
func carrierCommands() map[string]func(*testscript.TestScript, bool, []string) {
	kept := func(ts *testscript.TestScript, who string) string { return ts.MkAbs("kept-" + who) }
	write := func(ts *testscript.TestScript, path string, raw []byte) { ts.Check(os.WriteFile(path, raw, 0o600)) }
	return map[string]func(*testscript.TestScript, bool, []string){
		"halve": func(ts *testscript.TestScript, _ bool, args []string) {
			file := fileOf(ts, args[0], args[1])
			raw := []byte(ts.ReadFile(file))
			write(ts, kept(ts, args[1]), raw)
			write(ts, file, raw[:len(raw)/2])
		},
		"whole": func(ts *testscript.TestScript, _ bool, args []string) {
			write(ts, fileOf(ts, args[0], args[1]), []byte(ts.ReadFile(kept(ts, args[1]))))
		},
		"keep": func(ts *testscript.TestScript, _ bool, args []string) {
			write(ts, kept(ts, args[2]), []byte(ts.ReadFile(fileOf(ts, args[0], args[1]))))
		},
		"late": func(ts *testscript.TestScript, _ bool, args []string) {
			beside := filepath.Join(filepath.Dir(fileOf(ts, args[0], args[1])), args[2])
			write(ts, beside, []byte(ts.ReadFile(kept(ts, "late"))))
		},
		"put": func(ts *testscript.TestScript, _ bool, args []string) {
			write(ts, filepath.Join(filepath.Dir(fileOf(ts, args[1], args[2])), args[3]), []byte(ts.ReadFile(args[0])))
		},
		"lose": func(ts *testscript.TestScript, _ bool, args []string) {
			file := fileOf(ts, args[0], args[1])
			if len(args) > 2 {
				file = filepath.Join(filepath.Dir(file), args[2])
			}
			ts.Check(os.Remove(file))
		},
	}
}

func nhipcau(ts *testscript.TestScript, who string, args ...string) string {
	ts.Check(ts.Exec("nhipcau", append([]string{"--data", ts.MkAbs(who)}, args...)...))
	return ts.ReadFile("stdout")
}

// acquaint lets each office read one bundle of each other, as by mail.
func acquaint(ts *testscript.TestScript, _ bool, who []string) {
	for _, from := range who {
		nhipcau(ts, from, "export", "--visit", embedded.VisitID, "--out", ts.MkAbs("first.json"))
		for _, to := range who {
			if to != from {
				nhipcau(ts, to, "import", ts.MkAbs("first.json"))
			}
		}
	}
}

// rounds lets one after the other make a round; the output is that of the last.
func rounds(ts *testscript.TestScript, _ bool, args []string) {
	for _, who := range args[1:] {
		nhipcau(ts, who, "sync", "--folder", ts.MkAbs(args[0]))
	}
}

// alike wants the same records of the visit everywhere, byte for byte.
func alike(ts *testscript.TestScript, neg bool, who []string) {
	for _, one := range who {
		nhipcau(ts, one, "export", "--visit", embedded.VisitID, "--out", ts.MkAbs("of-"+one+".json"))
		sameRecords(ts, neg, []string{"of-" + who[0] + ".json", "of-" + one + ".json"})
	}
}

// replicaOf is the name of an installation, as its bundles tell it.
func replicaOf(ts *testscript.TestScript, who string) string {
	if known := ts.Getenv("REPLICA_" + who); known != "" {
		return known
	}
	nhipcau(ts, who, "export", "--visit", embedded.VisitID, "--out", ts.MkAbs("of-"+who+".json"))
	var b struct{ From struct{ Replica string } }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("of-"+who+".json")), &b))
	ts.Setenv("REPLICA_"+who, b.From.Replica)
	return b.From.Replica
}

func fileOf(ts *testscript.TestScript, dir, who string) string {
	return filepath.Join(ts.MkAbs(dir), replicaOf(ts, who), embedded.VisitID+".json.age")
}

// waitingFile puts the path of the one file that waits into a variable.
func waitingFile(ts *testscript.TestScript, _ bool, args []string) {
	var round struct{ Waiting []struct{ Path string } }
	ts.Check(json.Unmarshal([]byte(nhipcau(ts, args[2], "--json", "sync", "--folder", ts.MkAbs(args[1]))), &round))
	if len(round.Waiting) != 1 {
		ts.Fatalf("%d files wait", len(round.Waiting))
	}
	ts.Setenv(args[0], round.Waiting[0].Path)
}

func glob(ts *testscript.TestScript, pattern string) []string {
	names, err := filepath.Glob(ts.MkAbs(pattern))
	ts.Check(err)
	return names
}

// stamps is what tells whether any file was written.
func stamps(ts *testscript.TestScript, dir string) string {
	var out []string
	for _, name := range glob(ts, dir+"/*/*") {
		info, err := os.Stat(name)
		ts.Check(err)
		out = append(out, name, info.ModTime().String())
	}
	return strings.Join(out, "\n")
}
