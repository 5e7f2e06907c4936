package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

const (
	clockLayout = "15:04"
	clockStep   = 5 * time.Minute
)

// TimeField is a TextField for a time of day. Its value is "13:30" or "". Up and Down move it by five minutes.
type TimeField struct{ TextField }

// NewTimeField returns an empty time field; parse understands 13h30, 1330 and the like and returns "13:30".
func NewTimeField(env *Env, label string, parse func(string) (string, error), format func(string) string) *TimeField {
	t := &TimeField{}
	t.init(t, env, label, false)
	t.Parse, t.Format = parse, format
	t.onKey = t.key
	return t
}

func (t *TimeField) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		return t.step(clockStep)
	case fyne.KeyDown:
		return t.step(-clockStep)
	}
	return false
}

// step moves the time within its day and commits it.
func (t *TimeField) step(by time.Duration) bool {
	value, err := t.parse()
	if err != nil {
		return true
	}
	at, err := time.Parse(clockLayout, value)
	if err != nil {
		return true
	}
	later := at.Add(by)
	if later.Day() != at.Day() {
		return true
	}
	t.setText(t.format(later.Format(clockLayout)))
	t.keep()
	return true
}
