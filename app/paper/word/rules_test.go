package word_test

import (
	"archive/zip"
	"bytes"
	"path"
	"strconv"
	"strings"
	"testing"

	"nhipcau/app/paper"
)

// TestEveryPaperKeepsTheRules holds the Word file of every paper, as it is and as a draft and reprint, against the rules that Word demands
// beyond well-formed XML: a file that breaks one is opened with an offer to repair it, or not at all.
func TestEveryPaperKeepsTheRules(t *testing.T) {
	docs := everyPaper(t)
	for _, trial := range trials() {
		docs[trial.name] = trial.make(t)
	}
	for name, doc := range docs {
		t.Run(name, func(t *testing.T) {
			keepsRules(t, doc)
			doc.Draft, doc.Reprint = true, "Bản in lần 2"
			keepsRules(t, doc)
		})
	}
}

func keepsRules(t *testing.T, doc paper.Document) {
	t.Helper()
	raw := write(t, doc)
	r := rules{T: t, parts: unpack(t, raw), roots: map[string]*node{}}
	r.archive(raw)
	for name, data := range r.parts {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		r.roots[name] = parse(t, data)
		inOrder(t, name, r.roots[name])
		r.roots[name].each(func(n *node) { r.attributes(name, n) })
	}
	r.types()
	r.related()
	r.styled()
	r.body()
}

// rules are held against a file.
type rules struct {
	*testing.T
	parts map[string][]byte
	roots map[string]*node
}

// archive demands the list of types as the first part, and no name twice.
func (r *rules) archive(raw []byte) {
	r.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		r.Fatal(err)
	}
	if z.File[0].Name != "[Content_Types].xml" || len(z.File) != len(r.parts) {
		r.Errorf("%d entries of %d names, the first %s", len(z.File), len(r.parts), z.File[0].Name)
	}
	for _, f := range z.File {
		if strings.ContainsAny(f.Name, `\ `) || strings.HasPrefix(f.Name, "/") || strings.HasSuffix(f.Name, "/") {
			r.Errorf("an entry is named %q", f.Name)
		}
	}
}

// types demands one type for every part, and no type for what is not there.
func (r *rules) types() {
	r.Helper()
	declared, ends := map[string]bool{}, map[string]bool{}
	for _, k := range r.roots["[Content_Types].xml"].kids {
		key, set := k.attr["PartName"], declared
		if k.name == "Default" {
			key, set = k.attr["Extension"], ends
		} else if _, ok := r.parts[strings.TrimPrefix(key, "/")]; !ok {
			r.Errorf("a type for %s, which is not there", key)
		}
		if set[key] || k.attr["ContentType"] == "" {
			r.Errorf("%s %q: no type, or two", k.name, key)
		}
		set[key] = true
	}
	for name := range r.parts {
		if name != "[Content_Types].xml" && !declared["/"+name] && !ends[strings.TrimPrefix(path.Ext(name), ".")] {
			r.Errorf("%s has no type", name)
		}
		if strings.HasSuffix(name, ".xml") && name != "[Content_Types].xml" && !declared["/"+name] {
			r.Errorf("%s is but XML", name)
		}
	}
}

// related demands that every relation leads to a part, every part is led to, and every name of a relation is used and known.
func (r *rules) related() {
	r.Helper()
	led := map[string]bool{"[Content_Types].xml": true, "_rels/.rels": true, "word/_rels/document.xml.rels": true}
	used := map[string]bool{}
	for name, root := range r.roots {
		root.each(func(n *node) {
			for _, a := range []string{"r:id", "r:embed"} {
				if id := n.attr[a]; id != "" {
					used[id] = true
					if name != "word/document.xml" {
						r.Errorf("%s names the relation %s, but has none", name, id)
					}
				}
			}
		})
	}
	known := map[string]bool{}
	for from, folder := range map[string]string{"_rels/.rels": "", "word/_rels/document.xml.rels": "word/"} {
		ids := map[string]bool{}
		for _, k := range r.roots[from].kids {
			id, target := k.attr["Id"], folder+k.attr["Target"]
			if ids[id] || r.parts[target] == nil || led[target] {
				r.Errorf("%s: %s leads to %s: twice, or nowhere", from, id, target)
			}
			ids[id], led[target] = true, true
			if folder == "" {
				continue
			}
			known[id] = true
			if kind := path.Base(k.attr["Type"]); (kind == "header" || kind == "image") && !used[id] {
				r.Errorf("nothing uses %s, the %s %s", id, kind, target)
			}
		}
	}
	for id := range used {
		if !known[id] {
			r.Errorf("%s leads nowhere", id)
		}
	}
	for name := range r.parts {
		if !led[name] {
			r.Errorf("nothing leads to %s", name)
		}
	}
}

