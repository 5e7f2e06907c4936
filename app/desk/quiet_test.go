package desk_test

import (
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// What was seen to ask nothing may ask by the time it is taken in: the look is made
// again, and nothing is written.
func TestQuietImportLooksAgain(t *testing.T) {
	a := desktest.OpenSigning(t, desktest.NewStore(), 1, desktest.Keyring())
	b := desktest.OpenSigning(t, desktest.NewStore(), 2, desktest.Keyring())
	visit := ""
	put := func(d *desk.Desk, purpose string) {
		t.Helper()
		err := d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
			v, ok := desk.Read[*plan.Visit](tx, visit)
			if !ok {
				v = &plan.Visit{Title: "Học tập kinh nghiệm"}
			}
			v.Purpose = purpose
			err := tx.Put(v)
			visit = v.ID
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	send := func(from, to *desk.Desk) *desk.Preview {
		t.Helper()
		out, err := from.Export(desk.Scope{Visit: visit})
		if err != nil {
			t.Fatal(err)
		}
		p, err := to.Preview(out)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	put(a, "Mục đích")
	first := send(a, b)
	if first.Asks() != desk.AskUnknown {
		t.Errorf("the first bundle asks %q", first.Asks())
	}
	if _, err := b.Apply(first); err != nil {
		t.Fatal(err)
	}
	put(a, "Lời của nơi một")
	p := send(a, b)
	if p.Quiet = true; p.Asks() != "" {
		t.Fatalf("asks %q", p.Asks())
	}
	put(b, "Lời của nơi hai")
	if _, err := b.Apply(p); fault.KeyOf(err) != "fault.import_asks" {
		t.Errorf("taken in: %v", err)
	}
	if v, _ := desk.Get[*plan.Visit](b, visit); v.Purpose != "Lời của nơi hai" {
		t.Errorf("purpose %q", v.Purpose)
	}
}

// A dozen imports from an exchange folder make one backup, one by hand its own.
func TestQuietImportsShareABackup(t *testing.T) {
	a := desktest.OpenSigning(t, desktest.NewStore(), 1, desktest.Keyring())
	k := desktest.NewKeeper()
	b := desktest.OpenSigning(t, k, 2, desktest.Keyring())
	if err := b.SetUp(plan.Office{Name: "UBND xã"}, "Văn phòng"); err != nil {
		t.Fatal(err)
	}
	visit := ""
	for n := range 4 {
		err := a.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
			if n > 0 {
				return tx.Put(&plan.Topic{Visit: visit, Title: "Nội dung"})
			}
			v := &plan.Visit{Title: "Học tập kinh nghiệm"}
			err := tx.Put(v)
			visit = v.ID
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		out, err := a.Export(desk.Scope{Visit: visit})
		if err != nil {
			t.Fatal(err)
		}
		p, err := b.Preview(out)
		if err != nil {
			t.Fatal(err)
		}
		p.Quiet = n > 0
		if _, err := b.Apply(p); err != nil {
			t.Fatal(err)
		}
		k.Copies = []desk.Copy{{Path: "import", Made: b.Now()}}
	}
	made := 0
	for _, asked := range k.Asked {
		if strings.HasPrefix(asked, "BackUp ") {
			made++
		}
	}
	if made != 1 {
		t.Errorf("%d backups: %q", made, k.Asked)
	}
}
