package desk_test

import (
	"slices"
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
)

func undoImport(t *testing.T, d *desk.Desk, name string) []desk.Skipped {
	t.Helper()
	skipped, err := d.UndoImport(name)
	if err != nil {
		t.Fatal(err)
	}
	return skipped
}

func TestUndoOfImportLeavesNoRecordWithoutItsNameAndVisit(t *testing.T) {
	a, b, visitID := twoDesks(t)
	put(t, a, &plan.Attendee{Visit: visitID, Side: plan.Guest, Name: "Đại biểu 01", Phone: "0912345678"})
	report := send(t, a, b, desk.Scope{Visit: visitID})
	who := desk.Of[*plan.Attendee](b, visitID)[0]
	who.Phone = "0987654321" // redacted in the bundle: a field of our own
	put(t, b, who)
	skipped := undoImport(t, b, report.Import)
	left, ok := desk.Get[*plan.Attendee](b, who.ID)
	if !ok || left.Name != "Đại biểu 01" || left.Visit != visitID || left.Phone != "0987654321" {
		t.Fatalf("left of the attendee: %+v", left)
	}
	for _, field := range []string{"name", "phone", "side", "visit"} {
		if !slices.Contains(skipped, desk.Skipped{ID: who.ID, Field: field}) {
			t.Errorf("%s stays and is not listed: %v", field, skipped)
		}
	}
	if _, ok := desk.Get[*plan.Visit](b, visitID); !ok {
		t.Error("the attendee stays without his visit")
	}
	if n := len(desk.Of[*plan.AgendaItem](b, visitID)); n != 0 {
		t.Errorf("%d agenda items stay, which nobody has touched", n)
	}
}

func TestUndoOfImportKeepsTheVisitOfWhatWasAddedSince(t *testing.T) {
	a, b, visitID := twoDesks(t)
	report := send(t, a, b, desk.Scope{Visit: visitID})
	put(t, b, &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"})
	skipped := undoImport(t, b, report.Import)
	if got := visit(t, b, visitID); got.Title == "" {
		t.Errorf("the visit of our topic: %+v", got)
	}
	if !slices.Contains(skipped, desk.Skipped{ID: visitID, Field: "title"}) {
		t.Errorf("the visit stays and is not listed: %v", skipped)
	}
}

func TestUndoOfImportDoesNotListWhatItNeverTouched(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, a, visitID, "Tên mới", "")
	report := send(t, a, b, desk.Scope{Visit: visitID})
	v := visit(t, b, visitID)
	v.Notes = "của mình"
	put(t, b, v)
	if skipped := undoImport(t, b, report.Import); len(skipped) != 0 {
		t.Errorf("skipped %v: the import never touched the notes", skipped)
	}
	if got := visit(t, b, visitID); got.Title != "Học tập kinh nghiệm" || got.Notes != "của mình" {
		t.Errorf("title %q, notes %q", got.Title, got.Notes)
	}
}

func TestRedoDoesNotBringBackAnImportThatWasTakenBack(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.New(t), desktest.Open(t, store, 2)
	theirs, mine := newVisit(t, a, "Của bạn"), newVisit(t, b, "A")
	report := send(t, a, b, desk.Scope{Visit: theirs.ID})
	setTitle(t, b, mine.ID, "B", "")
	undoImport(t, b, report.Import)
	turn(t, b.Undo)
	b = desktest.Open(t, store, 2)
	turn(t, b.Redo)
	if _, ok := desk.Get[*plan.Visit](b, theirs.ID); ok {
		t.Error("redo has brought the import back")
	}
	if got := visit(t, b, mine.ID).Title; got != "B" {
		t.Errorf("title = %q: redo has not done the edit again", got)
	}
	if why, ok := b.CanRedo(); ok {
		t.Errorf("there is still something to redo: %s", why)
	}
}

func TestImportThatIsTheLastStepCanBeDoneAgain(t *testing.T) {
	a, b, visitID := twoDesks(t)
	report := send(t, a, b, desk.Scope{Visit: visitID})
	undoImport(t, b, report.Import)
	turn(t, b.Redo)
	if got := visit(t, b, visitID); got.Title != "Học tập kinh nghiệm" {
		t.Errorf("title = %q", got.Title)
	}
}

func TestRegisterRemembersThatAnImportWasTakenBack(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.New(t), desktest.Open(t, store, 2)
	theirs, mine := newVisit(t, a, "Của bạn"), newVisit(t, b, "A")
	undone := func(want bool, when string) {
		t.Helper()
		all, err := b.Imports()
		if err != nil || len(all) != 1 || all[0].Undone != want {
			t.Errorf("%s: %+v, %v; undone should be %v", when, all, err, want)
		}
	}
	report := send(t, a, b, desk.Scope{Visit: theirs.ID})
	undone(false, "after the import")
	undoImport(t, b, report.Import)
	undone(true, "after taking it back")
	setTitle(t, b, mine.ID, "B", "")
	undone(true, "after the next edit")
	b = desktest.Open(t, store, 2)
	undone(true, "after a restart")
	send(t, a, b, desk.Scope{Visit: theirs.ID})
	all, _ := b.Imports()
	if slices.ContainsFunc(all, func(one desk.ImportedBundle) bool { return !one.Undone }) == false {
		t.Errorf("nothing counts as imported after the second import: %+v", all)
	}
}

