package seal

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"filippo.io/age/armor"
)

// Kind says how something is sealed.
type Kind string

// The kinds of sealing that are told apart.
const (
	Plain          Kind = ""           // not sealed at all
	WithPassphrase Kind = "passphrase" // opens with a passphrase
	WithKey        Kind = "key"        // opens with a secret key
)

const (
	magic   = "age-encryption.org/v1"
	armored = "-----BEGIN AGE ENCRYPTED FILE-----"
	// PeekBytes is how many bytes KindOf wants to see of a file.
	PeekBytes = 4 << 10
)

// KindOf tells from the beginning of a file how it is sealed. It is a guess for
// asking the right question; only opening proves anything.
func KindOf(head []byte) Kind {
	kind, _ := look(head)
	return kind
}

// look reads the first stanza of an age header; work is the exponent of scrypt,
// 0 where there is none that can be read.
func look(head []byte) (kind Kind, work int) {
	shelled := isArmored(head)
	if shelled {
		// What is inside begins whole, as far as the head reaches.
		head, _ = io.ReadAll(armor.NewReader(bytes.NewReader(head)))
	}
	line, rest, _ := bytes.Cut(head, []byte("\n"))
	switch {
	case string(line) == magic:
	case shelled:
		return WithKey, 0 // damaged, and sealed all the same
	default:
		return Plain, 0
	}
	line, _, _ = bytes.Cut(rest, []byte("\n"))
	parts := strings.Fields(string(line))
	if len(parts) < 2 || parts[0] != "->" || parts[1] != "scrypt" {
		return WithKey, 0
	}
	if len(parts) == 4 {
		work, _ = strconv.Atoi(parts[3])
	}
	return WithPassphrase, max(work, 0)
}

func isArmored(head []byte) bool { return bytes.HasPrefix(head, []byte(armored)) }
