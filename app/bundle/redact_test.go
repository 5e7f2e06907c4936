package bundle

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

func TestClassOf(t *testing.T) {
	for name, tc := range map[string]struct {
		kind, field string
		want        plan.Class
	}{
		"public kind":       {"visit", "", plan.Public},
		"internal kind":     {"gift", "", plan.Internal},
		"public field":      {"visit", "title", plan.Public},
		"internal field":    {"visit", "notes", plan.Internal},
		"personal field":    {"attendee", "phone", plan.Personal},
		"unknown field":     {"visit", "later", plan.Public},
		"deletion":          {"attendee", merge.DelField, plan.Public},
		"unknown kind":      {"seating_plan", "", plan.Public},
		"not a kind's name": {"gifts", "", plan.Public},
	} {
		if got := ClassOf(tc.kind, tc.field); got != tc.want {
			t.Errorf("%s: class = %s, want %s", name, got, tc.want)
		}
	}
}

func TestForPartnerKeepsAtHomeWhatIsNotPublic(t *testing.T) {
	attendee := record(1, recordID(1), "attendee", "name", `"Đại biểu 01"`)
	attendee = attendee.With("phone", stampBy("Số máy riêng", 2), []byte(`"0900 000 000"`), nil)
	attendee = attendee.With("needs", at(hostReplica, 3), []byte(`"ăn chay"`), nil)
	attendee = attendee.With("later", at(hostReplica, 4), []byte(`"trường mới"`), nil)
	records := []*merge.Record{
		record(5, visitID, "visit", "title", `"Học tập kinh nghiệm"`, "notes", `"bí mật"`),
		attendee.Delete(at(hostReplica, 6)),
		record(7, recordID(2), "gift", "item", `"Tranh lụa"`),
		record(8, recordID(3), "vehicle", "name", `"Xe số 1"`),
		record(9, recordID(4), "agenda_item", "title", `"Họp nội bộ"`, "internal", `true`),
		record(10, recordID(5), "agenda_item", "title", `"Khai mạc"`, "internal", `false`, "preparer", `"Văn phòng"`),
		record(11, recordID(6), "seating_plan", "rows", `[]`),
	}
	kept, redacted := ProfilePartner.KeepAll(records)
	want := []string{"agenda_item.preparer", "attendee.needs", "attendee.phone", "visit.notes"}
	if diff := cmp.Diff(want, redacted); diff != "" {
		t.Errorf("redacted (-want +got):\n%s", diff)
	}
	text := write(t, &Bundle{ID: recordID(9), From: Sender{Office: hostOffice}, Records: kept})
	for _, secret := range []string{"bí mật", "0900", "Số máy riêng", "ăn chay", "Tranh lụa", "Xe số 1", "Họp nội bộ", "preparer", "gift"} {
		if strings.Contains(text, secret) {
			t.Errorf("%q travels in\n%s", secret, text)
		}
	}
	for _, open := range []string{"Đại biểu 01", "trường mới", "Khai mạc", "seating_plan", merge.DelField} {
		if !strings.Contains(text, open) {
			t.Errorf("%q does not travel in\n%s", open, text)
		}
	}
	if len(kept) != 4 {
		t.Errorf("%d records kept", len(kept))
	}
}

func stampBy(author string, n uint64) merge.Stamp {
	s := at(hostReplica, n)
	s.Author = author
	return s
}

// TestContestedItemStaysAtHome: one office says internal, another one open.
func TestContestedItemStaysAtHome(t *testing.T) {
	base := record(1, recordID(1), "agenda_item", "title", `"Họp"`)
	both, err := merge.Merge(
		base.With("internal", at(hostReplica, 2), []byte("true"), nil),
		base.With("internal", at("M8W1Z7ABCDEF", 9), []byte("false"), nil))
	if err != nil {
		t.Fatal(err)
	}
	if kept, _ := Redact(both, ClassOf); kept != nil {
		t.Error("the item travels")
	}
}

// TestRedactionNeverRemoves: who has the whole record loses nothing by merging
// the redacted one, and a partner's deletion does not cover what he never saw.
func TestRedactionNeverRemoves(t *testing.T) {
	whole := record(1, recordID(1), "attendee", "name", `"Đại biểu 01"`, "phone", `"0900 000 000"`)
	open, _ := Redact(whole, ClassOf)
	merged, err := merge.Merge(whole, open)
	if err != nil || !merged.Equal(whole) {
		t.Errorf("merged = %+v, %v", merged, err)
	}
	merged, err = merge.Merge(whole, open.Delete(at("M8W1Z7ABCDEF", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if trashed, contested := merged.Trashed(); trashed || !contested {
		t.Errorf("trashed %v, contested %v", trashed, contested)
	}
}

func TestRedactLeavesOpenRecordsAlone(t *testing.T) {
	r := record(1, recordID(1), "topic", "title", `"Chuyển đổi số"`)
	kept, redacted := Redact(r, ClassOf)
	if kept != r || redacted != nil {
		t.Errorf("kept %+v, redacted %v", kept, redacted)
	}
}

func TestFileName(t *testing.T) {
	for _, tc := range []struct {
		locality string
		day      string
		seq      int
		want     string
	}{
		{"Thạch An", "2024-06-10", 3, "NhipCau_ThachAn_20240610_03.json"},
		{"Đắk R'Măng", "2024-06-10", 12, "NhipCau_DakRmang_20240610_12.json"},
		{"TP. Hồ Chí Minh", "2025-07-01", 123, "NhipCau_TpHoChiMinh_20250701_123.json"},
		{"Phường 1", "2025-07-01", 1, "NhipCau_Phuong1_20250701_01.json"},
		{"", "", 1, "NhipCau_01.json"},
		{"../..\\ CON:", "2024-13-99", 1, "NhipCau_Con_01.json"},
		{"ភ្នំពេញ", "2024-06-10", 1, "NhipCau_20240610_01.json"},
		{strings.Repeat("Dài ", 100), "2024-06-10", 1, "NhipCau_" + strings.Repeat("Dai", 13) + "D_20240610_01.json"},
	} {
		if got := FileName(tc.locality, civilDate(tc.day), tc.seq); got != tc.want {
			t.Errorf("FileName(%q, %q, %d) = %q, want %q", tc.locality, tc.day, tc.seq, got, tc.want)
		}
	}
}
