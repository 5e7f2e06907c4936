package official

import "nhipcau/app/paper"

// Grid builds a table as offices draw it: framed cells, a bold centred header that every page repeats, rows that are never split.
type Grid struct {
	Columns   []GridColumn
	RowHeight float64 // mm at least of every row, as lists to be signed need
	rows      []paper.Row
	size      float64
}

// Grid returns a table with these columns and no rows yet.
func (s Style) Grid(columns ...GridColumn) *Grid { return &Grid{Columns: columns, size: s.TableSize} }

// GridColumn is a column of a grid.
type GridColumn struct {
	Title  string
	Width  float64 // mm; 0 shares what the others leave
	Center bool    // for numbers, times and dates
}

// Add appends a row with a text for each column.
func (g *Grid) Add(texts ...string) { g.add(paper.Run{}, texts) }

// AddStrong appends a row in bold: one that concerns the reader above the others.
func (g *Grid) AddStrong(texts ...string) { g.add(paper.Run{Bold: true}, texts) }

func (g *Grid) add(run paper.Run, texts []string) {
	row := paper.Row{Height: g.RowHeight}
	for i, text := range texts {
		run.Text = text
		p := g.cellText(run)
		if i < len(g.Columns) && g.Columns[i].Center {
			p.Align = paper.Center
		}
		row.Cells = append(row.Cells, paper.Cell{Paragraphs: []paper.Paragraph{p}})
	}
	g.rows = append(g.rows, row)
}

// Group appends a row across all columns that names the rows after it, such as "I. LÃNH ĐẠO HUYỆN".
func (g *Grid) Group(text string) {
	cell := paper.Cell{Paragraphs: []paper.Paragraph{g.cellText(paper.Run{Text: text, Bold: true})}, Span: len(g.Columns)}
	g.rows = append(g.rows, paper.Row{Cells: []paper.Cell{cell}, KeepWithNext: true})
}

// SubGroup appends a row across all columns that names a part of a group, such as "1. Lãnh đạo xã".
func (g *Grid) SubGroup(text string) {
	cell := paper.Cell{Paragraphs: []paper.Paragraph{g.cellText(paper.Run{Text: text, Bold: true, Italic: true})}, Span: len(g.Columns)}
	g.rows = append(g.rows, paper.Row{Cells: []paper.Cell{cell}, KeepWithNext: true})
}

// Table returns the grid as a block.
func (g *Grid) Table() paper.Table {
	t := paper.Table{
		Header: 1, Border: paper.GridBorder, Padding: paper.Padding{X: 1.4, Y: 0.9}, Before: 2, After: 8,
	}
	head := paper.Row{}
	for _, c := range g.Columns {
		t.Columns = append(t.Columns, paper.Column{Width: c.Width})
		p := g.cellText(paper.Run{Text: c.Title, Bold: true})
		p.Align = paper.Center
		head.Cells = append(head.Cells, paper.Cell{Paragraphs: []paper.Paragraph{p}, Middle: true})
	}
	t.Rows = append([]paper.Row{head}, g.rows...)
	return t
}

func (g *Grid) cellText(run paper.Run) paper.Paragraph {
	run.Size = g.size
	return paper.Paragraph{Runs: []paper.Run{run}}
}
