package seal

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"filippo.io/age"
	"filippo.io/age/armor"
	"golang.org/x/text/unicode/norm"

	"nhipcau/app/fault"
)

// mostHead bounds the head of a sealed file: each of its stanzas costs work to
// try, and honest files have one or a few.
const mostHead = 64 << 10

// Secrets are what can open something that is sealed. Either may be absent.
type Secrets struct {
	Passphrase string
	Keys       *Keys
}

// Open gives what lies inside of something sealed, and leaves what is not
// sealed as it is. What is inside is to be read to its end, for only there is
// it proven to be whole; whoever reads it has to count the bytes, since few of
// them can unpack to many.
//
// Faults, of Open and of reading: fault.seal_passphrase_needed and
// fault.seal_passphrase_wrong; fault.seal_not_for_us; fault.seal_damaged, for
// what was cut off or changed; fault.seal_too_costly, for what would keep us
// busy or take all memory.
func Open(from io.Reader, secrets Secrets) (io.Reader, error) {
	source := &source{from: from}
	in := bufio.NewReaderSize(source, mostHead)
	head, _ := in.Peek(PeekBytes) // a short file, or an error that comes again on reading
	if KindOf(head) == Plain {
		return in, nil
	}
	if isArmored(head) {
		in = bufio.NewReaderSize(armor.NewReader(in), mostHead)
	}
	identities, err := secrets.fitting(in)
	if err != nil {
		return nil, source.judge(err)
	}
	inside, err := age.Decrypt(in, identities...)
	if err != nil {
		return nil, source.judge(refusal(err, secrets))
	}
	return &unpacked{source: source, sealed: bufio.NewReader(inside)}, nil
}

// fitting looks at the head and gives the identities that may open it.
func (s Secrets) fitting(in *bufio.Reader) ([]age.Identity, error) {
	head, _ := in.Peek(mostHead) // mostly the whole file is shorter
	if !bytes.HasPrefix(head, []byte(magic+"\n")) || !bytes.Contains(head, []byte("\n--- ")) {
		return nil, fault.New("fault.seal_damaged")
	}
	kind, work := look(head)
	switch {
	case work > mostWork:
		return nil, fault.New("fault.seal_too_costly")
	case kind == WithPassphrase && s.Passphrase == "":
		return nil, fault.New("fault.seal_passphrase_needed")
	case kind == WithPassphrase:
		return passphrases(s.Passphrase)
	case s.Keys == nil:
		return nil, fault.New("fault.seal_not_for_us")
	}
	return []age.Identity{s.Keys.open}, nil
}

// passphrases tries what was typed in Unicode's form C and, where that differs,
// as it is: other programs seal with the bytes that they are given.
func passphrases(text string) ([]age.Identity, error) {
	var out []age.Identity
	composed := norm.NFC.String(text)
	for _, one := range []string{composed, text} {
		if len(out) == 1 && text == composed {
			break
		}
		id, err := age.NewScryptIdentity(one)
		if err != nil {
			return nil, fault.New("fault.seal_passphrase_needed", err)
		}
		id.SetMaxWorkFactor(mostWork)
		out = append(out, id)
	}
	return out, nil
}

// refusal names why age did not open something.
func refusal(err error, secrets Secrets) error {
	var none *age.NoIdentityMatchError
	switch {
	case !errors.As(err, &none):
		return fault.New("fault.seal_damaged", err)
	case secrets.Passphrase != "" && len(none.StanzaTypes) == 1 && none.StanzaTypes[0] == "scrypt":
		return fault.New("fault.seal_passphrase_wrong", err)
	default:
		return fault.New("fault.seal_not_for_us", err)
	}
}

// source remembers an error of the file itself, which is no damage of the seal.
type source struct {
	from io.Reader
	err  error
}

// Read implements io.Reader.
func (s *source) Read(into []byte) (int, error) {
	n, err := s.from.Read(into)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

func (s *source) judge(err error) error {
	if s.err != nil {
		return s.err
	}
	return err
}

// unpacked reads the inside, compressed or not.
type unpacked struct {
	source *source
	sealed *bufio.Reader
	plain  io.Reader
}

// Read implements io.Reader.
func (u *unpacked) Read(into []byte) (int, error) {
	if u.plain == nil {
		if err := u.begin(); err != nil {
			return 0, u.source.judge(err)
		}
	}
	n, err := u.plain.Read(into)
	if err != nil && err != io.EOF {
		err = u.source.judge(fault.New("fault.seal_damaged", err))
	}
	return n, err
}

func (u *unpacked) begin() error {
	u.plain = u.sealed
	if head, err := u.sealed.Peek(2); err != nil || head[0] != 0x1f || head[1] != 0x8b { // RFC 1952
		return nil
	}
	packed, err := gzip.NewReader(u.sealed)
	if err != nil {
		return fault.New("fault.seal_damaged", err)
	}
	u.plain = packed
	return nil
}
