package papers

import (
	"fmt"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
)

// box is a box to tick, which the layout draws.
const box = "☐"

// suggestionLines is how many lines there are to write under a question.
const suggestionLines = 3

// keptLines is up to how many lines a table is not split.
const keptLines = 8

// The scales of the evaluation sheet, the best first.
var (
	qualityScale = []string{"Rất tốt", "Tốt", "Đạt", "Chưa đạt"}
	useScale     = []string{"Áp dụng ngay", "Áp dụng có điều kiện", "Không phù hợp", "Chưa rõ"}
	valueScale   = []string{"Rất bổ ích", "Bổ ích", "Ít bổ ích", "Không tham gia"}
)

// Evaluation is PHIẾU ĐÁNH GIÁ of a visit, without the name of who fills it in.
// Topics and field visits stand in their order.
func Evaluation(s Subject) paper.Document {
	section := 0
	heading := func(code string) []paper.Block {
		section++
		var out []paper.Block
		for i, text := range s.wording(code) {
			if i > 0 {
				out = append(out, s.Style.Body(text))
				continue
			}
			out = append(out, s.Style.Heading1(fmt.Sprintf("%s. %s", roman(section), text)))
		}
		return out
	}
	doc := s.Style.Document("Phiếu đánh giá",
		s.Style.Title(s.kindHeading("PHIẾU ĐÁNH GIÁ"), s.evaluationAbout()),
		s.italic("evaluation.intro"),
		heading("evaluation.organisation_title"), s.scale("Tiêu chí", qualityScale, s.wording("evaluation.organisation")),
		heading("evaluation.content_title"), s.scale("Tiêu chí", qualityScale, s.wording("evaluation.content")),
	)
	if topics := s.topicTitles(); len(topics) > 0 {
		doc.Blocks = append(doc.Blocks, heading("evaluation.topics_title")...)
		doc.Blocks = append(doc.Blocks, s.scale("Nội dung trao đổi", useScale, topics)...)
	}
	if stops := s.fieldStops(); len(stops) > 0 {
		doc.Blocks = append(doc.Blocks, heading("evaluation.field_title")...)
		doc.Blocks = append(doc.Blocks, s.scale("Điểm tham quan thực tế", valueScale, stops)...)
	}
	doc.Blocks = append(doc.Blocks, heading("evaluation.suggestions_title")...)
	for i, text := range s.wording("evaluation.suggestions") {
		p := s.Style.Body(fmt.Sprintf("%d. %s", i+1, text))
		p.KeepWithNext = true
		doc.Blocks = append(doc.Blocks, p)
		doc.Blocks = append(doc.Blocks, s.lines(suggestionLines)...)
	}
	doc.Blocks = append(doc.Blocks, s.italic("evaluation.closing")...)
	return doc
}

func (s Subject) evaluationAbout() string {
	if about := s.decided().About; about != "" {
		return about
	}
	return "Chuyến công tác của " + s.delegation()
}

func (s Subject) italic(code string) []paper.Block {
	var out []paper.Block
	for _, text := range s.wording(code) {
		out = append(out, s.Style.Ground(text))
	}
	return out
}

// scale is a table with boxes to tick for each line.
func (s Subject) scale(title string, marks, lines []string) []paper.Block {
	const markWidth = 21
	columns := []official.GridColumn{{Title: "TT", Width: 10, Center: true}, {Title: title}}
	for _, m := range marks {
		columns = append(columns, official.GridColumn{Title: m, Width: markWidth, Center: true})
	}
	grid := s.Style.Grid(columns...)
	for i, line := range lines {
		cells := []string{fmt.Sprint(i + 1), line}
		for range marks {
			cells = append(cells, box)
		}
		grid.Add(cells...)
	}
	table := grid.Table()
	for r := range table.Rows[1:] {
		// A short table stands on one page.
		table.Rows[r+1].KeepWithNext = len(lines) <= keptLines && r < len(lines)-1
		for c := range table.Rows[r+1].Cells {
			table.Rows[r+1].Cells[c].Middle = true
		}
	}
	return []paper.Block{table}
}
