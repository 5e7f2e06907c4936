// Package papers is the tab In ấn of a visit: the papers that can be made of it,
// each as it will come out of the printer, what the office decides about it, and
// Print, PDF and Word. It draws the display list of app/paper; it must not know
// how a paper is laid out nor what stands on it.
package papers

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/printout"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/printing"
	"nhipcau/ui/theme"
)

// tab is the tab of one visit at a time.
type tab struct {
	host    *page.Host
	visit   string
	ask     papers.Request
	variant map[string]string // of each paper, the variant looked at last
	fonts   typeface
	root    fyne.CanvasObject
	turn    int

	list   *kit.Grid[entry]
	sheet  *kit.Sheet
	count  *kit.Text
	zoom   *kit.Text
	bar    *fyne.Container
	side   *fyne.Container
	state  *fyne.Container
	choice *fyne.Container     // variant, person, options: they differ from paper to paper
	issued []fyne.CanvasObject // fields of papers with a number and a signature only
	text   *kit.TextArea
	signer *kit.Select // among those of the office
	lines  *kit.TextArea
	name   *kit.TextField
	marked marking
	boxes  [2]*kit.CheckBox // of marked
	batch  batch
	held   held          // what can be chosen, while it stays the same
	makers []*kit.Button // print and save, which wait for the paper
	word   *kit.Button
	form   *form.Form
	shown  shown
	sent   sent // to a printer, of the paper that was printed last
}

// NewTab makes the tab.
func NewTab(h *page.Host) page.Page {
	t := &tab{host: h, ask: papers.Request{Kind: plan.PaperProgramme}, variant: map[string]string{}}
	t.list = t.newList()
	t.sheet = kit.NewSheet(h.Kit)
	t.count = kit.NewWord(kit.RoleBody, "")
	t.zoom = kit.NewWord(kit.RoleBody, "")
	t.state, t.choice = kit.VBox(theme.Gap8), kit.VBox(theme.Gap8)
	t.sheet.OnPage = func(int) { t.label() }
	t.sheet.OnZoom = func(float32) { t.label() }
	t.bar = kit.HBox(theme.Gap8,
		t.count, kit.Spacer(),
		kit.NewButton(kit.Quiet, h.Say("papers.fit_width"), t.sheet.FitWidth),
		kit.NewIconButton(kit.Plain, icons.ZoomOut, "", t.sheet.ZoomOut).WithTip(h.Say("papers.zoom_out")), t.zoom,
		kit.NewIconButton(kit.Plain, icons.ZoomIn, "", t.sheet.ZoomIn).WithTip(h.Say("papers.zoom_in")))
	bar := kit.PadSides(theme.Gap16, theme.Gap4, theme.Gap16, theme.Gap4, t.bar)
	preview := container.NewBorder(kit.VBox(theme.Gap0, bar, kit.NewHairline()), nil, nil, nil, t.sheet)
	body := container.NewBorder(nil, nil, t.listColumn(), kit.SidePanel(t.panel()), preview)
	t.root = kit.On(theme.Paper, body)
	return t
}

// Object implements page.Page.
func (t *tab) Object() fyne.CanvasObject { return t.root }

// Open implements page.Page. A route may name a paper by its code.
func (t *tab) Open(r page.Route) {
	if t.visit != r.Visit {
		t.marked = marking{}
	}
	t.visit = r.Visit
	if _, ok := papers.KindNamed(r.Record); ok {
		t.choose(r.Record)
	}
}

// Leave implements page.Page.
func (t *tab) Leave() { t.form.Commit() }

// choose turns to another paper, in the variant in which it was looked at last.
func (t *tab) choose(kind string) {
	if kind == t.ask.Kind {
		return
	}
	t.form.Commit()
	t.marked = marking{}
	t.ask.Kind, t.ask.Variant = kind, t.variant[kind]
	t.Update()
}

// Update implements page.Page.
func (t *tab) Update() {
	t.turn++
	turn, visit, ask, marked := t.turn, t.visit, t.ask, t.marked
	var got shown
	t.host.Kit.Run(context.Background(), func(context.Context) { got = t.fetch(visit, ask, marked) }, func() {
		if turn == t.turn {
			t.show(got)
		}
	})
}

// retreat turns to the programme, which can always be made, from a paper for one
// person or one model of whom there is none.
func (t *tab) retreat() {
	if t.ask.Kind != plan.PaperProgramme || t.ask.Variant != "" {
		t.variant[t.ask.Kind] = ""
		t.ask = papers.Request{Kind: plan.PaperProgramme}
		t.Update()
	}
}

func (t *tab) show(got shown) {
	if got.err != nil {
		t.host.Fail(got.err)
		t.retreat()
		return
	}
	another := t.shown.record == nil || t.shown.subject.Request != got.subject.Request
	t.shown = got
	t.ask = got.ask
	for _, b := range t.makers {
		b.Enable()
	}
	if got.kind.NoWord || !printout.Makes(".docx") {
		t.word.Disable()
	}
	t.list.SetRows(got.entries)
	t.list.Select(got.ask.Kind)
	t.form.Show(got.record)
	t.choices()
	t.fields()
	t.sheet.SetSource(printing.Source(got.pages))
	if another {
		t.sheet.GoTo(0)
	}
	t.label()
	t.say()
}

func (t *tab) label() {
	if t.shown.pages == nil {
		return
	}
	t.count.SetText(t.host.Say("papers.page_of", "Page", t.sheet.Page()+1, "Pages", len(t.shown.pages.List)))
	t.zoom.SetText(fmt.Sprintf("%.0f%%", t.sheet.Zoom()*100))
	t.bar.Refresh() // the words have another width now
}
