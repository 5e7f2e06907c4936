package plan_test

import (
	"errors"
	"strings"
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

func TestParseQuick(t *testing.T) {
	for _, c := range []struct {
		line string
		want plan.Quick
	}{
		{"13:30 Đón tiếp đại biểu", plan.Quick{"13:30", 0, "Đón tiếp đại biểu"}},
		{"  13h30   Đón tiếp", plan.Quick{"13:30", 0, "Đón tiếp"}},
		{"13h30 phát biểu", plan.Quick{"13:30", 0, "phát biểu"}},
		{"1330 Đón tiếp", plan.Quick{"13:30", 0, "Đón tiếp"}},
		{"8h Ăn sáng", plan.Quick{"08:00", 0, "Ăn sáng"}},
		{"7h30' Xuất phát", plan.Quick{"07:30", 0, "Xuất phát"}},
		{"14 giờ 05 phút: Báo cáo", plan.Quick{"14:05", 0, "Báo cáo"}},
		{"7 giờ rưỡi Ăn sáng", plan.Quick{"07:30", 0, "Ăn sáng"}},
		{"13h30 - 13h45\tĐón tiếp", plan.Quick{"13:30", 15, "Đón tiếp"}},
		{"13:30–13:45: Đón tiếp", plan.Quick{"13:30", 15, "Đón tiếp"}},
		{"13.30 đến 14.00 Làm việc", plan.Quick{"13:30", 30, "Làm việc"}},
		{"22:00 - 00:30 Giao lưu", plan.Quick{"22:00", 150, "Giao lưu"}},
		{"Trao đổi, thảo luận", plan.Quick{"", 0, "Trao đổi, thảo luận"}},
		{"2 đoàn trao đổi", plan.Quick{"", 0, "2 đoàn trao đổi"}},
		{"9999 lượt khách", plan.Quick{"", 0, "9999 lượt khách"}},
		{"10g20abc", plan.Quick{"", 0, "10g20abc"}},
		{"13:30 3 nội dung trao đổi", plan.Quick{"13:30", 0, "3 nội dung trao đổi"}},
	} {
		got, err := plan.ParseQuick(c.line)
		if err != nil || got != c.want {
			t.Errorf("%q: got %+v, %v, want %+v", c.line, got, err, c.want)
		}
	}
}

func TestParseQuickRefuses(t *testing.T) {
	for line, want := range map[string]error{
		"":                       plan.ErrQuickTitle,
		"13:30":                  plan.ErrQuickTitle,
		"13:30 - 14:00":          plan.ErrQuickTitle,
		"25:00 Đón tiếp":         plan.ErrQuickTime,
		"13:30 - 25:00 Đón tiếp": plan.ErrQuickTime,
		"14:00 - 13:30 Đón tiếp": plan.ErrQuickEnd,
		"---":                    plan.ErrQuickTitle,
	} {
		if got, err := plan.ParseQuick(line); !errors.Is(err, want) {
			t.Errorf("%q: got %+v, %v, want %v", line, got, err, want)
		}
	}
}

func FuzzParseQuick(f *testing.F) {
	for _, s := range []string{"13:30 Đón tiếp", "13h30 - 13h45\tĐón", "1330", "7 giờ rưỡi A", "22:00–00:30 x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		q, err := plan.ParseQuick(line)
		if err != nil {
			return
		}
		if strings.TrimSpace(q.Title) == "" || (q.Start != "" && !q.Start.Valid()) {
			t.Fatalf("%q: %+v", line, q)
		}
		if q.Length < 0 || q.Length >= civil.MinutesPerDay || (q.Start == "" && q.Length != 0) {
			t.Fatalf("%q: %+v", line, q)
		}
		again, err := plan.ParseQuick(string(q.Start) + " – " + q.Title)
		if q.Start != "" && err == nil && again.Start != q.Start {
			t.Fatalf("%q: read again as %+v", line, again)
		}
	})
}

func TestLengthUntil(t *testing.T) {
	for _, c := range []struct {
		start, end civil.Clock
		want       int
		ok         bool
	}{
		{"13:30", "14:15", 45, true},
		{"13:30", "13:30", 0, true},
		{"14:00", "13:30", 0, false},
		{"22:00", "00:30", 150, true},
		{"", "13:30", 0, false},
		{"13:30", "", 0, false},
	} {
		if got, ok := plan.LengthUntil(c.start, c.end); got != c.want || ok != c.ok {
			t.Errorf("%s–%s: got %d, %v", c.start, c.end, got, ok)
		}
	}
}

func TestKindOfTitle(t *testing.T) {
	for title, want := range map[string]plan.ItemKind{
		"Đón tiếp đại biểu":                      plan.ItemCeremony,
		"Nghỉ giải lao":                          plan.ItemBreak,
		"Ăn trưa tại nhà khách":                  plan.ItemMeal,
		"Di chuyển đến xã Quảng Khê":             plan.ItemTravel,
		"Tham quan thực tế mô hình":              plan.ItemFieldVisit,
		"Tặng quà lưu niệm, chụp ảnh":            plan.ItemCeremony,
		"Phát biểu đáp từ":                       plan.ItemSpeech,
		"Trao đổi, thảo luận":                    plan.ItemDiscussion,
		"Báo cáo kết quả thực hiện Chương trình": plan.ItemSession,
		"Dự phòng":                               plan.ItemSpare,
		"Kiểm tra phòng, biển tên":               plan.ItemSession,
		"TRẢ PHÒNG":                              plan.ItemTravel,
		"Toạ đàm":                                plan.ItemDiscussion,
		"Lan toả kinh nghiệm":                    plan.ItemSession,
	} {
		if got := plan.KindOfTitle(title); got != want {
			t.Errorf("%q: got %s, want %s", title, got, want)
		}
	}
}
