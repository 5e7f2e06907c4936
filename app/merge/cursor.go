package merge

import (
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// cursor walks JSON that has already been proven valid, so that only the
// shape of what it meets is in question.
type cursor struct {
	text []byte
	at   int
}

// traits are what keeps a value from being canonical.
type traits uint8

const (
	loose    traits = 1 << iota // spaces, escapes or order that may be unusual
	unproven                    // characters that may not be NFC
	fraction                    // a number that is not an integer below 2^53
)

// kind returns the first byte of the next value.
func (c *cursor) kind() byte {
	c.space()
	if c.at == len(c.text) {
		return 0
	}
	return c.text[c.at]
}

// space skips white space and reports whether there was any.
func (c *cursor) space() bool {
	start := c.at
	for c.at < len(c.text) {
		switch c.text[c.at] {
		case ' ', '\t', '\n', '\r':
			c.at++
		default:
			return c.at > start
		}
	}
	return c.at > start
}

// open enters an object or array, or reports that there is none.
func (c *cursor) open(bracket byte) bool {
	if c.kind() != bracket {
		return false
	}
	c.at++
	return true
}

// more stands at the next member, or leaves the object or array.
func (c *cursor) more() bool {
	if c.kind() == ',' {
		c.at++
		c.space()
	}
	if b := c.text[c.at]; b == '}' || b == ']' {
		c.at++
		return false
	}
	return true
}

// raw takes the next value as it is written.
func (c *cursor) raw() ([]byte, traits) {
	c.space()
	start := c.at
	t := c.value()
	return c.text[start:c.at:c.at], t
}

// string takes the next value, which must be a string.
func (c *cursor) string(names interner) (string, error) {
	if c.kind() != '"' {
		return "", ErrMalformed
	}
	raw, t := c.raw()
	if t&loose == 0 {
		return names.intern(raw[1 : len(raw)-1]), nil
	}
	plain, err := jsontext.AppendUnquote(nil, raw)
	if err != nil {
		return "", ErrMalformed
	}
	return names.intern(plain), nil
}

// name takes the name of a member, which must not be empty, and its colon.
func (c *cursor) name(names interner) (string, error) {
	name, err := c.string(names)
	if err == nil && name == "" {
		err = ErrMalformed
	}
	c.space()
	c.at++
	return name, err
}

// integer takes the next value, which must be an integer from 0 to 2^53-1.
func (c *cursor) integer() (uint64, error) {
	c.space()
	raw, _ := c.raw()
	n, err := strconv.ParseUint(string(raw), 10, 64)
	if err != nil || n > maxN {
		return 0, ErrMalformed
	}
	return n, nil
}

// context takes the next value, which must be a context that has seen something.
func (c *cursor) context(names interner) (Context, error) {
	if !c.open('{') {
		return nil, ErrMalformed
	}
	context := Context{}
	for c.more() {
		replica, err := c.name(names)
		if err != nil {
			return nil, err
		}
		n, err := c.integer()
		d := Dot{Replica(replica), n}
		if err != nil || !d.Valid() {
			return nil, ErrMalformed
		}
		context[d.Replica] = n
	}
	if len(context) == 0 {
		return nil, ErrMalformed
	}
	return context, nil
}

// value passes over one value.
func (c *cursor) value() traits {
	switch c.text[c.at] {
	case '"':
		return c.quoted()
	case '{':
		return c.object()
	case '[':
		return c.array()
	case 't', 'n':
		c.at += len("true")
	case 'f':
		c.at += len("false")
	default:
		return c.number()
	}
	return 0
}

func (c *cursor) number() traits {
	start := c.at
	for c.at < len(c.text) {
		switch b := c.text[c.at]; {
		case '0' <= b && b <= '9', b == '-':
			c.at++
		case b == '.', b == 'e', b == 'E', b == '+':
			c.skipNumber()
			return fraction
		default:
			return integerTraits(c.text[start:c.at])
		}
	}
	return integerTraits(c.text[start:])
}

func (c *cursor) skipNumber() {
	for c.at < len(c.text) {
		switch b := c.text[c.at]; {
		case '0' <= b && b <= '9', b == '-', b == '+', b == '.', b == 'e', b == 'E':
			c.at++
		default:
			return
		}
	}
}

func integerTraits(digits []byte) traits {
	const surelySmall = len("-99999999999999")
	if len(digits) > surelySmall {
		if n, err := strconv.ParseInt(string(digits), 10, 64); err != nil || n > maxN || n < -maxN {
			return fraction
		}
	}
	if string(digits) == "-0" {
		return loose
	}
	return 0
}

// quoted passes over a string. It knows the runes below U+0300 and those of
// U+1E00 to U+1EFF to be NFC, which is all of Vietnamese; others it leaves
// unproven.
func (c *cursor) quoted() traits {
	var t traits
	text := c.text
	for i := c.at + 1; ; i++ {
		switch b := text[i]; {
		case b == '"':
			c.at = i + 1
			return t
		case b == '\\':
			t |= loose
			i++
		case b < 0xCC:
		case b == 0xE1 && 0xB8 <= text[i+1] && text[i+1] <= 0xBB:
			i += 2
		default:
			t |= unproven
		}
	}
}

func (c *cursor) array() traits {
	var t traits
	for c.at++; ; {
		t |= c.gap()
		switch c.text[c.at] {
		case ']':
			c.at++
			return t
		case ',':
			c.at++
			t |= c.gap()
		}
		t |= c.value()
	}
}

func (c *cursor) object() traits {
	var t traits
	var last []byte
	for c.at++; ; {
		t |= c.gap()
		switch c.text[c.at] {
		case '}':
			c.at++
			return t
		case ',':
			c.at++
			t |= c.gap()
		}
		start := c.at
		t |= c.quoted()
		name := c.text[start+1 : c.at-1]
		t |= nameTraits(last, name)
		last = name
		t |= c.gap()
		c.at++
		t |= c.gap()
		t |= c.value()
	}
}

func (c *cursor) gap() traits {
	if c.space() {
		return loose
	}
	return 0
}

// nameTraits calls loose what is not plainly in order: RFC 8785 sorts names by
// UTF-16, which for ASCII is the order of bytes.
func nameTraits(last, name []byte) traits {
	for _, b := range name {
		if b >= 0x80 {
			return loose
		}
	}
	if string(name) < string(last) {
		return loose
	}
	return 0
}

// interner shares strings that come again and again: names of fields,
// replicas, authors. The nil interner shares nothing.
type interner map[string]string

func (names interner) intern(b []byte) string {
	if shared, had := names[string(b)]; had {
		return shared
	}
	s := string(b)
	if names != nil {
		names[s] = s
	}
	return s
}
