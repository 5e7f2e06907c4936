// Package printout makes files of papers: PDF to print, Word to go on writing,
// pictures to look at. The end of a file's name says which.
//
// It knows how a document is laid out and drawn; it must not know what stands on
// it, whose it is, or who asked for it.
package printout

import (
	"fmt"
	"image/png"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/app/paper"
	"nhipcau/app/paper/word"
)

// Creator names the program with its version, as files say who made them.
func Creator(version string) string { return "Nhịp Cầu " + version }

// PictureDPI is the resolution of pictures of pages, in dots per inch.
const PictureDPI = 150

// Printer makes files with one typeface. It is safe for concurrent use.
type Printer struct {
	Fonts *paper.Fonts
	Info  paper.Info
	// ChangedOnly leaves out pages on which nothing is marked as changed; it says
	// nothing to Word files.
	ChangedOnly bool
}

// Bundled is the choice of the typeface that comes with the program.
const Bundled = "bundled"

// Typeface gives the typeface that an office has chosen: Bundled, or anything
// else for the Times New Roman of the machine where that is complete.
func Typeface(choice string) (*paper.Fonts, error) {
	load := paper.MachineFonts
	if choice == Bundled {
		load = paper.LoadFonts
	}
	fonts, err := load()
	if err != nil {
		return nil, fault.New("fault.internal", err)
	}
	return fonts, nil
}

// Made is what was made of a document.
type Made struct {
	Files []string // more than one where pictures were made of several pages
	Pages int
	// Replaced are the characters that the typeface lacks.
	Replaced []rune
}

// Write makes the file that a name asks for. A name with another end than those
// of Formats is a fault, and nothing is written.
func (p Printer) Write(path string, doc paper.Document) (Made, error) {
	if p.writer(path) == nil {
		return Made{}, unknown(path)
	}
	pages, err := paper.Layout(doc, p.Fonts)
	if err != nil {
		return Made{}, fault.New("fault.internal", err)
	}
	return p.WritePages(path, doc, pages)
}

func unknown(path string) error {
	return fault.New("fault.paper_format", "File", filepath.Base(path), "Known", strings.Join(Formats(), ", "))
}

// WritePages is Write for a document that is laid out already, with the same typeface.
func (p Printer) WritePages(path string, doc paper.Document, pages *paper.Pages) (Made, error) {
	write := p.writer(path)
	if write == nil {
		return Made{}, unknown(path)
	}
	if p.ChangedOnly {
		if pages = pages.OnlyChanged(); len(pages.List) == 0 {
			return Made{}, fault.New("fault.paper_unchanged")
		}
	}
	made := Made{Pages: len(pages.List), Replaced: pages.Replaced}
	var err error
	made.Files, err = write(path, doc, pages)
	return made, err
}

// Formats lists the ends of names for which there is a format.
func Formats() []string { return []string{".pdf", ".docx", ".png"} }

// Makes says whether there is a format for the end of a name, as ".docx".
func Makes(extension string) bool { return slices.Contains(Formats(), extension) }

type writer func(path string, doc paper.Document, pages *paper.Pages) ([]string, error)

func (p Printer) writer(path string) writer {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf":
		return p.pdf
	case ".docx":
		return p.word
	case ".png":
		return p.pictures
	}
	return nil
}

func (p Printer) pdf(path string, _ paper.Document, pages *paper.Pages) ([]string, error) {
	return []string{path}, files.Write(path, func(w io.Writer) error { return paper.WritePDF(w, pages, p.Info) })
}

func (p Printer) word(path string, doc paper.Document, _ *paper.Pages) ([]string, error) {
	return []string{path}, files.Write(path, func(w io.Writer) error { return word.Write(w, doc, p.Fonts, p.Info) })
}

// pictures writes a picture of each page: FILE.png of the only one, else
// FILE-1.png and so on.
func (p Printer) pictures(path string, _ paper.Document, pages *paper.Pages) ([]string, error) {
	var made []string
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	for i := range pages.List {
		name := path
		if len(pages.List) > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, i+1, filepath.Ext(path))
		}
		picture, err := paper.Raster(pages, i, PictureDPI)
		if err != nil {
			return made, fault.New("fault.internal", err)
		}
		if err := files.Write(name, func(w io.Writer) error { return png.Encode(w, picture) }); err != nil {
			return made, err
		}
		made = append(made, name)
	}
	return made, nil
}
