package vietnamese_test

import (
	"strings"
	"testing"

	"nhipcau/app/vietnamese"

	"pgregory.net/rapid"
)

func TestFileWord(t *testing.T) {
	for name, want := range map[string]string{
		"Thạch An": "ThachAn", "Đắk Glong": "DakGlong", "Quận 1": "Quan1", "Bà Rịa - Vũng Tàu": "BaRiaVungTau",
		"": "", "…": "", strings.Repeat("Dài ", 20): strings.Repeat("Dai", 13) + "D",
	} {
		if got := vietnamese.FileWord(name); got != want {
			t.Errorf("FileWord(%q) = %q, want %q", name, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range vietnamese.FileWord(rapid.String().Draw(t, "name")) {
			if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
				t.Fatalf("%q is in the name of a file", r)
			}
		}
	})
}
