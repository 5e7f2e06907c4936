package vietnamese_test

import (
	"strings"
	"testing"
	"unicode"

	"nhipcau/app/vietnamese"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	tests := map[string]string{
		"":                                 "",
		" - ":                              "",
		"abc 12":                           "abc 12",
		"abc ":                             "abc",
		"abc  d":                           "abc d",
		"Đắk Glong":                        "dak glong",
		"Đăk Glong":                        "dak glong",
		"Ðắk Glong":                        "dak glong",
		"Đắk R'Măng":                       "dak rmang",
		"Đắk R’Măng":                       "dak rmang",
		"K' Tên":                           "k ten",
		"UBND huyện – Thạch An (CB)":       "ubnd huyen thach an cb",
		"giai đoạn 2021- 2025":             "giai doan 2021 2025",
		"46,66%":                           "46 66",
		"NGƯỜI ƯU TÚ ở ĐƯỜNG":              "nguoi uu tu o duong",
		"Ủy\u00a0ban\u200b nhân dân":       "uy ban nhan dan",
		"hỏng\xff!":                        "hong",
		norm.NFD.String("Triệu Thị Thiết"): "trieu thi thiet",
		"Nguyễn Văn\tThông\nTrịnh Anh ":    "nguyen van thong trinh anh",
	}
	for in, want := range tests {
		if got := vietnamese.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestToneKey(t *testing.T) {
	tests := map[string]string{
		"":             "",
		"hòa":          "hoa1",
		"hoà":          "hoa1",
		"thủy":         "thuy2",
		"mã":           "ma3",
		"qúy":          "quy4",
		"Thạch An":     "thach5 an",
		"Đắk R’Măng":   "đăk4 rmăng",
		"Ðắk, Glong":   "đăk4 glong",
		"số 12":        "sô4 12",
		"ừ-hử":         "ư1 hư2",
		"khắc phục...": "khăc4 phuc5",
	}
	for in, want := range tests {
		if got := vietnamese.ToneKey(in); got != want {
			t.Errorf("ToneKey(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestToneKeyTakesBothStyles(t *testing.T) {
	pairs := [][2]string{
		{"hòa", "hoà"}, {"thủy", "thuỷ"}, {"quý", "qúy"}, {"khỏe", "khoẻ"}, {"của", "cuả"}, {"Ủy ban", "Uỷ ban"},
	}
	for _, pair := range pairs {
		if a, b := vietnamese.ToneKey(pair[0]), vietnamese.ToneKey(pair[1]); a != b {
			t.Errorf("ToneKey(%q) = %q, but ToneKey(%q) = %q", pair[0], a, pair[1], b)
		}
	}
	if vietnamese.ToneKey("ma") == vietnamese.ToneKey("má") || vietnamese.ToneKey("Đắk") == vietnamese.ToneKey("Đăk") {
		t.Error("ToneKey loses a tone")
	}
}

// TestKeysOfEveryCharacter holds the tables against the definition, for all of
// Unicode.
func TestKeysOfEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r >= 0xD800 && r <= 0xDFFF {
			continue
		}
		checkKeys(t, string(r))
	}
}

func TestKeyProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkKeys(t, texts().Draw(t, "text")) })
}

func FuzzKeys(f *testing.F) {
	f.Add("Đắk R’Măng – 46,66%")
	f.Add(norm.NFD.String("Nguyễn Hữu Tấn"))
	f.Add("한국 İ\u0345\xff")
	f.Fuzz(func(t *testing.T, text string) { checkKeys(t, text) })
}

func checkKeys(t fataler, text string) {
	for name, makeKey := range map[string]func(string) string{
		"Fold": vietnamese.Fold, "ToneKey": vietnamese.ToneKey,
	} {
		key := makeKey(text)
		if again := makeKey(key); again != key {
			t.Fatalf("%s is not idempotent: %q → %q → %q", name, text, key, again)
		}
		for form, other := range map[string]string{
			"NFC": norm.NFC.String(text), "NFD": norm.NFD.String(text),
		} {
			if got := makeKey(other); got != key {
				t.Fatalf("%s(%q) = %q, but %q for its %s %q", name, text, key, got, form, other)
			}
		}
		if strings.Contains(key, "  ") || strings.Trim(key, " ") != key {
			t.Fatalf("%s(%q) = %q has needless spaces", name, text, key)
		}
		if strings.ToLower(key) != key {
			t.Fatalf("%s(%q) = %q has capitals", name, text, key)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	for name, text := range map[string]string{
		"folded": "hoi dong nhan dan huyen thach an tinh cao bang",
		"NFC":    "Hội đồng nhân dân huyện Thạch An, tỉnh Cao Bằng",
		"NFD":    norm.NFD.String("Hội đồng nhân dân huyện Thạch An, tỉnh Cao Bằng"),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				vietnamese.Fold(text)
			}
		})
	}
}

func BenchmarkToneKey(b *testing.B) {
	const text = "Hội đồng nhân dân huyện Thạch An, tỉnh Cao Bằng"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		vietnamese.ToneKey(text)
	}
}
