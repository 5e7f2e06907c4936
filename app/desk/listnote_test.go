package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/lists"
	"nhipcau/app/plan"
)

// A list with personal data is in the register or nowhere.
func TestAListThatCannotBeNotedIsNotWritten(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	change(t, d, func(tx *desk.Tx) error { return tx.Put(&plan.Person{Name: "Đại biểu 01", Phone: "0912 345 678"}) })
	ask, dir := lists.Ask{Kind: lists.People, Internal: true}, t.TempDir()
	path := filepath.Join(dir, "danhba.csv")
	store.Fail = errors.New("disk full")
	done, err := d.WriteList("", ask, path, "test")
	if err == nil || done.Personal == 0 {
		t.Fatalf("written with %d personal, %v", done.Personal, err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Error("the numbers are out, and no register says so")
	}
	store.Fail = nil
	if _, err := d.WriteList("", ask, filepath.Join(dir, "none", "danhba.csv"), "test"); err == nil {
		t.Fatal("written into a folder that there is not")
	}
	if sent, err := d.SentLists(); err != nil || len(sent) != 0 {
		t.Errorf("the register has %v, %v", sent, err)
	}
	if _, err := d.WriteList("", ask, path, "test"); err != nil {
		t.Fatal(err)
	}
	if sent, _ := d.SentLists(); len(sent) != 1 {
		t.Errorf("the register has %v", sent)
	}
}
