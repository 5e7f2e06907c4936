package folder

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

// When rounds are made: soon after the start, every few minutes, and once changes
// have rested, so that not each word that is typed travels by itself.
const (
	afterStart  = 5 * time.Second
	everyRound  = 3 * time.Minute
	afterChange = 20 * time.Second
)

// Timer calls f once after d, unless stop is called before. It calls on one
// goroutine, on which the methods of a Watch are called too, but for Wait and Keep.
type Timer func(d time.Duration, f func()) (stop func())

// Runner calls work away from the caller, and then publish on the goroutine of the
// Timer, unless ctx is done by then.
type Runner func(ctx context.Context, work func(context.Context), publish func())

// Status is how it stands with the exchange folder.
type Status struct {
	// Dir is the folder, "" while none is chosen.
	Dir string
	// Busy says that a round is under way.
	Busy bool
	// Looked is when the last round was made that reached the folder. Err is why
	// the last one did not, or could not write.
	Looked time.Time
	Err    error
	// Report is that of the last round that reached the folder.
	Report Report
}

// Watch makes rounds with the folder that a person has chosen, in the background.
type Watch struct {
	// Told hears after each round how it stands; it may be nil.
	Told func(before, now Status)

	desk        *desk.Desk
	passphrases Passphrases
	timer       Timer
	run         Runner
	status      Status
	regular     func() // stops the next regular round
	resting     func() // stops the one after a change
	again       bool   // something was asked for while a round was under way
	ctx         context.Context
	stop        context.CancelFunc
	under       sync.WaitGroup
}

// NewWatch makes a watch, which does nothing before Start.
func NewWatch(d *desk.Desk, passphrases Passphrases, timer Timer, run Runner) *Watch {
	w := &Watch{desk: d, passphrases: passphrases, timer: timer, run: run, regular: func() {}, resting: func() {}}
	w.ctx, w.stop = context.WithCancel(context.Background())
	w.status.Dir = Dir(d)
	return w
}

// Start begins to make rounds.
func (w *Watch) Start() { w.next(afterStart) }

// Stop makes no more rounds; Wait returns once none is under way. Wait may be
// called from any goroutine after Stop.
func (w *Watch) Stop() {
	w.stop()
	w.regular()
	w.resting()
}

// Wait returns once no round is under way.
func (w *Watch) Wait() { w.under.Wait() }

// Status is how it stands now.
func (w *Watch) Status() Status { return w.status }

// Changed tells that records have changed: a round follows once that rests.
func (w *Watch) Changed() {
	if w.status.Dir == "" {
		return
	}
	w.resting()
	w.resting = w.timer(afterChange, w.Now)
}

// Chosen tells that another folder was chosen, or none: a round follows at once.
func (w *Watch) Chosen(dir string) {
	w.status = Status{Dir: dir, Busy: w.status.Busy}
	w.Now()
}

// Passphrase is the one of the folder, "" if the partners' keys serve.
func (w *Watch) Passphrase() (string, error) { return w.passphrases.Of(w.desk.OfficeID()) }

// Keep keeps the passphrase, or forgets it where it is empty; see
// Passphrases.Keep. It may be called from any goroutine.
func (w *Watch) Keep(passphrase string) error {
	return w.passphrases.Keep(w.desk.OfficeID(), passphrase)
}

// Keeps says where the passphrase is kept.
func (w *Watch) Keeps() string { return w.passphrases.Folder }

// PassphraseFor is the passphrase for a file, if it lies in the folder, "" if none
// is known.
func (w *Watch) PassphraseFor(path string) string {
	rel, err := filepath.Rel(w.status.Dir, path)
	if w.status.Dir == "" || err != nil || strings.HasPrefix(rel, "..") {
		return ""
	}
	text, _ := w.Passphrase() // whoever opens the file is asked for it then
	return text
}

func (w *Watch) next(in time.Duration) {
	w.regular()
	w.regular = w.timer(in, w.Now)
}

// Now makes a round at once, or once the one that is under way has ended.
func (w *Watch) Now() {
	switch {
	case w.ctx.Err() != nil:
		return
	case w.status.Busy:
		w.again = true
		return
	case w.status.Dir == "":
		w.next(everyRound)
		return
	}
	w.resting()
	w.status.Busy = true
	dir := w.status.Dir
	var report Report
	var err error
	w.under.Add(1)
	w.run(w.ctx, func(ctx context.Context) {
		defer w.under.Done()
		report, err = w.round(ctx, dir)
	}, func() { w.ended(dir, report, err) })
}

func (w *Watch) round(ctx context.Context, dir string) (Report, error) {
	passphrase, err := w.Passphrase()
	if err != nil {
		return Report{}, err
	}
	report, err := Sync(ctx, w.desk, Options{Dir: dir, Passphrase: passphrase, Visits: Visits(w.desk)})
	if err == nil && report.Unlocked {
		err = fault.New("fault.exchange_folder_no_lock")
	}
	return report, err
}

func (w *Watch) ended(dir string, report Report, err error) {
	before := w.status
	w.status.Busy = false
	if dir == w.status.Dir && !errors.Is(err, context.Canceled) {
		w.status.Err = err
		if fault.KeyOf(err) != "fault.exchange_folder_away" {
			w.status.Looked, w.status.Report = w.desk.Now(), report
		}
	}
	w.next(everyRound)
	if w.Told != nil {
		w.Told(before, w.status)
	}
	if w.again {
		w.again = false
		w.Now()
	}
}
