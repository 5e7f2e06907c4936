package desk_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/lists"
	"nhipcau/app/plan"
)

func keep(t *testing.T, d *desk.Desk, records ...plan.Record) {
	t.Helper()
	for _, r := range records {
		if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(r) }); err != nil {
			t.Fatal(err)
		}
	}
}

// full is the sample visit with something of every kind.
func full(t *testing.T) (d *desk.Desk, visit string) {
	t.Helper()
	d, visit = article(t)
	person := &plan.Person{Name: "Đại biểu 01", Phone: "0912 345 678", Email: "a@example.org", Notes: "ghi chú"}
	keep(t, d, person)
	car := &plan.Vehicle{Visit: visit, Side: plan.Guest, Name: "Xe số 1", Plate: "11A-000.01", Driver: "Đại biểu 02", Seats: 16}
	keep(t, d, car)
	topic := desk.Of[*plan.Topic](d, visit)[0]
	task := &plan.FollowUp{Visit: visit, Action: "Xây dựng kế hoạch đào tạo nghề", Lead: "Phòng Nội vụ", Due: "2020-01-31"}
	keep(t, d,
		&plan.Attendee{
			Visit: visit, Side: plan.Guest, Person: person.ID, Name: "Đại biểu 01", Honorific: "ba", Posts: []string{"Chuyên viên"},
			Unit: "Phòng Nội vụ", Role: plan.AttendeeSecretary, Phone: "0912 345 678", Vehicle: car.ID, Room: "101", Needs: "ăn chay",
		},
		&plan.Question{Visit: visit, Topic: topic.ID, Text: "Nguồn vốn từ đâu?", Answer: "Từ Dự án 2."},
		&plan.Question{Visit: visit, Topic: topic.ID, Text: "Bao nhiêu hộ?"},
		task)
	keep(t, d,
		&plan.ProgressEntry{Visit: visit, FollowUp: task.ID, On: "2024-07-02", Text: "Đã trình", Evidence: "Tờ trình 05"},
		&plan.ProgressEntry{Visit: visit, FollowUp: task.ID, On: "2024-07-01", Text: "Đã dự thảo"},
		&plan.Lesson{Visit: visit, Title: "Gắn dạy nghề với việc làm", Applicability: "now", FollowUps: []string{task.ID}},
		&plan.AgendaItem{Visit: visit, Title: "Họp nội bộ", Internal: true, When: plan.Slot{Day: "2024-06-10", Start: "07:00", Length: 30}, Preparer: "Văn phòng"},
		&plan.AgendaItem{Visit: visit, Title: "Giao lưu buổi tối", When: plan.Slot{Day: "2024-06-10", Start: "23:00", Length: 120}},
		&plan.AgendaItem{Visit: visit, Title: "Dự phòng chưa xếp ngày"})
	return d, visit
}

// rows writes a list as CSV and reads it: the head and the rows by title.
func rows(t *testing.T, d *desk.Desk, visit string, ask lists.Ask) (head []string, out []map[string]string, done desk.WrittenList) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.csv")
	done, err := d.WriteList(visit, ask, path, "test")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all[1:] {
		one := map[string]string{}
		for i, text := range row {
			one[all[0][i]] = text
		}
		out = append(out, one)
	}
	if done.Rows != len(out) {
		t.Errorf("%d rows are told, %d written", done.Rows, len(out))
	}
	return all[0], out, done
}

