package paper

import (
	"errors"
	"regexp"
	"slices"
	"testing"
)

var fontName = regexp.MustCompile(`/F[0-9a-f]{40} `)

// drawnStreams are the streams of the PDF of pages, whatever its fonts are called inside.
func drawnStreams(t *testing.T, pages *Pages) []string {
	t.Helper()
	list := streams(t, writePDF(t, pages))
	for i, s := range list {
		list[i] = fontName.ReplaceAllString(s, "/F ")
	}
	return list
}

// TestPreparedPDFsAreTheSame: font files of fewer characters change nothing that is drawn or embedded.
func TestPreparedPDFsAreTheSame(t *testing.T) {
	fonts := loadFonts(t)
	var list []*Pages
	var want [][]string
	for _, words := range []string{"", letters(), needed, "Ƀuôn Ama Thuôt, čư\u0306, ĕ, ŏ, ƀ, ñ — Giàng A Pháo", "Ω"} {
		doc := sample(t)
		if words != "" {
			doc.Blocks = []Block{text(words), Paragraph{Runs: []Run{{Text: words, Bold: true}, {Text: words, Italic: true}}}}
		}
		pages, err := Layout(doc, fonts)
		if err != nil {
			t.Fatal(err)
		}
		list, want = append(list, pages), append(want, drawnStreams(t, pages))
	}
	if err := Prepare(list...); err != nil {
		t.Fatal(err)
	}
	if cut, whole := len(list[0].fonts.file(Regular)), len(fonts.file(Regular)); cut > whole/2 {
		t.Errorf("%d bytes of %d", cut, whole)
	}
	for i, pages := range list {
		if got := drawnStreams(t, pages); len(got) < 5 || !slices.Equal(got, want[i]) {
			t.Errorf("%d: another file", i)
		}
	}
	if _, err := Join("", "", Part{Pages: list[0]}, Part{Pages: list[1]}); err != nil {
		t.Error(err)
	}
}

func TestPrepareWantsOneTypeface(t *testing.T) {
	if err := Prepare(lay(t, text("a")), lay(t, text("b"))); !errors.Is(err, ErrMisplaced) {
		t.Error(err)
	}
	if err := Prepare(); err != nil {
		t.Error(err)
	}
}
