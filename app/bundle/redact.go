package bundle

import (
	"bytes"
	"maps"
	"slices"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// ClassOf says how far a field of a kind may travel, and for the empty field
// how far the kind itself may. Kinds and fields that this version does not
// know are public: a newer version of the program has declared them, and
// leaving them out would let an old one cut what others exchange (exchange
// format, rule 8). The deletion of a record is public too; it holds names of
// fields and counters, never a value.
func ClassOf(kind, field string) plan.Class {
	decl := declarationOf(kind)
	if decl == nil {
		return plan.Public
	}
	if field == "" {
		return decl.Class
	}
	if f, ok := decl.Field(field); ok {
		return f.Class
	}
	return plan.Public
}

// Redact leaves out of a record the fields that are not public, and names
// those that were there as "kind.field", in order. It gives nil for a record
// that stays at home whole: one of a kind that is not public, or an agenda
// item that guests never see. Of such a record nothing is named either; that
// it exists is nobody's business.
//
// Left-out fields are simply absent. That is safe because contexts are per
// field: whoever merges the record keeps what he has of them.
func Redact(rec *merge.Record, class func(kind, field string) plan.Class) (kept *merge.Record, redacted []string) {
	if class(rec.Kind, "") != plan.Public || hiddenItem(rec) {
		return nil, nil
	}
	var fields []string
	for _, name := range slices.Sorted(maps.Keys(rec.Fields)) {
		if class(rec.Kind, name) != plan.Public {
			fields = append(fields, name)
			redacted = append(redacted, rec.Kind+"."+name)
		}
	}
	if len(fields) == 0 {
		return rec, nil
	}
	return rec.Without(fields...), redacted
}

// hiddenItem says whether a record is an agenda item that anybody has marked
// internal: while offices differ about it, it stays at home.
func hiddenItem(rec *merge.Record) bool {
	if rec.Kind != string(plan.KindAgendaItem) {
		return false
	}
	return slices.ContainsFunc(rec.Fields["internal"].Values, func(v merge.Value) bool {
		return bytes.Equal(v.JSON, []byte("true"))
	})
}
