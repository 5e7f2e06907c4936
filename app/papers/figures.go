package papers

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"nhipcau/app/catalogue"
	"nhipcau/app/paper"
	"nhipcau/app/paper/chart"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// term is the years of a figure: one, several, or none for how things stand on a
// day.
type term struct{ from, to int }

// termOf are the years of a figure; a span from a year to itself is that year.
func termOf(f *plan.Indicator) term {
	if f.YearTo == f.Year {
		return term{from: f.Year}
	}
	return term{f.Year, f.YearTo}
}

func (t term) text() string {
	switch {
	case t.from == 0:
		return ""
	case t.to == 0:
		return fmt.Sprint("năm ", t.from)
	}
	return fmt.Sprintf("giai đoạn %d - %d", t.from, t.to)
}

// figureRow is one measure at one time, with the figure of each locality, nil
// where there is none.
type figureRow struct {
	measure catalogue.Measure
	term    term
	figures []*plan.Indicator
}

// usualMeasures are the rows of a comparison to fill, where there is no figure
// yet (domain notes §5.3).
var usualMeasures = []string{"dien_tich", "dan_so", "so_ho", "dvhc", "ty_le_dtts", "tl_ngheo", "tl_can_ngheo", "thu_nhap", "von_giao", "giai_ngan", "tl_giai_ngan"}

