package desk

import (
	"time"

	"nhipcau/app/merge"
)

// LastChange says when a visit, or anything that belongs to it, was written
// last, and by whom. It looks at the writes that stand in the records and not
// at the history, so it is quick enough for a list of all visits; a value that
// was emptied counts, one that was replaced does not. The time is zero where
// there is no such visit.
func (d *Desk) LastChange(visit string) (at time.Time, author string) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var last merge.Value
	for _, it := range d.model.families[visit] {
		for _, f := range it.rec.Fields {
			for _, v := range f.Values {
				if v.Clock > last.Clock {
					last = v
				}
			}
		}
	}
	if last.Clock == "" {
		return time.Time{}, ""
	}
	return last.Clock.Time(), last.Author
}
