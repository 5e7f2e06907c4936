// Package seating shows a seating plan of a visit in the window and lets seats
// be moved by hand: one seat is dragged onto another, or picked and then the one
// to change it with, by mouse or by keyboard. It draws the chairs that app/papers gives; it must not know the
// rule by which they are taken.
package seating

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/seating"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Seats is a seating plan whose seats can be moved.
type Seats struct {
	host    *page.Host
	visit   string
	variant string
	root    fyne.CanvasObject
	dialog  *kit.Dialog // nil where the plan stands elsewhere
	turn    int
	halls   *fyne.Container
	say     *kit.Text
	reset   *kit.Button

	subject papers.Subject
	plans   []seating.Plan
	picked  *chair
	dragged *dragging
	chairs  []*chair
}

// chair is a seat with its button, in the plan with the index.
type chair struct {
	seat   seating.Seat
	in     int
	button *kit.Button
	place  *place
	frame  *kit.Swatch // seen while a seat is dragged
}

// New makes the plan of a visit in a variant of the paper, "" for the usual one.
func New(h *page.Host, visit, variant string) *Seats {
	s := &Seats{host: h, visit: visit, variant: variant}
	s.say = kit.NewText(kit.RoleBody, h.Say("seating.pick"))
	s.reset = kit.NewButton(kit.Secondary, h.Say("seating.reset"), s.byRule)
	s.halls = kit.VBox(theme.Gap16)
	s.root = kit.FitDialogBelow(h.Window, kit.VBox(theme.Gap8, s.say, kit.HBox(theme.Gap8, kit.Spacer(), s.reset)), s.halls)
	s.Update()
	return s
}

// Show opens the plan in a dialog; closed hears when it is shut.
func Show(h *page.Host, visit, variant string, closed func()) *Seats {
	s := New(h, visit, variant)
	s.dialog = kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("seating.title"), Content: s.Object(), Primary: kit.Action{Label: h.Say("seating.done")}, OnClose: closed,
	})
	return s
}

// Object is what the window shows.
func (s *Seats) Object() fyne.CanvasObject { return s.root }

// Update fetches the plan anew. What was picked is picked no longer.
func (s *Seats) Update() {
	s.turn++
	turn := s.turn
	var subject papers.Subject
	var plans []seating.Plan
	var err error
	s.host.Kit.Run(context.Background(), func(context.Context) { subject, plans, err = s.fetch() }, func() {
		switch {
		case turn != s.turn: // a newer one is under way
		case err != nil:
			s.host.Fail(err)
		default:
			s.subject, s.plans = subject, plans
			s.build()
		}
	})
}

// fetch reads the plan as it is kept now.
func (s *Seats) fetch() (papers.Subject, []seating.Plan, error) {
	subject, err := s.host.Desk.Subject(s.visit, papers.Request{Kind: papers.PaperSeatingPlan, Variant: s.variant}, openField)
	if err != nil {
		return subject, nil, err
	}
	return subject, papers.Seating(subject, true), nil
}

// openField words fields on which offices differ, which this plan does not show.
func openField(r plan.Record, _ string) string { return r.Label() }

func (s *Seats) build() {
	take := s.keyboard()
	s.picked, s.dragged, s.chairs = nil, nil, nil
	s.halls.Objects = nil
	names := s.names()
	for i, p := range s.plans {
		if p.Name != "" {
			s.halls.Add(kit.NewText(kit.RoleSection, s.vehicle(p.Name)))
		}
		s.halls.Add(s.hall(i, p, names))
	}
	if len(s.chairs) == 0 {
		s.halls.Add(kit.Notice(kit.Neutral, s.host.Say("seating.nobody")))
	}
	if len(s.subject.Paper.Seats) == 0 {
		s.reset.Disable()
	} else {
		s.reset.Enable()
	}
	s.tell()
	s.root.Refresh()
	if s.dialog != nil {
		s.dialog.Relayout()
	}
	take()
}

// keyboard remembers which chair has the keyboard, for the one that comes in its
// place. The button that gives all chairs back to the rule leaves it to the first.
func (s *Seats) keyboard() (take func()) {
	c := s.host.Window.Canvas()
	if c == nil {
		return func() {}
	}
	at := slices.IndexFunc(s.chairs, func(ch *chair) bool { return c.Focused() == ch.button })
	var place seating.Place
	if at >= 0 {
		place = s.chairs[at].seat.Place
	}
	reset := c.Focused() == s.reset
	return func() {
		i := slices.IndexFunc(s.chairs, func(ch *chair) bool { return ch.seat.Place == place })
		switch {
		case at >= 0 && i >= 0:
			c.Focus(s.chairs[i].button)
		case (at >= 0 || reset && s.reset.Disabled()) && len(s.chairs) > 0:
			c.Focus(s.chairs[0].button)
		}
	}
}

