package word

import (
	"nhipcau/app/paper"
)

// table is a table as Word means it. Lengths are twips.
type table struct {
	edges     []int // of the columns, one more than there are
	framed    bool
	columns   bool // made of paper.Columns
	padX      int  // left and right of every cell's text
	indent    int  // from the margin, or from the edge of the cell that the table stands in
	top, foot int  // above and below it
	rows      []row
}

func (*table) item() {}

type row struct {
	cells  []cell
	height int  // at least
	header bool // repeated on every page
	split  bool // may go over a page
	mark   bool // changed since the last print: a stroke at its left edge says so
}

type cell struct {
	from, to int // columns
	items    []item
	gap      int // free at the right side
	middle   bool
	fill     paper.Fill
}

// keepNext keeps a row on the page of the next.
func (r row) keepNext() {
	for _, c := range r.cells {
		for _, i := range c.items {
			keepNext(i)
		}
	}
}

// borderHeight is what the line above a row adds to its height, in twips: half a point. On paper the line takes no room.
const borderHeight = 10

func (f *flow) table(t paper.Table) *table {
	grid := f.galley.Grid(t, f.width)
	made := &table{framed: t.Border == paper.GridBorder, padX: twips(t.Padding.X), top: twips(t.Padding.Y), foot: twips(t.Padding.Y)}
	if f.place == inBody {
		made.indent = made.padX // there it is measured to the text of the first cell, not to its edge
	}
	if made.framed {
		made.top = max(0, made.top-borderHeight)
	}
	for _, e := range grid.Edges {
		made.edges = append(made.edges, twips(e))
	}
	for i, r := range t.Rows {
		made.rows = append(made.rows, f.row(r, t, grid, i))
	}
	for i, r := range made.rows {
		if r.header || t.Rows[i].KeepWithNext && i < len(made.rows)-1 {
			r.keepNext()
		}
	}
	return made
}

// row makes a row, filled up with empty cells.
func (f *flow) row(r paper.Row, t paper.Table, grid paper.Grid, i int) row {
	made := row{mark: r.Changed, height: twips(r.Height), header: i < grid.Header, split: grid.Split[i]}
	place := inCell
	if made.header {
		place = inHead
	}
	last := len(grid.Edges) - 1
	for from := 0; from < last; {
		var c paper.Cell
		if len(made.cells) < len(r.Cells) {
			c = r.Cells[len(made.cells)]
		}
		to := min(last, from+max(1, c.Span))
		inside := f.inner(place, grid.Edges[to]-grid.Edges[from]-2*t.Padding.X)
		for _, p := range c.Paragraphs {
			_ = inside.block(p) // a paragraph is allowed everywhere
		}
		inside.close(false)
		made.cells = append(made.cells, cell{from: from, to: to, items: inside.items, middle: c.Middle, fill: c.Fill})
		from = to
	}
	return made
}

func (t *table) write(m *markup, styles *styles) {
	m.begin("w:tbl")
	m.begin("w:tblPr")
	m.put("w:tblW", "w:w", number(t.edges[len(t.edges)-1]-t.edges[0]), "w:type", "dxa")
	m.put("w:tblInd", "w:w", number(t.indent), "w:type", "dxa")
	if t.framed {
		m.begin("w:tblBorders")
		for _, side := range [...]string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			stroke(m, "w:"+side, eighths(paper.HairStroke), 0)
		}
		m.end()
	}
	m.put("w:tblLayout", "w:type", "fixed")
	m.begin("w:tblCellMar")
	m.put("w:top", "w:w", number(t.top), "w:type", "dxa")
	m.put("w:left", "w:w", number(t.padX), "w:type", "dxa")
	m.put("w:bottom", "w:w", number(t.foot), "w:type", "dxa")
	m.put("w:right", "w:w", number(t.padX), "w:type", "dxa")
	m.end()
	m.end()
	m.begin("w:tblGrid")
	for i := 1; i < len(t.edges); i++ {
		m.put("w:gridCol", "w:w", number(t.edges[i]-t.edges[i-1]))
	}
	m.end()
	for _, r := range t.rows {
		t.row(m, r, styles)
	}
	m.end()
}

func (t *table) row(m *markup, r row, styles *styles) {
	m.begin("w:tr")
	if !r.split || r.header || r.height > 0 {
		m.begin("w:trPr")
		if !r.split {
			m.put("w:cantSplit")
		}
		if r.height > 0 {
			m.put("w:trHeight", "w:val", number(r.height), "w:hRule", "atLeast")
		}
		if r.header {
			m.put("w:tblHeader")
		}
		m.end()
	}
	for i, c := range r.cells {
		m.begin("w:tc")
		c.properties(m, t, r.mark && i == 0)
		writeItems(m, c.items, styles)
		m.end()
	}
	m.end()
}

func (c cell) properties(m *markup, t *table, mark bool) {
	m.begin("w:tcPr")
	m.put("w:tcW", "w:w", number(t.edges[c.to]-t.edges[c.from]), "w:type", "dxa")
	if c.to-c.from > 1 {
		m.value("w:gridSpan", number(c.to-c.from))
	}
	if mark {
		m.begin("w:tcBorders")
		stroke(m, "w:left", rowStroke, 0)
		m.end()
	}
	if c.fill.On {
		m.put("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", hex(c.fill.Ink))
	}
	if c.gap > 0 {
		m.begin("w:tcMar")
		m.put("w:right", "w:w", number(c.gap), "w:type", "dxa")
		m.end()
	}
	if c.middle {
		m.value("w:vAlign", "center")
	}
	m.end()
}

func writeItems(m *markup, items []item, styles *styles) {
	for _, i := range items {
		switch i := i.(type) {
		case *para:
			i.write(m, styles)
		case *table:
			i.write(m, styles)
		}
	}
}
