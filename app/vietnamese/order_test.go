package vietnamese_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"nhipcau/app/vietnamese"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestCompareOrder(t *testing.T) {
	for _, want := range []string{
		"a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
		"ma mà mả mã má mạ mă mắ mâ",
		"Đắk_Glong Đăk_Mil", // the letters decide before the tone
		"dung dũng đá đung",
		"an An ân",
	} {
		words := strings.Fields(want)
		for i, word := range words {
			words[i] = strings.ReplaceAll(word, "_", " ")
		}
		got := slices.Clone(words)
		slices.Reverse(got)
		slices.SortFunc(got, vietnamese.Compare)
		if !slices.Equal(got, words) {
			t.Errorf("sorted = %v, want %v", got, words)
		}
	}
}

func TestCompareTakesNFDAsEqual(t *testing.T) {
	const name = "Nguyễn Hữu Tấn"
	if got := vietnamese.Compare(name, norm.NFD.String(name)); got != 0 {
		t.Errorf("NFC against NFD = %d", got)
	}
}

// vietnameseTexts draws composed and decomposed Vietnamese.
func vietnameseTexts() *rapid.Generator[string] {
	letter := rapid.SampledFrom([]rune("aàảãáạăắâấbcdđeéêghiílmnoôơớpqrstuưvxy AĂÂĐÊ'-1"))
	text := rapid.StringOfN(letter, 0, 8, -1)
	return rapid.OneOf(text, rapid.Map(text, norm.NFD.String))
}

func TestCompareIsStrictWeakOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := vietnameseTexts()
		checkOrder(t, vietnamese.Compare, draw.Draw(t, "a"), draw.Draw(t, "b"), draw.Draw(t, "c"))
	})
}

func TestCompareNamesIsStrictWeakOrder(t *testing.T) {
	names := rapid.Custom(func(t *rapid.T) vietnamese.Name {
		return vietnamese.NewName(vietnameseTexts().Draw(t, "full"), rapid.SampledFrom([]string{"", "An"}).Draw(t, "sort"))
	})
	rapid.Check(t, func(t *rapid.T) {
		checkOrder(t, vietnamese.CompareNames, names.Draw(t, "a"), names.Draw(t, "b"), names.Draw(t, "c"))
	})
}

func checkOrder[T any](t *rapid.T, compare func(a, b T) int, a, b, c T) {
	ab, bc, ac := compare(a, b), compare(b, c), compare(a, c)
	switch {
	case compare(a, a) != 0:
		t.Fatalf("%v is not equal to itself", a)
	case compare(b, a) != -ab:
		t.Fatalf("%v and %v: %d one way, %d the other", a, b, ab, compare(b, a))
	case ab <= 0 && bc <= 0 && ac > 0:
		t.Fatalf("%v ≤ %v ≤ %v, but the first is greater than the last", a, b, c)
	case ab == 0 && bc == 0 && ac != 0:
		t.Fatalf("%v = %v = %v, but the first is not the last", a, b, c)
	}
}

// TestCompareConcurrently is for the race detector, and fails without it too if
// goroutines share a collator's buffers.
func TestCompareConcurrently(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 500 {
				if vietnamese.Compare("Thiết", "Thông") >= 0 || vietnamese.Compare("mà", "mả") >= 0 {
					t.Error("wrong order")
					return
				}
			}
		})
	}
	group.Wait()
}
