package paper

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Replacement stands for every character that the typeface lacks. PDF readers and the fonts of office papers know no emoji, and a mark
// that can be seen is better than a word that is gone.
const Replacement = '□'

// The boxes of check lists are in no serif typeface; they are drawn.
const (
	boxEmpty   = '☐'
	boxChecked = '☑'
	checkMark  = '✓'
)

func isDrawn(r rune) bool { return r == boxEmpty || r == boxChecked || r == checkMark }

// cleaner makes text fit for the typeface and remembers what it had to replace.
type cleaner struct {
	fonts    *Fonts
	keep     bool // leave what the typeface lacks, for files that others set, and replace only what is no character of a text
	replaced map[rune]bool
}

func newCleaner(fonts *Fonts) *cleaner { return &cleaner{fonts: fonts, replaced: map[rune]bool{}} }

// clean returns text in NFC, with one kind of line end and one kind of space, and with Replacement for what cannot be drawn. Bytes that
// are no UTF-8 count as U+FFFD.
func (c *cleaner) clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(c.mapped, norm.NFC.String(text))
}

// sameAs lists characters that are set like a commoner one: the line ends of other systems, and the spaces and hyphens that
// do not break.
var sameAs = map[rune]rune{
	'\r': '\n', '\v': '\n', '\f': '\n', '\u2028': '\n', '\u2029': '\n',
	'\t': ' ', '\u202F': '\u00A0', '\u2010': '-', '\u2011': '-',
}

// plainLetter reports whether a character is a letter, figure or sign of Latin, which most characters of papers are: none of the questions
// below has to be asked of it.
func plainLetter(r rune) bool {
	return r > ' ' && r < 0x7F || r >= 0xC0 && r < 0x250 || r >= 0x1E00 && r < 0x1F00
}

func (c *cleaner) mapped(r rune) rune {
	if plainLetter(r) && (c.keep || c.fonts.Has(r)) {
		return r
	}
	if same, ok := sameAs[r]; ok {
		return same
	}
	switch {
	case r == '\n' || r == '\u00A0' || isDrawn(r):
		return r
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector):
		return -1 // steers what is beside it and has no look of its own
	case (c.keep || c.fonts.Has(r)) && !unicode.IsControl(r) && r != 0xFFFE && r != 0xFFFF:
		return r
	}
	c.replaced[r] = true
	return Replacement
}

// line is clean without line ends, for titles.
func (c *cleaner) line(text string) string {
	return strings.Join(strings.Fields(c.clean(text)), " ")
}

func (c *cleaner) list() []rune {
	list := make([]rune, 0, len(c.replaced))
	for r := range c.replaced {
		list = append(list, r)
	}
	slices.Sort(list)
	return list
}
