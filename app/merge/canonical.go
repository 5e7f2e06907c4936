package merge

import (
	"bytes"
	"io"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"
)

// Canonical returns the one form of a JSON value that all replicas write: RFC
// 8785 (names sorted, no spaces, least escaping), integers as given, and text
// in Unicode NFC, so that what two people typed alike is alike in bytes. It
// returns raw itself if it has that form already.
//
// It returns ErrValue for what is not JSON (broken UTF-8 and repeated names
// included) and ErrNumber for numbers other than integers below 2^53 in
// magnitude; decimals are strings.
func Canonical(raw []byte) ([]byte, error) {
	if !jsontext.Value(raw).IsValid() {
		return nil, ErrValue
	}
	c := cursor{text: raw}
	value, t := c.raw()
	if len(value) != len(raw) {
		t |= loose
	}
	return canonical(value, t)
}

// canonical does the same for a valid value of known traits.
func canonical(raw []byte, t traits) ([]byte, error) {
	switch {
	case t&fraction != 0:
		return nil, ErrNumber
	case t&loose == 0 && (t == 0 || norm.NFC.IsNormal(raw)):
		return raw, nil
	}
	composed, err := compose(raw)
	if err != nil {
		return nil, ErrValue
	}
	if err := composed.Canonicalize(); err != nil {
		return nil, ErrValue
	}
	return composed, nil
}

// compose copies a value with every string in NFC. It goes string by string:
// in the raw text a combining mark could melt with the letter of an escape.
func compose(raw []byte) (jsontext.Value, error) {
	var out bytes.Buffer
	dec := jsontext.NewDecoder(bytes.NewReader(raw))
	enc := jsontext.NewEncoder(&out)
	for {
		token, err := dec.ReadToken()
		if err == io.EOF {
			return out.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
		if token.Kind() == '"' {
			token = jsontext.String(norm.NFC.String(token.String()))
		}
		if err := enc.WriteToken(token); err != nil {
			return nil, err
		}
	}
}
