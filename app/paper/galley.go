package paper

import (
	"fmt"
	"image"
	"math"
	"strings"
	"unicode/utf8"
)

// Galley answers what Layout would do with a block, for files that are laid out anew by whoever opens them, such as Word's. A writer
// that asks it puts line ends, widths and rules where the pages have them. Text comes back as Layout reads it, but with the characters
// that the typeface lacks left in: whoever opens the file may have them.
type Galley struct {
	text  *layout // sets text and keeps every character that a file can hold
	drawn *layout // sets what becomes a picture, as Layout does
}

// NewGalley returns a galley for the blocks of a document.
func NewGalley(doc Document, fonts *Fonts) *Galley {
	l := layout{fonts: fonts, size: doc.Size, page: doc.Page}
	if l.size == 0 {
		l.size = DefaultSize
	}
	text, drawn := l, l
	text.cleaner, drawn.cleaner = newCleaner(fonts), newCleaner(fonts)
	text.cleaner.keep = true
	return &Galley{text: &text, drawn: &drawn}
}

// Size returns the type size, in points, of runs that name none.
func (g *Galley) Size() float64 { return g.text.size }

// Turn goes on to a sheet.
func (g *Galley) Turn(page PageSetup) { g.text.page, g.drawn.page = page, page }

// LineHeight returns the points that a line of so many points takes, whatever its style.
func (g *Galley) LineHeight(size float64) float64 {
	face := g.text.fonts.faces[Regular]
	return float64(face.above+face.below) * face.scale(size) / MillimetresPerPoint
}

// Plain returns a text on one line, as Layout reads titles.
func (g *Galley) Plain(text string) string { return g.text.cleaner.line(text) }

// What no line breaks behind: a hyphen of its own, and the joiner that other characters are followed by. Texts hold neither, as the
// cleaner takes them out.
const (
	hardHyphen = "\u2011"
	joiner     = "\uFEFF"
)

// hardened lists the characters that word processors break lines behind and Layout does not, as they do not break.
var hardened = map[rune]string{'-': hardHyphen, '–': "–" + joiner, '—': "—" + joiner, '\\': "\\" + joiner}

// soft undoes hardened.
var soft = strings.NewReplacer(hardHyphen, "-", joiner, "")

// Set returns the runs of a paragraph in so many millimetres, the length in millimetres of its longest line, and the hair by which its
// lines are to be shorter, or longer if it is negative, so that no rounding of whoever opens the file moves a word. The lines of a
// balanced paragraph end in "\n". Elsewhere line ends are left to whoever opens the file; but where Layout takes a word whole to the next line that
// word processors would break behind a hyphen or a dash, the hyphen becomes U+2011, and U+FEFF follows the dash.
func (g *Galley) Set(p Paragraph, width float64) (runs []Run, widest, hair float64) {
	words := g.text.words(p.Runs)
	m := measure{first: width - p.Indent - p.FirstIndent, rest: width - p.Indent}
	fill := breakLines
	if p.Balance {
		fill = balanced
	}
	s := setter{words: words, measure: m, balance: p.Balance, fonts: g.text.fonts, slack: math.Inf(1), over: math.Inf(1)}
	for i, line := range fill(g.text.fonts, words, m) {
		widest = max(widest, line.width)
		s.line(i, line)
	}
	return s.runs, widest, s.hair()
}

// doubt is, in millimetres, the distance between what a line has room for and what stands on it from which on rounding may decide.
const doubt = 0.15

// hair returns by how much lines are to be shorter so that what stands on them still does, and what does not is still too long.
func (s *setter) hair() float64 {
	least, most := doubt-s.over, s.slack-doubt
	if least > most {
		return (least + most) / 2
	}
	return min(max(0, least), most)
}

// setter turns lines back into runs.
type setter struct {
	fonts   *Fonts
	words   []word // that the lines were made of
	begun   string // what of the first of them has been set already
	measure measure
	balance bool
	above   line // the line before
	runs    []Run
	slack   float64 // mm: what the fullest line leaves free
	over    float64 // mm: how much longer a line would have to be to take in another word, at least
}

func (s *setter) line(i int, line line) {
	for j, w := range line.words {
		joint := strings.Repeat(" ", w.spaces)
		if j == 0 && i > 0 {
			joint, w = s.turn(i, w)
		}
		s.add(w, joint)
		s.take(w)
	}
	s.above = line
	if free := s.measure.of(i) - line.width; free > -tolerance {
		s.slack = min(s.slack, free)
	}
}

// turn returns what stands between a line and the first word of the next, numbered i, and that word as it is to be written.
func (s *setter) turn(i int, w word) (joint string, written word) {
	switch {
	case w.newline && s.begun == "":
		return "\n" + strings.Repeat(" ", w.spaces), w
	case s.balance:
		return "\n", w
	case s.begun != "":
		return "", w
	}
	whole := s.words[0]
	room := s.measure.of(i-1) - s.above.width - whole.gap
	s.over = min(s.over, max(0, w.width-room))
	return strings.Repeat(" ", whole.spaces), s.harden(w, room)
}

