package papers

import (
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// badgeSheet is how badges stand on a sheet of A4, upright. Lengths are
// millimetres.
type badgeSheet struct {
	width, height float64
	across, down  int
}

// badgeSheets are the variants of the paper (domain notes §3.8).
var badgeSheets = map[string]badgeSheet{
	"small": {90, 54, 2, 5},
	"large": {90, 120, 2, 2},
}

// Badges are THẺ of all who are at the meeting, with marks to cut them out: a
// band with what somebody is, the name, the posts and the locality.
func Badges(s Subject) paper.Document {
	page := paper.PageSetup{Width: 210, Height: 297, Unnumbered: true}
	doc := paper.Document{Title: "Thẻ đại biểu", Language: "vi-VN", Page: page, Size: 10}
	sheet, ok := badgeSheets[s.variant()]
	if !ok {
		sheet = badgeSheets["small"]
	}
	attendees := named(s.chosen())
	for first := true; first || len(attendees) > 0; first = false {
		n := min(len(attendees), sheet.across*sheet.down)
		doc.Blocks = append(doc.Blocks, s.badgesOn(page, sheet, attendees[:n]))
		attendees = attendees[n:]
	}
	return doc
}

// edges are where a row or a column of badges in the middle of a length begins
// and ends.
func edges(length, each float64, n int) []float64 {
	out := make([]float64, n+1)
	for i := range out {
		out[i] = (length-each*float64(n))/2 + each*float64(i)
	}
	return out
}

func (s Subject) badgesOn(page paper.PageSetup, sheet badgeSheet, attendees []*plan.Attendee) paper.Drawing {
	xs, ys := edges(page.Width, sheet.width, sheet.across), edges(page.Height, sheet.height, sheet.down)
	d := paper.Drawing{Width: page.Width, Height: page.Height, Shapes: cutMarks(xs, ys)}
	for i, a := range attendees {
		d.Shapes = append(d.Shapes, s.badge(xs[i%sheet.across], ys[i/sheet.across], sheet, a)...)
	}
	return d
}

// badgeRole is what stands in the band, with its colour. White on it is read in
// black and white as well.
type badgeRole struct {
	text string
	ink  paper.Ink
}

var (
	delegateBadge  = badgeRole{"ĐẠI BIỂU", paper.Ink{R: 0x9b, G: 0x1c, B: 0x1c}}
	organiserBadge = badgeRole{"BAN TỔ CHỨC", paper.Ink{R: 0x1b, G: 0x3f, B: 0x7a}}
	pressBadge     = badgeRole{"BÁO CHÍ", paper.Ink{R: 0x1c, G: 0x5c, B: 0x33}}
	serviceBadge   = badgeRole{"PHỤC VỤ", paper.Ink{R: 0x4a, G: 0x4a, B: 0x4a}}
)

// badgeOf says what somebody is at the meeting. Of the organisers are the
// contacts of the hosts and who keeps their minutes.
func (s Subject) badgeOf(a *plan.Attendee) badgeRole {
	switch standing := s.standing(a); {
	case standing == plan.AttendeePress:
		return pressBadge
	case standing == plan.AttendeeService:
		return serviceBadge
	case a.Side == plan.Host && (a.Contact || a.Role == plan.AttendeeSecretary):
		return organiserBadge
	}
	return delegateBadge
}

// badge draws a badge whose left top corner is given.
func (s Subject) badge(x, y float64, sheet badgeSheet, a *plan.Attendee) []paper.Shape {
	const inset = 4
	w := sheet.width - 2*inset
	role := s.badgeOf(a)
	large := sheet.height > sheet.width
	band, name, post, size := 10.0, 17.0, 13.0, 20.0
	if large {
		band, name, post, size = 20, 34, 26, 28
	}
	if role == delegateBadge && a.IsHead() && a.Side == plan.Guest {
		role.text = "TRƯỞNG ĐOÀN"
	}
	line := func(top, h float64, text string, size float64, bold bool) paper.Label {
		l := words(text, x+inset, y+top, w, h, size, bold)
		l.Paragraphs[0].Balance = true
		if bold {
			l.Paragraphs[0].Leading = cardLeading
		}
		return l
	}
	title := words(role.text, x+inset, y+inset, w, band, size*0.8, true)
	title.Paragraphs[0].Runs[0].Ink = paper.Ink{R: 0xff, G: 0xff, B: 0xff}
	out := []paper.Shape{paper.Rect{X: x + inset, Y: y + inset, W: w, H: band, Fill: paper.Fill{On: true, Ink: role.ink}}, title}
	top := inset + band + 1
	if large {
		out = append(out, line(top, 16, s.badgeEvent(), 11, false))
		top += 16
	}
	out = append(out,
		line(top, name, strings.ToUpper(a.Name), size, true),
		line(top+name, post, a.PostLine(), size*0.55, false))
	return append(out, line(top+name+post, sheet.height-top-name-post-inset, s.badgePlace(a), size*0.5, true))
}

// badgePlace is where somebody comes from, at full length if it is a party of the
// visit: "Huyện Thạch An, tỉnh Cao Bằng".
func (s Subject) badgePlace(a *plan.Attendee) string {
	p := s.Places[a.Locality]
	if a.Locality == "" {
		p = s.Guest
		if a.Side == plan.Host {
			p = s.host()
		}
	}
	if p.Path != "" {
		return upperFirst(p.Path)
	}
	return upperFirst(p.Running)
}

// badgeEvent is the meeting on the large badge with its days.
func (s Subject) badgeEvent() string {
	text := s.meetingName()
	if v := s.View.Visit; v != nil && v.When.From.Valid() {
		text += "\n" + upperFirst(vietnamese.RunningRange(v.When.From, v.When.Last()))
	}
	return text
}
