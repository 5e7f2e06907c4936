package seal

import (
	"compress/gzip"
	"io"
	"strings"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"nhipcau/app/fault"
)

// workFactor is the cost of trying one passphrase, as a power of two of scrypt
// (RFC 7914): 18 takes about a second and 256 MB, as the program age does.
// mostWork bounds what a file may ask of us; each step doubles both.
const (
	workFactor = 18
	mostWork   = 19
)

// LeastPassphrase is how many characters a passphrase needs on writing.
const LeastPassphrase = 8

// Lock is for whom something is sealed: whoever knows the passphrase, or else
// the holder of any of the keys. The zero value leaves it open.
type Lock struct {
	Passphrase string
	Recipients []string // "age1…"
}

// Kind says how the lock seals.
func (l Lock) Kind() Kind {
	switch {
	case l.Passphrase != "":
		return WithPassphrase
	case len(l.Recipients) > 0:
		return WithKey
	}
	return Plain
}

// Check refuses a lock that would not hold, or that nobody could open: faults
// fault.passphrase_short, fault.recipient_bad.
func (l Lock) Check() error {
	_, err := l.recipients(workFactor)
	return err
}

func (l Lock) recipients(work int) ([]age.Recipient, error) {
	if l.Kind() == WithKey {
		var out []age.Recipient
		for _, text := range l.Recipients {
			r, err := age.ParseX25519Recipient(text)
			if err != nil {
				return nil, fault.New("fault.recipient_bad", err)
			}
			out = append(out, r)
		}
		return out, nil
	}
	passphrase := norm.NFC.String(l.Passphrase)
	if len([]rune(passphrase)) < LeastPassphrase {
		return nil, fault.New("fault.passphrase_short", "Least", LeastPassphrase)
	}
	r, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fault.New("fault.internal", err)
	}
	r.SetWorkFactor(work)
	return []age.Recipient{r}, nil
}

// Seal compresses what write gives and seals it: gzip, then age. Passphrases are
// taken in Unicode's form C, which is what keyboards type.
func Seal(to io.Writer, lock Lock, write func(io.Writer) error) error {
	return seal(to, lock, workFactor, write)
}

func seal(to io.Writer, lock Lock, work int, write func(io.Writer) error) error {
	recipients, err := lock.recipients(work)
	if err != nil {
		return err
	}
	sealed, err := age.Encrypt(to, recipients...)
	if err != nil {
		return err
	}
	packed := gzip.NewWriter(sealed)
	if err := write(packed); err != nil {
		return err
	}
	if err := packed.Close(); err != nil {
		return err
	}
	return sealed.Close()
}

// Passphrase reads a passphrase as it stands in a file: the first line, without
// its end.
func Passphrase(text string) string {
	text = strings.TrimPrefix(text, "\uFEFF")
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r")
}
