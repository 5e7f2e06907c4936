package words_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/words"
)

func load(t testing.TB, lang string) *words.Words {
	t.Helper()
	w, err := words.Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestSay(t *testing.T) {
	vi, en := load(t, words.Vietnamese), load(t, words.English)
	for _, c := range []struct {
		w    *words.Words
		key  string
		args []any
		want string
	}{
		{vi, "due.today", nil, "Đến hạn hôm nay"},
		{en, "due.today", nil, "Due today"},
		{vi, "due.overdue", []any{"Count", 1}, "Quá hạn 1 ngày"},
		{vi, "due.overdue", []any{"Count", 5}, "Quá hạn 5 ngày"},
		{en, "due.overdue", []any{"Count", 1}, "Overdue by 1 day"},
		{en, "due.overdue", []any{"Count", 5}, "Overdue by 5 days"},
		{vi, "count.attendee", []any{"Count", 1234}, "1.234 đại biểu"},
		{en, "count.attendee", []any{"Count", 1234}, "1,234 attendees"},
		{vi, "no.such.key", []any{"Count", 5}, "no.such.key"},
		{vi, "readiness.done", []any{"Done", 7}, "7/… phần đã xong"},
		{
			vi, "warning.end_before_start",
			[]any{"From", civil.Date("2024-06-10"), "To", civil.Date("2024-06-01")},
			"Ngày kết thúc 01/06/2024 trước ngày bắt đầu 10/06/2024. Vui lòng kiểm tra lại.",
		},
		{
			vi, "warning.parts_not_total",
			[]any{"Sum", plan.Figure("365032.5"), "Total", plan.Figure("-46.66")},
			"Các số thành phần cộng lại là 365.032,5, khác tổng số -46,66. Vui lòng kiểm tra lại.",
		},
		{
			en, "warning.parts_not_total",
			[]any{"Sum", plan.Figure("365032.5"), "Total", plan.Figure("n/a, 1.5")},
			"The parts add up to 365,032.5, the total says n/a, 1.5. Please check both.",
		},
		{
			vi, "fault.unknown_field",
			[]any{"Kind", plan.KindVisit, "Field", "titel"},
			"Loại “Chuyến công tác” không có trường “titel”. Vui lòng kiểm tra tên trường.",
		},
	} {
		if got := c.w.Say(c.key, c.args...); got != c.want {
			t.Errorf("%s: Say(%q, %v) = %q, want %q", c.w.Language(), c.key, c.args, got, c.want)
		}
	}
}

func TestUserTextIsNeverATemplate(t *testing.T) {
	w := load(t, words.Vietnamese)
	got := w.Say("warning.topic_without_slot", "Topic", "{{.Topic}} <b>")
	if want := "Nội dung “{{.Topic}} <b>” chưa có trong chương trình."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDomainWords(t *testing.T) {
	w := load(t, words.Vietnamese)
	for _, c := range []struct{ got, want string }{
		{w.Kind(plan.KindAttendee), "Đại biểu"},
		{w.Kind("unheard_of"), "unheard_of"},
		{w.Kinds(plan.KindAttendee), "Thành phần"},
		{w.Counted(plan.KindVisit, 3), "3 chuyến công tác"},
		{w.Field(plan.KindVisit, "title"), "Tên chuyến công tác"},
		{w.Field(plan.KindVisit, "when.to"), "Đến ngày"},
		{w.Field(plan.KindAgendaItem, "leads[12].text"), "Người chủ trì (ghi tự do)"},
		{w.Field(plan.KindVisit, "from_a_newer_version"), "from_a_newer_version"},
		{w.Enum(plan.KindVisit, "status", "idea"), "Ý tưởng"},
		{w.Enum(plan.KindVisit, "status", ""), ""},
		{w.Enum(plan.KindVisit, "status", "unheard_of"), "unheard_of"},
		{w.Enum(plan.KindAttendee, "attendance", ""), "Chưa trả lời"},
		{w.Enum(plan.KindLocality, "versions[0].level", "district"), "Cấp huyện"},
		{w.Number("365032"), "365.032"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestExplain(t *testing.T) {
	w := load(t, words.English)
	internal := w.Say("fault.internal")
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"a fault", fault.New("fault.nothing_to_undo"), "There is nothing left to undo."},
		{"a wrapped fault", fmt.Errorf("undoing: %w", fault.New("fault.folder_in_use", "Folder", "D:\\data")), "The data folder D:\\data is in use by another program. Please close that one and try again."},
		{"a fault without words", fault.New("fault.unheard_of"), internal},
		{"any other error", errors.New("badger: value log truncate required"), internal},
		{"a cancelled task", fmt.Errorf("exporting: %w", context.Canceled), w.Say("fault.cancelled")},
	} {
		if got := w.Explain(c.err); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestIssueSentencesNameTheirValues(t *testing.T) {
	for _, w := range all(t) {
		bad := &plan.Visit{Title: strings.Repeat("x", 301), Status: "maybe", When: plan.Period{From: "2024-02-30"}}
		for _, issue := range plan.NewValidator().Check(bad) {
			text := w.Issue(issue)
			if text == issue.Key || strings.Contains(text, "…") {
				t.Errorf("%s: %s: %q", w.Language(), issue.Field, text)
			}
		}
	}
}

func TestLoadUnknownLanguage(t *testing.T) {
	for _, lang := range []string{"", "fr", "..", "*"} {
		if _, err := words.Load(lang); fault.KeyOf(err) != "fault.unknown_language" {
			t.Errorf("Load(%q): %v", lang, err)
		}
	}
}

func TestWordsMayBeSharedByGoroutines(t *testing.T) {
	w := load(t, words.Vietnamese)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			want := fmt.Sprintf("Quá hạn %d ngày", i)
			if got := w.Say("due.overdue", "Count", i); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
	group.Wait()
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b, words.Vietnamese)
	}
}

func BenchmarkSay(b *testing.B) {
	w := load(b, words.Vietnamese)
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			w.Enum(plan.KindVisit, "status", "idea")
		}
	})
	b.Run("composed", func(b *testing.B) {
		for b.Loop() {
			w.Say("due.overdue", "Count", 5)
		}
	})
}
