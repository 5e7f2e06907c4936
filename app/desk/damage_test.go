package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// spoil writes nonsense under a key.
func spoil(t *testing.T, store *desktest.Store, key string) {
	t.Helper()
	if err := store.Commit([]desk.Op{{Key: key, Value: []byte(`{"id":`)}}); err != nil {
		t.Fatal(err)
	}
}

// keys lists the keys of a store that begin with prefix.
func keys(t *testing.T, store *desktest.Store, prefix string) []string {
	t.Helper()
	var out []string
	if err := store.Scan(prefix, func(key string, _ []byte) error { out = append(out, key); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOneDamagedRecordDoesNotCloseTheOffice(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	kept, broken, moved := newVisit(t, d, "A"), newVisit(t, d, "B"), newVisit(t, d, "C")
	all := carry(t, d, desk.Scope{All: true})
	spoil(t, store, "r/visit/"+broken.ID)
	// A record that lies under the key of another one is not believed either.
	raw, _ := store.Get("r/visit/" + kept.ID)
	if err := store.Commit([]desk.Op{{Key: "r/visit/" + moved.ID, Value: raw}}); err != nil {
		t.Fatal(err)
	}
	d = desktest.Open(t, store, 1)
	if visits(d) != 1 || visit(t, d, kept.ID).Title != "A" {
		t.Fatalf("%d visits are left", visits(d))
	}
	damaged := d.Damaged()
	if len(damaged) != 2 || damaged[0].Key != "r/visit/"+broken.ID || damaged[0].Reason == "" {
		t.Errorf("damaged: %+v", damaged)
	}
	found, err := d.Check()
	if err != nil || fmt.Sprint(found.Damaged) != fmt.Sprint(damaged) {
		t.Errorf("check names %+v, %v", found.Damaged, err)
	}
	if n := len(carry(t, d, desk.Scope{All: true}).Records); n != len(all.Records)-2 {
		t.Errorf("%d records travel of %d", n, len(all.Records))
	}

	// Nothing is written over it: not by an import, nor by an edit.
	report, err := d.Import(all)
	if err != nil || report.Counts[desk.SetAside] != 2 || len(report.Aside) != 2 || report.Aside[0].Aside != desk.AsideDamaged {
		t.Errorf("import: %+v, %v", report, err)
	}
	again := &plan.Visit{Title: "Mới"}
	again.ID = broken.ID
	err = d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(again) })
	if fault.KeyOf(err) != "fault.record_damaged" {
		t.Errorf("put over a damaged record: %v", err)
	}
	if raw, _ := store.Get("r/visit/" + broken.ID); string(raw) != `{"id":` {
		t.Errorf("the damaged record now reads %s", raw)
	}
}

func TestDamagedEmbeddedLocalityIsNotWrittenOver(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	place := d.FindLocalities("huyện Thạch An", "2024-06-10", 1)[0]
	spoil(t, store, "r/locality/"+place.ID)
	d = desktest.Open(t, store, 1)
	put(t, d, &plan.Visit{Title: "A", Guest: place.ID})
	if raw, _ := store.Get("r/locality/" + place.ID); string(raw) != `{"id":` {
		t.Errorf("the damaged locality now reads %s", raw)
	}
	if _, ok := d.Locality(place.ID, ""); !ok {
		t.Error("the register does not step in")
	}
}

func TestDamagedHistoryLeavesTheRestReadable(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "A")
	setTitle(t, d, v.ID, "B", "")
	lines := keys(t, store, "h/"+v.ID)
	spoil(t, store, lines[0])
	spoil(t, store, "h/x")
	if entries, err := d.History(v.ID); err != nil || len(entries) != 1 || entries[0].Why != "edit" {
		t.Errorf("history: %+v, %v", entries, err)
	}
	found, err := d.Check()
	if err != nil || len(found.Damaged) != 2 || found.Damaged[0].Key != lines[0] {
		t.Errorf("check: %+v, %v", found.Damaged, err)
	}
}

func TestDamagedStepEndsTheStack(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "A")
	for _, title := range []string{"B", "C", "D"} {
		setTitle(t, d, v.ID, title, "")
	}
	steps := keys(t, store, "u/")
	spoil(t, store, steps[2]) // from B to C
	d = desktest.Open(t, store, 1)
	turn(t, d.Undo)
	if _, err := d.Undo(); fault.KeyOf(err) != "fault.nothing_to_undo" {
		t.Errorf("undo beyond the damage: %v", err)
	}
	if got := visit(t, d, v.ID).Title; got != "C" {
		t.Errorf("title = %q", got)
	}
	if found, _ := d.Check(); len(found.Damaged) != 1 || found.Damaged[0].Key != steps[2] {
		t.Errorf("check: %+v", found.Damaged)
	}

	// Also the last: what comes after it is on the stack after a restart.
	spoil(t, store, steps[3])
	d = desktest.Open(t, store, 1)
	if _, ok := d.CanUndo(); ok {
		t.Error("there is something to undo under the damage")
	}
	setTitle(t, d, v.ID, "E", "")
	d = desktest.Open(t, store, 1)
	turn(t, d.Undo)
	if got := visit(t, d, v.ID).Title; got != "C" {
		t.Errorf("title = %q", got)
	}
}

func TestDamagedRegisterLeavesTheRestReadable(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.New(t), desktest.Open(t, store, 2)
	v := newVisit(t, a, "A")
	send(t, a, b, desk.Scope{Visit: v.ID})
	out := carry(t, b, desk.Scope{Visit: v.ID})
	if err := b.Sent(out, "/media/usb/goi_01.json"); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"b/x", "s/x", "i/x/y"} {
		spoil(t, store, key)
	}
	if all, err := b.Imports(); err != nil || len(all) != 1 {
		t.Errorf("received: %+v, %v", all, err)
	}
	if all, err := b.SentBundles(); err != nil || len(all) != 1 || strings.Contains(all[0].File, "/") {
		t.Errorf("sent: %+v, %v", all, err)
	}
	if found, _ := b.Check(); len(found.Damaged) != 3 {
		t.Errorf("check: %+v", found.Damaged)
	}
}
