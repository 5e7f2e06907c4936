package official_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	. "nhipcau/app/paper/official"
)

// The rows of the table of domain notes §1.4.
func TestAuthorityLines(t *testing.T) {
	const body, head, deputy = "Ủy ban nhân dân", "Chủ tịch", "Phó Chủ tịch"
	for _, c := range []struct {
		name string
		a    Authority
		want string
	}{
		{"on behalf", Authority{Mode: OnBehalf, Body: body, Head: head}, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"},
		{"a deputy for the head of a body", Authority{Mode: ForHead, Body: body, Head: head, Signer: deputy}, "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"},
		{"a deputy for the head of an agency", Authority{Mode: ForHead, Head: "Trưởng phòng", Signer: "Phó Trưởng phòng"}, "KT. TRƯỞNG PHÒNG|PHÓ TRƯỞNG PHÒNG"},
		{"acting", Authority{Mode: Acting, Head: head}, "Q. CHỦ TỊCH"},
		{"acting for a body", Authority{Mode: Acting, Body: body, Head: head}, "TM. ỦY BAN NHÂN DÂN|Q. CHỦ TỊCH"},
		{"by order", Authority{Mode: ByOrder, Body: body, Head: head, Signer: "Chánh Văn phòng"}, "TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG"},
		{"authorised", Authority{Mode: Authorised, Head: head, Signer: "Trưởng phòng Kinh tế"}, "TUQ. CHỦ TỊCH|TRƯỞNG PHÒNG KINH TẾ"},
		{"the head of an agency", Authority{Head: "Trưởng phòng"}, "TRƯỞNG PHÒNG"},
		{"a Party committee", Authority{Mode: OnBehalf, Body: "Ban Thường vụ", Head: "Bí thư", Party: true}, "T/M BAN THƯỜNG VỤ|BÍ THƯ"},
		{"its deputy on its behalf", Authority{Mode: OnBehalf, Body: "Ban Thường vụ", Head: "Bí thư", Signer: "Phó Bí thư", Party: true}, "T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ"},
		{"its deputy for the head", Authority{Mode: ForHead, Body: "Đảng ủy", Head: "Bí thư", Signer: "Phó Bí thư", Party: true}, "T/M ĐẢNG ỦY|K/T BÍ THƯ|PHÓ BÍ THƯ"},
		{"by order of a committee", Authority{Mode: ByOrder, Body: "Ban Thường vụ", Signer: "Chánh Văn phòng", Party: true}, "T/L BAN THƯỜNG VỤ|CHÁNH VĂN PHÒNG"},
		{"spaces", Authority{Mode: OnBehalf, Body: "  Ủy ban  nhân dân ", Head: head}, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"},
		{"nothing known", Authority{Mode: ForHead}, ""},
	} {
		if got := strings.Join(c.a.Lines(), "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Whatever is given: at most three lines, none empty, all in capitals, and every mode is offered once.
func TestAuthorityLinesAreLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringN(0, 12, -1)
		a := Authority{
			Mode: rapid.SampledFrom(AuthorityModes()).Draw(t, "mode"), Party: rapid.Bool().Draw(t, "party"),
			Body: word.Draw(t, "body"), Head: word.Draw(t, "head"), Signer: word.Draw(t, "signer"),
		}
		lines := a.Lines()
		if len(lines) > 3 {
			t.Fatalf("%d lines", len(lines))
		}
		for _, line := range lines {
			if strings.TrimSpace(line) == "" || line != strings.ToUpper(line) {
				t.Fatalf("line %q", line)
			}
		}
	})
	modes := AuthorityModes()
	slices.Sort(modes)
	if len(slices.Compact(modes)) != 6 {
		t.Errorf("modes %v", modes)
	}
}
