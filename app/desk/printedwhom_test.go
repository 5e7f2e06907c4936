package desk_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

func noWords(plan.Record, string) string { return "" }

func printNow(t *testing.T, d *desk.Desk, visit string, asks ...papers.Request) {
	t.Helper()
	if err := d.Printed(visit, d.Moment(), asks...); err != nil {
		t.Fatal(err)
	}
}

func reprintOf(t *testing.T, d *desk.Desk, visit string, ask papers.Request) desk.Reprint {
	t.Helper()
	r, err := d.Reprint(visit, ask, noWords)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func renameItem(t *testing.T, d *desk.Desk, item *plan.AgendaItem, title string) {
	t.Helper()
	change(t, d, func(tx *desk.Tx) error { item.Title = title; return tx.Put(item) })
}

// The sheet of one person is held against the last print of that very sheet.
func TestPrintsOfOnePersonAreHisOwn(t *testing.T) {
	d, view := printedSample(t)
	id := view.Visit.ID
	guests := d.Delegation(id, plan.Guest)
	sheet := func(i int) papers.Request {
		return papers.Request{Kind: plan.PaperProgramme, Variant: "personal", Attendee: guests[i].Attendee.ID}
	}
	printNow(t, d, id, sheet(0))
	renameItem(t, d, view.Agenda[1], "Thông tin khái quát")
	printNow(t, d, id, sheet(1))
	a, b, c := reprintOf(t, d, id, sheet(0)), reprintOf(t, d, id, sheet(1)), reprintOf(t, d, id, sheet(2))
	if a.Changes != 1 || a.Revision != 2 {
		t.Errorf("the first: %d changes, print %d", a.Changes, a.Revision)
	}
	if b.Changes != 0 || b.Revision != 1 {
		t.Errorf("the second, printed after the change: %d changes, print %d", b.Changes, b.Revision)
	}
	if c.Changes != 0 || c.Revision != 1 || !c.Last.IsZero() || c.Document.Reprint != "" {
		t.Errorf("never printed: %d changes, print %d of %v, %q", c.Changes, c.Revision, c.Last, c.Document.Reprint)
	}
	if p := d.PaperOf(id, plan.PaperProgramme, "personal"); p.Printed != "" || p.NotesPrints() {
		t.Errorf("what is decided is in a note of prints: %+v", p)
	}
}

// So is the sheet of one model; what is decided about such sheets holds for all.
func TestPrintsOfOneModelAreItsOwn(t *testing.T) {
	d, view := printedSample(t)
	id := view.Visit.ID
	model := desk.All[*plan.Model](d)[0]
	var other string
	change(t, d, func(tx *desk.Tx) error {
		one := &plan.Model{Name: "Mô hình trồng dâu", Locality: model.Locality}
		err := tx.Put(one)
		other = one.ID
		return err
	})
	first, second := papers.Request{Kind: "model_sheet", Model: model.ID}, papers.Request{Kind: "model_sheet", Model: other}
	printNow(t, d, id, first, second)
	change(t, d, func(tx *desk.Tx) error { model.Place = "Thôn 9"; return tx.Put(model) })
	if a, b := reprintOf(t, d, id, first), reprintOf(t, d, id, second); a.Changes != 1 || b.Changes != 0 {
		t.Errorf("%d changes of the model that changed, %d of the other", a.Changes, b.Changes)
	}
	decided := d.PaperOf(id, "model_sheet", "")
	decided.Draft = true
	change(t, d, func(tx *desk.Tx) error { return tx.Put(decided) })
	if s, err := d.Subject(id, second, noWords); err != nil || !s.Paper.Draft {
		t.Errorf("draft %v, %v", s.Paper.Draft, err)
	}
}

// A record from before notes of their own still says when the paper was printed.
func TestOldRecordsOfPrintsStayValid(t *testing.T) {
	d, view := printedSample(t)
	id := view.Visit.ID
	guest := d.Delegation(id, plan.Guest)[0].Attendee.ID
	old := d.PaperOf(id, plan.PaperProgramme, "personal")
	old.Number, old.Printed, old.Revision = "7", "2024-06-07T01:30:00Z", 3
	change(t, d, func(tx *desk.Tx) error { return tx.Put(old) })
	s, err := d.Subject(id, papers.Request{Kind: plan.PaperProgramme, Variant: "personal", Attendee: guest}, noWords)
	if err != nil || s.Paper.Number != "7" || s.Paper.Printed == "" || s.Print.Printed != "" {
		t.Errorf("%+v, %v", s.Paper, err)
	}
}

// What changes after the paper was made and before its print is noted did not
// stand on it.
func TestWhatChangedWhileThePrinterWasChosenIsMarked(t *testing.T) {
	d, view := printedSample(t)
	id := view.Visit.ID
	fetched := d.Moment()
	renameItem(t, d, view.Agenda[1], "Thông tin khái quát")
	if err := d.Printed(id, fetched, programme); err != nil {
		t.Fatal(err)
	}
	if n := d.PaperOf(id, plan.PaperProgramme, "").Revision; n != 1 {
		t.Errorf("print %d of what had not changed when it was made", n)
	}
	r := reprintOf(t, d, id, programme)
	if r.Changes != 1 || r.Revision != 2 {
		t.Errorf("%d changes, print %d", r.Changes, r.Revision)
	}
	if err := d.Printed(id, fetched, programme); err != nil { // a second copy of the same
		t.Fatal(err)
	}
	if again := reprintOf(t, d, id, programme); again.Changes != 1 || again.Revision != 2 {
		t.Errorf("after another copy: %d changes, print %d", again.Changes, again.Revision)
	}
}

// Wordings and issuer lines of the office are on the paper, and so is the name of
// a locality.
func TestReprintMarksWhatTheOfficeChanged(t *testing.T) {
	d, view := printedSample(t)
	id := view.Visit.ID
	office := &plan.Office{Locality: view.Hosts()[0], Name: "UBND huyện Đắk Glong"}
	office.ID = d.OfficeID()
	letter := papers.Request{Kind: "thanks"}
	host := papers.Request{Kind: plan.PaperProgramme}
	change(t, d, func(tx *desk.Tx) error { return tx.Put(office) })
	printNow(t, d, id, host, letter)
	steps := []struct {
		what string
		do   func(tx *desk.Tx) error
	}{
		{"issuer lines", func(tx *desk.Tx) error {
			office.IssuerLines = []plan.IssuerLine{{Text: "VĂN PHÒNG HĐND VÀ UBND", Bold: true}}
			return tx.Put(office)
		}},
		{"signers", func(tx *desk.Tx) error {
			office.Signers = []plan.Signer{{Lines: []string{"CHÁNH VĂN PHÒNG"}, Name: "Đại biểu 01"}}
			return tx.Put(office)
		}},
		{"recipients", func(tx *desk.Tx) error { office.Recipients = []string{"Lưu: VP"}; return tx.Put(office) }},
	}
	for _, step := range steps {
		change(t, d, step.do)
		if r := reprintOf(t, d, id, host); r.Changes == 0 {
			t.Errorf("%s: no change", step.what)
		}
		printNow(t, d, id, host)
	}
	guest, _ := desk.Get[*plan.Locality](d, view.Visit.Guest)
	change(t, d, func(tx *desk.Tx) error {
		for i := range guest.Versions {
			guest.Versions[i].Name = "Thạch An Mới"
		}
		return tx.Put(guest)
	})
	if r := reprintOf(t, d, id, host); r.Changes == 0 {
		t.Error("a renamed locality is no change")
	}
}

func TestReprintMarksAChangedWording(t *testing.T) {
	d, view := printedSample(t)
	id := view.Visit.ID
	office := &plan.Office{Locality: view.Visit.Guest, Name: "UBND huyện Thạch An"}
	office.ID = d.OfficeID()
	change(t, d, func(tx *desk.Tx) error { return tx.Put(office) })
	letter := papers.Request{Kind: "letter"}
	printNow(t, d, id, letter)
	codes := d.Catalogue().Wordings.Codes()
	change(t, d, func(tx *desk.Tx) error {
		office.Wording = map[string]string{}
		for _, code := range codes {
			office.Wording[code] = "Câu chữ mới của cơ quan."
		}
		return tx.Put(office)
	})
	if r := reprintOf(t, d, id, letter); r.Changes == 0 || r.Revision != 2 {
		t.Errorf("%d changes, print %d", r.Changes, r.Revision)
	}
}
