package form

import (
	"strings"
	"time"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/page"
)

// parseDate reads a date; one without a year is of this year.
func parseDate(h *page.Host) func(string) (string, error) {
	return func(text string) (string, error) {
		if strings.TrimSpace(text) == "" {
			return "", nil
		}
		d, err := vietnamese.ParseDate(text, h.Today())
		return string(d), parseError(h, "form.bad_date", err)
	}
}

// parseDateOf is parseDate for a field of the record that is shown: a date
// without a year is of the year of its visit, and a deadline not before it.
func (f *Form) parseDateOf(path string) func(string) (string, error) {
	return func(text string) (string, error) {
		first := f.firstDay()
		if !first.Valid() || !vietnamese.LacksYear(text) {
			return parseDate(f.host)(text)
		}
		d, err := vietnamese.ParseDate(text, first)
		if err == nil && d < first && notBefore(path) {
			d, err = vietnamese.ParseDate(text, civil.NewDate(first.Year()+1, time.January, 1))
		}
		return string(d), parseError(f.host, "form.bad_date", err)
	}
}

// notBefore says whether a field holds a day that comes after the first one of
// the visit.
func notBefore(path string) bool {
	return path == "due" || path == "done_on" || path == "when.to"
}

// firstDay is that of the visit to which the record belongs, "" if there is
// none or it is not known.
func (f *Form) firstDay() civil.Date {
	shown := f.Record()
	if shown == nil {
		return ""
	}
	id := shown.Meta().ID
	if f.kind != plan.KindVisit {
		item, _ := f.host.Desk.Record(id)
		id = item.Visit
	}
	if v, ok := desk.Get[*plan.Visit](f.host.Desk, id); ok {
		return v.When.From
	}
	return ""
}
