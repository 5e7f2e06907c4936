package desk_test

import (
	"errors"
	"slices"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

// A second folder that can't be written to, such as a stick that is not plugged
// in, keeps nobody from importing: the backup in the data folder is there.
func TestAnImportDoesNotWaitForTheSecondFolder(t *testing.T) {
	other := desktest.New(t)
	visit, err := sample.Build(other)
	if err != nil {
		t.Fatal(err)
	}
	b, err := other.Export(desk.Scope{Visit: visit})
	if err != nil {
		t.Fatal(err)
	}
	k := desktest.NewKeeper()
	d := desktest.Open(t, k, 2)
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(&plan.Person{Name: "Đại biểu 01"}) }); err != nil {
		t.Fatal(err)
	}
	if err := d.SetSetting(desk.BackupFolder, "E:/"); err != nil {
		t.Fatal(err)
	}
	k.FailSecond = fault.New("fault.file_unwritable", "File", "E:/", errors.New("not ready"))
	if _, err := d.Import(b); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(k.Asked, "BackUp import E:/") {
		t.Errorf("no backup was asked for: %v", k.Asked)
	}
	if _, ok := desk.Get[*plan.Visit](d, visit); !ok {
		t.Error("the visit is not there")
	}
}
