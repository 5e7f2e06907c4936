package papers

import (
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/catalogue"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// panel is the right side: what makes the paper, what is known of it, and what
// the office decides about it.
func (t *tab) panel() fyne.CanvasObject {
	h := t.host
	f := form.New(h, plan.KindPaper)
	t.form = f
	about := f.Area("about", 3)
	about.SetPlaceholder(h.Say("papers.about_default"))
	t.text = f.Area("wording", 6)
	t.text.SetPlaceholder(h.Say("papers.wording_default"))
	numbers, places := kit.FormRow(f.Text("number"), f.Text("symbol")), kit.FormRow(f.Date("date"), f.Text("place"))
	lines, name, recipients := f.List("signer.lines", 3), f.Text("signer.name"), f.List("recipients", 4)
	t.signer, t.lines, t.name = t.newSigner(), lines, name
	t.issued = []fyne.CanvasObject{numbers, places, lines, name, recipients}
	t.word = t.maker(kit.Secondary, icons.File, h.Say("papers.word"), func() { t.save(".docx") })
	t.side = kit.VBox(theme.Gap12,
		t.maker(kit.Primary, icons.Print, h.Say("papers.print"), t.print),
		kit.Columns(theme.Gap8, []float32{1, 1},
			t.maker(kit.Secondary, icons.File, h.Say("papers.pdf"), func() { t.save(".pdf") }), t.word),
		t.choice,
		t.state,
		kit.NewHairline(),
		kit.NewWord(kit.RoleSection, h.Say("papers.on_paper")),
		numbers, places, about, t.text, t.signer, lines, name, recipients, f.Check("draft"),
	)
	return t.side
}

// fields shows the fields that the paper has: a sheet without number has no
// signer, and only letters have a text that can be written anew.
func (t *tab) fields() {
	numbered := t.shown.entry.Form == catalogue.Numbered
	for _, o := range t.issued {
		visible(o, numbered)
	}
	t.showSigner(numbered)
	visible(t.text, t.shown.kind.OwnText)
}

func visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// maker is a button that makes the paper; there is none before it is fetched.
func (t *tab) maker(kind kit.ButtonKind, icon icons.Name, word string, act func()) *kit.Button {
	b := kit.NewIconButton(kind, icon, word, act)
	b.Disable()
	t.makers = append(t.makers, b)
	return b
}

// say tells in the panel what a person should know before printing.
func (t *tab) say() {
	h, got := t.host, t.shown
	var lines []fyne.CanvasObject
	add := func(tone kit.Tone, text string) { lines = append(lines, kit.Notice(tone, text)) }
	printed, ok := got.subject.Print.PrintedAt()
	switch {
	case !ok:
		add(kit.Neutral, h.Say("papers.never_printed"))
	case got.subject.View.Outdated(got.subject.Print):
		add(kit.AmberTone, h.Say("papers.changed_since", "When", moment(printed)))
		lines = append(lines, t.marks())
	default:
		add(kit.GreenTone, h.Say("papers.printed", "When", moment(printed)))
	}
	if n := got.internal(); n > 0 {
		add(kit.Neutral, h.Say("papers.internal_left_out", "Count", n))
	}
	if n := len(got.subject.Open); n > 0 {
		add(kit.AmberTone, h.Say("papers.open_differences", "Count", n))
	}
	if got.subject.View.Visit.TimesIllustrative && got.ask.Kind == plan.PaperProgramme {
		add(kit.AmberTone, h.Say("papers.times_illustrative"))
	}
	if len(got.pages.Replaced) > 0 {
		add(kit.AmberTone, h.Say("papers.replaced", "Runes", string(got.pages.Replaced)))
	}
	t.state.Objects = lines
	t.state.Refresh()
	t.side.Refresh() // what stands below moves
}

func moment(at time.Time) string { return at.Local().Format("02/01/2006 15:04") }
