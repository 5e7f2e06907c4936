package paper

import (
	"slices"
	"testing"
)

func TestClean(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		replaced       []rune
	}{
		{"plain", "Huyện Đắk Glong", "Huyện Đắk Glong", nil},
		{"marks of their own", "Hue\u0323\u0302n Tha\u0323ch", "Huện Thạch", nil},
		{"emoji", "Tặng hoa 💐 cho đoàn", "Tặng hoa □ cho đoàn", []rune{'💐'}},
		{"family of emoji", "👨\u200d👩\u200d👧", "□□□", []rune{'👧', '👨', '👩'}},
		{"selector", "☑\ufe0f xong", "☑ xong", nil},
		{"other script", "漢字", "□□", []rune{'字', '漢'}},
		{"line ends", "a\r\nb\rc\u2028d\ne", "a\nb\nc\nd\ne", nil},
		{"spaces", "a\tb\u2003c\u00a0d\u202fe", "a b c\u00a0d\u00a0e", nil},
		{"hyphens", "KT\u2011XH", "KT-XH", nil},
		{"invisible", "a\u200bb\u00adc\ufeffd\u202ee", "abcde", nil},
		{"control", "a\x00b\x1b", "a□b□", []rune{0, 0x1b}},
		{"broken bytes", "a\xffb", "a□b", []rune{'\ufffd'}},
	} {
		t.Run(c.name, func(t *testing.T) {
			cleaner := newCleaner(loadFonts(t))
			if got := cleaner.clean(c.in); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if got := cleaner.list(); !slices.Equal(got, c.replaced) {
				t.Errorf("replaced %U, want %U", got, c.replaced)
			}
		})
	}
}

func TestReplacedCharactersAreReported(t *testing.T) {
	pages := lay(t, text("Ghi chú 😀, 漢 và 😀 nữa"))
	if want := []rune{'漢', '😀'}; !slices.Equal(pages.Replaced, want) {
		t.Errorf("replaced %U, want %U", pages.Replaced, want)
	}
	if got, want := pages.Text(), "Ghi chú □, □ và □ nữa\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
