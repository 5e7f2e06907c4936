package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// written makes a bundle that has taken its number, as if a file was written.
func written(t *testing.T, d *desk.Desk, scope desk.Scope) *bundle.Bundle {
	t.Helper()
	b := carry(t, d, scope)
	if err := d.Sent(b, "goi.json"); err != nil {
		t.Fatal(err)
	}
	return b
}

func take(t *testing.T, d *desk.Desk, b *bundle.Bundle) {
	t.Helper()
	if _, err := d.Import(b); err != nil {
		t.Fatal(err)
	}
}

func partnerOf(t *testing.T, d *desk.Desk, other *desk.Desk) desk.Partner {
	t.Helper()
	found, err := d.PartnerNamed(other.OfficeID())
	if err != nil || len(found) != 1 {
		t.Fatalf("partners %+v, %v", found, err)
	}
	return found[0]
}

// TestGapsAreWhatTheReceiverShouldHave loses and mixes bundles for two offices
// and for anybody, and compares with what was written.
func TestGapsAreWhatTheReceiverShouldHave(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		from, to, visit := twoDesks(t)
		receivers := []string{to.OfficeID(), "0195dddd-0000-7000-8000-00000000000f"}
		var mine []*bundle.Bundle
		for range rapid.IntRange(1, 6).Draw(rt, "bundles") {
			b := written(t, from, desk.Scope{Visit: visit, To: rapid.SampledFrom(receivers).Draw(rt, "to")})
			if b.To == to.OfficeID() {
				mine = append(mine, b)
			}
		}
		got := map[int]bool{}
		last := 0
		for _, b := range rapid.Permutation(mine).Draw(rt, "order") {
			if rapid.Bool().Draw(rt, "lost") {
				continue
			}
			take(t, to, b)
			got[b.Seq], last = true, max(last, b.Seq)
		}
		if last == 0 {
			return
		}
		var want []int
		for _, b := range mine {
			if b.Seq < last && !got[b.Seq] {
				want = append(want, b.Seq)
			}
		}
		if gaps := partnerOf(t, to, from).Gaps(); !slices.Equal(gaps, want) {
			rt.Fatalf("gaps %v, want %v", gaps, want)
		}
	})
}

func TestGapsOfOtherPrograms(t *testing.T) {
	p := desk.Partner{Received: []desk.ReceivedBundle{{Seq: 2}, {Seq: 5}}}
	if diff := cmp.Diff([]int{1, 3, 4}, p.Gaps()); diff != "" {
		t.Errorf("of one who names no numbers (-want +got):\n%s", diff)
	}
	far := desk.Partner{Received: []desk.ReceivedBundle{{Seq: 1 << 50}}}
	if n := len(far.Gaps()); n > 200 {
		t.Errorf("%d gaps below a number that is made up", n)
	}
	counted := desk.Partner{Received: []desk.ReceivedBundle{{Seq: 5, Earlier: []int{}}}}
	if gaps := counted.Gaps(); len(gaps) != 0 {
		t.Errorf("gaps %v of one who has written nothing before", gaps)
	}
}

// TestThePartnersRegister follows bundles both ways, with one that comes late
// and one that comes twice.
func TestThePartnersRegister(t *testing.T) {
	us, them, visit := twoDesks(t)
	take(t, them, written(t, us, desk.Scope{Visit: visit}))
	first := written(t, them, desk.Scope{Visit: visit, To: us.OfficeID()})
	put(t, them, &plan.Topic{Visit: visit, Title: "Bảo hiểm"})
	second := written(t, them, desk.Scope{Visit: visit, To: us.OfficeID()})
	take(t, us, second)
	take(t, us, first) // late, and it brings nothing new
	take(t, us, first)
	p := partnerOf(t, us, them)
	var seqs []int
	for _, r := range p.Received {
		seqs = append(seqs, r.Seq)
	}
	if !slices.Equal(seqs, []int{1, 2}) || p.Newest() != 2 || !p.Received[0].Older || p.Received[1].Older || len(p.Gaps()) != 0 {
		t.Errorf("register %+v", p)
	}
	if p.Heard.IsZero() || p.Since.After(p.Heard) || p.Received[0].Visit != visit || p.Saw == 0 {
		t.Errorf("partner %+v", p)
	}
	receipt := written(t, us, desk.Scope{Receipt: true, To: them.OfficeID()})
	if len(receipt.Records) != 0 || receipt.Profile != bundle.ProfileReceipt {
		t.Errorf("receipt %+v", receipt)
	}
	before := recordsOf(t, them)
	take(t, them, receipt)
	if string(before) != string(recordsOf(t, them)) {
		t.Error("a receipt has changed records")
	}
	if got := partnerOf(t, them, us).Took[them.Replica()]; !slices.Equal(got, []int{1, 2}) {
		t.Errorf("they know that we have %v", got)
	}
}

