package programme

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/files"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// panel is the form of the selected item at the right of the list.
type panel struct {
	tab  *tab
	form *form.Form

	title      *kit.TextField
	times      *times
	audience   *kit.Select
	leads      *speakers
	presents   *speakers
	stop       *kit.Select
	fieldVisit *kit.Select
	topics     *topics
	day        *dayPanel
	copy       *kit.Button
	delete     *kit.Button

	nothing fyne.CanvasObject
	item    *fyne.Container
	root    *fyne.Container
}

func newPanel(p *tab) *panel {
	h := p.host
	a := &panel{tab: p, form: form.New(h, plan.KindAgendaItem)}
	a.title = a.newTitle()
	a.times = newTimes(p)
	a.audience = a.newAudience()
	a.leads = newSpeakers(p, "leads", func(list []plan.Speaker) {
		a.set("leads", func(item *plan.AgendaItem) { item.Leads = list })
	})
	a.presents = newSpeakers(p, "presents", func(list []plan.Speaker) {
		a.set("presents", func(item *plan.AgendaItem) { item.Presents = list })
	})
	a.topics = newTopics(h, func(list []string) {
		a.set("topics", func(item *plan.AgendaItem) { item.Topics = list })
	})
	a.day = newDayPanel(p)
	a.copy = kit.NewIconButton(kit.Secondary, icons.Copy, h.Say("programme.duplicate"), func() { p.duplicate(p.current()) }).
		WithTip(h.Say("programme.duplicate_tip"))
	a.delete = kit.NewIconButton(kit.Danger, icons.Trash, h.Say("programme.delete"), a.remove).WithTip(h.Say("programme.delete_tip"))
	a.nothing = kit.NewParagraph(kit.RoleBody, h.Say("programme.nothing_selected")).In(theme.Text2)
	a.item = a.layout()
	a.root = kit.VBox(theme.Gap0, a.nothing, a.day.root, a.item)
	a.showNothing()
	return a
}

// layout puts the fields below one another, the ones used most on top.
func (a *panel) layout() *fyne.Container {
	kinds := a.form.SelectOf("item_kind", a.kinds())
	place := a.form.Suggest("place", a.tab.places)
	a.stop = a.form.SelectOf("stop", nil)
	a.fieldVisit = a.form.SelectOf("field_visit", nil)
	attached := files.Beside(a.tab.host, a.form)
	attached.OnSize = func() { a.root.Refresh() }
	return kit.Form(
		a.form.Differences(),
		a.title,
		a.times.root,
		kit.FormRow(kinds, a.audience),
		a.leads.root,
		a.presents.root,
		place,
		a.stop,
		a.topics.root,
		a.fieldVisit,
		a.form.Area("detail", 3),
		a.form.Text("preparer"),
		a.form.Area("materials", 2),
		attached.Object(),
		kit.HBox(theme.Gap8, a.copy, a.delete, kit.Spacer()),
	)
}

func (a *panel) kinds() []kit.Choice {
	var out []kit.Choice
	for _, k := range plan.ItemKinds() {
		word := a.tab.host.Words.Enum(plan.KindAgendaItem, "item_kind", string(k))
		out = append(out, kit.Choice{ID: string(k), Title: word, Swatch: theme.Kind(k).Bar()})
	}
	return out
}

// newTitle makes the title: with the first word of a draft it is kept, and
// Enter goes on to the next item.
func (a *panel) newTitle() *kit.TextField {
	title := a.form.Text("title")
	commit := title.OnCommit
	title.OnCommit = func(text string) {
		d := a.tab.draft
		switch {
		case d == nil || d.kept:
			commit(text)
		case strings.TrimSpace(text) != "":
			a.tab.keep(d, strings.TrimSpace(text), fmt.Sprintf("%s/title/%d", d.item.ID, title.Visit()))
		}
	}
	title.OnEnter = a.next
	return title
}

// next begins the item behind the one in the panel.
func (a *panel) next() {
	selected, ok := a.tab.grid.Selected()
	if ok && selected.item != nil {
		a.tab.addAfter(selected.item.ID)
	}
}

// The two answers to who may see an item.
const (
	forAll  = "all"
	forHost = "internal"
)