// styled demands that every style that is named is there, once, and that the text is Vietnamese.
func (r *rules) styled() {
	r.Helper()
	root := r.roots["word/styles.xml"]
	if l := root.value("w:lang", "w:val"); l != "vi-VN" {
		r.Errorf("language %q", l)
	}
	ids, names, standard := map[string]bool{}, map[string]bool{}, 0
	for _, s := range root.all("w:style") {
		id, name := s.attr["w:styleId"], strings.ToLower(s.value("w:name", "w:val"))
		if id == "" || name == "" || ids[id] || names[name] {
			r.Errorf("style %q named %q is there twice or has no name", id, name)
		}
		ids[id], names[name] = true, true
		if s.attr["w:default"] == "1" {
			standard++
		}
	}
	if standard != 1 {
		r.Errorf("%d styles are the default", standard)
	}
	for part, root := range r.roots {
		for _, name := range []string{"w:pStyle", "w:basedOn", "w:next"} {
			for _, s := range root.all(name) {
				if !ids[s.attr["w:val"]] {
					r.Errorf("%s: %s names no style: %q", part, name, s.attr["w:val"])
				}
			}
		}
		if len(root.all("w:numPr")) > 0 && r.parts["word/numbering.xml"] == nil {
			r.Errorf("%s: a list whose numbering is not there", part)
		}
	}
	if c := r.roots["word/settings.xml"].all("w:compatSetting"); len(c) != 1 || c[0].attr["w:name"] != "compatibilityMode" {
		r.Errorf("%d settings of compatibility", len(c))
	}
}

// body demands that tables are whole, drawings have numbers of their own, and sections the headers that they ask for.
func (r *rules) body() {
	r.Helper()
	root := r.roots["word/document.xml"]
	for _, table := range root.all("w:tbl") {
		r.table(table)
	}
	drawn := map[string]bool{}
	for _, d := range root.all("wp:docPr") {
		if id := d.attr["id"]; drawn[id] || id == "0" || d.attr["name"] == "" {
			r.Errorf("drawing %q is there twice or has no name", id)
		}
		drawn[d.attr["id"]] = true
	}
	for _, s := range root.all("w:sectPr") {
		heads := map[string]bool{}
		for _, h := range s.all("w:headerReference") {
			if heads[h.attr["w:type"]] {
				r.Errorf("a section has two headers of a type")
			}
			heads[h.attr["w:type"]] = true
		}
		if !heads["default"] || len(s.all("w:titlePg")) > 0 && !heads["first"] {
			r.Errorf("a section lacks a header: %v", heads)
		}
		if len(s.all("w:pgSz")) != 1 || len(s.all("w:pgMar")) != 1 {
			r.Error("a section without a sheet")
		}
	}
}

// table demands a grid whose columns every row fills exactly, in cells as wide as they.
func (r *rules) table(table *node) {
	r.Helper()
	var widths []int
	rows := 0
	for _, k := range table.kids {
		switch k.name {
		case "w:tblGrid":
			for _, c := range k.kids {
				widths = append(widths, r.number(c.attr["w:w"]))
			}
		case "w:tr":
			rows++
			r.row(k, widths)
		}
	}
	if rows == 0 || len(widths) == 0 {
		r.Errorf("a table of %d columns and %d rows", len(widths), rows)
	}
}

