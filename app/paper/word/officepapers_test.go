//go:build office

package word_test

import (
	"os"
	"path/filepath"
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/paper/word"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
)

// otherwise are the papers whose Word file LibreOffice sets otherwise, which is to be mended; the rest must not join them.
var otherwise = map[string]string{
	"evaluation-sample":          "boxes are letters in Word and drawn on paper",
	"evaluation-hard":            "boxes are letters in Word and drawn on paper",
	"minutes-hard":               "a line more on a page",
	"plan-hard":                  "a line more on a page",
	"sign_in-hard":               "rows begin some points lower",
	"running_order-sample":       "lines at the top of page 2 begin some points higher",
	"running_order-hard":         "lines at the top of page 2 begin some points higher",
	"seating_plan-vehicles-hard": "text in the drawing",
	"attendee_list-travel-hard":  "a long post breaks elsewhere",
}

// TestOfficePapers does with every paper of the easy and the hard visit what
// TestOffice does with single documents.
func TestOfficePapers(t *testing.T) {
	dir := os.Getenv("NHIPCAU_TRIAL")
	if dir == "" {
		dir = t.TempDir()
	}
	family := loadFonts(t)
	docs := map[string]paper.Document{}
	var files []string
	for _, v := range paperstest.Visits(t) {
		for _, ask := range paperstest.Requests(v) {
			if kind, _ := papers.KindNamed(ask.Kind); kind.NoWord {
				continue
			}
			name, doc := paperstest.Name(v, ask), v.Document(t, ask)
			base := filepath.Join(dir, name)
			create(t, base+".docx", func(w *os.File) error { return word.Write(w, doc, family, info) })
			pages := paperstest.Layout(t, doc)
			create(t, base+"-own.pdf", func(w *os.File) error { return paper.WritePDF(w, pages, info) })
			docs[name], files = doc, append(files, base+".docx")
		}
	}
	convert(t, dir, files)
	for name, doc := range docs {
		if why := otherwise[name]; why != "" {
			t.Logf("%s: not compared, %s", name, why)
			continue
		}
		t.Run(name, func(t *testing.T) {
			base := filepath.Join(dir, name)
			compare(t, words(t, base+"-own.pdf"), words(t, base+".pdf"), labels(doc))
		})
	}
}
