package seal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// Mark is a text by which the holder of the keys knows a secret again, and from
// which nobody else can guess it: HMAC (RFC 2104) with the seed of the signing
// key. It may lie beside the data, where the secret may not.
func (k *Keys) Mark(secret string) string {
	mac := hmac.New(sha256.New, k.sign.Seed())
	_, _ = mac.Write([]byte("nhipcau-mark/1 " + secret)) // never fails (hash.Hash)
	return hex.EncodeToString(mac.Sum(nil)[:16])
}
