package info

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// objectives is the list of objectives, one line of fields each, and a last
// line that becomes an objective as soon as something is written there.
type objectives struct {
	tab    *info
	object fyne.CanvasObject
	list   *fyne.Container
	rows   []*objective // in the order shown, the empty one last
	asked  string       // the objective to go to
}

// shares are the widths of the columns.
var shares = []float32{40, 20, 24, 14, 14}

func newObjectives(p *info) *objectives {
	o := &objectives{tab: p, list: kit.VBox(theme.Gap4)}
	w := p.host.Words
	var heads []fyne.CanvasObject
	for _, field := range objectiveFields {
		heads = append(heads, kit.NewTipText(kit.RoleCaption, w.Field(plan.KindObjective, field)))
	}
	head := kit.HBox(theme.Gap4, kit.Grow(kit.Columns(theme.Gap8, shares, heads...)), kit.Sized(theme.ButtonHeight, "", kit.Gap(theme.Gap0)))
	hint := kit.NewText(kit.RoleCaption, p.host.Say("info.objectives_hint"))
	keys := kit.NewText(kit.RoleCaption, p.host.Say("info.objective_keys")).In(theme.Text3)
	o.object = kit.Section(kit.SectionHead(p.host.Say("info.objectives"), hint, nil),
		kit.Gap(theme.Gap8), kit.VBox(theme.Gap4, head, o.list, keys))
	o.clear()
	return o
}

// clear forgets the rows, before those of another visit are shown.
func (o *objectives) clear() {
	o.rows = []*objective{newObjective(o)}
	o.lay()
}

// show lists the objectives; the rows that are there already keep the cursor
// and what is being typed.
func (o *objectives) show(list []*plan.Objective) {
	old := o.rows
	o.rows = nil
	for _, record := range list {
		i := slices.IndexFunc(old, func(r *objective) bool { return r.id == record.ID })
		row := (*objective)(nil)
		if i >= 0 {
			row = old[i]
		} else {
			row = newObjective(o)
		}
		row.bind(record)
		o.rows = append(o.rows, row)
	}
	for _, row := range old {
		if row.id == "" {
			o.rows = append(o.rows, row)
		}
	}
	if last := len(o.rows) - 1; last < 0 || o.rows[last].id != "" {
		o.rows = append(o.rows, newObjective(o))
	}
	o.lay()
	if i := o.index(o.asked); o.asked != "" && i >= 0 {
		o.asked = ""
		o.rows[i].what.Focus()
	}
}

func (o *objectives) lay() {
	o.list.Objects = nil
	for _, row := range o.rows {
		o.list.Objects = append(o.list.Objects, row.object)
	}
	o.list.Refresh()
}

func (o *objectives) index(id string) int {
	return slices.IndexFunc(o.rows, func(r *objective) bool { return r.id == id })
}

// commit keeps what is being typed.
func (o *objectives) commit() {
	for _, row := range o.rows {
		row.commit()
	}
}

// records gives the objectives that are shown.
func (o *objectives) records() []*plan.Objective { return o.tab.now.view.Objectives }

// next goes to the line below, the empty one at the end.
func (o *objectives) next(row *objective) {
	if row.creating {
		o.follow(row) // now, so that what is typed on stands there
	}
	if i := slices.Index(o.rows, row) + 1; i < len(o.rows) {
		o.rows[i].what.Focus()
	}
}

// follow makes sure that an empty line stands below the one that was the last.
func (o *objectives) follow(row *objective) {
	if len(o.rows) == 0 || o.rows[len(o.rows)-1] != row {
		return
	}
	o.rows = append(o.rows, newObjective(o))
	o.lay()
	o.tab.body.Refresh()
}

// create keeps the first words of a new objective at the end of the list.
func (o *objectives) create(what string, done func(*plan.Objective, error)) {
	fresh := &plan.Objective{Visit: o.tab.id, What: what}
	visit, d := o.tab.id, o.tab.host.Desk
	o.tab.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		last := ""
		if there := desk.Of[*plan.Objective](d, visit); len(there) > 0 {
			last = there[len(there)-1].Pos
		}
		fresh.Pos = plan.PosBetween(last, "")
		return tx.Put(fresh)
	}, func(err error) { done(fresh, err) })
}

// focused finds the row with the cursor.
func (o *objectives) focused() *objective {
	at := o.tab.host.Window.Canvas().Focused()
	if at == nil {
		return nil
	}
	for _, row := range o.rows {
		if row.has(at) {
			return row
		}
	}
	return nil
}

// shortcut moves and deletes the row with the cursor.
func (o *objectives) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	row := o.focused()
	if !ok || row == nil || row.id == "" {
		return false
	}
	switch {
	case c.Modifier == fyne.KeyModifierAlt && c.KeyName == fyne.KeyUp:
		o.move(row, -1)
	case c.Modifier == fyne.KeyModifierAlt && c.KeyName == fyne.KeyDown:
		o.move(row, 1)
	case c.Modifier == fyne.KeyModifierShortcutDefault && c.KeyName == fyne.KeyDelete:
		o.delete(row)
	default:
		return false
	}
	return true
}

// move takes an objective up or down.
func (o *objectives) move(row *objective, by int) {
	visit, d, id := o.tab.id, o.tab.host.Desk, row.id
	o.tab.host.Change(desk.Step{Why: "move"}, func(tx *desk.Tx) error {
		list := desk.Of[*plan.Objective](d, visit)
		positions := make([]string, len(list))
		from := -1
		for i, r := range list {
			positions[i] = r.Pos
			if r.ID == id {
				from = i
			}
		}
		for i, pos := range plan.MovePlace(positions, from, from+by) {
			list[i].Pos = pos
			if err := tx.Put(list[i]); err != nil {
				return err
			}
		}
		return nil
	}, nil)
}

func (o *objectives) delete(row *objective) {
	what := row.what.Text()
	at := slices.Index(o.rows, row)
	o.tab.host.Delete(o.tab.host.Say("info.objective_deleted", "What", what), row.id)
	if at >= 0 && at < len(o.rows) {
		o.rows[at].what.Focus()
	}
}
