package plan

import (
	"slices"

	"nhipcau/app/civil"
)

// DefaultStart is when a day begins of which nothing is known.
const DefaultStart civil.Clock = "08:00"

// Insert adds an item at its own time, behind the item with the id after where
// both start at the same time. With shift, what follows makes room for it, up
// to the next fixed item. The item is taken over as it is and has no id yet.
func Insert(items []*AgendaItem, item *AgendaItem, after string, shift bool) []*AgendaItem {
	b := newBoard(items)
	b.insertAfter(b.index(after), item)
	b.settle()
	if shift && item.When.Known() {
		b.makeRoom(slices.Index(b.items, item))
	}
	return b.done()
}

// QuickPlace says where quick lines go.
type QuickPlace struct {
	Day   civil.Date // of a line with a time
	After string     // the item behind which a line without a time goes
	// Trim is an item whose end nobody gave: it ends where the new one starts,
	// if that is within it.
	Trim string
	// Sample gives visit, stop and zone to the new items; its place is taken
	// over as well.
	Sample AgendaItem
}

// AddQuick adds a quick line to the programme and gives the new item, which has
// no id yet. Its kind follows from its title.
func AddQuick(items []*AgendaItem, q Quick, at QuickPlace, shift bool) ([]*AgendaItem, *AgendaItem) {
	item := &AgendaItem{
		Visit: at.Sample.Visit, Stop: at.Sample.Stop, Place: at.Sample.Place,
		ItemKind: KindOfTitle(q.Title), Title: q.Title,
	}
	item.When = Slot{Day: at.Day, Start: q.Start, Length: q.Length, Zone: at.Sample.When.Zone}
	if q.Start == "" {
		item.When = slotAfter(items, at, q.Length)
	}
	if item.When.Length == 0 {
		item.When.Length = DefaultLength
	}
	items = trim(items, at.Trim, item.When)
	return Insert(items, item, at.After, shift), item
}

// slotAfter is the slot of a line without a time: behind an item of the day, or
// at the start of a day that has none.
func slotAfter(items []*AgendaItem, at QuickPlace, length int) Slot {
	b := newBoard(items)
	if i := b.index(at.After); i >= 0 && b.items[i].When.Known() {
		slot := nextSlot(b.items[i].When)
		if length > 0 {
			slot.Length = length
		}
		return b.fit(slot)
	}
	return Slot{Day: at.Day, Start: DefaultStart, Length: length, Zone: at.Sample.When.Zone}
}

// trim ends an item where a slot begins that starts within it.
func trim(items []*AgendaItem, id string, slot Slot) []*AgendaItem {
	b := newBoard(items)
	i := b.index(id)
	if i < 0 || !b.items[i].When.Known() || b.items[i].When.Day != slot.Day {
		return items
	}
	start, end := b.items[i].When.Minutes()
	if from := slot.Start.Minutes(); from > start && from < end {
		own := b.items[i].When
		own.Length = from - start
		b.set(i, own)
	}
	return b.done()
}

// AddLines adds several lines, as pasted from a table. A line that names no end
// lasts until the next one begins, where that is on the same day and later.
func AddLines(items []*AgendaItem, lines []Quick, at QuickPlace, shift bool) ([]*AgendaItem, []*AgendaItem) {
	var added []*AgendaItem
	for i, q := range lines {
		if q.Length == 0 && i+1 < len(lines) && q.Start.Valid() && lines[i+1].Start > q.Start {
			q.Length, _ = LengthUntil(q.Start, lines[i+1].Start)
		}
		var item *AgendaItem
		if len(added) > 0 && q.Start == "" { // the one before has no id by which it could be found
			last := added[len(added)-1].When
			next, _ := last.End()
			q.Start = next
		}
		items, item = AddQuick(items, q, at, shift)
		added = append(added, item)
	}
	return items, added
}

