package lists

import (
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Stamp is what a file says of its own making.
type Stamp struct {
	Creator string // the program, with its version
	Made    time.Time
}

// The measures of a sheet. Widths are in characters.
const (
	paperA4       = 9   // ST_PaperSize of ECMA-376, part 1, section 18.3.1.63
	portraitWidth = 110 // more characters than that in a row want a sheet across
	fontName      = "Times New Roman"
	bodySize      = 12 // points; within those of Nghị định 30/2020 for tables
	titleSize     = 14
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
	b.stream, err = b.file.NewStreamWriter(b.sheet)
	return err
}

// headRow is the row of the heads, behind title, lines and an empty row.
func (b *book) headRow() int { return len(b.list.Lines) + 3 }

// page says how the sheet looks and is printed. All of it stands before the
// rows in the file.
func (b *book) page() error {
	orientation, wide := "portrait", 0.0
	for i, c := range b.list.Columns {
		if err := b.stream.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
		wide += c.Width
	}
	if wide > portraitWidth {
		orientation = "landscape"
	}
	fit, size, first, all := true, paperA4, 1, 0
	if err := b.file.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.file.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &first, FitToHeight: &all,
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

// repeatHead prints the heads on each page.
func (b *book) repeatHead() error {
	from, _ := excelize.CoordinatesToCellName(1, b.headRow(), true)
	row := from[strings.LastIndexByte(from, '$'):]
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: "'" + b.sheet + "'!" + row + ":" + row, Scope: b.sheet,
	})
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
	titles := make([]any, len(b.list.Columns))
	for i, c := range b.list.Columns {
		titles[i] = b.cell(c.Title, heads)
	}
	return b.write(titles)
}

// across writes a line over all columns.
func (b *book) across(text string, style int) error {
	if err := b.write([]any{b.cell(text, style)}); err != nil {
		return err
	}
	from, _ := excelize.CoordinatesToCellName(1, b.row)
	to, err := excelize.CoordinatesToCellName(max(len(b.list.Columns), 1), b.row)
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
		cells := make([]any, len(row))
		for i, text := range row {
			style := styles[0]
			if b.list.Columns[i].Center {
				style = styles[1]
			}
			cells[i] = b.cell(text, style)
		}
		if err := b.write(cells); err != nil {
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

func (b *book) write(cells []any) error {
	b.row++
	at, err := excelize.CoordinatesToCellName(1, b.row)
	if err != nil {
		return err
	}
	return b.stream.SetRow(at, cells)
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
