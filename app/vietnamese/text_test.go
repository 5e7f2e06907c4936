package vietnamese_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"nhipcau/app/vietnamese"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// texts draws Vietnamese text mixed with what else gets into a field.
func texts() *rapid.Generator[string] {
	pieces := rapid.SampledFrom([]string{
		"Đắk", "Đăk", "Ðắk", "Glong", "R'Măng", "R’Măng", "hòa", "hoà", "Thủy", "thuỷ", "quý", "NGUYỄN", "Ừ", "ợ",
		" ", "  ", "\u00a0", "\n", "\r\n", "\t", "-", " – ", ",", "(", "\u200b", "\ufeff", "\u00ad", "\u0301",
		"\u0323", "\u0302", "\u031b", "34", "46,66%", "K' Tên", "é", "Å", "한국", "Σ", "\xff", "İ", "ß", "½", "\u0345",
	})
	return rapid.OneOf(
		rapid.Map(rapid.SliceOfN(pieces, 0, 12), func(s []string) string { return strings.Join(s, "") }),
		rapid.String(),
	)
}

func TestNormalize(t *testing.T) {
	tests := map[string]string{
		"":                                  "",
		"   ":                               "",
		"  Thạch   An ":                     "Thạch An",
		"Thạch\u00a0An":                     "Thạch An",
		norm.NFD.String("Nguyễn Văn Thông"): "Nguyễn Văn Thông",
		"Ðắk Glong, ðắk":                    "Đắk Glong, đắk",
		"Quảng\u200b Khê\ufeff":             "Quảng Khê",
		"a\u034f\u061cb":                    "ab",
		"a\u200d\u0301":                     "á",
		"dòng 1\r\ndòng 2":                  "dòng 1 dòng 2",
		"cột\t1":                            "cột 1",
		"chuông\u0007 reo":                  "chuông reo",
		"\u202eđảo ngược\u202c":             "đảo ngược",
		"tr\u00adêng":                       "tr\u00adêng",
		"hỏng\xff":                          "hỏng\ufffd",
		"năm 2021- 2025":                    "năm 2021- 2025",
		"Ngày 10/6/2024 \u2009–\u3000chiều ": "Ngày 10/6/2024 – chiều",
	}
	for in, want := range tests {
		if got := vietnamese.Normalize(in); got != want {
			t.Errorf("Normalize(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNormalizeText(t *testing.T) {
	tests := map[string]string{
		"":                       "",
		"\n\n":                   "",
		"một dòng  thôi ":        "một dòng thôi",
		"a  \r\n b\t\rc\u2028d":  "a\nb\nc\nd",
		"\n đầu\n\n\ncuối \n \n": "đầu\n\n\ncuối",
	}
	for in, want := range tests {
		if got := vietnamese.NormalizeText(in); got != want {
			t.Errorf("NormalizeText(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNormalizeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkNormalized(t, texts().Draw(t, "text")) })
}

func FuzzNormalize(f *testing.F) {
	f.Add("  Ðắk\u200b Glong\r\n")
	f.Add(norm.NFD.String("Nguyễn"))
	f.Fuzz(func(t *testing.T, text string) { checkNormalized(t, text) })
}

// fataler is what *testing.T and *rapid.T have in common.
type fataler interface {
	Fatalf(format string, args ...any)
}

func checkNormalized(t fataler, text string) {
	for name, normalize := range map[string]func(string) string{
		"Normalize": vietnamese.Normalize, "NormalizeText": vietnamese.NormalizeText,
	} {
		got := normalize(text)
		switch {
		case normalize(got) != got:
			t.Fatalf("%s is not idempotent: %q → %q → %q", name, text, got, normalize(got))
		case !utf8.ValidString(got) || !norm.NFC.IsNormalString(got):
			t.Fatalf("%s(%q) = %q is not NFC", name, text, got)
		case strings.Contains(got, "  ") || strings.TrimSpace(got) != got:
			t.Fatalf("%s(%q) = %q has needless spaces", name, text, got)
		case name == "Normalize" && strings.ContainsAny(got, "\r\n\t"):
			t.Fatalf("%s(%q) = %q has several lines", name, text, got)
		case vietnamese.Fold(got) != vietnamese.Fold(text):
			t.Fatalf("%s(%q) = %q changes the search key", name, text, got)
		}
	}
}
