package shell

import (
	"bytes"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/localities"
	"nhipcau/app/plan"
	"nhipcau/app/words"
	"nhipcau/assets/sample"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// start asks, before anything else, for which locality and office the program
// is used and by whom, and offers the sample visit.
type start struct {
	shell    *Shell
	language *kit.Segmented
	locality *kit.Picker
	office   *kit.TextField
	author   *kit.TextField
	place    desk.Place
	offered  string // the name that was suggested
	working  bool
}

// firstStart fills the window with the questions of the first start.
func (s *Shell) firstStart() {
	q := &start{shell: s}
	h := s.host
	var names []string
	for _, lang := range words.Languages() {
		names = append(names, h.Say("settings.language_"+lang))
	}
	q.language = kit.NewSegmented(names, q.speak)
	q.language.SetSelected(slices.Index(words.Languages(), s.look.Language))
	q.locality = kit.NewPicker(h.Kit, h.Say("start.locality"), q.search)
	q.locality.OnPick = q.picked
	q.office = kit.NewTextField(h.Kit, h.Words.Field(plan.KindOffice, "name"))
	q.author = kit.NewTextField(h.Kit, h.Say("start.author"))
	q.office.OnEnter = q.author.Focus
	q.author.OnEnter = func() { q.finish(true) }
	s.asking = q
	s.window.SetContent(kit.NewLayer(h.Kit, kit.On(theme.Paper, q.object())))
	q.locality.Focus()
}

func (q *start) object() fyne.CanvasObject {
	h := q.shell.host
	form := kit.VBox(theme.Gap16,
		kit.HBox(theme.Gap16, kit.NewText(kit.RolePage, h.Say("start.title")), kit.Spacer(), q.language),
		kit.NewParagraph(kit.RoleBody, h.Say("start.lead")),
		q.locality, q.office, q.author,
		kit.NewParagraph(kit.RoleBody, h.Say("start.sample_about")).In(theme.Text2),
		kit.HBox(theme.Gap8,
			kit.NewButton(kit.Primary, h.Say("start.with_sample"), func() { q.finish(true) }),
			kit.NewButton(kit.Secondary, h.Say("start.empty"), func() { q.finish(false) }),
			kit.Spacer(),
		),
	)
	return kit.Centred(theme.DialogForm, form)
}

// speak shows the questions in another language, with the answers so far.
func (q *start) speak(index int) {
	look := q.shell.look
	look.Language = words.Languages()[index]
	q.shell.SetLook(look)
}

// again asks anew, in a window that has been built anew, with the answers so
// far.
func (q *start) again() {
	q.shell.firstStart()
	next := q.shell.asking
	next.place, next.offered = q.place, q.offered
	next.locality.SetChoice(kit.Choice{ID: q.place.ID, Title: q.place.Running})
	next.office.SetValue(q.office.Text())
	next.author.SetValue(q.author.Text())
}

// search offers localities: those valid today come first, each with where it
// lies.
func (q *start) search(query string) []kit.Choice {
	var out []kit.Choice
	for _, p := range q.shell.host.Desk.FindLocalities(query, q.shell.today(), 40) {
		out = append(out, kit.Choice{ID: p.ID, Title: p.Running, Detail: above(p)})
	}
	return out
}

// above is the path of a locality without itself.
func above(p desk.Place) string {
	_, rest, _ := strings.Cut(p.Path, ", ")
	return rest
}

// picked suggests the name of the office after the locality, unless somebody
// has typed another one.
func (q *start) picked(c kit.Choice) {
	q.place, _ = q.shell.host.Desk.Locality(c.ID, q.shell.today())
	q.locality.SetError("")
	if text := q.office.Text(); text != "" && text != q.offered {
		return
	}
	q.offered = q.shell.host.Say("start.office_name", "Place", q.place.Running)
	q.office.SetValue(q.offered)
}

// finish keeps the answers and shows the first page, with the sample visit or
// without.
func (q *start) finish(sampled bool) {
	h := q.shell.host
	q.locality.Commit()
	name := strings.TrimSpace(q.office.Text())
	if name == "" {
		q.office.SetError(h.Say("start.name_missing"))
		q.office.Focus()
		return
	}
	if q.working {
		return
	}
	q.working = true
	office := plan.Office{Name: name, Locality: q.place.ID, Level: level(q.place.Level)}
	author := strings.TrimSpace(q.author.Text())
	route := page.Route{}
	h.Job(func() error {
		if err := h.Desk.SetUp(office, author); err != nil {
			return err
		}
		if !sampled {
			return nil
		}
		route = page.Route{Page: page.PageVisit, Visit: sample.VisitID}
		return readSample(h.Desk)
	}, func(err error) { q.done(route, err) })
}

func (q *start) done(r page.Route, err error) {
	q.working = false
	if err != nil && q.shell.host.Desk.Office() == nil {
		q.shell.fail(err)
		return
	}
	q.shell.asking = nil
	q.shell.build()
	q.shell.begin(r)
	if err != nil {
		q.shell.fail(err) // the office is there, the sample is not
	}
}

// level gives the level of an office; a locality of the district level exists
// no more since 1 July 2025 but may be worked for.
func level(l string) string {
	switch l {
	case localities.Province, localities.District, localities.Commune:
		return l
	}
	return ""
}

// readSample reads the sample visit in, as a bundle from another office.
func readSample(d *desk.Desk) error {
	b, err := bundle.Read(bytes.NewReader(sample.Bundle))
	if err != nil {
		return err
	}
	_, err = d.Import(b)
	return err
}
