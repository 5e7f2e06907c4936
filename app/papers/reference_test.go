package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// An annex cites the paper in the form that is issued, with number and body of
// the side that issues it.
func TestAnAnnexCitesThePaperThatIsIssued(t *testing.T) {
	v := paperstest.Sample(t)
	guests := &plan.Office{Name: "Huyện ủy Thạch An", Symbol: "HU", IssuerKind: "party"}
	guests.ID = "guests"
	hosts := &plan.Office{Name: "UBND huyện Đắk Glong", Symbol: "UBND"}
	hosts.ID = "hosts"
	decided := func(office, kind, variant, number string) *plan.Paper {
		p := &plan.Paper{PaperKind: kind, Variant: variant, Number: number}
		p.Office = office
		return p
	}
	printed := decided("hosts", plan.PaperProgramme, "internal", "")
	printed.Printed, printed.Revision = "2024-06-07T01:30:00Z", 1
	for _, c := range []struct {
		name   string
		side   plan.Side
		to     string
		papers []*plan.Paper
		want   string
	}{
		{"printed inside the house", plan.Host, "programme", []*plan.Paper{decided("hosts", "programme", "", "15"), printed}, "Chương trình số 15/CTr-UBND"},
		{"a draft of the internal form", plan.Host, "programme", []*plan.Paper{
			decided("hosts", "programme", "internal", "99"), decided("hosts", "programme", "", "15"),
		}, "Chương trình số 15/CTr-UBND"},
		{"numbered in another form", plan.Host, "programme", []*plan.Paper{decided("hosts", "programme", "days", "16")}, "Chương trình số 16/CTr-UBND"},
		{"the guests' plan", plan.Host, "plan", []*plan.Paper{decided("guests", "plan", "", "12")}, "Kế hoạch số 12-KH/HU"},
		{"the guests' body", plan.Host, "plan", []*plan.Paper{decided("guests", "plan", "", "12")}, "của Huyện ủy Thạch An"},
		{"the hosts' letter", plan.Host, "letter", []*plan.Paper{decided("guests", "letter", "", "7"), decided("hosts", "letter", "reply", "8")}, "số 08/UBND"},
		{"the guests' letter", plan.Guest, "letter", []*plan.Paper{decided("guests", "letter", "", "7"), decided("hosts", "letter", "reply", "8")}, "số 07-CV/HU"},
	} {
		s := v.Subject(t, papers.Request{Kind: "attendee_list"})
		s.Side, s.Issuers = c.side, map[plan.Side]*plan.Office{plan.Guest: guests, plan.Host: hosts}
		s.Issuer = s.Issuers[c.side]
		s.Style.Party = c.side == plan.Guest
		s.View.Papers = c.papers
		s.Paper = &plan.Paper{Options: map[string]string{"attached_to": c.to}}
		if text := strings.Join(strings.Fields(paperstest.Layout(t, paperstest.Make(t, s)).Text()), " "); !strings.Contains(text, c.want) {
			t.Errorf("%s: %q is not in %.300s", c.name, c.want, text)
		}
	}
}
