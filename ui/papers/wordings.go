package papers

import (
	"maps"

	"fyne.io/fyne/v2"

	"nhipcau/app/catalogue"
	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// wordings lists the texts of the paper shown that our office may put in its
// own words: none where another office issues the paper.
func (t *tab) wordings() []catalogue.Wording {
	issuer, own := t.shown.subject.Issuer, t.host.Desk.OfficeID()
	if issuer == nil || issuer.ID != own {
		return nil
	}
	var out []catalogue.Wording
	for _, w := range t.host.Desk.Catalogue().Wordings.All() {
		if w.Paper == t.ask.Kind {
			out = append(out, w)
		}
	}
	return out
}

// editWordings shows the texts of the paper, each with its original one click
// away. What is written is kept when the dialog is agreed to.
func (t *tab) editWordings() {
	h := t.host
	t.form.Commit()
	list := t.wordings()
	areas := make([]*kit.TextArea, len(list))
	var fields []fyne.CanvasObject
	for i, w := range list {
		a := kit.NewTextArea(h.Kit, w.Label(h.Words.Language()), 5)
		a.SetValue(textOf(t.shown.subject.Issuer, w))
		areas[i] = a
		original := kit.NewIconButton(kit.Quiet, icons.Restore, h.Say("papers.original"), func() { a.SetValue(w.Text) })
		fields = append(fields, a, kit.HBox(theme.Gap0, original, kit.Spacer()))
	}
	names := kit.NewParagraph(kit.RoleCaption, h.Say("papers.wording_names", "Names", joined(papers.Placeholders())))
	kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("papers.wordings_title", "Paper", t.shown.entry.Label(h.Words.Language())), Width: theme.DialogForm,
		Content: kit.FitDialog(h.Window, kit.VBox(theme.Gap12, append([]fyne.CanvasObject{names}, fields...)...)),
		Cancel:  kit.Action{Label: h.Say("papers.cancel")},
		Primary: kit.Action{Label: h.Say("papers.wordings_keep"), Do: func() bool {
			texts := make([]string, len(areas))
			for i, a := range areas {
				a.Commit()
				texts[i] = a.Value()
			}
			t.keepWordings(list, texts)
			return true
		}},
	})
}

func textOf(office *plan.Office, w catalogue.Wording) string {
	if own := office.Wording[w.Code]; own != "" {
		return own
	}
	return w.Text
}

func joined(names []string) string {
	out := ""
	for i, n := range names {
		if i > 0 {
			out += ", "
		}
		out += "{" + n + "}"
	}
	return out
}

// keepWordings notes what differs from the originals, in one step of undo.
func (t *tab) keepWordings(list []catalogue.Wording, texts []string) {
	h := t.host
	h.Change(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		office := h.Desk.Office()
		words := maps.Clone(office.Wording)
		if words == nil {
			words = map[string]string{}
		}
		for i, w := range list {
			if text := texts[i]; text == w.Text || text == "" {
				delete(words, w.Code)
			} else {
				words[w.Code] = text
			}
		}
		if maps.Equal(words, office.Wording) {
			return nil
		}
		office.Wording = words
		return tx.Put(office)
	}, func(err error) {
		t.try(err)
		t.Update()
	})
}
