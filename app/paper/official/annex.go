package official

import "nhipcau/app/paper"

// AnnexHeading is what stands at the top of an annex.
type AnnexHeading struct {
	Label     string // "Phụ lục I"; roman numbers when there are two or more, empty for a list that is none
	Title     string // "DANH SÁCH"
	About     string // what the annex is about, below the title
	Reference string // "(Kèm theo Kế hoạch số …)"
}

// Annex begins an annex: a new page, on another sheet if page is not nil, and page numbers of its own.
func (s Style) Annex(h AnnexHeading, page *paper.PageSetup) []paper.Block {
	blocks := []paper.Block{paper.PageBreak{Restart: true, Page: page}}
	lines := []struct {
		text string
		run  paper.Run
	}{
		{h.Label, paper.Run{Bold: true, Size: s.AnnexSize}},
		{h.Title, paper.Run{Bold: true, Size: s.TitleSize}},
		{h.About, paper.Run{Bold: true, Size: s.TitleSize}},
		{h.Reference, paper.Run{Italic: true, Size: s.ReferenceSize}},
	}
	for _, line := range lines {
		if line.text == "" {
			continue
		}
		line.run.Text = line.text
		p := centred(line.run)
		p.Balance, p.KeepWithNext = true, true
		blocks = append(blocks, p)
	}
	if first, ok := blocks[min(1, len(blocks)-1)].(paper.Paragraph); ok {
		first.Outline = 1
		blocks[1] = first
	}
	return append(blocks, s.rule(shortRule), paper.Space{Height: 2})
}
