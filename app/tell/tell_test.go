package tell_test

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
	"nhipcau/app/tell"
	"nhipcau/app/words"
)

func teller(t *testing.T, lang string) (*tell.Teller, plan.VisitView) {
	t.Helper()
	d := desktest.New(t)
	id, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	w, err := words.Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	v, _ := d.View(id)
	return tell.New(d, w), v
}

func TestValuesAreToldInWords(t *testing.T) {
	vi, v := teller(t, words.Vietnamese)
	attendee := v.Attendees[0]
	for _, c := range []struct {
		kind       plan.Kind
		field, raw string
		want       string
	}{
		{plan.KindVisit, "title", `"Đoàn"`, "Đoàn"},
		{plan.KindVisit, "title", `null`, ""},
		{plan.KindVisit, "title", ``, ""},
		{plan.KindVisit, "status", `"held"`, "Đã diễn ra"},
		{plan.KindVisit, "guest", strconv.Quote(v.Visit.Guest), "huyện Thạch An"},
		{plan.KindVisit, "hosts", `["` + v.Visit.Hosts[0] + `"]`, "huyện Đắk Glong"},
		{plan.KindVisit, "when", `{"from":"2024-06-10","to":"2024-06-11"}`, "10/06 – 11/06/2024"},
		{plan.KindVisit, "programme", `"gnbv-2021-2025"`, "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025"},
		{plan.KindVisit, "times_illustrative", `true`, "Có"},
		{plan.KindVisit, "from_the_future", `"x"`, "x"},
		{"from_the_future", "x", `{"a":1}`, `{"a":1}`},
		{plan.KindObjective, "outcome", `"procedure"`, "Quy trình, cách làm"},
		{plan.KindAgendaItem, "when", `{"day":"2024-06-10","start":"13:30","length":45}`, "13:30, 10/06/2024, 45 phút"},
		{plan.KindAgendaItem, "leads", `[{"attendee":"` + attendee.ID + `"},{"text":"Lãnh đạo huyện"}]`, attendee.Name + ", Lãnh đạo huyện"},
		{plan.KindAgendaItem, "topics", `["nothing"]`, "…"},
		{plan.KindAttendee, "posts", `["Bí thư","Chủ tịch"]`, "Bí thư; Chủ tịch"},
		{plan.KindAttendee, "count", `1200`, "1.200"},
		{plan.KindAttendee, "attendance", `"declined"`, "Không tham dự"},
		{plan.KindTopic, "decision", `"adapt"`, "Áp dụng có điều chỉnh"},
		{plan.KindIndicator, "year", `2024`, "2024"},
		{plan.KindIndicator, "parts", `[{"measure":"von_dt","value":"274919"}]`, "Vốn đầu tư phát triển; 274.919"},
		{plan.KindPaper, "signer", `{"lines":["CHỦ TỊCH"],"name":"Đại biểu 01"}`, "CHỦ TỊCH; Đại biểu 01"},
		{plan.KindFollowUp, "due", `"2024-07-10"`, "10/07/2024"},
		{plan.KindFollowUp, "due", `7`, "7"},
	} {
		if got := vi.Value(c.kind, c.field, json.RawMessage(c.raw)); got != c.want {
			t.Errorf("%s.%s %s: got %q, want %q", c.kind, c.field, c.raw, got, c.want)
		}
	}
}

func TestNoFieldOfTheSampleShowsAnID(t *testing.T) {
	en, v := teller(t, words.English)
	var records []plan.Record
	records = append(records, v.Visit)
	for _, a := range v.Agenda {
		records = append(records, a)
	}
	for _, r := range records {
		decl, _ := plan.DeclarationOf(string(r.Kind()))
		for _, f := range decl.Fields {
			raw, err := json.Marshal(decl.Value(r, f).Interface())
			if err != nil {
				t.Fatal(err)
			}
			if text := en.Value(r.Kind(), f.Name, raw); strings.Count(text, "-") >= 4 {
				t.Errorf("%s.%s is told as %q", r.Kind(), f.Name, text)
			}
		}
	}
	if got := en.Value(plan.KindVisit, "status", json.RawMessage(`"held"`)); got != "Held" {
		t.Errorf("in English %q", got)
	}
}

func TestMoment(t *testing.T) {
	at := time.Date(2024, 6, 7, 8, 42, 0, 0, time.Local)
	if got := tell.Moment(at); got != "07/06/2024 08:42" {
		t.Errorf("got %q", got)
	}
	if got := tell.Moment(time.Time{}); got != "" {
		t.Errorf("a zero time is %q", got)
	}
}

func TestARecordWithoutALabelHasAName(t *testing.T) {
	d := desktest.New(t)
	id, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	w, err := words.Load(words.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	v, _ := d.View(id)
	stop := &plan.Stop{Visit: id, Locality: v.Visit.Hosts[0], When: plan.Period{From: "2024-06-10"}}
	bare := &plan.Stop{Visit: id}
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return errors.Join(tx.Put(stop), tx.Put(bare)) }); err != nil {
		t.Fatal(err)
	}
	names := tell.New(d, w)
	if got := names.Name(stop.ID); got != "huyện Đắk Glong, 10/06/2024" {
		t.Errorf("a stop without a venue is called %q", got)
	}
	if got, want := names.Name(bare.ID), w.Kind(plan.KindStop); got != want {
		t.Errorf("a stop of which nothing is known is called %q, want %q", got, want)
	}
	if got := names.Name("nothing"); got != "…" {
		t.Errorf("an unknown record is called %q", got)
	}
}
