package papers

import (
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// ModelSheet is PHIẾU MÔ HÌNH (domain notes §5.5): what is known of a production
// model, and room for the rest. Who introduces it and by which phone stays in
// the office. Without a model, it is a form to fill.
func ModelSheet(s Subject) paper.Document {
	m := s.modelByID(s.Request.Model)
	if m == nil {
		m = &plan.Model{}
	}
	doc := s.Style.Document("Phiếu mô hình: "+m.Name,
		s.Style.Title("PHIẾU MÔ HÌNH", orBlank(m.Name)),
		[]paper.Block{centredItalic(s.Style, s.sheetOf())},
		s.sheetPart("I. THÔNG TIN CHUNG",
			sheetLine{"Địa điểm", filledParts(", ", m.Place, s.placeOf(m))},
			sheetLine{"Chủ thể", s.holderOf(m)},
			sheetLine{"Quy mô", m.Scale},
			sheetLine{"Thời gian bắt đầu", m.Since},
			sheetLine{"Nguồn vốn", m.Funding},
		),
		s.sheetPart("II. KINH PHÍ VÀ HIỆU QUẢ",
			sheetLine{"Tổng mức đầu tư", dong(m.TotalCost)},
			sheetLine{"Mức hỗ trợ mỗi hộ", dong(m.Support)},
			sheetLine{"Chi phí mỗi chu kỳ", dong(m.CycleCost)},
			sheetLine{"Năng suất, sản lượng", m.Yield},
			sheetLine{"Giá bán", m.Price},
			sheetLine{"Lãi ròng mỗi chu kỳ", dong(m.NetIncome)},
			sheetLine{"Số hộ tham gia", counted(m.Households, "hộ")},
			sheetLine{"Số hộ thoát nghèo", counted(m.OutOfPoverty, "hộ")},
			sheetLine{"Đầu ra, liên kết tiêu thụ", m.Market},
		),
		s.sheetPart("III. KHẢ NĂNG NHÂN RỘNG",
			sheetLine{"Khó khăn, vướng mắc", m.Difficulties},
			sheetLine{"Điều kiện nhân rộng", m.Conditions},
		),
		s.sheetPart("IV. PHỤC VỤ THAM QUAN", s.visitLines(m)...),
		s.sheetPart("V. GHI CHÉP CỦA ĐOÀN",
			sheetLine{"Nội dung học tập được", ""}, sheetLine{"Khả năng áp dụng tại địa phương", ""}),
	)
	return doc
}

// modelByID gives a model of the visit, nil for one that there is not.
func (s Subject) modelByID(id string) *plan.Model {
	for _, m := range s.Models {
		if m.ID == id {
			return m
		}
	}
	return nil
}

func (s Subject) sheetOf() string {
	when := s.View.Visit.When
	return "(" + filledParts(", ", "Phục vụ chuyến công tác của "+s.delegation(), vietnamese.RunningRange(when.From, when.Last())) + ")"
}

func (s Subject) placeOf(m *plan.Model) string {
	path := s.Places[m.Locality].Path
	// "Thôn 8, xã Quảng Khê" names the commune already.
	if running := s.Places[m.Locality].Running; running != "" && strings.Contains(vietnamese.Fold(m.Place), vietnamese.Fold(running)) {
		return strings.TrimPrefix(strings.TrimPrefix(path, running), ", ")
	}
	return path
}

func (s Subject) holderOf(m *plan.Model) string {
	kind := ""
	if m.HolderKind != "" {
		kind = s.Catalogue.ModelHolders.Label(m.HolderKind, "vi")
	}
	if strings.HasPrefix(vietnamese.Fold(m.Holder), vietnamese.Fold(kind)) {
		return m.Holder
	}
	return filledParts(": ", kind, m.Holder)
}

// visitLines are what a visitor has to know, from the model and from the stop in
// the field that goes there.
func (s Subject) visitLines(m *plan.Model) []sheetLine {
	capacity, access, way, wet := m.GroupCapacity, m.Access, 0, ""
	for _, f := range s.View.FieldVisits {
		if f.Model == m.ID && m.ID != "" {
			way, wet = f.TravelTime, f.WetFallback
			if f.Capacity > 0 {
				capacity = f.Capacity
			}
			access = filledParts("; ", access, f.Access)
			break
		}
	}
	lines := []sheetLine{
		{"Sức chứa đoàn", counted(capacity, "người")},
		{"Thời gian di chuyển", counted(way, "phút")},
		{"Đường vào", access},
		{"Lưu ý an toàn", m.Safety},
		{"Phương án khi mưa", wet},
	}
	return lines
}

// sheetLine is one line of a form.
type sheetLine struct{ name, value string }

// fillHeight is the height in millimetres of a line that is left to fill.
const fillHeight = 7.4

func (s Subject) sheetPart(heading string, lines ...sheetLine) []paper.Block {
	t := paper.Table{
		Columns: []paper.Column{{Width: 55}, {}}, Border: paper.GridBorder, Padding: paper.Padding{X: 1.6, Y: 1.1}, Before: 1, After: 6,
	}
	for _, line := range lines {
		row := paper.Row{Cells: []paper.Cell{
			{Paragraphs: []paper.Paragraph{s.cellText(line.name, true)}},
			{Paragraphs: []paper.Paragraph{s.cellText(line.value, false)}},
		}}
		if line.value == "" {
			row.Height = fillHeight
		}
		t.Rows = append(t.Rows, row)
	}
	return []paper.Block{s.Style.Heading1(heading), t}
}

func (s Subject) cellText(text string, bold bool) paper.Paragraph {
	return paper.Paragraph{Runs: []paper.Run{{Text: text, Bold: bold, Size: s.Style.TableSize}}}
}

// dong is an amount of money, "" where there is none.
func dong(amount int64) string {
	if amount == 0 {
		return ""
	}
	return vietnamese.FormatInteger(amount) + " đồng"
}

// people is a number of households as papers write it, "" for none known.
// counted is a number with what it counts, "" for none.
func counted(n int, unit string) string {
	if n == 0 {
		return ""
	}
	return vietnamese.Count(n) + " " + unit
}
