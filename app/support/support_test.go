package support_test

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
	"nhipcau/app/support"
)

var now = time.Date(2024, 6, 7, 8, 42, 0, 0, time.UTC)

// packed writes a package and gives its files.
func packed(t *testing.T, dir string, r support.Report, hide *support.Hidden) map[string]string {
	t.Helper()
	path := filepath.Join(t.TempDir(), support.FileName(now))
	if err := support.Write(path, dir, r, hide); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	out := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestThePackageSaysWhatHelps(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "log", "nhipcau.log"), "opened\n")
	write(t, filepath.Join(dir, "log", "nhipcau-2024-06-01.log"), "older\n")
	write(t, filepath.Join(dir, "log", "crash.txt"), "goroutine 1\n")
	write(t, filepath.Join(dir, "log", "other.dat"), "no log\n")
	write(t, filepath.Join(dir, "journal", "1.log"), "values\n")
	found := desk.Finding{
		Records: 7, Changes: 9, Kinds: map[plan.Kind]int{plan.KindVisit: 2, plan.KindTopic: 5},
		Damaged: []desk.Damage{{Key: "r/visit/77", Reason: "not a packed record"}},
	}
	got := packed(t, dir, support.About("0.1.0", now, found, nil), support.Hide(nil, dir))
	names := make([]string, 0, len(got))
	for name := range got {
		names = append(names, name)
	}
	slices.Sort(names)
	want := []string{"log/crash.txt", "log/nhipcau-2024-06-01.log", "log/nhipcau.log", "report.json"}
	if !slices.Equal(names, want) {
		t.Fatalf("files %v, want %v", names, want)
	}
	if got["log/nhipcau.log"] != "opened\n" || got["log/crash.txt"] != "goroutine 1\n" {
		t.Errorf("log %q, crash %q", got["log/nhipcau.log"], got["log/crash.txt"])
	}
	var r support.Report
	if err := json.Unmarshal([]byte(got["report.json"]), &r); err != nil {
		t.Fatal(err)
	}
	if r.Version != "0.1.0" || r.Go == "" || r.System == "" || r.Records != 7 || r.Kinds[plan.KindTopic] != 5 ||
		len(r.Damaged) != 1 || r.Damaged[0].Key != "r/visit/77" {
		t.Errorf("report %+v", r)
	}
}

func TestAFolderWithoutALogCanBeReported(t *testing.T) {
	err := fault.New("fault.folder_damaged", "Folder", "x", errors.New("no table"))
	got := packed(t, t.TempDir(), support.About("", now, desk.Finding{}, err), support.Hide(nil, ""))
	if len(got) != 1 || !strings.Contains(got["report.json"], `"fault.folder_damaged"`) {
		t.Errorf("package %v", got)
	}
}

// TestNoPersonalValueLeaves plants what is personal wherever the log could
// have it, as careless code would, and looks for it in the package.
func TestNoPersonalValueLeaves(t *testing.T) {
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	person := &plan.Attendee{Visit: visit, Side: plan.Guest, Name: "Đại biểu 01", Phone: "0912345678", Email: "daibieu01@example.vn"}
	gone := &plan.Lesson{Visit: visit, Title: "Bài học “riêng”", WhatHostDoes: "một \"dòng\"\nhai dòng"}
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return errors.Join(tx.Put(person), tx.Put(gone)) }); err != nil {
		t.Fatal(err)
	}
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Delete(gone.ID) }); err != nil {
		t.Fatal(err)
	}
	v, _ := desk.Get[*plan.Visit](d, visit)
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	planted := []string{person.Name, person.Phone, person.Email, v.Title, v.Purpose, gone.Title, gone.WhatHostDoes, home}

	dir := t.TempDir()
	var log strings.Builder
	logger := slog.New(slog.NewJSONHandler(&log, nil))
	for _, text := range planted {
		logger.Error("failed", "id", visit, "error", fmt.Errorf("at %q: %s", "x", text))
	}
	write(t, filepath.Join(dir, "log", "nhipcau.log"), log.String())
	write(t, filepath.Join(dir, "log", "crash.txt"), "panic: "+strings.Join(planted, " / "))
	found := desk.Finding{Damaged: []desk.Damage{{Key: "r/attendee/" + person.ID, Reason: "broken at " + person.Phone}}}
	got := packed(t, dir, support.About("0.1.0", now, found, nil), support.Hide(d, dir))
	for name, text := range got {
		for _, word := range planted {
			raw, err := json.Marshal(word)
			if err != nil {
				t.Fatal(err)
			}
			if word != "" && (strings.Contains(text, word) || strings.Contains(text, strings.Trim(string(raw), `"`))) {
				t.Errorf("%s names %q", name, word)
			}
		}
	}
	if log := got["log/nhipcau.log"]; strings.Count(log, visit) != len(planted) || !strings.Contains(log, `"level":"ERROR"`) {
		t.Errorf("the log can't be read any more: %s", log)
	}
}

func TestOfALongLogTheEndIsKept(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "log", "nhipcau.log"), "first\n"+strings.Repeat("x\n", 4<<20)+"last\n")
	log := packed(t, dir, support.Report{}, support.Hide(nil, ""))["log/nhipcau.log"]
	if len(log) != 6<<20 || !strings.HasSuffix(log, "last\n") {
		t.Errorf("%d bytes are kept", len(log))
	}
}
