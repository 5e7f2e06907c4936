package desk_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// put makes or changes a record and fails the test if it is refused.
func put(t *testing.T, d *desk.Desk, r plan.Record) {
	t.Helper()
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(r) }); err != nil {
		t.Fatalf("put %s: %v", r.Kind(), err)
	}
}

func newVisit(t *testing.T, d *desk.Desk, title string) *plan.Visit {
	t.Helper()
	v := &plan.Visit{Title: title, Status: plan.StatusIdea}
	put(t, d, v)
	return v
}

func visit(t *testing.T, d *desk.Desk, id string) *plan.Visit {
	t.Helper()
	v, ok := desk.Get[*plan.Visit](d, id)
	if !ok {
		t.Fatalf("visit %s is gone", id)
	}
	return v
}

func setTitle(t *testing.T, d *desk.Desk, id, title, join string) {
	t.Helper()
	v := visit(t, d, id)
	v.Title = title
	if err := d.Do(desk.Step{Join: join}, func(tx *desk.Tx) error { return tx.Put(v) }); err != nil {
		t.Fatal(err)
	}
}

func TestChangeSurvivesRestart(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "Học tập kinh nghiệm")
	setTitle(t, d, v.ID, "Học tập kinh nghiệm giảm nghèo", "")

	again := desktest.Open(t, store, 1)
	if got := visit(t, again, v.ID).Title; got != "Học tập kinh nghiệm giảm nghèo" {
		t.Errorf("title after a restart = %q", got)
	}
	if again.Replica() != d.Replica() || again.OfficeID() != d.OfficeID() {
		t.Error("the identity changed with the restart")
	}
}

func TestOnlyChangedFieldsAreWritten(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	one, two := visit(t, d, v.ID), visit(t, d, v.ID)
	one.Purpose = "Mục đích"
	put(t, d, one)
	two.WhyHost = "Lý do" // fetched before the other change
	put(t, d, two)
	got := visit(t, d, v.ID)
	if got.Purpose != "Mục đích" || got.WhyHost != "Lý do" {
		t.Errorf("one change undid the other: %q, %q", got.Purpose, got.WhyHost)
	}
}

func TestStaleWriteIsKeptBesideTheOther(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	one, two := visit(t, d, v.ID), visit(t, d, v.ID)
	one.Title = "B"
	put(t, d, one)
	two.Title = "C"
	put(t, d, two)
	if got := visit(t, d, v.ID).Conflicts; len(got) != 1 || got[0] != "title" {
		t.Errorf("conflicts = %v, want the title: neither had the other's value on screen", got)
	}
}

func TestFailedCommitChangesNothing(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "A")
	store.Fail = errors.New("disk full")
	w := visit(t, d, v.ID)
	w.Title = "B"
	err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(w) })
	if fault.KeyOf(err) != "fault.not_saved" {
		t.Errorf("error = %v", err)
	}
	store.Fail = nil
	if got := visit(t, d, v.ID).Title; got != "A" {
		t.Errorf("title = %q, shown although it was not kept", got)
	}
}

func TestInvalidValueIsRefusedWhole(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	w := visit(t, d, v.ID)
	w.Title, w.Purpose = "", "Mục đích"
	err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(w) })
	var invalid *desk.Invalid
	if !errors.As(err, &invalid) || len(invalid.Issues) != 1 || invalid.Issues[0].Field != "title" {
		t.Fatalf("error = %v", err)
	}
	if got := visit(t, d, v.ID); got.Title != "A" || got.Purpose != "" {
		t.Errorf("half of a refused change was written: %+v", got)
	}
}

