package snapshot_test

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"nhipcau/storage/internal/snapshot"
)

func sum(key string, value []byte) uint64 {
	return uint64(crc32.ChecksumIEEE(append([]byte(key), value...)))
}

const values = 50

// source gives some values, one of them large.
func source(each func(string, []byte) error) error {
	for i := range values {
		value := []byte(fmt.Sprint("giá trị ", i))
		if i == 7 {
			value = bytes.Repeat([]byte("lớn "), 300_000)
		}
		if err := each(fmt.Sprintf("k/%03d", i), value); err != nil {
			return err
		}
	}
	return nil
}

func info() snapshot.Info {
	in := snapshot.Info{Seq: 42}
	_ = source(func(key string, value []byte) error {
		in.Count++
		in.Digest += sum(key, value)
		return nil
	})
	return in
}

func TestWriteAndRead(t *testing.T) {
	path := snapshot.PathOf(t.TempDir(), 42)
	if err := snapshot.Write(path, info(), source, sum); err != nil {
		t.Fatal(err)
	}
	n := 0
	got, err := snapshot.Read(path, sum, func(string, []byte) error { n++; return nil })
	if err != nil || got.Seq != 42 || got.Count != values || n != values || got.Bytes < 1_000_000 {
		t.Errorf("%+v, %d values, %v", got, n, err)
	}
	list, err := snapshot.List(filepath.Dir(path))
	if err != nil || len(list) != 1 || list[0].Seq != 42 {
		t.Errorf("List = %v, %v", list, err)
	}
}

// TestAWrongSourceIsRefused: a source that is not what it was taken for leaves no
// file.
func TestAWrongSourceIsRefused(t *testing.T) {
	path := snapshot.PathOf(t.TempDir(), 1)
	wrong := info()
	wrong.Digest++
	if err := snapshot.Write(path, wrong, source, sum); err == nil {
		t.Error("it was written")
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is there: %v", err)
	}
}

func TestAnyDamageIsRefused(t *testing.T) {
	path := snapshot.PathOf(t.TempDir(), 42)
	if err := snapshot.Write(path, info(), source, sum); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(whole); at += 13 {
		bad := bytes.Clone(whole)
		bad[at] ^= 4
		for name, raw := range map[string][]byte{"flipped": bad, "cut": whole[:at]} {
			if err := os.WriteFile(path, raw, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := snapshot.Verify(path, sum); err == nil && name == "cut" {
				t.Errorf("cut at %d of %d: believed", at, len(whole))
			} else if err == nil {
				// A bit that the format does not use may change and nothing with it.
				n := uint64(0)
				if _, err := snapshot.Read(path, sum, func(k string, v []byte) error { n += sum(k, v); return nil }); err != nil || n != info().Digest {
					t.Errorf("flipped at %d: believed with other values", at)
				}
			}
		}
	}
}

// FuzzReadFrom: anything is refused or read, never a panic.
func FuzzReadFrom(f *testing.F) {
	var buf bytes.Buffer
	small := func(each func(string, []byte) error) error { return each("a", []byte("b")) }
	if err := snapshot.WriteTo(&buf, snapshot.Info{Seq: 1, Count: 1, Digest: sum("a", []byte("b"))}, small, sum); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes())
	f.Add([]byte{})
	f.Fuzz(func(_ *testing.T, raw []byte) {
		_, _ = snapshot.ReadFrom(bytes.NewReader(raw), sum, func(string, []byte) error { return nil })
	})
}
