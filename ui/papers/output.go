package papers

import (
	"fmt"
	"path/filepath"

	"nhipcau/app/paper"
	"nhipcau/app/printout"
	"nhipcau/app/vietnamese"
)

// fileName is a name without marks, for old programs that break them:
// CTr_ThachAn_DakGlong_20240610.pdf.
func (t *tab) fileName(extension string) string {
	v := t.shown.subject.View.Visit
	name := t.shown.entry.Abbreviation
	if name == "" {
		name = compact(t.shown.entry.Vi)
	}
	name += "_" + compact(t.shown.subject.Guest.Name)
	for _, host := range t.shown.subject.Hosts {
		name += "_" + compact(host.Name)
	}
	if v.When.From.Valid() {
		name += "_" + fmt.Sprintf("%04d%02d%02d", v.When.From.Year(), v.When.From.Month(), v.When.From.Day())
	}
	return name + extension
}

func compact(name string) string {
	out := []rune{}
	upper := true
	for _, r := range vietnamese.Fold(name) {
		switch {
		case r == ' ':
			upper = true
		case upper && r >= 'a' && r <= 'z':
			out, upper = append(out, r-'a'+'A'), false
		default:
			out, upper = append(out, r), false
		}
	}
	return string(out)
}

func (t *tab) save(extension string) {
	t.form.Commit()
	t.host.SaveFile(t.fileName(extension), func(path string) {
		t.make(path, false, func() {
			t.host.Toast(t.host.Say("papers.saved", "File", filepath.Base(path)), t.host.Say("papers.open"), func() {
				t.try(t.host.OpenFile(path))
			})
		})
	})
}

// print writes the PDF into a file for passing on and hands it to the printer.
func (t *tab) print() {
	t.form.Commit()
	path, err := t.host.PassOn(t.fileName(".pdf"))
	if err != nil {
		t.host.Fail(err)
		return
	}
	t.make(path, true, func() {
		// The spooler may keep us waiting, so not on the UI goroutine.
		t.host.Job(func() error { return t.host.PrintFile(path) }, func(err error) {
			if err != nil {
				t.host.Fail(err)
				return
			}
			t.host.Toast(t.host.Say("papers.sent_to_printer"), "", nil)
		})
	})
}

func (t *tab) try(err error) {
	if err != nil {
		t.host.Fail(err)
	}
}

// make writes the paper as it stands now, notes where it goes to the printer, and
// goes on.
func (t *tab) make(path string, toPrinter bool, done func()) {
	visit, ask := t.visit, t.ask
	t.host.Job(func() error {
		got := t.fetch(visit, ask)
		if got.err != nil {
			return got.err
		}
		if _, err := t.printer().Write(path, got.doc); err != nil {
			return err
		}
		if !toPrinter {
			return nil
		}
		return t.host.Desk.Printed(visit, ask)
	}, func(err error) {
		if err != nil {
			t.host.Fail(err)
			return
		}
		done()
	})
}

// printer makes files; the typeface is there once a paper was laid out.
func (t *tab) printer() printout.Printer {
	info := paper.Info{Creator: "Nhịp Cầu " + t.host.Machine.Version, Created: t.host.Desk.Now()}
	return printout.Printer{Fonts: t.fonts, Info: info}
}
