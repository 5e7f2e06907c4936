// Package form says of every field of every kind what its values look like in
// json: a text, a day, an id, a list of ids, and so on. It follows from the
// types and tags of app/plan. The published schema is written from it, and the
// same forms are asked of each record that is read in, so that the two can't
// drift apart.
//
// A form asks for the type and for the spelling of dates, ids and decimals, and
// for nothing that a person may get wrong, such as an empty title, nor for the
// words of a choice, to which a later version may add. Members that it does not
// know pass. null passes everywhere: that is how a field is emptied.
//
// The package must not know what a bundle or a schema is.
package form

import (
	"reflect"
	"strings"
	"sync"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

// Shape is the type that a value has in json.
type Shape byte

// The shapes.
const (
	Text Shape = iota
	Flag
	Integer
	List    // of Items
	Map     // from any name to Items
	Members // an object with known members
)

// Form is what the values of a field look like.
type Form struct {
	Name  string // such as "id_list"; equal forms have equal names
	Shape Shape
	// Pattern is how a text is spelt, in a way that ECMA-262 and RE2 read
	// alike; empty for any text.
	Pattern string
	Items   *Form
	Members map[string]*Form
	spelt   func(text []byte) bool // what Pattern says
}

// Patterns of text. Each may be empty: a rule that something must be filled in
// is asked of people and not of files.
const (
	patternID      = "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$"
	patternHash    = "^([0-9a-f]{64})?$"
	patternDate    = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"
	patternTime    = "^(([01][0-9]|2[0-3]):[0-5][0-9])?$"
	patternDecimal = "^(-?[0-9]+(\\.[0-9]+)?)?$"
)

var all = sync.OnceValue(func() map[string]map[string]*Form {
	out := map[string]map[string]*Form{}
	for _, decl := range plan.Declarations() {
		record := reflect.TypeOf(decl.New()).Elem()
		fields := map[string]*Form{}
		for _, f := range decl.Fields {
			fields[f.Name] = of(f.Type, rules(record.FieldByIndex(f.Index)))
		}
		out[string(decl.Kind)] = fields
	}
	return out
})

// Of gives the forms of the fields of a kind, by name; nil for a kind that is
// not known. Nobody may change them.
func Of(kind string) map[string]*Form { return all()[kind] }

// Choices gives the words of a field that is a choice, as far as this version
// knows them.
func Choices(decl *plan.Declaration, f plan.Field) []string {
	record := reflect.TypeOf(decl.New()).Elem()
	for _, rule := range strings.Split(rules(record.FieldByIndex(f.Index)), ",") {
		if words, ok := strings.CutPrefix(rule, "oneof="); ok {
			return strings.Fields(words)
		}
	}
	return nil
}

func rules(f reflect.StructField) string { return f.Tag.Get("validate") } // the tag that plan.Validator reads

// of makes the form of a type with these rules.
func of(t reflect.Type, rules string) *Form {
	switch t.Kind() {
	case reflect.String:
		return ofText(t, rules)
	case reflect.Bool:
		return &Form{Name: "flag", Shape: Flag}
	case reflect.Int, reflect.Int64:
		return &Form{Name: "integer", Shape: Integer}
	case reflect.Slice:
		_, each, _ := strings.Cut(rules, "dive")
		items := of(t.Elem(), each)
		return &Form{Name: items.Name + "_list", Shape: List, Items: items}
	case reflect.Map:
		items := of(t.Elem(), "")
		return &Form{Name: items.Name + "_map", Shape: Map, Items: items}
	case reflect.Struct:
		f := &Form{Name: strings.ToLower(t.Name()), Shape: Members, Members: map[string]*Form{}}
		for i := range t.NumField() {
			member := t.Field(i)
			name, _, _ := strings.Cut(member.Tag.Get("json"), ",")
			f.Members[name] = of(member.Type, member.Tag.Get("validate"))
		}
		return f
	default:
		panic("form: none for " + t.String()) // a new type of field needs one
	}
}

func ofText(t reflect.Type, rules string) *Form {
	switch {
	case t == reflect.TypeFor[civil.Date]():
		return &Form{Name: "date", Pattern: patternDate, spelt: isDate}
	case t == reflect.TypeFor[civil.Clock]():
		return &Form{Name: "time", Pattern: patternTime, spelt: isTime}
	case strings.Contains(rules, "uuid"):
		return &Form{Name: "id", Pattern: patternID, spelt: isID}
	case strings.Contains(rules, "hexadecimal"):
		return &Form{Name: "hash", Pattern: patternHash, spelt: isHash}
	case strings.Contains(rules, "decimal"):
		return &Form{Name: "decimal", Pattern: patternDecimal, spelt: isDecimal}
	default:
		return &Form{Name: "text"}
	}
}