func (r *rules) row(row *node, widths []int) {
	r.Helper()
	at := 0
	for _, c := range row.kids {
		if c.name != "w:tc" {
			continue
		}
		properties, span := c.kids[0], 1
		for _, k := range properties.kids {
			if k.name == "w:gridSpan" {
				span = r.number(k.attr["w:val"])
			}
		}
		if at+span > len(widths) {
			r.Fatalf("a row of more than %d columns", len(widths))
		}
		width := 0
		for _, w := range widths[at : at+span] {
			width += w
		}
		if got := r.number(properties.value("w:tcW", "w:w")); got != width {
			r.Errorf("a cell of %d twips over columns of %d", got, width)
		}
		at += span
	}
	if at != len(widths) {
		r.Errorf("a row of %d columns in a table of %d", at, len(widths))
	}
}

func (r *rules) number(s string) int {
	r.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		r.Errorf("%q is no number", s)
	}
	return n
}

// attributes demands that an element has only attributes that the schema knows, with values that it allows.
func (r *rules) attributes(part string, n *node) {
	r.Helper()
	for name, value := range n.attr {
		if name == "xmlns" || !strings.Contains(name, ":") && strings.HasPrefix(value, "http://") && name != "Type" && name != "uri" {
			continue // a namespace
		}
		allowed, ok := allowances[n.name+" "+name]
		if !ok {
			r.Errorf("%s: nothing is known of %s=%q of %s", part, name, value, n.name)
			continue
		}
		if !allows(allowed, value) {
			r.Errorf("%s: %s=%q of %s, want %s", part, name, value, n.name, allowed)
		}
	}
}

// allows reports whether a value is one of words, a number in a range such as "0..96", six hexadecimal digits ("color") or any text ("*").
func allows(allowed, value string) bool {
	for _, word := range strings.Fields(allowed) {
		low, high, isRange := strings.Cut(word, "..")
		switch {
		case word == "*" && value != "":
			return true
		case word == "color" && len(value) == 6 && strings.Trim(value, "0123456789ABCDEF") == "":
			return true
		case isRange:
			n, err := strconv.Atoi(value)
			from, _ := strconv.Atoi(low)
			to, _ := strconv.Atoi(high)
			if err == nil && from <= n && n <= to {
				return true
			}
		case word == value:
			return true
		}
	}
	return false
}

