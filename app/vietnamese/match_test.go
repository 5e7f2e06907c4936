package vietnamese_test

import (
	"testing"

	"nhipcau/app/vietnamese"

	"pgregory.net/rapid"
)

func TestMatch(t *testing.T) {
	const marks = 50 // what a match without diacritics loses
	tests := []struct {
		query, text string
		want        int
	}{
		{"dak glong", "Đắk Glong", vietnamese.ScoreWhole},
		{"dak glong", "Huyện Đăk Glong", vietnamese.ScoreWord},
		{"Đắk Glong", "Đắk Glong", vietnamese.ScoreWhole},
		{"Đắk Glong", "Đăk Glong", vietnamese.ScoreWhole - marks},
		{"hoà bình", "Hòa Bình", vietnamese.ScoreWhole},
		{"hoa b", "Hòa Bình", vietnamese.ScoreStart},
		{"giang nong", "Nông Long Giang", vietnamese.ScoreWords},
		{"Giang Nông", "Nông Long Giang", vietnamese.ScoreWords},
		{"quan", "Quảng Khê", vietnamese.ScoreStart},
		{"quản", "Quảng Khê", vietnamese.ScoreStart - marks},
		{"long", "Đắk Glong", vietnamese.ScoreInside},
		{"long", "Đắk Glong long", vietnamese.ScoreWord},
		{"rmang", "xã Đắk R’Măng", vietnamese.ScoreWord},
		{"thạch bình", "Thạch An", 0},
		{"cao", "Thạch An", 0},
		{"", "Thạch An", 0},
		{" - ", "Thạch An", 0},
		{"an", "", 0},
	}
	for _, test := range tests {
		if got := vietnamese.Match(test.query, test.text); got != test.want {
			t.Errorf("Match(%q, %q) = %d, want %d", test.query, test.text, got, test.want)
		}
	}
}

func TestQueryIsZero(t *testing.T) {
	if !vietnamese.NewQuery(" –\u0301").IsZero() || vietnamese.NewQuery("a").IsZero() {
		t.Error("IsZero is wrong")
	}
}

func TestMatchProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		query, text := texts().Draw(t, "query"), texts().Draw(t, "text")
		q := vietnamese.NewQuery(query)
		score := q.Match(text)
		if keys := q.MatchKeys(vietnamese.Fold(text), vietnamese.ToneKey(text)); keys != score {
			t.Fatalf("MatchKeys = %d, Match = %d", keys, score)
		}
		if score < 0 || score > vietnamese.ScoreWhole {
			t.Fatalf("score = %d", score)
		}
		if got := vietnamese.NewQuery(text).Match(text); vietnamese.Fold(text) != "" && got != vietnamese.ScoreWhole {
			t.Fatalf("%q matches itself with %d", text, got)
		}
		if bare := vietnamese.Match(vietnamese.Fold(query), text); score > 0 && bare == 0 {
			t.Fatalf("%q matches %q, but not without diacritics", query, text)
		}
	})
}
