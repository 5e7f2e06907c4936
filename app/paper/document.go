package paper

// MillimetresPerPoint is the length of a typographic point.
const MillimetresPerPoint = 25.4 / 72

// DefaultSize is the type size, in points, of runs that name none in a document that names none.
const DefaultSize = 14

// Document is a paper as its author means it.
type Document struct {
	Title    string // shown by PDF viewers, not printed
	Language string // BCP 47, for example "vi-VN"
	Page     PageSetup
	Size     float64 // type size, in points, of runs that name none; 0 means DefaultSize
	Draft    bool    // frames DraftMark at the top right of every page
	Reprint  string  // printed at the top left of every page: which print this is and which it takes the place of
	Blocks   []Block
}

// DraftMark is printed on every page of a document that is a draft.
const DraftMark = "DỰ THẢO"

// PageSetup is the sheet and its margins in millimetres.
type PageSetup struct {
	Width, Height            float64
	Top, Bottom, Left, Right float64
	Unnumbered               bool // no page numbers at all, as on name cards
}

// A4Portrait returns an upright A4 sheet with the margins recommended for official documents: top and bottom 20, left 30, right 20 mm
// (30/2020/NĐ-CP, annex I, allows 20–25, 30–35 and 15–20).
func A4Portrait() PageSetup {
	return PageSetup{Width: 210, Height: 297, Top: 20, Bottom: 20, Left: 30, Right: 20}
}

// A4Landscape returns a lying A4 sheet with the margins of A4Portrait.
func A4Landscape() PageSetup {
	return PageSetup{Width: 297, Height: 210, Top: 20, Bottom: 20, Left: 30, Right: 20}
}

// TextWidth returns the width between the side margins in millimetres.
func (s PageSetup) TextWidth() float64 { return s.Width - s.Left - s.Right }

// TextHeight returns the height between the top and bottom margins in millimetres.
func (s PageSetup) TextHeight() float64 { return s.Height - s.Top - s.Bottom }

// Block is one piece of a document's flow: Paragraph, Table, Columns, Level, Rule, Drawing, Space or PageBreak.
type Block interface{ block() }

// Align says where the lines of a paragraph, a rule or a drawing stand between their margins.
type Align uint8

// The alignments. Justify stretches the spaces of every line but the last of a paragraph.
const (
	Left Align = iota
	Center
	Right
	Justify
)

// Run is text of one appearance. A "\n" in it ends the line.
type Run struct {
	Text         string
	Bold, Italic bool
	Size         float64 // points; 0 means the document's size
	Ink          Ink
}

// Style returns which of the four styles of the typeface the run is set in.
func (r Run) Style() Style {
	s := Regular
	if r.Bold {
		s |= Bold
	}
	if r.Italic {
		s |= Italic
	}
	return s
}

// Paragraph is running text. Its lines never hang alone: the first two and the last two stay together.
type Paragraph struct {
	Runs          []Run
	Align         Align
	FirstIndent   float64 // mm added to the first line's left edge; negative hangs
	Indent        float64 // mm added to every line's left edge
	Before, After float64 // points
	Leading       float64 // multiple of the typeface's own line height, at least 1; 0 means 1
	KeepWithNext  bool    // as headings do
	Balance       bool    // lines of about equal length, as titles want
	Changed       bool    // a stroke in the left margin says so
	Outline       int     // 1 for a chapter, 2 for a section …: an entry among the viewer's bookmarks; 0 for none
}

// Table is a grid of cells. Its header rows are repeated on every page and no row is split unless it is taller than a page.
type Table struct {
	Columns          []Column
	Header           int // how many of the first rows are the header
	Rows             []Row
	Border           Border
	Padding          Padding // inside every cell
	Before, After    float64 // points
	KeepWithPrevious bool    // as sheets of signatures under a sentence do
}

// Column is a table's column: so many millimetres wide, or a share by weight of what the fixed columns leave.
type Column struct {
	Width  float64 // mm; 0 means by weight
	Weight float64 // 0 with no width counts as 1
}

// Row is a table row.
type Row struct {
	Cells        []Cell
	Height       float64 // mm at least, as lists to be signed need
	KeepWithNext bool    // as rows that name a group do
	Changed      bool    // a stroke in the left margin says so
}

// Cell is a table cell. Cells that a row lacks are empty.
type Cell struct {
	Paragraphs []Paragraph
	Span       int // columns covered; 0 counts as 1
	Middle     bool
	Fill       Fill
}

// Border says which lines a table draws.
type Border uint8

// The borders a table can have.
const (
	NoBorder   Border = iota
	GridBorder        // around every cell
)

// Padding is the space in millimetres between a cell's edge and its text.
type Padding struct{ X, Y float64 }

// Columns sets blocks side by side. Its left part comes first in the page's reading order, so that text taken out of the file does not
// mix the parts. It stays on one page; if it is taller than a page, its parts follow each other instead.
type Columns struct {
	Weights          []float64 // shares of the width, one for each part
	Gap              float64   // mm between parts
	Parts            [][]Block
	KeepWithPrevious bool // as a signature does, which must not stand on a page alone
}

// Level makes, inside the parts of Columns, what follows it begin at the same height in every part: the first Level of one part with
// the first of the others, and so on.
type Level struct{}

// Rule is a drawn horizontal line.
type Rule struct {
	Length float64 // mm
	// Of makes the rule so many times as long as the longest line of the paragraph before it, instead of Length.
	Of            float64
	Align         Align
	Before, After float64 // points
	Stroke        float64 // mm; 0 means HairStroke
}

// Space is empty height in millimetres. It vanishes at the top of a page.
type Space struct{ Height float64 }

// PageBreak begins a new page.
type PageBreak struct {
	Restart bool       // page numbers begin again at 1, as in every annex
	Page    *PageSetup // the sheet from here on; nil means as before
}

func (Paragraph) block() {}
func (Table) block()     {}
func (Columns) block()   {}
func (Level) block()     {}
func (Rule) block()      {}
func (Drawing) block()   {}
func (Space) block()     {}
func (PageBreak) block() {}
