package exchange

import (
	"errors"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// turn ticks a record or a whole group, or takes the tick away, together with
// what hangs together with it.
func (r *review) turn(row reviewRow) {
	state := r.tickOf(row)
	if state == kit.TickNone || r.taken {
		return
	}
	on := state == kit.TickOff
	ids := []string{row.item.ID}
	if row.isHead() {
		ids = row.below
	} else if state == kit.TickSome {
		r.tickFields(row.item, true)
		on = true
	}
	along := 0
	for _, id := range ids {
		if r.choices.Ticked(id) != on {
			along += len(r.preview.Tick(&r.choices, id, on))
		}
	}
	r.said(along, on, row.isHead())
	r.chose()
}

// said tells that other records went along with a tick.
func (r *review) said(along int, on, group bool) {
	if along == 0 || group {
		return
	}
	key := "review.along_out"
	if on {
		key = "review.along_in"
	}
	r.host.Toast(r.host.Say(key, "Count", along), "", nil)
}

func (r *review) tickFields(item desk.PreviewItem, on bool) {
	for _, f := range item.Fields() {
		r.choices.TickField(item.ID, f.Name, on)
	}
}

// turnField ticks one field.
func (r *review) turnField(item desk.PreviewItem, name string) {
	if r.taken {
		return // it is being written
	}
	if !r.choices.Ticked(item.ID) {
		r.said(len(r.preview.Tick(&r.choices, item.ID, true)), true, false)
		r.chose()
		return
	}
	r.choices.TickField(item.ID, name, !r.choices.FieldTicked(item.ID, name))
	r.chose()
}

// The digits by which values are chosen.
const (
	chooseMine   = 1
	chooseTheirs = 2
	chooseBoth   = 3
	chooseOther  = 4 // and so on, for those of third offices
	chooseText   = 9 // words of one's own
)

// choose settles one field by its digit; the same once more leaves it open
// again.
func (r *review) choose(item desk.PreviewItem, name string, digit int) {
	if r.taken {
		return
	}
	now := r.digitOf(item, name)
	if digit == chooseText {
		r.answer(item, name)
		return
	}
	if now == digit {
		digit = 0
	}
	r.pick(item, name, digit)
	r.picked(item, name, digit != 0)
}

// picked shows a choice; what was left out comes in with it.
func (r *review) picked(item desk.PreviewItem, name string, any bool) {
	if any {
		r.choices.TickField(item.ID, name, true)
		if !r.choices.Ticked(item.ID) {
			r.said(len(r.preview.Tick(&r.choices, item.ID, true)), true, false)
		}
	}
	r.chose()
}

// answer asks for words of one's own, beginning with theirs.
func (r *review) answer(item desk.PreviewItem, name string) {
	h := r.host
	f, _ := item.Field(name)
	area := kit.NewTextArea(h.Kit, h.Words.Field(item.Kind, name), 6)
	start := f.Theirs
	if take, value := r.choices.Picked(item.ID, name); take == desk.TakeText {
		start = value
	}
	area.SetValue(r.words.value(item.Kind, name, start))
	kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("review.answer_title"), Content: area, Width: theme.DialogForm,
		Cancel: kit.Action{Label: h.Say("exchange.cancel")},
		Primary: kit.Action{Label: h.Say("review.answer_act"), Do: func() bool {
			var invalid *desk.Invalid
			switch err := f.Refuse(area.Text()); {
			case errors.As(err, &invalid):
				area.SetError(h.Words.Issue(invalid.Issues[0]))
				area.Focus()
				return false
			case err != nil:
				h.Fail(err)
				return true
			}
			r.choices.PickText(item.ID, name, area.Text())
			r.picked(item, name, true)
			return true
		}},
	})
}

