package dossier

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/vietnamese"
)

// EarlierFolder is the folder within that of a dossier in which earlier ones lie.
const EarlierFolder = "Bản cũ"

// setAside moves the files of an earlier dossier from a folder into one of their
// own within it, named by when it was written, and gives that folder; "" where
// there is none. So papers that there are no more do not lie among those of
// today, and what somebody has written into a Word file since is not lost. Files
// with names that no dossier gives stay where they are. Nothing is deleted.
func setAside(dir string, s papers.Subject) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", fault.New("fault.file_unwritable", "File", dir, err)
	}
	words := fileWords(s)
	var names []string
	var written time.Time
	for _, e := range entries {
		if !e.Type().IsRegular() || !named(e.Name(), words) {
			continue
		}
		names = append(names, e.Name())
		if info, err := e.Info(); err == nil && info.ModTime().After(written) {
			written = info.ModTime()
		}
	}
	if len(names) == 0 {
		return "", nil
	}
	into, err := freshFolder(filepath.Join(dir, EarlierFolder), written.Local().Format("2006-01-02 15.04"))
	if err != nil {
		return "", err
	}
	for _, name := range names {
		if err := os.Rename(filepath.Join(dir, name), filepath.Join(into, name)); err != nil {
			return "", fault.New("fault.file_unwritable", "File", name, err)
		}
	}
	return into, nil
}

// freshFolder makes a folder that was not there, with a number behind its name
// where it was.
func freshFolder(above, name string) (string, error) {
	if err := os.MkdirAll(above, 0o755); err != nil {
		return "", fault.New("fault.file_unwritable", "File", above, err)
	}
	for n := 1; ; n++ {
		path := filepath.Join(above, name)
		if n > 1 {
			path += fmt.Sprintf(" (%d)", n)
		}
		err := os.Mkdir(path, 0o755)
		if err == nil {
			return path, nil
		}
		if !os.IsExist(err) {
			return "", fault.New("fault.file_unwritable", "File", path, err)
		}
	}
}

// fileWords are the words by which the names of a dossier's files go on behind
// their number.
func fileWords(s papers.Subject) []string {
	words := []string{wholeWord}
	for _, entry := range s.Catalogue.Papers.All() {
		words = append(words, vietnamese.FileWord(entry.Vi))
	}
	return words
}

// wholeWord stands in the name of the file of all papers.
const wholeWord = "HoSo"

// named says whether a dossier gives a name: two figures, a paper, ".pdf" or
// ".docx", as "05_ChuongTrinh_ChoKhach.docx".
func named(name string, words []string) bool {
	extension := filepath.Ext(name)
	if extension != ".pdf" && extension != ".docx" {
		return false
	}
	number, rest, ok := strings.Cut(strings.TrimSuffix(name, extension), "_")
	if !ok || len(number) != 2 || strings.Trim(number, "0123456789") != "" {
		return false
	}
	return slices.ContainsFunc(words, func(w string) bool { return rest == w || strings.HasPrefix(rest, w+"_") })
}
