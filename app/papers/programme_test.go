package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

// programme builds the sample visit, lets change act on it, and gives the text
// of its programme with white space folded.
func programme(t *testing.T, change func(*desk.Tx, plan.VisitView) error) string {
	t.Helper()
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		view, _ := d.View(visit)
		if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return change(tx, view) }); err != nil {
			t.Fatal(err)
		}
	}
	subject, err := d.Subject(visit, papers.Request{Kind: "programme"}, func(r plan.Record, field string) string { return r.Label() + " (" + field + ")" })
	if err != nil {
		t.Fatal(err)
	}
	return text(t, subject)
}

func text(t *testing.T, s papers.Subject) string {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	s.Request.Kind = plan.PaperProgramme
	pages, err := paper.Layout(paperstest.Make(t, s), fonts)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(pages.Text()), " ")
}

func has(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not on paper", w)
		}
	}
}

func lacks(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(text, w) {
			t.Errorf("%q is on paper", w)
		}
	}
}

func TestProgrammeNamesHeadAndSpeakers(t *testing.T) {
	has(t, programme(t, nil),
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "HUYỆN ĐẮK GLONG", "CHƯƠNG TRÌNH",
		"Đoàn công tác huyện Thạch An, tỉnh Cao Bằng",
		"đồng chí Nông Long Giang, Phó Chủ tịch UBND huyện, Trưởng đoàn",
		"01 buổi, từ 13 giờ 30 phút, ngày 10 tháng 6 năm 2024 (thứ Hai)",
		"Trịnh Anh", "Trần Nam Thuần", "Nông Thế Phúc", "13h30 - 13h45", "Thôn 8, xã Quảng Khê",
		"minh họa", "Nơi nhận")
}

// The head comes first although he is not the highest in rank; the others
// follow by rank.
func TestDelegationStandsInItsOrder(t *testing.T) {
	got := programme(t, nil)
	at := -1
	for _, name := range []string{"Nông Long Giang", "Triệu Thị Thiết", "Nông Thế Phúc", "Nguyễn Văn Thông", "Trần Nam Thuần"} {
		i := strings.Index(got, name)
		if i <= at {
			t.Errorf("%s stands at %d, after %d", name, i, at)
		}
		at = i
	}
}

func TestInternalItemsAndDeclinedPeopleAreNotPrinted(t *testing.T) {
	got := programme(t, func(tx *desk.Tx, view plan.VisitView) error {
		item := &plan.AgendaItem{Visit: view.Visit.ID, Title: "Kiểm tra âm thanh", Internal: true, Preparer: "Tổ hậu cần"}
		if err := tx.Put(item); err != nil {
			return err
		}
		for _, a := range view.Attendees {
			if a.Name == "Triệu Thị Thiết" {
				a.Attendance = plan.Declined
				return tx.Put(a)
			}
		}
		return nil
	})
	lacks(t, got, "Kiểm tra âm thanh", "Tổ hậu cần", "Triệu Thị Thiết")
}

func TestWhatTheOfficeDecidedIsPrinted(t *testing.T) {
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	p := d.PaperOf(visit, "programme", "")
	p.Number, p.Symbol, p.Date, p.Place = "5", "CTr-HĐND", "2024-02-03", "Quảng Khê"
	p.About = "Làm việc với Đoàn công tác"
	p.Signer = plan.Signer{Lines: []string{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}, Name: "Đại biểu 01"}
	p.Recipients = []string{"Thường trực Huyện ủy", "Lưu: VT"}
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(p) }); err != nil {
		t.Fatal(err)
	}
	s, err := d.Subject(visit, papers.Request{Kind: "programme"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	has(t, text(t, s), "Số: 05/CTr-HĐND", "Quảng Khê, ngày 03 tháng 02 năm 2024", "Làm việc với Đoàn công tác",
		"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Đại biểu 01", "Thường trực Huyện ủy", "Lưu: VT")
}

// A paper over an open difference names it and is a draft.
func TestOpenDifferenceMakesADraft(t *testing.T) {
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	one, _ := desk.Get[*plan.Visit](d, visit)
	two, _ := desk.Get[*plan.Visit](d, visit)
	one.Title, two.Title = "Tên thứ nhất", "Tên thứ hai"
	for _, v := range []*plan.Visit{one, two} {
		if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(v) }); err != nil {
			t.Fatal(err)
		}
	}
	s, err := d.Subject(visit, papers.Request{Kind: "programme"}, func(_ plan.Record, field string) string { return "trường " + field })
	if err != nil {
		t.Fatal(err)
	}
	has(t, text(t, s), "trường title", paper.DraftMark)
	if lacksDraft := programme(t, nil); strings.Contains(lacksDraft, paper.DraftMark) {
		t.Error("a paper without open differences is marked as a draft")
	}
}

