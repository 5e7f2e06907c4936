package papers

import (
	"fmt"
	"slices"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// signRowHeight is the room for a signature by hand, in millimetres.
const signRowHeight = 11

// sheetHead is the letterhead of a sheet, which has no number.
func (s Subject) sheetHead() []paper.Block {
	return s.Style.Header(official.Letterhead{Issuer: s.issuerLines()})
}

// SignIn is PHIẾU KÝ NHẬN: a row to sign for everybody in the order of the page
// of attendees, and rows without names for groups (domain notes §2.4, D).
func SignIn(s Subject) paper.Document {
	doc := s.Style.Document("Phiếu ký nhận",
		s.sheetHead(),
		s.Style.Title(s.kindHeading("PHIẾU KÝ NHẬN"), s.signAbout()),
		s.signTable(),
	)
	return doc
}

// kindHeading is the name of the paper as the catalogue has it.
func (s Subject) kindHeading(otherwise string) string {
	if s.Catalogue == nil {
		return otherwise
	}
	return s.kind().Heading()
}

func (s Subject) signAbout() string {
	if about := s.decided().About; about != "" {
		return about
	}
	meeting := lowerFirst(s.meetingName())
	switch s.option("receipt") {
	case "documents":
		return "Đại biểu nhận tài liệu " + meeting
	case "gifts":
		return "Đại biểu nhận quà lưu niệm " + meeting
	}
	return "Đại biểu dự " + meeting
}

// signTable has a row to sign for everybody, and for each group rows to write
// names in; they stand where the group stands on the page of attendees.
func (s Subject) signTable() []paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "STT", Width: 11, Center: true},
		official.GridColumn{Title: "Họ và tên", Width: 48},
		official.GridColumn{Title: "Chức vụ, đơn vị công tác"},
		official.GridColumn{Title: "Ký nhận", Width: 38},
	)
	n, people := 0, 0
	add := func(name, post string) {
		n++
		grid.Add(vietnamese.Count(n), name, post, "")
	}
	chosen := s.chosen()
	rolls := filteredRolls(s.bothSides(), func(a *plan.Attendee) bool { return slices.Contains(chosen, a) })
	for i, r := range rolls {
		grid.Group(s.rollHeading(i, len(rolls), r))
		for _, a := range r.people {
			people += a.Size()
			if !a.Group {
				add(a.Name, postAndUnit(a))
				continue
			}
			for range blankRows(a) {
				add("", a.Name)
			}
		}
	}
	for n < minBlankRows {
		add("", "")
	}
	return []paper.Block{roomy(grid.Table()), s.signFoot(people)}
}

// roomy gives each row of a table but its head and the names of groups room for
// a signature.
func roomy(t paper.Table) paper.Table {
	for i := range t.Rows[t.Header:] {
		row := &t.Rows[t.Header+i]
		if len(row.Cells) == 1 {
			continue
		}
		row.Height = signRowHeight
		for c := range row.Cells {
			row.Cells[c].Middle = true
		}
	}
	return t
}

// minBlankRows is how many rows a group has whose number is not known.
const minBlankRows = 5

// blankRows is how many rows a group has: one for each of its people, so that as
// many can sign as the foot counts.
func blankRows(a *plan.Attendee) int {
	if a.Count == 0 {
		return minBlankRows
	}
	return a.Count
}

// signFoot leaves room for the number of those who have signed, which only the
// day tells.
func (s Subject) signFoot(people int) paper.Paragraph {
	text := "Số người ký nhận: ……… người."
	if people > 0 {
		text = fmt.Sprintf("(Danh sách có %s người; số người ký nhận: ……… người)", vietnamese.Count(people))
	}
	p := s.Style.Body(text)
	p.Runs[0].Italic, p.Align, p.FirstIndent = true, paper.Center, 0
	return p
}
