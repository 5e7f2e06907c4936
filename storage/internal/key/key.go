// Package key says what may be a key of a store, for all implementations
// alike. It must not know what the keys mean.
package key

import (
	"strconv"
	"strings"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

// Max is the longest key in bytes: a key has to fit many times into one
// transaction of the database.
const Max = 4096

// Internal is the first byte of the keys that a store keeps for itself.
const Internal = "\x00"

// Check refuses a transaction of which a key is empty, longer than Max, or
// begins with Internal, with the fault fault.bad_key.
func Check(ops []desk.Op) error {
	for _, op := range ops {
		if op.Key == "" || len(op.Key) > Max || strings.HasPrefix(op.Key, Internal) {
			shown := strconv.QuoteToASCII(op.Key[:min(len(op.Key), 60)])
			return fault.New("fault.bad_key", "Key", shown)
		}
	}
	return nil
}
