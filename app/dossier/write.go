package dossier

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"nhipcau/app/fault"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/printout"
	"nhipcau/app/vietnamese"
)

// Options say what a dossier holds.
type Options struct {
	// WithoutInternal leaves out papers that are marked as internal; the others
	// keep the numbers that they have among all.
	WithoutInternal bool
}

// Made is what was written.
type Made struct {
	Whole    string   // the file of all papers
	Files    []string // the files of single papers
	Papers   []papers.Request
	Pages    int    // of the whole
	Replaced []rune // characters that the typeface lacks
	Earlier  string // the folder into which an earlier dossier was moved, "" if there was none
}

// laid is a paper on its pages.
type laid struct {
	Paper
	doc   paper.Document
	pages *paper.Pages
}

// Write makes the dossier of a visit in a folder, which is made if need be. Files
// of an earlier dossier are set aside into a folder within it; subject gives what
// a paper is made of.
func Write(dir string, printer printout.Printer, subject func(papers.Request) (papers.Subject, error), options Options) (Made, error) {
	base, err := subject(papers.Request{Kind: plan.PaperProgramme})
	if err != nil {
		return Made{}, err
	}
	list, err := layOut(base, printer.Fonts, subject, options)
	if err != nil {
		return Made{}, err
	}
	whole, err := join(base, printer.Fonts, list)
	if err != nil {
		return Made{}, err
	}
	if err := paper.Prepare(append(pagesOf(list), whole)...); err != nil {
		return Made{}, fault.New("fault.internal", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Made{}, fault.New("fault.file_unwritable", "File", dir, err)
	}
	made := Made{Whole: filepath.Join(dir, wholeName(base)), Pages: len(whole.List), Replaced: whole.Replaced}
	if made.Earlier, err = setAside(dir, base); err != nil {
		return made, err
	}
	for _, p := range list {
		made.Papers = append(made.Papers, p.Request)
	}
	// The whole is the largest file and therefore comes first.
	written, err := writeAll(append([]job{{path: made.Whole, pages: whole}}, jobs(dir, list)...), printer)
	made.Files = slices.DeleteFunc(written, func(path string) bool { return path == made.Whole })
	return made, err
}

// job is a file to be written.
type job struct {
	path  string
	doc   paper.Document // for Word files
	pages *paper.Pages
}

// jobs are the files of single papers.
func jobs(dir string, list []laid) []job {
	var out []job
	for _, p := range list {
		for _, extension := range p.formats() {
			out = append(out, job{filepath.Join(dir, p.name()+extension), p.doc, p.pages})
		}
	}
	return out
}

// writeAll writes files, several at a time. It gives those that were written, in
// order, and the first error.
func writeAll(jobs []job, printer printout.Printer) ([]string, error) {
	made := make([]string, len(jobs))
	err := together(len(jobs), func(i int) error {
		_, err := printer.WritePages(jobs[i].path, jobs[i].doc, jobs[i].pages)
		if err == nil {
			made[i] = jobs[i].path
		}
		return err
	})
	return slices.DeleteFunc(made, func(path string) bool { return path == "" }), err
}

// workers is how many things are done at a time. They are more than there are
// cores, as whoever writes a file waits for the disk in between.
const workers = 6

// together does n things, several at a time, all of them whatever becomes of the
// others, and gives the first error in their order.
func together(n int, do func(i int) error) error {
	errs := make([]error, n)
	next := make(chan int)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range next {
				errs[i] = do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// formats are the ends of the files of a paper.
func (p laid) formats() []string {
	if p.Kind.NoWord || !slices.Contains(printout.Formats(), ".docx") {
		return []string{".pdf"}
	}
	return []string{".pdf", ".docx"}
}

func layOut(base papers.Subject, fonts *paper.Fonts, subject func(papers.Request) (papers.Subject, error), options Options) ([]laid, error) {
	var out []laid
	for _, p := range Choose(base) {
		if p.Internal && options.WithoutInternal {
			continue
		}
		s, err := subject(p.Request)
		if err != nil {
			return nil, err
		}
		out = append(out, laid{Paper: p, doc: p.Kind.Make(s)})
	}
	err := together(len(out), func(i int) (err error) {
		one := &out[i]
		if one.pages, err = paper.Layout(one.doc, fonts); err != nil {
			return fault.New("fault.internal", fmt.Errorf("%s: %w", one.Title, err))
		}
		return nil
	})
	return out, err
}

func pagesOf(list []laid) []*paper.Pages {
	var out []*paper.Pages
	for _, p := range list {
		out = append(out, p.pages)
	}
	return out
}

// join puts cover and contents before the papers. The contents are laid out
// twice: how many pages they take moves everything that they name.
func join(base papers.Subject, fonts *paper.Fonts, list []laid) (*paper.Pages, error) {
	lines := make([]listed, len(list))
	for i, p := range list {
		lines[i] = listed{number: p.number, title: p.Title, pages: len(p.pages.List)}
	}
	cover, err := paper.Layout(front(base, lines), fonts)
	if err != nil {
		return nil, fault.New("fault.internal", err)
	}
	page := len(cover.List) + 1
	for i := range lines {
		lines[i].first = page
		page += lines[i].pages
	}
	if cover, err = paper.Layout(front(base, lines), fonts); err != nil {
		return nil, fault.New("fault.internal", err)
	}
	parts := []paper.Part{{Title: "Bìa, mục lục", Pages: cover}}
	for _, p := range list {
		part := paper.Part{Title: p.Title, Pages: p.pages}
		if !p.Kind.NoWord { // cards are cut out of their sheets
			part.Folio = folio
		}
		parts = append(parts, part)
	}
	whole, err := paper.Join(cover.Title, "vi-VN", parts...)
	if err != nil {
		return nil, fault.New("fault.internal", err)
	}
	return whole, nil
}

// folio stands before the number that a sheet has in the file of all papers, for
// the numbers of the papers begin anew with each.
const folio = "HS-"

// wholeName is the name of the file of all papers: "00_HoSo_ThachAn_20240610.pdf".
func wholeName(s papers.Subject) string {
	name := "00_" + wholeWord
	if word := vietnamese.FileWord(s.Guest.Name); word != "" {
		name += "_" + word
	}
	if day := s.View.Visit.When.From; day.Valid() {
		name += "_" + strings.ReplaceAll(string(day), "-", "")
	}
	return name + ".pdf"
}
