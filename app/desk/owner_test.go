package desk_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

func TestOursIsWhatOurOfficeMade(t *testing.T) {
	a, b, visitID := twoDesks(t)
	setUp(t, a, "UBND huyện Đắk Glong", "huyện Đắk Glong, tỉnh Đắk Nông")
	setUp(t, b, "UBND huyện Thạch An", "huyện Thạch An, tỉnh Cao Bằng")
	mine := &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"}
	put(t, a, mine)
	send(t, a, b, desk.Scope{Visit: visitID})
	theirs := &plan.Topic{Visit: visitID, Title: "Nhà ở"}
	put(t, b, theirs)
	send(t, b, a, desk.Scope{Visit: visitID})
	for _, id := range []string{mine.ID, theirs.ID} {
		one, _ := desk.Get[*plan.Topic](b, id)
		one.Findings = "Ghi thêm"
		put(t, b, one)
	}
	p, err := a.Preview(carry(t, b, desk.Scope{Visit: visitID}))
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range p.Items {
		if item.Outcome == desk.Edited && item.Ours != (item.ID == mine.ID) {
			t.Errorf("%s: ours %v", item.Label(), item.Ours)
		}
	}
}

// TestWhoDecidesFollowsFromTheSide: the hosts decide about the programme,
// whoever drew it up, and the guests about their delegation; another installation
// of the same office proposes nothing.
func TestWhoDecidesFollowsFromTheSide(t *testing.T) {
	guests, hosts, visitID := twoDesks(t)
	setUp(t, guests, "UBND huyện Đắk Glong", "huyện Đắk Glong, tỉnh Đắk Nông")
	setUp(t, hosts, "UBND huyện Thạch An", "huyện Thạch An, tỉnh Cao Bằng")
	v := visit(t, guests, visitID)
	v.Guest, v.Hosts = guests.Office().Locality, []string{hosts.Office().Locality}
	put(t, guests, v)
	put(t, guests, &plan.Attendee{Visit: visitID, Side: plan.Guest, Name: "Đại biểu 01"})
	send(t, guests, hosts, desk.Scope{Visit: visitID})
	edit := func(d *desk.Desk) {
		item, who := desk.Of[*plan.AgendaItem](d, visitID)[0], desk.Of[*plan.Attendee](d, visitID)[0]
		item.Place, who.Unit = "Phòng họp "+d.Author(), "Văn phòng "+d.Author()
		put(t, d, item)
		put(t, d, who)
	}
	ours := func(from, to *desk.Desk) (out []plan.Kind) {
		p, err := to.Preview(carry(t, from, desk.Scope{Visit: visitID}))
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range p.Items {
			if item.Ours {
				out = append(out, item.Kind)
			}
		}
		return out
	}
	edit(hosts)
	if got := ours(hosts, guests); len(got) != 1 || got[0] != plan.KindAttendee {
		t.Errorf("for the guests to decide: %v", got)
	}
	send(t, hosts, guests, desk.Scope{Visit: visitID})
	edit(guests)
	if got := ours(guests, hosts); len(got) != 1 || got[0] != plan.KindAgendaItem {
		t.Errorf("for the hosts to decide: %v", got)
	}
}
