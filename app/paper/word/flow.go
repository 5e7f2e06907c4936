package word

import (
	"fmt"

	"nhipcau/app/paper"
)

// place is where a flow stands; it decides on the role of its paragraphs.
type place uint8

const (
	inBody place = iota
	inParts
	inHead
	inCell
)

// flow gathers what stands one under another in a width.
type flow struct {
	galley   *paper.Galley
	pictures *pictures
	place    place
	width    float64 // mm
	height   float64 // mm of the page
	items    []item
	after    float64 // points wanted after the last item
	leading  float64 // points that Word puts under the last line of the last item, because its lines are further apart than its typeface wants
	kept     bool    // the last item stays on the page of the next
	space    float64 // points of Space since the last item
	widest   float64 // mm: the longest line of the last paragraph
}

// inner returns an empty flow beside or inside this one.
func (f *flow) inner(place place, width float64) *flow {
	return &flow{galley: f.galley, pictures: f.pictures, place: place, width: width, height: f.height}
}

func (f *flow) blocks(blocks []paper.Block) error {
	for _, b := range blocks {
		if err := f.block(b); err != nil {
			return err
		}
	}
	return nil
}

func (f *flow) block(b paper.Block) error {
	switch b := b.(type) {
	case paper.Paragraph:
		made, widest := f.paragraph(b)
		first, last := f.leadings(made)
		f.add(made, b.Before+first, b.After)
		f.leading, f.widest = last, widest
	case paper.Table:
		f.keep(b.KeepWithPrevious)
		if made := f.table(b); len(made.rows) > 0 {
			f.add(made, b.Before, b.After)
		}
	case paper.Columns:
		f.keep(b.KeepWithPrevious)
		made, err := f.columns(b)
		if err != nil {
			return err
		}
		if !b.KeepWithPrevious || !f.join(made) {
			f.add(made, 0, 0)
		}
	case paper.Rule:
		f.keep(true)
		f.add(f.rule(b), b.Before, b.After-mmPoints(tiny))
	case paper.Drawing:
		made, err := f.drawing(b)
		if err != nil {
			return err
		}
		const bleed = paper.Bleed / paper.MillimetresPerPoint
		f.add(made, b.Before-bleed, b.After-bleed)
	case paper.Space:
		f.space += b.Height / paper.MillimetresPerPoint
	case paper.Level: // means something inside columns only
	default:
		return fmt.Errorf("%T: %w", b, paper.ErrMisplaced)
	}
	return nil
}

// mmPoints returns twips in points.
func mmPoints(twips int) float64 { return float64(twips) / twipsPerPoint }

// leadings returns the points that a multiple of the line height adds to the first line of a paragraph, and to its last. On paper they
// stand above the text, in Word below it.
func (f *flow) leadings(p *para) (first, last float64) {
	if p.shape.exact {
		return 0, 0
	}
	more := float64(p.shape.line)/single - 1
	at := func(r run) float64 { return more * f.galley.LineHeight(float64(r.size)/2) }
	return at(p.runs[0]), at(p.runs[len(p.runs)-1])
}

// add appends an item and settles the space between it and the one before. Word takes the larger of two distances where paper takes
// both, hence there is only ever one: after the upper paragraph if there is one, else before the lower, else an empty paragraph.
func (f *flow) add(next item, before, after float64) {
	gap := max(0, f.after+f.space+before-f.leading)
	if len(f.items) == 0 {
		gap = f.top(next)
	}
	f.gap(points(gap), next)
	f.items = append(f.items, next)
	f.after, f.space, f.leading, f.widest, f.kept = after, 0, 0, 0, false
}

// top returns the points above the first item. Space at the top of a page vanishes, at the top of a cell it does not; but in a cell
// what Word puts under the last line stands for what paper puts above the first.
func (f *flow) top(next item) float64 {
	if f.place != inBody {
		return f.space
	}
	if p, ok := next.(*para); ok && p.role != roleRule {
		first, _ := f.leadings(p)
		return first
	}
	return 0
}

func (f *flow) gap(gap int, next item) {
	if n := len(f.items); n > 0 {
		if upper, ok := f.items[n-1].(*para); ok {
			upper.shape.after = gap
			return
		}
	}
	lower, ok := next.(*para)
	switch {
	case ok:
		lower.shape.before = gap
	case len(f.items) > 0 || gap > 0:
		between := spacer(gap) // two tables that touch would become one
		between.shape.keepNext = f.kept
		f.items = append(f.items, between)
	}
}

// close settles the space under the last item. Cells count the distance that their last paragraph wants if asked to.
func (f *flow) close(counted bool) {
	gap := f.space
	if counted || f.space > 0 {
		gap += f.after
	}
	height := points(max(0, gap))
	if n := len(f.items); n > 0 {
		if last, ok := f.items[n-1].(*para); ok {
			last.shape.after = height
			return
		}
	}
	f.items = append(f.items, spacer(height)) // no cell and no section ends with a table
}

// keep keeps the last item on the page of what follows.
func (f *flow) keep(wanted bool) {
	if n := len(f.items); n > 0 && wanted {
		keepNext(f.items[n-1])
		f.kept = true
	}
}

// keepNext keeps a paragraph, or the last row of a table, on the page of what follows.
func keepNext(i item) {
	switch i := i.(type) {
	case *para:
		i.shape.keepNext = true
	case *table:
		i.rows[len(i.rows)-1].keepNext()
	}
}

// rule makes the paragraph of a drawn line: nothing but a border above it, as long as the indents leave.
func (f *flow) rule(r paper.Rule) *para {
	length, stroke := r.Length, r.Stroke
	if r.Of > 0 && f.widest > 0 {
		length = r.Of * f.widest
	}
	if stroke == 0 {
		stroke = paper.HairStroke
	}
	free := max(0, f.width-min(length, f.width))
	made := spacer(tiny)
	made.role, made.shape.rule = roleRule, eighths(stroke)
	switch r.Align {
	case paper.Center:
		made.shape.left, made.shape.right = twips(free/2), twips(free/2)
	case paper.Right:
		made.shape.left = twips(free)
	case paper.Left, paper.Justify:
		made.shape.right = twips(free)
	}
	return made
}
