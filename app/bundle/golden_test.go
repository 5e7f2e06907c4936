package bundle

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"nhipcau/app/merge"
)

// The golden bundles of format 1 are two copies of one visit that went apart,
// with a record for each rule of merging. They were written once. Whatever is
// done to the program, they stay readable, what they merge to stays the same,
// and a bundle of the same content stays the same file.
const goldenFolder = "testdata/golden-1"

// mint writes golden files that are not there. None is ever written over: a
// change of what an old file means is a new format.
var mint = flag.Bool("mint", false, "write golden files that are not there")

const (
	guestReplica = "M8W1Z7ABCDEF"
	thirdReplica = "T0000000BCDE"
)

// story tells what two offices did to one record: what both had, and what each
// made of it afterwards.
type story struct {
	rule        string
	host, guest *merge.Record // nil where the office has no copy
}

func made(n int, kind string) *merge.Record {
	return &merge.Record{ID: recordID(n), Kind: kind, Schema: 1, Office: hostOffice}
}

// put writes a field, having everything that stands there on screen.
func put(r *merge.Record, replica merge.Replica, n uint64, field, json string) *merge.Record {
	return r.With(field, at(replica, n), []byte(json), r.Fields[field].Dots())
}

func stories() []story {
	base := put(put(made(101, "visit"), hostReplica, 1, "title", `"Học tập kinh nghiệm"`), hostReplica, 1, "when", `{"from":"2024-06-10","to":"2024-06-10"}`)
	item := put(made(102, "agenda_item"), hostReplica, 2, "title", `"Trao đổi tại hội trường"`)
	topic := put(made(103, "topic"), hostReplica, 3, "title", `"Giảm nghèo"`)
	question := put(made(104, "question"), guestReplica, 2, "text", `"Bao nhiêu hộ?"`)
	attendee := put(put(made(105, "attendee"), hostReplica, 4, "name", `"Đại biểu 01"`), hostReplica, 4, "phone", `"0900000000"`)
	lesson := put(made(106, "lesson"), guestReplica, 3, "title", `"Bài học"`)
	followUp := put(put(made(107, "follow_up"), guestReplica, 4, "action", `"Lập kế hoạch"`), guestReplica, 4, "lead", `"Phòng Nội vụ"`)
	objective := put(made(108, "objective"), guestReplica, 5, "what", `"Xem mô hình"`)
	stop := put(made(109, "stop"), hostReplica, 5, "venue", `"Hội trường"`)
	plan := put(made(110, "seating_plan"), hostReplica, 6, "rows", `[{"n":1,"seats":9007199254740991},{"n":-9007199254740991}]`)
	plan = put(plan, hostReplica, 6, "names", "{\"\uFB33\":\"sau\",\"\U0001F600\":\"trước\",\"a\":\"\\\\ \\\"\\n\\t/\u2028\"}")
	locality := put(made(111, "locality"), thirdReplica, 1, "note", `"như nhau"`)
	model := put(made(112, "model"), hostReplica, 7, "name", `"Nuôi tằm"`)
	wide := put(put(made(113, "paper"), thirdReplica, 2, "about", `"một"`), thirdReplica, 3, "about", `"hai"`)
	withExtra := func(r *merge.Record, schema int, office, extra string) *merge.Record {
		next := *r
		next.Schema, next.Office, next.Extra = schema, office, map[string][]byte{"_sealed": []byte(extra)}
		return &next
	}
	return []story{
		{"a value goes if the other side has seen it and no longer has it", base, put(base, guestReplica, 1, "title", `"Học tập về giảm nghèo"`)},
		{"two values of which neither was seen both stay", put(item, hostReplica, 10, "place", `"Hội trường"`), put(item, guestReplica, 11, "place", `"Phòng họp"`)},
		{
			"three values; one of them was replaced by one who had it alone on screen",
			put(topic, hostReplica, 11, "findings", `"của chủ"`),
			put(topic, thirdReplica, 4, "findings", `"của bên thứ ba"`).With("findings", at(guestReplica, 12), []byte(`"của khách"`), nil),
		},
		{"equal values of two writes are both kept, and ask nobody", put(question, hostReplica, 12, "answer", `"365"`), put(question, guestReplica, 13, "answer", `"365"`)},
		{"a field that is absent takes nothing away", attendee, put(attendee, guestReplica, 14, "posts", `["Chủ tịch UBND huyện"]`).Without("phone")},
		{"deleted by one who had seen all of it", lesson, lesson.Delete(at(guestReplica, 15))},
		{"deleted here, edited there", put(followUp, hostReplica, 13, "lead", `"Phòng Kinh tế"`), followUp.Delete(at(guestReplica, 16))},
		{"deleted twice, each having seen another half", put(objective, hostReplica, 14, "target", `"46.66"`).Delete(at(hostReplica, 15)), put(objective, guestReplica, 17, "baseline", `"40"`).Delete(at(guestReplica, 18))},
		{"deleted and restored here, deleted there", stop.Delete(at(hostReplica, 16)).Restore(at(hostReplica, 17)), stop.Delete(at(guestReplica, 19))},
		{"what is not known merges by the same rules", withExtra(plan, 2, hostOffice, `{"by":1}`), withExtra(put(plan, guestReplica, 20, "colour", `"xanh"`), 3, hostOffice, `{"by":2}`)},
		{"one id of two owners", locality, withExtra(locality, 1, guestOffice, `[]`)},
		{"an old copy adds nothing", put(put(model, hostReplica, 18, "name", `"Nuôi tằm con"`), hostReplica, 19, "name", `null`), put(model, hostReplica, 18, "name", `"Nuôi tằm con"`)},
		{"a context beyond its value", wide, put(wide, guestReplica, 21, "about", `"ba"`)},
		{"only one side has it", put(made(114, "unit"), hostReplica, 20, "name", `"Văn phòng"`), nil},
		{"only the other side has it", nil, put(made(115, "unit"), guestReplica, 22, "name", `"Phòng Nội vụ"`)},
		{"the clock decides what is shown first, then the replica, then the counter", clocks(hostReplica, 30, 32), clocks(guestReplica, 30, 31)},
	}
}

