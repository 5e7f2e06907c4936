package visit

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/visit/info"
)

// retitle writes another title in one office.
func retitle(t *testing.T, d *desk.Desk, id, title string) {
	t.Helper()
	v, _ := desk.Get[*plan.Visit](d, id)
	v.Title = title
	if err := d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(v) }); err != nil {
		t.Fatal(err)
	}
}

func travel(t *testing.T, from, to *desk.Desk, id string) {
	t.Helper()
	b, err := from.Export(desk.Scope{Visit: id})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(b); err != nil {
		t.Fatal(err)
	}
}

func TestTheHeaderLeadsToWhatOfficesDifferOn(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(New(f.Host, []TabSpec{{page.TabInfo, info.NewTab}}))
	other := desktest.Open(t, desktest.NewStore(), 2)
	travel(t, f.Desk, other, f.Visit)
	retitle(t, f.Desk, f.Visit, "Lời của ta")
	retitle(t, other, f.Visit, "Lời của bạn")
	travel(t, other, f.Desk, f.Visit)
	f.Press("1 chỗ hai bên ghi khác nhau")
	if r := f.LastRoute(); r != (page.Route{Page: page.PageExchange, Record: page.RecordOpen, Visit: f.Visit}) {
		t.Errorf("it leads to %+v", r)
	}
	f.Shot("visit-open")
}
