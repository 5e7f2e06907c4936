package word

import (
	"archive/zip"
	"fmt"
	"io"
	"regexp"
	"time"

	"nhipcau/app/paper"
)

// Typeface is the name of the typeface that files ask for. Where it is not at hand, Liberation Serif has the same widths.
const typeface = "Times New Roman"

// The namespaces of the format.
const (
	mainSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/"
	drawingSpace  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	pictureSpace  = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	anchorSpace   = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	contentTypes  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// Write writes a document as a Word file. The same document, fonts and info make the same bytes. It returns ErrPageSetup, ErrMisplaced and
// ErrTooLarge of package paper for what Layout would refuse too, the error of a picture that cannot be read, and the errors of w; text of any kind is
// never an error.
func Write(w io.Writer, doc paper.Document, fonts *paper.Fonts, info paper.Info) error {
	f, err := newFile(doc, fonts, info)
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, p := range f.parts() {
		if err := addPart(out, p.name, p.data); err != nil {
			return err
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write Word file: %w", err)
	}
	return nil
}

// filePart is a file inside the file.
type filePart struct {
	name string
	data []byte
}

func addPart(out *zip.Writer, name string, data []byte) error {
	method := zip.Deflate
	if len(name) > 4 && name[len(name)-4:] == ".png" {
		method = zip.Store // packed already
	}
	// The time is that of no clock, so that the same paper makes the same bytes.
	part, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err == nil {
		_, err = part.Write(data)
	}
	if err != nil {
		return fmt.Errorf("write Word file: %w", err)
	}
	return nil
}

// file is a document read to the end.
type file struct {
	doc      paper.Document
	info     paper.Info
	galley   *paper.Galley
	items    []item
	last     *section // which the body ends with
	styles   *styles
	pictures pictures
	draft    framed // the mark of a draft
	reprint  framed // the line that says which print it is
}

func newFile(doc paper.Document, fonts *paper.Fonts, info paper.Info) (*file, error) {
	f := &file{doc: doc, info: info, galley: paper.NewGalley(doc, fonts)}
	if doc.Draft {
		f.draft = framed{paper.DraftMark, fonts.Width(paper.DraftMark, paper.Bold, draftSize)}
	}
	if note := f.galley.Plain(doc.Reprint); note != "" {
		f.reprint = framed{note, fonts.Width(note, paper.Italic, reprintSize)}
	}
	all := parts(doc)
	for i, p := range all {
		f.galley.Turn(p.section.page)
		page := p.section.page
		if page.TextWidth() < leastText || page.TextHeight() < leastText {
			return nil, paper.ErrPageSetup
		}
		body := flow{galley: f.galley, pictures: &f.pictures, place: inBody, width: page.TextWidth(), height: page.TextHeight()}
		if err := body.blocks(p.blocks); err != nil {
			return nil, err
		}
		body.after, body.space = 0, 0 // the page ends here
		body.close(false)
		if i == len(all)-1 {
			f.last = &p.section
		} else {
			body.items[len(body.items)-1].(*para).section = &p.section // close makes sure that it is one
		}
		f.items = append(f.items, body.items...)
	}
	headers := []item{headerNumber(), draftPara()}
	if f.reprint.width > 0 {
		headers = append(headers, reprintPara(f.reprint.text))
	}
	f.styles = newStyles(append(headers, f.items...), halfPoints(f.galley.Size()))
	return f, nil
}

func (f *file) parts() []filePart {
	list := []filePart{
		{"[Content_Types].xml", f.contentTypes()},
		{"_rels/.rels", relations(
			relation{"rId1", relationSpace + "/officeDocument", "word/document.xml"},
			relation{"rId2", packageSpace + "relationships/metadata/core-properties", "docProps/core.xml"},
			relation{"rId3", relationSpace + "/extended-properties", "docProps/app.xml"},
		)},
		{"docProps/core.xml", f.core()},
		{"docProps/app.xml", f.app()},
		{"word/document.xml", f.body()},
		{"word/_rels/document.xml.rels", f.relations()},
		{"word/styles.xml", f.styles.write(f.language())},
		{"word/settings.xml", settings()},
		{"word/fontTable.xml", fontTable()},
		{"word/" + numberedPart, writeHeader(f.styles, true, f.draft, f.reprint)},
		{"word/" + blankPart, writeHeader(f.styles, false, f.draft, f.reprint)},
	}
	for _, p := range f.pictures.list {
		list = append(list, filePart{"word/" + p.file(), p.data})
	}
	return list
}

// body writes the document itself.
func (f *file) body() []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("w:document", "xmlns:w", mainSpace, "xmlns:r", relationSpace, "xmlns:wp", anchorSpace)
	m.begin("w:body")
	writeItems(m, f.items, f.styles)
	f.last.write(m)
	m.end()
	m.end()
	return m.Bytes()
}

// leastText is the least width and height in millimetres that margins must leave, as for Layout.
const leastText = 20

// languageTag is what may be written into the file as a language (BCP 47).
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

func (f *file) language() string {
	if languageTag.MatchString(f.doc.Language) {
		return f.doc.Language
	}
	return ""
}