// clocks is a record with two values of one field by one replica, whose clocks
// are as the numbers are.
func clocks(replica merge.Replica, first, second uint64) *merge.Record {
	return made(116, "topic").With("why", at(replica, first), []byte(`"một"`), nil).With("why", at(replica, second), []byte(`"hai"`), nil)
}

func goldenBundles() (host, guest *Bundle) {
	host = &Bundle{
		ID: "0196dddd-0000-4000-8000-000000000011", From: Sender{Office: hostOffice, Name: "UBND xã Quảng Khê", Replica: hostReplica},
		Seq: 4, Scope: Scope{Visit: recordID(101)}, Profile: "partner", Have: map[string]uint64{hostReplica: 32, guestReplica: 5, thirdReplica: 3},
	}
	guest = &Bundle{
		ID: "0196dddd-0000-4000-8000-000000000012", From: Sender{Office: guestOffice, Name: "UBND xã Thạch An", Replica: guestReplica},
		To: hostOffice, Seq: 1, Scope: Scope{Visit: recordID(101)}, Profile: "partner", Redacted: []string{"attendee.phone"},
		Have: map[string]uint64{hostReplica: 18, guestReplica: 31, thirdReplica: 4},
	}
	for _, s := range stories() {
		if s.host != nil {
			host.Records = append(host.Records, s.host)
		}
		if s.guest != nil {
			guest.Records = append(guest.Records, s.guest)
		}
	}
	return host, guest
}

