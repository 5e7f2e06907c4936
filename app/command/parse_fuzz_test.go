package command

import (
	"testing"
	"time"

	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/words"
)

// FuzzAssign: whatever is typed as the value of a field, it is taken or refused
// with a sentence.
func FuzzAssign(f *testing.F) {
	w, err := words.Load(words.Vietnamese)
	if err != nil {
		f.Fatal(err)
	}
	p := parser{desk: desktest.New(f), languages: []*words.Words{w}, now: time.Date(2024, 6, 3, 8, 0, 0, 0, time.UTC)}
	for _, seed := range []string{
		"", " ", "x", "10/06/2024", "10/6/2024 13h30 45", "10/6 - 12/6/2024", "29/2/2023", "6/13/2024", "có", "1.200", "46,66", "a; b;;c",
		"huyện Thạch An, tỉnh Cao Bằng", `{"from":"2024-06-10"}`, `[1,"x"]`, `"`, "null", "13h60", "\x00\xff",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, decl := range plan.Declarations() {
			for _, field := range decl.Fields {
				err := p.assign(decl.New(), []string{field.Name + "=" + text})
				if err != nil && fault.KeyOf(err) == "" {
					t.Errorf("%s.%s: no sentence for %q: %v", decl.Kind, field.Name, text, err)
				}
			}
		}
	})
}
