package journal_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/storage/internal/journal"
)

var errFull = errors.New("no room")

// small is a file on a disk with room for so many bytes.
type small struct {
	*os.File
	room *int64
}

func (f small) WriteAt(p []byte, off int64) (int, error) {
	if off+int64(len(p)) > *f.room {
		return 0, errFull
	}
	return f.File.WriteAt(p, off)
}

// TestLongFrame: a frame that is written in several pieces is read as one, and
// one for which the room runs out between two pieces leaves nothing behind.
func TestLongFrame(t *testing.T) {
	dir, room := t.TempDir(), int64(6<<20)
	j, _, err := read(t, dir).Start(1, t.TempDir(), func(path string) (journal.File, error) {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
		return small{f, &room}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	var long []desk.Op
	for i := range 50 {
		long = append(long, desk.Op{Key: fmt.Sprint("k", i), Value: bytes.Repeat([]byte{byte(i)}, 100_000)})
	}
	want := []journal.Frame{{Seq: 1, Ops: long}, {Seq: 2, Ops: ops(2)}}
	if err := j.Append(want[0]); err != nil {
		t.Fatal(err)
	}
	if err := j.Append(want[0]); !errors.Is(err, errFull) || errors.Is(err, journal.ErrUnknown) {
		t.Fatalf("without room: %v", err)
	}
	if err := errors.Join(j.Append(want[1]), j.Close()); err != nil {
		t.Fatal(err)
	}
	l := read(t, dir)
	var got []journal.Frame
	if err := l.Frames(0, func(f journal.Frame) error {
		got = append(got, f)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(want, got) || l.Torn > 0 || len(l.Damages) > 0 {
		t.Errorf("torn %d, damages %v, %d frames, or others than were written", l.Torn, l.Damages, len(got))
	}
}
