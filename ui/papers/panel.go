package papers

import (
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/catalogue"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/seating"
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

// choices builds what can be chosen on the paper shown. It stays as it is while
// the paper has the same choices, so that a field keeps the keyboard.
func (t *tab) choices() {
	got := t.shown
	lang := t.host.Words.Language()
	var fields []fyne.CanvasObject
	if variants := got.entry.Variants; len(variants) > 0 {
		s := kit.NewSelect(t.host.Kit, t.host.Words.Field(plan.KindPaper, "variant"), terms(bare(variants), lang))
		s.SetValue(variantOf(got))
		s.OnCommit = t.setVariant
		fields = append(fields, s)
	}
	if s := t.whom(); s != nil {
		fields = append(fields, s)
	}
	if got.ask.Kind == papers.PaperSeatingPlan {
		move := kit.NewIconButton(kit.Secondary, icons.Seat, t.host.Say("papers.seats"), t.seats)
		fields = append(fields, move)
	}
	for _, o := range got.entry.Options {
		fields = append(fields, t.option(o))
	}
	if len(t.wordings()) > 0 {
		fields = append(fields, kit.HBox(theme.Gap0, kit.NewIconButton(kit.Quiet, icons.Edit, t.host.Say("papers.wordings"), t.editWordings), kit.Spacer()))
	}
	t.choice.Objects = fields
	t.choice.Refresh()
}

func variantOf(got shown) string {
	if got.ask.Variant == "" {
		return got.entry.Variants[0].Code
	}
	return got.ask.Variant
}

// bare gives the variants as terms.
func bare(variants []catalogue.PaperVariant) []catalogue.Term {
	out := make([]catalogue.Term, len(variants))
	for i, v := range variants {
		out[i] = v.Term
	}
	return out
}

func terms(list []catalogue.Term, lang string) []kit.Choice {
	out := make([]kit.Choice, len(list))
	for i, term := range list {
		out[i] = kit.Choice{ID: term.Code, Title: term.Label(lang)}
	}
	return out
}

func (t *tab) setVariant(code string) {
	if code == "" {
		code = t.shown.entry.Variants[0].Code
	}
	t.form.Commit()
	t.ask.Variant, t.variant[t.ask.Kind] = code, code
	t.Update()
}

// whom chooses the person or the model of a paper that is for one.
func (t *tab) whom() fyne.CanvasObject {
	got := t.shown
	var options []kit.Choice
	var value, label string
	switch got.kind.For(got.entry, got.ask.Variant) {
	case papers.PerAttendee:
		label, value = t.host.Say("papers.whose"), got.ask.Attendee
		for _, a := range got.subject.View.Attendees {
			if !a.Group && a.Attendance != plan.Declined {
				options = append(options, kit.Choice{ID: a.ID, Title: a.Name, Detail: a.PostLine()})
			}
		}
	case papers.PerModel:
		label, value = t.host.Words.Kind(plan.KindModel), got.ask.Model
		for _, m := range got.subject.Models {
			options = append(options, kit.Choice{ID: m.ID, Title: m.Name, Detail: m.Place})
		}
	case papers.PerVisit:
		return nil
	}
	s := kit.NewSelect(t.host.Kit, label, options)
	s.SetValue(value)
	s.OnCommit = func(id string) {
		if got.kind.For(got.entry, got.ask.Variant) == papers.PerAttendee {
			t.ask.Attendee = id
		} else {
			t.ask.Model = id
		}
		t.Update()
	}
	return s
}

// seats opens the plan shown, in which seats are moved by hand.
func (t *tab) seats() {
	seating.Show(t.host, t.visit, t.ask.Variant, t.Update)
}

// option is one choice that the office keeps with the paper.
func (t *tab) option(o catalogue.PaperOption) fyne.CanvasObject {
	lang := t.host.Words.Language()
	s := kit.NewSelect(t.host.Kit, o.Label(lang), terms(o.Values, lang))
	value := t.shown.record.Options[o.Code]
	if value == "" {
		value = o.Values[0].Code
	}
	s.SetValue(value)
	s.OnCommit = func(code string) {
		t.form.Set("options", "", func(r plan.Record) {
			p := r.(*plan.Paper)
			options := map[string]string{o.Code: code}
			for k, v := range p.Options {
				if k != o.Code {
					options[k] = v
				}
			}
			if code == "" || code == o.Values[0].Code {
				delete(options, o.Code)
			}
			p.Options = options
		})
	}
	return s
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
