package papers

import (
	"path/filepath"

	"nhipcau/app/dossier"
	"nhipcau/app/papers"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// dossier writes all papers of the visit into a folder that a person picks: one
// PDF of the whole, and a file or two of each. First it asks whether those for
// the office alone come too. Files are no prints, so none is noted.
func (t *tab) dossier() {
	t.form.Commit()
	h := t.host
	var options dossier.Options
	without := kit.NewCheckBox(h.Say("papers.without_internal"), func(on bool) { options.WithoutInternal = on })
	kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title:   h.Say("papers.dossier_title"),
		Content: kit.VBox(theme.Gap8, without, kit.NewParagraph(kit.RoleCaption, h.Say("papers.without_internal_why"))),
		Cancel:  kit.Action{Label: h.Say("papers.cancel")},
		Primary: kit.Action{Label: h.Say("papers.dossier_folder"), Kind: kit.Primary, Icon: icons.Folder, Do: func() bool {
			h.PickFolder(func(dir string) { t.writeDossier(dir, options) })
			return true
		}},
	})
}

func (t *tab) writeDossier(dir string, options dossier.Options) {
	h, visit := t.host, t.visit
	var made dossier.Made
	h.Job(func() error {
		printer, err := t.printer()
		if err != nil {
			return err
		}
		subject := func(ask papers.Request) (papers.Subject, error) { return h.Desk.Subject(visit, ask, t.openField) }
		made, err = dossier.Write(dir, printer, subject, options)
		return err
	}, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		sentence := h.Say("papers.dossier_written", "Papers", len(made.Papers), "Pages", made.Pages, "Folder", filepath.Base(dir))
		if made.Earlier != "" {
			sentence = h.Say("papers.dossier_set_aside", "Papers", len(made.Papers), "Pages", made.Pages, "Folder", filepath.Base(dir), "Earlier", dossier.EarlierFolder)
		}
		h.Toast(sentence, h.Say("papers.open_folder"), func() { t.try(h.OpenFile(dir)) })
	})
}
