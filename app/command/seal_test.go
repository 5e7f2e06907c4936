package command_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

// sealCommands are what the scripts do to files on their way.
func sealCommands() map[string]func(*testscript.TestScript, bool, []string) {
	change := func(fn func(ts *testscript.TestScript, raw []byte, args []string) []byte) func(*testscript.TestScript, bool, []string) {
		return func(ts *testscript.TestScript, _ bool, args []string) {
			raw := fn(ts, []byte(ts.ReadFile(args[0])), args[2:])
			ts.Check(os.WriteFile(ts.MkAbs(args[1]), raw, 0o600))
		}
	}
	return map[string]func(*testscript.TestScript, bool, []string){
		"indent": change(func(ts *testscript.TestScript, raw []byte, _ []string) []byte {
			var out bytes.Buffer
			ts.Check(json.Indent(&out, raw, "", "    "))
			return out.Bytes()
		}),
		"replaced": change(func(ts *testscript.TestScript, raw []byte, args []string) []byte {
			out := bytes.Replace(raw, []byte(args[0]), []byte(args[1]), 1)
			if bytes.Equal(out, raw) {
				ts.Fatalf("%q is not there", args[0])
			}
			return out
		}),
		"stripped": change(func(ts *testscript.TestScript, raw []byte, _ []string) []byte {
			return regexp.MustCompile(`,\n"sig":"[^"]+"`).ReplaceAll(raw, nil)
		}),
		"cut": change(func(_ *testscript.TestScript, raw []byte, _ []string) []byte { return raw[:len(raw)-40] }),
		"rmkeys": func(ts *testscript.TestScript, _ bool, _ []string) {
			ts.Check(os.RemoveAll(ts.Getenv("NHIPCAU_KEYS")))
		},
		"officeof": officeOf,
		"nosecret": noSecret,
	}
}

// officeOf puts the id of the office of a data folder into an environment
// variable; its key file is called so.
func officeOf(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(ts.Exec("nhipcau", "--data", ts.MkAbs(args[0]), "--json", "key"))
	var key struct {
		Office string `json:"office"`
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &key))
	ts.Setenv(args[1], key.Office)
}

// noSecret looks for secret keys in all files of a folder.
func noSecret(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		raw, err := os.ReadFile(path)
		if bytes.Contains(raw, []byte("AGE-SECRET-KEY")) || bytes.Contains(raw, []byte("nhipcau-keys/")) {
			ts.Fatalf("a secret key lies in %s", path)
		}
		return err
	}))
}
