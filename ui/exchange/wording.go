package exchange

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/google/uuid"

	"nhipcau/app/catalogue"
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/page"
)

// wording puts values of fields into words. Names holds those of the records
// that come with the bundle and are not here yet.
type wording struct {
	host  *page.Host
	names map[string]string
}

// value gives the words of a field's value; "" where there is none.
func (w wording) value(kind plan.Kind, field string, raw json.RawMessage) string {
	var v any
	d := json.NewDecoder(strings.NewReader(string(raw)))
	d.UseNumber()
	if len(raw) == 0 || d.Decode(&v) != nil {
		return ""
	}
	if field == "pos" && v != nil && v != "" {
		return w.host.Say("exchange.place_in_list")
	}
	var typ reflect.Type
	if decl, ok := plan.DeclarationOf(string(kind)); ok {
		if f, ok := decl.Field(field); ok {
			typ = f.Type
		}
	}
	return w.words(kind, field, typ, v)
}

// words goes down into a value; typ is nil where this version does not know it.
func (w wording) words(kind plan.Kind, path string, typ reflect.Type, v any) string {
	switch v := v.(type) {
	case string:
		return w.text(kind, path, typ, v)
	case bool:
		if v {
			return w.host.Say("exchange.yes")
		}
		return w.host.Say("exchange.no")
	case json.Number:
		if strings.Contains(path, "year") {
			return v.String()
		}
		return w.host.Words.Number(v.String())
	case []any:
		return w.list(kind, path, typ, v)
	case map[string]any:
		return w.members(kind, path, typ, v)
	default:
		return ""
	}
}

func (w wording) text(kind plan.Kind, path string, typ reflect.Type, s string) string {
	switch {
	case s == "":
		return ""
	case typ == reflect.TypeFor[civil.Date]():
		return vietnamese.FormatDate(civil.Date(s))
	case typ == reflect.TypeFor[civil.Clock]():
		return vietnamese.FormatClock(civil.Clock(s))
	case uuid.Validate(s) == nil:
		return w.name(s)
	case kind == plan.KindIndicator && strings.HasSuffix(path, "value"):
		return w.host.Words.Number(s)
	}
	if label, ok := term(w.host, kind, path); ok {
		return label(s, w.host.Words.Language())
	}
	return w.host.Words.Enum(kind, path, s)
}

// term finds the catalogue from which a field takes its codes.
func term(h *page.Host, kind plan.Kind, path string) (label func(code, lang string) string, ok bool) {
	c := h.Desk.Catalogue()
	if c == nil {
		return nil, false
	}
	label, ok = map[string]func(string, string) string{
		"visit.programme":         c.Programmes.Label,
		"visit.funding":           c.Programmes.Label,
		"objective.outcome":       c.OutcomeTypes.Label,
		"topic.category":          c.Topics.Label,
		"indicator.measure":       c.Measures.Label,
		"indicator.parts.measure": c.Measures.Label,
		"paper.paper_kind":        c.Papers.Label,
	}[string(kind)+"."+path]
	return label, ok
}

func (w wording) list(kind plan.Kind, path string, typ reflect.Type, list []any) string {
	var below reflect.Type
	separator := ", "
	if typ != nil && typ.Kind() == reflect.Slice {
		below = typ.Elem()
	}
	var out []string
	for _, v := range list {
		if _, deep := v.(map[string]any); deep {
			separator = "; "
		}
		if text := w.words(kind, path, below, v); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, separator)
}

// members writes a value of several parts. A span of days and a time of the
// programme have a form of their own; of others each part is named, unless there
// is only one.
func (w wording) members(kind plan.Kind, path string, typ reflect.Type, v map[string]any) string {
	switch typ {
	case reflect.TypeFor[plan.Period]():
		return vietnamese.DateRange(civil.Date(textOf(v["from"])), civil.Date(textOf(v["to"])))
	case reflect.TypeFor[plan.Slot]():
		return w.slot(v)
	}
	var labels, texts []string
	for _, name := range memberNames(typ, v) {
		text := w.words(kind, path+"."+name, memberType(typ, name), v[name])
		if text == "" {
			continue
		}
		labels = append(labels, w.member(kind, path, name))
		texts = append(texts, text)
	}
	if len(texts) == 1 {
		return texts[0]
	}
	for i := range texts {
		texts[i] = labels[i] + ": " + texts[i]
	}
	return strings.Join(texts, ", ")
}

