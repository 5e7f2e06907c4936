package localities_test

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"nhipcau/app/civil"
	"nhipcau/app/localities"
	"nhipcau/app/vietnamese"
)

const (
	before civil.Date = "2024-06-10"
	after  civil.Date = "2026-11-23"
)

// loaded reads the register once for all tests.
var loaded = sync.OnceValues(localities.Load)

func register(t testing.TB) *localities.Register {
	t.Helper()
	r, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// paths returns the paths of units, in order.
func paths(r *localities.Register, units []localities.Unit) []string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = r.Path(u)
	}
	return out
}

func TestCounts(t *testing.T) {
	r := register(t)
	count := func(day civil.Date) map[string]int {
		n := map[string]int{}
		for _, u := range r.ValidOn(day) {
			n[u.Level]++
			if u.Level == localities.Commune {
				n[u.Type]++
			}
		}
		return n
	}
	tests := []struct {
		day  civil.Date
		key  string
		want int
	}{
		{before, localities.Province, 63},
		{before, localities.District, 696},
		{before, localities.Commune, 10035},
		{"2025-06-30", localities.District, 696},
		{"2025-07-01", localities.District, 0},
		{after, localities.Province, 34},
		{after, localities.Commune, 3321},
		{after, "Xã", 2611},
		{after, "Phường", 697},
		{after, "Đặc khu", 13},
	}
	for _, test := range tests {
		if got := count(test.day)[test.key]; got != test.want {
			t.Errorf("%s on %s: %d, want %d", test.key, test.day, got, test.want)
		}
	}
	if got := len(r.ValidOn("")); got != r.Len() {
		t.Errorf("on no day: %d, want all %d", got, r.Len())
	}
}

func TestEveryUnit(t *testing.T) {
	r := register(t)
	for _, u := range r.ValidOn("") {
		if err := uuid.Validate(u.ID); err != nil {
			t.Fatalf("%s: id %q: %v", u.FullName, u.ID, err)
		}
		if u.FullName != u.Type+" "+u.Name || u.FullName != vietnamese.Normalize(u.FullName) {
			t.Errorf("%q is not type, space, name in normal form", u.FullName)
		}
		parent, ok := r.Parent(u)
		if ok == (u.Level == localities.Province) {
			t.Errorf("%s %s: parent %v", u.Level, u.FullName, ok)
		}
		if ok && (parent.ValidFrom != u.ValidFrom || parent.ValidTo != u.ValidTo) {
			t.Errorf("%s and its parent %s have different periods", u.FullName, parent.FullName)
		}
	}
}

func TestIDsStay(t *testing.T) {
	// Ids are in bundles that others hold: they must never change.
	r := register(t)
	tests := []struct{ query, day, id string }{
		{"huyện Thạch An, Cao Bằng", string(before), "724de175-7779-5322-a9e8-38a2bcc9e56c"},
		{"huyện Đắk Glong", string(before), "dfbddeaa-d9a9-50c4-9122-af994e5aa325"},
		{"xã Thạch An", string(after), "9452f19b-386f-51ee-9c8c-f09a71461691"},
		{"xã Quảng Khê, Lâm Đồng", string(after), "f4fce741-b786-512d-8e2c-28749ba48f88"},
	}
	for _, test := range tests {
		found := r.Find(test.query, civil.Date(test.day), 1)
		if len(found) == 0 || found[0].ID != test.id {
			t.Errorf("%s: %v, want id %s", test.query, found, test.id)
		}
	}
	if got, want := localities.ID("units-2025-03", "053", localities.FromUnknown), tests[0].id; got != want {
		t.Errorf("ID = %s, want %s", got, want)
	}
}

func TestCodesAreUsedAgain(t *testing.T) {
	r := register(t)
	names := map[string]bool{}
	for _, u := range r.ValidOn("") {
		if u.Code == "01807" {
			names[u.FullName] = true
		}
	}
	if !names["Xã Vân Trình"] || !names["Xã Thạch An"] {
		t.Errorf("code 01807 stands for %v", names)
	}
}

