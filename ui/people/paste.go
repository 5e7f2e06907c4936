package people

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/app/sheet"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// pasteClipboard shows what the clipboard holds, before it is added.
func (p *tab) pasteClipboard() { p.pasteInto(p.sideInHand().side) }

func (p *tab) pasteInto(side plan.Side) { p.paste(side, fyne.CurrentApp().Clipboard().Content()) }

func (p *tab) paste(side plan.Side, text string) {
	s := sheet.ParseRows(text)
	if len(s.Rows) == 0 {
		p.host.Toast(p.host.Say("people.paste_nothing"), "", nil)
		return
	}
	newPasting(p, side, s).show()
}

// pickFile shows what stands in a file of a spreadsheet, before it is added.
func (p *tab) pickFile() {
	side := p.sideInHand().side
	p.host.PickFile(sheet.FileExtensions, func(path string) { p.readFile(side, path) })
}

func (p *tab) readFile(side plan.Side, path string) {
	var s sheet.Sheet
	var err error
	p.host.Kit.Run(context.Background(), func(context.Context) { s, err = sheet.Open(path) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		newPasting(p, side, s).show()
	})
}

// pasting is the dialog that shows pasted rows, and what each column is taken
// for, before they are added in one step.
type pasting struct {
	tab    *tab
	sheet  sheet.Sheet
	side   *kit.Segmented
	fields []*kit.Select
	tick   *kit.CheckBox
	skip   *kit.CheckBox
	note   *kit.Paragraph
	redraw func()
	dialog *kit.Dialog
}

func newPasting(p *tab, side plan.Side, s sheet.Sheet) *pasting {
	h := p.host
	d := &pasting{tab: p, sheet: s}
	d.side = kit.NewSegmented([]string{h.Say("people.side_guest"), h.Say("people.side_host")}, func(int) { d.count() })
	if side == plan.Host {
		d.side.SetSelected(1)
	}
	d.tick = kit.NewCheckBox(h.Say("people.keep_all"), nil)
	d.skip = kit.NewCheckBox("", func(bool) { d.count() })
	d.skip.SetChecked(true)
	d.note = kit.NewParagraph(kit.RoleCaption, "")
	return d
}

// entries are the people to add.
func (d *pasting) entries() (list []plan.Entry, twice int) {
	all := d.sheet.Entries()
	there := map[string]bool{}
	for _, name := range d.tab.already(d.at(), all) {
		there[name] = true
	}
	for _, e := range all {
		if there[e.Name] {
			twice++
			if d.skip.Checked() {
				continue
			}
		}
		list = append(list, e)
	}
	return list, twice
}

func (d *pasting) at() plan.Side {
	return []plan.Side{plan.Guest, plan.Host}[d.side.Selected()]
}

func (d *pasting) show() {
	h := d.tab.host
	d.dialog = kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("people.paste_title", "Count", len(d.sheet.Rows)), Content: d.content(), Width: theme.DialogForm,
		Cancel:  kit.Action{Label: h.Say("people.cancel")},
		Primary: kit.Action{Label: h.Say("people.paste_add", "Count", len(d.sheet.Rows)), Do: d.accept},
	})
	d.count()
	h.Window.Canvas().Focus(d.dialog.Primary())
}

func (d *pasting) accept() bool {
	list, _ := d.entries()
	if len(list) == 0 {
		return false
	}
	d.tab.add(d.at(), list, d.tick.Checked())
	return true
}

// count says how many will be added.
func (d *pasting) count() {
	h := d.tab.host
	list, twice := d.entries()
	d.skip.Hidden = twice == 0
	d.skip.SetText(h.Say("people.paste_skip", "Count", twice))
	var notes []string
	if unnamed := len(d.sheet.Rows) - len(d.sheet.Entries()); unnamed > 0 {
		notes = append(notes, h.Say("people.paste_unnamed", "Count", unnamed))
	}
	if d.sheet.LeftOut > 0 {
		notes = append(notes, h.Say("people.paste_left_out", "Count", d.sheet.LeftOut))
	}
	d.note.SetText(strings.Join(notes, " "))
	d.note.Hidden = len(notes) == 0
	if d.dialog == nil {
		return
	}
	add := d.dialog.Primary()
	add.SetText(h.Say("people.paste_add", "Count", len(list)))
	if len(list) == 0 {
		add.Disable()
	} else {
		add.Enable()
	}
}

// content is the choice of the side, a field for each column, and the rows.
func (d *pasting) content() fyne.CanvasObject {
	h := d.tab.host
	fields := make([]fyne.CanvasObject, len(d.sheet.Columns))
	for i, f := range d.sheet.Columns {
		s := kit.NewSelect(h.Kit, d.sheet.Titles[i], d.fieldChoices())
		s.SetValue(fieldID(f))
		s.OnCommit = func(id string) { d.setField(i, id) }
		d.fields = append(d.fields, s)
		fields[i] = s
	}
	return kit.VBox(theme.Gap12,
		kit.HBox(theme.Gap8, d.side, kit.Spacer()),
		kit.NewParagraph(kit.RoleBody, h.Say("people.paste_columns")),
		kit.VBox(theme.Gap4, kit.Columns(theme.Gap4, nil, fields...), d.rows()),
		kit.VBox(theme.Gap0, d.tick, d.skip, d.note),
	)
}

// rows shows the cells under the fields of their columns.
func (d *pasting) rows() fyne.CanvasObject {
	const inSight = 7
	var columns []kit.Column[int]
	for i := range d.sheet.Columns {
		columns = append(columns, kit.Column[int]{
			ID: itoa(i), Width: smallWidth, MinWidth: smallWidth, Grow: true,
			Text: func(at int) string { return strings.ReplaceAll(d.sheet.Rows[at][i], "\n", " ") },
			Style: func(int) kit.CellStyle {
				switch d.sheet.Columns[i] {
				case sheet.Other:
					return kit.CellStyle{Color: theme.Text3}
				case sheet.Name:
					return kit.CellStyle{Bold: true}
				}
				return kit.CellStyle{}
			},
		})
	}
	grid := kit.NewGrid(d.tab.host.Kit, itoa, columns...)
	grid.HideHead()
	grid.SetRowHeight(theme.RowPeople)
	at := make([]int, len(d.sheet.Rows))
	for i := range at {
		at[i] = i
	}
	grid.SetRows(at)
	d.redraw = grid.RefreshRows
	return &fyne.Container{Layout: &rowsLayout{min(len(at), inSight)}, Objects: []fyne.CanvasObject{grid}}
}

// setField says anew what a column holds.
func (d *pasting) setField(column int, id string) {
	d.sheet = d.sheet.WithField(column, fieldOf(id))
	for i, f := range d.sheet.Columns {
		d.fields[i].SetValue(fieldID(f))
	}
	d.redraw()
	d.count()
}

// otherID stands for sheet.Other, since an empty id means nothing is chosen.
const otherID = "other"

func fieldID(f sheet.Field) string {
	if f == sheet.Other {
		return otherID
	}
	return string(f)
}

func fieldOf(id string) sheet.Field {
	if id == otherID {
		return sheet.Other
	}
	return sheet.Field(id)
}

func (d *pasting) fieldChoices() []kit.Choice {
	var out []kit.Choice
	for _, f := range sheet.Fields() {
		out = append(out, kit.Choice{ID: fieldID(f), Title: d.tab.host.Say("people.column_" + fieldID(f))})
	}
	return out
}

// rowsLayout is as high as some rows of a list.
type rowsLayout struct{ rows int }

func (l *rowsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l *rowsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, float32(l.rows)*theme.Size(theme.RowPeople))
}
