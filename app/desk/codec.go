package desk

import (
	"bytes"
	"encoding/json"
	"reflect"
	"unicode/utf8"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// decode turns a record of fields into the typed value of its kind, nil for a
// kind that this version does not know. A field that does not decode keeps its
// zero value: what is stored stays as it is until a person writes the field.
func decode(rec *merge.Record) plan.Record {
	decl, ok := plan.DeclarationOf(rec.Kind)
	if !ok || string(decl.Kind) != rec.Kind {
		return nil
	}
	out := decl.New()
	for _, f := range decl.Fields {
		field, ok := rec.Fields[f.Name]
		if !ok {
			continue
		}
		decodeField(field.Shown().JSON, decl.Value(out, f))
	}
	head := out.Meta()
	head.ID, head.Office, head.Origin = rec.ID, rec.Office, rec
	head.Trashed, head.Contested = rec.Trashed()
	head.Conflicts = rec.Conflicts()
	return out
}

func decodeField(raw []byte, into reflect.Value) {
	if isNull(raw) {
		return
	}
	if text, ok := plainText(raw); ok && into.Kind() == reflect.String {
		into.SetString(text)
		return
	}
	fresh := reflect.New(into.Type())
	if json.Unmarshal(raw, fresh.Interface()) == nil {
		into.Set(fresh.Elem())
	}
}

// plainText is the text of a json string in which nothing is escaped, as nearly
// all are: it needs no decoder, which takes most of the time of a first look at
// many records. Anything doubtful is left to the decoder.
func plainText(raw []byte) (string, bool) {
	if len(raw) < 2 || raw[0] != '"' || raw[len(raw)-1] != '"' {
		return "", false
	}
	text := raw[1 : len(raw)-1]
	for _, c := range text {
		if c < ' ' || c == '"' || c == '\\' {
			return "", false
		}
	}
	return string(text), utf8.Valid(text)
}

func isNull(raw []byte) bool { return len(raw) == 0 || bytes.Equal(raw, []byte("null")) }

// encode gives the json of one field of a typed value, nil for a zero value.
// Text is put into NFC on the way (exchange format, rule 9).
func encode(decl *plan.Declaration, r plan.Record, f plan.Field) ([]byte, error) {
	v := decl.Value(r, f)
	if isZero(v) {
		return nil, nil
	}
	normalize(v)
	return toJSON(v.Interface())
}

// toJSON writes plain UTF-8, without the escapes that only web pages need:
// what is stored is printed as it stands.
func toJSON(value any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// mustJSON is toJSON for the desk's own lines, which hold text, numbers and
// json that is valid already.
func mustJSON(value any) []byte {
	raw, err := toJSON(value)
	if err != nil {
		panic(err)
	}
	return raw
}

// isZero counts an empty list as zero, so that clearing a list and never
// having had one are the same.
func isZero(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	default:
		return v.IsZero()
	}
}

// normalize brings every text inside v to its stored form, in place.
func normalize(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(vietnamese.NormalizeText(v.String()))
		}
	case reflect.Slice:
		for i := range v.Len() {
			normalize(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			normalize(v.Field(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			if value := v.MapIndex(key); value.Kind() == reflect.String {
				v.SetMapIndex(key, reflect.ValueOf(vietnamese.NormalizeText(value.String())))
			}
		}
	}
}

// difference lists the fields in which a typed value differs from what stood
// on screen when it was fetched; a nil json clears the field.
func difference(decl *plan.Declaration, base, changed plan.Record) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, f := range decl.Fields {
		now, err := encode(decl, changed, f)
		if err != nil {
			return nil, err
		}
		var before []byte
		if base != nil {
			if before, err = encode(decl, base, f); err != nil {
				return nil, err
			}
		}
		if !bytes.Equal(before, now) {
			out[f.Name] = now
		}
	}
	return out, nil
}

// copyOf gives a value that the caller may change without touching what the
// desk keeps, lists inside lists and maps included.
func copyOf(r plan.Record) plan.Record {
	v := reflect.New(reflect.TypeOf(r).Elem())
	v.Elem().Set(reflect.ValueOf(r).Elem())
	detach(v.Elem())
	return v.Interface().(plan.Record)
}

// detach gives v lists and maps of its own. What hides behind an interface
// stays shared: of a record that is its origin, which nobody changes.
func detach(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		if v.Len() == 0 {
			return
		}
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(fresh, v)
		for i := range fresh.Len() {
			detach(fresh.Index(i))
		}
		v.Set(fresh)
	case reflect.Map:
		if v.Len() == 0 {
			return
		}
		fresh := reflect.MakeMapWithSize(v.Type(), v.Len())
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			detach(value)
			fresh.SetMapIndex(key, value)
		}
		v.Set(fresh)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				detach(v.Field(i))
			}
		}
	}
}

// shownData is the record as one json object of the shown values, in the
// order of the declaration, unknown fields after it in the order of names.
func shownData(rec *merge.Record) json.RawMessage {
	var buf bytes.Buffer
	buf.WriteByte('{')
	for _, name := range fieldNames(rec) {
		raw := rec.Fields[name].Shown().JSON
		if isNull(raw) {
			continue
		}
		if buf.Len() > 1 {
			buf.WriteByte(',')
		}
		key, _ := json.Marshal(name) // a string always marshals
		buf.Write(key)
		buf.WriteByte(':')
		buf.Write(raw)
	}
	buf.WriteByte('}')
	return buf.Bytes()
}