// harden returns a word that does not break behind what would go into so much room.
func (s *setter) harden(w word, room float64) word {
	parts, width := make([]fragment, len(w.parts)), 0.0
	for k, f := range w.parts {
		var b strings.Builder
		for n, r := range f.text {
			width += s.fonts.Width(string(r), f.pen.style, f.pen.size)
			last := k == len(w.parts)-1 && n+utf8.RuneLen(r) == len(f.text)
			if hard, ok := hardened[r]; ok && width <= room+tolerance && !last {
				b.WriteString(hard)
				continue
			}
			b.WriteRune(r)
		}
		parts[k] = f
		parts[k].text = b.String()
	}
	w.parts = parts
	return w
}

// take counts a word, or a piece of one, as set.
func (s *setter) take(w word) {
	s.begun += w.text()
	if len(s.words) > 0 && len(s.begun) >= len(s.words[0].text()) {
		s.words, s.begun = s.words[1:], ""
	}
}

// text returns the characters of a word.
func (w word) text() string {
	var b strings.Builder
	for _, f := range w.parts {
		b.WriteString(f.string())
	}
	return soft.Replace(b.String())
}

func (f fragment) string() string {
	if f.drawn != 0 {
		return string(f.drawn)
	}
	return f.text
}

// add appends a word behind a joint, which looks like what is before it.
func (s *setter) add(w word, joint string) {
	for _, f := range w.parts {
		run := Run{
			Text: f.string(), Bold: f.pen.style&Bold != 0, Italic: f.pen.style&Italic != 0, Size: f.pen.size, Ink: f.pen.ink,
		}
		n := len(s.runs)
		if joint != "" && n > 0 {
			s.runs[n-1].Text += joint
		} else {
			run.Text = joint + run.Text
		}
		joint = ""
		if n > 0 && sameLook(s.runs[n-1], run) {
			s.runs[n-1].Text += run.Text
			continue
		}
		s.runs = append(s.runs, run)
	}
}

func sameLook(a, b Run) bool {
	a.Text, b.Text = "", ""
	return a == b
}

// Grid is how Layout sets a table.
type Grid struct {
	Edges  []float64 // mm from the left: of the columns, one more than there are
	Header int       // how many of the first rows are repeated
	Split  []bool    // by row: whether it is taller than a page and therefore split
}

// Grid returns how Layout sets a table in so many millimetres.
func (g *Galley) Grid(t Table, width float64) Grid {
	made := grid{layout: g.text, table: t, edges: t.edges(width)}
	limit := g.text.page.TextHeight()
	header := made.header(limit)
	limit -= heightOf(header) + headingRoom
	out := Grid{Edges: made.edges, Header: len(header), Split: make([]bool, len(t.Rows))}
	for i := len(header); i < len(t.Rows); i++ {
		out.Split[i] = len(made.row(t.Rows[i], limit)) > 1
	}
	return out
}

// Widths returns the millimetres of the parts of columns in a width, and whether Layout sets the parts side by side, as it does unless
// they are taller than a page. It returns ErrMisplaced as Layout does.
func (g *Galley) Widths(c Columns, width float64) (widths []float64, beside bool, err error) {
	bands, err := g.drawn.columns(c, width)
	if err != nil {
		return nil, false, err
	}
	return shared(c.Weights, width-c.Gap*float64(len(c.Parts)-1)), len(bands) == 1, nil
}

// Bleed is the room in millimetres that Image leaves on each side of a drawing, so that a line on its edge is not cut in half.
const Bleed = 0.25

// Image draws a drawing at so many dots per inch, with Bleed around it; one without colours comes as *image.Gray. It returns ErrTooLarge
// for one that does not go on the page, and the error of a picture that cannot be read.
func (g *Galley) Image(d Drawing, dpi float64) (image.Image, error) {
	if page := g.drawn.page; !(d.Width <= page.Width && d.Height <= page.Height) {
		return nil, fmt.Errorf("drawing of %.0f × %.0f mm: %w", d.Width, d.Height, ErrTooLarge)
	}
	d.Align = Left
	drawn, err := g.drawn.drawing(d, d.Width)
	if err != nil {
		return nil, err
	}
	page := Page{Width: max(0, d.Width) + 2*Bleed, Height: max(0, d.Height) + 2*Bleed}
	for _, op := range drawn.ops {
		page.Ops = append(page.Ops, op.moved(Bleed, Bleed))
	}
	drawing, err := Raster(&Pages{List: []Page{page}, fonts: g.drawn.fonts}, 0, dpi)
	if err != nil {
		return nil, err
	}
	if grey := greyOf(drawing); grey != nil {
		return grey, nil
	}
	return drawing, nil
}

// greyOf returns an opaque picture as a quarter of its bytes, which takes a quarter of the time to pack, or nil if it has any colour.
func greyOf(img *image.RGBA) *image.Gray {
	grey := image.NewGray(img.Rect)
	for i := range grey.Pix {
		dot := img.Pix[4*i : 4*i+3 : 4*i+3]
		if dot[0] != dot[1] || dot[1] != dot[2] {
			return nil
		}
		grey.Pix[i] = dot[0]
	}
	return grey
}