// figureRows lines up the figures of localities in the order of the catalogue
// and then of the years. Of several for one time, the last stands.
func (s Subject) figureRows(parties []Party) []figureRow {
	type key struct {
		measure string
		term    term
	}
	rows := map[key]*figureRow{}
	for _, f := range s.Figures {
		at := slices.IndexFunc(parties, func(p Party) bool { return p.ID == f.Locality && p.ID != "" })
		if at < 0 {
			continue
		}
		k := key{f.Measure, termOf(f)}
		if rows[k] == nil {
			rows[k] = &figureRow{measure: s.measure(f), term: k.term, figures: make([]*plan.Indicator, len(parties))}
		}
		if old := rows[k].figures[at]; old == nil || old.AsOf <= f.AsOf {
			rows[k].figures[at] = f
		}
	}
	var out []figureRow
	for _, row := range rows {
		out = append(out, *row)
	}
	if len(out) == 0 {
		for _, code := range usualMeasures {
			if m, ok := s.Catalogue.Measure(code); ok {
				out = append(out, figureRow{measure: m, figures: make([]*plan.Indicator, len(parties))})
			}
		}
		return out
	}
	order := s.Catalogue.Measures.Codes()
	place := func(code string) int {
		if i := slices.Index(order, code); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortFunc(out, func(a, b figureRow) int {
		return cmp.Or(cmp.Compare(place(a.measure.Code), place(b.measure.Code)), cmp.Compare(a.measure.Code, b.measure.Code),
			cmp.Compare(a.term.from, b.term.from), cmp.Compare(a.term.to, b.term.to))
	})
	return out
}

// measure is what the catalogue says of a figure's measure; one that it does not
// know goes by its code.
func (s Subject) measure(f *plan.Indicator) catalogue.Measure {
	if m, ok := s.Catalogue.Measure(f.Measure); ok {
		return m
	}
	return catalogue.Measure{Term: catalogue.Term{Code: f.Measure, Vi: f.Measure}, Unit: f.Unit}
}

// name is the measure with its years and, where all figures are of one day, that
// day.
func (r figureRow) name() string {
	text := r.measure.Vi
	if t := r.term.text(); t != "" {
		text += ", " + t
	}
	if day, same := r.oneDay(); same && day != "" {
		text += " (đến " + day + ")"
	}
	return text
}

// oneDay is the day of all figures of the row; false if they differ.
func (r figureRow) oneDay() (day string, same bool) {
	first := true
	for _, f := range r.figures {
		if f == nil {
			continue
		}
		text := vietnamese.RunningDate(f.AsOf)
		if !first && text != day {
			return "", false
		}
		day, first = text, false
	}
	return day, true
}

// unit is that of the row: the catalogue's, else the first figure's.
func (r figureRow) unit() string {
	if r.measure.Unit != "" {
		return r.measure.Unit
	}
	for _, f := range r.figures {
		if f != nil {
			return f.Unit
		}
	}
	return ""
}

// text is the figure of one locality as it is printed, with its own unit and
// day where they are not those of the row.
func (r figureRow) text(at int) string {
	f := r.figures[at]
	if f == nil {
		return toFill
	}
	text := vietnamese.FormatDecimal(f.Value)
	if !r.sameUnit(f) {
		text += " " + f.Unit
	}
	if _, same := r.oneDay(); !same && f.AsOf.Valid() {
		text += "\n(đến " + vietnamese.RunningDate(f.AsOf) + ")"
	}
	return text
}

func (r figureRow) sameUnit(f *plan.Indicator) bool { return f.Unit == "" || f.Unit == r.unit() }

// difference is by how much a locality differs from the first one; "" where the
// two cannot be compared.
func (r figureRow) difference(at int) string {
	a, b := r.figures[0], r.figures[at]
	if at == 0 || a == nil || b == nil || a.AsOf != b.AsOf || !r.sameUnit(a) || !r.sameUnit(b) {
		return ""
	}
	return differenceOf(a, b, r.measure.Kind == catalogue.Percent)
}

// value is the figure of one locality for a chart.
func (r figureRow) value(at int) chart.Value {
	f := r.figures[at]
	if f == nil || !r.sameUnit(f) || !vietnamese.ValidDecimal(f.Value) {
		return chart.Value{}
	}
	number, err := strconv.ParseFloat(f.Value, 64)
	return chart.Value{Known: err == nil, Number: number, Text: vietnamese.FormatDecimal(f.Value)}
}

// figureCharts draws measures over the years as lines and others, of which at
// least two localities have a figure of the same time, as columns.
func (s Subject) figureCharts(width float64) []paper.Block {
	parties := s.compared()
	var charts []chart.Chart
	byMeasure := map[string][]figureRow{}
	var order []string
	for _, row := range s.figureRows(parties) {
		code := row.measure.Code
		if byMeasure[code] == nil {
			order = append(order, code)
		}
		byMeasure[code] = append(byMeasure[code], row)
	}
	for _, code := range order {
		if c, ok := chartOf(byMeasure[code], parties); ok {
			charts = append(charts, c)
		}
	}
	if len(charts) == 0 {
		return nil
	}
	const narrow, widest, height = 74, 115, 58 // mm
	blocks := []paper.Block{s.Style.Heading1("Biểu đồ")}
	for row := range slices.Chunk(charts, max(1, int(width/narrow))) {
		size := chart.Size{Width: chart.Width(width, len(row), widest), Height: height, Type: s.Style.TableSize - 1}
		blocks = append(blocks, chart.Draw(size, row...))
	}
	return blocks
}

// chartOf is the chart of one measure; false if there is nothing to compare.
func chartOf(rows []figureRow, parties []Party) (chart.Chart, bool) {
	if c, ok := yearsChart(rows, parties); ok {
		return c, true
	}
	for i := len(rows) - 1; i >= 0; i-- { // the latest time first
		c := chartFrame(rows[i], parties)
		c.Categories = []string{upperFirst(rows[i].term.text())}
		known := 0
		for at := range c.Series {
			v := rows[i].value(at)
			c.Series[at].Values = []chart.Value{v}
			if v.Known {
				known++
			}
		}
		if known > 1 {
			return withUnknown(c), true
		}
	}
	return chart.Chart{}, false
}

func chartFrame(row figureRow, parties []Party) chart.Chart {
	c := chart.Chart{Title: row.measure.Vi, Unit: row.unit()}
	for _, p := range parties {
		c.Series = append(c.Series, chart.Series{Name: columnName(p)})
	}
	return c
}

// mostYears bounds how many years an axis has, should a year be mistyped.
const mostYears = 30

// yearsChart draws a measure over the years; a year without a figure keeps its
// place. It is false where no locality has figures of two years.
func yearsChart(rows []figureRow, parties []Party) (chart.Chart, bool) {
	byYear := map[int]figureRow{}
	first, last := 0, 0
	for _, row := range rows {
		if row.term.from == 0 || row.term.to != 0 {
			continue
		}
		if first == 0 {
			first = row.term.from
		}
		last = row.term.from
		byYear[last] = row
	}
	if last == first || last-first >= mostYears {
		return chart.Chart{}, false
	}
	c := chartFrame(rows[0], parties)
	c.Kind = chart.Lines
	most := 0
	for at := range c.Series {
		known := 0
		for year := first; year <= last; year++ {
			var v chart.Value
			if row, ok := byYear[year]; ok {
				v = row.value(at)
			}
			if v.Known {
				known++
			}
			c.Series[at].Values = append(c.Series[at].Values, v)
		}
		most = max(most, known)
	}
	for year := first; year <= last; year++ {
		c.Categories = append(c.Categories, fmt.Sprint(year))
	}
	return withUnknown(c), most > 1
}

// withUnknown says of a series without a value that nothing is known.
func withUnknown(c chart.Chart) chart.Chart {
	for i, s := range c.Series {
		if !slices.ContainsFunc(s.Values, func(v chart.Value) bool { return v.Known }) {
			c.Series[i].Name += " (chưa có số liệu)"
		}
	}
	return c
}
