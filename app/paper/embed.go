package paper

import (
	"bytes"
	"maps"
	"slices"

	"codeberg.org/go-pdf/fpdf"
)

// Prepare makes ready to write many PDFs, those of some pages and those joined of them. The pen reads a font file anew for every PDF,
// which for a short paper takes longer than all else; it is therefore given files of the characters that stand on these pages alone. Only
// the internal names of fonts come out otherwise than without. All pages must have been laid out with the same fonts, else ErrMisplaced
// is returned. A single PDF is not made faster by it.
func Prepare(list ...*Pages) error {
	if len(list) == 0 {
		return nil
	}
	whole := list[0].fonts
	var used [4]map[rune]bool
	for _, p := range list {
		if p.fonts != whole {
			return ErrMisplaced
		}
		p.characters(&used)
	}
	prepared := &Fonts{name: whole.name, faces: whole.faces}
	for style, runes := range used {
		if len(runes) > 0 {
			sorted := slices.Sorted(maps.Keys(runes))
			prepared.files[style] = fpdf.UTF8CutFont(bytes.Clone(whole.faces[style].data), string(sorted))
		}
	}
	for _, p := range list {
		p.fonts = prepared
	}
	return nil
}

// characters adds the characters that the pages show in each style. A style that none uses is left nil.
func (p *Pages) characters(used *[4]map[rune]bool) {
	for _, page := range p.List {
		for _, op := range page.Ops {
			t, ok := op.(Text)
			if !ok {
				continue
			}
			if used[t.Style] == nil {
				used[t.Style] = map[rune]bool{}
			}
			for _, r := range t.String {
				used[t.Style][r] = true
			}
		}
	}
}

// file returns the font file of a style for the pen, which may change it.
func (f *Fonts) file(style Style) []byte {
	if cut := f.files[style]; cut != nil {
		return bytes.Clone(cut)
	}
	return bytes.Clone(f.faces[style].data)
}