func TestListsOfADelegation(t *testing.T) {
	d, visit := full(t)
	partner := []string{"STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Ghi chú"}
	logistics := append(slices.Clone(partner), "Số điện thoại", "Thư điện tử", "Giới tính", "Xe số", "Phòng nghỉ", "Ăn chay/kiêng")
	for _, test := range []struct {
		variant  lists.Variant
		side     plan.Side
		head     []string
		rows     int
		personal int
	}{
		{lists.ForPartner, "", partner, 6, 0},
		{lists.ForLogistics, "", logistics, 6, 1},
		{lists.ForTickets, "", append(slices.Clone(logistics), "Ngày sinh", "Số CCCD"), 6, 1},
		{lists.ForSigning, "", []string{"STT", "Họ và tên", "Chức vụ, đơn vị", "Ký nhận"}, 6, 0},
		{lists.ForMeeting, "", []string{"STT", "Họ và tên", "Chức vụ, đơn vị", "Thành phần"}, 5, 0},
		{lists.ForPartner, plan.Host, partner, 5, 0},
	} {
		head, got, done := rows(t, d, visit, lists.Ask{Kind: lists.Delegation, Variant: test.variant, Side: test.side, Internal: test.variant.Internal()})
		if !slices.Equal(head, test.head) {
			t.Errorf("%s: %q, want %q", test.variant, head, test.head)
		}
		if len(got) != test.rows || done.Personal != test.personal {
			t.Errorf("%s: %d rows, %d personal", test.variant, len(got), done.Personal)
		}
	}
	_, got, _ := rows(t, d, visit, lists.Ask{Kind: lists.Delegation, Variant: lists.ForLogistics, Internal: true})
	i := slices.IndexFunc(got, func(r map[string]string) bool { return r["Họ và tên"] == "Đại biểu 01" })
	want := map[string]string{"Giới tính": "Nữ", "Xe số": "Xe số 1", "Phòng nghỉ": "101", "Ăn chay/kiêng": "ăn chay", "Ghi chú": "Thư ký", "Số điện thoại": "0912 345 678"}
	for title, text := range want {
		if got[i][title] != text {
			t.Errorf("%s is %q, want %q", title, got[i][title], text)
		}
	}
	if got[0]["Họ và tên"] != "Nông Long Giang" || got[0]["Ghi chú"] != "Trưởng đoàn" {
		t.Errorf("first is %v", got[0])
	}
}

func TestWhoDeclinedIsOnNoList(t *testing.T) {
	d, visit := full(t)
	a := attendee(t, d, visit, "Đại biểu 01")
	a.Attendance = plan.Declined
	keep(t, d, a)
	if _, got, _ := rows(t, d, visit, lists.Ask{Kind: lists.Delegation}); len(got) != 5 {
		t.Errorf("%d rows", len(got))
	}
}

func TestListsSayWhatTheVisitHolds(t *testing.T) {
	d, visit := full(t)
	for _, test := range []struct {
		visit        string
		ask          lists.Ask
		title, holds string
	}{
		{visit, lists.Ask{Kind: lists.Topics}, "Câu hỏi và trả lời", "1. Nguồn vốn từ đâu?\n→ Từ Dự án 2.\n2. Bao nhiêu hộ?\n→ Chưa trả lời"},
		{visit, lists.Ask{Kind: lists.Questions}, "Tình trạng", "Chưa trả lời"},
		{visit, lists.Ask{Kind: lists.FollowUps}, "Tiến độ", "01/07/2024: Đã dự thảo\n02/07/2024: Đã trình (Tờ trình 05)"},
		{"", lists.Ask{Kind: lists.FollowUps}, "Chuyến công tác", "Học tập kinh nghiệm"},
		{visit, lists.Ask{Kind: lists.FollowUps}, "Trạng thái", "quá hạn"},
		{visit, lists.Ask{Kind: lists.Lessons}, "Nhiệm vụ đề xuất", "- Xây dựng kế hoạch đào tạo nghề"},
		{"", lists.Ask{Kind: lists.Lessons}, "Khả năng vận dụng", "Áp dụng ngay"},
		{visit, lists.Ask{Kind: lists.FieldVisits}, "Thời gian", "16h20 - 17h10"},
		{visit, lists.Ask{Kind: lists.Models}, "Tên mô hình", "trồng dâu nuôi tằm"},
		{visit, lists.Ask{Kind: lists.Vehicles}, "Người đi xe", "Đại biểu 01"},
		{visit, lists.Ask{Kind: lists.Vehicles, Internal: true}, "Biển số", "11A-000.01"},
		{visit, lists.Ask{Kind: lists.Programme}, "Thời gian", "23h00 - 1h00 (11/6)"},
		{visit, lists.Ask{Kind: lists.Programme, Internal: true}, "Đơn vị chuẩn bị", "Văn phòng"},
		{"", lists.Ask{Kind: lists.Visits}, "Nơi cử đoàn", "huyện Thạch An, tỉnh Cao Bằng"},
		{"", lists.Ask{Kind: lists.Visits}, "Số người trong đoàn", "4"},
		{"", lists.Ask{Kind: lists.People}, "Họ và tên", "Đại biểu 01"},
		{"", lists.Ask{Kind: lists.People, Internal: true}, "Số điện thoại", "0912 345 678"},
		{"", lists.Ask{Kind: lists.Localities}, "Số liệu mới nhất", "46,66%"},
		{"", lists.Ask{Kind: lists.Indicators}, "Số liệu", "365.032"},
	} {
		_, got, _ := rows(t, d, test.visit, test.ask)
		if !slices.ContainsFunc(got, func(r map[string]string) bool { return strings.Contains(r[test.title], test.holds) }) {
			t.Errorf("%s: no %q holds %q", test.ask.Kind, test.title, test.holds)
		}
	}
}

