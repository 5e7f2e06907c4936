package word

import (
	"slices"

	"nhipcau/app/paper"
)

// columns makes a table without borders of parts that stand side by side. What stands between two levels is a row, so that what follows
// a level begins at the same height in every part.
func (f *flow) columns(c paper.Columns) (*table, error) {
	widths, beside, err := f.galley.Widths(c, f.width)
	if err != nil {
		return nil, err
	}
	made := &table{edges: []int{0}, columns: true}
	x := 0.0
	for i, w := range widths {
		x += w
		if i < len(widths)-1 {
			x += c.Gap
		}
		made.edges = append(made.edges, twips(x))
	}
	pieces, most := make([][][]paper.Block, len(c.Parts)), 0
	for i, part := range c.Parts {
		pieces[i] = atLevels(part)
		most = max(most, len(pieces[i]))
	}
	for k := range most {
		r := row{split: !beside || holdsTable(pieces, k), mark: changedAt(pieces, k)}
		for i, w := range widths {
			inside := f.inner(inParts, w)
			if k < len(pieces[i]) {
				if err := inside.blocks(pieces[i][k]); err != nil {
					return nil, err
				}
			}
			inside.close(k < len(pieces[i])-1)
			made := cell{from: i, to: i + 1, items: inside.items}
			if i < len(widths)-1 {
				made.gap = twips(c.Gap)
			}
			r.cells = append(r.cells, made)
		}
		made.rows = append(made.rows, r)
	}
	if beside {
		for _, r := range made.rows[:most-1] {
			r.keepNext()
		}
	}
	return made, nil
}

// atLevels cuts blocks at the levels among them.
func atLevels(blocks []paper.Block) [][]paper.Block {
	pieces := [][]paper.Block{nil}
	for _, b := range blocks {
		if _, ok := b.(paper.Level); ok {
			pieces = append(pieces, nil)
			continue
		}
		last := len(pieces) - 1
		pieces[last] = append(pieces[last], b)
	}
	return pieces
}

// holdsTable reports whether a table stands between two levels, numbered k. LibreOffice 7.4 sends a row with a table inside to the next
// page, though it has room, if the row must not split.
func holdsTable(pieces [][][]paper.Block, k int) bool {
	isTable := func(b paper.Block) bool { _, is := b.(paper.Table); return is }
	return slices.ContainsFunc(pieces, func(part [][]paper.Block) bool { return k < len(part) && slices.ContainsFunc(part[k], isTable) })
}

// changedAt reports whether something between two levels, numbered k, changed since the last print.
func changedAt(pieces [][][]paper.Block, k int) bool {
	for _, part := range pieces {
		if k < len(part) && slices.ContainsFunc(part[k], changed) {
			return true
		}
	}
	return false
}

func changed(b paper.Block) bool {
	switch b := b.(type) {
	case paper.Paragraph:
		return b.Changed
	case paper.Drawing:
		return b.Changed
	}
	return false // a table marks its own rows
}

// join makes one table of columns and the columns above them that they must not leave: programs keep rows on a page more surely than
// tables. It reports whether it could.
func (f *flow) join(below *table) bool {
	if len(f.items) == 0 {
		return false
	}
	above, ok := f.items[len(f.items)-1].(*table)
	if !ok || !above.columns || !slices.Equal(above.edges, below.edges) {
		return false
	}
	gap := points(max(0, f.after+f.space))
	first := below.rows[0]
	for i, c := range first.cells {
		if p, ok := c.items[0].(*para); ok {
			p.shape.before += gap
			continue
		}
		first.cells[i].items = append([]item{spacer(gap)}, c.items...)
	}
	above.rows = append(above.rows, below.rows...)
	f.after, f.space, f.kept = 0, 0, false
	return true
}
