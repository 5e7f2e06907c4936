package plan

import (
	"reflect"
	"slices"
	"strings"
)

// codes are the text fields that hold a term of a catalogue, a place in a list,
// or something else that no two texts after one another are.
var codes = []string{
	"visit.programme", "visit.funding", "objective.outcome", "topic.category",
	"paper.paper_kind", "paper.variant", "paper.printed", "indicator.measure", "indicator.value",
	"attachment.sha256", "attachment.media", "attendee.sort_name", "person.sort_name",
}

// Prose says whether a field holds words that a person wrote, of which two can
// stand one after the other: no date, number, choice, code or reference.
func Prose(kind Kind, field string) bool {
	d, ok := DeclarationOf(string(kind))
	if !ok {
		return false
	}
	f, ok := d.Field(field)
	if !ok || f.Type != reflect.TypeFor[string]() || f.Ref != "" || field == "pos" || slices.Contains(codes, string(d.Kind)+"."+field) {
		return false
	}
	for _, rule := range d.rules(f) {
		if rule != "required" && !strings.HasPrefix(rule, "max=") {
			return false
		}
	}
	return true
}

// Required says whether a record of the kind can't be without the field, such
// as an attendee without a name or a visit.
func Required(kind Kind, field string) bool {
	d, ok := DeclarationOf(string(kind))
	if !ok {
		return false
	}
	f, ok := d.Field(field)
	return ok && slices.Contains(d.rules(f), "required")
}

// rules lists the rules that the struct gives for a field.
func (d *Declaration) rules(f Field) []string {
	tag := d.typ.FieldByIndex(f.Index).Tag.Get("validate")
	return strings.FieldsFunc(tag, func(r rune) bool { return r == ',' })
}
