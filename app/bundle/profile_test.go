package bundle

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// people are records with something of everybody's own.
func people() []*merge.Record {
	contact := record(1, recordID(1), "attendee", "name", `"Đại biểu 01"`, "contact", `true`, "phone", `"0900 000 001"`,
		"email", `"daibieu01@example.vn"`, "needs", `"ăn chay"`, "posts", `["Chánh Văn phòng"]`)
	other := record(2, recordID(2), "attendee", "name", `"Đại biểu 02"`, "contact", `false`, "phone", `"0900 000 002"`)
	plain := record(3, recordID(3), "attendee", "name", `"Đại biểu 03"`, "phone", `"0900 000 003"`)
	differing := record(4, recordID(4), "attendee", "name", `"Đại biểu 04"`, "phone", `"0900 000 004"`)
	theirs := differing.With("contact", at("M8W1Z7ABCDEF", 1), []byte("true"), nil)
	differing = differing.With("contact", at(hostReplica, 9), []byte("false"), nil)
	differing, err := merge.Merge(differing, theirs)
	if err != nil {
		panic(err)
	}
	return []*merge.Record{
		contact, other, plain, differing,
		record(5, recordID(5), "person", "name", `"Đại biểu 05"`, "phone", `"0900 000 005"`),
		record(6, recordID(6), "vehicle", "name", `"Xe số 1"`, "plate", `"12A-345.67"`),
		record(7, recordID(7), "agenda_item", "title", `"Phát biểu"`, "leads", `[{"text":"Đại biểu 06"}]`),
		record(8, recordID(8), "model", "name", `"Mô hình trồng cây"`, "holder", `"Hộ 01"`, "phone", `""`),
		record(9, recordID(9), "agenda_item", "title", `"Họp nội bộ"`, "internal", `true`),
	}
}

func TestProfiles(t *testing.T) {
	for profile, want := range map[Profile]struct{ in, out string }{
		ProfilePartner:   {"Đại biểu 01|Đại biểu 06|Hộ 01|Chánh Văn phòng", "0900|@|ăn chay|Xe số 1|Họp nội bộ"},
		ProfileContacts:  {"0900 000 001|daibieu01@|Hộ 01", "000 002|000 003|000 004|000 005|ăn chay|12A|Họp nội bộ"},
		ProfileInternal:  {"000 001|000 002|000 003|000 004|000 005|ăn chay|12A|Họp nội bộ|Hộ 01", "không có chữ này"},
		ProfilePublic:    {"Phát biểu|Mô hình trồng cây", "Đại biểu|Hộ 01|0900|Chánh|Họp nội bộ|Xe số 1"},
		ProfileAll:       {"000 001|12A|Họp nội bộ", "không có chữ này"},
		"of a newer one": {"Đại biểu 01", "0900|@|Xe số 1"},
	} {
		kept, redacted := profile.KeepAll(people())
		text := write(t, &Bundle{ID: recordID(99), From: Sender{Office: hostOffice}, Records: kept})
		for _, word := range strings.Split(want.in, "|") {
			if !strings.Contains(text, word) {
				t.Errorf("%s leaves out %q", profile, word)
			}
		}
		for _, word := range strings.Split(want.out, "|") {
			if strings.Contains(text, word) {
				t.Errorf("%s holds %q", profile, word)
			}
		}
		if !slices.IsSorted(redacted) {
			t.Errorf("%s: redacted %v", profile, redacted)
		}
	}
}

// TestNoProfileForOthersHoldsMoreThanItSays: what is not declared for contacts is
// personal or internal nowhere but at home, whatever fields are added later.
func TestNoProfileForOthersHoldsMoreThanItSays(t *testing.T) {
	for _, decl := range plan.Declarations() {
		var pairs []string
		for _, f := range decl.Fields {
			pairs = append(pairs, f.Name, `"`+strings.ToUpper(f.Name)+`"`)
		}
		rec := record(1, recordID(1), string(decl.Kind), pairs...)
		for _, profile := range []Profile{ProfilePartner, ProfileContacts, ProfilePublic} {
			kept, _ := profile.Keep(rec)
			if decl.Class != plan.Public && kept != nil {
				t.Errorf("%s of the kind %s leaves by %s", decl.Kind, decl.Class, profile)
			}
			if kept == nil {
				continue
			}
			for name := range kept.Fields {
				if class := ClassOf(rec.Kind, name); class != plan.Public {
					t.Errorf("%s.%s (%s) leaves by %s", decl.Kind, name, class, profile)
				}
			}
		}
	}
}

func TestDisclosures(t *testing.T) {
	all := people()
	var got []string
	for _, one := range Disclosures(all) {
		got = append(got, one.Record.ID+" "+strings.Join(one.Fields, ","))
	}
	want := []string{
		recordID(1) + " phone,email", recordID(2) + " phone", recordID(3) + " phone", recordID(4) + " phone",
		recordID(5) + " phone", recordID(6) + " plate",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("disclosed (-want +got):\n%s", diff)
	}
	kept, _ := ProfileContacts.KeepAll(all)
	if one := Disclosures(kept); len(one) != 1 || one[0].Record.ID != recordID(1) {
		t.Errorf("with contacts: %v", one)
	}
	kept, _ = ProfilePartner.KeepAll(all)
	if some := Disclosures(kept); len(some) != 0 {
		t.Errorf("for a partner: %v", some)
	}
}

func TestFileNames(t *testing.T) {
	for name, want := range map[string]bool{
		"NhipCau_01.json": true, "NhipCau_01.json.age": true, "X.JSON": true, "x.AGE": true, "x.pdf": false, "age": false,
	} {
		if IsFileName(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