func (r *review) pick(item desk.PreviewItem, name string, digit int) {
	if name == desk.Deletion {
		r.choices.Pick(item.ID, name, deletionTake(item, digit))
		return
	}
	f, _ := item.Field(name)
	switch others := f.Others(); {
	case digit == chooseMine:
		r.choices.Pick(item.ID, name, desk.TakeMine)
	case digit == chooseTheirs && f.Differ:
		r.choices.Pick(item.ID, name, desk.TakeTheirs)
	case digit == chooseBoth && f.Both() != nil:
		r.choices.Pick(item.ID, name, desk.TakeBoth)
	case digit >= chooseOther && digit-chooseOther < len(others):
		r.choices.PickValue(item.ID, name, others[digit-chooseOther].Value)
	default: // open, or as it comes
		r.choices.Pick(item.ID, name, "")
	}
}

// deletionTake is what a side has done to a record that one of them deleted; of
// one that is open, to keep it is said first.
func deletionTake(item desk.PreviewItem, digit int) desk.Take {
	switch {
	case digit != chooseMine && digit != chooseTheirs:
		return ""
	case item.TrashedHere == (digit == chooseMine):
		return desk.TakeDelete
	}
	return desk.TakeKeep
}

// digitOf is the digit of the value that is chosen, 0 for none.
func (r *review) digitOf(item desk.PreviewItem, name string) int {
	take, value := r.choices.Picked(item.ID, name)
	switch take {
	case desk.TakeMine:
		return chooseMine
	case desk.TakeTheirs:
		return chooseTheirs
	case desk.TakeKeep, desk.TakeDelete:
		if take == deletionTake(item, chooseMine) {
			return chooseMine
		}
		return chooseTheirs
	case desk.TakeBoth:
		return chooseBoth
	case desk.TakeText:
		return chooseText
	case desk.TakeValue:
		f, _ := item.Field(name)
		for i, one := range f.Others() {
			if string(one.Value) == string(value) {
				return chooseOther + i
			}
		}
	}
	if f, ok := item.Field(name); ok && !f.Differ {
		return chooseTheirs // it comes as it is
	}
	return 0
}

// chooseAll settles all that differs in a record, or in each of a group; of
// what they have edited knowingly, all that they edited.
func (r *review) chooseAll(row reviewRow, digit int) bool {
	if digit < chooseMine || digit > chooseBoth {
		return false
	}
	did := false
	for _, one := range r.rows {
		if !one.isHead() && (one.key == row.key || row.isHead() && one.of == row.of) && r.chooseIn(one.item, digit) {
			did = true
		}
	}
	if did {
		r.chose()
	}
	return did
}

func (r *review) chooseIn(item desk.PreviewItem, digit int) (did bool) {
	for _, f := range item.Fields() {
		asks := f.Differ || item.Outcome == desk.Edited && digit != chooseBoth
		if asks && (digit != chooseBoth || f.Both() != nil) {
			r.pick(item, f.Name, digit)
			r.choices.TickField(item.ID, f.Name, true)
			did = true
		}
	}
	if item.Contested && digit != chooseBoth {
		r.pick(item, desk.Deletion, digit)
		did = true
	}
	return did
}

// chose shows the choices after one of them has changed.
func (r *review) chose() {
	r.grid.RefreshRows()
	r.showHead()
	r.showFields()
}

// typed is what a letter means to the selected row.
func (r *review) typed(row reviewRow, letter rune) bool {
	return r.chooseAll(row, int(letter-'0'))
}

// Key hears what neither the list nor the fields had a use for.
func (r *review) key(ev *fyne.KeyEvent) bool {
	focused := r.host.Window.Canvas().Focused()
	switch {
	case ev.Name == fyne.KeyRight && focused == r.grid && len(r.table.Lines()) > 0:
		r.table.Focus()
	case (ev.Name == fyne.KeyLeft || ev.Name == fyne.KeyEscape) && focused == r.table:
		r.grid.Focus()
	case ev.Name == fyne.KeyEscape:
		r.leave()
	default:
		return false
	}
	return true
}

// leave goes back, and asks first where choices would be lost.
func (r *review) leave() {
	h := r.host
	if r.chosen() == 0 && r.tickedCounts()[desk.LeftOut] == 0 {
		r.back()
		return
	}
	kit.Confirm(h.Kit, h.Window, h.Say("review.drop_title"), h.Say("review.drop_text"), h.Say("review.drop_stay"),
		h.Say("review.drop_act"), false, r.back)
}
