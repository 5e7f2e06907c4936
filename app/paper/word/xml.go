package word

import (
	"bytes"
	"strconv"
	"strings"
)

// markup writes XML. Names and attributes are our own and go out as they are; text is escaped.
type markup struct {
	bytes.Buffer
	open []string
}

const prolog = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// begin opens an element; attributes alternate between names and values.
func (m *markup) begin(name string, attributes ...string) {
	m.tag(name, attributes)
	m.WriteByte('>')
	m.open = append(m.open, name)
}

// end closes the innermost element.
func (m *markup) end() {
	last := len(m.open) - 1
	m.WriteString("</" + m.open[last] + ">")
	m.open = m.open[:last]
}

// optional writes an element that is left out if nothing goes into it.
func (m *markup) optional(name string, write func()) {
	before := m.Len()
	m.begin(name)
	empty := m.Len()
	write()
	if m.Len() == empty {
		m.Truncate(before)
		m.open = m.open[:len(m.open)-1]
		return
	}
	m.end()
}

// put writes an element without content.
func (m *markup) put(name string, attributes ...string) {
	m.tag(name, attributes)
	m.WriteString("/>")
}

// leaf writes an element that holds text.
func (m *markup) leaf(name, text string, attributes ...string) {
	m.tag(name, attributes)
	m.WriteString(">" + escaper.Replace(text) + "</" + name + ">")
}

func (m *markup) tag(name string, attributes []string) {
	m.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.WriteString(" " + attributes[i] + `="` + escaper.Replace(attributes[i+1]) + `"`)
	}
}

// value writes an element with w:val.
func (m *markup) value(name, value string) { m.put(name, "w:val", value) }

// flag writes a property that is on or off.
func (m *markup) flag(name string, on bool) {
	if on {
		m.put(name)
		return
	}
	m.value(name, "0")
}

// escaper makes text safe as content and as an attribute. What XML cannot hold at all, Galley has replaced.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;")

func number(n int) string { return strconv.Itoa(n) }
