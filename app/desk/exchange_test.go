package desk_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/papers"
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

func TestABundleThatWasSentIsTold(t *testing.T) {
	d, _, id := twoDesks(t)
	b, err := d.Export(desk.Scope{Visit: id})
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	d.Signals.Changed.Listen(func(c desk.Changed) {
		if told++; len(c.IDs) != 0 {
			t.Errorf("records have changed: %v", c.IDs)
		}
		if sent, err := d.SentBundles(); err != nil || len(sent) != 1 || sent[0].File != "a.json" {
			t.Errorf("when it was told, the register was %v, %v", sent, err)
		}
	})
	if err := d.Sent(b, "a.json"); err != nil {
		t.Fatal(err)
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
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

// setUp names the office of a desk.
func setUp(t *testing.T, d *desk.Desk, name, locality string) {
	t.Helper()
	found := d.FindLocalities(locality, "2024-06-10", 1)
	if len(found) != 1 {
		t.Fatalf("no %s", locality)
	}
	office := plan.Office{Name: name, Level: "district", IssuerKind: "state", Locality: found[0].ID}
	if err := d.SetUp(office, "Văn phòng "+name); err != nil {
		t.Fatal(err)
	}
}

// sameVisit wants the exports of a visit by two desks to hold the same bytes.
func sameVisit(t *testing.T, a, b *desk.Desk, visitID string) *bundle.Bundle {
	t.Helper()
	first, second := carry(t, a, desk.Scope{Visit: visitID}), carry(t, b, desk.Scope{Visit: visitID})
	x, _ := bundle.RecordsBytes(first)
	y, _ := bundle.RecordsBytes(second)
	if !bytes.Equal(x, y) {
		t.Errorf("records differ:\n%s\n%s", x, y)
	}
	return first
}

func TestExportImportExportGivesTheSameBytes(t *testing.T) {
	a, b, visitID := twoDesks(t)
	setUp(t, a, "UBND huyện Đắk Glong", "huyện Đắk Glong, tỉnh Đắk Nông")
	setUp(t, b, "UBND huyện Thạch An", "huyện Thạch An, tỉnh Cao Bằng")
	model := &plan.Model{Name: "Mô hình trồng cà phê"}
	put(t, a, model)
	put(t, a, &plan.FieldVisit{Visit: visitID, Title: "Thăm mô hình", Model: model.ID})
	put(t, a, &plan.Attachment{SHA256: strings.Repeat("a", 64), Name: "ảnh.jpg", Of: model.ID})
	put(t, a, &plan.AgendaItem{Visit: visitID, Title: "Kiểm tra phòng", Internal: true})
	put(t, a, &plan.Attendee{Visit: visitID, Side: plan.Host, Name: "Đại biểu 01", Phone: "0912345678"})
	send(t, a, b, desk.Scope{Visit: visitID})
	sameVisit(t, a, b, visitID)
	put(t, b, &plan.Question{Visit: visitID, Text: "Kinh phí từ đâu?"})
	if err := b.Printed(visitID, b.Moment(), papers.Request{Kind: "programme"}); err != nil {
		t.Fatal(err)
	}
	send(t, b, a, desk.Scope{Visit: visitID})
	got := sameVisit(t, a, b, visitID)
	count := map[string]int{}
	for _, rec := range got.Records {
		count[rec.Kind]++
	}
	if count["office"] != 2 || count["attachment"] != 1 || count["model"] != 1 {
		t.Errorf("in the bundle: %v; want both offices, for each owns a part, and the file of the model", count)
	}
}

func TestNothingButTheDeletionTravelsOfWhatWasDeleted(t *testing.T) {
	a, b, visitID := twoDesks(t)
	c := desktest.Open(t, desktest.NewStore(), 3)
	gone := &plan.Attendee{Visit: visitID, Side: plan.Guest, Name: "Đại biểu 01"}
	person := &plan.Person{Name: "Đại biểu 02"}
	put(t, a, person)
	put(t, a, gone)
	put(t, a, &plan.Attendee{Visit: visitID, Side: plan.Guest, Name: "Đại biểu 03", Person: person.ID})
	hidden := &plan.AgendaItem{Visit: visitID, Title: "Kiểm tra phòng", Internal: true}
	put(t, a, hidden)
	send(t, a, b, desk.Scope{Visit: visitID})
	for _, id := range []string{gone.ID, person.ID, hidden.ID} {
		do(t, a, func(tx *desk.Tx) error { return tx.Delete(id) })
	}
	bundled := carry(t, a, desk.Scope{Visit: visitID})
	raw, _ := bundle.RecordsBytes(bundled)
	for _, name := range []string{"Đại biểu 01", "Đại biểu 02"} {
		if bytes.Contains(raw, []byte(name)) {
			t.Errorf("the deleted %s travels", name)
		}
	}
	if bytes.Contains(raw, []byte(hidden.ID)) {
		t.Error("that there was an internal item travels")
	}
	for _, d := range []*desk.Desk{b, c} {
		if _, err := d.Import(bundled); err != nil {
			t.Fatal(err)
		}
		if left := desk.Of[*plan.Attendee](d, visitID); len(left) != 1 || left[0].Name != "Đại biểu 03" {
			t.Errorf("attendees: %+v", left)
		}
	}
	if n := len(b.Bin()); n != 2 {
		t.Errorf("the bin of who had them holds %d records, want 2", n)
	}
	if n := len(c.Bin()); n != 0 {
		t.Errorf("the bin of who never had them holds %d records without a name", n)
	}
	sameVisit(t, a, b, visitID)
	sameVisit(t, a, c, visitID)

	// Brought back where it was deleted, all of it travels again.
	do(t, a, func(tx *desk.Tx) error { return tx.Restore(gone.ID) })
	send(t, a, c, desk.Scope{Visit: visitID})
	if left := desk.Of[*plan.Attendee](c, visitID); len(left) != 2 {
		t.Errorf("after the restore %d attendees", len(left))
	}
}

// What was deleted before a partner ever saw it does not come back as a record
// without a name when he brings the visit back.
func TestRestoreLeavesWhatIsNotKnown(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	put(t, a, &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"})
	do(t, a, func(tx *desk.Tx) error { return tx.Delete(visitID) })
	send(t, a, b, desk.Scope{Visit: visitID})
	do(t, b, func(tx *desk.Tx) error { return tx.Restore(visitID) })
	view, _ := b.View(visitID)
	if len(view.Agenda) != 1 || len(view.Topics) != 0 {
		t.Errorf("%d agenda items, topics %+v", len(view.Agenda), view.Topics)
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
	if !slices.Contains(skipped, desk.Skipped{ID: visitID, Field: "title"}) {
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
