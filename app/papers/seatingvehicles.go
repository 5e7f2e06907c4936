package papers

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/seating"
	"nhipcau/app/vietnamese"
)

// Measures in millimetres.
const (
	vehicleWidth  = 112
	vehicleHeight = 126
)

// passengers lists who rides in a vehicle, in the order of their sides, the
// driver not among them.
func (s Subject) passengers(v *plan.Vehicle) []string {
	var out []string
	for _, a := range named(s.riders(v)) {
		out = append(out, a.ID)
	}
	return out
}

func (s Subject) riders(v *plan.Vehicle) []*plan.Attendee {
	var out []*plan.Attendee
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		for _, a := range s.present(side) {
			driver := v.Driver != "" && vietnamese.ToneKey(a.Name) == vietnamese.ToneKey(v.Driver)
			if a.Vehicle == v.ID && !driver {
				out = append(out, a)
			}
		}
	}
	return out
}

// vehicleSheets draw each vehicle with a list of who rides in it, and close with
// those who have none. They are internal: plates and drivers are on them.
func (s Subject) vehicleSheets() []paper.Block {
	var out []paper.Block
	for i, p := range Seating(s, false) {
		if i > 0 {
			out = append(out, paper.PageBreak{})
		}
		out = append(out, s.vehicleSheet(s.Vehicles[i], p)...)
	}
	if len(s.Vehicles) == 0 {
		out = append(s.Style.Title("SƠ ĐỒ CHỖ NGỒI TRÊN XE", s.delegation()), s.Style.Body("Chưa có thông tin phương tiện."))
	}
	if names := s.withoutVehicle(); len(names) > 0 {
		out = append(out, s.Style.Item("Chưa xếp xe:", strings.Join(names, "; ")+"."))
	}
	return out
}

func (s Subject) vehicleSheet(v *plan.Vehicle, p seating.Plan) []paper.Block {
	numbers := map[string]int{}
	for at, seat := range p.Seats {
		if seat.Who != "" {
			numbers[seat.Who] = at + 1
		}
	}
	style := s.Style
	style.TitleSize, style.TableSize = 13, 11
	beside, list := s.vehicleRemarks(v, p), []paper.Block{s.passengerList(style, p)}
	if len(numbers) <= mostBeside {
		beside, list = append(list, beside...), nil
	} else {
		list = append([]paper.Block{paper.PageBreak{}}, list...)
	}
	drawing := paper.Columns{
		Weights: []float64{vehicleWidth, s.Style.Landscape().TextWidth() - vehicleWidth - 5}, Gap: 5,
		Parts: [][]paper.Block{{s.drawVehicle(p, numbers)}, beside},
	}
	return slices.Concat(style.Scope(official.InternalOnly), style.Title("SƠ ĐỒ CHỖ NGỒI TRÊN XE", vehicleLine(v)), []paper.Block{drawing}, list)
}

// mostBeside is how many passengers stand on a list beside the drawing, which is
// as many as ride in a van; those of a bus have sheets of their own.
const mostBeside = 8

// drawVehicle draws a vehicle from above, its front on top.
func (s Subject) drawVehicle(p seating.Plan, numbers map[string]int) paper.Drawing {
	const caption = 6
	c := s.newCanvas(p, numbers, wallMargin, caption+wallMargin, vehicleWidth-2*wallMargin, vehicleHeight-caption-2*wallMargin)
	c.drawing.Width, c.drawing.Height = vehicleWidth, vehicleHeight
	b := p.Bounds()
	x, y := c.dx+b.X*c.kx-3, c.dy+b.Y*c.ky-3
	c.add(words("ĐẦU XE", x, y-caption, b.W*c.kx+6, caption, 10, true),
		paper.Rect{X: x, Y: y, W: b.W*c.kx + 6, H: b.H*c.ky + 6, Stroke: 0.5})
	w, h := c.kx-chairGap, c.ky-chairGap
	c.add(paper.Rect{X: c.dx - w/2, Y: c.dy - h/2, W: w, H: h, Stroke: paper.HairStroke, Fill: tableFill},
		words("LÁI XE", c.dx-w/2+0.6, c.dy-h/2+0.4, w-1.2, h-0.8, 9, true))
	for i, seat := range p.Seats {
		c.chair(seat)
		if seat.Who == "" {
			c.add(words(fmt.Sprint(i+1), c.dx+seat.X*c.kx-w/2, c.dy+seat.Y*c.ky-h/2, w, h, 9, false))
		}
	}
	return c.drawing
}

