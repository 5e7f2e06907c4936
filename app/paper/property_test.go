package paper

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// drawText draws a text with what people paste into forms: long addresses, emoji, marks of their own, blanks, empty lines.
func drawText(t *rapid.T, label string) string {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"Đoàn", "công tác", "huyện Thạch An,", "giảm nghèo", "Số:      /CTr-UBND", "😀", "👨‍👩‍👧", "Hue\u0323\u0302", "NGUYỄN THỊ ẨN",
			"https://dakglong.daknong.gov.vn/mot-dia-chi/rat_dai@khong,co;khoang.trang", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
			"\n", "\n\n", "\t", "  ", "☐", "☑✓", "10\u00a0giờ", "漢字", "\u200b", "\xff", "m\u0309\u0309",
		}),
		rapid.String(),
	)
	return strings.Join(rapid.SliceOfN(piece, 0, 25).Draw(t, label), rapid.SampledFrom([]string{" ", ""}).Draw(t, "joint"))
}

func drawParagraph(t *rapid.T) Paragraph {
	p := Paragraph{
		Align:        Align(rapid.IntRange(0, 3).Draw(t, "align")),
		FirstIndent:  rapid.Float64Range(-3, 10).Draw(t, "first"),
		Indent:       rapid.Float64Range(3, 15).Draw(t, "indent"),
		Before:       rapid.Float64Range(0, 12).Draw(t, "before"),
		Leading:      rapid.Float64Range(0, 2).Draw(t, "leading"),
		KeepWithNext: rapid.Bool().Draw(t, "keep"),
		Balance:      rapid.Bool().Draw(t, "balance"),
		Outline:      rapid.IntRange(0, 3).Draw(t, "outline"),
	}
	for range rapid.IntRange(0, 3).Draw(t, "runs") {
		p.Runs = append(p.Runs, Run{
			Text: drawText(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"),
			Size: rapid.SampledFrom([]float64{0, 8, 11, 14, 30}).Draw(t, "size"),
		})
	}
	return p
}

func drawTable(t *rapid.T) Table {
	n := rapid.IntRange(1, 4).Draw(t, "columns")
	table := Table{Border: GridBorder, Padding: Padding{1, 1}}
	for range n {
		table.Columns = append(table.Columns, Column{Weight: rapid.Float64Range(1, 2).Draw(t, "weight")})
	}
	for range rapid.IntRange(0, 12).Draw(t, "rows") {
		row := Row{KeepWithNext: rapid.Bool().Draw(t, "keep")}
		for range rapid.IntRange(0, n).Draw(t, "cells") {
			row.Cells = append(row.Cells, Cell{
				Paragraphs: []Paragraph{text(drawText(t, "cell"))}, Middle: rapid.Bool().Draw(t, "middle"),
			})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func drawBlocks(t *rapid.T, depth int) (blocks []Block) {
	for range rapid.IntRange(0, 6).Draw(t, "blocks") {
		switch rapid.IntRange(0, 5-depth).Draw(t, "kind") {
		case 0, 1:
			blocks = append(blocks, drawParagraph(t))
		case 2:
			blocks = append(blocks, drawTable(t))
		case 3:
			blocks = append(blocks, Rule{Of: 0.4, Align: Center}, Space{Height: rapid.Float64Range(0, 400).Draw(t, "space")})
		case 4:
			blocks = append(blocks, PageBreak{Restart: rapid.Bool().Draw(t, "restart")})
		default:
			blocks = append(blocks, Columns{
				Weights: []float64{1, 2}, Gap: 4, Parts: [][]Block{drawBlocks(t, 2), drawBlocks(t, 2)},
				KeepWithPrevious: rapid.Bool().Draw(t, "joined"),
			})
		}
	}
	return blocks
}

// said returns the characters of blocks in reading order, without spaces, line ends and what is drawn.
func said(c *cleaner, blocks []Block) string {
	var b strings.Builder
	for _, block := range blocks {
		switch block := block.(type) {
		case Paragraph:
			for _, run := range block.Runs {
				b.WriteString(solid(c.clean(run.Text)))
			}
		case Table:
			for _, row := range block.Rows {
				for _, cell := range row.Cells {
					for _, p := range cell.Paragraphs {
						b.WriteString(said(c, []Block{p}))
					}
				}
			}
		case Columns:
			for _, part := range block.Parts {
				b.WriteString(said(c, part))
			}
		}
	}
	return b.String()
}

func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || isDrawn(r) {
			return -1
		}
		return r
	}, s)
}

func TestAnyDocumentLosesNoWord(t *testing.T) {
	fonts := loadFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		setup := A4Portrait()
		setup.Unnumbered = true
		doc := Document{Title: drawText(t, "title"), Page: setup, Blocks: drawBlocks(t, 0)}
		pages, err := Layout(doc, fonts)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := solid(pages.Text()), said(newCleaner(fonts), doc.Blocks); got != want && !hasTallRow(pages) {
			t.Errorf("%q, want %q", got, want)
		}
		for i, page := range pages.List {
			for _, op := range page.Ops {
				if !inside(op, page, setup) {
					t.Errorf("page %d: %s is outside the margins", i+1, dumpOp(op))
				}
			}
		}
	})
}

// hasTallRow reports whether a row may have been split: then what its cells say is out of order between pages.
func hasTallRow(pages *Pages) bool {
	for _, page := range pages.List {
		for _, op := range page.Ops {
			if l, ok := op.(Line); ok && l.X1 == l.X2 && l.Y2-l.Y1 > pages.List[0].Height/3 {
				return true
			}
		}
	}
	return false
}

func inside(op Op, page Page, setup PageSetup) bool {
	const slack = 0.3 // half a line's width
	within := func(x1, y1, x2, y2 float64) bool {
		return x1 >= setup.Left-slack && x2 <= page.Width-setup.Right+slack && y1 >= setup.Top-slack && y2 <= page.Height-setup.Bottom+slack
	}
	switch op := op.(type) {
	case Text:
		return within(op.X, op.Y, op.X+op.Width, op.Y)
	case Line:
		return within(op.X1, op.Y1, op.X2, op.Y2)
	case Rect:
		return within(op.X, op.Y, op.X+op.W, op.Y+op.H)
	}
	return true
}

func TestAnyDocumentBecomesAPDFAndAPicture(t *testing.T) {
	fonts := loadFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		pages, err := Layout(Document{Title: drawText(t, "title"), Page: A4Portrait(), Blocks: drawBlocks(t, 0)}, fonts)
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := WritePDF(&file, pages, Info{Author: drawText(t, "author"), Created: time.Unix(0, 0)}); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(file.Bytes(), []byte("%PDF-")) {
			t.Errorf("begins with %q", file.Bytes()[:8])
		}
		if _, err := Raster(pages, len(pages.List)-1, 20); err != nil {
			t.Error(err)
		}
	})
}
