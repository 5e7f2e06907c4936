package seal

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"filippo.io/age"

	"nhipcau/app/fault"
	"nhipcau/app/files"
)

// fileFormat names the form of a key file.
const fileFormat = "nhipcau-keys/1"

// keyFile is what a key file holds. It is small and plain, so that an office
// can put a copy of it into its safe.
type keyFile struct {
	Format string `json:"format"`
	Sign   string `json:"sign"` // seed of the ed25519 key (RFC 8032), base64
	Open   string `json:"open"` // AGE-SECRET-KEY-1…
}

// Load reads the keys of an office from a folder, or makes them when they are
// first asked for. Each office has a file of its own, so that a data folder that
// was copied to another computer finds none there, and signs as the other
// computer that it is.
//
// The file can be read by its owner alone, as far as the system knows owners.
// One that is there and can't be read is never replaced: a new key makes every
// partner ask. Faults: fault.keys_unreadable, fault.keys_unwritable.
func Load(folder, office string) (*Keys, error) {
	path := filepath.Join(folder, office+".json")
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return create(path)
	}
	if err != nil {
		return nil, fault.New("fault.keys_unreadable", "File", path, err)
	}
	keys, err := parse(raw)
	if err != nil {
		return nil, fault.New("fault.keys_unreadable", "File", path, err)
	}
	return keys, nil
}

func create(path string) (*Keys, error) {
	keys, err := Generate()
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o700)
	}
	if err == nil {
		err = files.WritePrivate(path, func(w io.Writer) error {
			_, err := w.Write(keys.bytes())
			return err
		})
	}
	if err != nil {
		return nil, fault.New("fault.keys_unwritable", "File", path, err)
	}
	return keys, nil
}

func (k *Keys) bytes() []byte {
	raw, err := json.MarshalIndent(keyFile{
		fileFormat, base64.StdEncoding.EncodeToString(k.sign.Seed()), k.open.String(),
	}, "", " ")
	if err != nil {
		panic("seal: strings always marshal")
	}
	return append(raw, '\n')
}

func parse(raw []byte) (*Keys, error) {
	var f keyFile
	if err := json.Unmarshal(raw, &f); err != nil {
		return nil, err
	}
	if f.Format != fileFormat {
		return nil, fmt.Errorf("format %q", f.Format)
	}
	seed, err := base64.StdEncoding.DecodeString(f.Sign)
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, errors.New("no seed of a signing key")
	}
	identity, err := age.ParseX25519Identity(f.Open)
	if err != nil {
		return nil, err
	}
	return &Keys{ed25519.NewKeyFromSeed(seed), identity}, nil
}
