// Package vietnamese knows how Vietnamese is written: text and its search
// keys, personal names and their order, dates, times of day and numbers, as
// they are typed into a field, shown in the interface and printed on paper.
//
// It must not know what the texts are about: no visit, no locality, no paper.
// It holds no sentence for a message either; what is refused comes back as a
// [ParseError] whose kind the interface looks up in its catalogue.
package vietnamese

import (
	"errors"
	"fmt"

	"nhipcau/app/civil"
)

// Kind says why a text was refused. The values are stable: they are the last
// part of message keys in the catalogue.
type Kind string

// The kinds of refusal.
const (
	// KindEmpty: there is nothing but spaces.
	KindEmpty Kind = "empty"
	// KindMalformed: the text has no form that is known.
	KindMalformed Kind = "malformed"
	// KindIncomplete: a part is missing, such as the month of a date.
	KindIncomplete Kind = "incomplete"
	// KindMonthFirst: a date has its month before its day, as in 6/13/2024.
	KindMonthFirst Kind = "month-first"
	// KindNoSuchDay: the calendar has no such day, as 31/4/2024.
	KindNoSuchDay Kind = "no-such-day"
	// KindWeekday: the day of the week that was typed is not the date's.
	KindWeekday Kind = "weekday"
	// KindNoSuchTime: the day has no such time, as 25h00 or 3 giờ 75.
	KindNoSuchTime Kind = "no-such-time"
	// KindRange: the value is larger or smaller than can be kept.
	KindRange Kind = "range"
	// KindGrouping: separators do not stand where Vietnamese has them, as in
	// 46.66 or 1,234.5.
	KindGrouping Kind = "grouping"
	// KindAmbiguous: the number was read (365,032 as a fraction of three
	// places), but the writer may have meant 365.032. It is a warning.
	KindAmbiguous Kind = "ambiguous"
	// KindNotInteger: a whole number was asked for.
	KindNotInteger Kind = "not-integer"
	// KindZeroDivisor: a share of nothing was asked for.
	KindZeroDivisor Kind = "zero-divisor"
)

// ParseError is the error of every function of this package.
type ParseError struct {
	// Kind is the reason.
	Kind Kind
	// Text is what was refused, as it was typed.
	Text string
	// Suggest is a decimal in wire form that the writer probably meant, for
	// KindGrouping and KindAmbiguous; else "".
	Suggest string
	// LastDay is the last day of the month that was typed, for KindNoSuchDay
	// where there is such a month (30/04/2024 for 31/4/2024); else "".
	LastDay civil.Date
}

// Error describes the refusal for a log; it is not meant for the interface.
func (e *ParseError) Error() string {
	return fmt.Sprintf("%s: %q", e.Kind, e.Text)
}

// IsWarning reports whether err came along with a usable value and only asks
// to show it to the writer again.
func IsWarning(err error) bool {
	var parse *ParseError
	return errors.As(err, &parse) && parse.Kind == KindAmbiguous
}

// refuse returns the error for a text.
func refuse(kind Kind, text string) *ParseError {
	return &ParseError{Kind: kind, Text: text}
}
