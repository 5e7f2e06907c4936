package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/storage"
)

// attachMode is the writer that attaches a file before each change, as the desk
// does: once the change is there, its file has to be there.
const attachMode = "attach"

// attached gives the content of the file of change n: up to 600 KB that no other
// change has.
func (h history) attached(n uint64) []byte {
	r := rand.New(rand.NewPCG(h.seed, n^attachSalt))
	out := make([]byte, 1+r.IntN(600<<10))
	for i := range out {
		out[i] = byte(r.Uint32())
	}
	return out
}

// attachSalt keeps the files apart from the values of the same change.
const attachSalt = 0xa77ac4ed

func (h history) attach(s *storage.Store, n uint64) error {
	_, _, err := s.Attach(bytes.NewReader(h.attached(n)))
	return err
}

// lookAtFiles says whether the file of each change that is there can be read, and
// that nothing lies beside them but whole files: half of one is never listed, and
// what was on its way is gone once the folder was opened. It is empty if all is
// well.
func (h history) lookAtFiles(dir string, changes uint64) (detail string) {
	for n := uint64(1); n <= changes; n++ {
		sum := sha256.Sum256(h.attached(n))
		if _, err := storage.AttachedFile(dir, hex.EncodeToString(sum[:])); err != nil {
			return fmt.Sprintf("the file of change %d: %s", n, fault.KeyOf(err))
		}
	}
	entries, err := os.ReadDir(filepath.Join(dir, "attachments"))
	if err != nil && changes > 0 {
		return err.Error()
	}
	for _, e := range entries {
		if _, err := storage.AttachedFile(dir, e.Name()); err != nil {
			name, _, _ := strings.Cut(e.Name(), ".tmp")
			return fmt.Sprintf("%s is no whole file", name)
		}
	}
	return ""
}
