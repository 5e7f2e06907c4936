package folder_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/folder"
)

// bell is a timer that rings when a test says so.
type bell struct{ alarms map[time.Duration]func() }

func (b *bell) after(d time.Duration, f func()) func() {
	b.alarms[d] = f
	return func() { delete(b.alarms, d) }
}

func (b *bell) ring(t *testing.T, d time.Duration) {
	t.Helper()
	f := b.alarms[d]
	if f == nil {
		t.Fatalf("nothing is to happen after %v", d)
	}
	delete(b.alarms, d)
	f()
}

func straight(ctx context.Context, work func(context.Context), publish func()) {
	work(ctx)
	if ctx.Err() == nil {
		publish()
	}
}

const (
	start  = 5 * time.Second
	every  = 3 * time.Minute
	rested = 20 * time.Second
)

func watch(o *office, run folder.Runner) (*folder.Watch, *bell) {
	b := &bell{map[time.Duration]func(){}}
	return folder.NewWatch(o.desk, folder.Passphrases{Folder: o.t.TempDir()}, b.after, run), b
}

// Rounds come after the start, every few minutes, and once changes have rested.
func TestWatchMakesRounds(t *testing.T) {
	all := offices(t, 2)
	all[0].must(folder.SetDir(all[0].desk, all[0].dir))
	w, bell := watch(all[0], straight)
	told := 0
	w.Told = func(_, now folder.Status) { told++ }
	w.Start()
	all[1].writes("Trước khi mở chương trình")
	all[1].sync()
	bell.ring(t, start)
	if all[0].purpose() != "Trước khi mở chương trình" || told != 1 {
		t.Errorf("purpose %q, told %d times", all[0].purpose(), told)
	}
	all[1].writes("Vài phút sau")
	all[1].sync()
	bell.ring(t, every)
	if all[0].purpose() != "Vài phút sau" {
		t.Errorf("purpose %q", all[0].purpose())
	}
	all[0].must(folder.Share(all[0].desk, all[0].visit, true))
	all[0].writes("Ta sửa")
	w.Changed()
	if _, err := os.Stat(all[0].file()); err == nil {
		t.Error("written before the change has rested")
	}
	bell.ring(t, rested)
	if r := all[1].sync(); len(r.Taken) != 1 {
		t.Errorf("%+v", r)
	}
	w.Stop()
	w.Wait()
	w.Now()
	if told != 3 || len(bell.alarms) != 0 {
		t.Errorf("told %d times, %d alarms after the end", told, len(bell.alarms))
	}
}

// A drive that is away is told with its reason, and found again by itself; what was
// known before stays.
func TestWatchOfADriveThatIsAway(t *testing.T) {
	all := offices(t, 2)
	w, bell := watch(all[0], straight)
	away := filepath.Join(t.TempDir(), "away")
	w.Chosen(away)
	if key := fault.KeyOf(w.Status().Err); key != "fault.exchange_folder_away" || !w.Status().Looked.IsZero() {
		t.Errorf("%+v", w.Status())
	}
	all[0].must(os.Rename(all[0].dir, away))
	bell.ring(t, every)
	if st := w.Status(); st.Err != nil || st.Looked.IsZero() {
		t.Errorf("%+v", st)
	}
}

// What is asked for while a round is under way is done after it, once.
func TestWatchMakesOneRoundAtATime(t *testing.T) {
	o := offices(t, 2)[0]
	var pending []func()
	w, _ := watch(o, func(ctx context.Context, work func(context.Context), publish func()) {
		pending = append(pending, func() { straight(ctx, work, publish) })
	})
	w.Chosen(o.dir)
	w.Now()
	w.Now()
	if len(pending) != 1 || !w.Status().Busy {
		t.Fatalf("%d rounds at once", len(pending))
	}
	pending[0]()
	if len(pending) != 2 {
		t.Fatalf("%d rounds", len(pending))
	}
	pending[1]()
	if len(pending) != 2 || w.Status().Busy {
		t.Errorf("%d rounds, %+v", len(pending), w.Status())
	}
}

// The passphrase lies in a file of its own that its owner alone may read, and serves
// for the files of the folder only.
func TestPassphraseIsKeptApart(t *testing.T) {
	o := offices(t, 1)[0]
	w, _ := watch(o, straight)
	w.Chosen(o.dir)
	if err := w.Keep("ngắn"); fault.KeyOf(err) != "fault.passphrase_short" {
		t.Errorf("%v", err)
	}
	o.must(w.Keep("chuyến đi Đắk Glong"))
	info, err := os.Stat(filepath.Join(w.Keeps(), o.desk.OfficeID()+".exchange-folder"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if w.PassphraseFor(o.file()) == "" || w.PassphraseFor(filepath.Join(t.TempDir(), "x.json.age")) != "" {
		t.Error("it serves for the wrong files")
	}
	o.must(o.store.Scan("", func(key string, value []byte) error {
		if strings.Contains(string(value), "chuyến đi Đắk Glong") {
			t.Errorf("it lies in the data, under %s", key)
		}
		return nil
	}))
	o.must(w.Keep(""))
	if text, err := w.Passphrase(); text != "" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
}