func TestParentAndChildren(t *testing.T) {
	r := register(t)
	lamDong := r.Find("tỉnh Lâm Đồng", after, 1)[0]
	if got := len(r.Children(lamDong.ID)); got != 124 {
		t.Errorf("Lâm Đồng has %d communes, want 124", got)
	}
	dakGlong := r.Find("Đăk Glong", before, 1)[0]
	if got := len(r.Children(dakGlong.ID)); got != 7 {
		t.Errorf("Đăk Glong has %d communes, want 7", got)
	}
	if parent, _ := r.Parent(dakGlong); parent.FullName != "Tỉnh Đắk Nông" {
		t.Errorf("parent of Đăk Glong is %q", parent.FullName)
	}
	if got := r.Children("no such id"); len(got) != 0 {
		t.Errorf("children of nothing: %v", got)
	}
	if _, ok := r.ByID("no such id"); ok {
		t.Error("found a unit without id")
	}
}

func TestFindFirst(t *testing.T) {
	r := register(t)
	tests := []struct {
		query string
		on    civil.Date
		want  string
	}{
		{"thach an", before, "huyện Thạch An, tỉnh Cao Bằng"},
		{"thach an", after, "xã Thạch An, tỉnh Cao Bằng"},
		{"Thạch An", "", "xã Thạch An, tỉnh Cao Bằng"},
		{"thach an cao bang", before, "huyện Thạch An, tỉnh Cao Bằng"},
		{"cao bằng thạch an", before, "huyện Thạch An, tỉnh Cao Bằng"},
		{"quang khe lam dong", after, "xã Quảng Khê, tỉnh Lâm Đồng"},
		{"quang khe dak nong", before, "xã Quảng Khê, huyện Đắk Glong, tỉnh Đắk Nông"},
		{"quang khe dak glong", before, "xã Quảng Khê, huyện Đắk Glong, tỉnh Đắk Nông"},
		{"Đắk Glong", before, "huyện Đắk Glong, tỉnh Đắk Nông"},
		{"Đăk Glong", before, "huyện Đắk Glong, tỉnh Đắk Nông"},
		{"dak glong", before, "huyện Đắk Glong, tỉnh Đắk Nông"},
		{"DAK GLONG", after, "huyện Đắk Glong, tỉnh Đắk Nông"},
		{"huyện Đắk Glong, tỉnh Đắk Nông", before, "huyện Đắk Glong, tỉnh Đắk Nông"},
		{"H. Thạch An", before, "huyện Thạch An, tỉnh Cao Bằng"},
		{"xã Quảng Khê, H. Đắk Glong", before, "xã Quảng Khê, huyện Đắk Glong, tỉnh Đắk Nông"},
		{"xa quang khe", before, "xã Quảng Khê, huyện Ba Bể, tỉnh Bắc Kạn"},
		{"TP Cao Bằng", before, "thành phố Cao Bằng, tỉnh Cao Bằng"},
		{"tp.cao bang", before, "thành phố Cao Bằng, tỉnh Cao Bằng"},
		{"cao bang", before, "tỉnh Cao Bằng"},
		{"ho chi minh", after, "Thành phố Hồ Chí Minh"},
		{"Q. 1, TP Hồ Chí Minh", before, "Quận 1, Thành phố Hồ Chí Minh"},
		{"dak rmang", before, "xã Đắk R'Măng, huyện Đắk Glong, tỉnh Đắk Nông"},
		{"Đắk R’Măng", before, "xã Đắk R'Măng, huyện Đắk Glong, tỉnh Đắk Nông"},
		{"thanh hoá", after, "tỉnh Thanh Hoá"},
		{"thanh hóa", after, "tỉnh Thanh Hoá"},
		{"truong sa", after, "đặc khu Trường Sa, tỉnh Khánh Hoà"},
		{"glong", before, "huyện Đắk Glong, tỉnh Đắk Nông"},
	}
	for _, test := range tests {
		got := paths(r, r.Find(test.query, test.on, 1))
		if len(got) != 1 || got[0] != test.want {
			t.Errorf("Find(%q, %s) = %q, want %q", test.query, test.on, got, test.want)
		}
	}
}

