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

// Margins, first-line indent and the type of tables are chosen too, each within the
// range of the decree.
func TestMarginsIndentAndTablesAreChosen(t *testing.T) {
	f, p, _ := show(t)
	for path, text := range map[string]string{
		"layout.left": "35 mm", "layout.right": "17 mm", "layout.top": "25 mm", "layout.bottom": "24 mm", "layout.table": "11 pt",
		"layout.indent": f.Words.Enum(plan.KindOffice, "layout.indent", "127"),
	} {
		f.Fill(f.Words.Field(plan.KindOffice, path), text)
	}
	got := f.Desk.Office().Layout
	want := plan.PaperLayout{Left: 35, Right: 17, Top: 25, Bottom: 24, Table: 11, Indent: 127}
	if got != want {
		t.Errorf("kept %+v, want %+v", got, want)
	}
	p.Update()
	if text := f.Field(f.Words.Field(plan.KindOffice, "layout.left")).Text(); text != "35 mm" {
		t.Errorf("the left margin shows %q", text)
	}
	f.Undo()
	if now := f.Desk.Office().Layout; now == want {
		t.Error("undo leaves all of it")
	}
}
