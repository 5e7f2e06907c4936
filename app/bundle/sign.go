package bundle

import (
	"bytes"
	"maps"
	"slices"

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
	message, err := canonical(parts.members)
	if err != nil {
		return unwritable(b, err)
	}
	b.Sig, b.Signed = s.Sign(message), true
	return nil
}

// verify checks the signature of a bundle of which the head was read. One that
// is there and does not fit is a fault, whatever the reason: nobody can say what
// of the file is still as it was written.
func (b *Bundle) verify(members map[string][]byte) error {
	raw, had := members[memberSig]
	if !had {
		return nil
	}
	if err := json.Unmarshal(raw, &b.Sig); err != nil || b.Sig == "" {
		return fault.New("fault.bundle_signature_broken", err)
	}
	message, err := canonical(members)
	if err != nil {
		return fault.New("fault.bundle_signature_broken", err)
	}
	if !seal.Verify(b.From.Key, b.Sig, message) {
		return fault.New("fault.bundle_signature_broken")
	}
	b.Signed = true
	return nil
}

// canonical gives the canonical form of a document of these members, without
// its signature. The limits of format 1 have been held, so that numbers are
// integers which RFC 8785 writes exactly.
func canonical(members map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	size := 2
	for name, raw := range members {
		size += len(name) + len(raw) + 4
	}
	out.Grow(size)
	out.WriteByte('{')
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if name == memberSig {
			continue
		}
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		quoted, err := jsontext.AppendQuote(nil, name)
		if err != nil {
			return nil, err
		}
		out.Write(quoted)
		out.WriteByte(':')
		out.Write(members[name])
	}
	out.WriteByte('}')
	value := jsontext.Value(out.Bytes())
	err := value.Canonicalize()
	return value, err
}
