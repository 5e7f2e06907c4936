package official_test

import (
	"strings"
	"testing"

	"nhipcau/app/paper"
	. "nhipcau/app/paper/official"
)

func partyStyle() Style {
	s := Standard()
	s.Party = true
	return s
}

// party is a plan of a commune's Party committee.
func party() paper.Document {
	s := partyStyle()
	return s.Document("Kế hoạch",
		s.Header(Letterhead{
			Issuer: []Line{{Text: "ĐẢNG BỘ TỈNH LÂM ĐỒNG"}, {Text: "ĐẢNG ỦY XÃ QUẢNG KHÊ", Bold: true}},
			Number: s.Number("12", s.Symbol("KH", "ĐU")),
			Date:   PlaceDate("Quảng Khê", 5, 6, 2026),
		}),
		s.Title("KẾ HOẠCH", "Tổ chức Đoàn công tác đi học tập kinh nghiệm"),
		s.Closed([]paper.Block{s.Body("Nội dung.")}),
		s.SignatureBlock(Signature{
			Authority:  Authority{Mode: OnBehalf, Body: "Ban Thường vụ", Head: "Bí thư", Party: true}.Lines(),
			Recipients: []string{"Lưu: VP"},
		}),
	)
}

// The sizes of domain notes §1.8.
func TestPartySizes(t *testing.T) {
	pages := lay(t, party())
	for _, c := range []struct {
		text     string
		style    paper.Style
		low, top float64
	}{
		{PartyName, paper.Bold, 15, 15},
		{"ĐẢNG BỘ TỈNH LÂM ĐỒNG", paper.Regular, 14, 14},
		{"ĐẢNG ỦY XÃ QUẢNG KHÊ", paper.Bold, 14, 14},
		{"*", paper.Regular, 14, 14},
		{"Số 12-KH/ĐU", paper.Regular, 14, 14},
		{"Quảng Khê, ngày 05 tháng 6 năm 2026", paper.Italic, 14, 14},
		{"KẾ HOẠCH", paper.Bold, 15, 16},
		{"Tổ chức Đoàn công tác", paper.Bold, 14, 15},
		{"Nội dung", paper.Regular, 14, 15},
		{"T/M BAN THƯỜNG VỤ", paper.Bold, 14, 14},
	} {
		got, _ := found(t, pages, c.text)
		if got.Style != c.style || got.Size < c.low || got.Size > c.top {
			t.Errorf("%q is %s %g pt, want %s %g to %g", c.text, got.Style, got.Size, c.style, c.low, c.top)
		}
	}
	for _, s := range []string{Nation, Motto, "Số:", "TM."} {
		if strings.Contains(pages.Text(), s) {
			t.Errorf("%q is on a paper of the Party", s)
		}
	}
}

func TestPartyPositions(t *testing.T) {
	pages := lay(t, party())
	name, _ := found(t, pages, PartyName)
	if name.X < 105 || name.X+name.Width > 190 {
		t.Errorf("the name of the Party takes %.1f to %.1f mm", name.X, name.X+name.Width)
	}
	if l := ruleUnder(t, pages, name); !near(l.X1, name.X) || !near(l.X2, name.X+name.Width) {
		t.Errorf("the line is %+v, the name %+v", l, name)
	}
	date, _ := found(t, pages, "Quảng Khê, ngày")
	if !near(date.X+date.Width/2, name.X+name.Width/2) || date.Y-name.Y < 6 {
		t.Errorf("the date is not centred under the name: %+v", date)
	}
	y := 0.0
	for _, s := range []string{"ĐẢNG BỘ TỈNH LÂM ĐỒNG", "ĐẢNG ỦY XÃ QUẢNG KHÊ", "*", "Số 12-KH/ĐU"} {
		got, _ := found(t, pages, s)
		if got.Y <= y || got.X < 30 || got.X+got.Width > 106 || !near(got.X+got.Width/2, 30+76.0/2) {
			t.Errorf("%q stands at %.1f, %.1f mm", s, got.X, got.Y)
		}
		y = got.Y
	}
}

func TestPartyNumber(t *testing.T) {
	for _, c := range []struct{ number, symbol, want string }{
		{"", "KH/ĐU", "Số      -KH/ĐU"},
		{"5", "KH/HU", "Số 05-KH/HU"},
		{"12", "CTr/TU", "Số 12-CTr/TU"},
		{"12-KH/ĐU", "KH/HU", "Số 12-KH/ĐU"},
	} {
		if got := PartyNumber(c.number, c.symbol); got != c.want {
			t.Errorf("PartyNumber(%q, %q) = %q, want %q", c.number, c.symbol, got, c.want)
		}
	}
}

func TestSymbol(t *testing.T) {
	for want, got := range map[string]string{
		"KH-UBND": Standard().Symbol("KH", "UBND"), "UBND-VX": Standard().Symbol("", "UBND-VX"), "KH/ĐU": partyStyle().Symbol("KH", "ĐU"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAttached(t *testing.T) {
	for _, c := range []struct {
		style Style
		r     Reference
		want  string
	}{
		{Standard(), Reference{Paper: "Kế hoạch", Symbol: "KH-UBND", Month: 6, Year: 2024, Issuer: "UBND huyện Thạch An"}, "(Kèm theo Kế hoạch số      /KH-UBND ngày       /6/2024 của UBND huyện Thạch An)"},
		{Standard(), Reference{"Kế hoạch", "5", "KH-UBND", 2, 1, 2026, "UBND xã"}, "(Kèm theo Kế hoạch số 05/KH-UBND ngày 02/01/2026 của UBND xã)"},
		{Standard(), Reference{Paper: "Công văn", Symbol: "UBND", Issuer: "UBND xã"}, "(Kèm theo Công văn số      /UBND ngày       /      /       của UBND xã)"},
		{partyStyle(), Reference{"Kế hoạch", "12", "KH/ĐU", 5, 6, 2026, "Đảng ủy xã"}, "(Kèm theo Kế hoạch số 12-KH/ĐU ngày 05/6/2026 của Đảng ủy xã)"},
	} {
		if got := c.style.Attached(c.r); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestScopeIsFramedAtTheRight(t *testing.T) {
	pages := lay(t, Standard().Document("", Standard().Scope(InternalOnly), []paper.Block{Standard().Body("Nội dung")}))
	text, _ := found(t, pages, InternalOnly)
	for _, op := range pages.List[0].Ops {
		if r, ok := op.(paper.Rect); ok {
			if !near(r.X+r.W, 190) || text.X < r.X || text.X+text.Width > r.X+r.W || text.Size != 13 || text.Style != paper.Bold {
				t.Errorf("frame %+v, text %+v", r, text)
			}
			return
		}
	}
	t.Error("no frame")
}
