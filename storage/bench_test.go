package storage_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/storage"
)

// sentence fills a record up to about a kilobyte.
var sentence = strings.Repeat("Trao đổi kinh nghiệm xây dựng nông thôn mới. ", 9)

// contentOf gives all that a desk with n records stores, with its history.
func contentOf(b *testing.B, n int) (ops []desk.Op, bytes int64) {
	b.Helper()
	store := desktest.NewStore()
	d := desktest.Open(b, store, 1)
	err := d.Do(desk.Step{}, func(tx *desk.Tx) error {
		for i := range n {
			m := &plan.Model{Name: fmt.Sprint("Mô hình ", i), Place: "Quảng Khê", Difficulties: sentence, Conditions: sentence[:200]}
			if err := tx.Put(m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	err = store.Scan("", func(key string, value []byte) error {
		ops = append(ops, desk.Op{Key: key, Value: slices.Clone(value)})
		bytes += int64(len(key) + len(value))
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return ops, bytes
}

func open(b *testing.B, dir string) *storage.Store {
	b.Helper()
	s, err := storage.Open(dir, storage.Options{Floor: 1})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func closed(b *testing.B, s *storage.Store) {
	b.Helper()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

// BenchmarkDurableEdit stands beside a bare append and flush of the same bytes.
// Goal: at most 2.5 times.
func BenchmarkDurableEdit(b *testing.B) {
	s := open(b, b.TempDir())
	defer closed(b, s)
	bare, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close()
	var edits, appends []time.Duration
	for n := 1; b.Loop(); n++ {
		ops := editOf(n)
		size := 0
		for _, op := range ops {
			size += len(op.Key) + len(op.Value)
		}
		start := time.Now()
		if err := s.Commit(ops); err != nil {
			b.Fatal(err)
		}
		edits = append(edits, time.Since(start))
		start = time.Now()
		if _, err := bare.Write(make([]byte, size)); err != nil {
			b.Fatal(err)
		}
		if err := bare.Sync(); err != nil {
			b.Fatal(err)
		}
		appends = append(appends, time.Since(start))
	}
	edit, reference := median(edits), median(appends)
	b.ReportMetric(float64(edit.Microseconds()), "µs/edit")
	b.ReportMetric(float64(reference.Microseconds()), "µs/append")
	b.ReportMetric(float64(edit)/float64(reference), "times")
}

// editOf is what an edit writes: the record, its history, the undo step and who
// made it, about 2 KB, and it lets go of an old undo step.
func editOf(n int) []desk.Op {
	id := fmt.Sprintf("%08d-0000-7000-8000-000000000000", n%5000)
	value := []byte(fmt.Sprintf(`{"n":%d,"t":%q}`, n, sentence+sentence))
	return []desk.Op{
		{Key: "r/visit/" + id, Value: value[:1100]},
		{Key: fmt.Sprintf("h/%s/%016x", id, n), Value: value[:250]},
		{Key: fmt.Sprintf("u/%016x", n), Value: value[:400]},
		{Key: fmt.Sprintf("u/%016x", n-200)},
		{Key: "m/identity", Value: value[:200]},
	}
}

// BenchmarkOpen opens 50,000 records, checked and decoded. Goal: under 1.0 s on
// two cores. Import is the one commit that brought them, goal under 1.5 s;
// rebuild is an opening that makes the database anew, goal under 2 s; forget
// writes all files anew.
func BenchmarkOpen(b *testing.B) {
	ops, size := contentOf(b, 50_000)
	dir := b.TempDir()
	s := open(b, dir)
	start := time.Now()
	if err := s.Commit(ops); err != nil {
		b.Fatal(err)
	}
	imported := time.Since(start)
	closed(b, s)
	var opened, decoded, rebuilt, forgotten []time.Duration
	for b.Loop() {
		start := time.Now()
		s := open(b, dir)
		opened = append(opened, time.Since(start))
		if _, err := desk.Open(s, desk.Options{}); err != nil {
			b.Fatal(err)
		}
		decoded = append(decoded, time.Since(start))
		closed(b, s)
		if err := os.WriteFile(filepath.Join(dir, "DOUBT"), nil, 0o600); err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		s = open(b, dir)
		rebuilt = append(rebuilt, time.Since(start))
		start = time.Now()
		if err := s.Forget([]byte("[]"), ops[:1], nil); err != nil {
			b.Fatal(err)
		}
		forgotten = append(forgotten, time.Since(start))
		closed(b, s)
	}
	b.ReportMetric(float64(size>>20), "MB")
	b.ReportMetric(imported.Seconds(), "s-import")
	b.ReportMetric(median(opened).Seconds(), "s-open")
	b.ReportMetric(median(decoded).Seconds(), "s-open+decode")
	b.ReportMetric(median(rebuilt).Seconds(), "s-rebuild")
	b.ReportMetric(median(forgotten).Seconds(), "s-forget")
}

// BenchmarkFolder edits 5,000 records 100,000 times and compares the size of the
// folder with the bytes of what it holds. Goal: at most 4 times.
func BenchmarkFolder(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		s := open(b, dir)
		for n := 1; n <= 100_000; n++ {
			if err := s.Commit(editOf(n)); err != nil {
				b.Fatal(err)
			}
		}
		closed(b, s)
	}
	s := open(b, dir)
	var live int64
	err := s.Scan("", func(key string, value []byte) error {
		live += int64(len(key) + len(value))
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	closed(b, s)
	for _, part := range []string{"", "db", "journal", "snapshots"} {
		b.ReportMetric(float64(sizeOf(b, filepath.Join(dir, part)))/float64(live), "times-"+part)
	}
	b.ReportMetric(float64(live>>20), "MB")
}

func sizeOf(b *testing.B, dir string) (n int64) {
	b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var info fs.FileInfo
			if info, err = d.Info(); err == nil {
				n += info.Size()
			}
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}
