package precedence

import (
	"strings"
	"testing"
)

func TestCompileRefuses(t *testing.T) {
	sound := func() Rules {
		return Rules{
			Version: "1", Bases: map[Level]int{Province: 100, District: 300, Commune: 500},
			Posts: []Post{{Code: "secretary", Patterns: []string{"Bí thư"}}},
		}
	}
	if _, err := Compile(sound()); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		change func(*Rules)
		want   string
	}{
		"no base":    {func(r *Rules) { delete(r.Bases, District) }, "district has no base"},
		"no code":    {func(r *Rules) { r.Posts[0].Code = "" }, "no code"},
		"twice":      {func(r *Rules) { r.Posts = append(r.Posts, r.Posts[0]) }, "stands twice"},
		"negative":   {func(r *Rules) { r.Posts[0].Rank = -1 }, "negative"},
		"no pattern": {func(r *Rules) { r.Posts[0].Patterns = nil }, "no pattern"},
		"no words":   {func(r *Rules) { r.Posts[0].Patterns = []string{" - "} }, "no words"},
		"no short":   {func(r *Rules) { r.Abbreviations = []Abbreviation{{"^", "Trưởng phòng"}} }, "no words"},
		"ignore":     {func(r *Rules) { r.Ignore = []string{""} }, "words to ignore"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			rules := sound()
			test.change(&rules)
			_, err := Compile(rules)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestWithLeavesTheRules(t *testing.T) {
	rules := Rules{Posts: []Post{{Code: "secretary", Patterns: []string{"Bí thư"}}}}
	once := rules.With(map[string]int{"Bí thư": 7, "Thư ký": 8})
	again := once.With(map[string]int{"Bí thư": 9})
	if len(rules.Posts) != 1 || len(once.Posts) != 3 || len(again.Posts) != 3 {
		t.Errorf("%d, %d, %d posts", len(rules.Posts), len(once.Posts), len(again.Posts))
	}
	if got := again.Posts[2].Rank; got != 9 {
		t.Errorf("rank %d, want the later 9", got)
	}
}

func TestTableStaysWhenRulesChange(t *testing.T) {
	rules := Rules{
		Bases: map[Level]int{Province: 100, District: 300, Commune: 500},
		Posts: []Post{{Code: "secretary", Patterns: []string{"Bí thư"}}},
	}
	table, err := Compile(rules)
	if err != nil {
		t.Fatal(err)
	}
	rules.Posts[0].Rank, rules.Bases[Commune] = 1, 1
	if got := Rank([]string{"Bí thư"}, Commune, table).Ranks()[0]; got != 500 {
		t.Errorf("rank %d, want 500", got)
	}
}