// The days of the calendar are counted, also one on which nothing is planned.
func TestSeveralDaysAreGrouped(t *testing.T) {
	got := programme(t, func(tx *desk.Tx, view plan.VisitView) error {
		last := view.Agenda[len(view.Agenda)-1]
		last.When.Day, last.When.Start = "2024-06-12", "08:00"
		return tx.Put(last)
	})
	has(t, got, "03 ngày, từ 13 giờ 30 phút ngày 10", "đến hết ngày 12 tháng 6", "Ngày 10/6/2024 (thứ Hai)", "Ngày 12/6/2024 (thứ Tư)")
}

func TestEmptyVisitStillPrints(t *testing.T) {
	got := text(t, papers.Subject{View: plan.VisitView{Visit: &plan.Visit{}}})
	has(t, got, "CHƯƠNG TRÌNH", "NỘI DUNG CHƯƠNG TRÌNH", "1. Đoàn công tác: …", "2. Nơi đón tiếp: …", "- Đoàn công tác;")
	lacks(t, got, "\uFFFD", ", ngày")
}

// What a paper ends with says that nothing follows (domain notes §1.3).
func TestAProgrammeEndsWithItsMark(t *testing.T) {
	has(t, programme(t, nil), "số liệu của chuyến công tác./. Nơi nhận:")
	empty := text(t, papers.Subject{View: plan.VisitView{Visit: &plan.Visit{}}})
	has(t, empty, "Địa điểm ./. Nơi nhận:")
}

func TestSpeakersWhoHaveDeclinedAreNotPrinted(t *testing.T) {
	has(t, programme(t, nil), "Đ/c Trịnh Anh")
	lacks(t, programme(t, func(tx *desk.Tx, view plan.VisitView) error {
		for _, a := range view.Attendees {
			if a.Name == "Trịnh Anh" {
				a.Attendance = plan.Declined
				return tx.Put(a)
			}
		}
		return nil
	}), "Trịnh Anh")
}

// Names of a person, a number or an event carry the common noun of their unit
// (Nghị định 30/2020, annex I, II.4).
func TestPlaceOfThePaper(t *testing.T) {
	for want, host := range map[string]papers.Party{
		"Đắk Glong, ngày 05 tháng 6 năm 2024":             {Name: "Đắk Glong", Running: "huyện Đắk Glong"},
		"Quận 1, ngày 05 tháng 6 năm 2024":                {Name: "1", Running: "Quận 1"},
		"Phường Điện Biên Phủ, ngày 05 tháng 6 năm 2024":  {Name: "Điện Biên Phủ", Running: "Phường Điện Biên Phủ"},
		"Thành phố Hồ Chí Minh, ngày 05 tháng 6 năm 2024": {Name: "Hồ Chí Minh", Running: "Thành phố Hồ Chí Minh"},
	} {
		got := text(t, papers.Subject{
			View: plan.VisitView{Visit: &plan.Visit{}}, Hosts: []papers.Party{host}, Paper: &plan.Paper{Date: "2024-06-05"},
		})
		has(t, got, "Tự do - Hạnh phúc "+want)
	}
}

