package desk

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"nhipcau/app/merge"
)

// appendJSON writes an entry as its tags say, with names in order. An import
// writes tens of thousands at once, for which json.Marshal would need several
// times the memory of what it writes.
func (e *Entry) appendJSON(dst []byte) []byte {
	dst = append(dst, `{"t":`...)
	dst = appendText(dst, string(e.Clock))
	dst = appendMember(dst, "a", e.Author)
	dst = appendMember(dst, "op", e.Why)
	dst = appendMember(dst, "tx", e.Group)
	dst = appendEach(dst, "f", e.Fields, func(dst []byte, v [2]json.RawMessage) []byte {
		dst = append(append(dst, '['), orNull(v[0])...)
		return append(append(append(dst, ','), orNull(v[1])...), ']')
	})
	dst = appendEach(dst, "was", e.Was, func(dst []byte, dot merge.Dot) []byte { return appendText(dst, dot.String()) })
	dst = appendEach(dst, "base", e.Base, func(dst []byte, v json.RawMessage) []byte { return append(dst, orNull(v)...) })
	if e.From != "" {
		dst = appendMember(dst, "from", e.From)
	}
	if e.Bundle != "" {
		dst = appendMember(dst, "bundle", e.Bundle)
	}
	if e.AsOf != nil {
		dst = append(append(dst, `,"asof":`...), mustJSON(e.AsOf)...)
	}
	return append(dst, '}')
}

func appendMember(dst []byte, name, text string) []byte {
	return appendText(append(append(append(dst, `,"`...), name...), `":`...), text)
}

// appendEach writes a member that says something of some fields, nothing where
// there are none.
func appendEach[V any](dst []byte, name string, fields map[string]V, add func([]byte, V) []byte) []byte {
	if len(fields) == 0 {
		return dst
	}
	names := slices.AppendSeq(make([]string, 0, len(fields)), maps.Keys(fields))
	slices.Sort(names)
	dst = append(append(append(dst, `,"`...), name...), `":{`...)
	for i, field := range names {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = add(append(appendText(dst, field), ':'), fields[field])
	}
	return append(dst, '}')
}

// appendText writes a string; what is no UTF-8 in it becomes U+FFFD.
func appendText(dst []byte, text string) []byte {
	dst, _ = jsontext.AppendQuote(dst, text)
	return dst
}
