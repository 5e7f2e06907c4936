package desk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/vietnamese"
)

// Partner is one installation with which bundles are exchanged, mostly of
// another office. It is written when a bundle of it is taken in.
type Partner struct {
	Replica string    `json:"replica"`
	Office  string    `json:"office"`
	Name    string    `json:"name"` // of the office
	Since   time.Time `json:"since"`
	Heard   time.Time `json:"heard"` // when its last bundle was taken in
	// Key is its public signing key, empty while it has not signed; KeySince is
	// when it was first seen. Former are the keys before.
	Key      string    `json:"key,omitempty"`
	KeySince time.Time `json:"key_since,omitzero"`
	Former   []string  `json:"former,omitempty"`
	// Seal is where to seal bundles for it.
	Seal string `json:"seal,omitempty"`
	// Received are its bundles that were taken in, by number, oldest first.
	Received []ReceivedBundle `json:"received,omitempty"`
	// Took are the numbers of our bundles that it says it has taken in, by the
	// name of our installation at that time.
	Took map[string][]int `json:"took,omitempty"`
	// Saw is how many of our writes it has seen, as it says.
	Saw uint64 `json:"saw,omitempty"`
	// Standing are the last bundles without a number that were taken in, one for
	// each visit: those of an exchange folder.
	Standing []ReceivedBundle `json:"standing,omitempty"`
}

// ReceivedBundle is one line of the register of a partner.
type ReceivedBundle struct {
	Bundle  string         `json:"bundle"`
	Seq     int            `json:"seq"`
	To      string         `json:"to,omitempty"`
	Created time.Time      `json:"created"`
	At      time.Time      `json:"at"` // when it was taken in, the last time
	Visit   string         `json:"visit,omitempty"`
	Count   int            `json:"count"` // records
	Profile bundle.Profile `json:"profile,omitempty"`
	Signed  bool           `json:"signed,omitempty"`
	// Earlier are the numbers that the partner says he sent before; nil where he
	// says nothing.
	Earlier []int `json:"earlier"`
	// Older says that it came behind a newer one.
	Older bool `json:"older,omitempty"`
}

// mostReceived is how many lines the register of one partner keeps, mostNumbers
// how many numbers a bundle names, mostNames how many names of ours he may use;
// all are far beyond what two offices exchange.
const (
	mostReceived = 2_000
	mostNumbers  = 200
	mostNames    = 50 // of our installation, one after each restore
)

const partnerPrefix = "p/"

// SampleReplica is the name in which the sample visit is written that the program
// brings. Nobody is behind it, so it is no partner.
const SampleReplica = "SAMPLE240610"

// partnerID is the name under which a sender is kept: his installation's, or
// the office's where a program names none.
func partnerID(from bundle.Sender) string { return cmp.Or(from.Replica, from.Office) }

