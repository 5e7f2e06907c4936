package paper

// headingRoom is what a row leaves free on a page, so that it can stand there with the heading above its table. A taller row is split.
const headingRoom = 25 // mm

// grid is a table being laid out.
type grid struct {
	*layout
	table Table
	edges []float64 // mm of the columns' edges, one more than columns
}

// table lays out a table; every row is a band.
func (l *layout) table(t Table, width float64) []band {
	g := grid{layout: l, table: t, edges: t.edges(width)}
	limit := l.page.TextHeight()
	header := g.header(limit)
	limit -= heightOf(header) + headingRoom
	bands := append([]band(nil), header...)
	for _, row := range t.Rows[min(len(header), len(t.Rows)):] {
		made := g.row(row, limit)
		for i := range made {
			made[i].header = header
			made[i].changed = row.Changed
		}
		made[len(made)-1].keep = row.KeepWithNext
		bands = append(bands, made...)
	}
	if len(bands) > 0 {
		bands[0].before, bands[len(bands)-1].after = points(t.Before), points(t.After)
		bands[len(bands)-1].keep = false
	}
	return bands
}

// header lays out the header rows. A header of more than half a page is none: repeating it would leave no room for rows.
func (g grid) header(limit float64) []band {
	var bands []band
	for _, row := range g.table.Rows[:min(g.table.Header, len(g.table.Rows))] {
		made := g.row(row, limit)
		bands = append(bands, made...)
		if len(made) > 1 || heightOf(bands) > limit/2 {
			return nil
		}
	}
	for i := range bands {
		bands[i].keep = true
	}
	return bands
}

func heightOf(bands []band) (height float64) {
	for _, b := range bands {
		height += b.height
	}
	return height
}

// edges returns where the columns begin and end. Cells that the table has no column for get one.
func (t Table) edges(width float64) []float64 {
	columns := append([]Column(nil), t.Columns...)
	for len(columns) < t.cellsAcross() {
		columns = append(columns, Column{})
	}
	fixed, weights := 0.0, 0.0
	for _, c := range columns {
		fixed += c.Width
		weights += c.weight()
	}
	scale := 1.0
	if fixed > width || weights == 0 && fixed > 0 {
		scale = min(1, width/fixed)
	}
	edges := make([]float64, 1, len(columns)+1)
	for i, c := range columns {
		w := c.Width * scale
		if c.Width == 0 {
			w = max(0, width-fixed) * c.weight() / weights
		}
		edges = append(edges, edges[i]+w)
	}
	return edges
}

func (c Column) weight() float64 {
	switch {
	case c.Width > 0:
		return 0
	case c.Weight > 0:
		return c.Weight
	}
	return 1
}

func (t Table) cellsAcross() (most int) {
	for _, row := range t.Rows {
		n := 0
		for _, c := range row.Cells {
			n += c.span()
		}
		most = max(most, n)
	}
	return most
}

func (c Cell) span() int { return max(1, c.Span) }

// box is a cell being laid out: its place in the row and the lines that are still to be set.
type box struct {
	cell        Cell
	left, right float64
	lines       []band
}

// row lays out a row: one band, or several if it is taller than the limit.
func (g grid) row(row Row, limit float64) []band {
	boxes := g.boxes(row)
	room := limit - 2*g.table.Padding.Y
	var bands []band
	for {
		height, left := 0.0, false
		now := make([][]band, len(boxes))
		for i := range boxes {
			n := fitting(boxes[i].lines, room)
			now[i], boxes[i].lines = boxes[i].lines[:n], boxes[i].lines[n:]
			height = max(height, stackHeight(now[i]))
			left = left || len(boxes[i].lines) > 0
		}
		height += 2 * g.table.Padding.Y
		if len(bands) == 0 {
			height = max(height, min(row.Height, limit))
		}
		bands = append(bands, g.draw(boxes, now, height))
		if !left {
			return bands
		}
	}
}

func (g grid) boxes(row Row) []box {
	var boxes []box
	column, last := 0, len(g.edges)-1
	for column < last {
		b := box{left: g.edges[column]}
		if len(boxes) < len(row.Cells) {
			b.cell = row.Cells[len(boxes)]
		}
		column = min(last, column+b.cell.span())
		b.right = g.edges[column]
		b.lines, _ = g.stack(b.cell.Paragraphs, b.right-b.left-2*g.table.Padding.X)
		boxes = append(boxes, b)
	}
	return boxes
}

// fitting returns how many bands go into a height: at least one, so that setting a row comes to an end.
func fitting(bands []band, height float64) int {
	for n := range bands {
		if n > 0 && stackHeight(bands[:n+1]) > height {
			return n
		}
	}
	return len(bands)
}

// draw makes a band of what stands in the boxes of a row now.
func (g grid) draw(boxes []box, now [][]band, height float64) band {
	b := band{height: height}
	for i, x := range boxes {
		if x.cell.Fill.On {
			b.ops = append(b.ops, Rect{X: x.left, W: x.right - x.left, H: height, Fill: x.cell.Fill})
		}
		y := g.table.Padding.Y
		if x.cell.Middle {
			y = (height - stackHeight(now[i])) / 2
		}
		b.ops = append(b.ops, place(now[i], x.left+g.table.Padding.X, y)...)
	}
	if g.table.Border == GridBorder {
		b.ops = append(b.ops, g.frame(boxes, height)...)
	}
	return b
}

func (g grid) frame(boxes []box, height float64) []Op {
	right := g.edges[len(g.edges)-1]
	ops := []Op{
		Line{X2: right, Stroke: HairStroke},
		Line{Y1: height, X2: right, Y2: height, Stroke: HairStroke},
		Line{Y2: height, Stroke: HairStroke},
	}
	for _, x := range boxes {
		ops = append(ops, Line{X1: x.right, X2: x.right, Y2: height, Stroke: HairStroke})
	}
	return ops
}