func (a *panel) newAudience() *kit.Select {
	h := a.tab.host
	s := kit.NewSelect(h.Kit, h.Say("programme.audience"), []kit.Choice{
		{ID: forAll, Title: h.Say("programme.audience_all")}, {ID: forHost, Title: h.Say("programme.internal")},
	})
	s.OnCommit = func(id string) {
		a.set("internal", func(item *plan.AgendaItem) { item.Internal = id == forHost })
	}
	return s
}

// set changes a field that the form has no widget for.
func (a *panel) set(field string, change func(*plan.AgendaItem)) {
	a.form.Set(field, "", func(r plan.Record) {
		if item, ok := r.(*plan.AgendaItem); ok {
			change(item)
		}
	})
}

func (a *panel) remove() {
	if selected, ok := a.tab.grid.Selected(); ok {
		a.tab.remove(selected)
	}
}

// commit keeps what is being typed.
func (a *panel) commit() {
	a.form.Commit()
	a.times.commit()
	a.leads.picker.Commit()
	a.presents.picker.Commit()
}

// refused puts a broken rule beside its field.
func (a *panel) refused(invalid *desk.Invalid) {
	for _, issue := range invalid.Issues {
		text := a.tab.host.Words.Issue(issue)
		switch root, _, _ := strings.Cut(issue.Field, "."); root {
		case "title":
			a.title.Refuse(text)
		case "when":
			a.times.start.Refuse(text)
		default:
			a.tab.host.Toast(text, "", nil)
		}
	}
}

// options offers what belongs to the visit: its stops, field stops and topics.
func (a *panel) options(s *state) {
	none := kit.Choice{Title: a.tab.host.Say("programme.none")}
	stops := []kit.Choice{none}
	for _, one := range s.view.Stops {
		stops = append(stops, kit.Choice{ID: one.ID, Title: a.stopName(one)})
	}
	a.stop.SetOptions(stops)
	a.stop.Hidden = len(s.view.Stops) < 2
	fields := []kit.Choice{none}
	for _, one := range s.view.FieldVisits {
		fields = append(fields, kit.Choice{ID: one.ID, Title: one.Title})
	}
	a.fieldVisit.SetOptions(fields)
	a.fieldVisit.Hidden = len(s.view.FieldVisits) == 0
	a.topics.options(s.view.Topics)
}

// stopName names a stop by its locality, or else by its venue.
func (a *panel) stopName(s *plan.Stop) string {
	if l, ok := a.tab.host.Desk.Locality(s.Locality, s.When.From); ok {
		return l.Name
	}
	return s.Venue
}

func (a *panel) showNothing() {
	a.show(a.nothing)
	a.form.Show(nil)
}

func (a *panel) showDay(r row) {
	a.form.Show(nil)
	a.day.fill(r)
	a.show(a.day.root)
}

// show shows one of the three faces of the panel.
func (a *panel) show(face fyne.CanvasObject) {
	for _, o := range a.root.Objects {
		seen(o, o == face)
	}
	a.root.Refresh()
}

// showItem fills the form. Of a draft only the title and the times can be
// given; the rest follows when it is kept.
func (a *panel) showItem(item *plan.AgendaItem, draft bool) {
	a.show(a.item)
	if draft {
		a.form.Show(nil)
		a.title.Enable()
		a.title.SetValue(item.Title)
	} else {
		a.form.Show(item)
	}
	a.times.show(item)
	audience := forAll
	if item.Internal {
		audience = forHost
	}
	a.audience.SetValue(audience)
	a.leads.show(item.ID, item.Leads)
	a.presents.show(item.ID, item.Presents)
	a.topics.show(item.Topics)
	a.enable(!draft)
	a.warn(item.ID)
	a.tab.side.Refresh() // fields and lists have become higher or lower
}

func (a *panel) enable(on bool) {
	for _, w := range []fyne.Disableable{a.audience, a.leads.picker, a.presents.picker, a.copy} {
		if on == !w.Disabled() {
			continue
		}
		if on {
			w.Enable()
		} else {
			w.Disable()
		}
	}
	a.topics.enable(on)
}

// warn puts what does not fit beside the field concerned.
func (a *panel) warn(id string) {
	texts := map[string][]string{}
	for _, issue := range a.tab.state.flagged[id] {
		root, _, _ := strings.Cut(issue.Field, ".")
		texts[root] = append(texts[root], a.tab.host.Words.Issue(issue))
	}
	a.times.warn(texts["when"])
	a.leads.picker.SetWarning(strings.Join(texts["leads"], " "))
	a.presents.picker.SetWarning(strings.Join(texts["presents"], " "))
}
