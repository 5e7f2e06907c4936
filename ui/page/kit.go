package page

import (
	"strings"
	"time"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
	"nhipcau/app/words"
	"nhipcau/ui/kit"
)

// KitWords gives the texts that the widgets say by themselves, in the language
// of w.
func KitWords(w *words.Words) kit.Words {
	out := kit.Words{
		Cut: w.Say("kit.cut"), Copy: w.Say("kit.copy"), Paste: w.Say("kit.paste"), SelectAll: w.Say("kit.select_all"),
		Undo: w.Say("kit.undo"), Redo: w.Say("kit.redo"), Today: w.Say("kit.today"),
		NothingFound: w.Say("kit.nothing_found"), KeepTyped: w.Say("kit.keep_typed"), OpenCalendar: w.Say("kit.open_calendar"),
		PreviousMonth: w.Say("kit.previous_month"), NextMonth: w.Say("kit.next_month"),
		MonthTitle: func(year int, month time.Month) string {
			return w.Say("kit.month_title", "Month", w.Say("kit.month_"+strings.ToLower(month.String())), "Year", year)
		},
	}
	for i := range out.Weekdays {
		out.Weekdays[i] = w.Say("kit.weekday_" + strings.ToLower(weekday(i).String()))
	}
	return out
}

// weekday gives a day of the week that starts on Monday.
func weekday(fromMonday int) time.Weekday { return time.Weekday((fromMonday + 1) % 7) }

// NewEnv gives what widgets need: the words of the language, and where time
// and work beside the UI goroutine come from.
func NewEnv(w *words.Words, timer kit.Timer, run kit.Runner, today func() civil.Date) *kit.Env {
	return &kit.Env{
		Timer: timer, Run: run, Words: KitWords(w), Fold: vietnamese.Fold,
		Now: func() time.Time { return today().Time() },
	}
}
