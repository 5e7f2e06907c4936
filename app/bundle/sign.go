package bundle

import (
	"bytes"
	"maps"
	"slices"
	"unicode/utf16"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nhipcau/app/fault"
	"nhipcau/app/seal"
)

// Signer signs in the name of the installation.
type Signer interface {
	// Key is the public key, Recipient where others can seal for us.
	Key() string
	Recipient() string
	// Sign signs a message.
	Sign(message []byte) string
}

// Sign puts the signer's keys and his signature into a bundle. Whatever is
// changed in the bundle after that makes it invalid.
//
// Signed is the canonical form (RFC 8785) of the whole document without its
// member "sig", so that a signature outlives programs that indent a file anew,
// order its members otherwise or write letters as escapes.
func (b *Bundle) Sign(s Signer) error {
	b.Sig, b.From.Key, b.From.Seal = "", s.Key(), s.Recipient()
	doc, err := document(b)
	if err != nil {
		return unwritable(b, err)
	}
	parts, err := scan(doc, format1)
	if err != nil {
		return unwritable(b, err)
	}
	message, err := canonical(parts)
	if err != nil {
		return unwritable(b, err)
	}
	b.Sig, b.Signed = s.Sign(message), true
	return nil
}

// verify checks the signature of a bundle of which the head was read. One that
// is there and does not fit is a fault, whatever the reason: nobody can say what
// of the file is still as it was written.
func (b *Bundle) verify(parts *outline) error {
	raw, had := parts.members[memberSig]
	if !had {
		return nil
	}
	if err := json.Unmarshal(raw, &b.Sig); err != nil || b.Sig == "" {
		return fault.New("fault.bundle_signature_broken", err)
	}
	message, err := canonical(parts)
	if err != nil {
		return fault.New("fault.bundle_signature_broken", err)
	}
	if !seal.Verify(b.From.Key, b.Sig, message) {
		return fault.New("fault.bundle_signature_broken")
	}
	b.Signed = true
	return nil
}

// canonical gives the canonical form of a document, without its signature. The
// limits of format 1 have been held, so that numbers are integers which RFC 8785
// writes exactly; and payload.records is a list, whose elements are made canonical
// one by one, so that a long bundle is not in memory once more.
func canonical(parts *outline) ([]byte, error) {
	size := 2
	for name, raw := range parts.members {
		size += len(name) + len(raw) + 4
	}
	return appendObject(make([]byte, 0, size), parts.members, func(dst []byte, name string) ([]byte, bool, error) {
		switch name {
		case memberSig:
			return dst, true, nil
		case memberPayload:
			dst, err := appendObject(appendName(dst, name), parts.payload, func(dst []byte, name string) ([]byte, bool, error) {
				if name != memberRecords {
					return dst, false, nil
				}
				dst, err := appendCanonical(appendName(dst, name), parts.records)
				return dst, true, err
			})
			return dst, true, err
		}
		return dst, false, nil
	})
}

// appendObject appends an object in canonical form. For each member apart is
// asked first, which may say that it has seen to it.
func appendObject(dst []byte, members map[string][]byte, apart func(dst []byte, name string) ([]byte, bool, error)) ([]byte, error) {
	dst = append(dst, '{')
	for _, name := range slices.SortedFunc(maps.Keys(members), byUTF16) {
		var done bool
		var err error
		if dst, done, err = apart(dst, name); err != nil {
			return nil, err
		}
		if done {
			continue
		}
		value := jsontext.Value(bytes.Clone(members[name]))
		if err := value.Canonicalize(); err != nil {
			return nil, err
		}
		dst = append(appendName(dst, name), value...)
	}
	return append(dst, '}'), nil
}

// appendName appends the name of the next member of an object.
func appendName(dst []byte, name string) []byte {
	if dst[len(dst)-1] != '{' {
		dst = append(dst, ',')
	}
	dst, _ = jsontext.AppendQuote(dst, name) // which the scan has found to be UTF-8
	return append(dst, ':')
}

// byUTF16 is the order of names in RFC 8785, section 3.2.3.
func byUTF16(a, b string) int {
	return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
}

// appendCanonical appends a list of records in canonical form.
func appendCanonical(dst []byte, records [][]byte) ([]byte, error) {
	var value jsontext.Value // whose memory serves all
	dst = append(dst, '[')
	for i, raw := range records {
		value = append(value[:0], raw...)
		if err := value.Canonicalize(); err != nil {
			return nil, err
		}
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, value...)
	}
	return append(dst, ']'), nil
}
