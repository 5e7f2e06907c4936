package bundle

import (
	"slices"
	"strings"

	"nhipcau/app/merge"
)

// Relation says how two copies of a field stand to each other. It follows from
// what each has seen and from no clock.
type Relation string

// The relations of two copies that differ.
const (
	FirstNewer  Relation = "first_newer"  // the first has seen all of the second
	SecondNewer Relation = "second_newer" // the second has seen all of the first
	Apart       Relation = "apart"        // neither has seen all of the other
	OnlyFirst   Relation = "only_first"   // the second does not hold it
	OnlySecond  Relation = "only_second"  // the first does not hold it
)

// RecordDiff is a record that two collections do not hold alike.
type RecordDiff struct {
	First, Second *merge.Record // nil where it is not held
	Relation      Relation
	Fields        []FieldDiff // by name; none where one side does not hold the record
}

// FieldDiff is a field of which two copies differ.
type FieldDiff struct {
	Name          string
	First, Second merge.Field
	Relation      Relation
}

// Diff compares records and fields with all that belongs to them: two
// collections without difference are exported as the same bytes. Records come
// by id.
func Diff(first, second []*merge.Record) []RecordDiff {
	others := make(map[string]*merge.Record, len(second))
	for _, rec := range second {
		others[rec.ID] = rec
	}
	var out []RecordDiff
	for _, rec := range first {
		other := others[rec.ID]
		delete(others, rec.ID)
		if d := diffRecord(rec, other); d.Relation != "" {
			out = append(out, d)
		}
	}
	for _, rec := range others {
		out = append(out, RecordDiff{Second: rec, Relation: OnlySecond})
	}
	slices.SortFunc(out, func(a, b RecordDiff) int { return strings.Compare(a.Record().ID, b.Record().ID) })
	return out
}

// Record is the first copy, or the second where there is no first.
func (d RecordDiff) Record() *merge.Record {
	if d.First != nil {
		return d.First
	}
	return d.Second
}

func diffRecord(first, second *merge.Record) RecordDiff {
	d := RecordDiff{First: first, Second: second}
	switch {
	case second == nil:
		d.Relation = OnlyFirst
		return d
	case first.Equal(second):
		return d
	}
	d.Relation = Apart // such as two kinds with one id, which no merge joins
	if merged, err := merge.Merge(first, second); err == nil {
		d.Relation = relation(merged.Equal(first), merged.Equal(second))
	}
	d.Fields = diffFields(first, second)
	return d
}

func diffFields(first, second *merge.Record) []FieldDiff {
	var out []FieldDiff
	for name, field := range first.Fields {
		other, had := second.Fields[name]
		switch {
		case !had:
			out = append(out, FieldDiff{name, field, other, OnlyFirst})
		case !field.Equal(other):
			merged := merge.MergeField(field, other)
			out = append(out, FieldDiff{name, field, other, relation(merged.Equal(field), merged.Equal(other))})
		}
	}
	for name, other := range second.Fields {
		if _, had := first.Fields[name]; !had {
			out = append(out, FieldDiff{name, merge.Field{}, other, OnlySecond})
		}
	}
	slices.SortFunc(out, func(a, b FieldDiff) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func relation(firstIsAll, secondIsAll bool) Relation {
	switch {
	case firstIsAll:
		return FirstNewer
	case secondIsAll:
		return SecondNewer
	default:
		return Apart
	}
}
