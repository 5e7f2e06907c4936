package paper

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nhipcau/assets/fonts"
)

// Style is one of the four styles of a typeface.
type Style uint8

// The styles; BoldItalic is Bold|Italic.
const (
	Regular    Style = 0
	Bold       Style = 1
	Italic     Style = 2
	BoldItalic Style = Bold | Italic
)

// String returns the style's name.
func (s Style) String() string {
	return [...]string{"regular", "bold", "italic", "bold-italic"}[s&BoldItalic]
}

// Fonts is a typeface in four styles, ready to be measured and drawn. It is safe for concurrent use.
type Fonts struct {
	name  string
	faces [4]*face
	files [4][]byte // what PDFs are made with instead of the faces' own files; see Prepare
}

// LoadFonts returns the typeface that comes with the program.
func LoadFonts() (*Fonts, error) { return NewFonts(fonts.Serif()) }

// NewFonts returns the typeface made of the four TrueType files of a family. It returns an error when one of them cannot be read.
func NewFonts(family fonts.Family) (*Fonts, error) {
	f := &Fonts{name: family.Name}
	for style, data := range [4][]byte{family.Regular, family.Bold, family.Italic, family.BoldItalic} {
		loaded, err := newFace(data)
		if err != nil {
			return nil, fmt.Errorf("font %s %s: %w", family.Name, Style(style), err)
		}
		f.faces[style] = loaded
	}
	return f, nil
}

// Name returns the name of the family.
func (f *Fonts) Name() string { return f.name }

// Has reports whether all four styles can draw a character.
func (f *Fonts) Has(r rune) bool {
	for _, face := range f.faces {
		if face.glyph(r).index == 0 {
			return false
		}
	}
	return true
}

// Width returns the length in millimetres of a text set in one style at a size in points.
func (f *Fonts) Width(text string, style Style, size float64) float64 {
	face, units := f.faces[style], 0
	for _, r := range text {
		units += face.glyph(r).advance
	}
	return float64(units) * face.scale(size)
}

// face is one font file. Advances are found once for each block of 256 characters and then read without a lock.
type face struct {
	data   []byte
	font   *sfnt.Font
	em     int // font units per em
	above  int // font units from the baseline to the top of a line
	below  int // font units from the baseline to the bottom of a line
	blocks [256]atomic.Pointer[[256]glyph]
	shapes sync.Map // sfnt.GlyphIndex → outline
}

type glyph struct {
	index   sfnt.GlyphIndex
	advance int // font units
}

var errNoGlyphs = errors.New("no glyphs")

func newFace(data []byte) (*face, error) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	f := &face{data: data, font: parsed, em: int(parsed.UnitsPerEm())}
	metrics, err := parsed.Metrics(nil, f.ppem(), font.HintingNone)
	if err != nil {
		return nil, err
	}
	if parsed.NumGlyphs() == 0 || f.em == 0 {
		return nil, errNoGlyphs
	}
	// The gap between lines goes above the text and not below it: the stacked marks of capitals (Ẩ, Ễ) are taller than the
	// font's ascent and would touch the line or the border above them.
	f.below = metrics.Descent.Round()
	f.above = max(metrics.Height, metrics.Ascent+metrics.Descent).Round() - f.below
	return f, nil
}

// ppem makes sfnt answer in font units.
func (f *face) ppem() fixed.Int26_6 { return fixed.I(f.em) }

// scale returns the millimetres per font unit at a size in points.
func (f *face) scale(size float64) float64 { return size * MillimetresPerPoint / float64(f.em) }

// glyph returns what draws a character; index 0 means nothing does.
func (f *face) glyph(r rune) glyph {
	if r < 0 || r > 0xFFFF {
		return glyph{}
	}
	block := f.blocks[r>>8].Load()
	if block == nil {
		block = f.measure(r &^ 0xFF)
		f.blocks[r>>8].Store(block)
	}
	return block[r&0xFF]
}

func (f *face) measure(first rune) *[256]glyph {
	var block [256]glyph
	var buffer sfnt.Buffer
	for i := range block {
		index, err := f.font.GlyphIndex(&buffer, first+rune(i))
		if err != nil || index == 0 {
			continue
		}
		advance, err := f.font.GlyphAdvance(&buffer, index, f.ppem(), font.HintingNone)
		if err != nil {
			continue
		}
		block[i] = glyph{index: index, advance: advance.Round()}
	}
	return &block
}
