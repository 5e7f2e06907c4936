package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"regexp"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Info is what a PDF says of itself beside the document's title and language.
type Info struct {
	Author  string
	Subject string
	Creator string // the program
	Created time.Time
}

// pdfFamily is the name that the pen knows the typeface by.
const pdfFamily = "serif"

// languageTag is what may be written into the file as a language (BCP 47).
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// WritePDF writes pages as a PDF file with embedded fonts, text that can be searched and copied in reading order, and bookmarks. The
// same pages and info make the same bytes, unless two pictures have the same width in dots: the pen takes those in any order. It returns
// the errors of the pen, of pictures and of w.
func WritePDF(w io.Writer, pages *Pages, info Info) error {
	p := pdf{Fpdf: fpdf.New("P", "mm", "A4", ""), pages: pages, depth: -1}
	p.describe(info)
	if err := p.embed(); err != nil {
		return err
	}
	for _, page := range pages.List {
		p.page(page)
	}
	if err := p.Output(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// pdf is the pen that draws display lists.
type pdf struct {
	*fpdf.Fpdf
	pages    *Pages
	pen      pen // the font and colour in force
	pictures int // drawn so far
	depth    int // of the last bookmark, the outermost being 0
}

func (p *pdf) describe(info Info) {
	clean := newCleaner(p.pages.fonts).line
	p.SetTitle(clean(p.pages.Title), true)
	p.SetAuthor(clean(info.Author), true)
	p.SetSubject(clean(info.Subject), true)
	p.SetCreator(clean(info.Creator), true)
	p.SetProducer("fpdf", true)
	p.SetCreationDate(info.Created)
	p.SetModificationDate(info.Created)
	p.SetCatalogSort(true)
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(0, 0, 0)
	p.SetLineCapStyle("butt")
	if languageTag.MatchString(p.pages.Language) {
		p.SetLang(p.pages.Language)
	}
}

// embed gives the pen the styles that the pages use.
func (p *pdf) embed() error {
	var used [4]map[rune]bool
	p.pages.characters(&used)
	for style := range Style(len(used)) {
		if used[style] != nil {
			p.AddUTF8FontFromBytes(pdfFamily, pdfStyle(style), p.pages.fonts.file(style))
		}
	}
	return p.Error()
}

func pdfStyle(s Style) string { return [...]string{"", "B", "I", "BI"}[s&BoldItalic] }

func (p *pdf) page(page Page) {
	p.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
	p.pen = pen{}
	for _, op := range page.Ops {
		p.draw(op)
	}
	// The pen takes all bookmarks from the top of a page as high as the last.
	last := p.pages.List[len(p.pages.List)-1].Height
	for _, b := range page.Bookmarks {
		p.depth = min(max(b.Level-1, 0), p.depth+1)
		p.Bookmark(b.Title, p.depth, b.Y+last-page.Height)
	}
}

func (p *pdf) draw(op Op) {
	switch op := op.(type) {
	case Text:
		p.text(op)
	case Line:
		p.stroke(op.Stroke, op.Ink)
		p.Line(op.X1, op.Y1, op.X2, op.Y2)
	case Rect:
		p.Rect(op.X, op.Y, op.W, op.H, p.outline(op.Stroke, op.Ink, op.Fill))
	case Polygon:
		points := make([]fpdf.PointType, len(op.Points))
		for i, q := range op.Points {
			points[i] = fpdf.PointType{X: q.X, Y: q.Y}
		}
		p.Fpdf.Polygon(points, p.outline(op.Stroke, op.Ink, op.Fill))
	case Picture:
		p.picture(op)
	}
}

// stroke sets the width and the colour of lines.
func (p *pdf) stroke(width float64, ink Ink) {
	p.SetLineWidth(width)
	p.SetDrawColor(int(ink.R), int(ink.G), int(ink.B))
}

// outline sets the lines and the inside of a shape and returns what the pen calls that.
func (p *pdf) outline(stroke float64, ink Ink, fill Fill) (style string) {
	if fill.On {
		p.SetFillColor(int(fill.Ink.R), int(fill.Ink.G), int(fill.Ink.B))
		style = "F"
	}
	if stroke > 0 {
		p.stroke(stroke, ink)
		style += "D"
	}
	if style == "" {
		return "n" // a path that is not painted
	}
	return style
}

// text draws a stretch of text word by word: the pen cannot stretch spaces of Unicode text, and every word at its own place stands
// exactly where the preview shows it. The space goes with the word before it, for those who copy the text.
func (p *pdf) text(t Text) {
	p.take(pen{style: t.Style, size: t.Size, ink: t.Ink})
	if t.Turned {
		p.TransformBegin()
		p.TransformRotate(180, t.X, t.Y)
		defer p.TransformEnd()
	}
	for x, rest := t.X, t.String; rest != ""; {
		word := rest
		if i := strings.IndexByte(rest, ' '); i >= 0 {
			word = rest[:i+1]
		}
		rest = rest[len(word):]
		p.Text(x, t.Y, word)
		x += p.pages.fonts.Width(word, t.Style, t.Size)
		if strings.HasSuffix(word, " ") {
			x += t.Gap
		}
	}
}

func (p *pdf) take(wanted pen) {
	if wanted == p.pen {
		return
	}
	p.SetFont(pdfFamily, pdfStyle(wanted.style), wanted.size)
	p.SetTextColor(int(wanted.ink.R), int(wanted.ink.G), int(wanted.ink.B))
	p.pen = wanted
}

// picture draws a JPEG file as it is; anything else goes as an 8-bit PNG, the only kind that the pen reads without exception.
func (p *pdf) picture(op Picture) {
	kind, data := "jpg", op.Data
	if !bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
		bounds := op.decoded.Bounds()
		plain := image.NewNRGBA(bounds)
		draw.Draw(plain, bounds, op.decoded, bounds.Min, draw.Src)
		var encoded bytes.Buffer
		if err := png.Encode(&encoded, plain); err != nil {
			p.SetError(fmt.Errorf("picture: %w", err))
			return
		}
		kind, data = "png", encoded.Bytes()
	}
	p.pictures++
	name, options := fmt.Sprint(p.pictures), fpdf.ImageOptions{ImageType: kind}
	p.RegisterImageOptionsReader(name, options, bytes.NewReader(data))
	p.ImageOptions(name, op.X, op.Y, op.W, op.H, false, options, 0, "")
}
