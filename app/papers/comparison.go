package papers

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// Comparison is BẢNG SO SÁNH SỐ LIỆU of the guest and its hosts, with charts.
// What is not known is a place to fill and never a nought; a difference is given
// only between figures of the same time and unit.
func Comparison(s Subject) paper.Document {
	heading, sheet := s.comparisonHeading(), s.comparisonSheet()
	doc := s.Style.Document(heading.Title+": "+heading.About,
		s.Style.Title(heading.Title, heading.About), s.comparisonBody(sheet.TextWidth()))
	doc.Page = *sheet
	return doc
}

func (s Subject) comparisonHeading() official.AnnexHeading {
	about := s.decided().About
	if about == "" || s.Request.Kind != "comparison" {
		var names []string
		for _, p := range s.compared() {
			names = append(names, lowerFirst(columnName(p), s.names()...))
		}
		about = "Giữa " + enumerated(names, "; ")
	}
	return official.AnnexHeading{Title: "BẢNG SO SÁNH SỐ LIỆU", About: about}
}

// comparisonSheet lies where there are more than two localities.
func (s Subject) comparisonSheet() *paper.PageSetup {
	if len(s.Hosts) > 1 {
		return s.Style.Landscape()
	}
	return s.Style.Portrait()
}

// compared are the guest and the hosts, at least one.
func (s Subject) compared() []Party {
	hosts := s.Hosts
	if len(hosts) == 0 {
		hosts = []Party{{}}
	}
	return append([]Party{s.Guest}, hosts...)
}

func columnName(p Party) string { return orBlank(upperFirst(p.Running)) }

// mostHosts is how many hosts stand in one table beside the guest.
const mostHosts = 5

// comparisonBody is tables, sources and charts, on a text so wide.
func (s Subject) comparisonBody(width float64) []paper.Block {
	var blocks []paper.Block
	parties := s.compared()
	for hosts := range slices.Chunk(parties[1:], mostHosts) {
		blocks = append(blocks, s.figureTable(append([]Party{parties[0]}, hosts...), width))
	}
	blocks = append(blocks, s.comparisonNotes()...)
	return append(blocks, s.figureCharts(width)...)
}

func (s Subject) figureTable(parties []Party, width float64) paper.Block {
	rows := s.figureRows(parties)
	columns := []official.GridColumn{
		{Title: "TT", Width: 9, Center: true}, {Title: "Chỉ tiêu"}, {Title: "Đơn vị tính", Width: 21, Center: true},
	}
	shared := len(parties)
	if len(parties) == 2 {
		shared++
	}
	each := min(38, (width-30)*0.62/float64(shared))
	for _, p := range parties {
		columns = append(columns, official.GridColumn{Title: columnName(p), Width: each, Center: true})
	}
	if len(parties) == 2 {
		columns = append(columns, official.GridColumn{Title: "Chênh lệch", Width: each, Center: true})
	}
	grid := s.Style.Grid(columns...)
	for i, row := range rows {
		cells := []string{fmt.Sprint(i + 1), row.name(), row.unit()}
		for at := range parties {
			text := row.text(at)
			if difference := row.difference(at); len(parties) > 2 && difference != "" {
				text += "\n[" + difference + "]"
			}
			cells = append(cells, text)
		}
		if len(parties) == 2 {
			cells = append(cells, row.difference(1))
		}
		grid.Add(cells...)
	}
	return grid.Table()
}

// comparisonNotes say what the signs of the table mean, and where the figures
// come from.
func (s Subject) comparisonNotes() []paper.Block {
	where := "Cột “Chênh lệch”"
	if len(s.compared()) > 2 {
		where = "Số trong ngoặc vuông"
	}
	note := s.smallNote("Ghi chú: “…” là chưa có số liệu. " + where + " là chênh lệch so với " + orBlank(s.Guest.Running) +
		", chỉ tính khi hai số liệu cùng kỳ, cùng thời điểm và cùng đơn vị tính.")
	blocks := []paper.Block{note}
	for _, p := range s.compared() {
		if sources := s.sourcesOf(p); len(sources) > 0 {
			blocks = append(blocks, s.smallNote("Nguồn số liệu "+lowerFirst(columnName(p), s.names()...)+": "+strings.Join(sources, "; ")+"."))
		}
	}
	return blocks
}

// smallNote is a remark under a table, in its size.
func (s Subject) smallNote(text string) paper.Paragraph {
	p := s.Style.Ground(text)
	p.Runs[0].Size, p.FirstIndent, p.After = s.Style.TableSize, 0, 2
	return p
}

// sourcesOf lists where the figures of a locality come from, each once. Figures
// without a source are one to fill.
func (s Subject) sourcesOf(p Party) []string {
	var out []string
	for _, f := range s.Figures {
		source := orBlank(strings.TrimRight(f.Source, ".; "))
		if f.Locality == p.ID && !slices.Contains(out, source) {
			out = append(out, source)
		}
	}
	return out
}

// differenceOf is b less a with its sign, "" where one is no number.
func differenceOf(a, b *plan.Indicator, percent bool) string {
	negative := "-" + a.Value
	if rest, ok := strings.CutPrefix(a.Value, "-"); ok {
		negative = rest
	}
	sum, err := vietnamese.Sum(b.Value, negative)
	if err != nil {
		return ""
	}
	text := vietnamese.FormatDecimal(sum)
	if !strings.HasPrefix(sum, "-") && sum != "0" {
		text = "+" + text
	}
	if percent {
		text += " điểm %"
	}
	return text
}
