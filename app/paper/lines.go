package paper

// tolerance, in millimetres, absorbs the rounding of sums.
const tolerance = 1e-6

// line is a line of words.
type line struct {
	words []word
	width float64 // mm, spaces unstretched
	ended bool    // by the text, not by the margin: such a line is not stretched
}

// measure is the width of a paragraph's lines.
type measure struct {
	first, rest float64 // mm
}

func (m measure) of(line int) float64 {
	if line == 0 {
		return m.first
	}
	return m.rest
}

// breaker fills lines.
type breaker struct {
	fonts   *Fonts
	measure measure
	lines   []line
	line    line
}

// breakLines fills lines of a measure with words, as many on each as go in.
func breakLines(fonts *Fonts, words []word, m measure) []line {
	b := breaker{fonts: fonts, measure: m}
	for i, w := range words {
		if w.newline && i > 0 {
			b.end(true)
		}
		b.put(w)
	}
	b.end(true)
	return b.lines
}

func (b *breaker) end(byText bool) {
	b.line.ended = byText
	b.lines = append(b.lines, b.line)
	b.line = line{}
}

// put adds a word, on the next line if need be, in pieces if no line can hold it.
func (b *breaker) put(w word) {
	for {
		fresh := len(b.line.words) == 0
		if fresh && len(b.lines) > 0 && !w.newline {
			w.spaces, w.gap = 0, 0 // the spaces that the line broke at
		}
		room := b.measure.of(len(b.lines)) - b.line.width - w.gap
		if w.width <= room+tolerance {
			b.add(w)
			return
		}
		if fresh || w.width > b.measure.rest+tolerance {
			if head, tail, ok := w.split(b.fonts, room, fresh); ok {
				b.add(head)
				w = tail
				b.end(false)
				continue
			}
		}
		if fresh {
			b.add(w) // a single character wider than the line
			return
		}
		b.end(false)
	}
}

func (b *breaker) add(w word) {
	b.line.words = append(b.line.words, w)
	b.line.width += w.gap + w.width
}

// balanced breaks words into no more lines than the measure needs, but of about equal length.
func balanced(fonts *Fonts, words []word, m measure) []line {
	best := breakLines(fonts, words, m)
	if len(best) < 2 {
		return best
	}
	low, high := 0.0, min(m.first, m.rest)
	for _, w := range words {
		low = max(low, w.width)
	}
	for high-low > 0.5 {
		middle := (low + high) / 2
		lines := breakLines(fonts, words, measure{middle, middle})
		if len(lines) > len(best) {
			low = middle
			continue
		}
		best, high = lines, middle
	}
	return best
}

// spaces counts the spaces inside the line, which justification stretches.
func (l line) spaces() (n int) {
	for _, w := range l.words[1:] {
		n += w.spaces
	}
	return n
}

// extent returns the millimetres that a line needs above and below its baseline.
func (l line) extent(fonts *Fonts) (above, below float64) {
	for _, w := range l.words {
		for _, f := range w.parts {
			face := fonts.faces[f.pen.style]
			above = max(above, float64(face.above)*face.scale(f.pen.size))
			below = max(below, float64(face.below)*face.scale(f.pen.size))
		}
	}
	return above, below
}

// looseLine is the share of the measure that a line must fill of itself to be justified: stretching a line of two words that stands
// before an unbreakable address looks worse than an uneven edge.
const looseLine = 0.6

// stretch returns the millimetres to add to every space so that the line is so wide.
func (l line) stretch(width float64) float64 {
	n := l.spaces()
	if l.ended || n == 0 || l.width < looseLine*width || l.width > width {
		return 0
	}
	return (width - l.width) / float64(n)
}

// draw returns the strokes of a line whose baseline begins at (x, y), its spaces stretched by extra millimetres.
func (l line) draw(x, y, extra float64) []Op {
	d := drawer{x: x, y: y, extra: extra}
	for i, w := range l.words {
		gap := w.gap
		if i > 0 {
			gap += extra * float64(w.spaces)
		}
		d.space(w, gap)
		for _, f := range w.parts {
			d.fragment(f)
		}
	}
	d.flush()
	return d.ops
}

// drawer gathers the neighbouring fragments of one look into one stroke.
type drawer struct {
	x, y, extra float64
	ops         []Op
	text        Text
	open        bool
}

// space adds the spaces before a word to the stretch of text before them; those that begin a line only move what follows.
func (d *drawer) space(w word, gap float64) {
	if d.open {
		for range w.spaces {
			d.text.String += " "
		}
		d.text.Width += gap
	}
	d.x += gap
}

func (d *drawer) fragment(f fragment) {
	if f.drawn != 0 {
		d.flush()
		d.ops = append(d.ops, drawMark(f.drawn, f.pen, d.x, d.y)...)
		d.x += f.width
		return
	}
	if f.text == "" {
		return
	}
	look := pen{d.text.Style, d.text.Size, d.text.Ink}
	if d.open && look != f.pen {
		d.flush()
	}
	if !d.open {
		d.text = Text{X: d.x, Y: d.y, Style: f.pen.style, Size: f.pen.size, Ink: f.pen.ink, Gap: d.extra}
		d.open = true
	}
	d.text.String += f.text
	d.text.Width += f.width
	d.x += f.width
}

func (d *drawer) flush() {
	if d.open {
		d.ops = append(d.ops, d.text)
	}
	d.open = false
}

// drawnWidth is the advance of a drawn box or tick in ems.
const drawnWidth = 0.85

// drawMark draws a box, a checked box or a tick on a baseline.
func drawMark(mark rune, p pen, x, y float64) []Op {
	em := p.size * MillimetresPerPoint
	stroke := 0.05 * em
	var ops []Op
	if mark != checkMark {
		ops = append(ops, Rect{X: x + 0.08*em, Y: y - 0.67*em, W: 0.68 * em, H: 0.68 * em, Stroke: stroke, Ink: p.ink})
	}
	if mark != boxEmpty {
		at := func(dx, dy float64) Point { return Point{x + dx*em, y + dy*em} }
		ops = append(ops, Polygon{
			Points: []Point{at(0.20, -0.33), at(0.36, -0.18), at(0.65, -0.60), at(0.70, -0.56), at(0.37, -0.05), at(0.15, -0.28)},
			Fill:   Fill{On: true, Ink: p.ink},
		})
	}
	return ops
}
