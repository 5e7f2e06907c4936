// Package tell puts the values of fields into words, as history and the review
// of an import show them: a date as it is written here, a choice by its word, a
// locality or an attendee by name instead of an id. It knows the desk, where
// the names stand, and the words; it must not know where they are shown.
package tell

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"time"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/app/words"
)

// Teller words values in one language.
type Teller struct {
	desk  *desk.Desk
	words *words.Words
}

// New makes a teller over what a desk holds.
func New(d *desk.Desk, w *words.Words) *Teller { return &Teller{desk: d, words: w} }

// Name gives the words by which a person knows a record: the name of a
// locality, else the label. A stop without a venue is known by its locality and
// days, anything else without a label by its kind. An id that leads nowhere, as
// one from a bundle that has not come yet, gives "…".
func (t *Teller) Name(id string) string {
	if id == "" {
		return ""
	}
	if p, ok := t.desk.Locality(id, ""); ok {
		return p.Running
	}
	item, ok := t.desk.Record(id)
	switch {
	case !ok:
		return unknown
	case item.Label == "":
		return t.nameless(item)
	case item.Kind == string(plan.KindPaper):
		return t.code(plan.KindPaper, "paper_kind", item.Label)
	case item.Kind == string(plan.KindIndicator):
		return t.code(plan.KindIndicator, "measure", item.Label)
	}
	return item.Label
}

func (t *Teller) nameless(item desk.Item) string {
	var parts []string
	if s, ok := desk.Get[*plan.Stop](t.desk, item.ID); ok {
		if p, ok := t.desk.Locality(s.Locality, s.When.From); ok {
			parts = append(parts, p.Running)
		}
		if days := vietnamese.DateRange(s.When.From, s.When.To); days != "" {
			parts = append(parts, days)
		}
	}
	if len(parts) == 0 {
		return t.words.Kind(plan.Kind(item.Kind))
	}
	return strings.Join(parts, ", ")
}

// unknown stands for what has no name here.
const unknown = "…"

// Value words the value of a field in json, empty where there is none. A field
// or kind that is not known, as one of a newer version, gives its text.
func (t *Teller) Value(kind plan.Kind, field string, raw json.RawMessage) string {
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	decl, ok := plan.DeclarationOf(string(kind))
	if !ok {
		return plainJSON(raw)
	}
	f, ok := decl.Field(field)
	if !ok {
		return plainJSON(raw)
	}
	v := reflect.New(f.Type)
	if json.Unmarshal(raw, v.Interface()) != nil {
		return plainJSON(raw)
	}
	return t.value(kind, f, v.Elem())
}

func plainJSON(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	return string(raw)
}

func (t *Teller) value(kind plan.Kind, f plan.Field, v reflect.Value) string {
	switch value := v.Interface().(type) {
	case civil.Date:
		return vietnamese.FormatDate(value)
	case plan.Period:
		return vietnamese.DateRange(value.From, value.To)
	case plan.Slot:
		return t.slot(value)
	case []plan.Speaker:
		return t.speakers(value)
	case []string:
		return t.list(f, value)
	}
	switch v.Kind() {
	case reflect.String:
		return t.text(kind, f, v.String())
	case reflect.Bool:
		return t.words.Say("tell." + strconv.FormatBool(v.Bool()))
	case reflect.Int, reflect.Int64:
		return t.number(f.Name, v.Int())
	default:
		return strings.Join(t.leaves(kind, f.Name, v), "; ")
	}
}

// number leaves years as they are.
func (t *Teller) number(name string, n int64) string {
	text := strconv.FormatInt(n, 10)
	if name == "year" || name == "year_to" {
		return text
	}
	return t.words.Number(text)
}

func (t *Teller) text(kind plan.Kind, f plan.Field, text string) string {
	switch {
	case f.Ref != "":
		return t.Name(text)
	case kind == plan.KindAttachment && f.Name == "of": // may be of any kind
		return t.Name(text)
	case f.Name == "printed":
		return moment(text)
	}
	return t.code(kind, f.Name, text)
}

// moment writes a moment as RFC 3339 has it by the clock of this machine.
func moment(text string) string {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return text
	}
	return Moment(at)
}

// Moment writes a moment by the clock of this machine: "07/06/2024 08:42"; a
// zero time is empty.
func Moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Local().Format("02/01/2006 15:04")
}

// code gives the word of a value that is one of the catalogue, or of a fixed
// list, else the text itself.
func (t *Teller) code(kind plan.Kind, field, text string) string {
	lang := t.words.Language()
	c := t.desk.Catalogue()
	if c != nil {
		switch string(kind) + "." + field {
		case "visit.programme", "visit.funding":
			if p, ok := c.Programme(text); ok {
				return p.Title(lang)
			}
		case "objective.outcome":
			return c.OutcomeTypes.Label(text, lang)
		case "topic.category":
			return c.Topics.Label(text, lang)
		case "paper.paper_kind":
			return c.Papers.Label(text, lang)
		case "indicator.measure":
			return c.Measures.Label(text, lang)
		}
	}
	return t.words.Enum(kind, field, text)
}

func (t *Teller) slot(s plan.Slot) string {
	var parts []string
	for _, part := range []string{vietnamese.FormatClock(s.Start), vietnamese.FormatDate(s.Day)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if s.Length > 0 {
		parts = append(parts, t.words.Say("tell.minutes", "Count", s.Length))
	}
	return strings.Join(parts, ", ")
}

func (t *Teller) speakers(list []plan.Speaker) string {
	names := make([]string, 0, len(list))
	for _, s := range list {
		if s.Attendee != "" {
			names = append(names, t.Name(s.Attendee))
		} else if s.Text != "" {
			names = append(names, s.Text)
		}
	}
	return strings.Join(names, ", ")
}

func (t *Teller) list(f plan.Field, list []string) string {
	if f.Ref == "" {
		return strings.Join(list, "; ")
	}
	names := make([]string, len(list))
	for i, id := range list {
		names[i] = t.Name(id)
	}
	return strings.Join(names, ", ")
}

// leaves words a value made of parts, such as the signer of a paper: the
// labels are left out, for the parts speak for themselves.
func (t *Teller) leaves(kind plan.Kind, path string, v reflect.Value) []string {
	var out []string
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			out = append(out, t.leaves(kind, path+"."+tag, v.Field(i))...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, t.leaves(kind, path, v.Index(i))...)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			out = append(out, key.String())
		}
	case reflect.String:
		out = t.leaf(kind, path, v)
	}
	return out
}

func (t *Teller) leaf(kind plan.Kind, path string, v reflect.Value) []string {
	text := v.String()
	switch {
	case text == "":
		return nil
	case strings.HasSuffix(path, ".parent"), strings.HasSuffix(path, ".from"), strings.HasSuffix(path, ".to"):
		text = t.Name(text)
	case strings.HasSuffix(path, ".measure"):
		text = t.code(plan.KindIndicator, "measure", text)
	case v.Type() == reflect.TypeFor[civil.Date]():
		text = vietnamese.FormatDate(civil.Date(text))
	case kind == plan.KindIndicator:
		text = t.words.Number(text)
	default:
		text = t.words.Enum(kind, path, text)
	}
	return []string{text}
}
