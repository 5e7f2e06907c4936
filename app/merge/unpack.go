package merge

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// Unpack reads the packed form of one record, as it stands in a bundle. Text
// that was re-indented or whose members were reordered is read all the same;
// the record keeps nothing of data. Bounds on size are the caller's.
//
// It returns a *Fault that is ErrMalformed, ErrNumber, ErrDotClash or
// ErrContext.
func Unpack(data []byte) (*Record, error) { return new(Unpacker).Unpack(data) }

// Unpacker reads many records, sharing between them the strings that come
// again and again. The zero Unpacker reads bundles. It is for one goroutine.
type Unpacker struct {
	// Own is set for reading this installation's own storage, where a clash of
	// dots between two files was admitted and shown to a person, and must not
	// keep the record from being opened.
	Own bool
	// Valid is set by a caller who has proven that each text is one JSON value, in
	// UTF-8 and without repeated names, so that it need not be proven again.
	Valid bool

	names   interner
	input   bytes.Buffer
	decoder *jsontext.Decoder
	writes  []Stamp
	parts   []part
}

// part is one member of "data".
type part struct {
	name string
	raw  []byte
}

// unpacking is one record on its way.
type unpacking struct {
	*Unpacker
	record *Record
	// Members as they were met: they refer to each other in any order.
	list, marks, contexts, others []byte
	office, schema, data          bool
	// broken is what is wrong with "data", which is told when its turn comes.
	broken *Fault
}

// Unpack reads one record; see the function Unpack.
func (u *Unpacker) Unpack(data []byte) (*Record, error) {
	if u.names == nil {
		u.names = interner{}
		u.decoder = jsontext.NewDecoder(&u.input)
	}
	in := unpacking{Unpacker: u, record: &Record{}}
	if !u.Valid {
		if err := in.valid(data); err != nil {
			return nil, in.fault("", err.Error(), ErrMalformed)
		}
	}
	if err := in.members(data); err != nil {
		return nil, err
	}
	for _, step := range []func() error{in.readWrites, in.readData, in.readMarks, in.readOthers, in.readContexts, in.judge} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return in.record, nil
}

func (u *unpacking) fault(member, detail string, reason Error) *Fault {
	return &Fault{ID: u.record.ID, Member: member, Detail: detail, Err: reason}
}

// asError returns the reason that err is.
func asError(err error) Error {
	var reason Error
	if errors.As(err, &reason) {
		return reason
	}
	return ErrMalformed
}

// valid proves that data is one JSON value: UTF-8, no repeated names, nothing after.
func (u *unpacking) valid(data []byte) error {
	u.input = *bytes.NewBuffer(data)
	u.decoder.Reset(&u.input)
	if _, err := u.decoder.ReadValue(); err != nil {
		return err
	}
	if _, err := u.decoder.ReadToken(); err != io.EOF {
		return errors.New("something after the record")
	}
	return nil
}

// members sorts out what the record consists of.
func (u *unpacking) members(data []byte) error {
	c := cursor{text: data}
	if !c.open('{') {
		return u.fault("", "not an object", ErrMalformed)
	}
	for c.more() {
		name, err := c.name(u.names)
		if err == nil {
			err = u.member(&c, name)
		}
		if err != nil {
			return u.fault(name, "", asError(err))
		}
	}
	r := u.record
	if r.ID == "" || r.Kind == "" || !u.schema || !u.office || !u.data || u.list == nil {
		return u.fault("", "id, kind, schema, office, data or _w is missing", ErrMalformed)
	}
	return nil
}

func (u *unpacking) member(c *cursor, name string) (err error) {
	r := u.record
	switch name {
	case memberID:
		r.ID, err = c.string(nil)
	case memberKind:
		r.Kind, err = c.string(u.names)
	case memberOffice:
		r.Office, err = c.string(u.names)
		u.office = true
	case memberSchema:
		var n uint64
		n, err = c.integer()
		r.Schema, u.schema = int(n), true
	case memberData:
		start := *c
		if u.data, u.broken = true, u.split(c); u.broken != nil {
			*c = start
			c.raw()
		}
	case memberWrites:
		u.list, _ = c.raw()
	case memberMarks:
		u.marks, _ = c.raw()
	case memberContext:
		u.contexts, _ = c.raw()
	case memberOthers:
		u.others, _ = c.raw()
	default:
		err = u.unknown(c, name)
	}
	return err
}

func (u *unpacking) unknown(c *cursor, name string) error {
	raw, t := c.raw()
	value, err := canonical(raw, t)
	if err != nil {
		return err
	}
	if u.record.Extra == nil {
		u.record.Extra = map[string][]byte{}
	}
	u.record.Extra[name] = bytes.Clone(value)
	return nil
}

// judge refuses what each member allows, but all together do not.
func (u *unpacking) judge() error {
	if !deletionReadable(u.record.Fields[DelField]) {
		return u.fault(DelField, "", ErrMalformed)
	}
	if u.Own || u.others == nil && apart(u.writes) {
		return nil
	}
	if clashes := u.record.Clashes(); len(clashes) > 0 {
		return u.fault(memberWrites, clashes[0].String(), ErrDotClash)
	}
	return nil
}

// apart reports whether a few writes have different dots: a record with one
// value in each field then has no clash, and need not be asked.
func apart(writes []Stamp) bool {
	const few = 16
	if len(writes) > few {
		return false
	}
	for i, w := range writes {
		if slices.ContainsFunc(writes[:i], func(before Stamp) bool { return before.Dot == w.Dot }) {
			return false
		}
	}
	return true
}
