package paper

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// What Layout, WritePDF and Raster can complain of; test with errors.Is.
var (
	ErrPageSetup = errors.New("paper: margins leave no room for text")
	ErrTooLarge  = errors.New("paper: larger than a page")
	ErrMisplaced = errors.New("paper: block not allowed here")
	ErrNoPage    = errors.New("paper: no such page")
)

// Pages is a laid out document: its display lists, and the fonts they were measured with.
type Pages struct {
	Title    string
	Language string
	List     []Page
	// Replaced lists, in ascending order, the characters that the typeface lacks. Each was set as Replacement.
	Replaced []rune
	fonts    *Fonts
}

// Page is one sheet.
type Page struct {
	Width, Height float64 // mm
	Number        int     // counted from 1, anew in every annex
	Ops           []Op    // in reading order
	Bookmarks     []Bookmark
	Changed       bool // something on it is marked as changed
}

// Bookmark is an entry of the viewer's table of contents.
type Bookmark struct {
	Title string
	Level int     // 1 is the outermost
	Y     float64 // mm from the top of the sheet
}

// Op is one stroke of the pen: Text, Line, Rect, Polygon or Picture.
type Op interface {
	// moved returns the same stroke so many millimetres to the right and down.
	moved(dx, dy float64) Op
	// turned returns the same stroke turned half around a point.
	turned(about Point) Op
}

// Text is a stretch of one line in one style.
type Text struct {
	X, Y   float64 // mm: where the baseline begins
	Style  Style
	Size   float64 // points
	Ink    Ink
	String string
	Width  float64 // mm, with the gaps
	Gap    float64 // mm added to every U+0020, so that the line is justified
	Turned bool    // upside down: the text runs to the left of X
}

func (t Text) moved(dx, dy float64) Op {
	t.X, t.Y = t.X+dx, t.Y+dy
	return t
}

func (t Text) turned(about Point) Op {
	t.X, t.Y, t.Turned = 2*about.X-t.X, 2*about.Y-t.Y, !t.Turned
	return t
}

func (l Line) moved(dx, dy float64) Op {
	l.X1, l.Y1, l.X2, l.Y2 = l.X1+dx, l.Y1+dy, l.X2+dx, l.Y2+dy
	return l
}

func (l Line) turned(about Point) Op {
	l.X1, l.Y1, l.X2, l.Y2 = 2*about.X-l.X1, 2*about.Y-l.Y1, 2*about.X-l.X2, 2*about.Y-l.Y2
	return l
}

func (r Rect) moved(dx, dy float64) Op {
	r.X, r.Y = r.X+dx, r.Y+dy
	return r
}

func (r Rect) turned(about Point) Op {
	r.X, r.Y = 2*about.X-r.X-r.W, 2*about.Y-r.Y-r.H
	return r
}

func (p Polygon) mapped(f func(Point) Point) Op {
	points := make([]Point, len(p.Points))
	for i, q := range p.Points {
		points[i] = f(q)
	}
	p.Points = points
	return p
}

func (p Polygon) moved(dx, dy float64) Op {
	return p.mapped(func(q Point) Point { return Point{q.X + dx, q.Y + dy} })
}

func (p Polygon) turned(about Point) Op {
	return p.mapped(func(q Point) Point { return Point{2*about.X - q.X, 2*about.Y - q.Y} })
}

func (p Picture) moved(dx, dy float64) Op {
	p.X, p.Y = p.X+dx, p.Y+dy
	return p
}

// turned moves a picture without turning what it shows: no paper needs that, and pictures stand in no label.
func (p Picture) turned(about Point) Op {
	p.X, p.Y = 2*about.X-p.X-p.W, 2*about.Y-p.Y-p.H
	return p
}

// OnlyChanged returns the pages on which something is marked as changed, with the numbers that they have.
func (p *Pages) OnlyChanged() *Pages {
	some := *p
	some.List = nil
	for _, page := range p.List {
		if page.Changed {
			some.List = append(some.List, page)
		}
	}
	return &some
}

// Text returns the text of all pages in reading order, a line for every stretch of text.
func (p *Pages) Text() string {
	var b strings.Builder
	for _, page := range p.List {
		for _, op := range page.Ops {
			if t, ok := op.(Text); ok {
				b.WriteString(t.String)
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// Dump writes the display lists as text, one stroke a line with hundredths of a millimetre, for tests to compare and people to read.
func (p *Pages) Dump(w io.Writer) error {
	out := bufio.NewWriter(w) // Flush tells of any error before it
	for i, page := range p.List {
		_, _ = fmt.Fprintf(out, "page %d: %.0f × %.0f mm, number %d\n", i+1, page.Width, page.Height, page.Number)
		for _, b := range page.Bookmarks {
			_, _ = fmt.Fprintf(out, "bookmark %d %.2f %q\n", b.Level, b.Y, b.Title)
		}
		for _, op := range page.Ops {
			_, _ = fmt.Fprintln(out, dumpOp(op))
		}
	}
	return out.Flush()
}

func dumpOp(op Op) string {
	switch op := op.(type) {
	case Text:
		s := fmt.Sprintf("text %.2f %.2f w%.2f %s %g", op.X, op.Y, op.Width, op.Style, op.Size)
		if op.Gap != 0 {
			s += fmt.Sprintf(" gap %.3f", op.Gap)
		}
		if op.Turned {
			s += " turned"
		}
		return s + fmt.Sprintf("%s %q", dumpInk(op.Ink), op.String)
	case Line:
		return fmt.Sprintf("line %.2f %.2f – %.2f %.2f stroke %.2f%s", op.X1, op.Y1, op.X2, op.Y2, op.Stroke, dumpInk(op.Ink))
	case Rect:
		return fmt.Sprintf("rect %.2f %.2f %.2f × %.2f stroke %.2f%s%s", op.X, op.Y, op.W, op.H, op.Stroke, dumpInk(op.Ink), dumpFill(op.Fill))
	case Polygon:
		return fmt.Sprintf("polygon %.2f stroke %.2f%s%s", op.Points, op.Stroke, dumpInk(op.Ink), dumpFill(op.Fill))
	case Picture:
		return fmt.Sprintf("picture %.2f %.2f %.2f × %.2f", op.X, op.Y, op.W, op.H)
	}
	return fmt.Sprintf("unknown %T", op)
}

func dumpInk(i Ink) string {
	if i == (Ink{}) {
		return ""
	}
	return fmt.Sprintf(" #%02x%02x%02x", i.R, i.G, i.B)
}

func dumpFill(f Fill) string {
	if !f.On {
		return ""
	}
	return " fill" + fmt.Sprintf(" #%02x%02x%02x", f.Ink.R, f.Ink.G, f.Ink.B)
}
