package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

const dateLayout = "2006-01-02"

// DateField is a TextField for a day, with a month picker. Its value is "2024-06-10" or "". Down, or the calendar button, opens the
// picker on the day entered; there the arrows move by days and weeks, PageUp and PageDown by months, Enter takes, Escape closes.
type DateField struct {
	TextField
	month *MonthPicker
	open  bool
}

// NewDateField returns an empty date field; parse understands 10-6-2024, 10.6.24 and the like and returns "2024-06-10", format
// turns that into 10/06/2024.
func NewDateField(env *Env, label string, parse func(string) (string, error), format func(string) string) *DateField {
	d := &DateField{}
	d.init(d, env, label, false)
	d.Parse, d.Format = parse, format
	d.month = NewMonthPicker(env, d.take)
	d.trailing = newFieldButton(icons.Calendar, env.words().OpenCalendar, d.toggle)
	d.onKey = d.key
	d.onType = d.closeMonth
	d.onLeft = d.left
	return d
}

// OpenMonth opens the month picker.
func (d *DateField) OpenMonth() {
	l := layerOf(d)
	if l == nil || d.Disabled() {
		return
	}
	d.Focus()
	d.month.SetDay(d.dayShown())
	size := d.month.MinSize().Add(fyne.NewSquareSize(2 * theme.Size(theme.Gap4)))
	l.openPopup(d.frame.back, d.month, size, func() { d.open = false })
	d.open = true
}

// dayShown returns the day entered, or today.
func (d *DateField) dayShown() time.Time {
	if value, err := d.parse(); err == nil {
		if day, err := time.Parse(dateLayout, value); err == nil {
			return day
		}
	}
	return d.env.now()
}

func (d *DateField) closeMonth() {
	if l := layerOf(d); l != nil && d.open {
		l.ClosePopup()
	}
	d.open = false
}

func (d *DateField) toggle() {
	if d.open {
		d.closeMonth()
		return
	}
	d.OpenMonth()
}

func (d *DateField) take(day time.Time) {
	d.closeMonth()
	d.setText(d.format(day.Format(dateLayout)))
	d.keep()
}

func (d *DateField) left() {
	d.closeMonth()
	if d.keep() {
		d.tidy()
	}
}

func (d *DateField) key(ev *fyne.KeyEvent) bool {
	if !d.open {
		if ev.Name == fyne.KeyDown {
			d.OpenMonth()
			return true
		}
		return false
	}
	if ev.Name == fyne.KeyEscape {
		d.closeMonth()
		return true
	}
	return d.month.key(ev)
}
