package desk

import (
	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/seal"
	"nhipcau/app/vietnamese"
)

// Verdict says what the signature of a bundle is worth here. A signature that
// does not fit never comes so far: reading refuses the file.
type Verdict string

// The verdicts.
const (
	// TrustOwn was written by this installation itself.
	TrustOwn Verdict = "own"
	// TrustKnown is signed with a key that is known of the office.
	TrustKnown Verdict = "known"
	// TrustFirst is signed, and no key of the office is known yet: trust on first
	// use. A person can compare fingerprints over the telephone.
	TrustFirst Verdict = "first"
	// TrustChanged is signed with another key than the known one. It asks.
	TrustChanged Verdict = "changed"
	// TrustMissing is not signed, although the office has signed before: it could
	// be from anybody. It asks.
	TrustMissing Verdict = "missing"
	// TrustUnsigned is not signed, and the office never did. It is a warning.
	TrustUnsigned Verdict = "unsigned"
)

// Trust is the verdict with what a person needs in order to decide.
type Trust struct {
	Verdict Verdict
	// Fingerprint is that of the key in the bundle, empty if it is unsigned.
	Fingerprint string
	// Known is the fingerprint of the key that was expected, where there is one.
	Known string
}

// Asks says whether a person has to decide before anything is taken in.
func (t Trust) Asks() bool { return t.Verdict == TrustChanged || t.Verdict == TrustMissing }

// TrustOf judges the signature of a bundle by what is remembered of its sender.
//
// Keys are remembered for each installation of an office; one that is known of
// the office is good for all of them, since an installation takes a new name
// after each restore and its key does not change by that. A new key of a known
// office asks, whatever installation it names: anybody could name a new one. So
// does a new office that is called like a known one, for people know offices by
// their names; there are communes of one name, and then a person says so.
func (d *Desk) TrustOf(b *bundle.Bundle) (Trust, error) {
	known, err := d.keyHolders()
	if err != nil {
		return Trust{}, err
	}
	t := Trust{Verdict: TrustFirst}
	if b.Signed {
		t.Fingerprint = seal.Fingerprint(b.From.Key)
	} else {
		t.Verdict = TrustUnsigned
	}
	id := partnerID(b.From)
	for _, p := range known {
		same := p.Replica == id
		switch {
		case p.Office != b.From.Office && !same && !sameName(p.Name, b.From.Name):
		case b.Signed && p.Key == b.From.Key:
			t.Verdict, t.Known = TrustKnown, t.Fingerprint
			if same && id == d.Replica() {
				t.Verdict = TrustOwn
			}
			return t, nil
		case t.Known == "" || same:
			t.Known = seal.Fingerprint(p.Key)
		}
	}
	if t.Known != "" {
		t.Verdict = map[bool]Verdict{true: TrustChanged, false: TrustMissing}[b.Signed]
	}
	return t, nil
}

// sameName says whether two offices are called alike, marks and capitals aside.
func sameName(a, b string) bool {
	name := vietnamese.Fold(a)
	return name != "" && name == vietnamese.Fold(b)
}

// keyHolders are the partners of whom a key is known, and we ourselves.
func (d *Desk) keyHolders() ([]Partner, error) {
	all, err := d.Partners()
	if err != nil {
		return nil, err
	}
	// Keys that can't be read are told where something is to be signed.
	if keys, err := d.Keys(); err == nil && keys != nil {
		all = append(all, Partner{Replica: d.Replica(), Office: d.OfficeID(), Name: d.nameOf(d.OfficeID()), Key: keys.Key()})
	}
	out := all[:0]
	for _, p := range all {
		if p.Key != "" {
			out = append(out, p)
		}
	}
	return out, nil
}

// admit refuses what a person has to decide first: fault.bundle_key_changed,
// fault.bundle_key_missing.
func (p *Preview) admit() error {
	if p.Quiet {
		return p.admitQuiet()
	}
	if !p.Trust.Asks() || p.TrustNewKey {
		return nil
	}
	from := p.Bundle.From.ShownName()
	if p.Trust.Verdict == TrustMissing {
		return fault.New("fault.bundle_key_missing", "From", from, "Known", p.Trust.Known)
	}
	return fault.New("fault.bundle_key_changed", "From", from, "Known", p.Trust.Known, "New", p.Trust.Fingerprint)
}
