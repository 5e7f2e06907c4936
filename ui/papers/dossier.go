package papers

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/dossier"
	"nhipcau/app/papers"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// batch is the button for all papers at once, and below it how far they are.
type batch struct {
	button *kit.Button
	bar    *fyne.Container
}

func (t *tab) newBatch() fyne.CanvasObject {
	t.batch.button = kit.NewIconButton(kit.Secondary, icons.Folder, t.host.Say("papers.dossier"), t.dossier)
	t.batch.bar = kit.VBox(theme.Gap0)
	t.batch.bar.Hide()
	return kit.VBox(theme.Gap8, t.batch.button, t.batch.bar)
}

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

// writeDossier works beside changes, once those asked for before are kept.
func (t *tab) writeDossier(dir string, options dossier.Options) {
	h, visit := t.host, t.visit
	ctx, cancel := context.WithCancel(context.Background())
	progress := &steps{}
	t.batch.button.Disable()
	t.follow(ctx, progress, cancel)
	var made dossier.Made
	t.beside(func() error {
		printer, err := t.printer()
		if err != nil {
			return err
		}
		subject := func(ask papers.Request) (papers.Subject, error) {
			if err := ctx.Err(); err != nil {
				return papers.Subject{}, err
			}
			s, err := h.Desk.Subject(visit, ask, t.openField)
			progress.step(s, err)
			return s, err
		}
		made, err = dossier.Write(dir, printer, subject, options)
		return err
	}, func(err error) {
		cancel()
		t.batch.button.Enable()
		t.batch.bar.Hide()
		switch {
		case errors.Is(err, context.Canceled):
			h.Toast(h.Say("papers.dossier_stopped"), "", nil)
		case err != nil:
			h.Fail(err)
		default:
			t.tellDossier(dir, made)
		}
	})
}

func (t *tab) tellDossier(dir string, made dossier.Made) {
	h := t.host
	sentence := h.Say("papers.dossier_written", "Papers", len(made.Papers), "Pages", made.Pages, "Folder", filepath.Base(dir))
	if made.Earlier != "" {
		sentence = h.Say("papers.dossier_set_aside", "Papers", len(made.Papers), "Pages", made.Pages, "Folder", filepath.Base(dir), "Earlier", dossier.EarlierFolder)
	}
	h.Toast(sentence, h.Say("papers.open_folder"), func() { t.try(h.OpenFile(dir)) })
}

// steps counts the papers that were made. It is written beside the UI goroutine
// and read on it.
type steps struct{ done, all atomic.Int64 }

// step counts one subject. The first is that from which follows how many papers
// there will be.
func (p *steps) step(s papers.Subject, err error) {
	switch {
	case err != nil:
	case p.all.Load() == 0:
		p.all.Store(int64(len(dossier.Choose(s))))
	default:
		p.done.Add(1)
	}
}

// look is how often the bar asks how far the papers have come.
const look = 100 * time.Millisecond

// follow shows how far the papers have come, with a way to stop as long as no
// file is written.
func (t *tab) follow(ctx context.Context, progress *steps, stop func()) {
	h := t.host
	bar := kit.NewProgress("", h.Say("papers.dossier_stop"), stop)
	t.batch.bar.Objects = []fyne.CanvasObject{bar}
	t.batch.bar.Show()
	var again func()
	again = func() {
		done, all := progress.done.Load(), progress.all.Load()
		switch {
		case ctx.Err() != nil:
			return
		case all > 0 && done >= all:
			writing := kit.NewProgress("", "", nil)
			writing.Set(1, h.Say("papers.dossier_writing"))
			t.batch.bar.Objects = []fyne.CanvasObject{writing}
			t.batch.bar.Refresh()
			return
		}
		bar.Set(float32(done)/float32(max(all, 1)), h.Say("papers.dossier_making", "Done", done, "All", all))
		if h.Kit.Timer != nil {
			h.Kit.Timer(look, again)
		}
	}
	again()
}

// beside runs work beside changes, once those asked for before are kept.
func (t *tab) beside(work func() error, done func(error)) {
	t.host.Job(func() error { return nil }, func(error) {
		var err error
		t.host.Kit.Run(context.Background(), func(context.Context) { err = work() }, func() { done(err) })
	})
}
