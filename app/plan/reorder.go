package plan

import (
	"slices"

	"nhipcau/app/civil"
)

// Reorder takes the item at one place of the programme to another, as dragging
// a line of the list or Alt+Up and Alt+Down do. Both are places in the order of
// the programme as SortAgenda makes it.
//
// Within a day the blocks trade places and the day keeps its shape: what was
// gapless stays gapless, gaps and the start of the day stay where they were.
// Fixed items are no places: the others trade around them, a block that does
// not fit in front of one flows behind it, and one that is taken past a fixed
// item with nothing to trade with beyond goes right behind or in front of it.
//
// Taken to another day, a block begins where the one above it ends, or takes
// the start of the one below it, and what follows there makes room; the day
// that it leaves closes up. Among items without a time only the order changes.
func Reorder(items []*AgendaItem, from, to int) []*AgendaItem {
	b := newBoard(items)
	if from < 0 || to < 0 || from >= len(b.items) || to >= len(b.items) ||
		from == to || b.items[from].Fixed {
		return b.done()
	}
	source, target := b.items[from].When, b.items[to].When
	if source.Known() && target.Known() && source.Day == target.Day {
		b.trade(from, to)
		return b.done()
	}
	b.carry(from, to)
	return b.done()
}

// trade moves a block within its day.
func (b *board) trade(from, to int) {
	places := b.movable(b.items[from].When.Day)
	own := slices.Index(places, from)
	goal := own
	for p, place := range places {
		if to > from && place <= to {
			goal = p
		}
		if to < from && place >= to && p < goal {
			goal = p
		}
	}
	if goal == own {
		// Only fixed items stand between: trade with the next block beyond.
		goal = own + 1
		if to < from {
			goal = own - 1
		}
	}
	if goal < 0 || goal >= len(places) {
		b.jump(from, to)
		return
	}
	b.relay(places, own, goal)
}

// jump takes a block right behind the fixed item at a place, or in front of it.
func (b *board) jump(from, to int) {
	start, end := b.items[to].When.Minutes()
	if to > from {
		start = end
	} else {
		start -= b.items[from].When.Length
	}
	if start < 0 || start >= civil.MinutesPerDay {
		return
	}
	b.setStart(from, start)
	item := b.items[from]
	b.items = slices.Insert(slices.Delete(b.items, from, from+1), to, item)
}

// relay lays out the blocks at the given places of one day anew after the one
// at own was taken to goal; both are indexes of places.
func (b *board) relay(places []int, own, goal int) {
	first, last := min(own, goal), max(own, goal)
	old := make([]Slot, len(places))
	blocks := make([]*AgendaItem, len(places))
	for p, place := range places {
		old[p], blocks[p] = b.items[place].When, b.items[place]
	}
	block := blocks[own]
	blocks = slices.Insert(slices.Delete(blocks, own, own+1), goal, block)
	for p, place := range places {
		b.items[place] = blocks[p]
	}
	walls := b.walls(old[own].Day)
	var was, now row
	for p, place := range places {
		oldStart, _ := old[p].Minutes()
		if p >= first {
			start := oldStart
			if p > first {
				start = follow(oldStart, was, now, places[p-1] == place-1)
			}
			if p > last && start == oldStart {
				return
			}
			start = flow(start, b.items[place].When.Length, walls)
			b.setStart(place, min(start, civil.MinutesPerDay-1))
		}
		was.add(old[p])
		now.add(b.items[place].When)
	}
}

// row is how far the blocks of a day reach: the start of the last of them and
// the latest end of all.
type row struct{ start, end int }

func (r *row) add(s Slot) {
	start, end := s.Minutes()
	r.start, r.end = start, max(r.end, end)
}

// follow gives the start of the block at a place, in minutes, now that other
// ones stand at the places before it: with the same gap behind them, or if they
// ran at the same time, with the same distance to the start of the last. With a
// fixed item before the place the start stays, unless it is no longer free.
func follow(oldStart int, was, now row, adjacent bool) int {
	switch {
	case adjacent && oldStart >= was.end:
		return now.end + oldStart - was.end
	case adjacent:
		return now.start + oldStart - was.start
	case oldStart >= was.end:
		return max(oldStart, now.end)
	default:
		return max(oldStart, now.start)
	}
}

// walls gives the slots of the fixed items of a day, in order.
func (b *board) walls(day civil.Date) []Slot {
	var out []Slot
	for _, item := range b.items {
		if item.Fixed && item.When.Known() && item.When.Day == day {
			out = append(out, item.When)
		}
	}
	return out
}

// flow gives the first minute from start on at which a block does not overlap
// a fixed item.
func flow(start, length int, walls []Slot) int {
	for _, wall := range walls {
		wallStart, wallEnd := wall.Minutes()
		if start < wallEnd && wallStart < start+length && wallEnd < civil.MinutesPerDay {
			start = wallEnd
		}
	}
	return start
}

// carry takes a block to another day, out of the items without a time, or
// among them.
func (b *board) carry(from, to int) {
	item := b.edit(from)
	b.closeUp(from)
	b.items = slices.Delete(b.items, from, from+1)
	slot := Slot{Length: item.When.Length, Zone: item.When.Zone}
	if to > from {
		above := nextSlot(b.items[to-1].When)
		slot.Day, slot.Start = above.Day, above.Start
	} else {
		below := b.items[to]
		slot.Day, slot.Start = below.When.Day, below.When.Start
		if below.Fixed && below.When.Known() {
			slot.Start = civil.ClockAt(max(below.When.Start.Minutes()-slot.Length, 0))
		}
	}
	if slot.Known() && (to > from || !b.items[to].Fixed) {
		start := flow(slot.Start.Minutes(), slot.Length, b.walls(slot.Day))
		slot.Start = civil.ClockAt(min(start, civil.MinutesPerDay-1))
	}
	item.When = slot
	b.items = slices.Insert(b.items, to, item)
	if !slot.Known() {
		b.placeBetween(to)
		return
	}
	b.settle()
	b.makeRoom(slices.Index(b.items, item))
}

// placeBetween gives an item that is ordered by hand alone a place between its
// neighbours.
func (b *board) placeBetween(at int) {
	before := ""
	if at > 0 && sameStart(b.items[at-1], b.items[at]) {
		before = b.items[at-1].Pos
	}
	b.edit(at).Pos = PosBetween(before, b.nextPos(at))
}

// closeUp pulls what follows gaplessly on an item to the item's own start.
func (b *board) closeUp(at int) {
	slot := b.items[at].When
	if !slot.Known() {
		return
	}
	_, end := slot.Minutes()
	following := b.followers(at, end)
	if len(following) == 0 || b.items[following[0]].When.Start.Minutes() != end {
		return
	}
	// The item itself is leaving and must not be in the way.
	b.items[at].When.Length = 0
	b.push(following, -slot.Length)
	b.items[at].When = slot
}
