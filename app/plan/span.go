package plan

import (
	"time"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
)

// span is a stretch of time in minutes since the first of January of year 1,
// from included, to not. All items of a programme are taken to be in one zone:
// the clock on the paper counts, and every locality of the country has UTC+7.
type span struct{ from, to int }

// span gives when the slot is; ok is false while day or start are not fixed.
func (s Slot) span() (sp span, ok bool) {
	if !s.Known() {
		return span{}, false
	}
	from := dayNumber(s.Day)*civil.MinutesPerDay + s.Start.Minutes()
	return span{from, from + max(s.Length, 0)}, true
}

// overlap gives for how many minutes two spans run at once. A moment without
// length overlaps nothing unless it lies within the other; then the answer is
// ok with 0 minutes.
func (s span) overlap(o span) (minutes int, ok bool) {
	if s.from >= o.to || o.from >= s.to {
		return 0, false
	}
	return min(s.to, o.to) - max(s.from, o.from), true
}

// dayNumber counts the days since 1 January of year 1.
func dayNumber(d civil.Date) int {
	const secondsPerDay = 24 * 60 * 60
	return int((d.Time().Unix() - time.Time{}.Unix()) / secondsPerDay)
}

// timed is an agenda item with its span.
type timed struct {
	item *AgendaItem
	span span
}

// timedItems gives the items that have a time, in the order of the programme.
func timedItems(v VisitView) []timed {
	var out []timed
	for _, item := range v.Programme() {
		if sp, ok := item.When.span(); ok {
			out = append(out, timed{item, sp})
		}
	}
	return out
}

// samePlace says whether two places are both known and the same one, however
// they are spelled.
func samePlace(a, b string) bool {
	fa := vietnamese.Fold(a)
	return fa != "" && fa == vietnamese.Fold(b)
}
