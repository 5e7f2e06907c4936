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
	anchored      bool // to the top of the page, which it fills: in a line it would be too high for it
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
		anchored: f.place == inBody && d.Height+lineRoom > f.height,
		alt:      f.alternative(d), data: data.Bytes(),
	}
	f.pictures.list = append(f.pictures.list, made)
	p := spacer(tiny)
	p.role, p.picture = rolePicture, made
	if !made.anchored {
		if d.Changed {
			p.mark = bounded(changeGap/paper.MillimetresPerPoint, 0, mostSpace)
		}
		p.shape = shape{align: d.Align, left: twips(-paper.Bleed), right: twips(-paper.Bleed), line: single}
	}
	return p, nil
}

// lineRoom is what a line that holds a picture needs beside it, in millimetres.
const lineRoom = 1

// mostAlternative bounds what is read aloud of a picture, in bytes.
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
	p.place(m)
	m.put("wp:docPr", "id", number(p.number), "name", name, "descr", p.alt)
	m.put("wp:cNvGraphicFramePr")
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
	for range 6 { // pic:pic, graphicData, graphic, inline or anchor, drawing, run
		m.end()
	}
}

// place begins the element that says where the picture stands, up to its size.
func (p *picture) place(m *markup) {
	around := []string{"distT", "0", "distB", "0", "distL", "0", "distR", "0"}
	extent := []string{"cx", number(emu(p.width)), "cy", number(emu(p.height))}
	if !p.anchored {
		m.begin("wp:inline", around...)
		m.put("wp:extent", extent...)
		return
	}
	m.begin("wp:anchor", append(around, "simplePos", "0", "relativeHeight", "0", "behindDoc", "0", "locked", "0", "layoutInCell", "1",
		"allowOverlap", "1")...)
	m.put("wp:simplePos", "x", "0", "y", "0")
	bleed := number(-emu(paper.Bleed))
	for _, way := range [...]string{"wp:positionH", "wp:positionV"} {
		m.begin(way, "relativeFrom", "margin")
		m.leaf("wp:posOffset", bleed)
		m.end()
	}
	m.put("wp:extent", extent...)
	m.put("wp:wrapNone")
}
