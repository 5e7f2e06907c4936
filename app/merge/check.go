package merge

import (
	"bytes"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"
)

// check refuses what has no packed form, before anything is written.
func (p *packer) check() error {
	r := p.record
	if !isName(r.ID) || !isName(r.Kind) || !utf8.ValidString(r.Office) || r.Schema < 0 || r.Schema > maxN {
		return p.fault("", "id, kind, schema or office", ErrMalformed)
	}
	for _, w := range p.writes {
		if !w.Dot.Valid() || !w.Clock.Valid() || !isText(w.Author) {
			return p.fault(memberWrites, w.Dot.String()+" "+string(w.Clock), ErrMalformed)
		}
	}
	for _, field := range p.fields {
		if err := p.checkField(field); err != nil {
			return err
		}
	}
	for name := range r.Extra {
		if !isName(name) || isMember(name) {
			return p.fault(name, "extra member", ErrMalformed)
		}
	}
	return nil
}

func (p *packer) checkField(field namedField) error {
	if !isName(field.name) {
		return p.fault(memberData, "name", ErrMalformed)
	}
	for replica, n := range field.Context {
		if d := (Dot{replica, n}); !d.Valid() {
			return p.fault(memberContext+"."+field.name, d.String(), ErrMalformed)
		}
	}
	return nil
}

// verify refuses values that are not canonical JSON. They come from outside
// the package, and one that breaks out of its place would be read back as
// something else; so each must end where it was put to end.
func (p *packer) verify() error {
	text := p.out[p.start:]
	if !jsontext.Value(text).IsValid() {
		return p.fault("", "", ErrValue)
	}
	c := cursor{text: p.out}
	for _, v := range p.values {
		c.at = v.start
		raw, t := c.raw()
		if c.at != v.end || len(raw) != v.end-v.start {
			return p.fault(v.member, "", ErrValue)
		}
		same, err := canonical(raw, t)
		if err != nil {
			return p.fault(v.member, "", asError(err))
		}
		if !bytes.Equal(same, raw) {
			return p.fault(v.member, "", ErrValue)
		}
	}
	return p.verifyDeletion()
}

func (p *packer) verifyDeletion() error {
	if !deletionReadable(p.record.Fields[DelField]) {
		return p.fault(DelField, "", ErrMalformed)
	}
	return nil
}

func deletionReadable(f Field) bool {
	for _, v := range f.Values {
		if string(v.JSON) == "null" {
			continue
		}
		if _, err := parseDeletion(v.JSON); err != nil {
			return false
		}
	}
	return true
}

// isText reports whether text is read back as it is: UTF-8 in NFC.
func isText(text string) bool { return utf8.ValidString(text) && norm.NFC.IsNormalString(text) }

func isName(text string) bool { return text != "" && utf8.ValidString(text) }

func isMember(name string) bool {
	switch name {
	case memberID, memberKind, memberSchema, memberOffice, memberData,
		memberWrites, memberMarks, memberContext, memberOthers:
		return true
	}
	return false
}
