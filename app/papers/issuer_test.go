package papers_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

// offices are the two offices of the sample visit, each with its own data; the
// host's has decided about the programme and sent the visit to the guest's.
func offices(t *testing.T) (host, guest *desk.Desk, visit string) {
	t.Helper()
	host, guest = desktest.New(t), desktest.Open(t, desktest.NewStore(), 2)
	visit, err := sample.Build(host)
	if err != nil {
		t.Fatal(err)
	}
	view, _ := host.View(visit)
	setUp(t, host, plan.Office{Name: "UBND huyện Đắk Glong", Locality: view.Visit.Hosts[0], Symbol: "UBND-VP"})
	setUp(t, guest, plan.Office{Name: "UBND huyện Thạch An", Locality: view.Visit.Guest, Symbol: "UBND-TA"})
	return host, guest, visit
}

func setUp(t *testing.T, d *desk.Desk, office plan.Office) {
	t.Helper()
	if err := d.SetUp(office, "Đại biểu 01"); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, d *desk.Desk, r plan.Record) {
	t.Helper()
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(r) }); err != nil {
		t.Fatal(err)
	}
}

// send brings a visit from one office to another.
func send(t *testing.T, from, to *desk.Desk, visit string) {
	t.Helper()
	b, err := from.Export(desk.Scope{Visit: visit})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(b); err != nil {
		t.Fatal(err)
	}
}

func printed(t *testing.T, d *desk.Desk, visit string) string {
	t.Helper()
	s, err := d.Subject(visit, papers.Request{Kind: plan.PaperProgramme}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return text(t, s)
}

// The programme is the host's paper, whoever prints it.
func TestGuestAndHostPrintTheSamePaper(t *testing.T) {
	host, guest, visit := offices(t)
	p := host.PaperOf(visit, plan.PaperProgramme, "")
	p.Number, p.Date = "7", "2024-06-05"
	put(t, host, p)
	send(t, host, guest, visit)
	want := printed(t, host, visit)
	has(t, want, "Số: 07/CTr-UBND-VP", "Đắk Glong, ngày 05 tháng 6 năm 2024")
	if got := printed(t, guest, visit); got != want {
		t.Errorf("the guest prints\n%s\nthe host\n%s", got, want)
	}
}

// What the guest noted before the host decided gives way to it; without anything
// of the host's it is what there is.
func TestTheIssuersPaperGoesBeforeOurOwn(t *testing.T) {
	host, guest, visit := offices(t)
	send(t, host, guest, visit)
	own := guest.PaperOf(visit, plan.PaperProgramme, "")
	own.Number = "99"
	put(t, guest, own)
	has(t, printed(t, guest, visit), "Số: 99/")
	p := host.PaperOf(visit, plan.PaperProgramme, "")
	p.Number = "7"
	put(t, host, p)
	send(t, host, guest, visit)
	has(t, printed(t, guest, visit), "Số: 07/")
	send(t, guest, host, visit)
	has(t, printed(t, host, visit), "Số: 07/")
}

// Any record of the kind and the visit counts, whatever its id, and one that
// only notes a print gives way.
func TestAPaperMadeOnTheCommandLineIsPrinted(t *testing.T) {
	host, _, visit := offices(t)
	if err := host.Printed(visit, host.Moment(), papers.Request{Kind: plan.PaperProgramme}); err != nil {
		t.Fatal(err)
	}
	put(t, host, &plan.Paper{Visit: visit, PaperKind: plan.PaperProgramme, Number: "7"})
	put(t, host, &plan.Paper{Visit: visit, PaperKind: "seating", Number: "8"})
	has(t, printed(t, host, visit), "Số: 07/CTr-UBND-VP")
	if err := host.Printed(visit, host.Moment(), papers.Request{Kind: plan.PaperProgramme}); err != nil {
		t.Fatal(err)
	}
	if view, _ := host.View(visit); len(view.Papers) != 3 || len(plan.ToReprint(view)) != 0 {
		t.Errorf("%d papers, %d to print again", len(view.Papers), len(plan.ToReprint(view)))
	}
}

func TestTitleBeginsWithANameOfTheRegister(t *testing.T) {
	host, _, visit := offices(t)
	v, _ := desk.Get[*plan.Visit](host, visit)
	for title, want := range map[string]string{
		"Sóc Trăng học tập kinh nghiệm": "về Sóc Trăng học tập",
		"Đại biểu 02 thăm hỏi":          "về Đại biểu 02 thăm",
		"Trao đổi kinh nghiệm":          "về trao đổi",
	} {
		put(t, host, &plan.Person{Name: "Đại biểu 02"})
		v.Title = title
		put(t, host, v)
		has(t, printed(t, host, visit), want)
		v, _ = desk.Get[*plan.Visit](host, visit)
	}
}

// The usual recipients of the office stand where none are decided for the paper.
func TestUsualRecipients(t *testing.T) {
	v := paperstest.Sample(t)
	s := v.Subject(t, papers.Request{Kind: plan.PaperProgramme})
	s.Issuer = &plan.Office{Recipients: []string{"Thường trực Đảng ủy", "Lưu: VT, VX"}}
	has(t, text(t, s), "Thường trực Đảng ủy", "Lưu: VT, VX")
	decided := *s.Paper
	decided.Recipients = []string{"Lưu: VT"}
	s.Paper = &decided
	got := text(t, s)
	has(t, got, "Lưu: VT")
	lacks(t, got, "Thường trực Đảng ủy")
}
