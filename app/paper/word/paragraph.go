package word

import (
	"strings"

	"nhipcau/app/paper"
)

// item is a piece of a flow: a paragraph or a table.
type item interface{ item() }

// para is a paragraph as Word means it.
type para struct {
	role    role
	shape   shape
	runs    []run
	picture *picture
	section *section // that ends with this paragraph
	hair    int      // twips by which its lines are shorter, so that rounding moves no word
	mark    int      // points from the text to the stroke that says that it changed since the last print; 0 for none
}

func (*para) item() {}

// shape is how a paragraph stands. Lengths are twips.
type shape struct {
	align                  paper.Align
	left, right, first     int // first is added to left on the first line; negative hangs
	before, after          int
	line                   int  // 240ths of the typeface's line height, or twips if exact
	exact                  bool // as empty paragraphs are that only keep a distance
	keepNext, keepTogether bool
	rule                   int // eighths of a point: the width of a line above the text; 0 for none
}

// look is how characters are set.
type look struct {
	bold, italic bool
	size         int // half points
	ink          paper.Ink
}

// run is text of one look. A "\n" in it ends the line.
type run struct {
	look
	text string
}

const (
	single  = 240 // the line pitch of the typeface itself
	tiny    = 20  // twips: the height of a paragraph that has to be there and should not be seen
	smallPt = 2   // half points: the type size of such a paragraph
)

// spacer returns an empty paragraph of so many twips.
func spacer(height int) *para {
	return &para{role: roleSpace, shape: shape{line: max(tiny, height), exact: true}, runs: []run{{look: look{size: smallPt}}}}
}

// paragraph makes a paragraph of one of a document, to be set in so many millimetres, and says how long its longest line is.
func (f *flow) paragraph(p paper.Paragraph) (made *para, widest float64) {
	made = &para{role: f.roleOf(p), shape: shape{
		align: p.Align, left: twips(p.Indent), first: twips(p.FirstIndent),
		line:     bounded(max(1, p.Leading)*single, single, mostTwips),
		keepNext: p.KeepWithNext, keepTogether: p.KeepWithNext,
	}}
	set, widest, hair := f.galley.Set(p, f.width)
	made.hair = twips(hair)
	if p.Changed {
		made.mark = bounded(changeGap/paper.MillimetresPerPoint+max(0, p.Indent)/paper.MillimetresPerPoint, 0, mostSpace)
	}
	for _, r := range set {
		made.runs = append(made.runs, run{look{r.Bold, r.Italic, halfPoints(r.Size), r.Ink}, r.Text})
	}
	return made, widest
}

// look is that of a paragraph's first run, or of the mark at its end.
func (p *para) look() look { return p.runs[0].look }

func (p *para) write(m *markup, styles *styles) {
	style := styles.list[p.role]
	m.begin("w:p")
	m.begin("w:pPr")
	m.value("w:pStyle", p.role.id())
	shape := p.shape
	shape.right += p.hair
	shape.write(m, style.shape, "", p.mark)
	m.optional("w:rPr", func() { p.runs[len(p.runs)-1].write(m, style.look) }) // the mark at the end is as high as the text before it
	if p.section != nil {
		p.section.write(m)
	}
	m.end()
	if p.picture != nil {
		p.picture.write(m)
	}
	for _, r := range p.runs {
		writeRun(m, r, style.look)
	}
	m.end()
}

// write writes in what a shape differs from another, with a level among the headings and a mark of change if there are any, in the order
// of CT_PPrBase.
func (s shape) write(m *markup, from shape, level string, mark int) {
	if s.keepNext != from.keepNext {
		m.flag("w:keepNext", s.keepNext)
	}
	if s.keepTogether != from.keepTogether {
		m.flag("w:keepLines", s.keepTogether)
	}
	s.borders(m, from, mark)
	if s.before != from.before || s.after != from.after || s.line != from.line || s.exact != from.exact {
		how := "auto"
		if s.exact {
			how = "exact"
		}
		m.put("w:spacing", "w:before", number(s.before), "w:after", number(s.after), "w:line", number(s.line), "w:lineRule", how)
	}
	if s.left != from.left || s.right != from.right || s.first != from.first {
		name, first := "w:firstLine", s.first
		if first < 0 {
			name, first = "w:hanging", -first
		}
		m.put("w:ind", "w:left", number(s.left), "w:right", number(s.right), name, number(first))
	}
	if s.align != from.align {
		m.value("w:jc", [...]string{"left", "center", "right", "both"}[s.align&3])
	}
	if level != "" {
		m.value("w:outlineLvl", level)
	}
}

