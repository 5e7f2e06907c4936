package kit

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
)

// Env is what the widgets need from outside. One value serves the whole window; it is not changed after the window is built,
// except that a new language comes with a new Env and new widgets.
type Env struct {
	// Timer runs something later on the UI goroutine; nil means never.
	Timer Timer
	// Run does work beside the UI goroutine; nil means at once.
	Run Runner
	// Now tells the time, for "today" in the month picker; nil means time.Now.
	Now func() time.Time
	// Fold returns the key under which texts find each other ("Đắk" and "dak"); nil means the text itself.
	Fold func(string) string
	// OnUndo and OnRedo act on the whole program, when a field has nothing of its own to take back.
	OnUndo, OnRedo func()
	// Words are the few texts the widgets say by themselves.
	Words Words
}

// Words are the texts that widgets say by themselves, in the language of the window.
type Words struct {
	Cut, Copy, Paste, SelectAll, Undo, Redo string
	Today                                   string    // "Hôm nay"
	NothingFound                            string    // "Không tìm thấy"
	KeepTyped                               string    // "Ctrl+Enter: giữ chữ đã gõ"
	OpenCalendar                            string    // tooltip of the calendar button
	PreviousMonth, NextMonth                string    // tooltips in the month picker
	Weekdays                                [7]string // T2 … CN, from Monday
	// MonthTitle writes the head of a month, such as "Tháng 6/2024".
	MonthTitle func(year int, month time.Month) string
}

// Timer calls f once on the UI goroutine after d, unless stop is called before.
type Timer func(d time.Duration, f func()) (stop func())

// Runner calls work, away from the UI goroutine, and then publish on it. Publish is not called once ctx is done.
type Runner func(ctx context.Context, work func(context.Context), publish func())

// WallTimer is the Timer of the running program.
func WallTimer(d time.Duration, f func()) func() {
	stopped := false // read and written on the UI goroutine only
	t := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}

// Async is the Runner of the running program: a goroutine for each piece of work.
func Async(ctx context.Context, work func(context.Context), publish func()) {
	go func() {
		work(ctx)
		fyne.Do(func() {
			if ctx.Err() == nil {
				publish()
			}
		})
	}()
}

// Straight is a Runner that does everything at once on the calling goroutine, for tests.
func Straight(ctx context.Context, work func(context.Context), publish func()) {
	work(ctx)
	if ctx.Err() == nil {
		publish()
	}
}

func (e *Env) after(d time.Duration, f func()) func() {
	if e == nil || e.Timer == nil {
		return func() {}
	}
	return e.Timer(d, f)
}

func (e *Env) run(ctx context.Context, work func(context.Context), publish func()) {
	if e == nil || e.Run == nil {
		Straight(ctx, work, publish)
		return
	}
	e.Run(ctx, work, publish)
}

func (e *Env) now() time.Time {
	if e == nil || e.Now == nil {
		return time.Now()
	}
	return e.Now()
}

func (e *Env) fold(s string) string {
	if e == nil || e.Fold == nil {
		return s
	}
	return e.Fold(s)
}

func (e *Env) words() Words {
	if e == nil {
		return Words{}
	}
	return e.Words
}

// undo undoes in the program, and says whether there is anything that could.
func (e *Env) undo() bool {
	if e == nil || e.OnUndo == nil {
		return false
	}
	e.OnUndo()
	return true
}

func (e *Env) redo() {
	if e != nil && e.OnRedo != nil {
		e.OnRedo()
	}
}
