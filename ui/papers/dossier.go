package papers

import (
	"path/filepath"

	"nhipcau/app/dossier"
	"nhipcau/app/papers"
)

// dossier writes all papers of the visit into a folder that a person picks: one
// PDF of the whole, and a file or two of each.
func (t *tab) dossier() {
	t.form.Commit()
	t.host.PickFolder(t.writeDossier)
}

func (t *tab) writeDossier(dir string) {
	h, visit := t.host, t.visit
	var made dossier.Made
	h.Job(func() error {
		printer, err := t.printer()
		if err != nil {
			return err
		}
		subject := func(ask papers.Request) (papers.Subject, error) { return h.Desk.Subject(visit, ask, t.openField) }
		made, err = dossier.Write(dir, printer, subject, dossier.Options{})
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
