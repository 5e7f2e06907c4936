package plan

import (
	"cmp"
	"slices"

	"nhipcau/app/civil"
)

// The functions of this file edit a programme. They take its agenda items in
// any order and give back all of them in the order of the programme; an item
// that changed is a copy, one that did not is the very record that came in, so
// that Changed finds what has to be kept. They know nothing of conflicts:
// whatever does not fit is found by Clashes afterwards.
//
// Fixed items are walls. No function moves one, and what is shifted stays on
// its side: a shift reaches up to the next fixed item of the day and no
// further, and items that are pushed later pile up against it, touching, as
// they do against midnight. Where no fixed item is near, everything that
// follows moves by the same number of minutes.

// DefaultLength is the length in minutes of a block that nobody gave one.
const DefaultLength = 30

// Changed lists the items of a programme that an edit changed or added.
func Changed(before, after []*AgendaItem) []*AgendaItem {
	old := map[*AgendaItem]bool{}
	for _, item := range before {
		old[item] = true
	}
	var out []*AgendaItem
	for _, item := range after {
		if !old[item] {
			out = append(out, item)
		}
	}
	return out
}

// AppendAfter adds a block that starts where the item with the id ends, or
// after the last one if the id is empty or not known. It gives back the
// programme and the new item, which has no id yet. The block takes over stop
// and place. It is shorter than DefaultLength where a fixed item leaves less
// room, and starts behind one that is in the way. With shift, what follows
// makes room for it.
func AppendAfter(items []*AgendaItem, after, title string, shift bool) ([]*AgendaItem, *AgendaItem) {
	b := newBoard(items)
	item := &AgendaItem{ItemKind: ItemSession, Title: title}
	at := b.index(after)
	if at < 0 {
		at = b.lastTimed()
	}
	if at < 0 {
		at = len(b.items) - 1
	}
	if at >= 0 {
		before := b.items[at]
		item.Visit, item.Stop, item.Place = before.Visit, before.Stop, before.Place
		item.When = b.fit(nextSlot(before.When))
	}
	at = b.insertAfter(at, item)
	if shift && item.When.Known() {
		b.makeRoom(at)
	}
	return b.done(), b.items[at]
}

// nextSlot is the slot that begins where another ends.
func nextSlot(before Slot) Slot {
	next := Slot{Day: before.Day, Start: before.Start, Length: DefaultLength, Zone: before.Zone}
	if before.Known() {
		start, days := before.End()
		next.Start = start
		if days > 0 {
			next.Day = before.Day.AddDays(days)
		}
	}
	return next
}

// SetLength changes the length of an item, in minutes from 0 to a day; a fixed
// item may be lengthened, since it begins when it did. With shift, what begins
// at its end or later that day moves by as much. An item of length 0 is one
// whose end is not known: given a length, it pushes only what is in the way,
// and losing it, it pulls nothing.
func SetLength(items []*AgendaItem, id string, minutes int, shift bool) []*AgendaItem {
	b := newBoard(items)
	at := b.index(id)
	if at < 0 {
		return b.done()
	}
	slot := b.items[at].When
	minutes = min(max(minutes, 0), civil.MinutesPerDay)
	_, oldEnd := slot.Minutes()
	delta := minutes - slot.Length
	known := slot.Length > 0 && minutes > 0
	slot.Length = minutes
	b.set(at, slot)
	switch {
	case !shift || !slot.Known():
	case known:
		b.push(b.followers(at, oldEnd), delta)
	case minutes > 0:
		b.makeRoom(at)
	}
	return b.done()
}

// Move makes an item begin some minutes later, or earlier if negative, on the
// same day. Alone it may pass others and stops only at midnight; with shift,
// everything behind it on that day moves along and nothing passes anything. A
// fixed item and one without a time stay.
func Move(items []*AgendaItem, id string, delta int, shift bool) []*AgendaItem {
	b := newBoard(items)
	at := b.index(id)
	if at < 0 || b.items[at].Fixed || !b.items[at].When.Known() {
		return b.done()
	}
	if !shift {
		start := b.items[at].When.Start.Minutes() + delta
		b.setStart(at, min(max(start, 0), civil.MinutesPerDay-1))
		return b.resorted()
	}
	b.push(append([]int{at}, b.followers(at, b.items[at].When.Start.Minutes())...), delta)
	return b.done()
}

// MoveToDay puts an item on another day, at the start given or, if that is
// empty, at the one it had. What stood around it stays. A fixed item stays.
func MoveToDay(items []*AgendaItem, id string, day civil.Date, start civil.Clock) []*AgendaItem {
	b := newBoard(items)
	at := b.index(id)
	if at < 0 || b.items[at].Fixed {
		return b.done()
	}
	slot := b.items[at].When
	slot.Day = day
	if start != "" {
		slot.Start = start
	}
	b.set(at, slot)
	return b.resorted()
}

