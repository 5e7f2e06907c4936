package papers

import (
	"fmt"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// GiftRegister is SỔ QUÀ LƯU NIỆM, with what Nghị định 59/2019, articles 24 to
// 28, wants on record: value, source of funds, hand-over. It stays in the office.
func GiftRegister(s Subject) paper.Document {
	grid := s.Style.Grid(
		official.GridColumn{Title: "TT", Width: 9, Center: true},
		official.GridColumn{Title: "Tên quà lưu niệm"},
		official.GridColumn{Title: "Số lượng", Width: 17, Center: true},
		official.GridColumn{Title: "Trị giá (đồng)", Width: 28, Center: true},
		official.GridColumn{Title: "Nguồn kinh phí", Width: 34},
		official.GridColumn{Title: "Bên tặng", Width: 40},
		official.GridColumn{Title: "Bên nhận", Width: 40},
		official.GridColumn{Title: "Giao nhận", Width: 22, Center: true},
		official.GridColumn{Title: "Ghi chú", Width: 26},
	)
	s.addGifts(grid, "I. QUÀ TẶNG", "given")
	s.addGifts(grid, "II. QUÀ NHẬN", "received")
	doc := s.Style.Document("Sổ quà lưu niệm",
		s.Style.Scope(official.InternalOnly),
		s.Style.Title("SỔ QUÀ LƯU NIỆM", "Chuyến công tác của "+s.delegation()+s.tripDays()),
		[]paper.Block{grid.Table()},
		s.Style.TwoSignatures(official.Pair{Authority: "NGƯỜI LẬP SỔ"}, official.Pair{Authority: "NGƯỜI PHỤ TRÁCH"}),
	)
	doc.Page = *s.Style.Landscape()
	return doc
}

// addGifts lists the gifts of one direction, or room for some. A gift that says
// no direction is among those given.
func (s Subject) addGifts(grid *official.Grid, title, direction string) {
	grid.Group(title)
	n := 0
	for _, g := range s.Gifts {
		if g.Direction != direction && (g.Direction != "" || direction != "given") {
			continue
		}
		n++
		grid.Add(fmt.Sprint(n), g.Item, countOrBlank(g.Quantity), valueOrBlank(g), g.Funding, g.From, g.To, handedOver(g), g.Note)
	}
	if n == 0 {
		addBlanks(grid, 2)
	}
}

func countOrBlank(n int) string {
	if n == 0 {
		return toFill
	}
	return vietnamese.Count(n)
}

func valueOrBlank(g *plan.Gift) string {
	if g.Value == 0 {
		return toFill
	}
	return vietnamese.FormatInteger(g.Value)
}

func handedOver(g *plan.Gift) string {
	if g.HandedOver {
		return "Đã giao"
	}
	return ""
}
