package worddiff_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/worddiff"
)

// shown writes the marks as brackets.
func shown(spans []worddiff.Span) string {
	var out strings.Builder
	for _, s := range spans {
		if s.Differs {
			out.WriteString("[" + strings.TrimSpace(s.Text) + "]")
		} else {
			out.WriteString(s.Text)
		}
	}
	return out.String()
}

func TestCompare(t *testing.T) {
	for _, tt := range []struct{ a, b, left, right string }{
		{"", "", "", ""},
		{"Học tập", "Học tập", "Học tập", "Học tập"},
		{"", "Học tập", "", "[Học tập]"},
		{
			"Học tập kinh nghiệm giảm nghèo bền vững", "Học tập kinh nghiệm làm công tác giảm nghèo",
			"Học tập kinh nghiệm giảm nghèo [bền vững]", "Học tập kinh nghiệm [làm công tác]giảm nghèo",
		},
		{"một hai ba", "ba hai một", "[một hai]ba", "ba [hai một]"},
		{"a\nb", "a b", "a\nb", "a b"}, // spaces alone differ in no word
	} {
		left, right := worddiff.Compare(tt.a, tt.b)
		if shown(left) != tt.left || shown(right) != tt.right {
			t.Errorf("%q, %q: %q, %q", tt.a, tt.b, shown(left), shown(right))
		}
	}
}

func TestSpansAreTheTexts(t *testing.T) {
	word := rapid.SampledFrom([]string{"nghèo ", "giảm ", "xã", " ", "\n", "ấp  ", "é"})
	text := rapid.Map(rapid.SliceOfN(word, 0, 30), func(s []string) string { return strings.Join(s, "") })
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		left, right := worddiff.Compare(a, b)
		for _, side := range []struct {
			text  string
			spans []worddiff.Span
		}{{a, left}, {b, right}} {
			whole := ""
			for i, s := range side.spans {
				whole += s.Text
				if s.Text == "" || i > 0 && s.Differs == side.spans[i-1].Differs {
					t.Fatalf("span %d of %q: %+v", i, side.text, side.spans)
				}
			}
			if whole != side.text {
				t.Fatalf("the spans of %q read %q", side.text, whole)
			}
		}
		if x, y := alike(left), alike(right); x != y {
			t.Fatalf("unmarked are %q and %q", x, y)
		}
	})
}

// alike gives the words that are not marked.
func alike(spans []worddiff.Span) string {
	var out []string
	for _, s := range spans {
		if !s.Differs {
			out = append(out, strings.Fields(s.Text)...)
		}
	}
	return strings.Join(out, " ")
}

func TestLongTextsAreMarkedAsAWhole(t *testing.T) {
	a := "đầu " + strings.Repeat("một hai ", 1500) + "cuối"
	b := "đầu " + strings.Repeat("ba bốn ", 1500) + "cuối"
	left, right := worddiff.Compare(a, b)
	if len(left) != 3 || len(right) != 3 || left[0].Differs || !left[1].Differs || left[2].Differs {
		t.Errorf("%d and %d spans", len(left), len(right))
	}
}
