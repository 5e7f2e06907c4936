package lists

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Stamp is what a file says of its own making.
type Stamp struct {
	Creator string // the program, with its version
	Made    time.Time
}

// The measures of a sheet. Widths are in characters, heights in points.
const (
	paperA4       = 9   // ST_PaperSize of ECMA-376, part 1, section 18.3.1.63
	portraitWidth = 112 // more characters than that in a row want a sheet across
	pageWidth     = 215 // at most that many on a page across, at 70 %
	fontName      = "Times New Roman"
	bodySize      = 12 // within what Nghị định 30/2020 has for tables
	titleSize     = 14
	lineHeight    = 15.75
	highestRow    = 409 // a spreadsheet has no higher one
)

// WriteXLSX writes a list as a workbook of one sheet, ready to be printed: the
// title, the heads in bold on rows that stay in sight and come again on each
// page, A4, as wide as the page. Every cell is text, so that no telephone number
// loses its zero and nothing is a formula. It gives how many cells were longer
// than a spreadsheet allows and were cut, with "…" at their end.
func WriteXLSX(w io.Writer, l List, stamp Stamp) (cut int, err error) {
	f := excelize.NewFile()
	defer f.Close()
	b := &book{file: f, list: l, sheet: sheetName(l)}
	for _, step := range []func() error{b.open, b.page, b.head, b.rows} {
		if err := step(); err != nil {
			return 0, err
		}
	}
	if err := b.stream.Flush(); err != nil {
		return 0, err
	}
	if err := f.SetDocProps(&excelize.DocProperties{
		Title: title(l), Creator: stamp.Creator, LastModifiedBy: stamp.Creator, Language: "vi-VN",
		Created: stamp.Made.UTC().Format(time.RFC3339), Modified: stamp.Made.UTC().Format(time.RFC3339),
	}); err != nil {
		return 0, err
	}
	return b.cut, f.Write(w)
}

// title is the title with what stands below it, as one line.
func title(l List) string { return joined(", ", append([]string{l.Title}, l.Lines...)...) }

// sheetName is the name of the sheet: the title in small letters, without what
// spreadsheets forbid, at most 31 units of UTF-16.
func sheetName(l List) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, upperFirst(strings.ToLower(Clean(l.Title))))
	runes := []rune(strings.Join(strings.Fields(name), " "))
	for len(utf16.Encode(runes)) > excelize.MaxSheetNameLength {
		runes = runes[:len(runes)-1]
	}
	if len(runes) == 0 {
		return "Danh sách"
	}
	return string(runes)
}

// book is a workbook being written.
type book struct {
	file   *excelize.File
	list   List
	sheet  string
	stream *excelize.StreamWriter
	row    int // the last row that was written
	cut    int
}

func (b *book) open() (err error) {
	if err := b.file.SetSheetName("Sheet1", b.sheet); err != nil {
		return err
	}
	// The stream writes the properties of the sheet as it begins.
	fit := true
	if err := b.file.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	b.stream, err = b.file.NewStreamWriter(b.sheet)
	return err
}

// headRow is the row of the heads, behind title, lines and an empty row.
func (b *book) headRow() int { return len(b.list.Lines) + 3 }

// page says how the sheet looks and is printed. All of it stands before the
// rows in the file.
func (b *book) page() error {
	orientation := "portrait"
	for i, c := range b.list.Columns {
		if err := b.stream.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
	}
	if b.width() > portraitWidth {
		orientation = "landscape"
	}
	size, across, down := paperA4, b.pagesAcross(), 0
	if err := b.file.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &across, FitToHeight: &down,
	}); err != nil {
		return err
	}
	side, top := 0.5, 0.8 // inches
	if err := b.file.SetPageMargins(b.sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &top,
	}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(b.sheet, &excelize.HeaderFooterOptions{OddFooter: "&CTrang &P/&N"}); err != nil {
		return err
	}
	if err := b.repeatHead(); err != nil {
		return err
	}
	below, _ := excelize.CoordinatesToCellName(1, b.headRow()+1)
	return b.stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: b.headRow(), TopLeftCell: below, ActivePane: "bottomLeft",
	})
}

// width is that of all columns.
func (b *book) width() (wide float64) {
	for _, c := range b.list.Columns {
		wide += c.Width
	}
	return wide
}

// pagesAcross is over how many pages a row is spread; a very wide list would be
// too small to be read on one.
func (b *book) pagesAcross() int { return max(int(math.Ceil(b.width()/pageWidth)), 1) }

// repeatHead prints the heads on each page, and the first two columns where rows
// are spread over several.
func (b *book) repeatHead() error {
	sheet := "'" + b.sheet + "'!"
	where := fmt.Sprintf("%s$%d:$%d", sheet, b.headRow(), b.headRow())
	if b.pagesAcross() > 1 {
		where = sheet + "$A:$B," + where
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: where, Scope: b.sheet})
}

