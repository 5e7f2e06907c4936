package settings

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/paper/official"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// paperLook edits how the papers of the office are set, within the ranges of
// Nghị định 30/2020/NĐ-CP, Phụ lục I. What is not chosen is as the program
// proposes.
type paperLook struct {
	host   *page.Host
	form   *form.Form
	fields []lookField
	kind   *kit.Select
	font   *kit.Select
}

// lookField is one figure that can be chosen.
type lookField struct {
	path   string
	values []int
	usual  int
	word   func(int) string
	in     func(*plan.PaperLayout) *int
	shown  *kit.Select
}

func newPaperLook(h *page.Host, f *form.Form) *paperLook {
	p := &paperLook{host: h, form: f}
	s := official.Standard()
	points := func(n int) string { return h.Say("settings.points", "Points", n) }
	millimetres := func(n int) string { return h.Say("settings.millimetres", "Millimetres", n) }
	add := func(path string, usual float64, word func(int) string, in func(*plan.PaperLayout) *int, values ...int) {
		p.fields = append(p.fields, lookField{path: path, values: values, usual: int(math.Round(usual)), word: word, in: in})
	}
	add("layout.body", s.BodySize, points, func(l *plan.PaperLayout) *int { return &l.Body }, 13, 14)
	add("layout.table", s.TableSize, points, func(l *plan.PaperLayout) *int { return &l.Table }, 11, 12, 13)
	add("layout.left", s.Left, millimetres, func(l *plan.PaperLayout) *int { return &l.Left }, span(30, 35)...)
	add("layout.right", s.Right, millimetres, func(l *plan.PaperLayout) *int { return &l.Right }, span(15, 20)...)
	add("layout.top", s.Top, millimetres, func(l *plan.PaperLayout) *int { return &l.Top }, span(20, 25)...)
	add("layout.bottom", s.Bottom, millimetres, func(l *plan.PaperLayout) *int { return &l.Bottom }, span(20, 25)...)
	add("layout.indent", s.Indent*10, p.centimetres, func(l *plan.PaperLayout) *int { return &l.Indent }, 100, 127)
	add("layout.leading", s.Leading*100, p.lines, func(l *plan.PaperLayout) *int { return &l.Leading }, 100, 115, 130, 150)
	return p
}

func span(from, to int) []int {
	var out []int
	for n := from; n <= to; n++ {
		out = append(out, n)
	}
	return out
}

func (p *paperLook) centimetres(tenths int) string {
	return p.host.Words.Enum(plan.KindOffice, "layout.indent", strconv.Itoa(tenths))
}

func (p *paperLook) lines(percent int) string {
	factor := strings.TrimRight(fmt.Sprintf("%d.%02d", percent/100, percent%100), "0")
	return vietnamese.FormatDecimal(strings.TrimSuffix(factor, "."))
}

func (p *paperLook) object() fyne.CanvasObject {
	h := p.host
	p.kind = p.form.Select("issuer_kind", []string{"party"}, h.Words.Enum(plan.KindOffice, "issuer_kind", "state"))
	p.kind.OnCommit = p.setKind
	p.font = p.form.Select("layout.font", []string{"machine", "bundled"}, h.Say("settings.font_usual"))
	var row []fyne.CanvasObject
	recipients := p.form.List("recipients", 3)
	recipients.SetPlaceholder(h.Say("settings.recipients_usual"))
	rows := []fyne.CanvasObject{p.kind, recipients, p.font}
	for i := range p.fields {
		row = append(row, p.choice(&p.fields[i]))
		if len(row) == 2 {
			rows, row = append(rows, kit.FormRow(row...)), nil
		}
	}
	return kit.Section(
		kit.SectionHead(h.Say("settings.paper_look"), nil, nil), kit.Gap(theme.Gap8),
		kit.Form(append(rows, kit.NewParagraph(kit.RoleCaption, h.Say("settings.paper_look_about")))...),
	)
}

// setKind turns the office to the papers of the state or of the Party; its
// signers are written as those write them.
func (p *paperLook) setKind(kind string) {
	p.form.Set("issuer_kind", "", func(r plan.Record) {
		o := r.(*plan.Office)
		o.IssuerKind = kind
		o.Signers = papers.RemadeSigners(o.Signers, kind == "party")
	})
}

// choice is the select of one figure. Its first entry is what holds where
// nothing is chosen.
func (p *paperLook) choice(f *lookField) fyne.CanvasObject {
	options := []kit.Choice{}
	for _, n := range f.values {
		c := kit.Choice{ID: strconv.Itoa(n), Title: f.word(n)}
		if n == f.usual {
			c.Detail = p.host.Say("settings.usual")
		}
		options = append(options, c)
	}
	f.shown = kit.NewSelect(p.host.Kit, p.host.Words.Field(plan.KindOffice, f.path), options)
	f.shown.OnCommit = func(id string) {
		n, err := strconv.Atoi(id)
		if err != nil || n == f.usual {
			n = 0
		}
		p.form.Set("layout", "", func(r plan.Record) { *f.in(&r.(*plan.Office).Layout) = n })
	}
	return f.shown
}

// show sets the figures of the office.
func (p *paperLook) show(office *plan.Office) {
	layout := office.Layout
	for _, f := range p.fields {
		n := *f.in(&layout)
		if n == 0 {
			n = f.usual
		}
		f.shown.SetValue(strconv.Itoa(n))
	}
}
