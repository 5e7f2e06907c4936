//go:build journey

package measure

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"nhipcau/app/paper"
)

// page writes a document as HTML with the same text, tables, sizes and sides.
type page struct {
	bytes.Buffer
	size float64 // points, of runs that name none
}

func htmlOf(b *testing.B, doc paper.Document) []byte {
	b.Helper()
	p := &page{size: doc.Size}
	if p.size == 0 {
		p.size = paper.DefaultSize
	}
	s := doc.Page
	fmt.Fprintf(p, `<!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>%s</title><style>
@page { size: %gmm %gmm; margin: %gmm %gmm %gmm %gmm }
body { font-family: "Liberation Serif" } p { margin: 0 } table { width: 100%%; border-collapse: collapse }
</style></head><body>`, doc.Language, html.EscapeString(doc.Title), s.Width, s.Height, s.Top, s.Right, s.Bottom, s.Left)
	if doc.Draft {
		fmt.Fprintf(p, `<p align="right">%s</p>`, paper.DraftMark)
	}
	p.blocks(b, doc.Blocks)
	p.WriteString("</body></html>")
	return p.Bytes()
}

func (p *page) blocks(b *testing.B, blocks []paper.Block) {
	b.Helper()
	for _, block := range blocks {
		switch block := block.(type) {
		case paper.Paragraph:
			p.paragraph(block)
		case paper.Table:
			p.table(block)
		case paper.Columns:
			p.WriteString("<table><tr>")
			for _, part := range block.Parts {
				p.WriteString(`<td valign="top">`)
				p.blocks(b, part)
				p.WriteString("</td>")
			}
			p.WriteString("</tr></table>")
		case paper.Rule:
			fmt.Fprintf(p, `<hr width="%g%%">`, 100*max(block.Of, 0.3))
		case paper.Space:
			fmt.Fprintf(p, `<p style="height: %gmm"></p>`, block.Height)
		case paper.Level:
		default:
			b.Fatalf("no HTML for %T", block)
		}
	}
}

func (p *page) paragraph(text paper.Paragraph) {
	side := [...]string{"left", "center", "right", "justify"}[text.Align]
	fmt.Fprintf(p, `<p style="text-align: %s; text-indent: %gmm; margin-left: %gmm; margin-top: %gpt; margin-bottom: %gpt">`,
		side, text.FirstIndent, text.Indent, text.Before, text.After)
	for _, run := range text.Runs {
		style := ""
		if run.Bold {
			style += "font-weight: bold;"
		}
		if run.Italic {
			style += "font-style: italic;"
		}
		size := run.Size
		if size == 0 {
			size = p.size
		}
		words := strings.ReplaceAll(html.EscapeString(run.Text), "\n", "<br>")
		fmt.Fprintf(p, `<span style="%sfont-size: %gpt">%s</span>`, style, size, words)
	}
	p.WriteString("</p>")
}

func (p *page) table(t paper.Table) {
	fmt.Fprintf(p, `<table border="%d">`, t.Border)
	for i, row := range t.Rows {
		tag := "td"
		if i < t.Header {
			tag = "th"
		}
		p.WriteString("<tr>")
		for _, cell := range row.Cells {
			fmt.Fprintf(p, `<%s colspan="%d">`, tag, max(cell.Span, 1))
			for _, text := range cell.Paragraphs {
				p.paragraph(text)
			}
			fmt.Fprintf(p, "</%s>", tag)
		}
		p.WriteString("</tr>")
	}
	p.WriteString("</table>")
}
