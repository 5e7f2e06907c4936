package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// guestFigures compares what the guest has with the sample's host.
func guestFigures(t *testing.T, figures ...*plan.Indicator) string {
	t.Helper()
	return afterText(t, papers.Request{Kind: "comparison"}, func(tx *desk.Tx, view plan.VisitView) error {
		for _, f := range figures {
			f.Locality = view.Visit.Guest
			if err := tx.Put(f); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestMissingFiguresAreNoNoughts(t *testing.T) {
	got := guestFigures(t)
	has(t, got, "Giữa huyện Thạch An và huyện Đắk Glong", "Kế hoạch vốn giao, giai đoạn 2022 - 2024 triệu đồng … 365.032", "Tỷ lệ hộ nghèo, năm 2023 % … 13,44",
		"Nguồn số liệu huyện Đắk Glong: Trang thông tin điện tử", "Biểu đồ", "Huyện Thạch An (chưa có số liệu)")
	lacks(t, got, " 0 365.032", "0,00", "+", "Nguồn số liệu huyện Thạch An")
}

func TestDifferenceNeedsTheSameTimeAndUnit(t *testing.T) {
	for name, c := range map[string]struct {
		figure plan.Indicator
		want   string
		not    string
	}{
		"percent":       {plan.Indicator{Measure: "tl_ngheo", Year: 2023, Value: "20.5", Unit: "%"}, "20,5 13,44 -7,06 điểm %", ""},
		"more":          {plan.Indicator{Measure: "von_giao", Year: 2022, YearTo: 2024, Value: "300000.5", Unit: "triệu đồng"}, "300.000,5 365.032 +65.031,5", ""},
		"equal":         {plan.Indicator{Measure: "tl_ngheo", Year: 2023, Value: "13.44", Unit: "%"}, "13,44 13,44 0 điểm %", ""},
		"negative":      {plan.Indicator{Measure: "tl_ngheo", Year: 2023, Value: "-1", Unit: "%"}, "-1 13,44 +14,44 điểm %", ""},
		"another unit":  {plan.Indicator{Measure: "von_giao", Year: 2022, YearTo: 2024, Value: "300", Unit: "tỷ đồng"}, "300 tỷ đồng 365.032", "365.032 +"},
		"another day":   {plan.Indicator{Measure: "tl_giai_ngan", Year: 2022, YearTo: 2024, AsOf: "2024-05-31", Value: "40", Unit: "%"}, "40 (đến 31/5/2024) 46,66 (đến 10/6/2024)", "điểm %"},
		"another year":  {plan.Indicator{Measure: "tl_ngheo", Year: 2020, Value: "45", Unit: "%"}, "năm 2020 % 45 …", "điểm %"},
		"not in a list": {plan.Indicator{Measure: "chỉ tiêu riêng", Year: 2023, Value: "5", Unit: "lớp"}, "chỉ tiêu riêng, năm 2023 lớp 5 …", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := guestFigures(t, &c.figure)
			has(t, got, c.want)
			if c.not != "" {
				lacks(t, got, c.not)
			}
		})
	}
}

// Of several figures for one time the last counts.
func TestTheLastFigureCounts(t *testing.T) {
	got := guestFigures(t,
		&plan.Indicator{Measure: "tl_giai_ngan", Year: 2022, YearTo: 2024, AsOf: "2024-06-10", Value: "50", Unit: "%"},
		&plan.Indicator{Measure: "tl_giai_ngan", Year: 2022, YearTo: 2024, AsOf: "2024-03-31", Value: "30", Unit: "%"})
	has(t, got, "50 46,66 -3,34 điểm %")
	lacks(t, got, "31/3/2024")
}

func TestSeveralHostsStandBesideEachOther(t *testing.T) {
	pages := paperstest.Layout(t, paperstest.HardVisit(t).Document(t, papers.Request{Kind: "comparison"}))
	if page := pages.List[0]; page.Width < page.Height {
		t.Error("the sheet stands upright")
	}
	has(t, strings.Join(strings.Fields(pages.Text()), " "), "Tỉnh Cao Bằng Xã Quảng Khê Tỉnh Lạng Sơn Thành phố Hồ Chí Minh",
		"12.000 12.500 [+500] 13.000 [+1.000] 13.500 [+1.500]", "[-2 điểm %]")
}

// A visit of which nothing is known is a form to fill.
func TestComparisonWithoutFiguresIsAForm(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "comparison"})
	s.Figures = nil
	got := strings.Join(strings.Fields(paperstest.Layout(t, paperstest.Make(t, s)).Text()), " ")
	has(t, got, "Dân số người … …", "Tỷ lệ hộ nghèo % … …")
	lacks(t, got, "Biểu đồ")
}