func TestEveryKindIsWrittenAsAWorkbook(t *testing.T) {
	d, visit := full(t)
	for _, form := range lists.Forms() {
		of := visit
		if form.Visit == lists.NoVisit {
			of = ""
		}
		done, err := d.WriteList(of, lists.Ask{Kind: form.Kind, Internal: true}, filepath.Join(t.TempDir(), "x.xlsx"), "test")
		if err != nil || done.Rows == 0 {
			t.Errorf("%s: %d rows, %v", form.Kind, done.Rows, err)
		}
		name, err := d.ListName(of, lists.Ask{Kind: form.Kind}, lists.XLSX)
		if err != nil || strings.HasPrefix(name, "_") || !strings.HasSuffix(name, ".xlsx") || strings.ContainsAny(name, " /ạ") {
			t.Errorf("%s proposes %q, %v", form.Kind, name, err)
		}
	}
}

// Names of files are proposed on the goroutine of the window: no list is made for
// them.
func TestTheNameOfAFileSaysWhatIsInIt(t *testing.T) {
	d, visit := full(t)
	who := attendee(t, d, visit, "Nông Thế Phúc")
	for _, test := range []struct {
		ask    lists.Ask
		format lists.Format
		want   string
	}{
		{lists.Ask{Kind: lists.Programme}, lists.XLSX, "ChuongTrinh_ThachAn_DakGlong_20240610.xlsx"},
		{lists.Ask{Kind: lists.Programme, Internal: true}, lists.CSV, "KichBan_ThachAn_DakGlong_20240610.csv"},
		{lists.Ask{Kind: lists.Programme}, lists.ICS, "Lich_ThachAn_DakGlong_20240610.ics"},
		{lists.Ask{Kind: lists.Programme, Person: who.ID}, lists.ICS, "Lich_NongThePhuc_ThachAn_DakGlong_20240610.ics"},
		{lists.Ask{Kind: lists.Delegation, Variant: lists.ForMeeting}, lists.CSV, "ThanhPhanTiepDoan_DuHop_ThachAn_DakGlong_20240610.csv"},
		{lists.Ask{Kind: lists.Delegation}, lists.VCF, "DanhSachDoan_ThachAn_DakGlong_20240610.vcf"},
	} {
		if got, err := d.ListName(visit, test.ask, test.format); err != nil || got != test.want {
			t.Errorf("%+v: %q, %v", test.ask, got, err)
		}
	}
}

func calendarText(t *testing.T, d *desk.Desk, visit string, ask lists.Ask) (string, desk.WrittenList) {
	t.Helper()
	ask.Kind = lists.Programme
	path := filepath.Join(t.TempDir(), "x.ics")
	done, err := d.WriteList(visit, ask, path, "test")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "\r\n ", ""), done
}

