package bundle

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

const (
	hostOffice  = "0195aaaa-0000-7000-8000-000000000001"
	guestOffice = "0195bbbb-0000-7000-8000-000000000002"
	visitID     = "0196a7c2-0000-7000-8000-000000000010"
	hostReplica = "K3F9Q2ABCDEF"
)

// at makes the n-th write of a replica, by a post.
func at(replica merge.Replica, n uint64) merge.Stamp {
	return merge.Stamp{
		Dot:   merge.Dot{Replica: replica, N: n},
		Clock: merge.Clock(fmt.Sprintf("0196a7c2f%04x", n)), Author: "Văn phòng",
	}
}

// record makes a record of one write; fields are names and json in turn.
func record(n uint64, id, kind string, fields ...string) *merge.Record {
	r := &merge.Record{ID: id, Kind: kind, Schema: 1, Office: hostOffice}
	for i := 0; i < len(fields); i += 2 {
		r = r.With(fields[i], at(hostReplica, n), []byte(fields[i+1]), nil)
	}
	return r
}

func recordID(n int) string { return fmt.Sprintf("0196a7c2-0000-7000-8000-%012d", n) }

// sample is a bundle with something of everything that format 1 can hold.
func sample() *Bundle {
	visit := record(1, visitID, "visit", "title", `"Học tập kinh nghiệm"`,
		"when", `{"from":"2024-06-10","to":"2024-06-10"}`, "hosts", `["`+recordID(30)+`"]`)
	// Two offices named the place of one item, neither knowing of the other.
	item := record(2, recordID(20), "agenda_item", "visit", `"`+visitID+`"`, "title", `"Trao đổi tại hội trường"`)
	theirs := item.With("place", at("M8W1Z7ABCDEF", 5), []byte(`"Phòng họp"`), nil)
	item = item.With("place", at(hostReplica, 3), []byte(`"Hội trường"`), nil)
	item, err := merge.Merge(item, theirs)
	if err != nil {
		panic(err)
	}
	attendee := record(4, recordID(15), "attendee", "visit", `"`+visitID+`"`, "name", `"Đại biểu 01"`,
		"posts", `["Chủ tịch UBND huyện"]`, "side", `"guest"`).Delete(at(hostReplica, 5))
	// What a newer version has added: a field, a member, and a kind.
	newer := record(6, recordID(40), "seating_plan", "rows", `[{"n":1,"seats":9007199254740991}]`)
	newer.Extra = map[string][]byte{"_sealed": []byte(`{"by":"K3F9Q2ABCDEF"}`)}
	return &Bundle{
		Format: Format, MinApp: MinApp, ID: "0196dddd-0000-4000-8000-000000000003",
		Created: time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC),
		From:    Sender{Office: hostOffice, Name: "UBND xã Quảng Khê", Replica: hostReplica},
		To:      guestOffice, Seq: 4, Scope: Scope{Visit: visitID}, Profile: "partner",
		Redacted: []string{"attendee.phone"}, Have: map[string]uint64{hostReplica: 812, "M8W1Z7ABCDEF": 5},
		Records: []*merge.Record{visit, item, attendee, newer},
		Attachments: []AttachmentMeta{{
			SHA256: strings.Repeat("0f", 32), Name: `Ảnh },{ mô hình.jpg`, Size: 1, Media: "image/jpeg",
		}},
		Extra: map[string][]byte{"stamp": []byte(`"AAAA"`), "later": []byte(`{"a":[1,{"b":null}]}`)},
	}
}

func write(t testing.TB, b *Bundle) string {
	t.Helper()
	var out strings.Builder
	if err := Write(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func read(t testing.TB, text string) *Bundle {
	t.Helper()
	b, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// refused checks that a text is refused for the rule, "" for accepted.
func refused(t *testing.T, text, rule string) *fault.Fault {
	t.Helper()
	b, err := Read(strings.NewReader(text))
	return checkRule(t, b, err, rule)
}

func checkRule(t *testing.T, b *Bundle, err error, rule string) *fault.Fault {
	t.Helper()
	if rule == "" {
		if err != nil {
			t.Errorf("refused: %v", err)
		}
		return nil
	}
	f, ok := err.(*fault.Fault)
	if !ok || f.Key != "fault.bundle_"+rule {
		t.Fatalf("error = %v, want the rule %s", err, rule)
	}
	if b != nil {
		t.Error("a refused file gave a bundle")
	}
	return f
}

// document1 is a small bundle with one record, whose data can be chosen.
func document1(data string) string {
	return head1(`"records":[` + record1(visitID, "visit", data) + `]`)
}

func head1(payload string) string {
	return `{"format":"nhipcau-bundle/1","min_app":"1.0","id":"0196dddd-0000-4000-8000-000000000003",` +
		`"from":{"office":"` + hostOffice + `","name":"UBND xã Quảng Khê"},"payload":{` + payload + `}}`
}

func record1(id, kind, data string) string {
	return `{"id":"` + id + `","kind":"` + kind + `","schema":1,"office":"` + hostOffice + `",` +
		`"data":` + data + `,"_w":[["K3F9Q2ABCDEF:1","0196a7c2f0001","Văn phòng"]]}`
}
