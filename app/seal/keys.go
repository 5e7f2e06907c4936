package seal

import (
	"crypto/ed25519"
	"encoding/base64"
	"strings"

	"filippo.io/age"
)

// KeyPrefix begins the text of a public signing key and names its algorithm;
// RecipientPrefix begins a public key to which can be sealed.
const (
	KeyPrefix       = "ed25519:"
	RecipientPrefix = "age1"
)

// Keys are the secret keys of one installation.
type Keys struct {
	sign ed25519.PrivateKey
	open *age.X25519Identity
}

// Generate makes new keys.
func Generate() (*Keys, error) {
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		return nil, err
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, err
	}
	return &Keys{private, identity}, nil
}

// Key is the public signing key as text: "ed25519:" and base64.
func (k *Keys) Key() string {
	return KeyPrefix + base64.StdEncoding.EncodeToString(k.sign.Public().(ed25519.PublicKey))
}

// Recipient is the public key to which others seal for us, as "age1…".
func (k *Keys) Recipient() string { return k.open.Recipient().String() }

// Sign signs a message and gives the signature in base64.
func (k *Keys) Sign(message []byte) string {
	return base64.StdEncoding.EncodeToString(ed25519.Sign(k.sign, message))
}

// Verify says whether a signature of the message was made by the holder of the
// key. Texts that are no key or no signature are never right; base64 is read
// strictly, so that one key has one spelling.
func Verify(key, sig string, message []byte) bool {
	public, ok := publicKey(key)
	if !ok {
		return false
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(sig)
	return err == nil && len(raw) == ed25519.SignatureSize && ed25519.Verify(public, message, raw)
}

// ValidKey says whether a text is a public signing key.
func ValidKey(key string) bool {
	_, ok := publicKey(key)
	return ok
}

func publicKey(key string) (ed25519.PublicKey, bool) {
	text, ok := strings.CutPrefix(key, KeyPrefix)
	if !ok || len(text) != base64.StdEncoding.EncodedLen(ed25519.PublicKeySize) {
		return nil, false
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(text)
	return raw, err == nil && len(raw) == ed25519.PublicKeySize
}

// ValidRecipient says whether a text is a public key to which can be sealed.
func ValidRecipient(text string) bool {
	_, err := age.ParseX25519Recipient(text)
	return err == nil
}
