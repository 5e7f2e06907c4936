package official_test

import (
	"strings"
	"testing"

	"nhipcau/app/paper"
	. "nhipcau/app/paper/official"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		number, symbol, want string
	}{
		{"", "CTr-UBND", "Số:      /CTr-UBND"},
		{" ", "CTr-UBND", "Số:      /CTr-UBND"},
		{"5", "KH-UBND", "Số: 05/KH-UBND"},
		{"05", "KH-UBND", "Số: 05/KH-UBND"},
		{"15", "KH-UBND", "Số: 15/KH-UBND"},
		{"15a", "KH-UBND", "Số: 15a/KH-UBND"},
		{"1234", "UBND-VX", "Số: 1234/UBND-VX"},
		{"15/KH-HĐND", "KH-UBND", "Số: 15/KH-HĐND"},
	} {
		if got := Number(c.number, c.symbol); got != c.want {
			t.Errorf("Number(%q, %q) = %q, want %q", c.number, c.symbol, got, c.want)
		}
	}
}

func TestPlaceDate(t *testing.T) {
	for _, c := range []struct {
		place            string
		day, month, year int
		want             string
	}{
		{"Thạch An", 5, 6, 2024, "Thạch An, ngày 05 tháng 6 năm 2024"},
		{"Thạch An", 15, 1, 2024, "Thạch An, ngày 15 tháng 01 năm 2024"},
		{"Thạch An", 9, 2, 2024, "Thạch An, ngày 09 tháng 02 năm 2024"},
		{"Thạch An", 10, 12, 2024, "Thạch An, ngày 10 tháng 12 năm 2024"},
		{"Đắk Glong", 0, 6, 2024, "Đắk Glong, ngày        tháng 6 năm 2024"},
		{"Đắk Glong", 0, 0, 2024, "Đắk Glong, ngày        tháng        năm 2024"},
		{"", 1, 3, 2024, "ngày 01 tháng 3 năm 2024"},
		{"Đắk Glong", 0, 0, 0, "Đắk Glong, ngày        tháng        năm       "},
	} {
		if got := PlaceDate(c.place, c.day, c.month, c.year); got != c.want {
			t.Errorf("PlaceDate(%q, %d, %d, %d) = %q, want %q", c.place, c.day, c.month, c.year, got, c.want)
		}
	}
}

func TestEnd(t *testing.T) {
	for in, want := range map[string]string{
		"an ninh, dẫn đường.":  "an ninh, dẫn đường./.",
		"an ninh, dẫn đường":   "an ninh, dẫn đường./.",
		"an ninh, dẫn đường; ": "an ninh, dẫn đường./.",
		"đã có sẵn./.":         "đã có sẵn./.",
		"(nếu cần).":           "(nếu cần)./.",
		"vào … giờ … năm …":    "vào … giờ … năm …/.",
	} {
		if got := End(in); got != want {
			t.Errorf("End(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestClosed(t *testing.T) {
	grid := Grid{Columns: []GridColumn{{Title: "TT"}}}
	body := []paper.Block{Standard().Body("Một."), Standard().Item("2. Hai:", "và ba.")}
	for want, body := range map[string][]paper.Block{
		"Một. 2. Hai: và ba./.": body,
		"TT ./.":                {grid.Table()},
		"./.":                   nil,
	} {
		if got := strings.Join(strings.Fields(lines(t, Standard().Closed(body))), " "); got != want {
			t.Errorf("closed %q, want %q", got, want)
		}
	}
	for want, body := range map[string][]paper.Block{"Một. 2. Hai: và ba.": body, "TT": {grid.Table()}, "": nil} {
		if got := strings.Join(strings.Fields(lines(t, partyStyle().Closed(body))), " "); got != want {
			t.Errorf("the Party closes %q, want %q", got, want)
		}
	}
	if got := lines(t, body); strings.Contains(got, EndMark) {
		t.Errorf("the body itself was changed: %q", got)
	}
}

func lines(t *testing.T, blocks ...[]paper.Block) string {
	t.Helper()
	return strings.TrimSpace(lay(t, Standard().Document("", blocks...)).Text())
}

func TestAddressees(t *testing.T) {
	if got, want := lines(t, Standard().Addressees("Sở Nội vụ")), "Kính gửi: Sở Nội vụ."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := lines(t, Standard().Addressees("…")), "Kính gửi: …"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	want := "Kính gửi:\n- Sở Nội vụ;\n- Sở Tài chính."
	if got := lines(t, Standard().Addressees("Sở Nội vụ;", "Sở Tài chính")); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := lines(t, Standard().Addressees()); got != "Kính gửi:" {
		t.Errorf("%q for nobody", got)
	}
}

func TestSignatureWithoutRecipients(t *testing.T) {
	got := lines(t, Standard().SignatureBlock(Signature{Authority: []string{"TRƯỞNG PHÒNG"}, Signer: "Đại biểu 01"}))
	if want := "TRƯỞNG PHÒNG\nĐại biểu 01"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTwoSignatures(t *testing.T) {
	pages := lay(t, Standard().Document("", Standard().TwoSignatures(Pair{"THƯ KÝ", "Đại biểu 01"}, Pair{"CHỦ TỌA", "Đại biểu 02"})))
	left, _ := found(t, pages, "Đại biểu 01")
	right, _ := found(t, pages, "Đại biểu 02")
	if left.Y != right.Y || left.X > right.X {
		t.Errorf("secretary %+v, chair %+v", left, right)
	}
}

func TestTitleWithoutSubject(t *testing.T) {
	if got := lines(t, Standard().Title("DANH SÁCH", "")); got != "DANH SÁCH" {
		t.Errorf("%q", got)
	}
}

func TestParagraphs(t *testing.T) {
	pages := lay(t, Standard().Document("", []paper.Block{
		Standard().Ground("Căn cứ Luật Tổ chức chính quyền địa phương;"), Standard().Heading1("I. MỤC ĐÍCH"),
		Standard().Item("2. Thời gian:", "01 buổi"), Standard().Item("a) Địa điểm", ""), Standard().Body("Nội dung"),
	}))
	for _, c := range []struct {
		text  string
		style paper.Style
	}{
		{"Căn cứ", paper.Italic},
		{"I. MỤC ĐÍCH", paper.Bold},
		{"2. Thời gian:", paper.Bold},
		{"01 buổi", paper.Regular},
		{"a) Địa điểm", paper.Bold},
		{"Nội dung", paper.Regular},
	} {
		if got, _ := found(t, pages, c.text); got.Style != c.style || got.Size != 14 {
			t.Errorf("%q is %s %g pt, want %s 14", c.text, got.Style, got.Size, c.style)
		}
	}
	if n := len(pages.List[0].Bookmarks); n != 1 {
		t.Errorf("%d bookmarks, want 1", n)
	}
}