func TestUndoOfImportStandsInTheHistory(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, a, visitID, "Tên mới & khác", "")
	report := send(t, a, b, desk.Scope{Visit: visitID})
	undoImport(t, b, report.Import)
	entries, err := b.History(visitID)
	if err != nil || len(entries) != 3 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	last := entries[0]
	f := last.Fields["title"]
	if last.Why != "undo_import" || string(f[0]) != `"Tên mới & khác"` || string(f[1]) != `"Học tập kinh nghiệm"` || len(last.Fields) != 1 {
		t.Errorf("entry = %+v, title %s → %s", last, f[0], f[1])
	}
	if last.Author != "Văn phòng 2" || last.Bundle == "" {
		t.Errorf("author %q, bundle %q", last.Author, last.Bundle)
	}
	turn(t, b.Redo)
	if entries, _ = b.History(visitID); entries[0].Why != "redo" {
		t.Errorf("the redo stands as %q", entries[0].Why)
	}
}

// An import between two edits of one field is taken back, and then the edits.
func TestUndoDoesNotForce(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{All: true})
	setTitle(t, b, visitID, "Của mình", "")
	send(t, b, a, desk.Scope{All: true})
	setTitle(t, a, visitID, "Của bạn", "")
	report := send(t, a, b, desk.Scope{All: true})
	setTitle(t, b, visitID, "Của mình, lần sau", "")
	if skipped := undoImport(t, b, report.Import); !slices.Equal(skipped, []desk.Skipped{{ID: visitID, Field: "title"}}) {
		t.Errorf("undo of the import skipped %v", skipped)
	}
	turn(t, b.Undo)
	if got := visit(t, b, visitID).Title; got != "Của bạn" {
		t.Errorf("title = %q, want what our last edit replaced", got)
	}
	skipped, err := b.Undo()
	if err != nil || !slices.Equal(skipped, []desk.Skipped{{ID: visitID, Field: "title"}}) {
		t.Errorf("undo of the first edit skipped %v, %v", skipped, err)
	}
	if got := visit(t, b, visitID).Title; got != "Của bạn" {
		t.Errorf("title = %q: somebody's word was taken back for ours", got)
	}
}

// A record that we made and to which another office has written since does not
// go with our step.
func TestUndoOfCreateLeavesWhatOthersHaveWrittenTo(t *testing.T) {
	a, b := desktest.New(t), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, a, "A")
	send(t, a, b, desk.Scope{All: true})
	setTitle(t, b, v.ID, "Của bạn", "")
	stale := visit(t, a, v.ID)
	report := send(t, b, a, desk.Scope{All: true})
	stale.Title = "Của mình"
	put(t, a, stale)
	undoImport(t, a, report.Import)
	if _, err := a.Undo(); err != nil { // our edit
		t.Fatal(err)
	}
	skipped, err := a.Undo()
	if err != nil || !slices.Equal(skipped, []desk.Skipped{{ID: v.ID}}) {
		t.Errorf("undo of the creation skipped %v, %v", skipped, err)
	}
	if got := visit(t, a, v.ID); got.Trashed || got.Title != "Của bạn" {
		t.Errorf("the visit that b has written to: trashed %v, %q", got.Trashed, got.Title)
	}
}

func TestUndoOfAChoiceGivesBothWordsBack(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{All: true})
	setTitle(t, a, visitID, "Lời của ta", "")
	setTitle(t, b, visitID, "Lời của bạn", "")
	send(t, b, a, desk.Scope{All: true})
	shown := visit(t, a, visitID).Title
	setTitle(t, a, visitID, "Lời đã thống nhất", "")
	turn(t, a.Undo)
	words := func() []string {
		var out []string
		it, _ := a.Record(visitID)
		for _, one := range it.Conflicts["title"] {
			out = append(out, strings.Trim(string(one.Value), `"`))
		}
		return out
	}
	both := words()
	if len(both) != 2 || both[0] != shown || !slices.Contains(both, "Lời của ta") || !slices.Contains(both, "Lời của bạn") {
		t.Fatalf("after the undo of the choice: %v, shown before was %q", both, shown)
	}
	turn(t, a.Redo)
	if got := visit(t, a, visitID); got.Title != "Lời đã thống nhất" || len(got.Conflicts) != 0 {
		t.Errorf("after the redo: %q, conflicts %v", got.Title, got.Conflicts)
	}
	turn(t, a.Undo)
	if again := words(); !slices.Equal(again, both) {
		t.Errorf("after the second undo: %v", again)
	}
	send(t, a, b, desk.Scope{All: true})
	if v := visit(t, b, visitID); len(v.Conflicts) != 1 || v.Title != shown {
		t.Errorf("b sees %q, conflicts %v", v.Title, v.Conflicts)
	}
}
