package paper

import (
	"fmt"
	"slices"
)

// columns lays out parts side by side as one band, or, if that is taller than a page, one after another.
func (l *layout) columns(c Columns, width float64) ([]band, error) {
	if len(c.Parts) == 0 || len(c.Weights) != len(c.Parts) {
		return nil, fmt.Errorf("%d columns of %d widths: %w", len(c.Parts), len(c.Weights), ErrMisplaced)
	}
	widths := shared(c.Weights, width-c.Gap*float64(len(c.Parts)-1))
	parts := make([][]band, len(c.Parts))
	x := make([]float64, len(c.Parts))
	for i, blocks := range c.Parts {
		if i > 0 {
			x[i] = x[i-1] + widths[i-1] + c.Gap
		}
		bands, err := l.flow(blocks, widths[i])
		if err != nil {
			return nil, err
		}
		parts[i] = bands
	}
	if whole := sideBySide(parts, x); whole.height <= l.page.TextHeight() {
		return []band{whole}, nil
	}
	var bands []band
	for i, part := range parts {
		for _, b := range part {
			bands = append(bands, b.shifted(x[i], 0))
		}
	}
	return bands, nil
}

// shared divides a width by weights.
func shared(weights []float64, width float64) []float64 {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	widths := make([]float64, len(weights))
	for i, w := range weights {
		if sum > 0 {
			widths[i] = width * w / sum
		}
	}
	return widths
}

// shifted moves a band's strokes to the right and down.
func (b band) shifted(dx, dy float64) band {
	ops := make([]Op, len(b.ops))
	for i, op := range b.ops {
		ops[i] = op.moved(dx, dy)
	}
	b.ops = ops
	return b
}

// sideBySide joins the bands of several parts into one, part after part. Their levels stand at the same height.
func sideBySide(parts [][]band, x []float64) band {
	var heights []float64 // of what stands between two levels, in the part where it is tallest
	cut := make([][][]band, len(parts))
	for i, part := range parts {
		cut[i] = atLevels(part)
		for k, piece := range cut[i] {
			if k == len(heights) {
				heights = append(heights, 0)
			}
			height := stackHeight(piece)
			if k < len(cut[i])-1 && len(piece) > 0 {
				height += piece[len(piece)-1].after
			}
			heights[k] = max(heights[k], height)
		}
	}
	var whole band
	for i := range parts {
		whole.changed = whole.changed || slices.ContainsFunc(parts[i], func(b band) bool { return b.changed })
		y := 0.0
		for k, piece := range cut[i] {
			whole.ops = append(whole.ops, place(piece, x[i], y)...)
			y += heights[k]
		}
	}
	for _, h := range heights {
		whole.height += h
	}
	return whole
}

// atLevels cuts bands at the levels among them.
func atLevels(bands []band) [][]band {
	pieces := [][]band{nil}
	for _, b := range bands {
		if b.level {
			pieces = append(pieces, nil)
			continue
		}
		pieces[len(pieces)-1] = append(pieces[len(pieces)-1], b)
	}
	return pieces
}

// stackHeight returns the height of bands that stand one under another away from the top of a page.
func stackHeight(bands []band) (height float64) {
	for i, b := range bands {
		if i > 0 {
			height += bands[i-1].after + b.before
		}
		height += b.height
	}
	return height
}

// place returns the strokes of bands that stand one under another from (x, y).
func place(bands []band, x, y float64) []Op {
	var ops []Op
	for i, b := range bands {
		if i > 0 {
			y += bands[i-1].after + b.before
		}
		for _, op := range b.ops {
			ops = append(ops, op.moved(x, y))
		}
		y += b.height
	}
	return ops
}
