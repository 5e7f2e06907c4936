package merge

import "golang.org/x/text/unicode/norm"

// readWrites reads "_w".
func (u *unpacking) readWrites() error {
	u.Unpacker.writes = u.Unpacker.writes[:0]
	c := cursor{text: u.list}
	if !c.open('[') {
		return u.fault(memberWrites, "", ErrMalformed)
	}
	for c.more() {
		stamp, err := u.stamp(&c)
		if err != nil {
			return u.fault(memberWrites, "", ErrMalformed)
		}
		u.Unpacker.writes = append(u.Unpacker.writes, stamp)
	}
	return nil
}

// stamp reads one write: dot, clock, author.
func (u *unpacking) stamp(c *cursor) (s Stamp, err error) {
	var texts [3]string
	if !c.open('[') {
		return s, ErrMalformed
	}
	i := 0
	for ; c.more(); i++ {
		if i == len(texts) {
			return s, ErrMalformed
		}
		names := u.names
		if i < 2 {
			names = nil // dots and clocks seldom come again
		}
		if texts[i], err = c.string(names); err != nil {
			return s, err
		}
	}
	if i < len(texts) {
		return s, ErrMalformed
	}
	s.Dot, err = ParseDot(texts[0])
	s.Dot.Replica = Replica(u.names.intern([]byte(s.Dot.Replica)))
	s.Clock, s.Author = Clock(texts[1]), norm.NFC.String(texts[2])
	if !s.Clock.Valid() {
		return s, ErrMalformed
	}
	return s, err
}

// readData reads "data": for now each value is the first write's. All values
// of a record lie in one piece of memory.
func (u *unpacking) readData() error {
	if u.broken != nil {
		u.broken.ID = u.record.ID // which may have come later
		return u.broken
	}
	size := 0
	for _, p := range u.parts {
		size += len(p.raw)
	}
	text := make([]byte, 0, size)
	values := make([]Value, len(u.parts))
	u.record.Fields = make(map[string]Field, len(u.parts))
	for i, p := range u.parts {
		start := len(text)
		text = append(text, p.raw...)
		values[i].JSON = text[start:len(text):len(text)]
		if len(u.writes) > 0 {
			values[i].Stamp = u.writes[0]
		}
		u.record.Fields[p.name] = Field{Values: values[i : i+1 : i+1]}
	}
	if len(u.parts) > 0 && len(u.writes) == 0 {
		return u.fault(memberWrites, "empty", ErrMalformed)
	}
	return nil
}

// split takes "data" apart into its members.
func (u *unpacking) split(c *cursor) *Fault {
	u.parts = u.parts[:0]
	if !c.open('{') {
		return u.fault(memberData, "", ErrMalformed)
	}
	for c.more() {
		name, err := c.name(u.names)
		if err != nil {
			return u.fault(memberData, "", ErrMalformed)
		}
		raw, t := c.raw()
		if raw, err = canonical(raw, t); err != nil {
			return u.fault(name, "", asError(err))
		}
		u.parts = append(u.parts, part{name, raw})
	}
	return nil
}

// eachField walks a member that says something of some fields; absent is fine.
func (u *unpacking) eachField(member string, raw []byte, read func(c *cursor, name string) error) error {
	if raw == nil {
		return nil
	}
	c := cursor{text: raw}
	if !c.open('{') {
		return u.fault(member, "", ErrMalformed)
	}
	for c.more() {
		name, err := c.name(u.names)
		if err == nil {
			err = read(&c, name)
		}
		if err != nil {
			return u.fault(member+"."+name, "", asError(err))
		}
	}
	return nil
}

// readMarks reads "_m", and gives each shown value the write that it is.
func (u *unpacking) readMarks() error {
	return u.eachField(memberMarks, u.marks, func(c *cursor, name string) error {
		stamp, err := u.write(c)
		field, had := u.record.Fields[name]
		if err != nil || !had {
			return ErrMalformed
		}
		field.Values[0].Stamp = stamp // not yet shared
		return nil
	})
}

// write reads the number of a write.
func (u *unpacking) write(c *cursor) (Stamp, error) {
	n, err := c.integer()
	if err != nil || n >= uint64(len(u.writes)) {
		return Stamp{}, ErrMalformed
	}
	return u.writes[n], nil
}

// readOthers reads "_alt".
func (u *unpacking) readOthers() error {
	return u.eachField(memberOthers, u.others, func(c *cursor, name string) error {
		if !c.open('[') {
			return ErrMalformed
		}
		values := u.record.Fields[name].Values
		shown := len(values)
		for c.more() {
			v, err := u.other(c)
			if err != nil {
				return err
			}
			values = append(values, v)
		}
		if len(values) == shown {
			return ErrMalformed
		}
		u.record.Fields[name] = settle(values, nil)
		return nil
	})
}

// other reads one of the other values of a field.
func (u *unpacking) other(c *cursor) (v Value, err error) {
	if !c.open('{') {
		return v, ErrMalformed
	}
	written := false
	for c.more() {
		name, err := c.name(u.names)
		if err != nil {
			return v, err
		}
		switch name {
		case "w":
			v.Stamp, err = u.write(c)
			written = true
		case "x":
			v.JSON, err = u.ownValue(c)
		default:
			err = ErrMalformed
		}
		if err != nil {
			return v, err
		}
	}
	if !written || v.JSON == nil {
		return v, ErrMalformed
	}
	return v, nil
}

// ownValue reads a value into memory of its own.
func (u *unpacking) ownValue(c *cursor) ([]byte, error) {
	raw, t := c.raw()
	value, err := canonical(raw, t)
	if err != nil {
		return nil, err
	}
	return append([]byte(nil), value...), nil
}

// readContexts reads "_c". A context takes in the dots of the values that
// stand there, said or not.
func (u *unpacking) readContexts() error {
	return u.eachField(memberContext, u.contexts, func(c *cursor, name string) error {
		context, err := c.context(u.names)
		if err != nil {
			return err
		}
		field := u.record.Fields[name]
		if len(field.Values) == 0 && !u.Own {
			return ErrContext
		}
		u.record.Fields[name] = settle(field.Values, context)
		return nil
	})
}