func (s Subject) passengerList(style official.Style, p seating.Plan) paper.Table {
	grid := style.Grid(
		official.GridColumn{Title: "Ghế", Width: 12, Center: true},
		official.GridColumn{Title: "Họ và tên", Width: 46},
		official.GridColumn{Title: "Chức vụ, đơn vị"},
	)
	byID := s.byID()
	for at, seat := range p.Seats {
		if a := byID[seat.Who]; a != nil {
			grid.Add(fmt.Sprint(at+1), a.Name, a.PostLine())
		}
	}
	return grid.Table()
}

// seatNotes say how the seats of a vehicle are numbered.
var seatNotes = map[seating.Layout]string{
	seating.BesideDriver: "Ghế số 1: hàng đầu, bên phải.",
	seating.CarLayout:    "Ghế số 1: hàng sau, bên phải; ghế số 2: hàng sau, bên trái.",
	seating.VanLayout:    "Ghế số 1: hàng giữa, bên phải; ghế số 2: hàng giữa, bên trái.",
	seating.BusLayout:    "Ghế số 1: hàng đầu, bên phải; thứ tự từ trên xuống, phải trước, trái sau.",
}

// vehicleRemarks say how seats are counted and what is amiss: more people than
// seats, groups whose people are not known.
func (s Subject) vehicleRemarks(v *plan.Vehicle, p seating.Plan) []paper.Block {
	var texts []string
	if note := seatNotes[p.Layout]; note != "" && len(p.Seats) > 0 {
		texts = append(texts, note)
	}
	riders := 0
	byID := s.byID()
	for _, a := range s.riders(v) {
		riders += max(1, a.Size())
		if a.Group {
			texts = append(texts, "Cùng đi xe: "+lowerFirst(a.Name)+".")
		}
	}
	if free := v.Seats - 1; v.Seats > 0 && riders > free {
		texts = append(texts, fmt.Sprintf("Số người đã xếp: %s, vượt số chỗ (%s chỗ, không kể lái xe).", vietnamese.Count(riders), vietnamese.Count(free)))
	}
	if len(p.Unseated) > 0 {
		var names []string
		for _, id := range p.Unseated {
			names = append(names, byID[id].Name)
		}
		texts = append(texts, "Chưa có chỗ: "+strings.Join(names, "; ")+".")
	}
	var out []paper.Block
	for _, text := range texts {
		out = append(out, paper.Paragraph{Runs: []paper.Run{{Text: text, Size: 11, Italic: true}}, After: 3})
	}
	return out
}

// withoutVehicle names those of the sides that have vehicles who ride in none
// that is known. Groups and drivers are not asked for.
func (s Subject) withoutVehicle() []string {
	known, sides, drivers := map[string]bool{}, map[plan.Side]bool{}, map[string]bool{}
	for _, v := range s.Vehicles {
		known[v.ID], drivers[vietnamese.ToneKey(v.Driver)] = true, true
		if v.Side != "" {
			sides[v.Side] = true
		}
	}
	if len(sides) == 0 {
		sides[plan.Guest] = true
	}
	var out []string
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		for _, a := range named(s.present(side)) {
			if sides[side] && !known[a.Vehicle] && !drivers[vietnamese.ToneKey(a.Name)] {
				out = append(out, shortName(a))
			}
		}
	}
	return out
}
