package printing

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/paper"
)

// slowCUPS is a CUPS whose lp does not come back before it is broken off.
type slowCUPS struct {
	jobs  [][][3]string
	fails bool
	stop  func() // the person, while lp runs; nil for one who waits
	ran   []string
}

func (f *slowCUPS) run(ctx context.Context, _ io.Reader, program string, args ...string) (string, string, error) {
	f.ran = append(f.ran, program+" "+args[len(args)-1])
	if program == "lp" {
		if f.stop != nil {
			f.stop()
		}
		<-ctx.Done()
		return "", "", ctx.Err()
	}
	return "", "", ctx.Err()
}

func (f *slowCUPS) ask(context.Context, []byte) (int, []attributes, error) {
	if f.fails {
		return 0, nil, errIPP
	}
	return parseAnswer(answer(0, f.jobs...))
}

// queued is a job on the queue.
func queued(id byte, title, user string, at time.Time) [][3]string {
	seconds := binary.BigEndian.AppendUint32(nil, uint32(at.Unix()))
	return [][3]string{
		number("job-id", tagInteger, id),
		{"job-name", "\x42", title},
		{"job-originating-user-name", "\x42", user},
		{"time-at-creation", "\x21", string(seconds)},
	}
}

// A job that lp had already handed over when it was broken off is found and taken
// back; where that can't be known, nobody says that nothing was printed.
func TestAJobIsTakenBackAlsoBeforeItsNumberIsKnown(t *testing.T) {
	pages := sheetsOf(t, paper.A4Portrait())
	now, before := time.Now().Add(time.Minute), time.Now().Add(-time.Hour)
	for _, c := range []struct {
		name      string
		fake      slowCUPS
		waits     bool // for lp, till its time is over
		key       string
		takenBack []string
	}{
		{"stopped before it came", slowCUPS{}, false, "", nil},
		{"stopped after it came", slowCUPS{jobs: [][][3]string{queued(7, "x", "vanthu", now), queued(8, "x", "khac", now), queued(9, "y", "vanthu", now)}}, false, "", []string{"cancel tang2-7"}},
		{"only an older one", slowCUPS{jobs: [][][3]string{queued(6, "x", "vanthu", before)}}, false, "fault.print_maybe_sent", nil},
		{"the service does not say", slowCUPS{fails: true}, false, "fault.print_maybe_sent", nil},
		{"lp takes too long", slowCUPS{jobs: [][][3]string{queued(7, "x", "vanthu", now)}}, true, "fault.print_no_answer", []string{"cancel tang2-7"}},
	} {
		ctx, stop := context.WithCancel(t.Context())
		fake := &c.fake
		system := &cups{run: fake.run, ask: fake.ask, user: "vanthu", pause: pause, sendTime: time.Hour}
		if c.waits {
			system.sendTime = 0
		} else {
			fake.stop = stop
		}
		_, err := system.print(ctx, Printer{Name: "tang2"}, Job{Title: "x", Pages: pages, Copies: 1})
		if fault.KeyOf(err) != c.key || c.key == "" && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := fake.ran[1:]; !slices.Equal(got, c.takenBack) {
			t.Errorf("%s: ran %q", c.name, got)
		}
		stop()
	}
}
