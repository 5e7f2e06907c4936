package vietnamese_test

import (
	"strings"
	"testing"

	"nhipcau/app/vietnamese"
)

func TestFormatPhone(t *testing.T) {
	tests := []struct{ text, want string }{
		{"0912345679", "0912 345 679"},
		{"+84912345679", "+84 912 345 679"},
		{"+84 (0) 912.345.679", "+84 912 345 679"},
		{"0912.345.679", "0912 345 679"},
		{"(024) 3942-1234", "024 3942 1234"},
		{"02063852123", "0206 3852 123"},
		{"0912345679; 0988 777666 (Zalo)", "0912 345 679; 0988 777 666 (Zalo)"},
		{"+1 202 555 0100", "+1 202 555 0100"},
		{"0912 345", "0912 345"},
		{"19001234", "19001234"},
		{"000 111", "000 111"},
		{"", ""},
	}
	for _, tt := range tests {
		got := strings.ReplaceAll(vietnamese.FormatPhone(tt.text), "\u00a0", " ")
		if got != tt.want {
			t.Errorf("%q is written %q, want %q", tt.text, got, tt.want)
		}
	}
	if strings.Contains(vietnamese.FormatPhone("0912 345 679"), " ") {
		t.Error("a line may end within the number")
	}
}

func FuzzFormatPhone(f *testing.F) {
	for _, seed := range []string{"0912345679", "+84912345679", "(024) 3942-1234", "x +", "+(0", "\xff0912345679"} {
		f.Add(seed)
	}
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '1' && r <= '9' { // the 0 of "+84 (0)" goes
				return r
			}
			return -1
		}, s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := vietnamese.FormatPhone(text)
		if digits(once) != digits(text) {
			t.Errorf("%q lost digits: %q", text, once)
		}
		if twice := vietnamese.FormatPhone(once); twice != once {
			t.Errorf("%q changes again: %q", once, twice)
		}
	})
}