// Partners lists the partners, those that were heard of last first.
func (d *Desk) Partners() ([]Partner, error) {
	var out []Partner
	err := d.store.Scan(partnerPrefix, func(_ string, value []byte) error {
		var one Partner
		if json.Unmarshal(bytes.Clone(value), &one) == nil { // Check names one that is damaged
			out = append(out, one)
		}
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	slices.SortStableFunc(out, func(a, b Partner) int { return b.Heard.Compare(a.Heard) })
	return out, nil
}

// PartnerNamed finds the partners that a person means: those of an office by its
// id or its name, marks and capitals aside, or one installation by its name.
// Where several offices are called so, or none, it is a fault:
// fault.partner_ambiguous, fault.no_such_partner.
func (d *Desk) PartnerNamed(text string) ([]Partner, error) {
	all, err := d.Partners()
	if err != nil {
		return nil, err
	}
	name := vietnamese.Fold(text)
	var out []Partner
	for _, p := range all {
		if p.Replica == text {
			return []Partner{p}, nil
		}
		if p.Office == text || name != "" && vietnamese.Fold(p.Name) == name {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return nil, fault.New("fault.no_such_partner", "Name", text)
	}
	if slices.ContainsFunc(out, func(p Partner) bool { return p.Office != out[0].Office }) {
		return nil, fault.New("fault.partner_ambiguous", "Name", text)
	}
	return out, nil
}

// SealTo gives the keys to which a bundle for these partners is sealed.
func SealTo(partners []Partner) []string {
	var out []string
	for _, p := range partners {
		if p.Seal != "" {
			out = append(out, p.Seal)
		}
	}
	return out
}

// Gaps are the numbers of the partner's bundles that were meant for us, or for
// anybody, and have not been taken in.
//
// A partner names the numbers that he has given out for the same receiver. Of
// one who does not, every number below the highest is expected.
func (p Partner) Gaps() []int {
	expected, had := map[int]bool{}, map[int]bool{}
	for _, r := range p.Received {
		had[r.Seq] = true
		for _, n := range r.Earlier {
			expected[n] = true
		}
		if r.Earlier == nil {
			for n := max(1, r.Seq-mostNumbers); n < r.Seq; n++ {
				expected[n] = true
			}
		}
	}
	maps.DeleteFunc(expected, func(n int, _ bool) bool { return had[n] })
	return slices.Sorted(maps.Keys(expected))
}

// Newest is the highest number of the partner's bundles that was taken in.
func (p Partner) Newest() int {
	most := 0
	for _, r := range p.Received {
		most = max(most, r.Seq)
	}
	return most
}

// NewerThan is the number of the newest bundle of the same sender that was taken
// in, if it is newer than this one; 0 otherwise. Taking an older one in loses
// nothing.
func (d *Desk) NewerThan(b *bundle.Bundle) (int, error) {
	all, err := d.Partners()
	if err != nil {
		return 0, err
	}
	for _, p := range all {
		if p.Replica == partnerID(b.From) && p.Newest() > b.Seq {
			return p.Newest(), nil
		}
	}
	return 0, nil
}

// hear notes a bundle that is being taken in.
func (p *Partner) hear(b *bundle.Bundle, now time.Time, ours merge.Replica) {
	if p.Since.IsZero() {
		p.Since = now
	}
	p.Heard, p.Office, p.Name = now, b.From.Office, b.From.ShownName()
	if b.Signed && b.From.Key != p.Key {
		if p.Key != "" {
			p.Former = append(p.Former, p.Key)
		}
		p.Key, p.KeySince = b.From.Key, now
	}
	if b.Signed && b.From.Seal != "" {
		p.Seal = b.From.Seal // what is not signed could send our secrets to anybody
	}
	line := ReceivedBundle{
		Bundle: b.ID, Seq: b.Seq, To: b.To, Created: b.Created, At: now, Visit: b.Scope.Visit,
		Count: len(b.Records), Profile: b.Profile, Signed: b.Signed, Earlier: b.Earlier, Older: b.Seq < p.Newest(),
	}
	if n := len(line.Earlier); n > mostNumbers {
		line.Earlier = line.Earlier[n-mostNumbers:]
	}
	p.enter(line)
	for replica, numbers := range b.Received {
		if p.Took == nil {
			p.Took = map[string][]int{}
		}
		if _, known := p.Took[replica]; !known && len(p.Took) >= mostNames {
			continue
		}
		p.Took[replica] = union(p.Took[replica], numbers)
	}
	p.Saw = max(p.Saw, b.Have[string(ours)])
}

// enter puts a line into the register.
func (p *Partner) enter(line ReceivedBundle) {
	if line.Seq == 0 {
		line.Older = false // the newer one stands in its place
		p.Standing = slices.DeleteFunc(p.Standing, func(r ReceivedBundle) bool { return r.Visit == line.Visit })
		p.Standing = append(p.Standing, line)
		p.Standing = p.Standing[max(0, len(p.Standing)-mostNumbers):]
		return
	}
	p.Received = slices.DeleteFunc(p.Received, func(r ReceivedBundle) bool { return r.Bundle == line.Bundle })
	p.Received = append(p.Received, line)
	slices.SortStableFunc(p.Received, func(a, b ReceivedBundle) int { return cmp.Compare(a.Seq, b.Seq) })
	if n := len(p.Received); n > mostReceived {
		p.Received = p.Received[n-mostReceived:]
	}
}

// union gives the numbers of both lists once, in order, the highest if they are
// too many.
func union(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	all = slices.Compact(all)
	return all[max(0, len(all)-mostReceived):]
}

// heardOps notes in the register of its sender that a bundle is taken in. What
// we have written ourselves is nobody's bundle.
func (d *Desk) heardOps(b *bundle.Bundle, trust Trust) ([]Op, error) {
	from := b.From
	if trust.Verdict == TrustOwn || from.Replica == d.Replica() || from.Replica == SampleReplica {
		return nil, nil
	}
	id := partnerID(from)
	partner := Partner{Replica: id}
	raw, err := d.store.Get(partnerPrefix + id)
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	if raw != nil && json.Unmarshal(raw, &partner) != nil {
		partner = Partner{Replica: id} // Check has named it
	}
	partner.hear(b, d.opts.Now().UTC().Truncate(time.Second), d.self.Replica)
	return []Op{{Key: partnerPrefix + id, Value: mustJSON(partner)}}, nil
}

// hearOnly notes a bundle by which no record changes.
func (d *Desk) hearOnly(ops []Op) error {
	if len(ops) == 0 {
		return nil
	}
	if err := d.store.Commit(ops); err != nil {
		return notSaved(err)
	}
	d.registersChanged()
	return nil
}

// numbers are the numbers of bundles that a new one tells.
type numbers struct {
	earlier  []int
	received map[string][]int
}

// numbers gathers what a bundle for an office, or for anybody, tells of other
// bundles.
func (d *Desk) numbers(to string) (numbers, error) {
	out := numbers{earlier: []int{}}
	sent, err := d.SentBundles()
	if err != nil {
		return out, err
	}
	for _, one := range sent {
		if one.To == to && len(out.earlier) < mostNumbers {
			out.earlier = append(out.earlier, one.Seq)
		}
	}
	slices.Sort(out.earlier)
	if to == "" {
		return out, nil // who reads it need not know with whom else we exchange
	}
	partners, err := d.Partners()
	if err != nil {
		return out, err
	}
	for _, p := range partners {
		if p.Office != to || !merge.Replica(p.Replica).Valid() {
			continue
		}
		var got []int
		for _, r := range p.Received {
			got = union(got, []int{r.Seq})
		}
		if out.received == nil {
			out.received = map[string][]int{}
		}
		out.received[p.Replica] = got[max(0, len(got)-mostNumbers):]
	}
	return out, nil
}
