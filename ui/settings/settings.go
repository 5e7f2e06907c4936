// Package settings is the page of how the window looks, of our own office and
// of who sits here. It must not know where settings are kept: the look goes
// through the window, the office is a record like others.
package settings

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/words"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// The choices of the look, in the order in which they stand.
var (
	themes = []string{page.ThemeLight, page.ThemeDark, page.ThemeSystem}
	sizes  = []int{theme.Percent100, theme.Percent125, theme.Percent150}
)

// The parts that a route may name, so that the keyboard comes back to the
// choice that has built the page anew.
const (
	partLanguage = "language"
	partTheme    = "theme"
	partTextSize = "text_size"
)

type settings struct {
	host   *page.Host
	object fyne.CanvasObject
	choice map[string]*kit.Segmented
	used   string // the choice changed last

	form   *form.Form
	issuer *issuer
	signer *signers
	look   *paperLook
	author *kit.TextField
	keep   *backups // nil where the data lie in no folder
	print  *fingerprint
	turn   int
}

// New makes the page.
func New(h *page.Host) page.Page {
	p := &settings{host: h, form: form.New(h, plan.KindOffice)}
	p.issuer, p.signer = newIssuer(h, p.form), newSigners(h, p.form)
	p.author = kit.NewTextField(h.Kit, h.Say("settings.author"))
	p.author.OnCommit = p.setAuthor
	p.look = newPaperLook(h, p.form)
	left := kit.Sections(p.office(), p.look.object(), p.signer.object(), p.here())
	p.print = newFingerprint(h, left.Refresh)
	left.Add(p.print.object)
	right := kit.Sections(p.window(), p.machine())
	if k, err := h.Desk.Keeper(); err == nil {
		p.keep = newBackups(h, k)
		right.Add(p.keep.object)
	}
	body := kit.Columns(theme.PageMargin, []float32{1, 1}, left, right)
	p.object = kit.Page(kit.PageHead(h.Say("shell.page_settings"), nil), kit.Scrolling(kit.PadSides(theme.Gap0, theme.Gap0, theme.Gap16, theme.Gap0, body)))
	return p
}

// window holds the choices of the look.
func (p *settings) window() fyne.CanvasObject {
	h := p.host
	look := h.Machine.Look()
	p.choice = map[string]*kit.Segmented{}
	languages := words.Languages()
	p.choose(partLanguage, sayAll(h, "settings.language_", languages), slices.Index(languages, look.Language),
		func(l *page.Look, i int) { l.Language = languages[i] })
	p.choose(partTheme, sayAll(h, "settings.theme_", themes), slices.Index(themes, look.Theme),
		func(l *page.Look, i int) { l.Theme = themes[i] })
	var percents []string
	for _, size := range sizes {
		percents = append(percents, strconv.Itoa(size)+" %")
	}
	p.choose(partTextSize, percents, slices.Index(sizes, look.TextSize), func(l *page.Look, i int) { l.TextSize = sizes[i] })
	return kit.Section(
		kit.SectionHead(h.Say("settings.window"), nil, nil), kit.Gap(theme.Gap8),
		p.labelled(partLanguage), p.labelled(partTheme), p.labelled(partTextSize),
	)
}

func sayAll(h *page.Host, prefix string, values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = h.Say(prefix + v)
	}
	return out
}

// choose makes one choice of the look, which is seen at once.
func (p *settings) choose(part string, names []string, at int, set func(*page.Look, int)) {
	s := kit.NewSegmented(names, func(i int) {
		look := p.host.Machine.Look()
		set(&look, i)
		p.used = part
		p.host.Machine.SetLook(look)
	})
	s.SetSelected(at)
	p.choice[part] = s
}

func (p *settings) labelled(part string) fyne.CanvasObject {
	label := kit.NewText(kit.RoleCaption, p.host.Say("settings."+part))
	return kit.VBox(theme.Gap2, label, kit.HBox(theme.Gap0, p.choice[part], kit.Spacer()), kit.Gap(theme.Gap8))
}