func (s *Seats) names() map[string]*plan.Attendee {
	out := map[string]*plan.Attendee{}
	for _, a := range s.subject.View.Attendees {
		out[a.ID] = a
	}
	return out
}

func (s *Seats) vehicle(id string) string {
	for _, v := range s.subject.Vehicles {
		if v.ID == id {
			return v.Name
		}
	}
	return id
}

// hall lays out the chairs of one plan.
func (s *Seats) hall(i int, p seating.Plan, names map[string]*plan.Attendee) fyne.CanvasObject {
	l := &hallLayout{bounds: p.Bounds()}
	c := &fyne.Container{Layout: l}
	var frames []fyne.CanvasObject
	for _, t := range p.Tables {
		l.boxes = append(l.boxes, t)
		c.Add(kit.NewSwatch(theme.Line))
	}
	for _, seat := range p.Seats {
		ch := &chair{seat: seat, in: i}
		ch.button = kit.NewButton(kit.Secondary, word(names[seat.Who]), func() { s.press(ch) })
		ch.button.SetTooltip(tip(names[seat.Who]))
		s.chairs = append(s.chairs, ch)
		l.boxes = append(l.boxes, seating.Box{X: seat.X - 0.48, Y: seat.Y - 0.42, W: 0.96, H: 0.84})
		ch.place = newPlace(ch.button, func(at fyne.Position) { s.drag(ch, at) }, s.drop)
		c.Add(ch.place)
		ch.frame = kit.NewSwatch(theme.Accent)
		ch.frame.Hide()
		frames = append(frames, ch.frame)
	}
	c.Objects = append(frames, c.Objects...) // below the chairs
	l.loose = len(frames)
	return c
}

// word is a name as short as a chair is narrow: the last two words, by the last
// of which people are called (domain notes §4.1).
func word(a *plan.Attendee) string {
	if a == nil {
		return "–"
	}
	parts := strings.Fields(a.Name)
	return strings.Join(parts[max(0, len(parts)-2):], " ")
}

func tip(a *plan.Attendee) string {
	if a == nil {
		return ""
	}
	return strings.TrimSuffix(a.Name+", "+a.PostLine(), ", ")
}

// pickMark stands before the name in the chair that is picked.
const pickMark = "» "

// press picks a chair, or changes it with the one that was picked before.
func (s *Seats) press(c *chair) {
	first := s.picked
	s.letGo()
	switch {
	case first == nil:
		s.picked = c
		c.button.SetText(pickMark + c.button.Text())
	case first == c:
	case first.in != c.in: // from one vehicle to another people go on the page of logistics
		s.say.SetText(s.host.Say("seating.other_vehicle"))
		return
	default:
		s.swap(first, c)
		return
	}
	s.tell()
}

// letGo takes the mark from the chair that is picked.
func (s *Seats) letGo() {
	if s.picked != nil {
		s.picked.button.SetText(strings.TrimPrefix(s.picked.button.Text(), pickMark))
	}
	s.picked = nil
}

// tell says what is picked, or what to do.
func (s *Seats) tell() {
	if s.picked == nil {
		s.say.SetText(s.host.Say("seating.pick"))
		return
	}
	s.say.SetText(s.host.Say("seating.picked", "Name", s.nameOf(s.picked)))
}

// nameOf is who sits on a chair.
func (s *Seats) nameOf(c *chair) string {
	if a := s.names()[c.seat.Who]; a != nil {
		return a.Name
	}
	return s.host.Say("seating.free")
}

// swap lets who sits in two chairs change places. That follows from the plan as
// it is kept by then: an earlier change may not yet be seen in the chairs.
func (s *Seats) swap(a, b *chair) {
	name := s.plans[a.in].Name
	s.keep(func(now papers.Subject, plans []seating.Plan) []plan.Seat {
		i := slices.IndexFunc(plans, func(p seating.Plan) bool { return p.Name == name })
		if i < 0 {
			return now.Paper.Seats
		}
		return seating.Swap(plans[i], now.Paper.Seats, placeIn(plans[i], a.seat), placeIn(plans[i], b.seat))
	})
}

// placeIn is where who sat in a chair sits now, or the place of a free chair.
func placeIn(p seating.Plan, seat seating.Seat) seating.Place {
	if now, ok := p.Of(seat.Who); ok {
		return now.Place
	}
	return seat.Place
}

func (s *Seats) byRule() {
	s.keep(func(papers.Subject, []seating.Plan) []plan.Seat { return nil })
}

// keep notes the seats given by hand on the paper, which undo takes back like
// any change. What they are then follows from the plan as it is kept.
func (s *Seats) keep(moved func(papers.Subject, []seating.Plan) []plan.Seat) {
	s.host.Change(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		now, plans, err := s.fetch()
		if err != nil {
			return err
		}
		p := s.host.Desk.PaperOf(s.visit, papers.PaperSeatingPlan, s.variant)
		p.Seats = moved(now, plans)
		return tx.Put(p)
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.Update()
	})
}
