package papers

import (
	"slices"
	"strings"

	"nhipcau/app/paper"
)

// MarkChanges marks in a paper what did not stand in an older print of it, and
// lists at its end what stood there and is gone. It gives the number of both.
// Paragraphs and rows of tables are compared by their text; the number in the
// first cell of a row does not count, since a new row moves all behind it.
func MarkChanges(old, now paper.Document) (paper.Document, int) {
	before, after := piecesOf(old.Blocks), piecesOf(now.Blocks)
	changed, gone := compare(before, after)
	m := marker{changed: changed}
	now.Blocks = m.blocks(now.Blocks)
	n := len(gone)
	for _, c := range changed {
		if c {
			n++
		}
	}
	for i, text := range gone {
		p := paper.Paragraph{Runs: []paper.Run{{Text: "Đã bỏ: " + text, Italic: true, Size: 12}}, Align: paper.Justify, Changed: true}
		if i == 0 {
			p.Before = 8
		}
		now.Blocks = append(now.Blocks, p)
	}
	return now, n
}

// piecesOf are the texts of what is compared, in reading order; empty for what
// says nothing.
func piecesOf(blocks []paper.Block) []string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case paper.Paragraph:
			out = append(out, textOf(b))
		case paper.Table:
			for _, row := range b.Rows {
				out = append(out, rowText(row))
			}
		case paper.Columns:
			for _, part := range b.Parts {
				out = append(out, piecesOf(part)...)
			}
		case paper.Drawing:
			out = append(out, drawingText(b))
		}
	}
	return out
}

func textOf(paragraphs ...paper.Paragraph) string {
	var b strings.Builder
	for _, p := range paragraphs {
		for _, run := range p.Runs {
			b.WriteString(run.Text)
		}
		b.WriteByte(' ')
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func rowText(row paper.Row) string {
	var cells []string
	for i, c := range row.Cells {
		text := textOf(c.Paragraphs...)
		if i == 0 && strings.Trim(text, "0123456789.") == "" {
			continue
		}
		if text != "" {
			cells = append(cells, text)
		}
	}
	return strings.Join(cells, " | ")
}

func drawingText(d paper.Drawing) string {
	var texts []string
	for _, shape := range d.Shapes {
		if l, ok := shape.(paper.Label); ok {
			texts = append(texts, textOf(l.Paragraphs...))
		}
	}
	return strings.Join(texts, " | ")
}

// marker puts the marks on blocks, piece after piece.
type marker struct {
	changed []bool
	next    int
}

func (m *marker) take() bool {
	m.next++
	return m.changed[m.next-1]
}

// blocks are copies with marks; those given are not touched.
func (m *marker) blocks(blocks []paper.Block) []paper.Block {
	out := slices.Clone(blocks)
	for i, b := range out {
		switch b := b.(type) {
		case paper.Paragraph:
			b.Changed = m.take()
			out[i] = b
		case paper.Table:
			b.Rows = slices.Clone(b.Rows)
			for r := range b.Rows {
				b.Rows[r].Changed = m.take()
			}
			out[i] = b
		case paper.Columns:
			b.Parts = slices.Clone(b.Parts)
			for p := range b.Parts {
				b.Parts[p] = m.blocks(b.Parts[p])
			}
			out[i] = b
		case paper.Drawing:
			b.Changed = m.take()
			out[i] = b
		}
	}
	return out
}

// compare says which of the pieces of now are new or different, and which of the
// old ones are gone. Between pieces that stayed, those that have most of their
// words in common are one that was reworded.
func compare(old, now []string) (changed []bool, gone []string) {
	changed = make([]bool, len(now))
	i, j := 0, 0
	for _, pair := range append(common(old, now), [2]int{len(old), len(now)}) {
		left := old[i:pair[0]]
		var fresh []string
		for k := j; k < pair[1]; k++ {
			if changed[k] = now[k] != ""; changed[k] {
				fresh = append(fresh, now[k])
			}
		}
		gone = append(gone, unpaired(left, fresh)...)
		i, j = pair[0]+1, pair[1]+1
	}
	return changed, gone
}

// unpaired are the old pieces of which no new one is a rewording.
func unpaired(old, fresh []string) []string {
	var out []string
	taken := make([]bool, len(fresh))
	for _, text := range old {
		best, at := 0.5, -1
		for i, other := range fresh {
			if alike := likeness(text, other); !taken[i] && alike >= best {
				best, at = alike, i
			}
		}
		if at >= 0 {
			taken[at] = true
		} else if text != "" {
			out = append(out, text)
		}
	}
	return out
}

// likeness is the share of words that two texts have in common, from 0 to 1.
func likeness(a, b string) float64 {
	words, count := map[string]int{}, 0
	one, two := strings.Fields(a), strings.Fields(b)
	for _, w := range one {
		words[w]++
	}
	for _, w := range two {
		if words[w] > 0 {
			words[w]--
			count++
		}
	}
	return 2 * float64(count) / float64(max(1, len(one)+len(two)))
}

// mostCompared bounds the table of common: beyond it, pieces are compared only
// where they are equal from the beginning and from the end.
const mostCompared = 4_000_000

// common gives the pairs of equal pieces of the longest common sequence.
func common(old, now []string) [][2]int {
	var head, tail [][2]int
	from := 0
	for from < len(old) && from < len(now) && old[from] == now[from] {
		head = append(head, [2]int{from, from})
		from++
	}
	end := 0
	for end < len(old)-from && end < len(now)-from && old[len(old)-1-end] == now[len(now)-1-end] {
		end++
		tail = append(tail, [2]int{len(old) - end, len(now) - end})
	}
	slices.Reverse(tail)
	a, b := old[from:len(old)-end], now[from:len(now)-end]
	if len(a)*len(b) <= mostCompared {
		for _, pair := range longest(a, b) {
			head = append(head, [2]int{pair[0] + from, pair[1] + from})
		}
	}
	return append(head, tail...)
}

func longest(a, b []string) [][2]int {
	lengths := make([][]int, len(a)+1)
	for i := range lengths {
		lengths[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				lengths[i][j] = lengths[i+1][j+1] + 1
			} else {
				lengths[i][j] = max(lengths[i+1][j], lengths[i][j+1])
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case lengths[i+1][j] >= lengths[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