func (b *book) style(s excelize.Style, size float64, bold bool) (int, error) {
	s.Font = &excelize.Font{Family: fontName, Size: size, Bold: bold}
	s.NumFmt = 49 // "@", text
	return b.file.NewStyle(&s)
}

// head writes the title, the lines below it, and the heads.
func (b *book) head() error {
	centre := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	heading, err := b.style(excelize.Style{Alignment: centre}, titleSize, true)
	if err != nil {
		return err
	}
	below, err := b.style(excelize.Style{Alignment: centre}, bodySize, false)
	if err != nil {
		return err
	}
	if err := b.across(b.list.Title, heading); err != nil {
		return err
	}
	for _, line := range b.list.Lines {
		if err := b.across(line, below); err != nil {
			return err
		}
	}
	b.row++ // an empty one
	heads, err := b.style(excelize.Style{
		Alignment: centre, Border: borders(),
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EDF3"}},
	}, bodySize, true)
	if err != nil {
		return err
	}
	titles, high := make([]any, len(b.list.Columns)), 1
	for i, c := range b.list.Columns {
		titles[i] = b.cell(c.Title, heads)
		high = max(high, lines(c.Title, c.Width*0.9)) // bold
	}
	return b.write(titles, high)
}

// across writes a line over the columns, those of the first page if there are
// several.
func (b *book) across(text string, style int) error {
	last, wide := 1, 0.0
	for i, c := range b.list.Columns {
		if wide += c.Width; wide <= pageWidth {
			last = i + 1
		}
	}
	if err := b.write([]any{b.cell(text, style)}, lines(text, min(wide, pageWidth))); err != nil {
		return err
	}
	from, _ := excelize.CoordinatesToCellName(1, b.row)
	to, err := excelize.CoordinatesToCellName(last, b.row)
	if err != nil || from == to {
		return err
	}
	return b.stream.MergeCell(from, to)
}

func (b *book) rows() error {
	var styles [2]int
	for i, side := range []string{"left", "center"} {
		id, err := b.style(excelize.Style{
			Alignment: &excelize.Alignment{Horizontal: side, Vertical: "top", WrapText: true}, Border: borders(),
		}, bodySize, false)
		if err != nil {
			return err
		}
		styles[i] = id
	}
	for _, row := range b.list.Rows {
		cells, high := make([]any, len(row)), 1
		for i, text := range row {
			high = max(high, lines(text, b.list.Columns[i].Width))
			style := styles[0]
			if b.list.Columns[i].Center {
				style = styles[1]
			}
			cells[i] = b.cell(text, style)
		}
		if err := b.write(cells, high); err != nil {
			return err
		}
	}
	if b.list.Foot == "" {
		return nil
	}
	id, err := b.style(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "center"}}, bodySize, false)
	if err != nil {
		return err
	}
	return b.across(b.list.Foot, id)
}

// write adds a row that is some lines high. The height has to be said: not
// every program makes rows as high as what is in them.
func (b *book) write(cells []any, high int) error {
	b.row++
	at, err := excelize.CoordinatesToCellName(1, b.row)
	if err != nil {
		return err
	}
	return b.stream.SetRow(at, cells, excelize.RowOpts{Height: min(float64(high)*lineHeight+3, highestRow)})
}

// lines is in how many lines a text stands in a column, as near as it can be
// told without measuring: words are not parted, and a letter of the type used
// is a little narrower than the unit of widths.
func lines(text string, width float64) int {
	const lettersPerUnit = 1.12
	room, n := max(int(width*lettersPerUnit), 1), 0
	for _, line := range strings.Split(text, "\n") {
		n++
		at := 0
		for _, word := range strings.Fields(line) {
			long := utf8.RuneCountInString(word)
			if at > 0 && at+1+long > room {
				n++
				at = 0
			}
			if at > 0 {
				at++
			}
			at += long
			n += (at - 1) / room
			at = (at-1)%room + 1
		}
	}
	return n
}

// cell is a cell of text, cut where a spreadsheet holds no more.
func (b *book) cell(text string, style int) excelize.Cell {
	text = Clean(text)
	if units := utf16.Encode([]rune(text)); len(units) > excelize.TotalCellChars {
		text = string(utf16.Decode(units[:excelize.TotalCellChars-2]))
		text = strings.TrimSuffix(text, "\uFFFD") + "…"
		b.cut++
	}
	return excelize.Cell{StyleID: style, Value: text}
}

func borders() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		out = append(out, excelize.Border{Type: side, Style: 1, Color: "000000"})
	}
	return out
}
