package papers

import (
	"fmt"
	"path/filepath"

	"nhipcau/app/desk"
	"nhipcau/app/paper"
	"nhipcau/app/printout"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/printing"
)

// fileName is a name without marks, for old programs that break them:
// CTr_ThachAn_DakGlong_20240610.pdf.
func (t *tab) fileName(extension string) string {
	v := t.shown.subject.View.Visit
	name := t.shown.entry.Abbreviation
	if name == "" {
		name = vietnamese.FileWord(t.shown.entry.Vi)
	}
	// The internal form must not go out in place of that for the guests.
	for _, v := range t.shown.entry.Variants {
		if v.Code == t.ask.Variant {
			name += "_" + vietnamese.FileWord(v.Vi)
		}
	}
	if whom := t.shown.subject.Whom(); whom != "" { // one sheet must not replace another's
		name += "_" + vietnamese.FileWord(whom)
	}
	name += "_" + vietnamese.FileWord(t.shown.subject.Guest.Name)
	for _, host := range t.shown.subject.Hosts {
		name += "_" + vietnamese.FileWord(host.Name)
	}
	if v.When.From.Valid() {
		name += "_" + fmt.Sprintf("%04d%02d%02d", v.When.From.Year(), v.When.From.Month(), v.When.From.Day())
	}
	return name + extension
}

func (t *tab) save(extension string) {
	t.form.Commit()
	t.host.SaveFile(t.fileName(extension), func(path string) {
		t.make(path, func() {
			t.host.Toast(t.host.Say("papers.saved", "File", filepath.Base(path)), t.host.Say("papers.open"), func() {
				t.try(t.host.OpenFile(path))
			})
		})
	})
}

// print opens the dialog for printing the paper as it stands now.
func (t *tab) print() {
	t.form.Commit()
	visit, ask, marked, page, title := t.visit, t.ask, t.marked, t.sheet.Page(), t.shown.entry.Label(t.host.Words.Language())
	var got shown
	var at desk.Moment
	t.host.Job(func() error {
		at = t.host.Desk.Moment()
		got = t.fetch(visit, ask, marked)
		return got.err
	}, func(err error) {
		if err != nil {
			t.host.Fail(err)
			return
		}
		printing.Show(t.host, printing.Job{Title: title, Pages: got.pages, Page: page}, func(sent []int) {
			if t.sent.whole(got.ask, at, sent, len(got.pages.List)) {
				t.marked = marking{}
				t.host.Job(func() error { return t.host.Desk.Printed(visit, at, got.ask) }, nil)
			}
		})
	})
}

func (t *tab) try(err error) {
	if err != nil {
		t.host.Fail(err)
	}
}

// make writes the paper as it stands now and goes on.
func (t *tab) make(path string, done func()) {
	visit, ask, marked := t.visit, t.ask, t.marked
	t.beside(func() error {
		got := t.fetch(visit, ask, marked)
		if got.err != nil {
			return got.err
		}
		printer, err := t.printer()
		if err != nil {
			return err
		}
		printer.ChangedOnly = got.partly
		_, err = printer.Write(path, got.doc)
		return err
	}, func(err error) {
		if err != nil {
			t.host.Fail(err)
			return
		}
		done()
	})
}

// printer makes files. It is called off the UI goroutine.
func (t *tab) printer() (printout.Printer, error) {
	fonts, err := t.fonts.of(t.typefaceChoice())
	info := paper.Info{Creator: printout.Creator(t.host.Machine.Version), Created: t.host.Desk.Now()}
	return printout.Printer{Fonts: fonts, Info: info}, err
}
