package seal

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// groups is how many groups of five digits a fingerprint has.
const groups = 5

// Fingerprint is a public key in a form that two people can compare over the
// telephone: five groups of five digits, "12345 67890 …". Digits are read out
// alike everywhere, other than letters and their marks.
//
// It is the SHA-256 of the key's text, of which each group takes five bytes
// modulo 100,000: 83 bits in all, so that nobody can make another key for a
// given fingerprint. A text that is no key has none.
func Fingerprint(key string) string {
	if !ValidKey(key) {
		return ""
	}
	sum := sha256.Sum256([]byte(key))
	out := make([]string, groups)
	for i := range out {
		var wide [8]byte
		copy(wide[3:], sum[5*i:5*i+5])
		out[i] = fmt.Sprintf("%05d", binary.BigEndian.Uint64(wide[:])%100_000)
	}
	return strings.Join(out, " ")
}