// office holds the fields of our own office.
func (p *settings) office() fyne.CanvasObject {
	h, f := p.host, p.form
	return kit.Section(
		kit.SectionHead(h.Say("settings.office"), nil, nil), kit.Gap(theme.Gap8),
		kit.Form(
			f.Text("name"), f.Pick("locality", p.findLocality, p.nameLocality),
			p.issuer.object(), f.Text("symbol"),
			kit.NewParagraph(kit.RoleCaption, h.Say("settings.symbol_about")),
		),
	)
}

func (p *settings) findLocality(query string) []kit.Choice {
	var out []kit.Choice
	for _, l := range p.host.Desk.FindLocalities(query, p.host.Today(), 40) {
		_, above, _ := strings.Cut(l.Path, ", ")
		out = append(out, kit.Choice{ID: l.ID, Title: l.Running, Detail: above})
	}
	return out
}

func (p *settings) nameLocality(id string) string {
	l, _ := p.host.Desk.Locality(id, p.host.Today())
	return l.Running
}

func (p *settings) here() fyne.CanvasObject {
	h := p.host
	return kit.Section(
		kit.SectionHead(h.Say("settings.here"), nil, nil), kit.Gap(theme.Gap8),
		p.author, kit.NewParagraph(kit.RoleCaption, h.Say("settings.author_about")),
	)
}

func (p *settings) setAuthor(name string) {
	h := p.host
	h.Job(func() error { return h.Desk.SetAuthor(strings.TrimSpace(name)) }, nil)
}

// machine shows where the data lies and which program this is, looks whether
// all of it is whole, and helps whoever is asked for help.
func (p *settings) machine() fyne.CanvasObject {
	h := p.host
	open := kit.NewIconButton(kit.Secondary, icons.Folder, h.Say("settings.open_folder"), func() {
		if err := h.OpenFile(h.Machine.Dir); err != nil {
			h.Fail(err)
		}
	})
	return kit.Section(
		kit.SectionHead(h.Say("settings.data"), nil, nil), kit.Gap(theme.Gap8),
		kit.HBox(theme.Gap12, kit.Grow(kit.NewTipText(kit.RoleBody, h.Machine.Dir)), open),
		kit.NewParagraph(kit.RoleCaption, h.Say("settings.data_about")), kit.Gap(theme.Gap8),
		newCare(h).object(), kit.Gap(theme.Gap8),
		kit.NewText(kit.RoleCaption, h.Say("settings.version", "Version", h.Machine.Version)),
	)
}

// Object implements page.Page.
func (p *settings) Object() fyne.CanvasObject { return p.object }

// Open implements page.Page.
func (p *settings) Open(r page.Route) {
	if s, ok := p.choice[r.Record]; ok {
		p.used = r.Record
		p.host.Window.Canvas().Focus(s)
	}
}

// Here implements page.Located.
func (p *settings) Here() page.Route { return page.Route{Page: page.PageSettings, Record: p.used} }

// Leave implements page.Page.
func (p *settings) Leave() {
	p.used = ""
	p.form.Commit()
	p.issuer.commit()
	p.signer.commit()
	p.author.Commit()
}

// Update implements page.Page.
func (p *settings) Update() {
	if p.keep != nil {
		p.keep.update()
	}
	p.print.update()
	p.turn++
	turn := p.turn
	var office *plan.Office
	var author string
	d := p.host.Desk
	p.host.Kit.Run(context.Background(), func(context.Context) { office, author = fetch(d) }, func() {
		if turn != p.turn {
			return
		}
		p.form.Show(office)
		p.author.SetValue(author)
		if office != nil {
			p.issuer.show(office.IssuerLines)
			p.signer.show(office)
			p.look.show(office)
		}
	})
}

func fetch(d *desk.Desk) (*plan.Office, string) { return d.Office(), d.Author() }
