package command_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"nhipcau/app/command"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/folder"
	"nhipcau/app/seal"
	embedded "nhipcau/assets/sample"
	"nhipcau/storage"
	"nhipcau/storage/memstore"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"nhipcau": func() { os.Exit(run()) }})
}

// run is the program as main wires it, but for the window.
func run() int {
	return command.Run(os.Args[1:], command.Environment{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Version: "test",
		DefaultDir: func() (string, error) { return "", errors.New("the scripts name their folder") },
		OpenStore: func(dir string, create bool) (desk.Store, error) {
			if _, err := os.Stat(filepath.Join(dir, "VERSION")); err != nil && !create {
				return nil, fault.New("fault.no_data_folder", "Folder", dir)
			}
			return storage.Open(dir, storage.Options{})
		},
		Keys:        func(office string) (*seal.Keys, error) { return seal.Load(os.Getenv("NHIPCAU_KEYS"), office) },
		Passphrases: folder.Passphrases{Folder: os.Getenv("NHIPCAU_KEYS")},
		Folder: command.Folder{
			Restore: func(dir, backup string) (desk.Copy, error) { return storage.Restore(dir, backup, storage.Options{}) },
			Rebuild: func(dir string) (desk.Opened, error) { return storage.Rebuild(dir, storage.Options{}) },
			Examine: examine,
		},
		Window: func(string, string, []string) error { return fault.New("fault.no_window_here") },
	})
}

func examine(dir string) (desk.Store, []desk.Damage, error) {
	state, damages, err := storage.Examine(dir)
	if err != nil || state == nil {
		return nil, damages, err
	}
	m := memstore.Memory()
	m.Files = func(name string) ([]byte, error) { return storage.AttachedFile(dir, name) }
	return m, damages, m.Commit(state)
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("NHIPCAU_DATA", filepath.Join(env.WorkDir, "data"))
			env.Setenv("NHIPCAU_KEYS", filepath.Join(env.WorkDir, "keys"))
			env.Setenv("VISIT", embedded.VisitID)
			return os.WriteFile(filepath.Join(env.WorkDir, "sample.json"), embedded.Bundle, 0o600)
		},
		Cmds: commands(),
	})
}

// commands are what the scripts can do beside calling the program.
func commands() map[string]func(*testscript.TestScript, bool, []string) {
	all := map[string]func(*testscript.TestScript, bool, []string){
		"samerecords": sameRecords, "field": field, "pdfhas": pdfHas, "ziphas": zipHas,
	}
	maps.Copy(all, sealCommands())
	maps.Copy(all, folderCommands())
	return all
}

// sameRecords compares the records of two bundles byte for byte; signatures
// differ.
func sameRecords(ts *testscript.TestScript, neg bool, args []string) {
	records := func(name string) string {
		_, tail, ok := strings.Cut(ts.ReadFile(name), `"payload":`)
		if !ok {
			ts.Fatalf("%s has no payload", name)
		}
		tail, _, _ = strings.Cut(tail, `"sig":`)
		return strings.TrimRight(tail, ",\n}")
	}
	if same := records(args[0]) == records(args[1]); same == neg {
		ts.Fatalf("same records = %v", same)
	}
}

// zipHas looks for words in a file of a ZIP; a word after "! " must not be there.
func zipHas(ts *testscript.TestScript, _ bool, args []string) {
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	f, err := z.Open(args[1])
	ts.Check(err)
	text, err := io.ReadAll(f)
	ts.Check(err)
	for _, word := range args[2:] {
		word, not := strings.CutPrefix(word, "! ")
		if bytes.Contains(text, []byte(word)) == not {
			ts.Fatalf("%q in %s: %v", word, args[1], !not)
		}
	}
}

var idPattern = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// field puts the first id of the last output that stands in a line with the
// given words into an environment variable.
func field(ts *testscript.TestScript, _ bool, args []string) {
	for _, line := range strings.Split(ts.ReadFile("stdout"), "\n") {
		if id := idPattern.FindString(line); id != "" && strings.Contains(line, args[1]) {
			ts.Setenv(args[0], id)
			return
		}
	}
	ts.Fatalf("no id in a line with %q", args[1])
}

// pdfHas looks at what a PDF draws: its streams hold the glyphs of the text,
// so only the number of pages and the size of the drawing can be told here.
func pdfHas(ts *testscript.TestScript, _ bool, args []string) {
	raw := []byte(ts.ReadFile(args[0]))
	if !bytes.HasPrefix(raw, []byte("%PDF-")) {
		ts.Fatalf("%s is no PDF", args[0])
	}
	drawn := 0
	for _, part := range bytes.Split(raw, []byte("stream\n"))[1:] {
		r, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(r)
		drawn += bytes.Count(text, []byte("Tj"))
	}
	if drawn < 20 {
		ts.Fatalf("%s draws %d pieces of text", args[0], drawn)
	}
}
