package words_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"nhipcau/app/plan"
	"nhipcau/app/words"
	"nhipcau/assets/translations"
)

// sentence is one entry of an area: other alone, or both forms.
type sentence struct{ one, other string }

// area reads one file of the catalogue.
func area(t *testing.T, lang, name string) map[string]sentence {
	t.Helper()
	data, err := translations.Files.ReadFile(path.Join(lang, name))
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s/%s: %v", lang, name, err)
	}
	out := map[string]sentence{}
	for key, value := range raw {
		switch v := value.(type) {
		case string:
			out[key] = sentence{other: v}
		case map[string]any:
			one, _ := v["one"].(string)
			other, _ := v["other"].(string)
			if one == "" || other == "" || len(v) != 2 {
				t.Errorf("%s/%s: %s needs the forms one and other, and only these", lang, name, key)
			}
			out[key] = sentence{one, other}
		default:
			t.Errorf("%s/%s: %s is neither a sentence nor forms of one", lang, name, key)
		}
	}
	return out
}

// areas lists the files of a language.
func areas(t *testing.T, lang string) []string {
	t.Helper()
	entries, err := fs.ReadDir(translations.Files, lang)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

var placeholder = regexp.MustCompile(`{{\s*\.([A-Za-z]+)\s*}}`)

// placeholders lists the names of the values of a sentence.
func placeholders(text string) []string {
	names := map[string]bool{}
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names[m[1]] = true
	}
	return slices.Sorted(maps.Keys(names))
}

func TestLanguagesHaveTheSameKeysAndPlaceholders(t *testing.T) {
	if diff := cmp.Diff(areas(t, words.Vietnamese), areas(t, words.English)); diff != "" {
		t.Fatalf("areas (-vi +en):\n%s", diff)
	}
	for _, name := range areas(t, words.Vietnamese) {
		vi, en := area(t, words.Vietnamese, name), area(t, words.English, name)
		if diff := cmp.Diff(slices.Sorted(maps.Keys(vi)), slices.Sorted(maps.Keys(en))); diff != "" {
			t.Errorf("%s: keys (-vi +en):\n%s", name, diff)
		}
		for key, v := range vi {
			e := en[key]
			if (v.one == "") != (e.one == "") {
				t.Errorf("%s: %s has forms in one language only", name, key)
			}
			if diff := cmp.Diff(placeholders(v.other), placeholders(e.other)); diff != "" {
				t.Errorf("%s: values of %s (-vi +en):\n%s", name, key, diff)
			}
			if v.one != "" && !slices.Contains(placeholders(v.other), "Count") {
				t.Errorf("%s: %s has forms but does not say Count", name, key)
			}
		}
	}
}

func TestSentencesAreWellFormed(t *testing.T) {
	seen := map[string]string{}
	for _, lang := range words.Languages() {
		for _, name := range areas(t, lang) {
			for key, s := range area(t, lang, name) {
				if where, twice := seen[lang+key]; twice {
					t.Errorf("%s: %s stands in %s and %s", lang, key, where, name)
				}
				seen[lang+key] = name
				for _, text := range []string{s.one, s.other} {
					checkText(t, lang+"/"+name+": "+key, text)
				}
			}
		}
	}
}

func checkText(t *testing.T, where, text string) {
	t.Helper()
	if text != strings.TrimSpace(text) || strings.Contains(text, "  ") {
		t.Errorf("%s has stray spaces: %q", where, text)
	}
	if !norm.NFC.IsNormalString(text) {
		t.Errorf("%s is not NFC: %q", where, text)
	}
	if rest := placeholder.ReplaceAllString(text, ""); strings.ContainsAny(rest, "{}") {
		t.Errorf("%s has more than plain values: %q", where, text)
	}
}

func TestKindsHaveAllWords(t *testing.T) {
	for _, w := range all(t) {
		for _, d := range plan.Declarations() {
			for _, key := range []string{"kind.", "kinds.", "count."} {
				if !w.Has(key + string(d.Kind)) {
					t.Errorf("%s: no words for %s%s", w.Language(), key, d.Kind)
				}
			}
			typ := reflect.TypeOf(d.New()).Elem()
			for _, f := range d.Fields {
				checkField(t, w, d.Kind, f.Name, typ.FieldByIndex(f.Index))
			}
		}
	}
}

// checkField wants a label for a field and for all below it, and words for each
// value of a fixed list.
func checkField(t *testing.T, w *words.Words, k plan.Kind, name string, f reflect.StructField) {
	t.Helper()
	if key := "field." + string(k) + "." + name; !w.Has(key) {
		t.Errorf("%s: no words for %s", w.Language(), key)
	}
	if _, list, ok := strings.Cut(f.Tag.Get("validate"), "oneof="); ok {
		list, _, _ = strings.Cut(list, ",")
		for _, value := range strings.Fields(list) {
			if key := "enum." + string(k) + "." + name + "." + value; !w.Has(key) {
				t.Errorf("%s: no words for %s", w.Language(), key)
			}
		}
	}
	typ := f.Type
	for typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return
	}
	for i := range typ.NumField() {
		below := typ.Field(i)
		json, _, _ := strings.Cut(below.Tag.Get("json"), ",")
		checkField(t, w, k, name+"."+json, below)
	}
}

// all loads every language.
func all(t *testing.T) []*words.Words {
	t.Helper()
	var out []*words.Words
	for _, lang := range words.Languages() {
		w, err := words.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, w)
	}
	return out
}
