package schema

import (
	"reflect"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

// Forms of text in fields. Any may be empty: a rule that something must be
// filled in is asked of people and not of files.
const (
	formOptionalID   = "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$"
	formOptionalHash = "^([0-9a-f]{64})?$"
	formDate         = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"
	formTime         = "^(([01][0-9]|2[0-3]):[0-5][0-9])?$"
	formDecimal      = "^(-?[0-9]+(\\.[0-9]+)?)?$"
)

// field gives the form of a field, with the words of a choice as examples.
func (b builder) field(decl *plan.Declaration, f plan.Field) (form string, choices []any) {
	rule := tag(reflect.TypeOf(decl.New()).Elem().FieldByIndex(f.Index))
	for _, part := range strings.Split(rule, ",") {
		if words, ok := strings.CutPrefix(part, "oneof="); ok {
			for _, word := range strings.Fields(words) {
				choices = append(choices, word)
			}
		}
	}
	return b.form(f.Type, rule), choices
}

func tag(f reflect.StructField) string { return f.Tag.Get("validate") }

// form defines the form of a type and gives its name. rule is the validate tag
// of the field that has the type. null stands for an emptied field.
func (b builder) form(t reflect.Type, rule string) string {
	switch t.Kind() {
	case reflect.String:
		return b.textForm(t, rule)
	case reflect.Bool:
		return b.define("flag", object{"type": []any{"boolean", "null"}})
	case reflect.Int, reflect.Int64:
		return b.define("integer", object{"type": []any{"integer", "null"}, "minimum": -maxInteger, "maximum": maxInteger})
	case reflect.Slice:
		_, each, _ := strings.Cut(rule, "dive")
		items := b.form(t.Elem(), each)
		return b.define(items+"_list", object{"type": []any{"array", "null"}, "items": ref("form." + items)})
	case reflect.Map:
		values := b.form(t.Elem(), "")
		return b.define(values+"_map", object{"type": []any{"object", "null"}, "additionalProperties": ref("form." + values)})
	case reflect.Struct:
		return b.structForm(t)
	default:
		panic("schema: no form for " + t.String()) // a new type of field needs one
	}
}

func (b builder) structForm(t reflect.Type) string {
	members := object{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		members[name] = ref("form." + b.form(f.Type, tag(f)))
	}
	return b.define(strings.ToLower(t.Name()), object{"type": []any{"object", "null"}, "properties": members})
}

func (b builder) textForm(t reflect.Type, rule string) string {
	optional := func(name, form string) string {
		return b.define(name, object{"type": []any{"string", "null"}, "pattern": form})
	}
	switch {
	case t == reflect.TypeFor[civil.Date]():
		return optional("date", formDate)
	case t == reflect.TypeFor[civil.Clock]():
		return optional("time", formTime)
	case strings.Contains(rule, "uuid"):
		return optional("id", formOptionalID)
	case strings.Contains(rule, "hexadecimal"):
		return optional("hash", formOptionalHash)
	case strings.Contains(rule, "decimal"):
		return optional("decimal", formDecimal)
	default:
		return b.define("text", object{"type": []any{"string", "null"}})
	}
}

func (b builder) define(name string, o object) string {
	b.defs["form."+name] = o
	b.defs["others."+name] = others("form." + name)
	return name
}
