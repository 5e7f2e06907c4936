//go:build python

package bundle

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/merge"
	"nhipcau/app/merge/mergetest"
)

// The second reader was written from docs/bundle-format.md alone. Where it
// comes to another result, either it, or the page, or the program is wrong.

// second is the second reader, kept running: Python takes a while to start.
type second struct {
	in  io.Writer
	out *bufio.Scanner
}

// loop hands lines of paths to the second reader, and its results back as lines.
const loop = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("reader", "../../docs/merge-bundles.py")
reader = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reader)
for line in sys.stdin:
    try:
        result = reader.merged(json.loads(line))
    except reader.Refused:
        result = None
    print(json.dumps(result), flush=True)
`

func newSecond(t *testing.T) *second {
	t.Helper()
	cmd := exec.Command("python3", "-c", loop)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = in.Close()
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<26)
	return &second{in, lines}
}

func (s *second) merge(t *testing.T, paths ...string) (out string, refused bool) {
	t.Helper()
	line, err := json.Marshal(paths)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.in.Write(append(line, '\n')); err != nil {
		t.Fatal(err)
	}
	var result *string
	if !s.out.Scan() || json.Unmarshal(s.out.Bytes(), &result) != nil {
		t.Fatal("it gives no result; what went wrong is above")
	}
	if result == nil {
		return "", true
	}
	return *result, false
}

func TestSecondReaderMergesGoldenBundles(t *testing.T) {
	reader := newSecond(t)
	path := func(name string) string { return filepath.Join(goldenFolder, name) }
	for _, order := range [][]string{
		{"host.json", "guest.json"}, {"guest.json", "host.json"}, {"guest-respelt.json", "host.json", "guest.json", "host.json"},
	} {
		paths := make([]string, len(order))
		for i, name := range order {
			paths[i] = path(name)
		}
		out, _ := reader.merge(t, paths...)
		golden(t, "merged.json", out)
	}
}

// TestSecondReaderMergesHistories hands it all that was sent in histories of
// offices, drawn by chance.
func TestSecondReaderMergesHistories(t *testing.T) {
	reader := newSecond(t)
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		h := mergetest.New(func(_ string, n int) int { return r.IntN(n) })
		steps := h.Steps()
		names := []string{"edit", "delete", "edit again", "send", "restore", "receive", "send", "set back", "edit"}
		for range 60 {
			if err := steps[names[r.IntN(len(names))]](); err != nil {
				t.Fatal(err)
			}
		}
		compareMerged(t, reader, h)
	}
}

// compareMerged writes every copy of the record into a bundle of its own, and
// merges them all in both programs.
func compareMerged(t *testing.T, reader *second, h *mergetest.History) {
	t.Helper()
	copies, err := h.Packed()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var paths []string
	var bundles []*Bundle
	for i, packed := range copies {
		rec, err := merge.Unpack([]byte(packed))
		if err != nil {
			t.Fatal(err)
		}
		b := &Bundle{ID: recordID(i), From: Sender{Office: hostOffice}, Records: []*merge.Record{rec}}
		path := filepath.Join(dir, fmt.Sprintf("%02d.json", i))
		if err := os.WriteFile(path, []byte(write(t, b)), 0o600); err != nil {
			t.Fatal(err)
		}
		paths, bundles = append(paths, path), append(bundles, b)
	}
	out, _ := reader.merge(t, paths...)
	if want := lines(t, merged(t, bundles...)); out != want {
		t.Errorf("it merges to\n%s\nand we to\n%s", out, want)
	}
}

// TestSecondReaderRefusesWhatWeRefuse, for what the page says of single files.
func TestSecondReaderRefusesWhatWeRefuse(t *testing.T) {
	reader := newSecond(t)
	data := func(json string) string { return document1(json) }
	whole := data(`{"title":"x"}`)
	for name, doc := range map[string]string{
		"good": whole, "not JSON": `{"format"`, "name twice": data(`{"a":1,"a":2}`), "fraction": data(`{"a":1.5}`), "exponent": data(`{"a":1e3}`),
		"2^53": data(`{"a":9007199254740992}`), "-2^53+1": data(`{"a":-9007199254740991}`), "bidi": data("{\"a\":\"\u202E\"}"),
		"bidi, escaped": data(`{"a":"\u202e"}`), "control": data(`{"a":"\u0007"}`), "tab": data(`{"a":"\t"}`), "surrogate": data(`{"a":"\ud800"}`),
		"deep": data(`{"a":` + strings.Repeat("[", 28) + strings.Repeat("]", 28) + `}`), "deep enough": data(`{"a":` + strings.Repeat("[", 27) + strings.Repeat("]", 27) + `}`),
		"long": data(`{"a":"` + strings.Repeat("x", 1<<20+1) + `"}`), "not long": data(`{"a":"` + strings.Repeat("x", 1<<20) + `"}`),
		"format 2": strings.Replace(whole, "bundle/1", "bundle/2", 1), "level 1.1": strings.Replace(whole, `"min_app":"1.0"`, `"min_app":"1.1"`, 1),
		"no office": strings.Replace(whole, `"schema":1,"office":"`+hostOffice+`",`, `"schema":1,`, 1), "dot 0": strings.Replace(whole, "CDEF:1", "CDEF:0", 1),
		"short clock": strings.Replace(whole, "0196a7c2f0001", "0196a7c2f000", 1), "kind": strings.Replace(whole, `"kind":"visit"`, `"kind":"Visit"`, 1),
		"mark beyond": strings.Replace(whole, `"_w"`, `"_m":{"title":1},"_w"`, 1), "mark of nothing": strings.Replace(whole, `"_w"`, `"_m":{"x":0},"_w"`, 1),
		"context of nothing": strings.Replace(whole, `"_w"`, `"_c":{"x":{"K3F9Q2ABCDEF":1}},"_w"`, 1),
		"context":            strings.Replace(whole, `"_w"`, `"_c":{"title":{"K3F9Q2ABCDEF":0}},"_w"`, 1),
		"others empty":       strings.Replace(whole, `"_w"`, `"_alt":{"title":[]},"_w"`, 1),
		"one dot, two words": strings.Replace(whole, `"_w"`, `"_alt":{"title":[{"w":0,"x":"y"}]},"_w"`, 1),
		"after the document": whole + "x", "spaces after": whole + " \n",
		"id twice": head1(`"records":[` + record1(visitID, "visit", `{}`) + `,` + record1(visitID, "visit", `{}`) + `]`),
		"dot twice": head1(`"records":[` + record1(visitID, "visit", `{"a":1}`) + `,` +
			strings.Replace(record1(recordID(1), "visit", `{"a":1}`), "Văn phòng", "Ban", 1) + `]`),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(strings.NewReader(doc))
			path := filepath.Join(t.TempDir(), "a.json")
			if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, refused := reader.merge(t, path); refused != (err != nil) {
				t.Errorf("it refuses: %v; we say %v", refused, err)
			}
		})
	}
}
