package printing

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/text/unicode/norm"

	"nhipcau/app/paper"
)

// sheet is a size of paper that print services know by name.
type sheet struct {
	short, long float64 // mm
	media       string  // PWG 5101.1, as CUPS takes it
	code        int16   // DMPAPER_… of Windows
}

// sheets are the sizes of ISO 216 that offices have.
var sheets = []sheet{
	{210, 297, "iso_a4_210x297mm", 9},
	{297, 420, "iso_a3_297x420mm", 8},
	{148, 210, "iso_a5_148x210mm", 11},
}

// sheetOf returns the sheet that the pages are printed on, and whether it has a name. A job has one size of sheet, that of its first page;
// it is always said, since queues and drivers begin with Letter.
func sheetOf(pages *paper.Pages) (sheet, bool) {
	if len(pages.List) == 0 {
		return sheets[0], true
	}
	first := pages.List[0]
	short, long := min(first.Width, first.Height), max(first.Width, first.Height)
	for _, s := range sheets {
		if math.Abs(s.short-short) < 1 && math.Abs(s.long-long) < 1 {
			return s, true
		}
	}
	return sheet{short: short, long: long, media: fmt.Sprintf("Custom.%.0fx%.0fmm", short, long)}, false
}

func landscape(p paper.Page) bool { return p.Width > p.Height }

// jobName is the title as old print queues can show it: ASCII without control characters and not longer than a line.
func jobName(title string) string {
	const longest = 60
	var b strings.Builder
	for _, r := range norm.NFD.String(title) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case r == 'Đ':
			b.WriteByte('D')
		case r > ' ' && r < 0x7F:
			b.WriteRune(r)
		case r == ' ' || r == '\t' || r == '\n':
			b.WriteByte(' ')
		}
	}
	name := strings.Join(strings.Fields(b.String()), " ")
	name = strings.TrimSpace(name[:min(len(name), longest)])
	if strings.Trim(name, "-") == "" {
		return "nhip-cau"
	}
	return name
}
