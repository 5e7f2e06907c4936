package settings_test

import (
	"testing"

	"nhipcau/app/plan"
)

// What is chosen is kept with the office; the usual value is kept as none, so
// that it follows the program.
func TestTheLayoutOfPapersIsChosen(t *testing.T) {
	f, p, _ := show(t)
	body := f.Words.Field(plan.KindOffice, "layout.body")
	f.Fill(body, "13 pt")
	f.Fill(f.Words.Field(plan.KindOffice, "layout.leading"), "1,3")
	f.Fill(f.Words.Field(plan.KindOffice, "issuer_kind"), "Cơ quan Đảng")
	o := f.Desk.Office()
	if o.Layout.Body != 13 || o.Layout.Leading != 130 || o.IssuerKind != "party" {
		t.Errorf("kept %+v, %q", o.Layout, o.IssuerKind)
	}
	p.Update()
	f.Fill(body, "14 pt")
	if got := f.Desk.Office().Layout.Body; got != 0 {
		t.Errorf("the usual size is kept as %d", got)
	}
}