func TestTheIssuersOwnPlaceIsPrinted(t *testing.T) {
	got := text(t, papers.Subject{
		View:   plan.VisitView{Visit: &plan.Visit{}},
		Hosts:  []papers.Party{{ID: "a", Name: "Quảng Khê", Running: "xã Quảng Khê"}, {ID: "b", Name: "Tà Đùng", Running: "xã Tà Đùng"}},
		Issuer: &plan.Office{Name: "UBND xã Tà Đùng", Locality: "b"}, Paper: &plan.Paper{Date: "2026-03-05"},
	})
	has(t, got, "XÃ TÀ ĐÙNG", "Tà Đùng, ngày 05 tháng 3 năm 2026", "2. Xã Quảng Khê: …", "3. Xã Tà Đùng: …")
}

func TestNumbersArePrintedAsEntered(t *testing.T) {
	for number, want := range map[string]string{"": "Số: /CTr-UBND", "5": "Số: 05/CTr-UBND", "15a": "Số: 15a/CTr-UBND"} {
		has(t, text(t, papers.Subject{
			View: plan.VisitView{Visit: &plan.Visit{}}, Paper: &plan.Paper{Number: number},
		}), want)
	}
}

// A title goes on in lower case behind "về", but for names.
func TestNamesInTheTitleKeepTheirCapital(t *testing.T) {
	host := papers.Party{Name: "Đắk Glong", Running: "huyện Đắk Glong"}
	guest := papers.Party{Name: "Thạch An", Running: "huyện Thạch An", Path: "huyện Thạch An, tỉnh Cao Bằng"}
	attendees := []*plan.Attendee{{Name: "Nông Long Giang", Side: plan.Guest}}
	for title, want := range map[string]string{
		"Học tập kinh nghiệm":             "về học tập kinh nghiệm",
		"Thạch An học tập kinh nghiệm":    "về Thạch An học tập",
		"Thạch":                           "về thạch",
		"Đắk Glong: giảm nghèo":           "về Đắk Glong: giảm",
		"Nông Long Giang thăm hỏi":        "về Nông Long Giang",
		"Nông nghiệp sạch":                "về nông nghiệp",
		"Sóc Trăng trao đổi":              "về Sóc Trăng",
		"UBND huyện làm việc":             "về UBND huyện",
		"Nhân dân tham gia giảm nghèo":    "về Nhân dân tham gia",
		"Huyện Thạch An thăm và làm việc": "về huyện Thạch An",
		"Thăm Đắk Glong và trao đổi":      "về thăm Đắk Glong",
	} {
		has(t, text(t, papers.Subject{
			View:  plan.VisitView{Visit: &plan.Visit{Title: title}, Attendees: attendees},
			Guest: guest, Hosts: []papers.Party{host}, Names: []string{"Sóc Trăng"},
		}), want)
	}
}

func TestTopicsAreNumberedWhereThereAreSeveral(t *testing.T) {
	subject := func(ids ...string) papers.Subject {
		item := &plan.AgendaItem{Title: "Trao đổi", Topics: ids}
		one, two := &plan.Topic{Title: "Nhà ở"}, &plan.Topic{Title: "Sinh kế"}
		one.ID, two.ID = "1", "2"
		return papers.Subject{View: plan.VisitView{
			Visit: &plan.Visit{}, Agenda: []*plan.AgendaItem{item}, Topics: []*plan.Topic{one, two},
		}}
	}
	has(t, text(t, subject("1", "2")), "(1) Nhà ở", "(2) Sinh kế")
	has(t, text(t, subject("2", "unknown")), "Trao đổi - Sinh kế")
	lacks(t, text(t, subject("2", "unknown")), "(1)")
	same := subject("2")
	same.View.Agenda[0].Title = "Trao đổi về sinh kế"
	has(t, text(t, same), "Trao đổi về sinh kế")
	lacks(t, text(t, same), "Sinh kế")
}

// The title that a visit gets of its own names the delegation, which the paper
// has named just before.
func TestTheDelegationIsNamedOnce(t *testing.T) {
	got := programme(t, func(tx *desk.Tx, view plan.VisitView) error {
		view.Visit.Title = "Đoàn công tác huyện Thạch An làm việc tại huyện Đắk Glong"
		return tx.Put(view.Visit)
	})
	has(t, got, "Đón tiếp và làm việc với Đoàn công tác huyện Thạch An, tỉnh Cao Bằng")
	lacks(t, got, "về đoàn công tác")
}
