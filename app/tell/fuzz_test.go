package tell_test

import (
	"encoding/json"
	"testing"

	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
	"nhipcau/app/words"
)

// FuzzValue: whatever stands in a field, there are words for it.
func FuzzValue(f *testing.F) {
	w, err := words.Load(words.Vietnamese)
	if err != nil {
		f.Fatal(err)
	}
	teller := tell.New(desktest.New(f), w)
	for _, seed := range []string{
		`null`, `""`, `"x"`, `-1`, `true`, `[]`, `{}`, `"2024-06-10"`, `"2024-13-99"`, `{"from":"2024-06-10","to":"x"}`,
		`{"day":"","start":"25:99","length":-5}`, `[{"attendee":"x"},{"text":"y"}]`, `["a",null,5]`, `[{"level":"x","name":5}]`, `{`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, decl := range plan.Declarations() {
			for _, field := range decl.Fields {
				teller.Value(decl.Kind, field.Name, raw)
			}
		}
		if words := teller.Value(plan.KindVisit, "title", raw); words == "" && json.Valid(raw) && len(raw) > 4 && raw[0] == '{' {
			t.Errorf("no words for %s", raw)
		}
	})
}
