package papers

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nhipcau/app/catalogue"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/seating"
	"nhipcau/ui/theme"
)

// held are the fields of what can be chosen on a paper. They stay the same widgets
// while the paper has the same choices, so that a field keeps the keyboard.
type held struct {
	of      string // which paper, and what there is to choose on it
	variant *kit.Select
	whom    *kit.Select
	options []*kit.Select // in the order of the catalogue
}

// choices shows what can be chosen on the paper shown.
func (t *tab) choices() {
	got, words := t.shown, len(t.wordings()) > 0
	per := got.kind.For(got.entry, got.ask.Variant)
	of := fmt.Sprint(got.ask.Kind, " ", per, " ", words)
	if of != t.held.of {
		t.held = held{of: of}
		t.choice.Objects = t.newChoices(per, words)
	}
	if t.held.variant != nil {
		t.held.variant.SetValue(variantOf(got))
	}
	if t.held.whom != nil {
		t.showWhom(per)
	}
	for i, o := range got.entry.Options {
		value := got.record.Options[o.Code]
		if value == "" {
			value = o.Values[0].Code
		}
		t.held.options[i].SetValue(value)
	}
	t.choice.Refresh()
}

// newChoices makes the fields.
func (t *tab) newChoices(per papers.Per, words bool) []fyne.CanvasObject {
	h, entry := t.host, t.shown.entry
	lang := h.Words.Language()
	var fields []fyne.CanvasObject
	if variants := entry.Variants; len(variants) > 0 {
		t.held.variant = kit.NewSelect(h.Kit, h.Words.Field(plan.KindPaper, "variant"), terms(bare(variants), lang))
		t.held.variant.OnCommit = t.setVariant
		fields = append(fields, t.held.variant)
	}
	if per != papers.PerVisit {
		label := h.Say("papers.whose")
		if per == papers.PerModel {
			label = h.Words.Kind(plan.KindModel)
		}
		t.held.whom = kit.NewSelect(h.Kit, label, nil)
		t.held.whom.OnCommit = t.setWhom
		fields = append(fields, t.held.whom)
	}
	if entry.Code == papers.PaperSeatingPlan {
		fields = append(fields, kit.NewIconButton(kit.Secondary, icons.Seat, h.Say("papers.seats"), t.seats))
	}
	for _, o := range entry.Options {
		s := t.newOption(o)
		t.held.options = append(t.held.options, s)
		fields = append(fields, s)
	}
	if words {
		fields = append(fields, kit.HBox(theme.Gap0, kit.NewIconButton(kit.Quiet, icons.Edit, h.Say("papers.wordings"), t.editWordings), kit.Spacer()))
	}
	return fields
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
	t.marked = marking{}
	t.ask.Variant, t.variant[t.ask.Kind] = code, code
	t.Update()
}

// showWhom shows the person or the model of a paper that is for one.
func (t *tab) showWhom(per papers.Per) {
	got := t.shown
	var options []kit.Choice
	value := got.ask.Attendee
	if per == papers.PerModel {
		value = got.ask.Model
		for _, m := range got.subject.Models {
			options = append(options, kit.Choice{ID: m.ID, Title: m.Name, Detail: m.Place})
		}
	} else {
		for _, a := range got.subject.View.Attendees {
			if !a.Group && a.Attendance != plan.Declined {
				options = append(options, kit.Choice{ID: a.ID, Title: a.Name, Detail: a.PostLine()})
			}
		}
	}
	t.held.whom.SetOptions(options)
	t.held.whom.SetValue(value)
}

func (t *tab) setWhom(id string) {
	t.marked = marking{}
	if t.shown.kind.For(t.shown.entry, t.shown.ask.Variant) == papers.PerModel {
		t.ask.Model = id
	} else {
		t.ask.Attendee = id
	}
	t.Update()
}

// seats opens the plan shown, in which seats are moved by hand.
func (t *tab) seats() {
	seating.Show(t.host, t.visit, t.ask.Variant, t.Update)
}

// newOption is one choice that the office keeps with the paper.
func (t *tab) newOption(o catalogue.PaperOption) *kit.Select {
	lang := t.host.Words.Language()
	s := kit.NewSelect(t.host.Kit, o.Label(lang), terms(o.Values, lang))
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
