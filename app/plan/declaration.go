package plan

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// Class says how far a field may travel.
type Class string

// The visibility classes: public travels, internal stays unless ticked,
// personal stays unless ticked and is counted before it leaves.
const (
	Public   Class = "public"
	Internal Class = "internal"
	Personal Class = "personal"
)

// Field is one field of a kind, read from the tags of its struct.
type Field struct {
	// Name is the field's name in json, on the command line and in history.
	Name string
	// Class says how far the field may travel.
	Class Class
	// Ref is the kind of record that the field points to, empty if none.
	Ref Kind
	// Index is where the field stands in its struct.
	Index []int
	// Type is the field's Go type.
	Type reflect.Type
	// Rule is what a single record is checked against, in the words of
	// validator/v10.
	Rule string
}

// Declaration is what is known of one kind, read once from its struct.
type Declaration struct {
	Kind   Kind
	Plural string
	// Schema is the number of the form in which records of this kind are
	// written; a reader of an older form upgrades, of a newer one refuses.
	Schema int
	// Class of the whole kind: an internal kind never leaves by itself.
	Class Class
	// Fields in the order of the struct.
	Fields []Field
	typ    reflect.Type
	byName map[string]int
}

// New makes an empty record of the kind.
func (d *Declaration) New() Record { return reflect.New(d.typ).Interface().(Record) }

// Field finds a field by its name in json.
func (d *Declaration) Field(name string) (Field, bool) {
	i, ok := d.byName[name]
	if !ok {
		return Field{}, false
	}
	return d.Fields[i], true
}

// Family says whether records of the kind belong to a visit.
func (d *Declaration) Family() bool {
	f, ok := d.byName["visit"]
	return ok && d.Fields[f].Ref == KindVisit
}

// Value gives the current value of a field of a record of this kind.
func (d *Declaration) Value(r Record, f Field) reflect.Value {
	return reflect.ValueOf(r).Elem().FieldByIndex(f.Index)
}

type kindRow struct {
	record Record
	plural string
	class  Class
}

// The order is the order in which kinds are offered and listed.
var kindRows = []kindRow{
	{&Visit{}, "visits", Public},
	{&Objective{}, "objectives", Public},
	{&Stop{}, "stops", Public},
	{&Attendee{}, "attendees", Public},
	{&AgendaItem{}, "agenda_items", Public},
	{&Topic{}, "topics", Public},
	{&Question{}, "questions", Public},
	{&FieldVisit{}, "field_visits", Public},
	{&Model{}, "models", Public},
	{&FollowUp{}, "follow_ups", Public},
	{&ProgressEntry{}, "progress_entries", Public},
	{&Lesson{}, "lessons", Public},
	{&Gift{}, "gifts", Internal},
	{&Vehicle{}, "vehicles", Internal},
	{&Lodging{}, "lodgings", Internal},
	{&Paper{}, "papers", Public},
	{&Person{}, "persons", Public},
	{&Unit{}, "units", Public},
	{&Locality{}, "localities", Public},
	{&Indicator{}, "indicators", Public},
	{&Attachment{}, "attachments", Public},
	{&Office{}, "offices", Public},
}

var declarations = sync.OnceValue(func() []*Declaration {
	out := make([]*Declaration, 0, len(kindRows))
	for _, row := range kindRows {
		out = append(out, declare(row))
	}
	return out
})

var declarationsByName = sync.OnceValue(func() map[string]*Declaration {
	out := map[string]*Declaration{}
	for _, d := range declarations() {
		out[string(d.Kind)] = d
		out[d.Plural] = d
	}
	return out
})

// Declarations lists all kinds in the order in which they are offered.
func Declarations() []*Declaration { return declarations() }

// DeclarationOf finds a kind by its name, singular or plural; a hyphen counts
// as an underscore.
func DeclarationOf(name string) (*Declaration, bool) {
	d, ok := declarationsByName()[strings.ReplaceAll(strings.ToLower(name), "-", "_")]
	return d, ok
}

func declare(row kindRow) *Declaration {
	t := reflect.TypeOf(row.record).Elem()
	d := &Declaration{
		Kind: row.record.Kind(), Plural: row.plural, Schema: 1, Class: row.class,
		typ: t, byName: map[string]int{},
	}
	for i := range t.NumField() {
		sf := t.Field(i)
		if sf.Anonymous {
			continue
		}
		f := fieldOf(sf)
		d.byName[f.Name] = len(d.Fields)
		d.Fields = append(d.Fields, f)
	}
	return d
}

func fieldOf(sf reflect.StructField) Field {
	name, _, _ := strings.Cut(sf.Tag.Get("json"), ",")
	class := Class(sf.Tag.Get("vis"))
	switch class {
	case Public, Internal, Personal:
	default:
		// A field without a class would leave the house unasked.
		panic(fmt.Sprintf("plan: field %s has no visibility class", sf.Name))
	}
	return Field{
		Name: name, Class: class, Ref: Kind(sf.Tag.Get("ref")),
		Index: sf.Index, Type: sf.Type, Rule: sf.Tag.Get("validate"),
	}
}

// Refs lists the ids that a field of a record points to.
func Refs(d *Declaration, r Record, f Field) []string {
	if f.Ref == "" {
		return nil
	}
	var ids []string
	switch v := d.Value(r, f).Interface().(type) {
	case string:
		ids = append(ids, v)
	case []string:
		ids = append(ids, v...)
	case []Speaker:
		for _, s := range v {
			ids = append(ids, s.Attendee)
		}
	}
	out := ids[:0]
	for _, id := range ids {
		if id != "" {
			out = append(out, id)
		}
	}
	return out
}

// VisitOf gives the id of the visit to which the record belongs, empty if to
// none. A visit belongs to itself.
func VisitOf(r Record) string {
	if v, ok := r.(*Visit); ok {
		return v.ID
	}
	d, ok := DeclarationOf(string(r.Kind()))
	if !ok || !d.Family() {
		return ""
	}
	f, _ := d.Field("visit")
	return d.Value(r, f).String()
}
