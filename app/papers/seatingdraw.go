package papers

import (
	"fmt"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/plan"
	"nhipcau/app/seating"
)

// Measures of the drawings in millimetres, of type in points.
const (
	roomHeight   = 122 // of the drawing of a room
	wallMargin   = 4   // between the wall and what stands inside
	doorWidth    = 26
	doorHeight   = 6 // below the wall
	widestChair  = 46
	highestChair = 24
	chairGap     = 1.4
	leastForPost = 11.0 // height of a box that has room for a post
	nameSize     = 12.0
	postSize     = 9.0
	leastPost    = 6.5  // what can still be read on a sheet on the wall
	postShare    = 0.44 // of the height of a box
)

var (
	hostFill  = paper.Fill{On: true, Ink: paper.Ink{R: 0xe4, G: 0xe4, B: 0xe4}}
	tableFill = paper.Fill{On: true, Ink: paper.Ink{R: 0xcf, G: 0xcf, B: 0xcf}}
)

// canvas draws a plan of chairs to scale.
type canvas struct {
	drawing      paper.Drawing
	dx, dy       float64 // mm of the middle of chair 0, 0
	kx, ky       float64 // mm of a chair
	attendees    map[string]*plan.Attendee
	numbers      map[string]int
	heads        map[string]bool
	tableCaption string
	postSize     float64 // points, alike in all boxes; 0 where the posts are left to the list
}

// newCanvas fits a plan into a box of millimetres. Who stands first on a list is
// the head, whether or not somebody is named so.
func (s Subject) newCanvas(p seating.Plan, numbers map[string]int, x, y, w, h float64) *canvas {
	b := p.Bounds()
	c := &canvas{attendees: s.byID(), numbers: numbers, heads: map[string]bool{}}
	c.kx, c.ky = widestChair, highestChair
	if b.W > 0 && b.H > 0 {
		c.kx, c.ky = min(widestChair, w/b.W), min(highestChair, h/b.H)
	}
	c.dx = x + (w-b.W*c.kx)/2 - b.X*c.kx
	c.dy = y + (h-b.H*c.ky)/2 - b.Y*c.ky
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		if list := s.seatedIDs(side); len(list) > 0 {
			c.heads[list[0]] = true
		}
	}
	return c
}

// drawRoom draws walls, door, tables and chairs. The door is below.
func (s Subject) drawRoom(p seating.Plan, numbers map[string]int) paper.Drawing {
	width, height := s.Style.Landscape().TextWidth(), roomHeight-float64(doorHeight)
	c := s.newCanvas(p, numbers, wallMargin, wallMargin, width-2*wallMargin, height-2*wallMargin)
	c.postSize = c.sizeOfPosts(p)
	c.tableCaption = map[string]string{"head_table": "BÀN CHỦ TỌA", "u_shape": "BÀN CHỮ U"}[s.variant()]
	if c.tableCaption == "" {
		c.tableCaption = "BÀN LÀM VIỆC"
	}
	c.drawing.Width, c.drawing.Height = width, roomHeight
	c.walls(width, height)
	for i, t := range p.Tables {
		c.table(t, i == 0)
	}
	for _, seat := range p.Seats {
		c.chair(seat)
	}
	return c.drawing
}

func (c *canvas) add(shapes ...paper.Shape) { c.drawing.Shapes = append(c.drawing.Shapes, shapes...) }

func (c *canvas) walls(width, height float64) {
	const wall = 0.5
	left, right := (width-doorWidth)/2, (width+doorWidth)/2
	for _, l := range [][4]float64{{0, 0, width, 0}, {0, 0, 0, height}, {width, 0, width, height}, {0, height, left, height}, {right, height, width, height}} {
		c.add(paper.Line{X1: l[0], Y1: l[1], X2: l[2], Y2: l[3], Stroke: wall})
	}
	for _, x := range []float64{left, right} {
		c.add(paper.Line{X1: x, Y1: height - 1.5, X2: x, Y2: height + 1.5, Stroke: wall})
	}
	c.add(words("CỬA", left, height-doorHeight/2, doorWidth, doorHeight, 10, true))
}

// words is a text in the middle of a box, made smaller if it must be.
func words(text string, x, y, w, h, size float64, bold bool) paper.Label {
	return paper.Label{X: x, Y: y, W: w, H: h, Fit: true, Paragraphs: []paper.Paragraph{{
		Runs: []paper.Run{{Text: text, Size: size, Bold: bold}}, Align: paper.Center,
	}}}
}

func (c *canvas) table(t seating.Box, captioned bool) {
	x, y := c.dx+t.X*c.kx, c.dy+t.Y*c.ky
	w, h := t.W*c.kx, t.H*c.ky
	c.add(paper.Rect{X: x, Y: y, W: w, H: h, Stroke: paper.HairStroke, Fill: tableFill})
	if captioned {
		c.add(words(c.tableCaption, x+1, y+0.5, w-2, h-1, 10, true))
	}
}

// chair draws a chair with who sits there: number, name and, where there is
// room, the post.
func (c *canvas) chair(seat seating.Seat) {
	w, h := c.kx-chairGap, c.ky-chairGap
	x, y := c.dx+seat.X*c.kx-w/2, c.dy+seat.Y*c.ky-h/2
	box := paper.Rect{X: x, Y: y, W: w, H: h, Stroke: paper.HairStroke}
	a := c.attendees[seat.Who]
	if a == nil {
		box.Ink = paper.Ink{R: 0x99, G: 0x99, B: 0x99}
		c.add(box)
		return
	}
	if a.Side == plan.Host {
		box.Fill = hostFill
	}
	if c.heads[a.ID] {
		box.Stroke = 0.7
	}
	c.add(box)
	name, share := numbered(c.numbers[a.ID], a.Name), h
	if post := a.PostLine(); post != "" && c.postSize > 0 {
		share = (1 - postShare) * h
		c.add(words(post, x+0.8, y+share, w-1.6, h-share-0.6, c.postSize, false))
	}
	c.add(words(name, x+0.6, y+0.5, w-1.2, share-0.9, nameSize, true))
}

// sizeOfPosts is the size of type at which the posts of everybody fit into their
// box. Where some would be too small to read, the boxes hold names alone, for
// the list beside the drawing has all posts.
func (c *canvas) sizeOfPosts(p seating.Plan) float64 {
	w, h := c.kx-chairGap-1.6, postShare*(c.ky-chairGap)-0.6
	if c.ky-chairGap < leastForPost {
		return 0
	}
	for size := postSize; size >= leastPost; size -= 0.5 {
		if c.postsFit(p, w, h, size*paper.MillimetresPerPoint) {
			return size
		}
	}
	return 0
}

func (c *canvas) postsFit(p seating.Plan, w, h, em float64) bool {
	// Figures of Liberation Serif in ems: a line, a letter of running text, and a
	// letter of the widest words. A fifth is lost to the ends of lines.
	room := int(h/(1.15*em)) * int(w/(0.46*em)) * 4 / 5
	for _, seat := range p.Seats {
		a := c.attendees[seat.Who]
		if a == nil {
			continue
		}
		post := a.PostLine()
		if len([]rune(post)) > room || longestWord(post)*0.5*em > w {
			return false
		}
	}
	return true
}

// numbered puts a number before a name and keeps it with the first word.
func numbered(n int, name string) string {
	if n == 0 {
		return name
	}
	return fmt.Sprintf("%d.\u00a0", n) + name
}

func longestWord(text string) float64 {
	longest := 0
	for word := range strings.FieldsSeq(text) {
		longest = max(longest, len([]rune(word)))
	}
	return float64(longest)
}
