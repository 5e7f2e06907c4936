package schema

import (
	"maps"
	"slices"

	"nhipcau/app/bundle/form"
)

// form defines a form, and the other values of a field that has it, and gives
// its name.
func (b builder) form(f *form.Form) string {
	name := "form." + f.Name
	o := object{}
	switch f.Shape {
	case form.Text:
		o["type"] = []any{"string", "null"}
		if f.Pattern != "" {
			o["pattern"] = f.Pattern
		}
	case form.Flag:
		o["type"] = []any{"boolean", "null"}
	case form.Integer:
		o["type"], o["minimum"], o["maximum"] = []any{"integer", "null"}, -maxInteger, maxInteger
	case form.List:
		o["type"], o["items"] = []any{"array", "null"}, ref(b.form(f.Items))
	case form.Map:
		o["type"], o["additionalProperties"] = []any{"object", "null"}, ref(b.form(f.Items))
	case form.Members:
		members := object{}
		for _, member := range slices.Sorted(maps.Keys(f.Members)) {
			members[member] = ref(b.form(f.Members[member]))
		}
		o["type"], o["properties"] = []any{"object", "null"}, members
	}
	b.defs[name] = o
	b.defs["others."+f.Name] = others(name)
	return name
}
