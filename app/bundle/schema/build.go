package schema

import (
	"bytes"
	"encoding/json"
	"strings"

	"nhipcau/app/bundle/form"
	"nhipcau/app/plan"
)

// ID names the schema of format 1. It is a name and no address: the schema
// stands by itself.
const ID = "urn:nhipcau:bundle-1"

// object is a JSON object of the schema on its way.
type object map[string]any

// The largest magnitude of a number (RFC 7493, section 2.2).
const maxInteger = 1<<53 - 1

// Forms of text. They say the same in ECMA-262 and in RE2.
const (
	formUUID    = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
	formReplica = "^[A-Z0-9]{12}$"
	formDot     = "^[A-Z0-9]{12}:[1-9][0-9]{0,15}$"
	formClock   = "^[0-9a-f]{13}$"
	formKind    = "^[a-z][a-z0-9_]{0,63}$"
	formHash    = "^[0-9a-f]{64}$"
	formInstant = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"
	formLevel   = "^[0-9]+(\\.[0-9]+)*$"
)

// Build writes the schema of format 1 from the declarations of the kinds.
func Build() []byte {
	b := builder{defs: object{}}
	b.common()
	kinds := []any{}
	for _, decl := range plan.Declarations() {
		kinds = append(kinds, b.kind(decl))
	}
	b.defs["record"] = record(kinds)
	root := document()
	root["$defs"] = b.defs
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	_ = enc.Encode(root) // strings, numbers and what is made of them always encode
	return out.Bytes()
}

func ref(name string) object { return object{"$ref": "#/$defs/" + name} }

func text(form string) object { return object{"type": "string", "pattern": form} }

func list(items object) object { return object{"type": "array", "items": items} }

// byReplica is an object whose names are replicas.
func byReplica(value object) object {
	return object{"type": "object", "patternProperties": object{formReplica: value}, "additionalProperties": false}
}

func number(least int) object {
	return object{"type": "integer", "minimum": least, "maximum": maxInteger}
}

// optional adds null, which counts as absent.
func optional(o object) object {
	o["type"] = []any{o["type"], "null"}
	return o
}

// optionalText is a text of a form; an empty one counts as absent too.
func optionalText(form string) object {
	return object{"type": []any{"string", "null"}, "pattern": "^(" + strings.Trim(form, "^$") + ")?$"}
}

func anyText() object { return object{"type": []any{"string", "null"}} }

func orNull(o object) object { return object{"anyOf": []any{o, object{"type": "null"}}} }

// document is the whole file but its records.
func document() object {
	return object{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id":     ID,
		"title":   "Nhịp Cầu bundle, format 1",
		"$comment": "Shape and types. What no schema can say stands in docs/bundle-format.md: limits on size, no member twice, " +
			"ids once in a file, integers only, one dot for one write. Unknown members, fields and kinds are kept.",
		"type":     "object",
		"required": []any{"format", "id", "from", "payload"},
		"properties": object{
			"format":   object{"const": "nhipcau-bundle/1"},
			"min_app":  optionalText(formLevel),
			"id":       ref("uuid"),
			"created":  optionalText(formInstant),
			"from":     sender(),
			"to":       optionalText(formUUID),
			"seq":      optional(number(0)),
			"scope":    optional(object{"type": "object", "properties": object{"visit": optionalText(formUUID), "all": optional(object{"type": "boolean"})}}),
			"profile":  anyText(),
			"redacted": optional(list(anyText())),
			"have":     optional(byReplica(optional(number(0)))),
			"earlier":  optional(list(optional(number(0)))),
			"received": optional(byReplica(optional(list(optional(number(0)))))),
			"sig":      anyText(),
			"payload": object{
				"type": "object", "required": []any{"records"},
				"properties": object{"records": list(ref("record")), "attachments": optional(list(ref("attachment")))},
			},
		},
	}
}

func sender() object {
	return object{
		"type": "object", "required": []any{"office"},
		"properties": object{
			"office": ref("uuid"), "name": anyText(), "replica": optionalText(formReplica), "key": anyText(), "seal": anyText(),
		},
	}
}

// record is one record of any kind; kinds say what the data of each hold.
func record(kinds []any) object {
	return object{
		"type":     "object",
		"required": []any{"id", "kind", "schema", "office", "data", "_w"},
		"properties": object{
			"id": ref("uuid"), "kind": text(formKind), "schema": number(0), "office": ref("uuid"),
			"data": object{
				"type": "object", "properties": object{"": false, "_del": ref("deletion")},
			},
			"_w": list(object{
				"type": "array", "minItems": 3, "items": false,
				"prefixItems": []any{text(formDot), text(formClock), object{"type": "string"}},
			}),
			"_m":   object{"type": "object", "additionalProperties": number(0)},
			"_c":   object{"type": "object", "additionalProperties": ref("context")},
			"_alt": object{"type": "object", "additionalProperties": ref("others"), "properties": object{"_del": others("deletion")}},
		},
		"allOf": kinds,
	}
}

// builder gathers definitions.
type builder struct{ defs object }

// common defines what is used in many places.
func (b builder) common() {
	b.defs["uuid"] = text(formUUID)
	b.defs["replica"] = text(formReplica)
	b.defs["context"] = byReplica(number(1))
	b.defs["context"].(object)["minProperties"] = 1
	b.defs["deletion"] = orNull(object{"type": "object", "additionalProperties": ref("context")})
	b.defs["others"] = list(object{
		"type": "object", "required": []any{"w", "x"}, "additionalProperties": false,
		"properties": object{"w": number(0), "x": true},
	})
	b.defs["others"].(object)["minItems"] = 1
	b.defs["attachment"] = object{
		"type": "object", "required": []any{"sha256"},
		"properties": object{
			"sha256": text(formHash), "name": anyText(), "size": optional(number(0)), "media": anyText(),
		},
	}
}

// others are the other values of a field of the named form.
func others(form string) object {
	return object{"items": object{"properties": object{"x": ref(form)}}}
}

// kind defines the data of a kind and says when they are asked for: of a form
// that is known.
func (b builder) kind(decl *plan.Declaration) object {
	name := "kind." + string(decl.Kind)
	forms := form.Of(string(decl.Kind))
	data, others := object{}, object{}
	for _, f := range decl.Fields {
		one := ref(b.form(forms[f.Name]))
		if f.Class != plan.Public {
			one["x-class"] = string(f.Class) // no keyword of JSON Schema, which passes over it
		}
		if choices := form.Choices(decl, f); choices != nil {
			one["examples"] = choices
		}
		data[f.Name] = one
		others[f.Name] = ref("others." + forms[f.Name].Name)
	}
	b.defs[name] = object{"properties": object{
		"data": object{"properties": data},
		"_alt": object{"properties": others},
	}}
	if decl.Class != plan.Public {
		b.defs[name].(object)["x-class"] = string(decl.Class)
	}
	return object{
		"if": object{"properties": object{
			"kind": object{"const": string(decl.Kind)}, "schema": object{"maximum": decl.Schema},
		}},
		"then": ref(name),
	}
}
