package command

import (
	"errors"
	"fmt"

	"nhipcau/app/fault"
	"nhipcau/app/vietnamese"
)

// refuse makes the fault of a value that was not taken. A cause that is a fault
// already has the sentence that helps; of what could not be read the kind says
// which sentence that is.
func refuse(field, text string, cause error) error {
	var known *fault.Fault
	if errors.As(cause, &known) {
		return known
	}
	var parse *vietnamese.ParseError
	if !errors.As(cause, &parse) {
		return fault.New("fault.bad_value", "Field", field, "Value", text, cause)
	}
	switch parse.Kind {
	case vietnamese.KindIncomplete:
		return fault.New("fault.date_incomplete", "Field", field, "Value", text, cause)
	case vietnamese.KindMonthFirst:
		return fault.New("fault.date_month_first", "Field", field, "Value", text, cause)
	case vietnamese.KindNoSuchDay:
		return refuseDay(field, parse)
	case vietnamese.KindWeekday:
		return fault.New("fault.date_weekday", "Field", field, "Value", text, cause)
	case vietnamese.KindNoSuchTime:
		return fault.New("fault.no_such_time", "Field", field, "Value", parse.Text, cause)
	case vietnamese.KindRange:
		return fault.New("fault.number_out_of_range", "Field", field, "Value", text, cause)
	case vietnamese.KindGrouping, vietnamese.KindAmbiguous, vietnamese.KindNotInteger:
		return fault.New("fault.not_an_integer", "Field", field, "Value", text, cause)
	default:
		return fault.New("fault.bad_value", "Field", field, "Value", text, cause)
	}
}

// refuseDay says of a day that the calendar lacks how long its month is.
func refuseDay(field string, parse *vietnamese.ParseError) error {
	last := parse.LastDay
	if !last.Valid() {
		return fault.New("fault.no_such_day", "Field", field, "Value", parse.Text, parse)
	}
	month := fmt.Sprintf("%d/%d", last.Month(), last.Year())
	return fault.New("fault.no_such_day_of_month", "Field", field, "Value", parse.Text,
		"Month", month, "Days", last.Day(), parse)
}
