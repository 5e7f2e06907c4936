package catalogue_test

import (
	"slices"
	"testing"

	"nhipcau/app/catalogue"
	"nhipcau/app/civil"
)

func load(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestProgrammes(t *testing.T) {
	c := load(t)
	p, ok := c.Programme("gnbv-2021-2025.7")
	if !ok || !p.StudyTours {
		t.Fatalf("Dự án 7 pays for study tours: %+v", p)
	}
	if want := "Dự án 7: Nâng cao năng lực và giám sát, đánh giá Chương trình"; p.Title(catalogue.Vietnamese) != want {
		t.Errorf("title %q, want %q", p.Title(catalogue.Vietnamese), want)
	}
	if got := len(c.Programmes.Children("gnbv-2021-2025")); got != 7 {
		t.Errorf("%d component projects, want 7 as the article says", got)
	}
	subprojects := 0
	for _, project := range c.Programmes.Children("gnbv-2021-2025") {
		subprojects += len(c.Programmes.Children(project.Code))
	}
	if subprojects != 11 {
		t.Errorf("%d sub-projects, want 11", subprojects)
	}
	if got := len(c.Programmes.Children("dtts-2021-2030")); got != 10 {
		t.Errorf("%d projects of the programme 1719, want 10", got)
	}
	var path []string
	for _, p := range c.Programmes.Path("gnbv-2021-2025.4.3") {
		path = append(path, p.Code)
	}
	if want := []string{"gnbv-2021-2025", "gnbv-2021-2025.4", "gnbv-2021-2025.4.3"}; !slices.Equal(path, want) {
		t.Errorf("path %q, want %q", path, want)
	}
	if _, ok := c.Programme("none"); ok || c.Programmes.Path("none") != nil {
		t.Error("found a programme that is not there")
	}
}

func TestProgrammesOfATime(t *testing.T) {
	c := load(t)
	tests := []struct {
		code string
		day  civil.Date
		want bool
	}{
		{"gnbv-2021-2025", "2024-06-10", true},
		{"gnbv-2021-2025", "2025-12-31", true},
		{"gnbv-2021-2025", "2026-01-01", false},
		{"gnbv-2021-2025.1.2", "2021-06-01", false},
		{"ct-30a", "2024-06-10", true},
		{"da-1956", "2024-06-10", false},
		{"dtts-2021-2030", "2026-01-01", false},
		{"mtqg-2026-2035", "2024-06-10", false},
		{"mtqg-2026-2035", "2026-11-23", true},
		{"mtqg-2026-2035", "", true},
	}
	for _, test := range tests {
		got := slices.ContainsFunc(c.Programmes.ValidOn(test.day), func(p catalogue.Programme) bool {
			return p.Code == test.code
		})
		if got != test.want {
			t.Errorf("%s on %q: %v, want %v", test.code, test.day, got, test.want)
		}
	}
}

func TestMeasures(t *testing.T) {
	c := load(t)
	total, _ := c.Measure("von_giao")
	if f := total.Formula; f == nil || f.Kind != catalogue.Sum || !slices.Equal(f.Of, []string{"von_dt", "von_sn"}) {
		t.Errorf("von_giao = %+v, want von_dt + von_sn", f)
	}
	rate, _ := c.Measure("tl_giai_ngan")
	if f := rate.Formula; f == nil || f.Kind != catalogue.Ratio ||
		!slices.Equal(f.Of, []string{"giai_ngan"}) || !slices.Equal(f.To, []string{"von_giao"}) || f.Tolerance != "0.01" {
		t.Errorf("tl_giai_ngan = %+v, want giai_ngan / von_giao within 0.01", f)
	}
	fall, _ := c.Measure("giam_ngheo")
	if fall.UnitLabel(catalogue.Vietnamese) != "điểm %" || fall.UnitLabel(catalogue.English) != "percentage points" {
		t.Errorf("giam_ngheo is in %q, %q", fall.Unit, fall.UnitEn)
	}
	for _, m := range c.Measures.All() {
		if m.Kind == catalogue.MoneyMillion && m.Unit[:len("triệu đồng")] != "triệu đồng" {
			t.Errorf("%s is money in %q", m.Code, m.Unit)
		}
		if m.Kind == catalogue.Percent && m.Unit != "%" {
			t.Errorf("%s is a percentage in %q", m.Code, m.Unit)
		}
	}
}

func TestLabels(t *testing.T) {
	c := load(t)
	tests := []struct{ got, want string }{
		{c.AgendaKinds.Label("field_visit", catalogue.Vietnamese), "Đi thực tế"},
		{c.AgendaKinds.Label("field_visit", catalogue.English), "Field visit"},
		{c.VisitStatuses.Label("cancelled", "vi"), "Đã hủy"},
		{c.VisitStatuses.Label("cancelled", "xx"), "Đã hủy"},
		{c.VisitStatuses.Label("postponed", "vi"), "postponed"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("label %q, want %q", test.got, test.want)
		}
	}
	p, _ := c.Programme("ct-30a")
	if p.ShortLabel("vi") != "Chương trình 30a" || p.ShortLabel("en") != p.En {
		t.Errorf("short labels %q, %q", p.ShortLabel("vi"), p.ShortLabel("en"))
	}
	topic, _ := c.Topic("housing")
	if topic.ShortLabel("vi") != topic.Vi {
		t.Errorf("a term without short form: %q", topic.ShortLabel("vi"))
	}
	paper, _ := c.Paper("programme")
	if paper.Heading() != "CHƯƠNG TRÌNH" || paper.Abbreviation != "CTr" {
		t.Errorf("programme: %q, %q", paper.Heading(), paper.Abbreviation)
	}
}

func TestTopicsOfATime(t *testing.T) {
	c := load(t)
	if before, after := len(c.Topics.ValidOn("2024-06-10")), len(c.Topics.ValidOn("2026-01-01")); before != after-1 {
		t.Errorf("%d topics before, %d after: two-tier government is new", before, after)
	}
}

func TestAllIsACopy(t *testing.T) {
	c := load(t)
	all := c.Sides.All()
	all[0].Code = "changed"
	if got := c.Sides.Codes(); got[0] != "guest" {
		t.Errorf("codes %q", got)
	}
}

func TestRankTable(t *testing.T) {
	c := load(t)
	table, err := c.RankTable(nil)
	if err != nil || table.Version() != c.Ranks.Version {
		t.Errorf("version %q, error %v", table.Version(), err)
	}
	if _, err := c.RankTable(map[string]int{"…": 5}); err == nil {
		t.Error("an override without words is not refused")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

func BenchmarkRankTable(b *testing.B) {
	c := load(b)
	overrides := map[string]int{"Trưởng Ban Tổ chức": 365}
	for b.Loop() {
		if _, err := c.RankTable(overrides); err != nil {
			b.Fatal(err)
		}
	}
}