// The stroke beside what changed since the last print.
const (
	changeGap    = 4  // mm from the text
	changeStroke = 14 // eighths of a point: 0.6 mm
	rowStroke    = 24 // eighths of a point: half of it stands on the line that the table draws there anyway
	mostSpace    = 31 // points: the largest distance of a border that Word takes
)

// borders writes the line above a paragraph and the stroke beside it, if they differ from those of another without a stroke.
func (s shape) borders(m *markup, from shape, mark int) {
	if s.rule == from.rule && mark == 0 {
		return
	}
	m.begin("w:pBdr")
	if s.rule > 0 {
		stroke(m, "w:top", s.rule, 0)
	}
	if mark > 0 {
		stroke(m, "w:left", changeStroke, mark)
	}
	m.end()
}

// stroke writes a border so many eighths of a point wide, so many points from the text.
func stroke(m *markup, name string, width, space int) {
	m.put(name, "w:val", "single", "w:sz", number(width), "w:space", number(space), "w:color", "auto")
}

// write writes in what a look differs from another, in the order of EG_RPrBase.
func (l look) write(m *markup, from look) {
	if l.bold != from.bold {
		m.flag("w:b", l.bold)
		m.flag("w:bCs", l.bold)
	}
	if l.italic != from.italic {
		m.flag("w:i", l.italic)
		m.flag("w:iCs", l.italic)
	}
	if l.ink != from.ink {
		m.value("w:color", hex(l.ink))
	}
	if l.size != from.size {
		m.value("w:sz", number(l.size))
		m.value("w:szCs", number(l.size))
	}
}

// writeRun writes a run; boxes and ticks go out as runs of their own in a typeface that has them.
func writeRun(m *markup, r run, from look) {
	for text := r.text; text != ""; {
		end := strings.IndexFunc(text, isSymbol)
		switch {
		case end < 0:
			end = len(text)
		case end == 0:
			end = strings.IndexFunc(text, func(c rune) bool { return !isSymbol(c) })
			if end < 0 {
				end = len(text)
			}
		}
		m.begin("w:r")
		writeLook(m, r.look, from, isSymbol([]rune(text)[0]))
		writeLines(m, text[:end])
		m.end()
		text = text[end:]
	}
}

// symbolFont has the boxes of check lists on every Windows. At this share of the size its lines are no higher than those of the text.
const (
	symbolFont  = "Segoe UI Symbol"
	symbolShare = 0.86
)

func isSymbol(r rune) bool { return r == '☐' || r == '☑' || r == '✓' }

func writeLook(m *markup, l, from look, symbol bool) {
	if !symbol && l == from {
		return
	}
	m.begin("w:rPr")
	if symbol {
		m.put("w:rFonts", "w:ascii", symbolFont, "w:hAnsi", symbolFont, "w:eastAsia", symbolFont, "w:cs", symbolFont)
		l.size = bounded(float64(l.size)*symbolShare, smallPt, l.size)
	}
	l.write(m, from)
	m.end()
}

// writeLines writes text whose line ends are "\n", and whose U+2011 is the hyphen that Word draws of the text's own typeface.
func writeLines(m *markup, text string) {
	for text != "" {
		switch end := strings.IndexAny(text, "\n\u2011"); {
		case end < 0:
			m.leaf("w:t", text, "xml:space", "preserve")
			text = ""
		case end > 0:
			m.leaf("w:t", text[:end], "xml:space", "preserve")
			text = text[end:]
		case text[0] == '\n':
			m.put("w:br")
			text = text[1:]
		default:
			m.put("w:noBreakHyphen")
			text = text[len("\u2011"):]
		}
	}
}

func hex(i paper.Ink) string {
	const digits = "0123456789ABCDEF"
	var out []byte
	for _, c := range [...]uint8{i.R, i.G, i.B} {
		out = append(out, digits[c>>4], digits[c&15])
	}
	return string(out)
}
