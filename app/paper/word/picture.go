package word

import (
	"bytes"
	"image/png"
	"strings"

	"nhipcau/app/paper"
)

// pictureDPI makes a page of drawings some hundred kilobytes, and sharper than the eye on paper.
const pictureDPI = 240

// picture is a drawing as the file holds it.
type picture struct {
	number        int // from 1
	width, height float64
	alt           string
	data          []byte // a PNG file
}

// pictures are those of a file.
type pictures struct{ list []*picture }

// drawing makes a paragraph that holds a picture of a drawing.
func (f *flow) drawing(d paper.Drawing) (*para, error) {
	img, err := f.galley.Image(d, pictureDPI)
	if err != nil {
		return nil, err
	}
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		return nil, err
	}
	made := &picture{
		number: len(f.pictures.list) + 1, width: d.Width + 2*paper.Bleed, height: d.Height + 2*paper.Bleed,
		alt: f.alternative(d), data: data.Bytes(),
	}
	f.pictures.list = append(f.pictures.list, made)
	p := spacer(tiny)
	p.role, p.picture = rolePicture, made
	p.shape = shape{align: d.Align, line: single}
	return p, nil
}

// most of what is read aloud of a picture, in bytes.
const mostAlternative = 1000

// alternative is what is read aloud in place of a drawing: the text on it.
func (f *flow) alternative(d paper.Drawing) string {
	var texts []string
	for _, s := range d.Shapes {
		label, ok := s.(paper.Label)
		if !ok {
			continue
		}
		for _, p := range label.Paragraphs {
			var text strings.Builder
			for _, r := range p.Runs {
				text.WriteString(r.Text)
			}
			if plain := f.galley.Plain(text.String()); plain != "" {
				texts = append(texts, plain)
			}
		}
	}
	if len(texts) == 0 {
		return "Hình vẽ"
	}
	all := strings.Join(texts, "; ")
	if len(all) > mostAlternative {
		all = strings.ToValidUTF8(all[:mostAlternative], "") + "…"
	}
	return all
}

// id is the name by which the document knows the picture's file.
func (p *picture) id() string { return "rId" + number(100+p.number) }

func (p *picture) file() string { return "media/image" + number(p.number) + ".png" }

// write writes a run that holds the picture.
func (p *picture) write(m *markup) {
	width, height, name := number(emu(p.width)), number(emu(p.height)), "Hình "+number(p.number)
	m.begin("w:r")
	m.begin("w:drawing")
	m.begin("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	m.put("wp:extent", "cx", width, "cy", height)
	m.put("wp:docPr", "id", number(p.number), "name", name, "descr", p.alt)
	m.begin("a:graphic", "xmlns:a", drawingSpace)
	m.begin("a:graphicData", "uri", pictureSpace)
	m.begin("pic:pic", "xmlns:pic", pictureSpace)
	m.begin("pic:nvPicPr")
	m.put("pic:cNvPr", "id", number(p.number), "name", name, "descr", p.alt)
	m.put("pic:cNvPicPr")
	m.end()
	m.begin("pic:blipFill")
	m.put("a:blip", "r:embed", p.id())
	m.begin("a:stretch")
	m.put("a:fillRect")
	m.end()
	m.end()
	m.begin("pic:spPr")
	m.begin("a:xfrm")
	m.put("a:off", "x", "0", "y", "0")
	m.put("a:ext", "cx", width, "cy", height)
	m.end()
	m.begin("a:prstGeom", "prst", "rect")
	m.put("a:avLst")
	m.end()
	m.end()
	for range 6 { // pic:pic, graphicData, graphic, inline, drawing, run
		m.end()
	}
}
