package form

import (
	"encoding/json"
	"regexp"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

func TestEveryFieldHasAForm(t *testing.T) {
	for _, decl := range plan.Declarations() {
		forms := Of(string(decl.Kind))
		if len(forms) != len(decl.Fields) {
			t.Errorf("%s: %d forms, %d fields", decl.Kind, len(forms), len(decl.Fields))
		}
		for _, f := range decl.Fields {
			if forms[f.Name] == nil {
				t.Errorf("%s.%s has no form", decl.Kind, f.Name)
			}
		}
	}
	if Of("dragon") != nil || Of("visits") != nil {
		t.Error("a kind that is not known has forms")
	}
}

func TestFits(t *testing.T) {
	field := func(kind, name string) *Form { return Of(kind)[name] }
	const id = `"0196a7c2-0000-7000-8000-000000000010"`
	for name, tc := range map[string]struct {
		form *Form
		good []string
		bad  []string
	}{
		"text":    {field("visit", "title"), []string{`"x"`, `""`, `"a\"b"`, `null`}, []string{`1`, `true`, `{}`, `[]`, `["x"]`}},
		"flag":    {field("visit", "no_field_visit"), []string{`true`, `false`, `null`}, []string{`"true"`, `0`, `[]`}},
		"integer": {field("attendee", "count"), []string{`0`, `-5`, `9007199254740991`, `null`}, []string{`"5"`, `true`, `{}`}},
		"id":      {field("visit", "guest"), []string{id, `""`, `null`}, []string{`"x"`, `"0196A7C2-0000-7000-8000-000000000010"`, `5`}},
		"ids":     {field("visit", "hosts"), []string{`[]`, `[` + id + `]`, `[` + id + `,` + id + `]`, `null`, `[null]`}, []string{id, `["x"]`, `[` + id + `,5]`, `{}`}},
		"period": {
			field("visit", "when"),
			[]string{`{}`, `{"from":"2024-06-10","to":""}`, `{"from":"2024-06-10","later":[1,{"a":"]"}],"to":"2024-06-11"}`, `null`},
			[]string{`{"from":"10/06/2024"}`, `{"from":5}`, `[]`, `"2024-06-10"`, `{"x":{},"to":"2024-6-1"}`},
		},
		"slot":     {field("agenda_item", "when"), []string{`{"length":15,"start":"13:30"}`}, []string{`{"start":"24:00"}`, `{"start":"13:60"}`, `{"length":"15"}`}},
		"speakers": {field("agenda_item", "leads"), []string{`[{"attendee":` + id + `},{"text":"x"}]`}, []string{`["x"]`, `[{"attendee":"x"}]`}},
		"figure":   {field("indicator", "value"), []string{`"46.66"`, `"-1"`, `""`}, []string{`46`, `"46,66"`, `"."`, `"1."`, `"-"`, `"1.2.3"`, `"1e5"`}},
		"hash":     {field("attachment", "sha256"), []string{`""`}, []string{`"../x"`, `"AA"`}},
		"ranks":    {field("office", "rank_table"), []string{`{}`, `{"a":1,"b":2}`}, []string{`{"a":"1"}`, `[1]`}},
		"wording":  {field("office", "wording"), []string{`{"a":"1"}`}, []string{`{"a":1}`}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, value := range tc.good {
				if !tc.form.Fits([]byte(value)) {
					t.Errorf("%s does not fit", value)
				}
			}
			for _, value := range tc.bad {
				if tc.form.Fits([]byte(value)) {
					t.Errorf("%s fits", value)
				}
			}
		})
	}
}

// TestSpellingSaysWhatThePatternSays, for texts that nearly fit.
func TestSpellingSaysWhatThePatternSays(t *testing.T) {
	for _, f := range []*Form{
		Of("visit")["guest"], Of("indicator")["as_of"], Of("indicator")["value"], Of("attachment")["sha256"], Of("agenda_item")["when"].Members["start"],
	} {
		pattern := regexp.MustCompile(f.Pattern)
		near := rapid.StringMatching(f.Pattern)
		rapid.Check(t, func(t *rapid.T) {
			text := []byte(near.Draw(t, "text"))
			for range rapid.IntRange(0, 2).Draw(t, "changes") {
				at := rapid.IntRange(0, len(text)).Draw(t, "at")
				text = append(text[:at:at], append([]byte(rapid.StringMatching(`[0-9a-gA-Z.:é-]?`).Draw(t, "put")), text[min(len(text), at+rapid.IntRange(0, 1).Draw(t, "cut")):]...)...)
			}
			if got, want := f.spelt(text), pattern.Match(text); got != want {
				t.Fatalf("%s: %q spelt so: %v, pattern: %v", f.Name, text, got, want)
			}
		})
	}
}

// FuzzFits: whatever the value, no form goes beyond its end, and the answer
// follows from the type.
func FuzzFits(f *testing.F) {
	for _, seed := range []string{`"x"`, `{"from":"2024-06-10"}`, `[{"text":"\\\""}]`, `[[],{}]`, `-1`, `null`, `{"a":{"b":[1,"}"]}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		value, err := merge.Canonical(raw)
		if err != nil {
			return
		}
		var any any
		if err := json.Unmarshal(value, &any); err != nil {
			return // nested deeper than the library reads
		}
		_, text := any.(string)
		if got := Of("visit")["title"].Fits(value); got != (text || any == nil) {
			t.Errorf("%s is a text: %v", value, got)
		}
		for _, form := range Of("agenda_item") {
			w := walk{text: value}
			if w.fits(form) && w.at != len(value) {
				t.Errorf("%s: %s ends at %d", form.Name, value, w.at)
			}
		}
	})
}
