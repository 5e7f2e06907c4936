package plan

import (
	"slices"

	"nhipcau/app/civil"
)

// followers gives what a shift behind an item reaches: the items after it that
// begin at the given minute of its day or later, up to the next fixed one.
func (b *board) followers(at, from int) []int {
	var out []int
	for i := at + 1; i < len(b.items); i++ {
		item := b.items[i]
		if !item.When.Known() || item.When.Day != b.items[at].When.Day {
			break
		}
		if item.When.Start.Minutes() < from {
			continue
		}
		if item.Fixed {
			break
		}
		out = append(out, i)
	}
	return out
}

// push shifts the items at the given places, which are in order, by some
// minutes. No item passes another, and none newly overlaps a fixed one or one
// that is pushed as well, so one that has no room moves less than asked; see
// the comment at the head of programme.go.
func (b *board) push(moving []int, delta int) {
	before := slices.Clone(b.items)
	if delta > 0 {
		slices.Reverse(moving)
	}
	for _, i := range moving {
		move := limitToDay(delta, before[i].When)
		for j := range before {
			if j == i || (j > i) != (delta > 0) || !before[j].When.Known() ||
				before[j].When.Day != before[i].When.Day {
				continue
			}
			solid := before[j].Fixed || slices.Contains(moving, j)
			move = limit(move, before[i].When, before[j].When, b.items[j].When, solid)
		}
		b.setStart(i, before[i].When.Start.Minutes()+move)
	}
}

// limitToDay cuts a move so that the item starts and ends within its day.
func limitToDay(move int, item Slot) int {
	start, end := item.Minutes()
	if move < 0 {
		return max(move, -start)
	}
	return min(move, max(min(civil.MinutesPerDay-end, civil.MinutesPerDay-1-start), 0))
}

// limit cuts the move of an item towards another one, which stood at was and
// stands at now. It does not pass it: their starts keep their order. It does
// not run into a solid one either, unless they ran at the same time before.
func limit(move int, item, was, now Slot, solid bool) int {
	start, end := item.Minutes()
	wasStart, wasEnd := was.Minutes()
	nowStart, nowEnd := now.Minutes()
	room := nowStart - start
	if move < 0 {
		if solid && wasEnd <= start {
			room = nowEnd - start
		}
		return max(move, min(room, 0))
	}
	if solid && wasStart >= end {
		room = nowStart - end
	}
	return min(move, max(room, 0))
}

// makeRoom pushes what begins with an item or behind it so far that it does
// not overlap the item, as far as there is room.
func (b *board) makeRoom(at int) {
	start, end := b.items[at].When.Minutes()
	following := b.followers(at, start)
	if len(following) == 0 {
		return
	}
	if first := b.items[following[0]].When.Start.Minutes(); first < end {
		b.push(following, end-first)
	}
}

// fit puts a slot behind a fixed item that covers its start, and makes it end
// where the next fixed one begins.
func (b *board) fit(slot Slot) Slot {
	for _, other := range b.items {
		if !other.Fixed || !slot.Known() || !other.When.Known() || other.When.Day != slot.Day {
			continue
		}
		start, end := slot.Minutes()
		wallStart, wallEnd := other.When.Minutes()
		switch {
		case wallStart <= start && start < wallEnd && wallEnd < civil.MinutesPerDay:
			slot.Start = civil.ClockAt(wallEnd)
		case start < wallStart && wallStart < end:
			slot.Length = wallStart - start
		}
	}
	return slot
}