// allowances are the attributes of elements (ECMA-376, part 1, annex A) and their values; lengths are no larger than Word takes.
var allowances = func() map[string]string {
	const (
		length = "0..31680"
		signed = "-31680..31680"
		emu    = "0..27273042316900"
		off    = "0"
	)
	list := map[string]string{
		"w:spacing w:before": length, "w:spacing w:after": length, "w:spacing w:line": "1..31680", "w:spacing w:lineRule": "auto exact atLeast",
		"w:ind w:left": signed, "w:ind w:right": signed, "w:ind w:firstLine": length, "w:ind w:hanging": length,
		"w:jc w:val": "left center right both", "w:outlineLvl w:val": "0..8",
		"w:keepNext w:val": off, "w:keepLines w:val": off,
		"w:b w:val": off, "w:bCs w:val": off, "w:i w:val": off, "w:iCs w:val": off,
		"w:sz w:val": "2..3276", "w:szCs w:val": "2..3276", "w:color w:val": "color",
		"w:pStyle w:val": "*", "w:basedOn w:val": "*", "w:next w:val": "*", "w:name w:val": "*",
		"w:style w:type": "paragraph", "w:style w:styleId": "*", "w:style w:default": "1", "w:style w:customStyle": "1",
		"w:framePr w:w": length, "w:framePr w:h": length, "w:framePr w:hRule": "exact atLeast auto", "w:framePr w:wrap": "around",
		"w:framePr w:vAnchor": "page", "w:framePr w:hAnchor": "margin", "w:framePr w:xAlign": "left right", "w:framePr w:y": length,
		"w:tblW w:w": length, "w:tblW w:type": "dxa", "w:tblInd w:w": signed, "w:tblInd w:type": "dxa", "w:tblLayout w:type": "fixed",
		"w:gridCol w:w": length, "w:tcW w:w": length, "w:tcW w:type": "dxa", "w:gridSpan w:val": "2..63", "w:vAlign w:val": "center",
		"w:trHeight w:val": length, "w:trHeight w:hRule": "atLeast",
		"w:shd w:val": "clear", "w:shd w:color": "auto", "w:shd w:fill": "color",
		"w:t space": "preserve", "w:fldSimple w:instr": "*",
		"w:headerReference w:type": "default first", "w:headerReference r:id": "*", "w:type w:val": "nextPage",
		"w:pgSz w:w": "1..31680", "w:pgSz w:h": "1..31680", "w:pgSz w:orient": "landscape",
		"w:pgNumType w:start": "0..32767", "w:cols w:space": length,
		"w:zoom w:percent": "10..500", "w:compatSetting w:name": "*", "w:compatSetting w:uri": "*", "w:compatSetting w:val": "14 15",
		"w:decimalSymbol w:val": "*", "w:listSeparator w:val": "*",
		"w:font w:name": "*", "w:altName w:val": "*", "w:family w:val": "roman", "w:pitch w:val": "variable",
		"w:lang w:val": "vi-VN", "w:lang w:eastAsia": "vi-VN", "w:lang w:bidi": "vi-VN",
		"wp:docPr id": "1..2147483647", "wp:docPr name": "*", "wp:docPr descr": "*",
		"pic:cNvPr id": "0..2147483647", "pic:cNvPr name": "*", "pic:cNvPr descr": "*",
		"wp:extent cx": emu, "wp:extent cy": emu, "a:ext cx": emu, "a:ext cy": emu, "a:off x": off, "a:off y": off,
		"wp:simplePos x": off, "wp:simplePos y": off, "a:graphicData uri": "*", "a:blip r:embed": "*", "a:prstGeom prst": "rect",
		"wp:positionH relativeFrom": "margin", "wp:positionV relativeFrom": "margin",
		"Default Extension": "*", "Default ContentType": "*", "Override PartName": "*", "Override ContentType": "*",
		"Relationship Id": "*", "Relationship Type": "*", "Relationship Target": "*",
		"dcterms:created xsi:type": "dcterms:W3CDTF", "dcterms:modified xsi:type": "dcterms:W3CDTF",
	}
	for _, side := range strings.Fields("top left bottom right insideH insideV") {
		for name, allowed := range map[string]string{"val": "single", "sz": "2..96", "space": "0..31", "color": "auto", "w": length, "type": "dxa"} {
			list["w:"+side+" w:"+name] = allowed
		}
	}
	for _, side := range strings.Fields("top left bottom right header footer gutter") {
		list["w:pgMar w:"+side] = length
	}
	for _, face := range strings.Fields("ascii hAnsi eastAsia cs") {
		list["w:rFonts w:"+face] = "*"
	}
	for _, name := range strings.Fields("distT distB distL distR simplePos relativeHeight behindDoc locked layoutInCell allowOverlap") {
		list["wp:inline "+name], list["wp:anchor "+name] = "0 1", "0 1"
	}
	return list
}()

// TestAllowances makes sure that values can break a rule.
func TestAllowances(t *testing.T) {
	for name, allowed := range map[string]string{"96": "2..96", "auto": "auto", "00FF00": "color", "x": "*"} {
		if !allows(allowed, name) {
			t.Errorf("%q is not %s", name, allowed)
		}
	}
	for name, allowed := range map[string]string{"97": "2..96", "-1": "0..31", "": "*", "00ff00": "color", "1": "0"} {
		if allows(allowed, name) {
			t.Errorf("%q is %s", name, allowed)
		}
	}
}