// TestABundleForAnybodyNamesNobody: with whom else we exchange is not told to
// who happens to get the file.
func TestABundleForAnybodyNamesNobody(t *testing.T) {
	us, them, visit := twoDesks(t)
	take(t, them, written(t, us, desk.Scope{Visit: visit}))
	take(t, us, written(t, them, desk.Scope{Visit: visit, To: us.OfficeID()}))
	if b := carry(t, us, desk.Scope{Visit: visit}); b.Received != nil || b.To != "" {
		t.Errorf("received %v, to %q", b.Received, b.To)
	}
	if b := carry(t, us, desk.Scope{Visit: visit, To: them.OfficeID()}); len(b.Received[them.Replica()]) != 1 {
		t.Errorf("for them: received %v", b.Received)
	}
}

// TestAHostilePartnerFillsNothing: what is kept of a bundle is bounded, and its
// sender's name is of one line.
func TestAHostilePartnerFillsNothing(t *testing.T) {
	us, them, visit := twoDesks(t)
	b := written(t, us, desk.Scope{Visit: visit})
	b.From.Name = "UBND\nKhóa đúng. " + strings.Repeat("dài ", 10_000)
	b.Received = map[string][]int{}
	for i := range 1000 {
		b.Received[fmt.Sprintf("STRANGER%04d", i)] = []int{1, 2, 3}
		b.Earlier = append(b.Earlier, i+1)
	}
	take(t, them, b)
	p := partnerOf(t, them, us)
	if strings.Contains(p.Name, "\n") || len([]rune(p.Name)) > 200 || len(p.Took) > 100 || len(p.Received[0].Earlier) > 500 {
		t.Errorf("name of %d letters, %d names, %d numbers", len(p.Name), len(p.Took), len(p.Received[0].Earlier))
	}
}

func TestTheSampleIsNoPartner(t *testing.T) {
	us, them, visit := twoDesks(t)
	b := written(t, us, desk.Scope{Visit: visit})
	b.From.Replica = desk.SampleReplica
	take(t, them, b)
	if all, err := them.Partners(); err != nil || len(all) != 0 {
		t.Errorf("partners %v, %v", all, err)
	}
}

func TestPartnerNamed(t *testing.T) {
	us := desktest.New(t)
	for n := 2; n <= 4; n++ {
		them := desktest.Open(t, desktest.NewStore(), n)
		name := "UBND huyện Thạch An"
		if n == 4 {
			name = "UBND xã Quảng Khê"
		}
		if err := them.SetUp(plan.Office{Name: name}, "Văn phòng"); err != nil {
			t.Fatal(err)
		}
		take(t, us, written(t, them, desk.Scope{Visit: newVisit(t, them, "Chuyến").ID}))
	}
	for text, want := range map[string]string{
		"ubnd xa quang khe": "", "UBND huyện Thạch An": "fault.partner_ambiguous", "": "fault.no_such_partner", "ai đó": "fault.no_such_partner",
	} {
		found, err := us.PartnerNamed(text)
		if fault.KeyOf(err) != want || err == nil && found[0].Name != "UBND xã Quảng Khê" {
			t.Errorf("%q: %v, %v", text, found, err)
		}
	}
	all, err := us.Partners()
	if err != nil || len(all) != 3 {
		t.Fatalf("%v, %v", all, err)
	}
	if found, err := us.PartnerNamed(all[0].Replica); err != nil || len(found) != 1 {
		t.Errorf("by installation: %v, %v", found, err)
	}
}

// TestDisclosuresNameThePersonAndTheWords: what the page shows is what is in the
// bundle.
func TestDisclosuresNameThePersonAndTheWords(t *testing.T) {
	d := desktest.New(t)
	visit := newVisit(t, d, "Học tập kinh nghiệm").ID
	put(t, d, &plan.Attendee{Visit: visit, Side: plan.Guest, Name: "Đại biểu 01", Contact: true, Phone: "0900 000 001"})
	put(t, d, &plan.Attendee{Visit: visit, Side: plan.Guest, Name: "Đại biểu 02", Phone: "0900 000 002"})
	put(t, d, &plan.Vehicle{Visit: visit, Name: "Xe số 1", Driver: "Lái xe 01"})
	for profile, want := range map[bundle.Profile][]string{
		bundle.ProfilePartner: nil, bundle.ProfileContacts: {"Đại biểu 01 phone 0900 000 001"}, bundle.ProfilePublic: nil,
		bundle.ProfileInternal: {"Xe số 1 driver Lái xe 01", "Đại biểu 01 phone 0900 000 001", "Đại biểu 02 phone 0900 000 002"},
	} {
		b, err := d.Draft(desk.Scope{Visit: visit, Profile: profile})
		if err != nil {
			t.Fatal(err)
		}
		list, named := d.Disclosures(b)
		var got []string
		for _, one := range list {
			for _, f := range one.Fields {
				got = append(got, one.Label+" "+f.Name+" "+f.Values[0])
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", profile, diff)
		}
		if people := map[bool]int{true: 0, false: 2}[profile == bundle.ProfilePublic]; named != people {
			t.Errorf("%s names %d people, want %d", profile, named, people)
		}
	}
}