// Duplicate adds a copy of an item that starts where the item ends, and gives
// the copy, which has no id yet; nil if there is no such item. The copy is not
// fixed. With shift, what follows makes room for it.
func Duplicate(items []*AgendaItem, id string, shift bool) ([]*AgendaItem, *AgendaItem) {
	b := newBoard(items)
	at := b.index(id)
	if at < 0 {
		return b.done(), nil
	}
	fresh := *b.items[at]
	fresh.Head, fresh.Fixed, fresh.Pos = Head{}, false, ""
	if fresh.When.Known() {
		slot := nextSlot(fresh.When)
		slot.Length = fresh.When.Length
		fresh.When = b.fit(slot)
	}
	return Insert(items, &fresh, id, shift), &fresh
}

// Place puts an item right before or after another one, as dragging a row,
// Alt+Up, Alt+Down and pasting do. Within a day blocks trade places, see
// Reorder. From another day it takes the time in front of or behind the target
// and its stop; with shift the day that it comes to makes room and the one it
// leaves closes up. A fixed item stays.
func Place(items []*AgendaItem, id, target string, after, shift bool) []*AgendaItem {
	b := newBoard(items)
	from, to := b.index(id), b.index(target)
	if from < 0 || to < 0 || from == to || b.items[from].Fixed {
		return b.done()
	}
	source, goal := b.items[from], b.items[to]
	if source.When.Known() == goal.When.Known() && source.When.Day == goal.When.Day {
		return Reorder(items, from, placeOf(from, to, after))
	}
	item := b.edit(from)
	if shift {
		b.closeUp(from)
	}
	b.items = slices.Delete(b.items, from, from+1)
	item.Stop = goal.Stop
	b.settleBeside(item, slices.Index(b.items, goal), after, shift)
	return b.done()
}

// placeOf is the place that an item taken from one place has afterwards when it
// stands right before or after the one at another.
func placeOf(from, to int, after bool) int {
	switch {
	case after && to < from:
		return to + 1
	case !after && to > from:
		return to - 1
	}
	return to
}

// settleBeside puts an item that is on no day into the board, beside the one at
// a place.
func (b *board) settleBeside(item *AgendaItem, to int, after, shift bool) {
	goal := b.items[to].When
	slot := Slot{Day: goal.Day, Start: goal.Start, Length: item.When.Length, Zone: item.When.Zone}
	switch {
	case after:
		next := nextSlot(goal)
		slot.Day, slot.Start = next.Day, next.Start
		to++
	case b.items[to].Fixed || !shift:
		slot.Start = civil.ClockAt(max(goal.Start.Minutes()-slot.Length, 0))
	}
	if !goal.Known() {
		slot.Start, slot.Day = "", ""
	}
	item.When = slot
	b.items = slices.Insert(b.items, to, item)
	b.settle()
	at := slices.Index(b.items, item)
	switch {
	case !slot.Known():
		b.placeBetween(at)
	case shift:
		b.makeRoom(at)
	}
}

// PlaceOnDay puts an item on another day, at the start given or, if that is
// empty, at the one it had. With shift the day that it comes to makes room and
// the one it leaves closes up; else what stood around it stays, as MoveToDay
// has it. A fixed item stays.
func PlaceOnDay(items []*AgendaItem, id string, day civil.Date, start civil.Clock, shift bool) []*AgendaItem {
	b := newBoard(items)
	at := b.index(id)
	if !shift || at < 0 || b.items[at].Fixed || b.items[at].When.Day == day {
		return MoveToDay(items, id, day, start)
	}
	item := b.edit(at)
	b.closeUp(at)
	item.When.Day = day
	if start != "" {
		item.When.Start = start
	}
	b.settle()
	if item.When.Known() {
		b.makeRoom(slices.Index(b.items, item))
	}
	return b.done()
}

// SetStart makes an item start at exactly the time given, on the day that it
// has. With shift what follows moves along; where a fixed item or the end of
// the day leaves no room for that, the item moves alone, for the time was asked
// for. A fixed item and one without a time stay.
func SetStart(items []*AgendaItem, id string, start civil.Clock, shift bool) []*AgendaItem {
	b := newBoard(items)
	at := b.index(id)
	if at < 0 || !start.Valid() || !b.items[at].When.Known() {
		return b.done()
	}
	delta := start.Minutes() - b.items[at].When.Start.Minutes()
	if shift {
		after := Move(items, id, delta, true)
		moved := newBoard(after)
		if moved.items[moved.index(id)].When.Start == start {
			return after
		}
	}
	return Move(items, id, delta, false)
}