func TestCalendarOfAVisit(t *testing.T) {
	d, visit := full(t)
	text, done := calendarText(t, d, visit, lists.Ask{})
	if done.Rows != 11 || done.Undated != 1 {
		t.Errorf("%d events, %d without a day", done.Rows, done.Undated)
	}
	if strings.Contains(text, "Họp nội bộ") || !strings.Contains(text, "DTEND;TZID=Asia/Ho_Chi_Minh:20240611T010000") {
		t.Errorf("got\n%s", text)
	}
	again, _ := calendarText(t, d, visit, lists.Ask{Internal: true})
	if !strings.Contains(again, "Họp nội bộ") || !strings.Contains(again, "CLASS:PRIVATE") {
		t.Error("no internal item")
	}
	for _, item := range desk.Of[*plan.AgendaItem](d, visit) {
		if item.When.Day != "" && !item.Internal && !strings.Contains(text, "UID:"+item.ID+"\r\n") {
			t.Errorf("%s has no UID of its own", item.Title)
		}
	}
}

func TestCalendarOfAPerson(t *testing.T) {
	d, visit := full(t)
	who := attendee(t, d, visit, "Trịnh Anh")
	text, done := calendarText(t, d, visit, lists.Ask{Person: who.ID})
	if done.Rows != 11 || strings.Count(text, "(trình bày)") != 1 || !strings.Contains(text, "NAME:Trịnh Anh") {
		t.Errorf("%d events:\n%s", done.Rows, text)
	}
	// The internal meeting is his only where he leads it.
	for _, item := range desk.Of[*plan.AgendaItem](d, visit) {
		if item.Internal {
			item.Leads = []plan.Speaker{{Attendee: who.ID}}
			keep(t, d, item)
		}
	}
	if text, _ := calendarText(t, d, visit, lists.Ask{Person: who.ID, Internal: true}); !strings.Contains(text, "Họp nội bộ (chủ trì)") {
		t.Error("what he leads is not his")
	}
	other := attendee(t, d, visit, "Nông Thế Phúc")
	if text, _ := calendarText(t, d, visit, lists.Ask{Person: other.ID, Internal: true}); strings.Contains(text, "Họp nội bộ") {
		t.Error("what another leads is his")
	}
}

func TestCalendarOfAPersonOverAllVisits(t *testing.T) {
	d, visit := full(t)
	person := desk.All[*plan.Person](d)[0]
	second := &plan.Visit{Title: "Chuyến hai", Status: plan.StatusPlanned, When: plan.Period{From: "2024-09-01"}}
	keep(t, d, second)
	off := &plan.Visit{Title: "Chuyến ba", Status: plan.StatusCancelled, When: plan.Period{From: "2024-10-01"}}
	keep(t, d, off)
	for _, v := range []string{second.ID, off.ID} {
		keep(t, d, &plan.Attendee{Visit: v, Side: plan.Guest, Person: person.ID, Name: person.Name},
			&plan.AgendaItem{Visit: v, Title: "Đón đoàn", When: plan.Slot{Day: "2024-09-01", Start: "08:00"}})
	}
	text, done := calendarText(t, d, "", lists.Ask{Person: person.ID})
	if done.Rows != 12 || !strings.Contains(text, "Lịch công tác của Đại biểu 01") || !strings.Contains(text, "STATUS:TENTATIVE") {
		t.Errorf("%d events:\n%s", done.Rows, text)
	}
	if _, done := calendarText(t, d, visit, lists.Ask{Person: person.ID}); done.Rows != 11 {
		t.Errorf("%d events in the one visit", done.Rows)
	}
}

func TestContactsLeaveWithoutNumbersUnlessAsked(t *testing.T) {
	d, visit := full(t)
	for _, test := range []struct {
		visit    string
		ask      lists.Ask
		rows     int
		personal int
	}{
		{visit, lists.Ask{Kind: lists.Delegation}, 4, 0},
		{visit, lists.Ask{Kind: lists.Delegation, Internal: true}, 4, 1},
		{visit, lists.Ask{Kind: lists.Delegation, Side: plan.Host, Internal: true}, 4, 0},
		{"", lists.Ask{Kind: lists.People, Internal: true}, 1, 1},
	} {
		path := filepath.Join(t.TempDir(), "x.vcf")
		done, err := d.WriteList(test.visit, test.ask, path, "test")
		if err != nil || done.Rows != test.rows || done.Personal != test.personal {
			t.Errorf("%+v: %+v, %v", test.ask, done, err)
		}
		data, _ := os.ReadFile(path)
		if got := strings.Contains(string(data), "TEL"); got != (test.personal > 0) {
			t.Errorf("%+v: a telephone: %v", test.ask, got)
		}
	}
}

