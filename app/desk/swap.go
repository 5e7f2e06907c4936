package desk

import (
	"slices"

	"nhipcau/app/merge"
)

// swap brings a record from one state to the other, field by field; a field
// that is no longer as in from is left and named. The result is nil where
// nothing of the record remains; a record that came with the import and to
// which somebody has written since stays whole, for without its name and its
// visit nobody could tell what was left.
func swap(now, from, to *merge.Record) (result *merge.Record, left []string) {
	switch {
	case now == nil && from == nil:
		return to, nil
	case now == nil:
		return nil, []string{""}
	case from != nil && now.Equal(from):
		return to, nil
	}
	next := *now
	next.Fields = map[string]merge.Field{}
	for name := range fieldsOfAll(now, from, to) {
		f, stays, kept := swapField(name, now, from, to)
		if stays {
			next.Fields[name] = f
		}
		if kept {
			left = append(left, name)
		}
	}
	slices.Sort(left)
	switch {
	case to == nil && len(next.Fields) == 0:
		return nil, nil
	case to == nil:
		return now, writtenFields(now)
	case next.Equal(now):
		return now, left
	}
	return &next, left
}

// swapField gives one field as it will be, and says whether it stays at all,
// and whether it was left although the import had touched it.
func swapField(name string, now, from, to *merge.Record) (f merge.Field, stays, left bool) {
	f, there := fieldIn(now, name)
	was, wasThere := fieldIn(from, name)
	wanted, wantedThere := fieldIn(to, name)
	if there == wasThere && f.Equal(was) {
		return wanted, wantedThere, false
	}
	touched := wasThere != wantedThere || !was.Equal(wanted)
	done := wantedThere && f.Equal(wanted)
	return f, there, there && touched && !done
}

// writtenFields names the fields of a record that hold something, in order.
func writtenFields(rec *merge.Record) []string {
	var names []string
	for name, f := range rec.Fields {
		if len(f.Values) > 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func fieldsOfAll(records ...*merge.Record) map[string]bool {
	names := map[string]bool{}
	for _, rec := range records {
		if rec == nil {
			continue
		}
		for name := range rec.Fields {
			names[name] = true
		}
	}
	return names
}

func fieldIn(rec *merge.Record, name string) (merge.Field, bool) {
	if rec == nil {
		return merge.Field{}, false
	}
	f, ok := rec.Fields[name]
	return f, ok
}
