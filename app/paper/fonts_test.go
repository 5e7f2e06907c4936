package paper

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"nhipcau/assets/fonts"
)

// letters returns đ and every vowel of Vietnamese with every tone: 73 letters of each case.
func letters() string {
	vowels := "a ă â e ê i o ô ơ u ư y"
	var b strings.Builder
	for _, v := range strings.Fields(vowels) {
		for _, tone := range []string{"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"} {
			b.WriteString(norm.NFC.String(v + tone))
		}
	}
	b.WriteString("đ")
	return b.String() + strings.ToUpper(b.String())
}

func TestEveryVietnameseLetterIsThere(t *testing.T) {
	fonts, all := loadFonts(t), letters()
	if n := len([]rune(all)); n != 146 {
		t.Fatalf("%d letters, want 146: 72 vowels and đ in two cases", n)
	}
	for _, r := range all + "“”‘’–—…•₫°²³½≥≤×→" + string(Replacement) {
		if !fonts.Has(r) {
			t.Errorf("no %c", r)
		}
	}
	for _, r := range "☐☑✓😀漢\u0000" {
		if fonts.Has(r) {
			t.Errorf("%U found", r)
		}
	}
}

// TestStackedMarksStayInTheLine would fail if the gap between lines went below the text: Ẩ and Ễ are taller than the ascent.
func TestStackedMarksStayInTheLine(t *testing.T) {
	fonts := loadFonts(t)
	for style, face := range fonts.faces {
		for _, r := range letters() {
			shape := face.outline(face.glyph(r).index)
			if above := int(-shape.top); above > face.above {
				t.Errorf("%s %c: %d units above the baseline, the line has %d", Style(style), r, above, face.above)
			}
			if below := int(shape.foot); below > face.below {
				t.Errorf("%s %c: %d units below the baseline, the line has %d", Style(style), r, below, face.below)
			}
		}
	}
}

func TestWidthsAreThoseOfTimesNewRoman(t *testing.T) {
	fonts := loadFonts(t)
	for _, c := range []struct {
		text  string
		style Style
		size  float64
		want  float64 // domain notes §1.1
	}{
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Bold, 12, 88.3},
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Bold, 13, 95.7},
		{"Độc lập - Tự do - Hạnh phúc", Bold, 13, 56.1},
		{"Độc lập - Tự do - Hạnh phúc", Bold, 14, 60.5},
		{"ỦY BAN NHÂN DÂN TỈNH CAO BẰNG", Regular, 12, 73.8},
		{"Thạch An, ngày 05 tháng 6 năm 2024", Italic, 14, 74.4},
		{"", BoldItalic, 14, 0},
	} {
		if got := fonts.Width(c.text, c.style, c.size); !near(got, c.want, 0.1) {
			t.Errorf("%q %s %g pt: %.2f mm, want %.1f", c.text, c.style, c.size, got, c.want)
		}
	}
}

func TestNewFontsRefusesWhatIsNoFont(t *testing.T) {
	family := fonts.Serif()
	family.Italic = []byte("not a font")
	if _, err := NewFonts(family); err == nil || !strings.Contains(err.Error(), "italic") {
		t.Errorf("error %v does not name the style", err)
	}
}
