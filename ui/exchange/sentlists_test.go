package exchange

import (
	"path/filepath"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/ui/pagetest"
)

func TestPersonalListsStandAmongWhatWasSent(t *testing.T) {
	f := pagetest.New(t)
	person := &plan.Person{Name: "Đại biểu 01", Phone: "0912 345 678"}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(person) }); err != nil {
		t.Fatal(err)
	}
	for _, ask := range []lists.Ask{{Kind: lists.People}, {Kind: lists.People, Internal: true}} {
		if _, err := f.Desk.WriteList("", ask, filepath.Join(t.TempDir(), "danhba.csv"), "test"); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := fetchSent(f.Host)
	if err != nil || len(rows) != 1 {
		t.Fatalf("%+v, %v", rows, err)
	}
	if r := rows[0]; r.file != "danhba.csv" || r.visit != "Danh bạ đại biểu" || r.profile != "Danh sách có thông tin cá nhân" || r.to != "" || numberCell(f.Host, r.one.Seq) != "–" {
		t.Errorf("%+v", r)
	}
}
