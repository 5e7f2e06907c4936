package paper

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pen is how characters look.
type pen struct {
	style Style
	size  float64 // points
	ink   Ink
}

// fragment is a stretch of a word in one look. A drawn box or tick is a fragment of its own.
type fragment struct {
	pen   pen
	text  string
	width float64 // mm
	drawn rune    // 0 for text
}

// word is what a line may not break inside, unless it is longer than a whole line.
type word struct {
	parts   []fragment
	width   float64 // mm, without the spaces before it
	spaces  int     // U+0020 before it
	gap     float64 // mm of those spaces
	newline bool    // the text itself begins a line here
}

// breakAfter are the characters that a word longer than a line is broken after: those of addresses, symbols and lists.
const breakAfter = "-/._@,;"

// words cuts runs into words.
func (l *layout) words(runs []Run) []word {
	c := cutter{fonts: l.fonts}
	for _, run := range runs {
		c.pen = pen{style: run.Style(), size: run.Size, ink: run.Ink}
		if run.Size == 0 {
			c.pen.size = l.size
		}
		c.cut(l.cleaner.clean(run.Text))
	}
	if len(runs) == 0 {
		c.pen = pen{size: l.size}
	}
	c.finish()
	return c.words
}

// cutter is the state of cutting: the word at hand, and what stands before it.
type cutter struct {
	fonts *Fonts
	pen   pen
	words []word
	word  word
}

func (c *cutter) cut(text string) {
	for text != "" {
		end := strings.IndexFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || isDrawn(r) })
		if end != 0 {
			if end < 0 {
				end = len(text)
			}
			c.add(fragment{pen: c.pen, text: text[:end], width: c.fonts.Width(text[:end], c.pen.style, c.pen.size)})
			text = text[end:]
			continue
		}
		r, size := utf8.DecodeRuneInString(text)
		c.stop(r)
		text = text[size:]
	}
}

// stop takes a character that is not simply part of a word.
func (c *cutter) stop(r rune) {
	switch r {
	case ' ':
		c.flush()
		c.word.spaces++
		c.word.gap += c.fonts.Width(" ", c.spacePen().style, c.spacePen().size)
	case '\n':
		c.finish()
		c.word.newline = true
	default:
		c.add(fragment{pen: c.pen, drawn: r, width: drawnWidth * c.pen.size * MillimetresPerPoint})
	}
}

// spacePen returns the look of a space: that of the text before it, whose stretch it is drawn with.
func (c *cutter) spacePen() pen {
	if len(c.words) == 0 || c.word.newline {
		return c.pen
	}
	last := c.words[len(c.words)-1].parts
	return last[len(last)-1].pen
}

func (c *cutter) add(f fragment) {
	c.word.width += f.width
	if n := len(c.word.parts); n > 0 && f.drawn == 0 && c.word.parts[n-1].drawn == 0 && c.word.parts[n-1].pen == f.pen {
		c.word.parts[n-1].text += f.text
		c.word.parts[n-1].width += f.width
		return
	}
	c.word.parts = append(c.word.parts, f)
}

// flush ends the word at hand if it has any character.
func (c *cutter) flush() {
	if len(c.word.parts) > 0 {
		c.words = append(c.words, c.word)
		c.word = word{}
	}
}

// finish ends the word at hand and, if it is to begin a line or is the only one, keeps it although it is empty: an empty line has a height.
func (c *cutter) finish() {
	if len(c.word.parts) == 0 && (c.word.newline || len(c.words) == 0) {
		c.word.parts = []fragment{{pen: c.pen}}
	}
	c.flush()
	c.word = word{}
}

// split cuts a word in two so that its head is at most so wide: after one of breakAfter, or else, if anywhere is true, after any
// character. It reports false when there is no such place.
func (w word) split(fonts *Fonts, room float64, anywhere bool) (head, tail word, ok bool) {
	at := w.place(fonts, room, anywhere)
	if at.part < 0 {
		return word{}, word{}, false
	}
	head = word{spaces: w.spaces, gap: w.gap, newline: w.newline}
	for i, f := range w.parts {
		switch {
		case i < at.part:
			head.parts = append(head.parts, f)
		case i > at.part:
			tail.parts = append(tail.parts, f)
		default:
			head.parts, tail.parts = f.cutAt(fonts, at.offset, head.parts, tail.parts)
		}
	}
	head.width, tail.width = widthOf(head.parts), widthOf(tail.parts)
	return head, tail, true
}

// cutAt appends the part of a fragment before an offset to head and the rest to tail.
func (f fragment) cutAt(fonts *Fonts, offset int, head, tail []fragment) (before, after []fragment) {
	if f.drawn != 0 || offset == len(f.text) {
		return append(head, f), tail
	}
	first, second := f, f
	first.text, second.text = f.text[:offset], f.text[offset:]
	first.width = fonts.Width(first.text, f.pen.style, f.pen.size)
	second.width -= first.width // not measured again: a token of a megabyte would take forever
	return append(head, first), append(tail, second)
}

// spot is a place inside a word: behind so many bytes of one of its parts.
type spot struct{ part, offset int }

// place finds the last spot to break a word at before it is wider than room; part -1 means none. Where anywhere is true and even the
// first character is too wide, it is the spot behind that character, so that breaking comes to an end.
func (w word) place(fonts *Fonts, room float64, anywhere bool) spot {
	good, last := spot{part: -1}, spot{part: -1}
	width := 0.0
	for _, s := range w.spots(fonts) {
		width += s.width
		if width > room+tolerance && last.part >= 0 {
			break
		}
		last = s.spot
		if s.good && width <= room+tolerance {
			good = s.spot
		}
		if width > room+tolerance {
			break
		}
	}
	if good.part >= 0 || !anywhere {
		return good
	}
	return last
}

// step is a spot, the width of what stands between it and the spot before, and whether it is after one of breakAfter.
type step struct {
	spot
	width float64
	good  bool
}

// spots yields the places inside a word, in order: behind every character but the last, and never before a combining mark.
func (w word) spots(fonts *Fonts) iter.Seq2[int, step] {
	return func(yield func(int, step) bool) {
		n, width := 0, 0.0
		for i, f := range w.parts {
			text := f.text
			if f.drawn != 0 {
				text, width = string(f.drawn), width+f.width
			}
			for offset, r := range text {
				end := offset + utf8.RuneLen(r)
				if f.drawn == 0 {
					width += fonts.Width(text[offset:end], f.pen.style, f.pen.size)
				}
				if startsWithMark(text[end:]) || end == len(text) && i == len(w.parts)-1 {
					continue
				}
				if !yield(n, step{spot{i, end}, width, strings.ContainsRune(breakAfter, r)}) {
					return
				}
				n, width = n+1, 0
			}
		}
	}
}

func startsWithMark(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Mn, r)
}

func widthOf(parts []fragment) (width float64) {
	for _, f := range parts {
		width += f.width
	}
	return width
}
