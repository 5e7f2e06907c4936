package command

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/files"
)

// editable are the ends of files in which people go on writing by hand, so that
// an old one may hold what is nowhere else.
var editable = []string{".docx", ".xlsx", ".csv"}

// older is what stands in the place of a file that is about to be written.
type older struct {
	path string
	kept string // where the old file stays, "" if it is replaced for good
	was  []string
}

// setAside looks whether a file is there already. One in which people may have
// written is kept beside it under a name of its own; the others can be made
// again.
func setAside(path string) (older, error) {
	o := older{path: path}
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	pages, _ := filepath.Glob(escapeGlob(stem) + "-[0-9]*" + filepath.Ext(path)) // a bad pattern has no pages
	for _, name := range append([]string{path}, pages...) {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			o.was = append(o.was, name)
		}
	}
	if !slices.Contains(o.was, path) || !slices.Contains(editable, strings.ToLower(filepath.Ext(path))) {
		return o, nil
	}
	kept, err := freeName(path)
	if err != nil {
		return o, err
	}
	if err := files.Rename(path, kept); err != nil {
		return o, fault.New("fault.file_unwritable", "File", path, err)
	}
	o.kept = kept
	return o, nil
}

// back puts the old file where it was, after the new one could not be written.
func (o older) back() {
	if o.kept == "" {
		return
	}
	if _, err := os.Stat(o.path); err != nil {
		_ = files.Rename(o.kept, o.path) // it stays under the other name
	}
}

// sayReplaced says which of the files that were written stood there before.
func (l *line) sayReplaced(o older, written ...string) {
	if o.kept != "" {
		l.note("cli.file_kept", "File", o.path, "Kept", o.kept)
		return
	}
	for _, file := range written {
		if slices.Contains(o.was, file) {
			l.note("cli.file_replaced", "File", file)
		}
	}
}

// freeName is FILE.bak, or FILE.2.bak and so on where that is taken.
func freeName(path string) (string, error) {
	const most = 1000
	name := path + ".bak"
	for n := 2; n < most; n++ {
		if _, err := os.Lstat(name); os.IsNotExist(err) {
			return name, nil
		}
		name = fmt.Sprintf("%s.%d.bak", path, n)
	}
	return "", fault.New("fault.file_unwritable", "File", name)
}

// escapeGlob takes the meaning off the signs of a pattern.
func escapeGlob(path string) string {
	return strings.NewReplacer(`*`, `[*]`, `?`, `[?]`, `[`, `[[]`).Replace(path)
}

// mustBeFolder refuses a path at which something else than a folder stands.
func mustBeFolder(path string) error {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return fault.New("fault.not_a_folder", "File", path)
	}
	return nil
}
