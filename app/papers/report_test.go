package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

func TestTheReportNamesTheMoney(t *testing.T) {
	v := paperstest.Sample(t)
	for funding, want := range map[string]string{
		"Ngân sách huyện": "VI. KINH PHÍ Nguồn kinh phí: Ngân sách huyện.",
		"NSNN":            "Nguồn kinh phí: NSNN.",
		"gnbv-2099.1":     "Nguồn kinh phí: … Tổng",
	} {
		s := v.Subject(t, papers.Request{Kind: "report"})
		s.View.Visit.Funding = funding
		has(t, made(t, s), want)
	}
}

func TestTheReportSaysOnceWhere(t *testing.T) {
	v := paperstest.Sample(t)
	for title, want := range map[string]string{
		"Học tập kinh nghiệm tại huyện Đắk Glong": "Kết quả chuyến công tác học tập kinh nghiệm tại huyện Đắk Glong",
		"Công tác dân vận":                        "Kết quả chuyến công tác về công tác dân vận tại huyện Đắk Glong, tỉnh Đắk Nông",
		"":                                        "Kết quả chuyến công tác tại huyện Đắk Glong, tỉnh Đắk Nông",
		"Đoàn công tác huyện Thạch An làm việc": "Kết quả chuyến công tác tại huyện Đắk Glong",
	} {
		s := v.Subject(t, papers.Request{Kind: "report"})
		s.View.Visit.Title = title
		got := made(t, s)
		has(t, got, want)
		lacks(t, got, "tại huyện Đắk Glong tại", "về đoàn công tác", "về .")
	}
}

// The list of the report is that of all papers: groups have their number, and a
// line counts the people.
func TestTheListOfTheReport(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "report"})
	for _, a := range s.View.Attendees {
		if a.Group {
			a.Count = 12
		}
	}
	s.View.Attendees[0].Unit = "UBND huyện"
	_, list, _ := strings.Cut(made(t, s), "DANH SÁCH")
	inOrder(t, list, "A. ĐOÀN CÔNG TÁC HUYỆN THẠCH AN", "Nông Long Giang", "Phó Chủ tịch UBND huyện", "Trưởng đoàn", "(12 người)", "B. HUYỆN ĐẮK GLONG", "(Danh sách có ", " người)")
	lacks(t, list, "Phó Chủ tịch UBND huyện, UBND huyện")
}

// Nobody can take several hosts for one place.
func TestSeveralHostsAreSeveralPlaces(t *testing.T) {
	v := paperstest.HardVisit(t)
	const hosts = "ã Quảng Khê; tỉnh Lạng Sơn và Thành phố Hồ Chí Minh"
	for _, kind := range []string{"minutes", "report", "running_order", "thanks", "topics", "seating_plan", "attendee_list"} {
		s := v.Subject(t, papers.Request{Kind: kind})
		if kind == "attendee_list" {
			s.Paper.Options = map[string]string{"of": "hosts"}
		}
		got := made(t, s)
		has(t, got, hosts)
		if i := strings.Index(strings.ToLower(got), "quảng khê, tỉnh lạng sơn"); i >= 0 {
			t.Errorf("%s: %s", kind, got[max(0, i-200):i+60])
		}
	}
}

// The usual recipients of an office come under the
// addressee, stand on minutes too, and on no paper that has none.
func TestRecipientsOfTheOffice(t *testing.T) {
	v := paperstest.Sample(t)
	for kind, want := range map[string]string{
		"letter": "- Như trên; - Thường trực Huyện ủy.", "invitation": "- Như trên; - Thường trực Huyện ủy.",
		"minutes": "Nơi nhận: - Thường trực Huyện ủy.", "plan": "Nơi nhận: - Thường trực Huyện ủy.", "thanks": "",
	} {
		s := v.Subject(t, papers.Request{Kind: kind})
		s.Issuer = &plan.Office{Name: "UBND huyện", Recipients: []string{"Thường trực Huyện ủy"}}
		got := made(t, s)
		if want == "" {
			lacks(t, got, "Nơi nhận", "Thường trực Huyện ủy.")
			continue
		}
		has(t, got, want)
	}
}
