package desk

import (
	"encoding/json"
	"reflect"

	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// SetField writes one field of a record, in the form in which history has it:
// json, null for an empty field. It is how an earlier value is brought back;
// what came after it stays in the history. A field on which offices differ is
// settled by it, also with the value that is shown. A value that breaks a rule
// is refused with a *Invalid.
func (d *Desk) SetField(id, field string, value json.RawMessage) error {
	return d.Do(Step{Why: "edit"}, func(tx *Tx) error {
		r, ok := Read[plan.Record](tx, id)
		if !ok {
			return fault.New("fault.no_such_record", "ID", id)
		}
		decl, _ := plan.DeclarationOf(string(r.Kind()))
		f, ok := decl.Field(field)
		if !ok {
			return fault.New("fault.unknown_field", "Field", field, "Kind", r.Kind())
		}
		fresh := reflect.New(f.Type)
		if !isNull(value) {
			if err := json.Unmarshal(value, fresh.Interface()); err != nil {
				return fault.New("fault.internal", err)
			}
		}
		decl.Value(r, f).Set(fresh.Elem())
		return tx.Put(r, field)
	})
}
