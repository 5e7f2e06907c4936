package bin_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/ui/bin"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// A partner deletes the visit while a topic was added here.
func TestAVisitThatAsksIsListedAndComesBackWhole(t *testing.T) {
	f := pagetest.New(t)
	other := desktest.Open(t, desktest.NewStore(), 2)
	carry(t, f.Desk, other)
	err := other.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Delete(f.Visit) })
	if err != nil {
		t.Fatal(err)
	}
	topics := len(desk.Of[*plan.Topic](f.Desk, f.Visit))
	err = f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(&plan.Topic{Visit: f.Visit, Title: "Thêm ở đây"}) })
	if err != nil {
		t.Fatal(err)
	}
	carry(t, other, f.Desk)
	if n := len(desk.Of[*plan.Topic](f.Desk, f.Visit)); n != 1 {
		t.Fatalf("%d topics are left", n)
	}
	f.Show(bin.New(f.Host), page.Route{})
	if shown := said(f); !strings.Contains(shown, "một bên đã xóa, bên kia vẫn sửa") {
		t.Error("the visit is not listed")
	}
	focusList(f)
	f.Key(fyne.KeyReturn)
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	if n := len(desk.Of[*plan.Topic](f.Desk, f.Visit)); v.Contested || v.Trashed || n != topics+1 {
		t.Errorf("after the restore: %+v, %d topics of %d", v.Head, n, topics+1)
	}
}

// carry brings everything from one desk to another.
func carry(t *testing.T, from, to *desk.Desk) {
	t.Helper()
	b, err := from.Export(desk.Scope{All: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(b); err != nil {
		t.Fatal(err)
	}
}
