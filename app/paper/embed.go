package paper

import (
	"bytes"
	"iter"
	"strings"
	"sync"

	"codeberg.org/go-pdf/fpdf"
)

// common reports whether a character goes into the smaller file: Latin with all its marks, and the signs of papers.
func common(r rune) bool {
	return r < 0x250 || r >= 0x300 && r < 0x370 || r >= 0x1E00 && r < 0x1F00 || r >= 0x2010 && r < 0x2040 || strings.ContainsRune(needed, r)
}

// allCommon lists the characters of the smaller file.
func allCommon() string {
	var b strings.Builder
	for r := rune(' '); r < 0x2600; r++ {
		if common(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// ForMany returns the same typeface for whoever makes many PDFs. The pen reads a font file anew for every PDF, and for a short paper that
// takes longer than all else; it is therefore given a file of the common characters alone, which is made once, where a paper has no
// others. The PDFs differ in nothing but the internal names of their fonts. A single PDF would not be made faster.
func (f *Fonts) ForMany() *Fonts {
	return &Fonts{name: f.name, faces: f.faces, cuts: new([4]cut)}
}

// cut is a font file with the common characters alone, made when it is first asked for.
type cut struct {
	once sync.Once
	data []byte
}

// file returns a font file that the pen may change, with all characters where rare ones are wanted.
func (f *Fonts) file(style Style, rare bool) []byte {
	data := f.faces[style].data
	if f.cuts != nil && !rare {
		c := &f.cuts[style]
		c.once.Do(func() { c.data = fpdf.UTF8CutFont(bytes.Clone(data), allCommon()) })
		data = c.data
	}
	return bytes.Clone(data)
}

// styles goes through the styles that the pages use, in their order, and whether a character of that style is not among the common ones.
func (p *Pages) styles() iter.Seq2[Style, bool] {
	var used, rare [4]bool
	for _, page := range p.List {
		for _, op := range page.Ops {
			if t, ok := op.(Text); ok {
				used[t.Style] = true
				rare[t.Style] = rare[t.Style] || strings.ContainsFunc(t.String, func(r rune) bool { return !common(r) })
			}
		}
	}
	return func(yield func(Style, bool) bool) {
		for style := range Style(len(used)) {
			if used[style] && !yield(style, rare[style]) {
				return
			}
		}
	}
}