// ShiftDay moves a whole day by some minutes, all but its fixed items.
func ShiftDay(items []*AgendaItem, day civil.Date, minutes int) []*AgendaItem {
	b := newBoard(items)
	b.push(b.movable(day), minutes)
	return b.done()
}

// board is a programme being edited: the items in the order that the result
// shall have. Items are copied before they are written to.
type board struct {
	items  []*AgendaItem
	copied map[*AgendaItem]bool
}

func newBoard(items []*AgendaItem) *board {
	b := &board{items: slices.Clone(items), copied: map[*AgendaItem]bool{}}
	SortAgenda(b.items)
	return b
}

// index finds an item by its id, -1 if there is none.
func (b *board) index(id string) int {
	if id == "" {
		return -1
	}
	return slices.IndexFunc(b.items, func(a *AgendaItem) bool { return a.ID == id })
}

// lastTimed finds the last item that has a time, -1 if none has.
func (b *board) lastTimed() int {
	for i := len(b.items) - 1; i >= 0; i-- {
		if b.items[i].When.Known() {
			return i
		}
	}
	return -1
}

// movable gives the places of the items of a day that are not fixed.
func (b *board) movable(day civil.Date) []int {
	var out []int
	for i, item := range b.items {
		if item.When.Known() && item.When.Day == day && !item.Fixed {
			out = append(out, i)
		}
	}
	return out
}

// edit gives a copy of the item that may be written to.
func (b *board) edit(i int) *AgendaItem {
	if item := b.items[i]; !b.copied[item] {
		fresh := *item
		b.items[i] = &fresh
		b.copied[&fresh] = true
	}
	return b.items[i]
}

// set gives an item its slot.
func (b *board) set(i int, slot Slot) {
	if b.items[i].When != slot {
		b.edit(i).When = slot
	}
}

// setStart makes an item start some minutes after midnight of its day.
func (b *board) setStart(i, minutes int) {
	slot := b.items[i].When
	slot.Start = civil.ClockAt(minutes)
	b.set(i, slot)
}

// insertAfter puts an item behind the one at a place of the order, -1 for the
// beginning, and behind what begins before it does. It gives the item's place.
func (b *board) insertAfter(at int, item *AgendaItem) int {
	at++
	for at < len(b.items) && item.When.Known() && startsBefore(b.items[at].When, item.When) {
		at++
	}
	b.items = slices.Insert(b.items, at, item)
	b.copied[item] = true
	return at
}

// startsBefore compares the starts of two slots, of which the second is known.
func startsBefore(a, b Slot) bool {
	return a.Known() && (a.Day < b.Day || (a.Day == b.Day && a.Start < b.Start))
}

// resorted gives the items in the order that their times have.
func (b *board) resorted() []*AgendaItem {
	SortAgenda(b.items)
	return b.items
}

// settle puts the items in the order of their starts; those with the same one,
// or none, keep the order that they have on the board.
func (b *board) settle() {
	slices.SortStableFunc(b.items, func(x, y *AgendaItem) int {
		if x.When.Known() != y.When.Known() {
			if x.When.Known() {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(x.When.Day, y.When.Day), cmp.Compare(x.When.Start, y.When.Start))
	})
}

// done gives the items in the order of the board. Where two have the same
// start, or none has any, their place in the hand-made order is set so that
// SortAgenda finds the same order again.
func (b *board) done() []*AgendaItem {
	b.settle()
	for i := 1; i < len(b.items); i++ {
		before, item := b.items[i-1], b.items[i]
		if sameStart(before, item) && !placedBefore(before, item) {
			b.edit(i).Pos = PosBetween(before.Pos, b.nextPos(i))
		}
	}
	return b.items
}

// nextPos gives the place of the item after i if the two share a start, so
// that i can be put in front of it.
func (b *board) nextPos(i int) string {
	if i+1 < len(b.items) && sameStart(b.items[i], b.items[i+1]) {
		return b.items[i+1].Pos
	}
	return ""
}

func sameStart(a, b *AgendaItem) bool {
	return a.When.Known() == b.When.Known() && a.When.Day == b.When.Day && a.When.Start == b.When.Start
}

// placedBefore says whether two items with the same start stand in the right
// order; one that has no id yet is not known to.
func placedBefore(a, b *AgendaItem) bool {
	return a.Pos < b.Pos || (a.Pos == b.Pos && a.ID != "" && a.ID < b.ID)
}
