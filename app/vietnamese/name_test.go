package vietnamese_test

import (
	"slices"
	"testing"

	"nhipcau/app/vietnamese"

	"github.com/google/go-cmp/cmp"
)

func TestSortName(t *testing.T) {
	tests := map[string]string{
		"":                   "",
		"Trịnh Anh":          "Anh",
		"Nông Long Giang":    "Giang",
		" Nguyễn  Văn Thông": "Thông",
		"Y Tên Dòng Họ":      "Tên",
		"H'Tên Họ":           "Tên",
		"H’Tên Họ":           "Tên",
		"H' Tên":             "Tên",
		"K' Tên":             "Tên",
		"k'Tên":              "Tên",
		"Ka Tên":             "Tên",
		"Điểu Tên":           "Tên",
		"Điểu K'Tên":         "K'Tên",
		"Giàng A Tên":        "Tên",
		"Triệu Mùi Tên":      "Tên",
		"Y":                  "Y",
		"K'":                 "K'",
		"Ý Tên":              "Tên",
		"Lý Y Tên":           "Tên",
	}
	for full, want := range tests {
		if got := vietnamese.SortName(full); got != want {
			t.Errorf("SortName(%q) = %q, want %q", full, got, want)
		}
	}
}

func TestNewName(t *testing.T) {
	tests := []struct {
		full, sort string
		want       vietnamese.Name
	}{
		{"Trịnh Anh", "", vietnamese.Name{Sort: "Anh", Family: "Trịnh", Full: "Trịnh Anh"}},
		{"Nông Long  Giang", "", vietnamese.Name{Sort: "Giang", Family: "Nông", Middle: "Long", Full: "Nông Long Giang"}},
		{"Tôn Thất Đệm Tên", "", vietnamese.Name{Sort: "Tên", Family: "Tôn Thất", Middle: "Đệm", Full: "Tôn Thất Đệm Tên"}},
		{"Tôn Thất", "", vietnamese.Name{Sort: "Thất", Family: "Tôn", Full: "Tôn Thất"}},
		{"K' Tên", "", vietnamese.Name{Sort: "Tên", Full: "K' Tên"}},
		{"Y Tên Kép Họ", "Tên Kép", vietnamese.Name{Sort: "Tên Kép", Full: "Y Tên Kép Họ"}},
		{"", "", vietnamese.Name{}},
	}
	for _, test := range tests {
		got := vietnamese.NewName(test.full, test.sort)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("NewName(%q, %q) (-want +got):\n%s", test.full, test.sort, diff)
		}
	}
}

// TestOrderOfTheArticle sorts the seven people that the article names.
func TestOrderOfTheArticle(t *testing.T) {
	want := []string{
		"Trịnh Anh", "Nông Long Giang", "Nông Thế Phúc", "Nguyễn Hữu Tấn",
		"Triệu Thị Thiết", "Nguyễn Văn Thông", "Trần Nam Thuần",
	}
	got := slices.Clone(want)
	slices.SortFunc(got, vietnamese.Compare)
	byFamily := []string{
		"Nguyễn Hữu Tấn", "Nguyễn Văn Thông", "Nông Long Giang", "Nông Thế Phúc",
		"Trần Nam Thuần", "Triệu Thị Thiết", "Trịnh Anh",
	}
	if diff := cmp.Diff(byFamily, got); diff != "" {
		t.Errorf("by the whole string (-want +got):\n%s", diff)
	}
	slices.SortFunc(got, func(a, b string) int {
		return vietnamese.CompareNames(vietnamese.NewName(a, ""), vietnamese.NewName(b, ""))
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("by name (-want +got):\n%s", diff)
	}
}

// TestTonesWithinAComponentComeFirst shows why names are compared part by part:
// as one string the middle name would decide before the tone of the given name.
func TestTonesWithinAComponentComeFirst(t *testing.T) {
	ha, hà := vietnamese.NewName("Họ Văn Ha", ""), vietnamese.NewName("Họ An Hà", "")
	if vietnamese.CompareNames(ha, hà) >= 0 {
		t.Error("Hà sorts before Ha")
	}
}
