package people

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/desk"
	kinds "nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// list is one of the two lists of the directory, as the page knows it.
type list interface {
	object() fyne.CanvasObject
	// fetch reads the list and gives what shows it.
	fetch() (show func())
	want(id string)
	here() string
	addHere()
	commit()
	key(*fyne.KeyEvent) bool
}

// directory is the page of persons and units.
type directory struct {
	host   *page.Host
	lists  [2]list // persons, units
	kinds  [2]plan.Kind
	choice *kit.Segmented
	add    *kit.Button
	gather *kit.Button
	body   *fyne.Container
	root   fyne.CanvasObject
	cancel context.CancelFunc
}

// New makes the page of the directory.
func New(h *page.Host) page.Page {
	p := &directory{host: h, cancel: func() {}, kinds: [2]plan.Kind{plan.KindPerson, plan.KindUnit}}
	p.lists = [2]list{newPersons(p), newUnits(p)}
	p.choice = kit.NewSegmented([]string{h.Say("people.persons"), h.Say("people.units")}, func(int) { p.turn() })
	p.gather = kit.NewIconButton(kit.Secondary, icons.Download, h.Say("people.gather"), p.gatherAll).WithTip(h.Say("people.gather_tip"))
	p.add = kit.NewIconButton(kit.Primary, icons.Plus, "", func() { p.shown().addHere() }).WithTip(h.Say("people.add_tip"))
	out := lists.Office(h, kinds.People)
	out.SetText(lists.Word(h.Say("lists.export")))
	p.body = container.NewStack()
	head := kit.PadSides(theme.PageMargin, theme.Gap16, theme.PageMargin, theme.Gap12,
		kit.PageHead(h.Say("people.directory"), p.choice, out, p.gather, p.add))
	p.root = kit.On(theme.Paper, kit.VBox(theme.Gap0, head, kit.NewHairline(), kit.Grow(p.body)))
	p.arrange()
	return p
}

func (p *directory) shown() list { return p.lists[p.choice.Selected()] }

// arrange shows the chosen list.
func (p *directory) arrange() {
	persons := p.choice.Selected() == 0
	p.gather.Hidden = !persons
	p.add.SetText(p.host.Say("people.add_unit"))
	if persons {
		p.add.SetText(p.host.Say("people.add_person"))
	}
	p.body.Objects = []fyne.CanvasObject{p.shown().object()}
	p.root.Refresh()
}

func (p *directory) turn() {
	for _, l := range p.lists {
		l.commit()
	}
	p.arrange()
	p.Update()
}

// goTo shows a record of either list.
func (p *directory) goTo(kind plan.Kind, id string) {
	for i, k := range p.kinds {
		if k == kind {
			p.lists[i].want(id)
			p.choice.SetSelected(i)
		}
	}
	p.turn()
}

// Object is part of page.Page.
func (p *directory) Object() fyne.CanvasObject { return p.root }

// Open is part of page.Page. The record of the route is a person or a unit, or
// page.RecordNew to add one.
func (p *directory) Open(r page.Route) {
	switch r.Record {
	case "":
	case page.RecordNew:
		p.shown().addHere()
	default:
		if item, ok := p.host.Desk.Record(r.Record); ok {
			p.goTo(plan.Kind(item.Kind), r.Record)
		}
	}
}

// Here is part of page.Located.
func (p *directory) Here() page.Route {
	return page.Route{Page: page.PagePeople, Record: p.shown().here()}
}

// Key is part of page.Keys.
func (p *directory) Key(ev *fyne.KeyEvent) bool { return p.shown().key(ev) }

// Leave is part of page.Page.
func (p *directory) Leave() { p.shown().commit() }

// Update is part of page.Page.
func (p *directory) Update() {
	p.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	l := p.shown()
	var show func()
	p.host.Kit.Run(ctx, func(context.Context) { show = l.fetch() }, func() { show() })
}

// gatherAll puts everybody into the directory who is named in a visit.
func (p *directory) gatherAll() {
	added := 0
	p.host.Job(func() (err error) {
		added, err = p.host.Desk.GatherPeople()
		return err
	}, func(err error) {
		switch {
		case err != nil:
			tellFailure(p.host, err)
		case added == 0:
			p.host.Toast(p.host.Say("people.gathered_none"), "", nil)
		default:
			p.host.ToastUndo(p.host.Say("people.gathered", "Count", added))
		}
	})
}

// attended is where a person took part, or who belongs to a unit.
type attended struct {
	title, detail string
	open          func()
}

// attendedBy lists the visits of a person.
func (p *directory) attendedBy(id string) []attended {
	h := p.host
	var out []attended
	for _, one := range h.Desk.AttendedVisits(id) {
		v, a := one.Visit, one.Attendee
		out = append(out, attended{
			title:  h.Way(v) + ", " + vietnamese.DateRange(v.When.From, v.When.To),
			detail: about([]string{h.Say("people.side_" + string(a.Side))}, a.PostLine()),
			open: func() {
				h.Go(page.Route{Page: page.PageVisit, Visit: v.ID, Tab: page.TabPeople, Record: a.ID})
			},
		})
	}
	return out
}

// peopleOf lists the people of a unit.
func (p *directory) peopleOf(u *plan.Unit) []attended {
	var out []attended
	for _, person := range desk.All[*plan.Person](p.host.Desk) {
		if person.Works(u) {
			out = append(out, attended{
				title: person.Name, detail: about(person.Posts, ""),
				open: func() { p.goTo(plan.KindPerson, person.ID) },
			})
		}
	}
	return out
}
