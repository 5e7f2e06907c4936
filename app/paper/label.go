package paper

const (
	fitStep  = 0.95 // how much smaller the type of a label gets at each try
	fitTries = 40   // after which it is an eighth of its size
)

// label lays out text inside its rectangle.
func (l *layout) label(s Label) []Op {
	bands, height := l.stack(s.Paragraphs, s.W)
	if s.Fit {
		for range fitTries {
			if height <= s.H && l.whole(s.Paragraphs, s.W) {
				break
			}
			s.Paragraphs = l.scaled(s.Paragraphs, fitStep)
			bands, height = l.stack(s.Paragraphs, s.W)
		}
	}
	y := s.Y
	if !s.Top {
		y += (s.H - height) / 2
	}
	ops := place(bands, s.X, y)
	if s.Turned {
		for i, op := range ops {
			ops[i] = op.turned(Point{s.X + s.W/2, s.Y + s.H/2})
		}
	}
	return ops
}

// stack lays out paragraphs and returns the height that they take.
func (l *layout) stack(paragraphs []Paragraph, width float64) (bands []band, height float64) {
	for _, p := range paragraphs {
		bands = append(bands, l.paragraph(p, width)...)
	}
	return bands, stackHeight(bands)
}

// whole reports whether no word is wider than a line.
func (l *layout) whole(paragraphs []Paragraph, width float64) bool {
	for _, p := range paragraphs {
		for _, w := range l.words(p.Runs) {
			if w.width > width-p.Indent-max(0, p.FirstIndent) {
				return false
			}
		}
	}
	return true
}

// scaled returns paragraphs with type so many times as large.
func (l *layout) scaled(paragraphs []Paragraph, factor float64) []Paragraph {
	list := make([]Paragraph, len(paragraphs))
	for i, p := range paragraphs {
		runs := make([]Run, len(p.Runs))
		for j, r := range p.Runs {
			if r.Size == 0 {
				r.Size = l.size
			}
			r.Size *= factor
			runs[j] = r
		}
		p.Runs = runs
		list[i] = p
	}
	return list
}
