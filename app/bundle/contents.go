package bundle

import (
	"maps"
	"slices"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Contents counts what is in a bundle, for whoever wants to know before he
// sends it or reads it in.
type Contents struct {
	Kinds     map[string]int // records of each kind
	Unknown   []string       // kinds among them that this version does not know
	Trashed   int            // records of which everything that is here was deleted
	Conflicts int            // fields with different words, over all records
	// Personal and Internal count the records in which a field of that class
	// holds something, by "kind.field". They are in a bundle only if somebody
	// wanted them to be.
	Personal, Internal map[string]int
}

// Contents looks through the records of a bundle.
func (b *Bundle) Contents() Contents {
	c := Contents{Kinds: map[string]int{}, Personal: map[string]int{}, Internal: map[string]int{}}
	for _, rec := range b.Records {
		c.take(rec)
	}
	c.Unknown = slices.DeleteFunc(slices.Sorted(maps.Keys(c.Kinds)), func(kind string) bool { return declarationOf(kind) != nil })
	return c
}

func (c *Contents) take(rec *merge.Record) {
	c.Kinds[rec.Kind]++
	c.Conflicts += len(rec.Conflicts())
	if trashed, _ := rec.Trashed(); trashed {
		c.Trashed++
	}
	for name, field := range rec.Fields {
		if !says(field) {
			continue
		}
		switch fieldClass(rec.Kind, name) {
		case plan.Personal:
			c.Personal[rec.Kind+"."+name]++
		case plan.Internal:
			c.Internal[rec.Kind+"."+name]++
		}
	}
}

// fieldClass is the stricter of the classes of a field and of its kind.
func fieldClass(kind, field string) plan.Class {
	if class := ClassOf(kind, field); class != plan.Public {
		return class
	}
	return ClassOf(kind, "")
}

// says reports whether any value of a field is more than nothing.
func says(f merge.Field) bool {
	return slices.ContainsFunc(f.Values, func(v merge.Value) bool {
		text := string(v.JSON)
		return text != "null" && text != `""` && text != "[]"
	})
}
