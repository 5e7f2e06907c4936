package papers

import (
	"slices"
	"strings"
	"testing"

	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

func TestLinesOfAnAuthority(t *testing.T) {
	for _, c := range []struct {
		a     plan.Authority
		party bool
		want  string
	}{
		{plan.Authority{Mode: "on_behalf", Body: "Ủy ban nhân dân", Post: "Chủ tịch", Head: "of another mode"}, false, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"},
		{plan.Authority{Mode: "for_head", Body: "Ủy ban nhân dân", Head: "Chủ tịch", Post: "Phó Chủ tịch"}, false, "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"},
		{plan.Authority{Mode: "for_head", Head: "Chủ tịch", Post: "Phó Chủ tịch"}, false, "KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"},
		{plan.Authority{Mode: "by_order", Body: "of another mode", Head: "Chủ tịch", Post: "Chánh Văn phòng"}, false, "TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG"},
		{plan.Authority{Mode: "authorised", Head: "Chủ tịch", Post: "Trưởng phòng Kinh tế"}, false, "TUQ. CHỦ TỊCH|TRƯỞNG PHÒNG KINH TẾ"},
		{plan.Authority{Mode: "acting", Body: "Ủy ban nhân dân", Post: "Chủ tịch"}, false, "TM. ỦY BAN NHÂN DÂN|Q. CHỦ TỊCH"},
		{plan.Authority{Mode: "head", Post: "Trưởng phòng"}, false, "TRƯỞNG PHÒNG"},
		{plan.Authority{Mode: "on_behalf", Body: "Ban Thường vụ", Post: "Phó Bí thư"}, true, "T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ"},
		{plan.Authority{Mode: "by_order", Head: "Ban Thường vụ", Post: "Chánh Văn phòng"}, true, "T/L BAN THƯỜNG VỤ|CHÁNH VĂN PHÒNG"},
		{plan.Authority{Post: "typed by hand"}, false, ""},
	} {
		if got := strings.Join(AuthorityLines(c.a, c.party), "|"); got != c.want {
			t.Errorf("%+v prints %q, not %q", c.a, got, c.want)
		}
	}
}

func TestEveryModeOfThePapersCanBeKept(t *testing.T) {
	for _, mode := range AuthorityModes() {
		o := &plan.Office{Name: "VP", Signers: []plan.Signer{{Authority: plan.Authority{Mode: mode, Post: "Chủ tịch"}}}}
		if issues := plan.NewValidator().Check(o); len(issues) > 0 {
			t.Errorf("%s: %v", mode, issues)
		}
		if AuthorityLines(o.Signers[0].Authority, false) == nil {
			t.Errorf("%s prints nothing", mode)
		}
	}
}

func TestSignersAreRemadeForTheKindOfOffice(t *testing.T) {
	typed := plan.Signer{Lines: []string{"TRƯỞNG BAN"}, Name: "Đại biểu 01"}
	made := plan.Signer{Lines: []string{"old"}, Authority: plan.Authority{Mode: "by_order", Head: "Thường trực", Post: "Chánh Văn phòng"}}
	before := []plan.Signer{typed, made}
	got := RemadeSigners(before, true)
	if !SameSigner(got[0], typed) || got[1].Lines[0] != "T/L THƯỜNG TRỰC" {
		t.Errorf("remade %+v", got)
	}
	if before[1].Lines[0] != "old" {
		t.Error("the list of the office itself was changed")
	}
}

func TestASignerIsFoundByWords(t *testing.T) {
	list := []plan.Signer{
		{Name: "Đại biểu 01", Lines: []string{"CHỦ TỊCH"}},
		{Name: "Đại biểu 011", Lines: []string{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}},
	}
	for words, want := range map[string]string{
		"chanh van phong": "Đại biểu 011", "Đại biểu 01": "Đại biểu 01", "dai bieu 01": "Đại biểu 01", "chu tich": "", "": "", "không có": "",
	} {
		got, ok := FindSigner(list, words)
		if got.Name != want || ok != (want != "") {
			t.Errorf("%q finds %+v, %v", words, got, ok)
		}
	}
}

// What was typed as lines before there were authorities is printed as ever, and
// a name alone keeps the lines of the office.
func TestWhoSignsAPaper(t *testing.T) {
	office := plan.Signer{Name: "Đại biểu 01", Lines: []string{"CHỦ TỊCH"}}
	typed := plan.Signer{Name: "Đại biểu 02", Lines: []string{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}}
	for _, c := range []struct {
		name    string
		office  []plan.Signer
		decided plan.Signer
		want    string
	}{
		{"nobody", nil, plan.Signer{}, "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH"},
		{"the office", []plan.Signer{office, typed}, plan.Signer{}, "Đại biểu 01 – CHỦ TỊCH"},
		{"the paper", []plan.Signer{office}, typed, "Đại biểu 02 – TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG"},
		{"a name alone", []plan.Signer{office}, plan.Signer{Name: "Đại biểu 03"}, "Đại biểu 03 – CHỦ TỊCH"},
		{"an office with a name alone", []plan.Signer{{Name: "Đại biểu 04"}}, plan.Signer{}, "Đại biểu 04 – TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH"},
	} {
		s := Subject{Style: official.Standard(), Issuer: &plan.Office{Signers: c.office}, Paper: &plan.Paper{Signer: c.decided}}
		if got := SignerLabel(s.Signer()); got != c.want {
			t.Errorf("%s: %q signs, not %q", c.name, got, c.want)
		}
	}
	if !slices.Equal(UsualSigner(true).Lines, []string{"T/M BAN THƯỜNG VỤ", "BÍ THƯ"}) {
		t.Errorf("a committee signs %v", UsualSigner(true).Lines)
	}
}

func TestAnAuthorityIsProposed(t *testing.T) {
	head := UsualSigner(false).Authority
	for _, c := range []struct {
		mode  string
		known plan.Authority
		want  string
	}{
		{"on_behalf", plan.Authority{}, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"},
		{"for_head", head, "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"},
		{"by_order", head, "TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG"},
		{"authorised", plan.Authority{Mode: "head", Post: "Trưởng phòng Kinh tế"}, "TUQ. CHỦ TỊCH|TRƯỞNG PHÒNG KINH TẾ"},
		{"for_head", plan.Authority{Mode: "head", Post: "Phó Trưởng phòng"}, "KT. CHỦ TỊCH|PHÓ TRƯỞNG PHÒNG"},
	} {
		if got := strings.Join(AuthorityLines(ProposedAuthority(c.mode, c.known, false), false), "|"); got != c.want {
			t.Errorf("%s of %+v proposes %q, not %q", c.mode, c.known, got, c.want)
		}
	}
}