func TestUndoRedoSurviveRestart(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "A")
	setTitle(t, d, v.ID, "B", "")
	setTitle(t, d, v.ID, "C", "")
	turn(t, d.Undo)
	d = desktest.Open(t, store, 1)
	turn(t, d.Undo)
	if got := visit(t, d, v.ID).Title; got != "A" {
		t.Errorf("after two undos: %q", got)
	}
	d = desktest.Open(t, store, 1)
	turn(t, d.Redo)
	turn(t, d.Redo)
	if got := visit(t, d, v.ID).Title; got != "C" {
		t.Errorf("after two redos: %q", got)
	}
	if _, err := d.Redo(); fault.KeyOf(err) != "fault.nothing_to_redo" {
		t.Errorf("a third redo: %v", err)
	}
}

func turn(t *testing.T, do func() ([]desk.Skipped, error)) {
	t.Helper()
	skipped, err := do()
	if err != nil || len(skipped) > 0 {
		t.Fatalf("skipped %v, error %v", skipped, err)
	}
}

func TestOneVisitToAFieldIsOneUndoStep(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	for _, title := range []string{"An", "An t", "An toàn"} {
		setTitle(t, d, v.ID, title, "title#1")
	}
	turn(t, d.Undo)
	if got := visit(t, d, v.ID).Title; got != "A" {
		t.Errorf("after one undo: %q", got)
	}
	turn(t, d.Redo)
	if got := visit(t, d, v.ID).Title; got != "An toàn" {
		t.Errorf("after one redo: %q", got)
	}
}

func TestUndoOfCreateAndDelete(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	a := &plan.AgendaItem{Visit: v.ID, Title: "Đón tiếp đại biểu"}
	put(t, d, a)
	if err := d.Do(desk.Step{Why: "delete"}, func(tx *desk.Tx) error { return tx.Delete(v.ID) }); err != nil {
		t.Fatal(err)
	}
	if n := len(desk.Of[*plan.AgendaItem](d, v.ID)); n != 0 {
		t.Errorf("%d items outlive their visit", n)
	}
	if n := len(d.Bin()); n != 2 {
		t.Errorf("the bin holds %d records, want 2", n)
	}
	turn(t, d.Undo)
	if n := len(desk.Of[*plan.AgendaItem](d, v.ID)); n != 1 || visit(t, d, v.ID).Trashed {
		t.Error("undo of the delete did not bring the family back")
	}
	turn(t, d.Undo) // the creation of the item
	if n := len(desk.Of[*plan.AgendaItem](d, v.ID)); n != 0 {
		t.Error("undo of the creation left the item")
	}
	turn(t, d.Redo)
	if n := len(desk.Of[*plan.AgendaItem](d, v.ID)); n != 1 {
		t.Error("redo of the creation did not bring the item back")
	}
}

func TestUndoLeavesAloneWhatChangedSince(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	setTitle(t, d, v.ID, "B", "")
	other := desktest.Open(t, desktest.NewStore(), 2)
	send(t, d, other, desk.Scope{All: true})
	setTitle(t, other, v.ID, "Của bạn", "")
	send(t, other, d, desk.Scope{All: true})
	if _, err := d.Undo(); err != nil { // the import
		t.Fatal(err)
	}
	if _, err := d.Redo(); err != nil {
		t.Fatal(err)
	}
	// Step back over the import by hand: the title now holds the other's dot.
	if got := visit(t, d, v.ID).Title; got != "Của bạn" {
		t.Fatalf("title = %q", got)
	}
}

func TestDeleteRestore(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	first := &plan.Topic{Visit: v.ID, Title: "Đào tạo nghề"}
	second := &plan.Topic{Visit: v.ID, Title: "Hỗ trợ nhà ở"}
	put(t, d, first)
	put(t, d, second)
	do(t, d, func(tx *desk.Tx) error { return tx.Delete(first.ID) })
	do(t, d, func(tx *desk.Tx) error { return tx.Delete(v.ID) })
	do(t, d, func(tx *desk.Tx) error { return tx.Restore(v.ID) })
	got := desk.Of[*plan.Topic](d, v.ID)
	if len(got) != 1 || got[0].ID != second.ID {
		t.Errorf("restored with the visit: %v; the topic that was deleted before stays in the bin", got)
	}
}

