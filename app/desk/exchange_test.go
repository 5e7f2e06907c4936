package desk_test

import (
	"bytes"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
)

// carry writes a bundle and reads it again, as a USB stick would.
func carry(t *testing.T, from *desk.Desk, scope desk.Scope) *bundle.Bundle {
	t.Helper()
	b, err := from.Export(scope)
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := bundle.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	back, err := bundle.Read(&buf)
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func send(t *testing.T, from, to *desk.Desk, scope desk.Scope) desk.Report {
	t.Helper()
	report, err := to.Import(carry(t, from, scope))
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func recordsOf(t *testing.T, d *desk.Desk) []byte {
	t.Helper()
	b, err := d.Export(desk.Scope{All: true})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := bundle.RecordsBytes(b)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func twoDesks(t *testing.T) (a, b *desk.Desk, visitID string) {
	a, b = desktest.New(t), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, a, "Học tập kinh nghiệm")
	put(t, a, &plan.AgendaItem{Visit: v.ID, Title: "Đón tiếp", Place: "Hội trường"})
	return a, b, v.ID
}

func TestImportTwiceChangesNothing(t *testing.T) {
	a, b, _ := twoDesks(t)
	bundled := carry(t, a, desk.Scope{All: true})
	if _, err := b.Import(bundled); err != nil {
		t.Fatal(err)
	}
	before := recordsOf(t, b)
	report, err := b.Import(bundled)
	if err != nil || report.Counts[desk.Same] != len(bundled.Records) || report.Import != "" {
		t.Errorf("second import: %+v, %v", report, err)
	}
	if !bytes.Equal(before, recordsOf(t, b)) {
		t.Error("the second import changed something")
	}
}

func TestExportImportExportGivesTheSameBytes(t *testing.T) {
	a, b, visitID := twoDesks(t)
	first := carry(t, a, desk.Scope{Visit: visitID})
	if _, err := b.Import(first); err != nil {
		t.Fatal(err)
	}
	second := carry(t, b, desk.Scope{Visit: visitID})
	x, _ := bundle.RecordsBytes(first)
	y, _ := bundle.RecordsBytes(second)
	if !bytes.Equal(x, y) {
		t.Errorf("records differ:\n%s\n%s", x, y)
	}
}

func TestUndoOfImportAndImportAgain(t *testing.T) {
	a, b, visitID := twoDesks(t)
	newVisit(t, b, "Chuyến khác")
	before := recordsOf(t, b)
	bundled := carry(t, a, desk.Scope{Visit: visitID})
	report, err := b.Import(bundled)
	if err != nil {
		t.Fatal(err)
	}
	imported := recordsOf(t, b)
	if skipped, err := b.UndoImport(report.Import); err != nil || len(skipped) != 0 {
		t.Fatalf("undo: %v, %v", skipped, err)
	}
	if !bytes.Equal(before, recordsOf(t, b)) {
		t.Error("undo of the import left something behind")
	}
	if _, err := b.Import(bundled); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(imported, recordsOf(t, b)) {
		t.Error("import, undo, import is not the same as import")
	}
}

func TestUndoOfImportKeepsWhatWasWrittenSince(t *testing.T) {
	a, b, visitID := twoDesks(t)
	report := send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, b, visitID, "Tên mới", "")
	skipped, err := b.UndoImport(report.Import)
	if err != nil {
		t.Fatal(err)
	}
	if len(skipped) == 0 || skipped[0].ID != visitID || skipped[0].Field != "title" {
		t.Errorf("skipped = %v, want the title", skipped)
	}
	if got := visit(t, b, visitID).Title; got != "Tên mới" {
		t.Errorf("title = %q", got)
	}
}

func TestBothSidesEditAndAgreeAfterExchange(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, a, visitID, "Tên của ta", "")
	setTitle(t, b, visitID, "Tên của bạn", "")
	send(t, a, b, desk.Scope{Visit: visitID})
	send(t, b, a, desk.Scope{Visit: visitID})
	send(t, a, b, desk.Scope{Visit: visitID})
	va, vb := visit(t, a, visitID), visit(t, b, visitID)
	if len(va.Conflicts) != 1 || va.Title != vb.Title {
		t.Fatalf("conflicts %v; shown %q and %q", va.Conflicts, va.Title, vb.Title)
	}
	setTitle(t, a, visitID, "Tên đã thống nhất", "")
	report := send(t, a, b, desk.Scope{Visit: visitID})
	if vb = visit(t, b, visitID); vb.Title != "Tên đã thống nhất" || report.Conflicts != 0 {
		t.Errorf("after the choice: %q, %d conflicts", vb.Title, report.Conflicts)
	}
}

func TestPartnerBundleLeavesInternalAndPersonalOut(t *testing.T) {
	a, b, visitID := twoDesks(t)
	put(t, a, &plan.Attendee{Visit: visitID, Side: plan.Guest, Name: "Đại biểu 01", Phone: "0912345678", Needs: "ăn chay"})
	put(t, a, &plan.Gift{Visit: visitID, Item: "Tranh"})
	v := visit(t, a, visitID)
	v.Notes = "ghi chú nội bộ"
	put(t, a, v)
	put(t, a, &plan.AgendaItem{Visit: visitID, Title: "Kiểm tra phòng", Internal: true})
	bundled := carry(t, a, desk.Scope{Visit: visitID})
	raw, _ := bundle.RecordsBytes(bundled)
	for _, secret := range []string{"0912345678", "ăn chay", "Tranh", "ghi chú nội bộ", "Kiểm tra phòng"} {
		if bytes.Contains(raw, []byte(secret)) {
			t.Errorf("%q left the house", secret)
		}
	}
	if _, err := b.Import(bundled); err != nil {
		t.Fatal(err)
	}
	// What comes back without the phone does not take it away.
	send(t, b, a, desk.Scope{Visit: visitID})
	if got := desk.Of[*plan.Attendee](a, visitID); len(got) != 1 || got[0].Phone != "0912345678" {
		t.Errorf("attendees after the return: %+v", got)
	}
}

func TestInstallationSetBackGoesOnUnderANewName(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.Open(t, store, 1), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, a, "A")
	send(t, a, b, desk.Scope{All: true})
	// A starts again from nothing, but under its old name.
	back := desktest.Open(t, desktest.NewStore(), 1)
	old := back.Replica()
	report := send(t, b, back, desk.Scope{All: true})
	if !report.NewReplica || back.Replica() == old {
		t.Errorf("the name stayed %s", back.Replica())
	}
	if got := visit(t, back, v.ID).Title; got != "A" {
		t.Errorf("title = %q", got)
	}
}
