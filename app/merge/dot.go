package merge

import (
	"cmp"
	"crypto/rand"
	"encoding/base32"
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// Replica names one installation: 12 random characters, minted at first start
// and again after every restore or clone, so that no dot is ever given twice.
type Replica string

const replicaLen = 12

// maxN is the largest counter: integers stay below 2^53 in magnitude.
const maxN = 1<<53 - 1

// NewReplica mints a replica: 60 random bits as base32.
func NewReplica() Replica {
	var raw [8]byte
	_, _ = rand.Read(raw[:]) // never fails (crypto/rand)
	return Replica(base32.StdEncoding.EncodeToString(raw[:])[:replicaLen])
}

// Valid reports whether r is 12 of A–Z and 0–9.
func (r Replica) Valid() bool {
	if len(r) != replicaLen {
		return false
	}
	for i := range len(r) {
		if !('A' <= r[i] && r[i] <= 'Z' || '0' <= r[i] && r[i] <= '9') {
			return false
		}
	}
	return true
}

// Dot is the N-th write of a replica, counted from 1. It names one write for ever.
type Dot struct {
	Replica Replica
	N       uint64
}

// ParseDot reads the text form, such as "K3F9Q2ABCDEF:12". It returns an error
// that is ErrMalformed for anything else, leading zeros included.
func ParseDot(text string) (Dot, error) {
	replica, number, _ := strings.Cut(text, ":")
	n, err := strconv.ParseUint(number, 10, 64)
	d := Dot{Replica(replica), n}
	if err != nil || !d.Valid() || number[0] == '0' {
		return Dot{}, fmt.Errorf("dot %q: %w", text, ErrMalformed)
	}
	return d, nil
}

// Valid reports whether d has a valid replica and a counter from 1 to 2^53-1.
func (d Dot) Valid() bool { return d.N >= 1 && d.N <= maxN && d.Replica.Valid() }

// String returns the text form, such as "K3F9Q2ABCDEF:12".
func (d Dot) String() string { return string(d.Replica) + ":" + strconv.FormatUint(d.N, 10) }

// MarshalText returns the text form.
func (d Dot) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the text form; errors as ParseDot.
func (d *Dot) UnmarshalText(text []byte) error {
	parsed, err := ParseDot(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}

// compareDots orders by replica, then counter.
func compareDots(a, b Dot) int {
	return cmp.Or(cmp.Compare(a.Replica, b.Replica), cmp.Compare(a.N, b.N))
}

// Context is a version vector: for each replica the highest counter that has
// been seen. The nil Context has seen nothing.
type Context map[Replica]uint64

// Covers reports whether the write d has been seen.
func (c Context) Covers(d Dot) bool { return d.N <= c[d.Replica] }

// Join returns the pointwise maximum; neither argument changes.
func (c Context) Join(other Context) Context {
	joined := c.Clone()
	joined.take(other)
	return joined
}

// Clone returns a copy, never nil.
func (c Context) Clone() Context {
	if c == nil {
		return Context{}
	}
	return maps.Clone(c)
}

// Equal reports whether both have seen the same.
func (c Context) Equal(other Context) bool { return maps.Equal(c, other) }

// take joins other into c itself, which the caller must own.
func (c Context) take(other Context) {
	for replica, n := range other {
		c.see(Dot{replica, n})
	}
}

// takeField joins what has been seen of a field into c itself, which the caller
// must own.
func (c Context) takeField(f Field) {
	c.take(f.Context)
	for _, v := range f.Values {
		c.see(v.Dot)
	}
}

// see joins one dot into c itself, which the caller must own.
func (c Context) see(d Dot) {
	if d.N > c[d.Replica] {
		c[d.Replica] = d.N
	}
}

// Stamp says of a write which one it is, when it was made, and by whom.
type Stamp struct {
	Dot    Dot
	Clock  Clock
	Author string
}

// compareStamps orders by clock, replica, counter, and for two writes of one
// dot by author.
func compareStamps(a, b Stamp) int {
	if a == b {
		return 0
	}
	return cmp.Or(
		cmp.Compare(a.Clock, b.Clock),
		compareDots(a.Dot, b.Dot),
		cmp.Compare(a.Author, b.Author),
	)
}
