package papers

import (
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/plan"
)

// Measures of place cards in millimetres, of type in points (domain notes §3.8).
const (
	cardNameSize  = 60  // at most; smaller where the name is long
	cardPostSize  = 20  // at most
	cardLeading   = 1.3 // below it stacked marks of capitals clip
	cardOneLine   = 24  // letters up to which a name stands on one line, at 40 points or more
	foldMark      = 10.0
	cardMargin    = 15.0 // beside the text
	printerMargin = 6.0  // of the sheet, which printers leave white
)

// cardSize is a size of cards: one is folded from a sheet of A4 lying.
type cardSize struct{ width, height float64 }

// cardSizes are the values of the option "size".
var cardSizes = map[string]cardSize{"a4": {297, 105}, "small": {200, 90}}

// PlaceCards are BIỂN TÊN to be folded and put on the table, one on a sheet: the
// same text on both faces, the one behind upside down on the sheet.
func PlaceCards(s Subject) paper.Document {
	sheet := paper.PageSetup{Width: 297, Height: 210, Unnumbered: true}
	doc := paper.Document{Title: "Biển tên", Language: "vi-VN", Page: sheet, Size: cardPostSize}
	size, ok := cardSizes[s.option("size")]
	if !ok {
		size = cardSizes["a4"]
	}
	for _, a := range named(s.chosen()) {
		name, post := s.cardText(a)
		doc.Blocks = append(doc.Blocks, card(sheet, size, name, post))
	}
	if len(doc.Blocks) == 0 {
		doc.Blocks = []paper.Block{card(sheet, size, "", "")}
	}
	return doc
}

// cardText is what stands on a card: the name and the posts or, where only the
// role is asked for, the role of who has one.
func (s Subject) cardText(a *plan.Attendee) (name, post string) {
	if s.variant() != "role" {
		return strings.ToUpper(a.Name), a.PostLine()
	}
	role := ""
	switch {
	case a.IsHead() && a.Side == plan.Guest:
		role = "TRƯỞNG ĐOÀN"
	case a.IsHead():
		role = "CHỦ TRÌ"
	case a.Role == plan.AttendeeDeputy && a.Side == plan.Guest:
		role = "PHÓ TRƯỞNG ĐOÀN"
	case a.Role == plan.AttendeeSecretary:
		role = "THƯ KÝ"
	case s.standing(a) == plan.AttendeeInvited:
		role = "KHÁCH MỜI"
	case s.standing(a) == plan.AttendeePress:
		role = "BÁO CHÍ"
	default:
		role = "ĐẠI BIỂU"
	}
	return role, s.fromWhere(a)
}

// fromWhere is the locality of an attendee with its kind, "Huyện Thạch An".
func (s Subject) fromWhere(a *plan.Attendee) string {
	if p, ok := s.Places[a.Locality]; ok && a.Locality != "" {
		return upperFirst(p.Running)
	}
	if a.Side == plan.Guest {
		return upperFirst(s.Guest.Running)
	}
	return upperFirst(s.host().Running)
}

// card draws a card in the middle of its sheet: two faces, marks of the fold
// and, where the card is smaller than the sheet, marks to cut it out.
func card(sheet paper.PageSetup, size cardSize, name, post string) paper.Drawing {
	d := paper.Drawing{Width: sheet.Width, Height: sheet.Height}
	x, y := (sheet.Width-size.width)/2, sheet.Height/2-size.height
	for _, face := range []struct {
		y      float64
		turned bool
	}{{y, true}, {y + size.height, false}} {
		d.Shapes = append(d.Shapes, cardFace(x, face.y, size, name, post, face.turned)...)
	}
	middle := sheet.Height / 2
	for _, from := range []float64{x, x + size.width - foldMark} {
		d.Shapes = append(d.Shapes, paper.Line{X1: from, Y1: middle, X2: from + foldMark, Y2: middle, Stroke: paper.HairStroke})
	}
	if size.width < sheet.Width {
		d.Shapes = append(d.Shapes, cutMarks([]float64{x, x + size.width}, []float64{y, y + 2*size.height})...)
	}
	return d
}

// cardFace sets name and post on a face, the post below the name. Turned, both
// stand upside down and so change places.
func cardFace(x, y float64, size cardSize, name, post string, turned bool) []paper.Shape {
	nameShare, postShare := 0.62, 0.24
	top := (1 - nameShare - postShare) / 2
	if post == "" {
		nameShare, postShare = 1-2*top, 0
	}
	at := func(from, share float64) (float64, float64) {
		if turned {
			from = 1 - from - share
		}
		return y + from*size.height, share * size.height
	}
	label := func(from, share float64, run paper.Run, leading float64) paper.Label {
		ly, h := at(from, share)
		return paper.Label{
			X: x + cardMargin, Y: ly, W: size.width - 2*cardMargin, H: h, Fit: true, Turned: turned,
			Paragraphs: []paper.Paragraph{{Runs: []paper.Run{run}, Align: paper.Center, Leading: leading, Balance: true}},
		}
	}
	if len([]rune(name)) <= cardOneLine {
		name = strings.ReplaceAll(name, " ", "\u00a0")
	}
	out := []paper.Shape{label(top, nameShare, paper.Run{Text: name, Bold: true, Size: cardNameSize}, cardLeading)}
	if post != "" {
		out = append(out, label(top+nameShare, postShare, paper.Run{Text: post, Size: cardPostSize}, 1))
	}
	return out
}

// cutMarks are short lines outside of the block of cards, at every edge along
// which it is cut. They are the same on every sheet, so that a pile is cut at
// once.
func cutMarks(xs, ys []float64) []paper.Shape {
	const length, gap = 5.0, 1.5
	var out []paper.Shape
	line := func(x1, y1, x2, y2 float64) {
		out = append(out, paper.Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Stroke: paper.HairStroke})
	}
	left, right, top, bottom := xs[0]-gap, xs[len(xs)-1]+gap, ys[0]-gap, ys[len(ys)-1]+gap
	for _, x := range xs {
		line(x, top-length, x, top)
		line(x, bottom, x, bottom+length)
	}
	for _, y := range ys {
		line(left-length, y, left, y)
		line(right, y, right+length, y)
	}
	return out
}
