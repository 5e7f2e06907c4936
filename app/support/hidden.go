package support

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// Hidden knows the words that must not leave: what somebody typed into a record,
// and the folder of the person who is logged in, whose name it mostly bears.
type Hidden struct{ words *strings.Replacer }

// In gives a text without the words.
func (h *Hidden) In(text string) string { return h.words.Replace(text) }

// instead stands where a word was.
const instead = "…"

// Hide gathers the words of a desk; it may be nil where the data can't be read.
// dir is the data folder.
func Hide(d *desk.Desk, dir string) *Hidden {
	found := map[string]string{}
	if d != nil {
		for _, text := range typed(d) {
			found[text] = instead
		}
	}
	if home, err := os.UserHomeDir(); err == nil && len(home) > 1 {
		found[home], found[filepath.ToSlash(home)] = "~", "~"
	}
	if len(dir) > 1 {
		found[dir] = "(data)"
	}
	for text, other := range found {
		if written := quoted(text); written != text {
			found[written] = other
		}
	}
	return &Hidden{strings.NewReplacer(longestFirst(found)...)}
}

// longestFirst gives pairs for a Replacer, which prefers what stands first: of a
// name and the name within it, the whole one goes.
func longestFirst(found map[string]string) []string {
	texts := make([]string, 0, len(found))
	for text := range found {
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	pairs := make([]string, 0, 2*len(texts))
	for _, text := range texts {
		pairs = append(pairs, text, found[text])
	}
	return pairs
}

// quoted gives a text as it stands within a string of JSON, as in the log.
func quoted(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return text
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(b.String()), `"`), `"`)
}

// typed lists all texts of all records that a person typed, those of the bin as
// well.
func typed(d *desk.Desk) []string {
	var out []string
	keep := func(text string) {
		if telling(text) {
			out = append(out, text)
		}
	}
	items := d.Bin()
	for _, decl := range plan.Declarations() {
		items = append(items, d.List(decl.Kind, "")...)
	}
	for _, it := range items {
		decl, ok := plan.DeclarationOf(it.Kind)
		if !ok {
			continue
		}
		record := decl.New()
		_ = json.Unmarshal(it.Data, record) // what fits is enough
		for _, f := range decl.Fields {
			if f.Ref == "" && f.Name != "pos" { // where a record stands among others is no word
				texts(decl.Value(record, f), keep)
			}
		}
	}
	keep(d.Author())
	return out
}

// texts gives the plain strings within a value. Those of a type of their own are
// dates, times and figures.
func texts(v reflect.Value, keep func(string)) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			keep(v.String())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			texts(v.Index(i), keep)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			texts(v.Field(i), keep)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), keep)
		}
	}
}

// telling says whether a text can be somebody's: codes such as "province", ids
// and what is too short to tell anything stay, or the log could not be read.
func telling(text string) bool {
	if utf8.RuneCountInString(text) < 4 || uuid.Validate(text) == nil {
		return false
	}
	digits := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == ' ' || r == '@' || unicode.IsUpper(r) || r > unicode.MaxASCII:
			return true
		}
	}
	return digits >= 6
}
