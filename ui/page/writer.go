package page

import (
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/ui/kit"
)

// Writer carries out the changes of the window one after the other, in the
// order in which they were asked for, away from the UI goroutine: a commit
// waits for the disk.
type Writer struct {
	// Settled, where set, is called on the UI goroutine when all that was asked
	// for is done and published: what is shown may be fetched anew now.
	Settled func()
	// Began, where set, is called by Do when nothing else was under way.
	Began func()

	before func() // see beforeNext; UI goroutine only
	queue  chan func()
	idle   sync.WaitGroup
	open   atomic.Int32 // jobs asked for and not yet published
	now    bool
}

// NewWriter starts a writer.
func NewWriter() *Writer {
	w := &Writer{queue: make(chan func(), 256)}
	go func() {
		for job := range w.queue {
			job()
		}
	}()
	return w
}

// NewWriterNow gives a writer that does each job at once, for tests.
func NewWriterNow() *Writer { return &Writer{now: true} }

// Do runs job after those before it, and then publishes on the UI goroutine.
func (w *Writer) Do(job, publish func()) {
	if before := w.before; before != nil {
		w.before = nil
		before()
	}
	if w.open.Add(1) == 1 && w.Began != nil {
		w.Began()
	}
	if w.now {
		job()
		w.publish(publish)
		return
	}
	w.idle.Add(1)
	w.queue <- func() {
		defer w.idle.Done()
		job()
		fyne.Do(func() { w.publish(publish) })
	}
}

func (w *Writer) publish(publish func()) {
	publish()
	if w.open.Add(-1) == 0 && w.Settled != nil {
		w.Settled()
	}
}

// beforeNext calls f once, on the UI goroutine, when the next job is asked for.
func (w *Writer) beforeNext(f func()) { w.before = f }

// last says, while a job is being published, whether none was asked for after
// it.
func (w *Writer) last() bool { return w.open.Load() <= 1 }

// Busy says whether something asked for is not yet done and published.
func (w *Writer) Busy() bool { return w.open.Load() > 0 }

// Wait returns when all that was asked for is done. Not for the UI goroutine
// while the window lives.
func (w *Writer) Wait() { w.idle.Wait() }

// Change makes one change through the desk. Done hears on the UI goroutine how
// it went; where done is nil, the person is told of a failure.
func (h *Host) Change(step desk.Step, fn func(*desk.Tx) error, done func(error)) {
	h.Job(func() error { return h.Desk.Do(step, fn) }, done)
}

// Job does any work that changes what is kept, in its turn.
func (h *Host) Job(job func() error, done func(error)) {
	var err error
	h.Writer.Do(func() { err = job() }, func() {
		switch {
		case done != nil:
			done(err)
		case err != nil:
			h.Fail(err)
		}
	})
}

// Delete moves records to the bin and offers to take that back. The sentence
// says what went.
func (h *Host) Delete(sentence string, ids ...string) {
	h.Change(desk.Step{Why: "delete"}, func(tx *desk.Tx) error {
		for _, id := range ids {
			if err := tx.Delete(id); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		h.ToastUndo(sentence)
	})
}

// ToastUndo says what was just done and offers to take it back; call it where a
// job tells how it went. The offer is for that step: as soon as something else
// is changed it goes away, for undo would take back the newer one.
func (h *Host) ToastUndo(sentence string) {
	if !h.Writer.last() {
		h.Toast(sentence, "", nil)
		return
	}
	h.Toast(sentence, h.Say("shell.undo"), h.Undo)
	h.Writer.beforeNext(kit.ToastCloser(h.Window))
}

// Undo takes the last step back and says what was left alone.
func (h *Host) Undo() { h.turn(h.Desk.Undo, "shell.undone") }

// Redo does the last undone step again.
func (h *Host) Redo() { h.turn(h.Desk.Redo, "shell.redone") }

func (h *Host) turn(turn func() ([]desk.Skipped, error), key string) {
	var skipped []desk.Skipped
	what := ""
	h.Job(func() (err error) {
		var ids []string
		stop := h.Desk.Signals.Changed.Listen(func(c desk.Changed) { ids = append(ids, c.IDs...) })
		defer stop()
		skipped, err = turn()
		what = h.named(ids)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			h.Fail(err)
		case len(skipped) > 0:
			h.Toast(h.Say("shell.left_alone", "Count", len(skipped)), "", nil)
		case what != "":
			h.Toast(h.Say(key+"_what_was", "What", what), "", nil)
		default:
			h.Toast(h.Say(key), "", nil)
		}
	})
}