func TestPersonalListsAreNoted(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	keep(t, d, &plan.Person{Name: "Đại biểu 01", Phone: "0912 345 678"})
	for _, name := range []string{"a.csv", "b.csv"} {
		if _, err := d.WriteList("", lists.Ask{Kind: lists.People, Internal: true}, filepath.Join(t.TempDir(), name), "test"); err != nil {
			t.Fatal(err)
		}
	}
	all, err := desktest.Open(t, store, 1).SentLists()
	if err != nil || len(all) != 2 || all[0].File != "b.csv" || all[0].Personal != 1 || all[0].Kind != lists.People || !all[0].At.After(all[1].At) {
		t.Errorf("%+v, %v", all, err)
	}
	if found, err := d.Check(); err != nil || len(found.Damaged) != 0 {
		t.Errorf("%+v, %v", found.Damaged, err)
	}
	if err := store.Commit([]desk.Op{{Key: "list/20240610T000000.000000000", Value: []byte("{")}}); err != nil {
		t.Fatal(err)
	}
	if found, err := d.Check(); err != nil || len(found.Damaged) != 1 {
		t.Errorf("damage is not found: %+v, %v", found.Damaged, err)
	}
}

func TestListsThatAreRefused(t *testing.T) {
	d, visit := full(t)
	gone := "00000000-0000-4000-8000-000000000000"
	for _, test := range []struct {
		visit, file string
		ask         lists.Ask
		key         string
	}{
		{visit, "x.doc", lists.Ask{Kind: lists.Topics}, "fault.list_format"},
		{visit, "x", lists.Ask{Kind: lists.Topics}, "fault.list_format"},
		{visit, "x.ics", lists.Ask{Kind: lists.Topics}, "fault.list_not_as"},
		{"", "x.csv", lists.Ask{Kind: lists.Topics}, "fault.list_needs_visit"},
		{visit, "x.csv", lists.Ask{Kind: lists.Visits}, "fault.list_of_office"},
		{visit, "x.csv", lists.Ask{Kind: lists.Delegation, Variant: lists.ForTickets}, "fault.list_variant_internal"},
		{visit, "x.csv", lists.Ask{Kind: lists.Programme, Person: gone}, "fault.list_person"},
		{visit, "x.ics", lists.Ask{Kind: lists.Programme, Person: gone}, "fault.list_no_such_person"},
		{gone, "x.csv", lists.Ask{Kind: lists.Topics}, "fault.no_such_visit"},
		{gone, "x.ics", lists.Ask{Kind: lists.Programme}, "fault.no_such_visit"},
	} {
		path := filepath.Join(t.TempDir(), test.file)
		if _, err := d.WriteList(test.visit, test.ask, path, "test"); fault.KeyOf(err) != test.key {
			t.Errorf("%s as %s: %v, want %s", test.ask.Kind, test.file, err, test.key)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s as %s is there", test.ask.Kind, test.file)
		}
	}
	empty := &plan.Visit{Title: "Chuyến mới"}
	keep(t, d, empty)
	for file, key := range map[string]string{"x.ics": "fault.list_empty_calendar", "x.vcf": "fault.list_no_contacts"} {
		ask := lists.Ask{Kind: map[string]lists.Kind{"x.ics": lists.Programme, "x.vcf": lists.Delegation}[file]}
		if _, err := d.WriteList(empty.ID, ask, filepath.Join(t.TempDir(), file), "test"); fault.KeyOf(err) != key {
			t.Errorf("%s: %v", file, err)
		}
	}
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Delete(visit) }); err != nil {
		t.Fatal(err)
	}
	if _, err := d.ListSource(visit); fault.KeyOf(err) != "fault.no_such_visit" {
		t.Errorf("a visit in the bin: %v", err)
	}
	if _, err := d.ListName(visit, lists.Ask{Kind: lists.Topics}, lists.CSV); fault.KeyOf(err) != "fault.no_such_visit" {
		t.Errorf("a visit in the bin has a file name: %v", err)
	}
}
