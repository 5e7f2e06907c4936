package form

import (
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Places is a list of localities of which each can be taken away, above a
// picker that adds one more.
type Places struct {
	// OnAdd and OnRemove hear what the person did; the list itself changes with
	// SetIDs.
	OnAdd, OnRemove func(id string)
	// Picker adds; errors and warnings of the whole list stand below it.
	Picker *kit.Picker

	host *page.Host
	day  func() civil.Date
	ids  []string
	rows *fyne.Container
	root *fyne.Container
}

// NewPlaces makes an empty list under a label.
func NewPlaces(h *page.Host, label string, day func() civil.Date) *Places {
	p := &Places{host: h, day: day, rows: kit.VBox(theme.Gap0)}
	p.Picker = kit.NewPicker(h.Kit, "", LocalitySearch(h, day))
	p.Picker.ClearOnPick, p.Picker.AllowNone = true, true
	p.Picker.OnPick = func(c kit.Choice) {
		if c.ID != "" && !slices.Contains(p.ids, c.ID) && p.OnAdd != nil {
			p.OnAdd(c.ID)
		}
	}
	p.root = kit.VBox(theme.Gap2, kit.NewTipText(kit.RoleCaption, label), p.rows, p.Picker)
	p.rows.Hide()
	p.hint()
	return p
}

// Object gives the list for a layout.
func (p *Places) Object() fyne.CanvasObject { return p.root }

// IDs gives what is listed.
func (p *Places) IDs() []string { return slices.Clone(p.ids) }

// SetIDs lists localities anew.
func (p *Places) SetIDs(ids []string) {
	p.ids = slices.Clone(ids)
	p.rows.Objects = nil
	for _, id := range ids {
		p.rows.Objects = append(p.rows.Objects, p.row(id))
	}
	p.rows.Hidden = len(ids) == 0
	p.hint()
	p.rows.Refresh()
	p.root.Refresh()
}

// hint says in the empty picker what it is for.
func (p *Places) hint() {
	key := "form.choose_locality"
	if len(p.ids) > 0 {
		key = "form.add_locality"
	}
	p.Picker.SetPlaceholder(p.host.Say(key))
}

func (p *Places) row(id string) fyne.CanvasObject {
	title := LocalityChoice(p.host, id, p.day()).Title
	remove := kit.NewIconButton(kit.Plain, icons.Close, "", func() {
		if p.OnRemove != nil {
			p.OnRemove(id)
		}
	}).WithTip(p.host.Say("form.remove_locality", "Name", title))
	return kit.HBox(theme.Gap8, kit.NewIcon(icons.Place, theme.Text2), kit.NewTipText(kit.RoleStrong, title), remove, kit.Spacer())
}
