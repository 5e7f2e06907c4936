package bundle

import (
	"bytes"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// outline is where the parts of a scanned document lie. Nothing of it is
// decoded but names; the parts share the memory of the document.
type outline struct {
	members map[string][]byte // of the document
	payload map[string][]byte // members of "payload"
	records [][]byte          // elements of "payload.records"
}

// recordLevel is how deep a record lies: document, payload, records.
const recordLevel = 3

// scanner is the one pass over the tokens of a document that holds the limits.
type scanner struct {
	limits  limits
	doc     []byte
	dec     *jsontext.Decoder
	tokens  int
	depth   int // after the last token
	end     int // of the last token
	scratch []byte

	outline outline
	starts  [recordLevel + 1]int    // where the value begins that is open at a level
	names   [recordLevel + 2][]byte // the last name at a level
	ids     map[[36]byte]int        // record numbers, from 1
}

// token is one token as it is written.
type token struct {
	kind  jsontext.Kind
	raw   []byte
	start int
}

// scan checks a document against the limits and gives its outline.
func scan(doc []byte, l limits) (*outline, error) {
	s := &scanner{
		limits: l, doc: doc, ids: map[[36]byte]int{},
		outline: outline{members: map[string][]byte{}, payload: map[string][]byte{}},
	}
	// A decoder reads a buffer in place.
	s.dec = jsontext.NewDecoder(bytes.NewBuffer(doc))
	for {
		if err := s.step(); err != nil {
			return nil, err
		}
		if s.depth == 0 {
			return &s.outline, s.finish()
		}
	}
}

// step takes one token.
func (s *scanner) step() error {
	t, err := s.next()
	if err != nil {
		return err
	}
	if s.tokens++; s.tokens > s.limits.tokens {
		return s.refuse("fault.bundle_too_many_values", t.start, "Limit", s.limits.tokens)
	}
	before := s.depth
	s.depth = s.dec.StackDepth()
	name := false
	switch t.kind {
	case '{', '[':
		if s.depth > s.limits.depth {
			return s.refuse("fault.bundle_too_deep", t.start, "Limit", s.limits.depth)
		}
	case '0':
		if !integer(t.raw) {
			return s.refuse("fault.bundle_bad_number", t.start, "Number", plain(t.raw))
		}
	case '"':
		if name, err = s.text(t); err != nil {
			return err
		}
	}
	if !name {
		return s.value(t, before)
	}
	return nil
}

// next reads a token and finds where it stands in the document.
func (s *scanner) next() (token, error) {
	tok, err := s.dec.ReadToken()
	switch {
	case err == io.EOF:
		return token{}, s.refuse("fault.bundle_empty", 0)
	case err != nil:
		return token{}, s.syntax(err)
	}
	start := s.end
	s.end = int(s.dec.InputOffset())
	for isSpace(s.doc[start]) || s.doc[start] == ',' || s.doc[start] == ':' {
		start++
	}
	t := token{tok.Kind(), s.doc[start:s.end], start}
	if s.tokens == 0 && t.kind != '{' {
		return t, s.refuse("fault.bundle_not_ours", start)
	}
	return t, nil
}

// text checks a string and says whether it is the name of a member.
func (s *scanner) text(t token) (name bool, err error) {
	text := t.raw[1 : len(t.raw)-1]
	refused := turning
	if bytes.IndexByte(text, '\\') >= 0 {
		// The decoder has accepted it, so that it unquotes.
		s.scratch, _ = jsontext.AppendUnquote(s.scratch[:0], t.raw)
		text, refused = s.scratch, forbidden
	}
	if len(text) > s.limits.text {
		return false, s.refuse("fault.bundle_text_too_long", t.start, "Limit", s.limits.text>>20)
	}
	if r, found := refused(text); found {
		return false, s.refuse("fault.bundle_bad_character", t.start, "Code", codeOf(r))
	}
	kind, n := s.dec.StackIndex(s.depth)
	name = kind == '{' && n%2 == 1
	if s.depth >= len(s.names) {
		return name, nil
	}
	if name {
		s.names[s.depth] = append(s.names[s.depth][:0], text...)
		for i := s.depth + 1; i < len(s.names); i++ {
			s.names[i] = s.names[i][:0]
		}
		return true, nil
	}
	if s.depth == recordLevel+1 && kind == '{' && string(s.names[s.depth]) == memberID && s.inRecords() {
		return false, s.id(text, t.start)
	}
	return false, nil
}

// inRecords says whether what is being read lies in "payload.records".
func (s *scanner) inRecords() bool {
	return s.depth >= recordLevel && string(s.names[1]) == memberPayload && string(s.names[2]) == memberRecords
}

// id checks the id of a record.
func (s *scanner) id(text []byte, at int) error {
	if !canonicalID(text) {
		return s.refuse("fault.bundle_bad_id", at, "ID", plain(text))
	}
	if other, had := s.ids[[36]byte(text)]; had {
		return s.refuse("fault.bundle_id_twice", at, "ID", string(text), "Other", other)
	}
	s.ids[[36]byte(text)] = s.record()
	return nil
}

// record is the number of the record that is being read, from 1; 0 outside.
func (s *scanner) record() int {
	if s.depth <= recordLevel || !s.inRecords() {
		return 0
	}
	return len(s.outline.records) + 1
}

// value notes where the values begin and end that make up the outline. The
// level of a value is how many objects and arrays it lies in.
func (s *scanner) value(t token, before int) error {
	closing := t.kind == '}' || t.kind == ']'
	if !closing && before <= recordLevel {
		s.starts[before] = t.start
	}
	if s.depth > recordLevel || t.kind == '{' || t.kind == '[' {
		return nil
	}
	raw := s.doc[s.starts[s.depth]:s.end]
	switch {
	case s.depth == 1:
		s.outline.members[string(s.names[1])] = raw
		if len(s.outline.members) > maxMembers {
			return s.refuse("fault.bundle_bad_shape", t.start, "Part", plain(s.names[1]))
		}
	case s.depth == 2 && string(s.names[1]) == memberPayload:
		s.outline.payload[string(s.names[2])] = raw
		if len(s.outline.payload) > maxMembers {
			return s.refuse("fault.bundle_bad_shape", t.start, "Part", memberPayload)
		}
	case s.depth == recordLevel && s.inRecords():
		s.outline.records = append(s.outline.records, raw)
	}
	return nil
}

// finish proves that nothing stands after the document.
func (s *scanner) finish() error {
	for i := s.end; i < len(s.doc); i++ {
		if !isSpace(s.doc[i]) {
			return s.refuse("fault.bundle_trailing", i)
		}
	}
	return nil
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }
