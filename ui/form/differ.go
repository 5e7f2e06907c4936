package form

import (
	"encoding/json"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// differences is the box in which a person chooses where two offices have
// written different things into a field, neither knowing of the other's.
type differences struct {
	form *Form
	box  *fyne.Container
	said string // what the box shows
}

// Differences gives the box for the form: nothing as long as nobody differs,
// else both texts of each field with a button each. It comes before the fields,
// in the order of Tab as well.
func (f *Form) Differences() fyne.CanvasObject {
	d := &differences{form: f, box: kit.VBox(theme.Gap8)}
	d.box.Hide()
	f.OnShow(d.show)
	return d.box
}

func (d *differences) show(r plan.Record) {
	var open []string
	if r != nil && !isNil(r) {
		open = r.Meta().Conflicts
	}
	var item desk.Item
	if len(open) > 0 {
		item, _ = d.form.host.Desk.Record(r.Meta().ID)
	}
	said, _ := json.Marshal([]any{item.ID, item.Conflicts}) // of texts only: it cannot fail
	if string(said) == d.said {
		return
	}
	d.said = string(said)
	d.box.Objects = nil
	for _, field := range open {
		if both := item.Conflicts[field]; len(both) > 0 {
			d.box.Add(d.of(item.ID, field, both))
		}
	}
	d.box.Hidden = len(d.box.Objects) == 0
	d.box.Refresh()
}

// of shows the values of one field, the one that stands there first.
func (d *differences) of(id, field string, values []desk.Alternative) fyne.CanvasObject {
	h := d.form.host
	parts := []fyne.CanvasObject{kit.Notice(kit.AmberTone, h.Say("form.differ", "Field", h.Words.Field(d.form.kind, field)))}
	teller := tell.New(h.Desk, h.Words)
	for i, v := range values {
		word := h.Say("form.differ_keep")
		if i > 0 {
			word = h.Say("form.differ_take")
		}
		text := teller.Value(d.form.kind, field, v.Value)
		if text == "" {
			text = h.Say("form.differ_nothing")
		}
		said := kit.VBox(theme.Gap2, kit.NewParagraph(kit.RoleBody, text))
		if v.Author != "" {
			said.Add(kit.NewParagraph(kit.RoleCaption, v.Author+", "+tell.Moment(v.At)))
		}
		choose := kit.NewButton(kit.Secondary, word, func() { d.choose(id, field, v.Value) })
		parts = append(parts, kit.HBoxTop(theme.Gap8, choose, kit.Grow(said)))
	}
	return kit.VBox(theme.Gap4, parts...)
}

// choose settles a field, and goes there.
func (d *differences) choose(id, field string, value json.RawMessage) {
	h := d.form.host
	d.form.Commit()
	h.Job(func() error { return h.Desk.Choose(id, field, value) }, func(err error) {
		var invalid *desk.Invalid
		switch {
		case errors.As(err, &invalid):
			h.Toast(h.Words.Issue(invalid.Issues[0]), "", nil)
		case err != nil:
			h.Fail(err)
		default:
			d.form.goTo(field)
			h.ToastUndo(h.Say("form.differ_chosen", "Field", h.Words.Field(d.form.kind, field)))
		}
	})
}

// goTo puts the cursor into the field, where the form has it.
func (f *Form) goTo(field string) {
	for _, b := range f.bound {
		if rootOf(b.path) == field {
			b.take()
			return
		}
	}
}

func rootOf(path string) string {
	root, _, _ := strings.Cut(path, ".")
	return root
}

// mark puts beside each field what is warned of it, and that two offices differ
// on it.
func (f *Form) mark() {
	differ := map[string]bool{}
	if r := f.Record(); r != nil {
		for _, field := range r.Meta().Conflicts {
			differ[field] = true
		}
	}
	if len(differ) == 0 && !f.marked {
		return // the page may warn by itself
	}
	f.marked = len(differ) > 0 || len(f.warned) > 0
	for _, b := range f.bound {
		text := f.warned[b.path]
		if differ[rootOf(b.path)] {
			text = strings.TrimSpace(f.host.Say("form.differ_here") + " " + text)
		}
		b.warn(text)
	}
}
