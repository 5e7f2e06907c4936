package info

import (
	"errors"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// objectiveFields are the columns of the list.
var objectiveFields = []string{"what", "outcome", "indicator", "baseline", "target"}

// objective is one line of the list. A line without an id is the empty one at
// the end; it becomes an objective with the first words that are committed, and
// the cursor stays where it is.
type objective struct {
	list     *objectives
	id       string
	form     *form.Form
	what     *kit.TextField
	texts    []*kit.TextField
	outcome  *kit.Select
	remove   *kit.Button
	creating bool
	late     string // what was committed while the record was being made
	object   fyne.CanvasObject
}

func newObjective(o *objectives) *objective {
	h := o.tab.host
	row := &objective{list: o, form: form.New(h, plan.KindObjective)}
	row.what = row.text("what")
	row.what.SetPlaceholder(h.Say("info.objective_add"))
	keep := row.what.OnCommit
	row.what.OnCommit = func(value string) { row.committed(value, keep) }
	row.outcome = row.form.SelectOf("outcome", row.outcomes())
	row.outcome.SetLabel("")
	row.outcome.OnEnter = func() { o.next(row) }
	row.remove = kit.NewIconButton(kit.Plain, icons.Trash, "", func() { o.delete(row) }).WithTip(h.Say("info.objective_delete"))
	fields := kit.Columns(theme.Gap8, shares, row.what, row.outcome, row.text("indicator"), row.text("baseline"), row.text("target"))
	line := kit.HBoxTop(theme.Gap4, kit.Grow(fields), kit.Sized(theme.ButtonHeight, "", row.remove))
	row.object = kit.VBox(theme.Gap8, row.form.Differences(), line)
	row.able(false)
	return row
}

// text adds a field whose label stands at the head of its column.
func (row *objective) text(path string) *kit.TextField {
	t := row.form.Text(path)
	t.SetLabel("")
	t.OnEnter = func() { row.list.next(row) }
	row.texts = append(row.texts, t)
	return t
}

func (row *objective) outcomes() []kit.Choice {
	h := row.list.tab.host
	out := []kit.Choice{{Title: h.Say("info.no_outcome")}}
	for _, term := range h.Desk.Catalogue().OutcomeTypes.All() {
		out = append(out, kit.Choice{ID: term.Code, Title: term.Label(h.Words.Language())})
	}
	return out
}

// able lets the other fields be edited; the empty line begins with its first.
func (row *objective) able(on bool) {
	row.remove.Hidden = !on
	for _, t := range row.texts[1:] {
		if on {
			t.Enable()
		} else {
			t.Disable()
		}
	}
	if on {
		row.outcome.Enable()
	} else {
		row.outcome.Disable()
	}
}

// bind makes the line that of a record.
func (row *objective) bind(r *plan.Objective) {
	if row.id == "" {
		row.id = r.ID
		row.able(true)
	}
	row.form.Show(r)
}

// committed keeps what was written: in the record, or in a new one.
func (row *objective) committed(value string, keep func(string)) {
	switch {
	case row.id != "":
		keep(value)
	case row.creating:
		row.late = value
	case value != "":
		row.creating = true
		row.list.create(value, func(r *plan.Objective, err error) { row.made(r, err, keep) })
	}
}

func (row *objective) made(r *plan.Objective, err error, keep func(string)) {
	row.creating = false
	var invalid *desk.Invalid
	switch {
	case errors.As(err, &invalid):
		row.what.Refuse(row.list.tab.host.Words.Issue(invalid.Issues[0]))
		return
	case err != nil:
		row.list.tab.host.Fail(err)
		return
	}
	if row.list.tab.id != r.Visit {
		return // another visit is shown by now
	}
	row.bind(r)
	if late := row.late; late != "" && late != r.What {
		row.late = ""
		keep(late)
	}
	row.list.follow(row)
}

// commit keeps what is being typed.
func (row *objective) commit() {
	row.what.Commit()
	row.form.Commit()
}

// has says whether what has the keyboard stands in the line.
func (row *objective) has(at fyne.Focusable) bool {
	for _, t := range row.texts {
		if t.FocusTarget() == at {
			return true
		}
	}
	return row.outcome.FocusTarget() == at || fyne.Focusable(row.remove) == at
}
