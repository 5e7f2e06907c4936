package exchange

import (
	"slices"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
)

// reviewRow is one record that changes, or the head of a group of them.
type reviewRow struct {
	key   string
	item  desk.PreviewItem
	label string
	of    group
	below []string // of a head: the records below it
}

func (r reviewRow) isHead() bool { return r.below != nil }

// group is what the records have in common that stand together.
type group struct {
	key  string // of its word
	tone kit.Tone
}

// oursGroup is of the edits to what our own office owns: they are listed apart,
// to be accepted, answered or declined.
var oursGroup = group{"review.ours", kit.AmberTone}

func groupOf(item desk.PreviewItem) group {
	if item.Ours && item.Outcome == desk.Edited {
		return oursGroup
	}
	look, _ := outcomeOf(item.Outcome)
	return group{look.key, look.tone}
}

// groups lists the groups in the order in which they ask for a look.
func groups() []group {
	var out []group
	for _, o := range outcomes {
		out = append(out, group{o.key, o.tone})
		if o.is == desk.Differing {
			out = append(out, oursGroup)
		}
	}
	return out
}

// rowsOf lists what changes in groups by what happens: what asks for a look
// first, and within a group by kind. Want leaves records out; nil wants all.
func (r *review) rowsOf(want func(desk.PreviewItem) bool) []reviewRow {
	in := map[group][]reviewRow{}
	for _, item := range r.preview.Items {
		if item.Outcome != desk.Same && (want == nil || want(item)) {
			of := groupOf(item)
			in[of] = append(in[of], reviewRow{key: item.ID, item: item, label: r.words.label(item), of: of})
		}
	}
	ranks := map[plan.Kind]int{}
	for i, d := range plan.Declarations() {
		ranks[d.Kind] = i
	}
	var rows []reviewRow
	for _, of := range groups() {
		members := in[of]
		if len(members) == 0 {
			continue
		}
		slices.SortStableFunc(members, func(a, b reviewRow) int { return ranks[a.item.Kind] - ranks[b.item.Kind] })
		head := reviewRow{key: "group " + of.key, label: r.host.Say(of.key), of: of, item: desk.PreviewItem{Outcome: members[0].item.Outcome}}
		for _, row := range members {
			head.below = append(head.below, row.item.ID)
		}
		rows = append(append(rows, head), members...)
	}
	return rows
}

// counts counts by what happens what is ticked, and what is left out.
func (r *review) tickedCounts() map[desk.Outcome]int {
	out := map[desk.Outcome]int{}
	for _, item := range r.preview.Items {
		o := item.Outcome
		if o != desk.Same && o != desk.SetAside && !r.choices.Ticked(item.ID) {
			o = desk.LeftOut
		}
		out[o]++
	}
	return out
}

// openIn counts the places of a record that wait for a choice.
func (r *review) openIn(item desk.PreviewItem) int {
	if !r.choices.Ticked(item.ID) {
		return 0
	}
	n := 0
	for _, f := range item.Fields() {
		if take, _ := r.choices.Picked(item.ID, f.Name); f.Differ && take == "" && r.choices.FieldTicked(item.ID, f.Name) {
			n++
		}
	}
	if take, _ := r.choices.Picked(item.ID, desk.Deletion); item.Contested && take == "" {
		n++
	}
	return n
}

// openInAll counts them over all records.
func (r *review) openInAll() int {
	n := 0
	for _, row := range r.rows {
		if !row.isHead() {
			n += r.openIn(row.item)
		}
	}
	return n
}

// chosen counts the choices that were made.
func (r *review) chosen() int {
	n := 0
	for _, row := range r.rows {
		for _, f := range row.item.Fields() {
			if take, _ := r.choices.Picked(row.item.ID, f.Name); take != "" {
				n++
			}
		}
		if take, _ := r.choices.Picked(row.item.ID, desk.Deletion); take != "" {
			n++
		}
	}
	return n
}

// chip says how it stands with a record; an empty word shows none.
func (r *review) chip(row reviewRow) (kit.Tone, icons.Name, string) {
	h := r.host
	switch item := row.item; {
	case row.isHead():
		return kit.Neutral, icons.None, h.Words.Number(itoa(len(row.below)))
	case item.Outcome == desk.SetAside:
		return kit.RedTone, icons.Warning, h.Say("exchange.set_aside")
	case !r.choices.Ticked(item.ID):
		return kit.Neutral, icons.None, h.Say("review.left_out")
	case r.openIn(item) > 0:
		return kit.RedTone, icons.Warning, h.Say("review.left", "Count", r.openIn(item))
	case item.Contested || anyDiffers(item.Fields()):
		return kit.GreenTone, icons.Check, h.Say("review.chosen")
	case r.partly(item):
		return kit.AmberTone, icons.None, h.Say("review.partly")
	}
	return kit.Neutral, icons.None, ""
}

// partly says whether some of a record's fields are left out.
func (r *review) partly(item desk.PreviewItem) bool {
	return slices.ContainsFunc(item.Fields(), func(f desk.PreviewField) bool { return !r.choices.FieldTicked(item.ID, f.Name) })
}

// tickOf is the state of the tick before a row.
func (r *review) tickOf(row reviewRow) kit.TickState {
	switch {
	case r.open || row.item.Outcome == desk.SetAside:
		return kit.TickNone
	case row.isHead():
		return r.tickOfGroup(row.below)
	case !r.choices.Ticked(row.item.ID):
		return kit.TickOff
	case r.partly(row.item):
		return kit.TickSome
	}
	return kit.TickOn
}

func (r *review) tickOfGroup(ids []string) kit.TickState {
	on := 0
	for _, id := range ids {
		if r.choices.Ticked(id) {
			on++
		}
	}
	switch on {
	case 0:
		return kit.TickOff
	case len(ids):
		return kit.TickOn
	}
	return kit.TickSome
}
