package word

import "nhipcau/app/paper"

// section is what stands between two page breaks: its sheet and its page numbers.
type section struct {
	page    paper.PageSetup
	restart bool // page numbers begin again at 1
	first   bool // its first page is a page 1, which shows no number
}

// part is a section with its blocks.
type part struct {
	section section
	blocks  []paper.Block
}

// parts cuts a document at its page breaks. A document that begins with an annex has no empty page before it.
func parts(doc paper.Document) []part {
	list := []part{{section: section{page: doc.Page, first: true}}}
	for _, b := range doc.Blocks {
		last := &list[len(list)-1]
		pb, ok := b.(paper.PageBreak)
		if !ok {
			last.blocks = append(last.blocks, b)
			continue
		}
		next := part{section: section{page: last.section.page, restart: pb.Restart, first: pb.Restart}}
		if pb.Page != nil {
			next.section.page = *pb.Page
		}
		if len(list) == 1 && len(last.blocks) == 0 {
			next.section.first = true
			list = list[:0]
		}
		list = append(list, next)
	}
	return list
}

const (
	headerTop  = 10 // mm from the sheet's edge to the page number
	headerRoom = 6  // mm that its line takes
)

// write writes the section in the order of CT_SectPr.
func (s *section) write(m *markup) {
	m.begin("w:sectPr")
	header := numberedID
	if s.page.Unnumbered {
		header = blankID
	}
	m.put("w:headerReference", "w:type", "default", "r:id", header)
	m.put("w:headerReference", "w:type", "first", "r:id", blankID)
	m.value("w:type", "nextPage")
	size := []string{"w:w", number(twips(s.page.Width)), "w:h", number(twips(s.page.Height))}
	if s.page.Width > s.page.Height {
		size = append(size, "w:orient", "landscape")
	}
	m.put("w:pgSz", size...)
	m.put("w:pgMar",
		"w:top", number(twips(s.page.Top)), "w:right", number(twips(s.page.Right)),
		"w:bottom", number(twips(s.page.Bottom)), "w:left", number(twips(s.page.Left)),
		"w:header", number(twips(max(0, min(headerTop, s.page.Top-headerRoom)))), "w:footer", "0", "w:gutter", "0")
	if s.restart {
		m.put("w:pgNumType", "w:start", "1")
	}
	m.put("w:cols", "w:space", "708")
	if s.first {
		m.put("w:titlePg")
	}
	m.end()
}

// The headers of a file: with a page number, and without.
const (
	numberedID, numberedPart = "rId10", "header1.xml"
	blankID, blankPart       = "rId11", "header2.xml"
)

const (
	numberSize  = 13  // points, of the page number (30/2020/NĐ-CP, annex I: 13–14)
	draftSize   = 13  // points, of the mark of a draft
	draftTop    = 9   // mm from the sheet's edge to the mark's frame
	draftTall   = 7   // mm
	draftSide   = 3   // mm between the mark and the sides of its frame
	reprintSize = 9   // points, of the line that says which print it is
	reprintTop  = 5.2 // mm from the sheet's edge to the top of that line
	reprintRoom = 2   // mm that its frame is wider than it, so that it never breaks
)

// headerNumber and headerBlank are the paragraphs of the headers.
func headerNumber() *para {
	return &para{
		role: roleNumber, shape: shape{align: paper.Center, line: single}, runs: []run{{look: look{size: halfPoints(numberSize)}}},
	}
}

func draftPara() *para {
	p := headerNumber()
	p.role = roleDraft
	p.runs = []run{{look{bold: true, size: halfPoints(draftSize)}, paper.DraftMark}}
	return p
}

func reprintPara(note string) *para {
	p := headerNumber()
	p.role, p.shape.align = roleReprint, paper.Left
	p.runs = []run{{look{italic: true, size: halfPoints(reprintSize)}, note}}
	return p
}

// framed is a line of the top margin and its width in millimetres; 0 for a line that is not there.
type framed struct {
	text  string
	width float64
}

// writeHeader writes a header, with a page number or without, and with the mark of a draft and the line of a reprint, if any.
func writeHeader(styles *styles, numbered bool, draft, reprint framed) []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("w:hdr", "xmlns:w", mainSpace)
	if reprint.width > 0 {
		writeReprint(m, styles, reprint)
	}
	if draft.width > 0 {
		writeDraft(m, styles, draft.width)
	}
	m.begin("w:p")
	m.begin("w:pPr")
	m.value("w:pStyle", roleNumber.id())
	m.end()
	if numbered {
		m.begin("w:fldSimple", "w:instr", " PAGE ")
		m.begin("w:r")
		m.leaf("w:t", "2")
		m.end()
		m.end()
	}
	m.end()
	m.end()
	return m.Bytes()
}

// writeDraft writes the mark of a draft: a frame at the top of the sheet, at its right margin whatever the sheet.
func writeDraft(m *markup, styles *styles, width float64) {
	p := draftPara()
	m.begin("w:p")
	m.begin("w:pPr")
	m.value("w:pStyle", roleDraft.id())
	m.put("w:framePr", "w:w", number(twips(width+2*draftSide)), "w:h", number(twips(draftTall)), "w:hRule", "exact",
		"w:wrap", "around", "w:vAnchor", "page", "w:hAnchor", "margin", "w:xAlign", "right", "w:y", number(twips(draftTop)))
	m.begin("w:pBdr")
	for _, side := range [...]string{"top", "left", "bottom", "right"} {
		stroke(m, "w:"+side, eighths(paper.HairStroke), 1)
	}
	m.end()
	m.end()
	writeRun(m, p.runs[0], styles.list[roleDraft].look)
	m.end()
}

// writeReprint writes the line that says which print it is: a frame without borders at the left margin, above all else.
func writeReprint(m *markup, styles *styles, line framed) {
	p := reprintPara(line.text)
	m.begin("w:p")
	m.begin("w:pPr")
	m.value("w:pStyle", roleReprint.id())
	m.put("w:framePr", "w:w", number(twips(line.width+reprintRoom)), "w:wrap", "around", "w:vAnchor", "page", "w:hAnchor", "margin",
		"w:xAlign", "left", "w:y", number(twips(reprintTop)))
	m.end()
	writeRun(m, p.runs[0], styles.list[roleReprint].look)
	m.end()
}