func do(t *testing.T, d *desk.Desk, fn func(*desk.Tx) error) {
	t.Helper()
	if err := d.Do(desk.Step{}, fn); err != nil {
		t.Fatal(err)
	}
}

func TestHistoryNamesWhoWhenBeforeAfter(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	setTitle(t, d, v.ID, "B", "")
	entries, err := d.History(v.ID)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	last := entries[0]
	if last.Author != "Văn phòng 1" || last.Why != "edit" || last.At().IsZero() {
		t.Errorf("entry = %+v", last)
	}
	if f := last.Fields["title"]; string(f[0]) != `"A"` || string(f[1]) != `"B"` {
		t.Errorf("title %s → %s", f[0], f[1])
	}
	if entries[1].Why != "create" {
		t.Errorf("first entry is %q", entries[1].Why)
	}
}

func TestTheBinBeginsWithWhatWasDeletedLast(t *testing.T) {
	d := desktest.New(t)
	a, b, c := newVisit(t, d, "A"), newVisit(t, d, "B"), newVisit(t, d, "C")
	for _, v := range []*plan.Visit{b, c, a} {
		if err := d.Do(desk.Step{Why: "delete"}, func(tx *desk.Tx) error { return tx.Delete(v.ID) }); err != nil {
			t.Fatal(err)
		}
	}
	var order string
	for _, it := range d.Bin() {
		order += it.Label
	}
	if order != "ACB" {
		t.Errorf("the bin is listed as %s", order)
	}
	if d.DeletedAt(a.ID).IsZero() || !d.DeletedAt("nothing").IsZero() || !d.DeletedAt(newVisit(t, d, "D").ID).IsZero() {
		t.Error("a moment of deletion is missing, or one is told that never was")
	}
}

func TestSignalTellsWhatChanged(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	var told []desk.Changed
	stop := d.Signals.Changed.Listen(func(c desk.Changed) { told = append(told, c) })
	put(t, d, &plan.Topic{Visit: v.ID, Title: "Đào tạo nghề"})
	stop()
	setTitle(t, d, v.ID, "B", "")
	if len(told) != 1 || !told[0].Kinds[plan.KindTopic] || !told[0].Visits[v.ID] {
		t.Errorf("told %+v", told)
	}
}

func TestEmbeddedLocalityBecomesARecord(t *testing.T) {
	d, e := desktest.New(t), desktest.Open(t, desktest.NewStore(), 2)
	place := d.FindLocalities("huyện Thạch An", "2024-06-10", 1)
	if len(place) != 1 || place[0].Path != "huyện Thạch An, tỉnh Cao Bằng" {
		t.Fatalf("found %+v", place)
	}
	put(t, d, &plan.Visit{Title: "A", Guest: place[0].ID})
	put(t, e, &plan.Visit{Title: "B", Guest: place[0].ID})
	send(t, d, e, desk.Scope{All: true})
	l, ok := desk.Get[*plan.Locality](e, place[0].ID)
	if !ok || len(l.Conflicts) != 0 {
		t.Errorf("two offices that use one embedded locality disagree on it: %+v", l)
	}
}

// Whatever is done, undone and redone, the title is that of a plain stack of
// texts.
func TestUndoIsAStack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		store := desktest.NewStore()
		d := desktest.Open(t, store, 1)
		v := newVisit(t, d, "0")
		texts, at := []string{"0"}, 0
		for i := range rapid.IntRange(1, 25).Draw(rt, "moves") {
			switch rapid.SampledFrom([]string{"edit", "undo", "redo", "restart"}).Draw(rt, "move") {
			case "edit":
				text := fmt.Sprint(i + 1)
				setTitle(t, d, v.ID, text, "")
				texts = append(texts[:at+1], text)
				at++
			case "undo":
				if at > 0 {
					turn(t, d.Undo)
					at--
				}
			case "redo":
				if at+1 < len(texts) {
					turn(t, d.Redo)
					at++
				}
			case "restart":
				d = desktest.Open(t, store, 1)
			}
			if got := visit(t, d, v.ID).Title; got != texts[at] {
				rt.Fatalf("title = %q, want %q", got, texts[at])
			}
		}
	})
}

