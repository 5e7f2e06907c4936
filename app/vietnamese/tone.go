package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ToneKey returns the search key of s that keeps its diacritics but not the
// place of the tone mark ("k_tone" of domain notes §4.3): lower case, the tone
// taken out of each syllable and put behind it as a digit (1 huyền, 2 hỏi,
// 3 ngã, 4 sắc, 5 nặng). "hòa" and "hoà" are "hoa1", "quý" and "qúy" are
// "quy4". Signs and spaces are treated as by [Fold], so that the two keys have
// the same words.
func ToneKey(s string) string {
	if foldedPrefix(s) == len(s) {
		return s
	}
	w := toneWriter{out: make([]byte, 0, len(s)+len(s)/8)}
	for _, r := range s {
		entry, ok := toneEntry(r)
		if !ok {
			return toneKeySlowly(s)
		}
		w.write(entry.letter)
		w.mark(entry.tone)
	}
	return string(w.finish())
}

// toneKeySlowly is ToneKey for text with combining marks or other scripts.
func toneKeySlowly(s string) string {
	var w toneWriter
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if tone := toneDigit(r); tone != 0 {
			w.mark(tone)
			continue
		}
		w.write(tonePiece(r))
	}
	return norm.NFC.String(string(w.finish()))
}

// toneWriter builds a key; it holds the tones back until their syllable ends.
type toneWriter struct {
	out   []byte
	tones []byte
	space bool
}

// write appends a letter, a digit or a mark; removed and space as in foldRune.
func (w *toneWriter) write(r rune) {
	switch {
	case r == removed:
		return
	case r == ' ':
		w.endSyllable()
		w.space = true
		return
	case isNumeral(r):
		w.endSyllable()
	}
	w.out, w.space = appendLetter(w.out, r, w.space), false
}

// isNumeral is unicode.IsNumber with short cuts for the letters of the tables.
func isNumeral(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return isDigit(r)
	case r >= 'À' && r < latinEnd, r >= vietnameseStart && r < vietnameseEnd:
		return false
	}
	return unicode.IsNumber(r)
}

// mark notes a tone of the syllable being written; 0 is none.
func (w *toneWriter) mark(tone byte) {
	if tone != 0 {
		w.tones = append(w.tones, tone)
	}
}

func (w *toneWriter) endSyllable() {
	w.out = append(w.out, w.tones...)
	w.tones = w.tones[:0]
}

func (w *toneWriter) finish() []byte {
	w.endSyllable()
	return w.out
}

// toneLetter is what a character leaves in a key: a letter (or removed, or a
// space) and the digit of its tone, 0 for none.
type toneLetter struct {
	letter rune
	tone   byte
}

// toneTable holds the entry of each character of the two blocks of letters; an
// entry with letter several has none.
var toneTable = makeToneTable()

func makeToneTable() *[latinEnd + vietnameseEnd - vietnameseStart]toneLetter {
	var table [latinEnd + vietnameseEnd - vietnameseStart]toneLetter
	for i := range table {
		table[i] = makeToneLetter(tableRune(i))
	}
	return &table
}

// makeToneLetter takes the tone out of one character.
func makeToneLetter(r rune) toneLetter {
	var entry toneLetter
	var rest []rune
	for _, piece := range norm.NFD.String(string(r)) {
		switch tone := toneDigit(piece); {
		case tone == 0:
			rest = append(rest, tonePiece(piece))
		case entry.tone == 0:
			entry.tone = tone
		default:
			return toneLetter{letter: several}
		}
	}
	composed := norm.NFC.String(string(rest))
	if utf8.RuneCountInString(composed) != 1 {
		return toneLetter{letter: several}
	}
	entry.letter, _ = utf8.DecodeRuneInString(composed)
	return entry
}

// toneEntry returns the entry of r, and false if r needs the slow way.
func toneEntry(r rune) (toneLetter, bool) {
	switch {
	case r < latinEnd:
		return toneTable[r], toneTable[r].letter != several
	case r >= vietnameseStart && r < vietnameseEnd:
		entry := toneTable[r-vietnameseStart+latinEnd]
		return entry, entry.letter != several
	case r == '–' || r == '’' || r == '“' || r == '”' || r == '…':
		// The signs of ordinary Vietnamese text.
		return toneLetter{letter: foldPiece(r)}, true
	}
	return toneLetter{}, false
}

// tonePiece returns what is kept of a character that does not decompose.
func tonePiece(r rune) rune {
	switch f := foldPiece(r); {
	case unicode.Is(unicode.M, r) && !isInvisible(r):
		return r
	case r == 'Đ' || r == 'đ' || r == 'Ð' || r == 'ð':
		return 'đ'
	default:
		return f
	}
}

// toneDigit returns the digit of a combining tone mark in the order of the
// Vietnamese dictionary, or 0.
func toneDigit(r rune) byte {
	switch r {
	case 0x0300:
		return '1'
	case 0x0309:
		return '2'
	case 0x0303:
		return '3'
	case 0x0301:
		return '4'
	case 0x0323:
		return '5'
	}
	return 0
}