// member is the label of a part of a field; one that is not known has its name.
func (w wording) member(kind plan.Kind, path, name string) string {
	whole := path + "." + name
	if label := w.host.Words.Field(kind, whole); label != whole {
		return label
	}
	return name
}

// slot is the day, the time and the length; the zone is the same all over the
// country.
func (w wording) slot(v map[string]any) string {
	var out []string
	if day := civil.Date(textOf(v["day"])); day != "" {
		out = append(out, vietnamese.FormatDate(day))
	}
	if start := civil.Clock(textOf(v["start"])); start != "" {
		out = append(out, vietnamese.FormatClock(start))
	}
	if n, ok := v["length"].(json.Number); ok {
		if minutes, err := strconv.Atoi(n.String()); err == nil && minutes > 0 {
			out = append(out, w.host.Say("exchange.minutes", "Count", minutes))
		}
	}
	return strings.Join(out, ", ")
}

// name gives the words of the record to which an id points.
func (w wording) name(id string) string {
	if place, ok := w.host.Desk.Locality(id, w.host.Today()); ok {
		return place.Running
	}
	if it, ok := w.host.Desk.Record(id); ok && it.Label != "" {
		return it.Label
	}
	return or(w.names[id], w.host.Say("exchange.not_here"))
}

// label names a record in the list of the review.
func (w wording) label(item desk.PreviewItem) string {
	c := w.host.Desk.Catalogue()
	if item.Kind == plan.KindIndicator && c != nil {
		return labelOf(c, item, w.host.Words.Language())
	}
	if item.Kind == plan.KindPaper && c != nil {
		return c.Papers.Label(item.Label(), w.host.Words.Language())
	}
	if item.Kind == plan.KindStop && item.Label() == "" {
		for _, f := range item.Fields() {
			if f.Name == "locality" {
				return w.value(item.Kind, f.Name, f.Theirs)
			}
		}
	}
	return or(item.Label(), w.host.Words.Kind(item.Kind))
}

// labelOf names a figure by its measure and, where it came along, its year.
func labelOf(c *catalogue.Catalogue, item desk.PreviewItem, lang string) string {
	label := c.Measures.Label(item.Label(), lang)
	for _, f := range item.Fields() {
		if f.Name == "year" && string(f.Theirs) != "null" && string(f.Theirs) != "0" {
			return label + ", " + string(f.Theirs)
		}
	}
	return label
}

// memberNames lists the members of a value in the order of its type, those that
// are not known after them.
func memberNames(typ reflect.Type, v map[string]any) []string {
	var out []string
	if typ != nil && typ.Kind() == reflect.Struct {
		for i := range typ.NumField() {
			if name := jsonName(typ.Field(i)); v[name] != nil {
				out = append(out, name)
			}
		}
	}
	var rest []string
	for name := range v {
		if !slices.Contains(out, name) {
			rest = append(rest, name)
		}
	}
	slices.Sort(rest)
	return append(out, rest...)
}

func memberType(typ reflect.Type, name string) reflect.Type {
	if typ == nil {
		return nil
	}
	if typ.Kind() == reflect.Map {
		return typ.Elem()
	}
	if typ.Kind() == reflect.Struct {
		for i := range typ.NumField() {
			if jsonName(typ.Field(i)) == name {
				return typ.Field(i).Type
			}
		}
	}
	return nil
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func textOf(v any) string {
	s, _ := v.(string)
	return s
}

// lower begins a word small within a sentence; abbreviations stay as they are.
func lower(word string) string {
	runes := []rune(word)
	if len(runes) == 0 || len(runes) > 1 && unicode.IsUpper(runes[1]) {
		return word
	}
	runes[0] = unicode.ToLower(runes[0])
	return string(runes)
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func itoa(n int) string { return strconv.Itoa(n) }
