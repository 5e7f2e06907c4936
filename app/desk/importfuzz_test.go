package desk_test

import (
	"bytes"
	"strings"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
	"nhipcau/assets/sample"
)

// FuzzImport: whatever the file, if it can be read, an office that takes it in
// can still show and export all that it holds, and taking the import back
// leaves the bytes of before.
func FuzzImport(f *testing.F) {
	f.Add(sample.Bundle)
	for _, seed := range hostile(f) {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		b, err := bundle.Read(bytes.NewReader(doc))
		if err != nil {
			return
		}
		_, d, visitID := twoDesks(t)
		newVisit(t, d, "Chuyến khác")
		takeInAndBack(t, d, b, visitID)
	})
}

func takeInAndBack(t *testing.T, d *desk.Desk, b *bundle.Bundle, visitID string) {
	t.Helper()
	before := recordsOf(t, d)
	report, err := d.Import(b)
	if err != nil {
		if !bytes.Equal(before, recordsOf(t, d)) {
			t.Errorf("refused with %v, and something changed", err)
		}
		return
	}
	for _, decl := range plan.Declarations() {
		d.List(decl.Kind, "")
	}
	d.Bin()
	d.View(visitID)
	d.Find("a", 50)
	all, err := d.Export(desk.Scope{All: true})
	if err == nil {
		err = bundle.Write(&bytes.Buffer{}, all)
	}
	if err != nil {
		t.Errorf("what came in can't go out again: %v", err)
	}
	bundle.Diff(d.Beside(b), b.Records)
	if report.Import == "" {
		return // it changed nothing
	}
	if skipped, err := d.UndoImport(report.Import); err != nil || len(skipped) > 0 {
		t.Errorf("undo: %v, %v", skipped, err)
	}
	if after := recordsOf(t, d); !bytes.Equal(before, after) {
		t.Errorf("after the undo:\n%s\nwant\n%s", after, before)
	}
}

// hostileTarget is the visit of twoDesks, at which the hostile files aim.
const hostileTarget = "01900001-0000-7000-8000-000000000002"

// hostile are files that want values to disappear.
func hostile(t testing.TB) map[string]string {
	t.Helper()
	const office, replica = "0195aaaa-0000-7000-8000-000000000001", "M8W1Z7ABCDEF"
	file := func(record string) string {
		return `{"format":"nhipcau-bundle/1","id":"` + office + `","from":{"office":"` + office + `"},"payload":{"records":[` +
			strings.NewReplacer("OFFICE", office, "WRITER", replica).Replace(record) + `]}}`
	}
	return map[string]string{
		"claims all that anybody wrote": file(`{"id":"01900001-0000-7000-8000-000000000002","kind":"visit","schema":1,"office":"OFFICE",` +
			`"data":{"title":""},"_w":[["WRITER:1","0196a7c2f0001",""]],"_c":{"title":{"REPLICA00101":9007199254740991}}}`),
		"deletes what it never saw": file(`{"id":"01900001-0000-7000-8000-000000000002","kind":"visit","schema":1,"office":"OFFICE",` +
			`"data":{"_del":{"title":{"REPLICA00101":9007199254740991}}},"_w":[["WRITER:1","0196a7c2f0001",""]]}`),
		"another kind of the same id": file(`{"id":"01900001-0000-7000-8000-000000000002","kind":"topic","schema":1,"office":"OFFICE",` +
			`"data":{"title":"x"},"_w":[["WRITER:1","0196a7c2f0001",""]]}`),
		"a visit of itself": file(`{"id":"0196a7c2-0000-7000-8000-000000000020","kind":"topic","schema":1,"office":"OFFICE",` +
			`"data":{"visit":"0196a7c2-0000-7000-8000-000000000020","title":"x"},"_w":[["WRITER:1","0196a7c2f0001",""]]}`),
	}
}

func TestHostileFilesDoNoHarm(t *testing.T) {
	for name, doc := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			b, err := bundle.Read(strings.NewReader(doc))
			if err != nil {
				t.Fatal(err)
			}
			a, d, visitID := twoDesks(t)
			send(t, a, d, desk.Scope{Visit: visitID})
			if visitID != hostileTarget {
				t.Fatalf("the files aim beside the visit %s", visitID)
			}
			before := visit(t, d, visitID)
			takeInAndBack(t, d, b, visitID)
			p, err := d.Preview(b)
			if err == nil && b.Records[0].ID == visitID && p.Counts[desk.SetAside] != 1 {
				t.Errorf("it is believed: %v", p.Counts)
			}
			if after := visit(t, d, visitID); after.Title != before.Title {
				t.Errorf("title = %q", after.Title)
			}
		})
	}
}

// TestContradictionLosesNothing: two copies of a field of which each claims
// that the other's value was replaced. No honest history has them; merging by
// the rule alone would leave neither.
func TestContradictionLosesNothing(t *testing.T) {
	a, d, visitID := twoDesks(t)
	send(t, a, d, desk.Scope{Visit: visitID})
	setTitle(t, d, visitID, "Tên của bạn", "") // replaces what a wrote
	theirs := carry(t, a, desk.Scope{Visit: visitID})
	for i, rec := range theirs.Records {
		if rec.ID == visitID {
			title := rec.Fields["title"]
			title.Context = title.Seen().Join(recordOf(t, d, visitID).Fields["title"].Seen())
			next := *rec
			next.Fields = map[string]merge.Field{"title": title}
			theirs.Records[i] = &next
		}
	}
	takeInAndBack(t, d, theirs, visitID)
	if _, err := d.Import(theirs); err != nil {
		return // refused whole is fine too
	}
	if got := visit(t, d, visitID).Title; got != "Tên của bạn" {
		t.Errorf("title = %q", got)
	}
}

func recordOf(t *testing.T, d *desk.Desk, id string) *merge.Record {
	t.Helper()
	all, err := d.Export(desk.Scope{All: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range all.Records {
		if rec.ID == id {
			return rec
		}
	}
	t.Fatalf("no record %s", id)
	return nil
}
