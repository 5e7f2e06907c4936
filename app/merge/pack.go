package merge

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// Names of the members of the packed form.
const (
	memberID      = "id"
	memberKind    = "kind"
	memberSchema  = "schema"
	memberOffice  = "office"
	memberData    = "data" // the shown value of each field
	memberWrites  = "_w"   // the writes spoken of: dot, clock, author
	memberMarks   = "_m"   // which write a shown value is; absent: the first
	memberContext = "_c"   // contexts that are more than the one dot of their value
	memberOthers  = "_alt" // the other values of a field
)

// Pack writes a record in the form that it has in storage and in bundles.
// Equal records pack to equal bytes: members in a fixed order, fields sorted by
// name, writes by clock, replica and counter, so that the write that made the
// record, which most fields still have, comes first and needs no mention.
//
// It returns a *Fault that is ErrMalformed, ErrValue or ErrNumber for a record
// that could not be read back; With and Unpack make none such of good values.
func Pack(r *Record) ([]byte, error) { return AppendPack(nil, r) }

// AppendPack appends the packed form to dst, which it returns as it was if
// there is an error; see Pack.
func AppendPack(dst []byte, r *Record) ([]byte, error) {
	p := packer{record: r, start: len(dst), out: dst, fields: sortedFields(r)}
	p.writes = collectWrites(p.fields)
	if err := p.check(); err != nil {
		return dst, err
	}
	p.head()
	p.data()
	p.listWrites()
	p.section(memberMarks, p.mark)
	p.section(memberContext, p.context)
	p.section(memberOthers, p.others)
	p.extra()
	p.out = append(p.out, '}')
	if err := p.verify(); err != nil {
		return dst, err
	}
	return p.out, nil
}

// namedField is a field that was written, with its name.
type namedField struct {
	name string
	Field
}

// packer appends one record to out, member by member.
type packer struct {
	record *Record
	start  int // of the record in out
	out    []byte
	fields []namedField // by name
	writes []Stamp      // in order, each once
	values []span       // where values of unproven form were copied to
}

// span is the place of a value in out, and its member.
type span struct {
	start, end int
	member     string
}

func sortedFields(r *Record) []namedField {
	fields := make([]namedField, 0, len(r.Fields))
	for name, field := range r.Fields {
		if !field.blank() {
			fields = append(fields, namedField{name, field})
		}
	}
	slices.SortFunc(fields, func(a, b namedField) int { return strings.Compare(a.name, b.name) })
	return fields
}

func collectWrites(fields []namedField) []Stamp {
	var writes []Stamp
	for _, field := range fields {
		for _, v := range field.Values {
			if len(writes) == 0 || writes[len(writes)-1] != v.Stamp {
				writes = append(writes, v.Stamp)
			}
		}
	}
	if len(writes) < 2 {
		return writes
	}
	slices.SortFunc(writes, compareStamps)
	return slices.Compact(writes)
}

func (p *packer) fault(member, detail string, reason Error) error {
	return &Fault{ID: p.record.ID, Member: member, Detail: detail, Err: reason}
}

func (p *packer) head() {
	p.out = append(p.out, `{"id":`...)
	p.out = appendText(p.out, p.record.ID)
	p.out = append(p.out, `,"kind":`...)
	p.out = appendText(p.out, p.record.Kind)
	p.out = append(p.out, `,"schema":`...)
	p.out = strconv.AppendInt(p.out, int64(p.record.Schema), 10)
	p.out = append(p.out, `,"office":`...)
	p.out = appendText(p.out, p.record.Office)
}

func (p *packer) data() {
	p.out = append(p.out, `,"data":{`...)
	i := 0
	for _, field := range p.fields {
		if len(field.Values) == 0 {
			continue
		}
		p.out = appendName(p.out, i, field.name)
		p.value(field.Values[0].JSON, field.name)
		i++
	}
	p.out = append(p.out, '}')
}

// value copies a value and notes where to.
func (p *packer) value(raw []byte, member string) {
	start := len(p.out)
	p.out = append(p.out, raw...)
	p.values = append(p.values, span{start, len(p.out), member})
}

func (p *packer) listWrites() {
	p.out = append(p.out, `,"_w":[`...)
	for i, w := range p.writes {
		if i > 0 {
			p.out = append(p.out, ',')
		}
		p.out = append(p.out, `["`...)
		p.out = append(p.out, w.Dot.Replica...)
		p.out = append(p.out, ':')
		p.out = strconv.AppendUint(p.out, w.Dot.N, 10)
		p.out = append(p.out, `","`...)
		p.out = append(p.out, w.Clock...)
		p.out = append(p.out, `",`...)
		p.out = appendText(p.out, w.Author)
		p.out = append(p.out, ']')
	}
	p.out = append(p.out, ']')
}

// section writes a member that says something of some fields. What add writes
// for a field is nothing if the usual is so; a section without fields is left out.
func (p *packer) section(member string, add func(field namedField, i int) bool) {
	before := len(p.out)
	p.out = append(p.out, `,"`...)
	p.out = append(p.out, member...)
	p.out = append(p.out, `":{`...)
	i := 0
	for _, field := range p.fields {
		if add(field, i) {
			i++
		}
	}
	if i == 0 {
		p.out = p.out[:before]
		return
	}
	p.out = append(p.out, '}')
}

func (p *packer) mark(field namedField, i int) bool {
	if len(field.Values) == 0 || len(p.writes) == 1 {
		return false
	}
	w := p.write(field.Values[0].Stamp)
	if w == 0 {
		return false
	}
	p.out = appendName(p.out, i, field.name)
	p.out = strconv.AppendInt(p.out, int64(w), 10)
	return true
}

func (p *packer) write(s Stamp) int {
	i, _ := slices.BinarySearchFunc(p.writes, s, compareStamps)
	return i
}

func (p *packer) context(field namedField, i int) bool {
	if field.Context == nil && len(field.Values) == 1 {
		return false
	}
	p.out = appendName(p.out, i, field.name)
	p.out = appendContext(p.out, field.Seen())
	return true
}

func (p *packer) others(field namedField, i int) bool {
	if len(field.Values) < 2 {
		return false
	}
	p.out = appendName(p.out, i, field.name)
	p.out = append(p.out, '[')
	for i, v := range field.Values[1:] {
		if i > 0 {
			p.out = append(p.out, ',')
		}
		p.out = append(p.out, `{"w":`...)
		p.out = strconv.AppendInt(p.out, int64(p.write(v.Stamp)), 10)
		p.out = append(p.out, `,"x":`...)
		p.value(v.JSON, memberOthers+"."+field.name)
		p.out = append(p.out, '}')
	}
	p.out = append(p.out, ']')
	return true
}

func (p *packer) extra() {
	for _, name := range slices.Sorted(maps.Keys(p.record.Extra)) {
		p.out = appendName(p.out, 1, name)
		p.value(p.record.Extra[name], name)
	}
}

// appendText appends a string, which check has found to be UTF-8.
func appendText(dst []byte, text string) []byte {
	quoted, _ := jsontext.AppendQuote(dst, text)
	return quoted
}

// appendName appends the name of the i-th member of an object.
func appendName(dst []byte, i int, name string) []byte {
	if i > 0 {
		dst = append(dst, ',')
	}
	return append(appendText(dst, name), ':')
}

func appendContext(dst []byte, context Context) []byte {
	dst = append(dst, '{')
	for i, replica := range slices.Sorted(maps.Keys(context)) {
		dst = appendName(dst, i, string(replica))
		dst = strconv.AppendUint(dst, context[replica], 10)
	}
	return append(dst, '}')
}
