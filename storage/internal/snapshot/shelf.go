package snapshot

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// extension ends the name of a snapshot; before it stands the number of its
// last change in 16 hexadecimal digits.
const extension = ".snap"

// File is a snapshot by its name, not yet verified.
type File struct {
	Path string
	Seq  uint64
}

// PathOf is where the snapshot after a change lies in a folder.
func PathOf(dir string, seq uint64) string {
	return filepath.Join(dir, fmt.Sprintf("%016x%s", seq, extension))
}

// List gives the snapshots in a folder, which need not be there, newest first.
func List(dir string) ([]File, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []File
	for _, e := range entries {
		digits, ok := strings.CutSuffix(e.Name(), extension)
		seq, err := strconv.ParseUint(digits, 16, 64)
		if ok && err == nil && len(digits) == 16 && !e.IsDir() {
			out = append(out, File{Path: filepath.Join(dir, e.Name()), Seq: seq})
		}
	}
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(b.Path, a.Path) })
	return out, nil
}
