package paper

import "fmt"

func points(pt float64) float64 { return pt * MillimetresPerPoint }

// flow lays out blocks one under another.
func (l *layout) flow(blocks []Block, width float64) ([]band, error) {
	var bands []band
	for _, b := range blocks {
		made, joined, err := l.block(b, width, bands)
		if err != nil {
			return nil, err
		}
		if joined {
			keepLast(bands)
		}
		for _, m := range made {
			// Space under a heading does not part it from what follows.
			m.keep = m.keep || m.blank && len(bands) > 0 && bands[len(bands)-1].keep
			bands = append(bands, m)
		}
	}
	return bands, nil
}

// keepLast keeps the last of bands, and the space under it, with what comes next.
func keepLast(bands []band) {
	for i := len(bands) - 1; i >= 0; i-- {
		bands[i].keep = true
		if !bands[i].blank {
			return
		}
	}
}

// block lays out one block. It reports joined when a page break must not separate the block from those above.
func (l *layout) block(b Block, width float64, above []band) (bands []band, joined bool, err error) {
	switch b := b.(type) {
	case Paragraph:
		return l.paragraph(b, width), false, nil
	case Table:
		return l.table(b, width), b.KeepWithPrevious, nil
	case Columns:
		bands, err = l.columns(b, width)
		return bands, b.KeepWithPrevious, err
	case Rule:
		return []band{l.rule(b, width, above)}, true, nil
	case Drawing:
		drawn, err := l.drawing(b, width)
		return []band{drawn}, false, err
	case Space:
		return []band{{height: b.Height, blank: true}}, false, nil
	case Level:
		return []band{{level: true, blank: true}}, false, nil
	}
	return nil, false, fmt.Errorf("%T: %w", b, ErrMisplaced)
}

// paragraph lays out a paragraph; every line is a band.
func (l *layout) paragraph(p Paragraph, width float64) []band {
	words := l.words(p.Runs)
	m := measure{first: width - p.Indent - p.FirstIndent, rest: width - p.Indent}
	fill := breakLines
	if p.Balance {
		fill = balanced
	}
	lines := fill(l.fonts, words, m)
	bands := make([]band, len(lines))
	widest := 0.0
	for i, line := range lines {
		widest = max(widest, line.width)
		left := p.Indent
		if i == 0 {
			left += p.FirstIndent
		}
		bands[i] = l.line(line, p, left, m.of(i))
		bands[i].changed = p.Changed
		bands[i].keep = p.KeepWithNext || len(lines) > 1 && (i == 0 || i == len(lines)-2)
	}
	bands[0].before, bands[len(bands)-1].after = points(p.Before), points(p.After)
	bands[len(bands)-1].widest = widest
	if p.Outline > 0 {
		bands[0].bookmark = &Bookmark{Title: plain(lines), Level: p.Outline}
	}
	return bands
}

// line makes a band of a line. What a multiple of the line height adds goes above the text, as word processors do.
func (l *layout) line(line line, p Paragraph, left, width float64) band {
	above, below := line.extent(l.fonts)
	height := (above + below) * max(1, p.Leading)
	extra := 0.0
	switch p.Align {
	case Center:
		left += (width - line.width) / 2
	case Right:
		left += width - line.width
	case Justify:
		extra = line.stretch(width)
	case Left:
	}
	return band{height: height, lead: height - above - below, ops: line.draw(left, height-below, extra)}
}

// plain returns the text of lines with single spaces.
func plain(lines []line) string {
	var text []byte
	for _, line := range lines {
		for i, w := range line.words {
			if len(text) > 0 && (w.spaces > 0 || i == 0) {
				text = append(text, ' ')
			}
			for _, f := range w.parts {
				text = append(text, f.text...)
			}
		}
	}
	return string(text)
}

// rule lays out a drawn line; a relative one measures the paragraph above.
func (l *layout) rule(r Rule, width float64, above []band) band {
	length, stroke := r.Length, r.Stroke
	if r.Of > 0 && len(above) > 0 {
		length = r.Of * above[len(above)-1].widest
	}
	if stroke == 0 {
		stroke = HairStroke
	}
	length = min(length, width)
	x := aligned(r.Align, width-length)
	line := Line{X1: x, Y1: stroke / 2, X2: x + length, Y2: stroke / 2, Stroke: stroke}
	return band{height: stroke, before: points(r.Before), after: points(r.After), ops: []Op{line}}
}

// aligned returns where something begins that leaves so much free width.
func aligned(a Align, free float64) float64 {
	switch a {
	case Center:
		return free / 2
	case Right:
		return free
	case Left, Justify:
	}
	return 0
}

// drawing lays out a drawing.
func (l *layout) drawing(d Drawing, width float64) (band, error) {
	b := band{height: d.Height, before: points(d.Before), after: points(d.After), changed: d.Changed}
	x := aligned(d.Align, width-d.Width)
	for _, shape := range d.Shapes {
		ops, err := l.shape(shape)
		if err != nil {
			return b, err
		}
		for _, op := range ops {
			b.ops = append(b.ops, op.moved(x, 0))
		}
	}
	return b, nil
}

func (l *layout) shape(shape Shape) ([]Op, error) {
	switch s := shape.(type) {
	case Label:
		return l.label(s), nil
	case Picture:
		decoded, err := s.decode()
		return []Op{decoded}, err
	case Op:
		return []Op{s}, nil
	}
	return nil, fmt.Errorf("%T: %w", shape, ErrMisplaced)
}
