package word_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/paper/word"
)

// node is an element of a written file.
type node struct {
	name string // with the usual prefix, such as "w:p"
	attr map[string]string
	kids []*node
	text string
}

// prefixes are the usual ones of the namespaces.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w:",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":       "r:",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":    "wp:",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                     "a:",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":                  "pic:",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "cp:",
	"http://purl.org/dc/elements/1.1/":                                          "dc:",
	"http://purl.org/dc/terms/":                                                 "dcterms:",
	"http://www.w3.org/2001/XMLSchema-instance":                                 "xsi:",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "",
	"http://schemas.openxmlformats.org/package/2006/content-types":              "",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "",
	"xml": "xml:", "": "",
}

func parse(t testing.TB, raw []byte) *node {
	t.Helper()
	decoder, root := xml.NewDecoder(bytes.NewReader(raw)), &node{}
	open := []*node{root}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return root.kids[0]
		}
		if err != nil {
			t.Fatalf("%v in %.400s", err, raw)
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			prefix, ok := prefixes[token.Name.Space]
			if !ok {
				t.Fatalf("namespace %q", token.Name.Space)
			}
			n := &node{name: prefix + token.Name.Local, attr: map[string]string{}}
			for _, a := range token.Attr {
				n.attr[prefixes[a.Name.Space]+a.Name.Local] = a.Value
			}
			last.kids, open = append(last.kids, n), append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(token)
		}
	}
}

// each calls do for an element and all inside it.
func (n *node) each(do func(*node)) {
	do(n)
	for _, k := range n.kids {
		k.each(do)
	}
}

// all returns the elements of a name.
func (n *node) all(name string) (list []*node) {
	n.each(func(k *node) {
		if k.name == name {
			list = append(list, k)
		}
	})
	return list
}

// value returns the value of an attribute of the first element of a name, "" if there is none.
func (n *node) value(name, attribute string) string {
	for _, k := range n.all(name) {
		return k.attr[attribute]
	}
	return ""
}

// words returns the text of an element as a reader sees it.
func (n *node) words() string {
	var b strings.Builder
	n.each(func(k *node) {
		switch k.name {
		case "w:t":
			b.WriteString(strings.ReplaceAll(k.text, "\uFEFF", ""))
		case "w:br":
			b.WriteByte('\n')
		case "w:noBreakHyphen":
			b.WriteByte('-')
		}
	})
	return b.String()
}

// write returns a Word file.
func write(t testing.TB, doc paper.Document) []byte {
	t.Helper()
	return writeWith(t, doc, info)
}

// unpack returns the parts of a Word file by name.
func unpack(t testing.TB, raw []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

// document returns the text part of a Word file of blocks.
func document(t testing.TB, blocks ...paper.Block) *node {
	t.Helper()
	doc := paper.Document{Title: "Thử", Language: "vi-VN", Page: paper.A4Portrait(), Blocks: blocks}
	return parse(t, unpack(t, write(t, doc))["word/document.xml"])
}

func writeWith(t testing.TB, doc paper.Document, about paper.Info) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := word.Write(&out, doc, loadFonts(t), about); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