// respelt is a document as a mail program or an editor may leave it: with a
// mark, indented, with other line ends, escapes, and letters in two pieces.
func respelt(t *testing.T, doc string) string {
	t.Helper()
	v := jsontext.Value(doc)
	if err := v.Indent(); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	out.WriteString("\uFEFF")
	for _, r := range norm.NFD.String(string(v)) {
		switch {
		case r == '\n':
			out.WriteString("\r\n")
		case r > 0xFFFF:
			out.WriteRune(r)
		case r > 0x7E:
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// golden compares a text with a file that was written once.
func golden(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(goldenFolder, name)
	want, err := os.ReadFile(path)
	if os.IsNotExist(err) && *mint {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(text, "\n")); diff != "" {
		t.Errorf("%s (-golden +got):\n%s", name, diff)
	}
}

// lines is payload.records as the golden results have it: a record on a line.
func lines(t testing.TB, b *Bundle) string {
	t.Helper()
	out, err := appendRecords(nil, b, "\n", ",\n")
	if err != nil {
		t.Fatal(err)
	}
	return string(out) + "\n"
}

// merged merges all records of bundles into the first one.
func merged(t testing.TB, bundles ...*Bundle) *Bundle {
	t.Helper()
	all := map[string]*merge.Record{}
	for _, b := range bundles {
		for _, rec := range b.Records {
			joined, err := merge.Merge(all[rec.ID], rec)
			if err != nil {
				t.Fatal(err)
			}
			all[rec.ID] = joined
		}
	}
	out := *bundles[0]
	out.Records = nil
	for _, rec := range all {
		out.Records = append(out.Records, rec)
	}
	return &out
}

func TestGoldenFilesAreWrittenAlike(t *testing.T) {
	host, guest := goldenBundles()
	golden(t, "host.json", write(t, host))
	golden(t, "guest.json", write(t, guest))
	golden(t, "guest-respelt.json", respelt(t, write(t, guest)))
	golden(t, "merged.json", lines(t, merged(t, host, guest)))
}

func readGolden(t testing.TB, name string) *Bundle {
	t.Helper()
	doc, err := os.ReadFile(filepath.Join(goldenFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, string(doc))
}

// TestGoldenFilesMeanTheSame reads what was written once, in any order and more
// than once, and as mail programs leave it.
func TestGoldenFilesMeanTheSame(t *testing.T) {
	host, guest, other := readGolden(t, "host.json"), readGolden(t, "guest.json"), readGolden(t, "guest-respelt.json")
	for name, order := range map[string][]*Bundle{
		"host first": {host, guest}, "guest first": {guest, host}, "twice": {guest, host, guest, host}, "respelt": {host, other},
		"respelt, and as it was": {other, guest, host},
	} {
		t.Run(name, func(t *testing.T) { golden(t, "merged.json", lines(t, merged(t, order...))) })
	}
	if a, b := lines(t, guest), lines(t, other); a != b {
		t.Errorf("respelt it is another bundle:\n%s\n%s", a, b)
	}
}

// TestGoldenResults says in words what the merged records are, so that the
// recorded result is known to be right and not only to be what it was.
func TestGoldenResults(t *testing.T) {
	host, guest := readGolden(t, "host.json"), readGolden(t, "guest.json")
	all := map[string]*merge.Record{}
	for _, rec := range merged(t, host, guest).Records {
		all[rec.ID] = rec
	}
	values := func(n int, field string) string {
		var texts []string
		for _, v := range all[recordID(n)].Fields[field].Values {
			texts = append(texts, string(v.JSON))
		}
		return strings.Join(texts, " ")
	}
	for _, c := range []struct {
		n           int
		field, want string
	}{
		{101, "title", `"Học tập về giảm nghèo"`},
		{102, "place", `"Phòng họp" "Hội trường"`},
		{103, "findings", `"của khách" "của chủ" "của bên thứ ba"`},
		{104, "answer", `"365" "365"`},
		{105, "phone", `"0900000000"`},
		{105, "posts", `["Chủ tịch UBND huyện"]`},
		{107, "lead", `"Phòng Kinh tế"`},
		{110, "colour", `"xanh"`},
		{112, "name", `null`},
		{113, "about", `"ba"`},
		{114, "name", `"Văn phòng"`},
		{115, "name", `"Phòng Nội vụ"`},
		{116, "why", `"hai" "hai" "một" "một"`},
	} {
		if got := values(c.n, c.field); got != c.want {
			t.Errorf("record %d, %s: %s, want %s", c.n, c.field, got, c.want)
		}
	}
	for n, want := range map[int][2]bool{101: {}, 106: {true, false}, 107: {false, true}, 108: {true, false}, 109: {false, true}} {
		if trashed, contested := all[recordID(n)].Trashed(); trashed != want[0] || contested != want[1] {
			t.Errorf("record %d: trashed %v, contested %v", n, trashed, contested)
		}
	}
	if rec := all[recordID(104)]; len(rec.Conflicts()) != 0 {
		t.Errorf("equal words ask: %v", rec.Conflicts())
	}
	if rec := all[recordID(110)]; rec.Schema != 3 || string(rec.Extra["_sealed"]) != `{"by":2}` {
		t.Errorf("unknown: schema %d, %s", rec.Schema, rec.Extra["_sealed"])
	}
	if all[recordID(111)].Office != hostOffice {
		t.Errorf("owner %s", all[recordID(111)].Office)
	}
}

// TestGoldenFilesAreStable: what is read is written as the same bytes.
func TestGoldenFilesAreStable(t *testing.T) {
	for _, name := range []string{"host.json", "guest.json"} {
		doc, err := os.ReadFile(filepath.Join(goldenFolder, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := write(t, read(t, string(doc))); !bytes.Equal([]byte(got), doc) {
			t.Errorf("%s read and written again:\n%s", name, got)
		}
	}
}