func TestFailedSaveCanBeTriedAgain(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "A")
	w := visit(t, d, v.ID)
	fresh := &plan.Topic{Visit: v.ID, Title: "Đào tạo nghề"}
	w.Title = "B"
	both := func(tx *desk.Tx) error { return errors.Join(tx.Put(w), tx.Put(fresh)) }
	store.Fail = errors.New("disk full")
	if err := d.Do(desk.Step{}, both); err == nil {
		t.Fatal("no error from a full disk")
	}
	store.Fail = nil
	do(t, d, both)
	if got := visit(t, d, v.ID).Title; got != "B" {
		t.Errorf("title = %q after the second try, want B", got)
	}
	if got := desk.Of[*plan.Topic](d, v.ID); len(got) != 1 || got[0].Title != "Đào tạo nghề" {
		t.Errorf("topics after the second try: %+v", got)
	}
}

func TestPutTwiceInOneChangeIsOneValue(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	do(t, d, func(tx *desk.Tx) error {
		v.Title = "B"
		if err := tx.Put(v); err != nil {
			return err
		}
		v.Title = "C"
		return tx.Put(v)
	})
	v.Title = "D"
	put(t, d, v)
	if got := visit(t, d, v.ID); got.Title != "D" || len(got.Conflicts) != 0 {
		t.Errorf("title %q, conflicts %v", got.Title, got.Conflicts)
	}
}

func TestPrintingIsNoStepOfUndo(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	setTitle(t, d, v.ID, "B", "")
	turn(t, d.Undo)
	if err := d.Printed(v.ID, d.Moment(), papers.Request{Kind: "programme"}); err != nil {
		t.Fatal(err)
	}
	if d.PaperOf(v.ID, "programme", "").Printed == "" {
		t.Error("the printing was not noted")
	}
	turn(t, d.Redo) // printing has not cut off what could be done again
	turn(t, d.Undo)
	if got := visit(t, d, v.ID).Title; got != "A" || d.PaperOf(v.ID, "programme", "").Printed == "" {
		t.Errorf("title %q, printed %q", got, d.PaperOf(v.ID, "programme", "").Printed)
	}
}

// Somebody types, takes it back in the field, and then undoes in the program:
// the step of the field takes nothing back and is not there.
func TestStepThatEndsWhereItBeganIsNone(t *testing.T) {
	for name, purpose := range map[string]string{"a text": "Mục đích", "nothing": ""} {
		t.Run(name, func(t *testing.T) {
			store := desktest.NewStore()
			d := desktest.Open(t, store, 1)
			v := newVisit(t, d, "A")
			setPurpose := func(text, join string) {
				w := visit(t, d, v.ID)
				w.Purpose = text
				if err := d.Do(desk.Step{Join: join}, func(tx *desk.Tx) error { return tx.Put(w) }); err != nil {
					t.Fatal(err)
				}
			}
			setTitle(t, d, v.ID, "B", "")
			setPurpose(purpose, "")
			setPurpose("Gõ nhầm", "purpose#1")
			setPurpose(purpose, "purpose#1")
			d = desktest.Open(t, store, 1)
			if purpose != "" {
				turn(t, d.Undo) // the step that wrote the purpose knows it under its new dot
				if got := visit(t, d, v.ID).Purpose; got != "" {
					t.Errorf("purpose = %q", got)
				}
			}
			turn(t, d.Undo)
			if got := visit(t, d, v.ID).Title; got != "A" {
				t.Errorf("title = %q", got)
			}
		})
	}
}
