package paper

import "fmt"

// layout is the state of laying out one document.
type layout struct {
	fonts   *Fonts
	cleaner *cleaner
	size    float64 // points, of runs that name none
	page    PageSetup
}

// Layout breaks a document into pages. It returns ErrPageSetup, ErrTooLarge or ErrMisplaced when a block cannot be placed, or the error
// of a picture that cannot be read; text of any kind is never an error.
func Layout(doc Document, fonts *Fonts) (*Pages, error) {
	l := &layout{fonts: fonts, cleaner: newCleaner(fonts), size: doc.Size, page: doc.Page}
	if l.size == 0 {
		l.size = DefaultSize
	}
	pages := &Pages{Title: l.cleaner.line(doc.Title), Language: doc.Language, fonts: fonts}
	number := 0
	for _, s := range sections(doc) {
		if s.page != nil {
			l.page = *s.page
		}
		if l.page.TextWidth() < minText || l.page.TextHeight() < minText {
			return nil, ErrPageSetup
		}
		if s.restart {
			number = 0
		}
		made, err := l.section(s.blocks, number)
		if err != nil {
			return nil, err
		}
		for i := range made {
			l.furnish(&made[i], doc.Draft)
			l.noteReprint(&made[i], doc.Reprint)
		}
		number = made[len(made)-1].Number
		pages.List = append(pages.List, made...)
	}
	pages.Replaced = l.cleaner.list()
	return pages, nil
}

// minText is the least width and height in millimetres that margins must leave.
const minText = 20

// section is what stands between two page breaks.
type section struct {
	blocks  []Block
	restart bool
	page    *PageSetup
}

func sections(doc Document) []section {
	list := []section{{}}
	for _, b := range doc.Blocks {
		if pb, ok := b.(PageBreak); ok {
			if len(list) == 1 && len(list[0].blocks) == 0 {
				list = list[:0] // a document that begins with an annex has no empty page before it
			}
			list = append(list, section{restart: pb.Restart, page: pb.Page})
			continue
		}
		last := &list[len(list)-1]
		last.blocks = append(last.blocks, b)
	}
	return list
}

func (l *layout) section(blocks []Block, number int) ([]Page, error) {
	bands, err := l.flow(blocks, l.page.TextWidth())
	if err != nil {
		return nil, err
	}
	f := filler{setup: l.page, number: number}
	if err := f.fill(bands); err != nil {
		return nil, err
	}
	return f.pages, nil
}

const (
	numberSize  = 13 // points, of the page number (30/2020/NĐ-CP, annex I: 13–14)
	numberTop   = 10 // mm from the sheet's edge to the page number
	draftSize   = 13 // points, of DraftMark
	draftTop    = 9  // mm from the sheet's edge to DraftMark's frame
	draftHeight = 7  // mm
	draftMargin = 3  // mm between DraftMark and the sides of its frame
	reprintSize = 9  // points, of the line that says which print it is
	reprintLine = 8  // mm from the sheet's edge to the foot of that line
)

// furnish puts into the top margin what the document does not hold itself: the page number, which the first page and the first page of
// an annex do without, and the mark of a draft.
func (l *layout) furnish(page *Page, draft bool) {
	if page.Number > 1 && !l.page.Unnumbered {
		face, text := l.fonts.faces[Regular], fmt.Sprint(page.Number)
		width := l.fonts.Width(text, Regular, numberSize)
		page.Ops = append([]Op{Text{
			X: l.page.Left + (l.page.TextWidth()-width)/2, Y: numberTop + float64(face.above)*face.scale(numberSize),
			Size: numberSize, String: text, Width: width,
		}}, page.Ops...)
	}
	if draft {
		width := l.fonts.Width(DraftMark, Bold, draftSize)
		right := page.Width - l.page.Right
		frame := Rect{X: right - width - 2*draftMargin, Y: draftTop, W: width + 2*draftMargin, H: draftHeight, Stroke: HairStroke}
		text := Text{X: frame.X + draftMargin, Y: draftTop + draftHeight - 1.9, Style: Bold, Size: draftSize, String: DraftMark, Width: width}
		page.Ops = append([]Op{frame, text}, page.Ops...)
	}
}

// noteReprint puts the line of a reprint above everything else, from the left margin on.
func (l *layout) noteReprint(page *Page, note string) {
	if note == "" {
		return
	}
	note = l.cleaner.line(note)
	page.Ops = append([]Op{Text{
		X: l.page.Left, Y: reprintLine, Style: Italic, Size: reprintSize, String: note, Width: l.fonts.Width(note, Italic, reprintSize),
	}}, page.Ops...)
}
