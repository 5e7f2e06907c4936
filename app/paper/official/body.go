package official

import (
	"slices"
	"strings"

	"nhipcau/app/paper"
)

// EndMark closes the text of an official paper.
const EndMark = "./."

// Document returns an upright A4 document of official blocks in Vietnamese.
func (s Style) Document(title string, blocks ...[]paper.Block) paper.Document {
	doc := paper.Document{Title: title, Language: "vi-VN", Page: *s.Portrait(), Size: s.BodySize}
	for _, b := range blocks {
		doc.Blocks = append(doc.Blocks, b...)
	}
	return doc
}

// Title returns the kind of paper, "CHƯƠNG TRÌNH", and below it what the paper is about, with the short line under it (box 5a).
func (s Style) Title(kind, about string) []paper.Block {
	name := centred(paper.Run{Text: kind, Bold: true, Size: s.kindSize()})
	name.KeepWithNext = true
	if about == "" {
		return []paper.Block{name, s.rule(shortRule)}
	}
	subject := centred(paper.Run{Text: about, Bold: true, Size: s.aboutSize()})
	subject.Balance, subject.Leading, subject.KeepWithNext = true, 1, true
	return []paper.Block{name, subject, s.rule(shortRule), paper.Space{Height: 2}}
}

// Addressees returns the lines "Kính gửi: …" of letters and of reports to a superior: one on the same line, several below each other with
// their dashes under the colon (box 9a).
func (s Style) Addressees(names ...string) []paper.Block {
	const greeting = "Kính gửi:"
	if len(names) == 1 {
		p := centred(paper.Run{Text: greeting + " " + ended(names[0], true), Size: s.BodySize})
		p.After = 2 * s.After
		return []paper.Block{p}
	}
	var list []string
	for i, name := range names {
		list = append(list, "- "+ended(name, i == len(names)-1))
	}
	lines := paper.Paragraph{Runs: []paper.Run{{Text: strings.Join(list, "\n")}}, Leading: s.Leading}
	return []paper.Block{paper.Columns{
		Weights: []float64{40, 120},
		Gap:     1,
		Parts: [][]paper.Block{
			{paper.Paragraph{Runs: []paper.Run{{Text: greeting}}, Align: paper.Right, Leading: s.Leading}},
			{lines},
		},
	}, paper.Space{Height: 4}}
}

// ended returns a list entry with the mark that belongs after it. A blank to fill, "…", ends it already.
func ended(text string, last bool) string {
	text = strings.TrimRight(strings.TrimSpace(text), ".;")
	switch {
	case !last:
		return text + ";"
	case strings.HasSuffix(text, blankMark):
		return text
	}
	return text + "."
}

// blankMark stands where nothing is known yet, for a pen to fill.
const blankMark = "…"

// Ground returns a paragraph of the legal grounds, "Căn cứ …;", which are set in italics.
func (s Style) Ground(text string) paper.Paragraph {
	p := s.Body(text)
	p.Runs[0].Italic = true
	return p
}

// Heading1 returns a heading such as "I. THỜI GIAN, ĐỊA ĐIỂM". It stays with what follows it.
func (s Style) Heading1(text string) paper.Paragraph {
	p := s.Body(text)
	p.Runs[0].Bold, p.Align, p.KeepWithNext, p.Outline = true, paper.Left, true, 1
	return p
}

// Item returns a numbered paragraph such as "1. Thời gian: …" or "a) …". What comes first is set in bold if it is a title.
func (s Style) Item(title, text string) paper.Paragraph {
	if title == "" {
		return s.Body(text)
	}
	p := s.Body(strings.TrimSpace(" " + text))
	p.Runs = []paper.Run{{Text: title + " ", Bold: true}, p.Runs[0]}
	return p
}

// Body returns a paragraph of running text: justified, its first line indented.
func (s Style) Body(text string) paper.Paragraph {
	return paper.Paragraph{
		Runs: []paper.Run{{Text: text}}, Align: paper.Justify, FirstIndent: s.Indent, After: s.After, Leading: s.Leading,
	}
}

// End returns text with the mark that closes an official paper in place of its full stop. Behind a blank to fill, "…", it has no full stop
// of its own.
func End(text string) string {
	text = strings.TrimRight(strings.TrimSpace(text), "./; ")
	if strings.HasSuffix(text, blankMark) {
		return text + strings.TrimPrefix(EndMark, ".")
	}
	return text + EndMark
}

// Closed returns the body of a paper with the mark that closes it: behind its last paragraph or, since a table has no last word, on a
// line of its own (annex III of the decree has it in every model form). Papers of the Party end with a full stop: the mark is one of the
// decree, which does not bind them, and the parts of their papers that the domain notes list (§1.8) have none.
func (s Style) Closed(body []paper.Block) []paper.Block {
	out := slices.Clone(body)
	if len(out) > 0 {
		if p, ok := out[len(out)-1].(paper.Paragraph); ok && len(p.Runs) > 0 {
			p.Runs = slices.Clone(p.Runs)
			last := &p.Runs[len(p.Runs)-1]
			last.Text = s.end(last.Text)
			out[len(out)-1] = p
			return out
		}
	}
	if s.Party {
		return out
	}
	mark := s.Body(EndMark)
	mark.Align = paper.Right
	return append(out, mark)
}

// end is End in papers of the state, and a full stop in those of the Party.
func (s Style) end(text string) string {
	if s.Party {
		return strings.TrimSuffix(End(text), EndMark) + "."
	}
	return End(text)
}
