package folder

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/app/seal"
)

// Passphrases keeps the passphrase of the exchange folder of each office, in files
// that their owner alone may read, in the folder of the secret keys: neither the
// data folder nor a backup holds it. The zero value keeps none.
type Passphrases struct {
	// Folder is where the secret keys lie.
	Folder string
}

func (p Passphrases) path(office string) string {
	return filepath.Join(p.Folder, office+".exchange-folder")
}

// Of is the passphrase of an office, "" if it has none. Fault:
// fault.folder_passphrase_unreadable.
func (p Passphrases) Of(office string) (string, error) {
	if p.Folder == "" {
		return "", nil
	}
	raw, err := os.ReadFile(p.path(office))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	case err != nil:
		return "", fault.New("fault.folder_passphrase_unreadable", "File", p.path(office), err)
	}
	return seal.Passphrase(string(raw)), nil
}

// Keep keeps the passphrase of an office, or forgets it where it is empty. Faults:
// fault.passphrase_short, and fault.folder_passphrase_unwritable.
func (p Passphrases) Keep(office, passphrase string) error {
	path := p.path(office)
	if passphrase != "" {
		if err := (seal.Lock{Passphrase: passphrase}).Check(); err != nil {
			return err
		}
	}
	if err := p.put(path, passphrase); err != nil {
		return fault.New("fault.folder_passphrase_unwritable", "File", path, err)
	}
	return nil
}

func (p Passphrases) put(path, passphrase string) error {
	if p.Folder == "" {
		return fs.ErrInvalid
	}
	if passphrase == "" {
		if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(p.Folder, 0o700); err != nil {
		return err
	}
	return files.WritePrivate(path, func(w io.Writer) error {
		_, err := io.WriteString(w, passphrase+"\n")
		return err
	})
}
