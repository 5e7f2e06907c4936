package kit_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
)

func parseDay(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.06"} {
		if day, err := time.Parse(layout, text); err == nil {
			return day.Format("2006-01-02"), nil
		}
	}
	return "", errors.New("Gõ ngày như 10/06/2024.")
}

func formatDay(value string) string {
	day, err := time.Parse("2006-01-02", value)
	if err != nil {
		return value
	}
	return day.Format("02/01/2006")
}

func dateField(t *testing.T) (*kit.DateField, fyne.Window, *[]string) {
	env, _ := kittest.Env()
	heard := &[]string{}
	f := kit.NewDateField(env, "Ngày đến", parseDay, formatDay)
	f.OnCommit = func(v string) { *heard = append(*heard, v) }
	w := kittest.Window(t, env, f, 600, 500)
	return f, w, heard
}

func TestDateFieldReadsLenientlyAndShowsOneForm(t *testing.T) {
	f, w, heard := dateField(t)
	f.Focus()
	kittest.Type(w.Canvas(), "10.6.24")
	w.Canvas().Unfocus()
	if f.Text() != "10/06/2024" || f.Value() != "2024-06-10" || len(*heard) != 1 {
		t.Errorf("text %q, value %q, committed %q", f.Text(), f.Value(), *heard)
	}
}

func TestDateFieldByKey(t *testing.T) {
	tests := []struct {
		name, from string
		keys       []fyne.KeyName
		want       string
	}{
		{"opens on the entered date", "2024-06-10", []fyne.KeyName{fyne.KeyReturn}, ""},
		{"opens on today when empty", "", []fyne.KeyName{fyne.KeyReturn}, "2024-06-07"},
		{"a day on", "2024-06-30", []fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, "2024-07-01"},
		{"a week back", "2024-06-03", []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, "2024-05-27"},
		{"31 January, next month, leap year", "2024-01-31", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyReturn}, "2024-02-29"},
		{"31 January, next month", "2025-01-31", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyReturn}, "2025-02-28"},
		{"31 March, month before", "2025-03-31", []fyne.KeyName{fyne.KeyPageUp, fyne.KeyReturn}, "2025-02-28"},
		{"over the end of the year", "2024-12-31", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyReturn}, "2025-01-31"},
		{"escape takes nothing", "2024-06-10", []fyne.KeyName{fyne.KeyRight, fyne.KeyEscape}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, w, heard := dateField(t)
			f.SetValue(tt.from)
			f.Focus()
			kittest.Key(w.Canvas(), fyne.KeyDown)
			for _, k := range tt.keys {
				kittest.Key(w.Canvas(), k)
			}
			if got := strings.Join(*heard, " "); got != tt.want {
				t.Errorf("committed %q, want %q", got, tt.want)
			}
		})
	}
}

func TestMonthPickerByMouse(t *testing.T) {
	env, _ := kittest.Env()
	var picked []string
	m := kit.NewMonthPicker(env, func(day time.Time) { picked = append(picked, day.Format("2006-01-02")) })
	kittest.Window(t, env, m, 300, 300)
	m.SetDay(time.Date(2024, time.June, 10, 0, 0, 0, 0, time.UTC))
	m.Resize(m.MinSize())
	cell := fyne.NewSize(m.MinSize().Width/7, m.MinSize().Height/9)
	tap := func(row, col int) {
		m.Tapped(&fyne.PointEvent{Position: fyne.NewPos((float32(col)+0.5)*cell.Width, (float32(row)+0.5)*cell.Height)})
	}
	tap(2, 0) // the Monday before 1 June 2024, which is a Saturday
	tap(2, 5)
	tap(0, 6) // next month
	tap(2, 0) // 1 July 2024 is a Monday
	tap(8, 0) // today
	want := "2024-05-27 2024-06-01 2024-07-01 2024-06-07"
	if got := strings.Join(picked, " "); got != want {
		t.Errorf("picked %s, want %s", got, want)
	}
}
