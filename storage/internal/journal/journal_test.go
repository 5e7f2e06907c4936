package journal_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/desk"
	"nhipcau/storage/internal/journal"
)

// fill writes n frames, the k-th with one value of its own, in segments of
// three.
func fill(t testing.TB, dir string, n int) {
	t.Helper()
	l := read(t, dir)
	j, _, err := l.Start(1, filepath.Join(dir, "aside"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for k := 1; k <= n; k++ {
		if k%3 == 1 {
			if err := j.Rotate(); err != nil {
				t.Fatal(err)
			}
		}
		if err := j.Append(journal.Frame{Count: uint64(k), Digest: uint64(10 * k), Ops: ops(k)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

func ops(k int) []desk.Op {
	return []desk.Op{{Key: fmt.Sprint("k", k), Value: bytes.Repeat([]byte{byte(k)}, 20)}, {Key: "gone"}, {Key: "empty", Value: []byte{}}}
}

func read(t testing.TB, dir string) *journal.Log {
	t.Helper()
	l, err := journal.Read(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// numbers gives the good frames, after it compared what they hold.
func numbers(t testing.TB, l *journal.Log, after uint64) (out []uint64) {
	t.Helper()
	err := l.Frames(after, func(f journal.Frame) error {
		want := journal.Frame{Seq: f.Seq, Count: f.Seq, Digest: 10 * f.Seq, Ops: ops(int(f.Seq))}
		if diff := cmp.Diff(want, f); diff != "" {
			t.Errorf("frame %d (-want +got):\n%s", f.Seq, diff)
		}
		out = append(out, f.Seq)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func segments(t testing.TB, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*.jnl"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestWriteAndRead(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 8)
	l := read(t, dir)
	if got := numbers(t, l, 0); !slices.Equal(got, []uint64{1, 2, 3, 4, 5, 6, 7, 8}) || l.First() != 1 || l.Last() != 8 || l.Next() != 9 {
		t.Errorf("frames %v, from %d to %d", got, l.First(), l.Last())
	}
	if got := numbers(t, l, 5); !slices.Equal(got, []uint64{6, 7, 8}) {
		t.Errorf("frames behind 5: %v", got)
	}
	if count, digest, ok := l.At(4); count != 4 || digest != 40 || !ok {
		t.Errorf("frame 4 records %d, %d, %v", count, digest, ok)
	}
	if len(l.Damages) > 0 || l.Torn > 0 || len(l.Missing(0)) > 0 {
		t.Errorf("damage: %+v, torn %d, missing %v", l.Damages, l.Torn, l.Missing(0))
	}
	if n := len(segments(t, dir)); n != 3 {
		t.Errorf("%d segments", n)
	}
}

// TestPassesOver: what a snapshot holds need not be read again.
func TestPassesOver(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 8)
	for after, want := range map[uint64][]uint64{
		2: {1, 2, 3, 4, 5, 6, 7, 8}, 3: {4, 5, 6, 7, 8}, 5: {4, 5, 6, 7, 8}, 6: {7, 8}, 20: {7, 8},
	} {
		l, err := journal.Read(dir, after)
		if err != nil {
			t.Fatal(err)
		}
		if got := numbers(t, l, 0); !slices.Equal(got, want) || l.Next() != 9 || len(l.Damages) > 0 {
			t.Errorf("after %d: frames %v, damages %v", after, got, l.Damages)
		}
		j, _, err := l.Start(9, dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(j.Drop(3), j.Close()); err != nil || len(segments(t, dir)) != 2 {
			t.Errorf("after %d: %d segments, %v", after, len(segments(t, dir)), err)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		fill(t, dir, 8)
	}
}

func TestGoesOnAfterARestart(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 4)
	j, kept, err := read(t, dir).Start(5, filepath.Join(dir, "aside"), nil)
	if err != nil || kept != "" {
		t.Fatal(kept, err)
	}
	if err := j.Append(journal.Frame{Count: 5, Digest: 50, Ops: ops(5)}); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if got := numbers(t, read(t, dir), 0); len(got) != 5 || len(segments(t, dir)) != 2 {
		t.Errorf("frames %v in %d segments", got, len(segments(t, dir)))
	}
}

func TestDropRemovesWhatASnapshotHolds(t *testing.T) {
	for seq, left := range map[uint64]int{2: 3, 3: 2, 5: 2, 6: 1, 8: 1} {
		dir := t.TempDir()
		fill(t, dir, 8)
		j, _, err := read(t, dir).Start(9, dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Drop(seq); err != nil {
			t.Fatal(err)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		l := read(t, dir)
		if n := len(segments(t, dir)); n != left || len(l.Damages) > 0 || len(l.Missing(seq)) > 0 {
			t.Errorf("after Drop(%d) %d segments, damages %v", seq, n, l.Damages)
		}
	}
}

// TestAnyDamageIsSeen changes any bytes of any segment. The frames that are read
// are good, what is missing is named, and a tail is torn only where no good
// frame follows.
func TestAnyDamageIsSeen(t *testing.T) {
	whole := t.TempDir()
	fill(t, whole, 8)
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(t.TempDir(), "x")
		if err != nil {
			rt.Fatal(err)
		}
		if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
			rt.Fatal(err)
		}
		path := rapid.SampledFrom(segments(t, dir)).Draw(rt, "segment")
		raw, err := os.ReadFile(path)
		if err != nil {
			rt.Fatal(err)
		}
		before := bytes.Clone(raw)
		at := rapid.IntRange(0, len(raw)-1).Draw(rt, "at")
		switch rapid.SampledFrom([]string{"flip", "cut", "zero", "insert"}).Draw(rt, "damage") {
		case "flip":
			raw[at] ^= byte(rapid.IntRange(1, 255).Draw(rt, "bits"))
		case "cut":
			raw = raw[:at]
		case "zero":
			clear(raw[at:min(at+50, len(raw))])
		case "insert":
			raw = slices.Insert(raw, at, 'x')
		}
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			rt.Fatal(err)
		}
		l := read(t, dir)
		got := numbers(t, l, 0)
		missing := 0
		for _, gap := range l.Missing(0) {
			missing += int(gap[1] - gap[0] + 1)
		}
		if uint64(len(got)+missing) != l.Last() {
			rt.Fatalf("frames %v, missing %v", got, l.Missing(0))
		}
		if !bytes.Equal(before, raw) && len(l.Damages) == 0 && l.Torn == 0 && l.Last() == 8 {
			rt.Fatalf("no damage is seen in %v", got)
		}
	})
}

// FuzzRead: whatever stands in a segment, reading neither fails nor panics, and
// a journal can go on behind it.
func FuzzRead(f *testing.F) {
	dir := f.TempDir()
	fill(f, dir, 2)
	raw, err := os.ReadFile(segments(f, dir)[0])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add(raw[:len(raw)-3])
	f.Add([]byte("\xf5NC1"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "0000000000000001.jnl"), raw, 0o600); err != nil {
			t.Fatal(err)
		}
		l := read(t, dir)
		if err := l.Frames(0, func(journal.Frame) error { return nil }); err != nil {
			return // a checksum vouches for a body that is none
		}
		next := l.Next()
		j, _, err := l.Start(next, filepath.Join(dir, "aside"), nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Append(journal.Frame{Ops: ops(1)}); err != nil {
			t.Fatal(err)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		if l := read(t, dir); l.Last() != next {
			t.Errorf("frame %d was written, and %d is the last", next, l.Last())
		}
	})
}

// FuzzDecodeOps: operations are read as they were written, or refused.
func FuzzDecodeOps(f *testing.F) {
	f.Add(journal.AppendOps(nil, ops(1)))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Fuzz(func(t *testing.T, body []byte) {
		ops, err := journal.DecodeOps(body)
		if err != nil {
			return
		}
		back, err := journal.DecodeOps(journal.AppendOps(nil, ops))
		if err != nil || !cmp.Equal(ops, back) {
			t.Errorf("%v, %v", back, err)
		}
	})
}
