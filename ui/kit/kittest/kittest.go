// Package kittest lets pages and widgets be tested without waiting: a clock that is moved by hand, an Env that does its work at once,
// and a window in our theme.
//
// It is for tests only and must not know any page.
package kittest

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// Clock is a kit.Timer moved by hand.
type Clock struct {
	now     time.Duration
	pending []*alarm
}

type alarm struct {
	at      time.Duration
	f       func()
	stopped bool
}

// After is the kit.Timer of the clock.
func (c *Clock) After(d time.Duration, f func()) func() {
	a := &alarm{at: c.now + d, f: f}
	c.pending = append(c.pending, a)
	return func() { a.stopped = true }
}

// Advance moves the clock on and runs what has become due, earliest first.
func (c *Clock) Advance(d time.Duration) {
	end := c.now + d
	for {
		a := c.next(end)
		if a == nil {
			break
		}
		c.now = a.at
		a.stopped = true
		a.f()
	}
	c.now = end
}

func (c *Clock) next(end time.Duration) *alarm {
	var first *alarm
	for _, a := range c.pending {
		if !a.stopped && a.at <= end && (first == nil || a.at < first.at) {
			first = a
		}
	}
	return first
}

// Env returns an Env that works at once and whose time stands still at 7 June 2024, with the words in Vietnamese.
func Env() (*kit.Env, *Clock) {
	clock := &Clock{}
	env := &kit.Env{
		Timer: clock.After,
		Run:   kit.Straight,
		Now:   func() time.Time { return time.Date(2024, time.June, 7, 8, 42, 0, 0, time.UTC) },
		Words: Words(),
	}
	return env, clock
}

// Words returns the words of the kit in Vietnamese.
func Words() kit.Words {
	return kit.Words{
		Cut: "Cắt", Copy: "Sao chép", Paste: "Dán", SelectAll: "Chọn hết", Undo: "Hoàn tác", Redo: "Làm lại",
		Today: "Hôm nay", NothingFound: "Không tìm thấy", KeepTyped: "Ctrl+Enter: giữ chữ đã gõ", OpenCalendar: "Mở lịch",
		PreviousMonth: "Tháng trước", NextMonth: "Tháng sau",
		Weekdays: [7]string{"T2", "T3", "T4", "T5", "T6", "T7", "CN"},
		MonthTitle: func(year int, month time.Month) string {
			return "Tháng " + time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).Format("1/2006")
		},
	}
}

// App starts a test app in our theme; it is taken down with the test.
func App(t *testing.T, mode theme.Mode, percent int) fyne.App {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(mode, percent))
	return app
}

// Window shows content on a Layer in a window of the given size, in the light theme; it is closed with the test.
func Window(t *testing.T, env *kit.Env, content fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	App(t, theme.Light, theme.Percent100)
	return OpenWindow(t, env, content, width, height)
}

// OpenWindow is Window within the app that runs already.
func OpenWindow(t *testing.T, env *kit.Env, content fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, kit.NewLayer(env, content))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// Key types one key into what has the keyboard, or into the window.
func Key(c fyne.Canvas, name fyne.KeyName) {
	ev := &fyne.KeyEvent{Name: name}
	if f := c.Focused(); f != nil {
		f.TypedKey(ev)
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(ev)
	}
}

// Shortcut types a shortcut, as the window does: to what has the keyboard, if that takes shortcuts, or else to the window.
func Shortcut(c fyne.Canvas, s fyne.Shortcut) {
	if f, ok := c.Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	if f, ok := c.(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
	}
}

// Type types text into what has the keyboard.
func Type(c fyne.Canvas, text string) {
	for _, r := range text {
		if f := c.Focused(); f != nil {
			f.TypedRune(r)
		}
	}
}