func TestFindBoth(t *testing.T) {
	// A query that fits both times gives the units of the day first.
	r := register(t)
	got := paths(r, r.Find("thach an cao bang", after, 0))
	if len(got) < 2 || got[0] != "xã Thạch An, tỉnh Cao Bằng" || got[1] != "huyện Thạch An, tỉnh Cao Bằng" {
		t.Errorf("got %q", got)
	}
}

func TestFindMarks(t *testing.T) {
	// With marks the unit that has them comes first, whatever the list's order.
	r := register(t)
	for _, query := range []string{"Tân An", "Tân Ân"} {
		found := r.Find(query, before, 1)
		if len(found) == 0 || found[0].Name != query {
			t.Errorf("Find(%q) = %v", query, found)
		}
	}
}

func TestFindNothing(t *testing.T) {
	r := register(t)
	for _, query := range []string{"", " ", ",.-", "không có đơn vị này", "xyz", "thach an lam dong"} {
		if got := r.Find(query, after, 10); len(got) != 0 {
			t.Errorf("Find(%q) = %q", query, paths(r, got))
		}
	}
}

func TestFindLimit(t *testing.T) {
	r := register(t)
	all := r.Find("an", after, 0)
	if len(all) < 100 {
		t.Fatalf("only %d units with an", len(all))
	}
	some := r.Find("an", after, 7)
	if len(some) != 7 {
		t.Fatalf("%d units, want 7", len(some))
	}
	for i := range some {
		if some[i] != all[i] {
			t.Errorf("place %d: %s, want %s", i, some[i].FullName, all[i].FullName)
		}
	}
}

func TestFindOrder(t *testing.T) {
	// Whole name, beginning, word, inside; and no valid unit after one that is
	// not.
	r := register(t)
	fit := func(u localities.Unit) int {
		name := vietnamese.Fold(u.Name)
		switch {
		case name == "an khe":
			return 0
		case strings.HasPrefix(name, "an khe"):
			return 1
		case strings.Contains(name, " an khe"):
			return 2
		}
		return 3
	}
	last, lastValid := 0, true
	for _, u := range r.Find("an khe", after, 0) {
		valid := u.ValidOn(after)
		if valid && !lastValid {
			t.Fatalf("%s is valid and comes late", u.FullName)
		}
		if valid != lastValid {
			last, lastValid = 0, valid
		}
		if f := fit(u); f < last && strings.Contains(vietnamese.Fold(u.Name), "an khe") {
			t.Errorf("%s comes late", u.FullName)
		} else {
			last = f
		}
	}
}

func TestFindEveryUnit(t *testing.T) {
	// Any unit of either time is found by its path, with and without marks.
	r := register(t)
	units := r.ValidOn("")
	rapid.Check(t, func(t *rapid.T) {
		u := rapid.SampledFrom(units).Draw(t, "unit")
		on := before
		if u.Current() {
			on = after
		}
		for _, query := range []string{r.Path(u), vietnamese.Fold(r.Path(u)), u.Name + " " + pathAbove(r, u)} {
			if !contains(r.Find(query, on, 0), u) {
				t.Errorf("%s is not found by %q", r.Path(u), query)
			}
		}
	})
}

func pathAbove(r *localities.Register, u localities.Unit) string {
	parent, ok := r.Parent(u)
	if !ok {
		return ""
	}
	return parent.Name
}

func contains(units []localities.Unit, u localities.Unit) bool {
	for _, other := range units {
		if other.ID == u.ID {
			return true
		}
	}
	return false
}

func TestSameName(t *testing.T) {
	r := register(t)
	commune := r.Find("quảng khê lâm đồng", after, 1)[0]
	got := paths(r, r.SameName(commune, before))
	want := "xã Quảng Khê, huyện Đắk Glong, tỉnh Đắk Nông"
	found := false
	for _, path := range got {
		found = found || path == want
	}
	if !found || len(got) < 2 {
		t.Errorf("got %q, want more than one with %q", got, want)
	}
	district := r.Find("huyện thạch an", before, 1)[0]
	if got := paths(r, r.SameName(district, after)); len(got) != 1 || got[0] != "xã Thạch An, tỉnh Cao Bằng" {
		t.Errorf("Thạch An today: %q", got)
	}
	if got := r.SameName(district, before); len(got) != 0 {
		t.Errorf("Thạch An beside itself: %q", paths(r, got))
	}
}

