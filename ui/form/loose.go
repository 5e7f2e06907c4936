package form

import (
	"strconv"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// The fields of this file read and write as those of a Form do, but belong to
// no record: the page itself does something with what is committed.

// NewDate gives a field with a month picker for a civil date.
func NewDate(h *page.Host, label string) *kit.DateField {
	return kit.NewDateField(h.Kit, label, parseDate(h), formatDate)
}

// NewTime gives a field for a time of day.
func NewTime(h *page.Host, label string) *kit.TimeField {
	parse := func(text string) (string, error) {
		if strings.TrimSpace(text) == "" {
			return "", nil
		}
		c, err := vietnamese.ParseClock(text)
		return string(c), parseError(h, "form.bad_time", err)
	}
	return kit.NewTimeField(h.Kit, label, parse, func(v string) string {
		return vietnamese.FormatClock(civil.Clock(v))
	})
}

// NewLength gives a field for a length in minutes; its value is a whole number
// or, where nothing stands in it, "0".
func NewLength(h *page.Host, label string) *kit.NumberField {
	parse := func(text string) (string, error) {
		if strings.TrimSpace(text) == "" {
			return "0", nil
		}
		n, err := vietnamese.ParseLength(text)
		return strconv.Itoa(n), parseError(h, "form.bad_length", err)
	}
	return kit.NewNumberField(h.Kit, label, parse, blankZero)
}
