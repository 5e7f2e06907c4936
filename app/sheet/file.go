package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"nhipcau/app/fault"
	"nhipcau/app/lists"
	"nhipcau/app/vietnamese"
)

// The most that is taken from a file. A list of people is some kilobytes; what
// is above these limits is something else, or made to fill the memory.
const (
	MaxFile     = 8 << 20  // bytes of a file
	maxUnzipped = 48 << 20 // bytes of all parts of a workbook
	maxParts    = 500      // parts of a workbook
	maxSheets   = 8        // sheets that are looked at
	maxCell     = 4000     // bytes of a cell
)

// FileExtensions are the endings of the files that ReadFile reads, as a dialog
// wants them.
const FileExtensions = ".xlsx .csv .txt"

// Open reads the file at a path; see ReadFile.
//
// Faults: fault.file_unreadable, and those of ReadFile.
func Open(path string) (Sheet, error) {
	f, err := os.Open(path)
	if err != nil {
		return Sheet{}, fault.New("fault.file_unreadable", "File", filepath.Base(path), err)
	}
	defer f.Close()
	return ReadFile(f)
}

// ReadFile reads a list of people from a workbook (.xlsx) or a text of rows
// (.csv, .txt); which of them it is, its bytes say and not its name. Of a
// workbook the first sheet is taken that has a head with names, or else the first
// one with rows. A text is UTF-8, UTF-16 with its mark, or Windows-1258, as older
// spreadsheets write it.
//
// Faults: fault.sheet_too_large, fault.sheet_old_format for the workbooks of
// before 2007 and those with a password, fault.sheet_damaged,
// fault.sheet_no_people.
func ReadFile(r io.Reader) (Sheet, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	switch {
	case err != nil:
		return Sheet{}, fault.New("fault.sheet_damaged", err)
	case len(data) > MaxFile:
		return Sheet{}, fault.New("fault.sheet_too_large", "Megabytes", MaxFile>>20)
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return Sheet{}, fault.New("fault.sheet_old_format")
	}
	var s Sheet
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		s, err = readWorkbook(data)
	} else {
		s, err = readText(data)
	}
	if err == nil && len(s.Entries()) == 0 {
		err = fault.New("fault.sheet_no_people")
	}
	return s, err
}

func readText(data []byte) (Sheet, error) {
	if bytes.IndexByte(data, 0) >= 0 && !hasUTF16Mark(data) {
		return Sheet{}, fault.New("fault.sheet_damaged")
	}
	if !utf8.Valid(data) {
		var err error
		if data, err = encodingOf(data).NewDecoder().Bytes(data); err != nil {
			return Sheet{}, fault.New("fault.sheet_damaged", err)
		}
	}
	s := ParseRows(string(data))
	s.mend()
	return s, nil
}

func hasUTF16Mark(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF"))
}

func encodingOf(data []byte) encoding.Encoding {
	if hasUTF16Mark(data) {
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	}
	return charmap.Windows1258
}

// readWorkbook asks the directory of the archive for its size before anything is
// unpacked.
func readWorkbook(data []byte) (s Sheet, err error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Sheet{}, fault.New("fault.sheet_damaged", err)
	}
	total := uint64(0)
	for _, part := range archive.File {
		if part.UncompressedSize64 > maxUnzipped {
			return Sheet{}, fault.New("fault.sheet_too_large", "Megabytes", MaxFile>>20)
		}
		total += part.UncompressedSize64
	}
	if total > maxUnzipped || len(archive.File) > maxParts {
		return Sheet{}, fault.New("fault.sheet_too_large", "Megabytes", MaxFile>>20)
	}
	// The library trusts what a workbook says of itself in many places.
	defer func() {
		if failed := recover(); failed != nil {
			s, err = Sheet{}, fault.New("fault.sheet_damaged")
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data),
		excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return Sheet{}, fault.New("fault.sheet_damaged", err)
	}
	defer f.Close()
	return bestSheet(f)
}

// bestSheet is the first sheet whose columns are named, or else the first with
// people.
func bestSheet(f *excelize.File) (Sheet, error) {
	var best Sheet
	names := f.GetSheetList()
	for _, name := range names[:min(len(names), maxSheets)] {
		if visible, err := f.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		rows, more, err := rowsOf(f, name)
		if err != nil {
			return Sheet{}, fault.New("fault.sheet_damaged", err)
		}
		s := sheetOf(rows)
		s.mend()
		s.LeftOut += more
		if len(s.Rows) > 0 && (s.named() || len(best.Rows) == 0) {
			best = s
		}
		if best.named() {
			break
		}
	}
	return best, nil
}

// named says whether the list has a head.
func (s Sheet) named() bool {
	return slices.ContainsFunc(s.Titles, func(t string) bool { return t != "" })
}

// rowsOf reads the rows of a sheet, and counts those that are too many. Rows may
// be of different lengths: a workbook does not keep empty cells.
func rowsOf(f *excelize.File, name string) (out [][]string, more int, err error) {
	const (
		deepest = MaxRows + 100 // a head, and empty rows
		looked  = 20_000        // rows are looked at no more, empty or not
	)
	rows, err := f.Rows(name)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	for seen := 0; seen < looked && rows.Next(); seen++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, 0, err
		}
		if len(out) == deepest {
			if strings.TrimSpace(strings.Join(cells, "")) != "" {
				more++
			}
			continue
		}
		cells = cells[:min(len(cells), MaxColumns)]
		for i, text := range cells {
			cells[i] = lineEnds.Replace(cut(strings.ToValidUTF8(text, "\uFFFD")))
		}
		out = append(out, cells)
	}
	return out, more, rows.Error()
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n")

// cut shortens a cell that holds more than any list of people does.
func cut(text string) string {
	if len(text) <= maxCell {
		return text
	}
	text = text[:maxCell]
	for !utf8.ValidString(text) {
		text = text[:len(text)-1]
	}
	return text
}

// A mobile number that lost its zero, as happens where a spreadsheet took it for
// a figure (domain notes §9: 0912 345 678).
var lostZero = regexp.MustCompile(`^[35789]\d{8}$`)

// mend takes away what spreadsheets leave in cells and what stands around a
// list: apostrophes before formulas, lost zeros, and the line that closes it.
func (s *Sheet) mend() {
	s.Rows = slices.DeleteFunc(s.Rows, closes)
	for _, row := range s.Rows {
		for i, text := range row {
			text = lists.Arm(text)
			if s.Columns[i] == Phone && lostZero.MatchString(text) {
				text = "0" + text
			}
			row[i] = text
		}
	}
}

// closes says whether a row is the line below a list, "(Danh sách có 25 người)",
// or what is left of it once the column of running numbers is gone.
func closes(row []string) bool {
	line := strings.Join(row, "")
	return line == "" || strings.HasPrefix(line, "(") && strings.Contains(vietnamese.Fold(line), "danh sach co")
}
