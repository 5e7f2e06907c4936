package desk

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// both gives the values of a field one after the other, the oldest first, each
// marked with who wrote it; nil for what is not words, or where the result
// would break a rule. It comes out the same in every office: two that choose it
// at the same time do not differ again.
func (d *Desk) both(rec *merge.Record, name string) json.RawMessage {
	f := rec.Fields[name]
	if !f.Conflict() || !plan.Prose(plan.Kind(rec.Kind), name) {
		return nil
	}
	values := f.Distinct()
	slices.Reverse(values)
	var parts []string
	for i, mark := range marks(values) {
		var text string
		if json.Unmarshal(orNull(values[i].JSON), &text) != nil {
			return nil
		}
		if text != "" {
			parts = append(parts, "["+mark+"] "+text)
		}
	}
	if len(parts) < 2 {
		return nil
	}
	raw, err := merge.Canonical(mustJSON(strings.Join(parts, "\n")))
	if err != nil || d.refuseValue(rec, name, raw) != nil {
		return nil
	}
	return raw
}

// zone is the time in which moments are written into words that travel: that
// of all offices, whatever the clock of a machine is set to.
var zone = time.FixedZone(plan.DefaultZone, 7*60*60)

// marks names the writers: by their names, and where these do not tell them
// apart, by the moments of the writes too.
func marks(values []merge.Value) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = v.Author
	}
	sorted := slices.Sorted(slices.Values(names))
	if !slices.Contains(names, "") && len(slices.Compact(sorted)) == len(names) {
		return names
	}
	for i, v := range values {
		at := v.Clock.Time().In(zone).Format("02/01/2006 15:04:05")
		names[i] = strings.TrimPrefix(cmp.Or(v.Author, "")+", "+at, ", ")
	}
	return names
}

// refuseValue says which rule of its field a value breaks, if any.
func (d *Desk) refuseValue(rec *merge.Record, name string, raw []byte) error {
	next := rec.With(name, merge.Stamp{}, raw, rec.Fields[name].Dots())
	value := decode(next)
	if value == nil {
		return fault.New("fault.no_such_choice", "Field", name, "ID", rec.ID)
	}
	return d.refuse(value, []string{name}, false)
}