func TestFormedFrom(t *testing.T) {
	r := register(t)
	u := r.Find("xã quảng khê lâm đồng", after, 1)[0]
	if !strings.Contains(u.FormedFrom, "Đắk Plao") {
		t.Errorf("formed from %q", u.FormedFrom)
	}
	if old := r.Find("xã quảng khê đắk nông", before, 1)[0]; old.FormedFrom != "" {
		t.Errorf("the list of 2025 says nothing, got %q", old.FormedFrom)
	}
}

func TestRunningName(t *testing.T) {
	tests := map[string]string{
		"Huyện Thạch An":        "huyện Thạch An",
		"Xã Quảng Khê":          "xã Quảng Khê",
		"Tỉnh Cao Bằng":         "tỉnh Cao Bằng",
		"Thị trấn Đông Khê":     "thị trấn Đông Khê",
		"Thị xã Gia Nghĩa":      "thị xã Gia Nghĩa",
		"Đặc khu Phú Quý":       "đặc khu Phú Quý",
		"Thành phố Đà Nẵng":     "thành phố Đà Nẵng",
		"Thành phố Hà Nội":      "thành phố Hà Nội",
		"Thành phố Hồ Chí Minh": "Thành phố Hồ Chí Minh",
		"thành phố Hồ Chí Minh": "Thành phố Hồ Chí Minh",
		"Thủ đô Hà Nội":         "Thủ đô Hà Nội",
		"Quận 1":                "Quận 1",
		"quận 1":                "Quận 1",
		"Phường 3":              "Phường 3",
		"Phường Mỹ Đình 1":      "phường Mỹ Đình 1",
		"Phường Điện Biên Phủ":  "Phường Điện Biên Phủ",
		"Phường Điện Biên":      "phường Điện Biên",
		"Xã Lê Lợi":             "Xã Lê Lợi",
		"Xã Đặng Thuỳ Trâm":     "Xã Đặng Thuỳ Trâm",
		"Thôn 8":                "Thôn 8",
		"":                      "",
		"Xã":                    "Xã",
	}
	for full, want := range tests {
		if got := localities.RunningName(full); got != want {
			t.Errorf("RunningName(%q) = %q, want %q", full, got, want)
		}
	}
	if got := localities.SentenceName("xã Quảng Khê"); got != "Xã Quảng Khê" {
		t.Errorf("SentenceName = %q", got)
	}
}

func FuzzRunningName(f *testing.F) {
	for _, seed := range []string{"Huyện Thạch An", "Quận 1", "xã", "THÀNH PHỐ X", "\xff\xfe", "thị trấ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := localities.RunningName(s)
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("RunningName(%q) = %q", s, got)
		}
		if !strings.EqualFold(got, s) && utf8.ValidString(s) {
			t.Errorf("RunningName(%q) = %q: more than case differs", s, got)
		}
		if again := localities.RunningName(got); again != got {
			t.Errorf("RunningName(%q) = %q, then %q", s, got, again)
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"thach an", "H. Đắk Glong, Đắk Nông", "tp", "q 1", " , ,", "xã xã xã"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		if len(query) > 200 {
			return
		}
		r := register(t)
		units := r.Find(query, after, 20)
		if len(units) > 20 {
			t.Errorf("%d units", len(units))
		}
		seen := map[string]bool{}
		for _, u := range units {
			if seen[u.ID] {
				t.Errorf("%s twice", u.FullName)
			}
			seen[u.ID] = true
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := localities.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFirstFind(b *testing.B) {
	for b.Loop() {
		r, err := localities.Load()
		if err != nil {
			b.Fatal(err)
		}
		r.Find("thach an", after, 20)
	}
}

func BenchmarkFind(b *testing.B) {
	r := register(b)
	for _, query := range []string{"a", "an", "Ấn", "thach an", "quảng khê lâm đồng", "xã Quảng Khê, huyện Đắk Glong, tỉnh Đắk Nông"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				r.Find(query, after, 20)
			}
		})
	}
}
