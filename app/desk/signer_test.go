package desk_test

import (
	"errors"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

func TestASignerIsChosenForAPaper(t *testing.T) {
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	view, _ := d.View(visit)
	if err := d.SetUp(plan.Office{Name: "UBND huyện Đắk Glong", Locality: view.Visit.Hosts[0]}, "Văn phòng"); err != nil {
		t.Fatal(err)
	}
	office := d.Office()
	office.Signers = []plan.Signer{
		papers.UsualSigner(false),
		{Name: "Đại biểu 02", Lines: []string{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}, Authority: plan.Authority{Mode: "by_order", Head: "Chủ tịch", Post: "Chánh Văn phòng"}},
	}
	if err := d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(office) }); err != nil {
		t.Fatal(err)
	}
	if kept := d.Office().Signers; len(kept) != 2 || kept[1].Authority.Post != "Chánh Văn phòng" {
		t.Fatalf("the office keeps %+v", kept)
	}
	ask := papers.Request{Kind: "programme"}
	if err := d.ChooseSigner(visit, ask, "chánh văn phòng"); err != nil {
		t.Fatal(err)
	}
	if got := d.PaperOf(visit, "programme", "").Signer; got.Name != "Đại biểu 02" || len(got.Lines) != 2 {
		t.Errorf("the paper is signed by %+v", got)
	}
	var f *fault.Fault
	if err := d.ChooseSigner(visit, ask, "kế toán"); !errors.As(err, &f) || f.Key != "fault.no_such_signer" {
		t.Errorf("an unknown signer is %v", err)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := d.PaperOf(visit, "programme", "").Signer; got.Name != "" || len(got.Lines) != 0 {
		t.Errorf("after undo the paper is signed by %+v", got)
	}
}
