package people

import (
	"errors"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/localities"
	"nhipcau/app/plan"
	"nhipcau/app/sheet"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// newPersons makes the list of persons.
func newPersons(p *directory) list {
	h := p.host
	field := func(name string) string { return h.Words.Field(plan.KindPerson, name) }
	b := newBook(p, plan.KindPerson, []kit.Column[entry[*plan.Person]]{
		{
			ID: "name", Title: field("name"), Width: 190, MinWidth: 120,
			Text:    func(e entry[*plan.Person]) string { return e.record.Name },
			Style:   func(entry[*plan.Person]) kit.CellStyle { return kit.CellStyle{Bold: true} },
			Compare: func(a, b entry[*plan.Person]) int { return vietnamese.CompareNames(a.name, b.name) },
		},
		textColumn("posts", field("posts"), 240, true, func(e entry[*plan.Person]) string { return about(e.record.Posts, "") }),
		textColumn("unit", field("unit"), 170, false, func(e entry[*plan.Person]) string { return e.record.Unit }),
		textColumn("locality", field("locality"), 150, false, func(e entry[*plan.Person]) string { return e.place }),
	})
	b.read = func() []entry[*plan.Person] {
		var out []entry[*plan.Person]
		for _, r := range desk.All[*plan.Person](h.Desk) {
			e := newEntry(h, r, r.Locality, about(r.Posts, r.Unit))
			e.name = vietnamese.NewName(r.Name, r.SortName)
			out = append(out, e)
		}
		return out
	}
	b.add = func(text string) (string, error) { return first(h.Desk.AddPeople([]plan.Entry{plan.ParseEntry(text)})) }
	b.related = func(r *plan.Person) []attended { return p.attendedBy(r.ID) }
	b.fields = personForm(h, b.form, b.name, func(query string) []kit.Choice { return find(b.units, query) })
	b.build(words{"people.search_persons", "people.add_person_hint", "people.empty_persons", "people.attended", "people.no_person"},
		kit.NewButton(kit.Quiet, h.Say("people.gather"), p.gatherAll))
	b.line.OnPasteRows = func(text string) bool {
		p.addRows(text)
		return true
	}
	b.grid.OnPaste = p.addRows
	b.more = func(r *plan.Person) []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem(h.Say("people.shred"), func() { askShred(h, r.ID) })}
	}
	return b
}

// first gives the only id of what was added.
func first(ids []string, err error) (string, error) {
	if err != nil || len(ids) == 0 {
		return "", err
	}
	return ids[0], nil
}

// addRows adds pasted rows to the directory in one step.
func (p *directory) addRows(text string) {
	h := p.host
	entries := sheet.ParseRows(text).Entries()
	if len(entries) == 0 {
		h.Toast(h.Say("people.paste_nothing"), "", nil)
		return
	}
	var ids []string
	h.Job(func() (err error) {
		ids, err = h.Desk.AddPeople(entries)
		return err
	}, func(err error) {
		if err != nil {
			tellFailure(h, err)
			return
		}
		h.ToastUndo(h.Say("people.added", "Count", len(ids)))
	})
}

func personForm(h *page.Host, f *form.Form, name fyne.CanvasObject, units func(string) []kit.Choice) fyne.CanvasObject {
	honorific := f.Select("honorific", []string{"dong_chi", "ong", "ba", "quy_vi", "none"}, h.Say("people.none"))
	return kit.Form(
		name, kit.FormRow(f.Text("sort_name"), honorific), f.List("posts", 3),
		f.Suggest("unit", units), f.Locality("locality", today(h)),
		kit.FormRow(f.Text("phone"), f.Text("email")), kit.NewParagraph(kit.RoleCaption, h.Say("people.private")),
		f.Area("notes", 2),
	)
}

// newUnits makes the list of units.
func newUnits(p *directory) list {
	h := p.host
	field := func(name string) string { return h.Words.Field(plan.KindUnit, name) }
	branch := func(e entry[*plan.Unit]) string { return h.Words.Enum(plan.KindUnit, "branch", e.record.Branch) }
	b := newBook(p, plan.KindUnit, []kit.Column[entry[*plan.Unit]]{
		{
			ID: "name", Title: field("name"), Width: 260, MinWidth: 140, Grow: true,
			Text:    func(e entry[*plan.Unit]) string { return e.record.Name },
			Style:   func(entry[*plan.Unit]) kit.CellStyle { return kit.CellStyle{Bold: true} },
			Compare: func(a, b entry[*plan.Unit]) int { return vietnamese.Compare(a.record.Name, b.record.Name) },
		},
		textColumn("short", field("short"), 110, false, func(e entry[*plan.Unit]) string { return e.record.Short }),
		textColumn("branch", field("branch"), 190, false, branch),
		textColumn("locality", field("locality"), 170, false, func(e entry[*plan.Unit]) string { return e.place }),
	})
	b.read = func() []entry[*plan.Unit] {
		var out []entry[*plan.Unit]
		for _, r := range desk.All[*plan.Unit](h.Desk) {
			out = append(out, newEntry(h, r, r.Locality, r.Short))
		}
		return out
	}
	b.add = func(text string) (string, error) {
		u := &plan.Unit{Name: vietnamese.Normalize(text)}
		err := h.Desk.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(u) })
		var invalid *desk.Invalid
		if errors.As(err, &invalid) {
			err = &desk.Refused{Name: u.Name, Invalid: invalid}
		}
		return u.ID, err
	}
	b.related = p.peopleOf
	branches := []string{"party", "council", "executive", "front", "mass", "agency", "village", "enterprise", "other"}
	b.fields = kit.Form(
		b.name, kit.FormRow(b.form.Text("short"), b.form.Select("branch", branches, h.Say("people.none"))),
		b.form.Locality("locality", today(h)), kit.FormRow(b.form.Text("phone"), b.form.Text("email")),
		kit.NewParagraph(kit.RoleCaption, h.Say("people.private")),
	)
	b.build(words{"people.search_units", "people.add_unit_hint", "people.empty_units", "people.people_of", "people.no_unit"}, nil)
	return b
}

// today gives the day as of which localities are found.
func today(h *page.Host) func() civil.Date { return func() civil.Date { return h.Today() } }

// textColumn is a plain column that sorts by what it says.
func textColumn[T plan.Record](id, title string, width float32, grow bool, text func(entry[T]) string) kit.Column[entry[T]] {
	return kit.Column[entry[T]]{
		ID: id, Title: title, Width: width, MinWidth: width / 2, Grow: grow, Text: text,
		Style:   func(entry[T]) kit.CellStyle { return kit.CellStyle{} },
		Compare: func(a, b entry[T]) int { return vietnamese.Compare(text(a), text(b)) },
	}
}

// newEntry makes a row of a record with the keys by which it is found.
func newEntry[T plan.Record](h *page.Host, r T, locality, more string) entry[T] {
	e := entry[T]{record: r}
	if p, ok := h.Desk.Locality(locality, h.Today()); ok {
		e.place = localities.SentenceName(p.Running)
	}
	text := r.Label() + " " + more + " " + e.place
	e.fold, e.tone = vietnamese.Fold(text), vietnamese.ToneKey(text)
	return e
}
