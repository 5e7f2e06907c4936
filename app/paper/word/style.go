package word

import (
	"fmt"

	"nhipcau/app/paper"
)

// role is what a paragraph is for. Each has a style; roleHeading+n is that of level n+1.
type role uint8

const (
	roleOther role = iota
	roleBody
	roleCentred
	roleParts
	rolePartsCentred
	roleHead
	roleCell
	roleCellCentred
	roleRule
	roleSpace
	rolePicture
	roleNumber
	roleDraft
	roleReprint
	roleHeading
)

// headings is how many levels of headings Word knows.
const headings = 9

// named are the ids and names of styles. Word shows the names that it knows itself, such as "heading 1", in its own language; the others
// are the words of the decree on official documents and of offices.
var named = [...]struct{ id, name string }{
	roleOther:        {"Normal", "Normal"},
	roleBody:         {"NoiDung", "Nội dung văn bản"},
	roleCentred:      {"TenLoai", "Tên loại, trích yếu"},
	roleParts:        {"TheThuc", "Thể thức bên trái"},
	rolePartsCentred: {"TheThucGiua", "Thể thức giữa"},
	roleHead:         {"DauBang", "Đầu bảng"},
	roleCell:         {"ChuTrongBang", "Chữ trong bảng"},
	roleCellCentred:  {"ChuGiuaO", "Chữ giữa ô"},
	roleRule:         {"DuongKe", "Đường kẻ"},
	roleSpace:        {"KhoangCach", "Khoảng cách"},
	rolePicture:      {"HinhVe", "Hình vẽ"},
	roleNumber:       {"Header", "header"},
	roleDraft:        {"DuThao", "Dấu dự thảo"},
	roleReprint:      {"LanIn", "Dòng lần in"},
}

func (r role) id() string {
	if r >= roleHeading {
		return fmt.Sprintf("Heading%d", r-roleHeading+1)
	}
	return named[r].id
}

func (r role) name() string {
	if r >= roleHeading {
		return fmt.Sprintf("heading %d", r-roleHeading+1)
	}
	return named[r].name
}

func (f *flow) roleOf(p paper.Paragraph) role {
	centred := p.Align == paper.Center
	switch {
	case p.Outline > 0:
		return roleHeading + role(min(p.Outline, headings)-1)
	case f.place == inHead:
		return roleHead
	case f.place == inCell && centred:
		return roleCellCentred
	case f.place == inCell:
		return roleCell
	case f.place == inParts && centred:
		return rolePartsCentred
	case f.place == inParts:
		return roleParts
	case centred:
		return roleCentred
	case p.Align == paper.Justify:
		return roleBody
	}
	return roleOther
}

// style is what most paragraphs of a role look like.
type style struct {
	shape shape
	look  look
}

// styles are those of a document, by role.
type styles struct {
	list [roleHeading + headings]style
	used [roleHeading + headings]bool
}

// newStyles makes styles of what stands in a document whose type is of so many half points.
func newStyles(items []item, size int) *styles {
	plain := style{shape{line: single}, look{size: size}}
	var counts [roleHeading + headings]tally
	eachPara(items, func(p *para) {
		s := p.shape
		s.keepNext = s.keepTogether // what only stays with a certain neighbour is no matter of style
		counts[p.role].shapes.add(s)
		counts[p.role].looks.add(p.look())
	})
	s := &styles{}
	for r, t := range counts {
		s.list[r] = style{t.shapes.most(plain.shape), t.looks.most(plain.look)}
		s.used[r] = len(t.shapes.seen) > 0
	}
	s.list[roleOther], s.used[roleOther] = plain, true // the others build on it
	return s
}

func eachPara(items []item, do func(*para)) {
	for _, i := range items {
		switch i := i.(type) {
		case *para:
			do(i)
		case *table:
			for _, r := range i.rows {
				for _, c := range r.cells {
					eachPara(c.items, do)
				}
			}
		}
	}
}

// tally counts what the paragraphs of a role look like.
type tally struct {
	shapes counter[shape]
	looks  counter[look]
}

type counter[T comparable] struct {
	seen  []T
	times map[T]int
}

func (c *counter[T]) add(v T) {
	if c.times == nil {
		c.times = map[T]int{}
	}
	if c.times[v] == 0 {
		c.seen = append(c.seen, v)
	}
	c.times[v]++
}

// most returns what came most often, the first of several, or something else if nothing came.
func (c *counter[T]) most(otherwise T) T {
	best := 0
	for _, v := range c.seen {
		if c.times[v] > best {
			best, otherwise = c.times[v], v
		}
	}
	return otherwise
}

// write writes the part of the file that holds the styles.
func (s *styles) write(language string) []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("w:styles", "xmlns:w", mainSpace)
	m.begin("w:docDefaults")
	m.begin("w:rPrDefault")
	m.begin("w:rPr")
	m.put("w:rFonts", "w:ascii", typeface, "w:hAnsi", typeface, "w:eastAsia", typeface, "w:cs", typeface)
	size := number(s.list[roleOther].look.size)
	m.value("w:sz", size)
	m.value("w:szCs", size)
	if language != "" {
		m.put("w:lang", "w:val", language, "w:eastAsia", language, "w:bidi", language)
	}
	m.end()
	m.end()
	m.begin("w:pPrDefault")
	m.begin("w:pPr")
	m.put("w:widowControl")
	m.put("w:spacing", "w:before", "0", "w:after", "0", "w:line", number(single), "w:lineRule", "auto")
	m.end()
	m.end()
	m.end()
	for r, used := range s.used {
		if used {
			s.writeOne(m, role(r))
		}
	}
	m.end()
	return m.Bytes()
}

func (s *styles) writeOne(m *markup, r role) {
	plain, level := s.list[roleOther], ""
	attributes := []string{"w:type", "paragraph", "w:styleId", r.id()}
	switch {
	case r == roleOther:
		attributes = append(attributes, "w:default", "1")
	case r >= roleHeading:
		level = number(int(r - roleHeading))
	case r != roleNumber:
		attributes = append(attributes, "w:customStyle", "1")
	}
	m.begin("w:style", attributes...)
	m.value("w:name", r.name())
	if r != roleOther {
		m.value("w:basedOn", roleOther.id())
	}
	if r >= roleHeading {
		m.value("w:next", s.next().id())
	}
	m.put("w:qFormat")
	m.optional("w:pPr", func() { s.list[r].shape.write(m, plain.shape, level, 0) })
	m.optional("w:rPr", func() { s.list[r].look.write(m, plain.look) })
	m.end()
}

// next is the role of what is typed under a heading.
func (s *styles) next() role {
	if s.used[roleBody] {
		return roleBody
	}
	return roleOther
}
