package desk_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
)

// keyring is the keys of one computer, and can lose them.
type keyring func(office string) (*seal.Keys, error)

func newKeys() keyring { return desktest.Keyring() }

// signing opens a desk with an office and a visit that signs.
func signing(t *testing.T, number int, keys keyring) (d *desk.Desk, visit string) {
	t.Helper()
	d = desktest.OpenSigning(t, desktest.NewStore(), number, keys)
	return d, newVisit(t, d, "Học tập kinh nghiệm").ID
}

// unsigned is a bundle without its signature, as anybody can make it.
func unsigned(b *bundle.Bundle) *bundle.Bundle {
	bare := *b
	bare.Signed, bare.Sig, bare.From.Key, bare.From.Seal = false, "", "", ""
	return &bare
}

// signedBy is a bundle that somebody else has signed.
func signedBy(t *testing.T, b *bundle.Bundle, keys *seal.Keys) *bundle.Bundle {
	t.Helper()
	other := *b
	if err := other.Sign(keys); err != nil {
		t.Fatal(err)
	}
	return &other
}

func TestVerdicts(t *testing.T) {
	stranger, err := seal.Generate()
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		before []func(*bundle.Bundle) *bundle.Bundle // what was taken in before
		now    func(*bundle.Bundle) *bundle.Bundle
		want   desk.Verdict
	}{
		"first":                      {nil, same, desk.TrustFirst},
		"unsigned":                   {nil, unsigned, desk.TrustUnsigned},
		"known":                      {changes(same), same, desk.TrustKnown},
		"signed after unsigned":      {changes(unsigned), same, desk.TrustFirst},
		"unsigned again":             {changes(unsigned), unsigned, desk.TrustUnsigned},
		"unsigned after signed":      {changes(same), unsigned, desk.TrustMissing},
		"another key":                {changes(same), func(b *bundle.Bundle) *bundle.Bundle { return signedBy(t, b, stranger) }, desk.TrustChanged},
		"known after a restore":      {changes(renamed), same, desk.TrustKnown},
		"another key, another name":  {changes(renamed), func(b *bundle.Bundle) *bundle.Bundle { return signedBy(t, b, stranger) }, desk.TrustChanged},
		"same replica, other office": {changes(moved), func(b *bundle.Bundle) *bundle.Bundle { return signedBy(t, b, stranger) }, desk.TrustChanged},
		"another office so called": {changes(named("UBND xã Tân Lập")), func(b *bundle.Bundle) *bundle.Bundle {
			return signedBy(t, moved(renamed(named("UBND XÃ TÂN LẬP")(b))), stranger)
		}, desk.TrustChanged},
		"another office": {changes(named("UBND xã Tân Lập")), func(b *bundle.Bundle) *bundle.Bundle {
			return signedBy(t, moved(renamed(named("UBND xã Tân Thành")(b))), stranger)
		}, desk.TrustFirst},
		"unsigned, another name": {changes(renamed), unsigned, desk.TrustMissing},
	} {
		t.Run(name, func(t *testing.T) {
			keys := newKeys()
			from, visit := signing(t, 1, keys)
			to, _ := signing(t, 2, newKeys())
			for _, change := range tc.before {
				b := change(carry(t, from, desk.Scope{Visit: visit}))
				if b.Signed {
					k, _ := keys(from.OfficeID())
					b = signedBy(t, b, k)
				}
				if _, err := to.Import(b); err != nil {
					t.Fatal(err)
				}
			}
			b := tc.now(carry(t, from, desk.Scope{Visit: visit}))
			trust, err := to.TrustOf(b)
			if err != nil || trust.Verdict != tc.want {
				t.Fatalf("verdict %q, %v; want %q", trust.Verdict, err, tc.want)
			}
			if b.Signed != (trust.Fingerprint != "") || trust.Asks() && trust.Known == "" {
				t.Errorf("fingerprints %+v", trust)
			}
			if _, err := to.Import(b); (err != nil) != trust.Asks() {
				t.Errorf("import: %v", err)
			}
		})
	}
}

func same(b *bundle.Bundle) *bundle.Bundle { return b }

func changes(one ...func(*bundle.Bundle) *bundle.Bundle) []func(*bundle.Bundle) *bundle.Bundle {
	return one
}

// renamed is a bundle of the same office from an installation of another name,
// as after a restore.
func renamed(b *bundle.Bundle) *bundle.Bundle {
	other := *b
	other.From.Replica = "STRANGER0001"
	return &other
}

// named is a bundle of an office that is called so.
func named(name string) func(*bundle.Bundle) *bundle.Bundle {
	return func(b *bundle.Bundle) *bundle.Bundle {
		other := *b
		other.From.Name = name
		return &other
	}
}

// moved is a bundle of the same installation in the name of another office.
func moved(b *bundle.Bundle) *bundle.Bundle {
	other := *b
	other.From.Office = "0195cccc-0000-7000-8000-000000000009"
	return &other
}

// TestOurOwnBundleAsksNothing: what was exported comes back by mistake.
func TestOurOwnBundleAsksNothing(t *testing.T) {
	d, visit := signing(t, 1, newKeys())
	b := carry(t, d, desk.Scope{Visit: visit})
	if trust, err := d.TrustOf(b); err != nil || trust.Verdict != desk.TrustOwn {
		t.Errorf("%+v, %v", trust, err)
	}
	if _, err := d.Import(b); err != nil {
		t.Error(err)
	}
	if all, err := d.Partners(); err != nil || len(all) != 0 {
		t.Errorf("we are our own partner: %v, %v", all, err)
	}
	stranger, err := seal.Generate()
	if err != nil {
		t.Fatal(err)
	}
	if trust, _ := d.TrustOf(signedBy(t, b, stranger)); trust.Verdict != desk.TrustChanged {
		t.Errorf("in our name, with another key: %+v", trust)
	}
}

// TestAPreviewRemembersNothing: only what is taken in makes a key known.
func TestAPreviewRemembersNothing(t *testing.T) {
	from, visit := signing(t, 1, newKeys())
	to, _ := signing(t, 2, newKeys())
	b := carry(t, from, desk.Scope{Visit: visit})
	for range 2 {
		if p, err := to.Preview(b); err != nil || p.Trust.Verdict != desk.TrustFirst {
			t.Fatalf("%+v, %v", p, err)
		}
	}
}

// TestAChangedKeyStopsAndAsks shows the way through: nothing happens before a
// person has accepted, and then the new key is the known one.
func TestAChangedKeyStopsAndAsks(t *testing.T) {
	old, fresh := newKeys(), newKeys()
	store := desktest.NewStore()
	from := desktest.OpenSigning(t, store, 1, old)
	visit := newVisit(t, from, "Học tập kinh nghiệm").ID
	to, _ := signing(t, 2, newKeys())
	send(t, from, to, desk.Scope{Visit: visit})
	from = desktest.OpenSigning(t, store, 1, fresh)
	put(t, from, &plan.Topic{Visit: visit, Title: "Bảo hiểm"})
	b := carry(t, from, desk.Scope{Visit: visit})
	before := recordsOf(t, to)
	_, err := to.Import(b)
	var f *fault.Fault
	form := regexp.MustCompile(`^\d{5}( \d{5}){4}$`)
	if !errors.As(err, &f) || f.Key != "fault.bundle_key_changed" ||
		!form.MatchString(f.Args["Known"].(string)) || !form.MatchString(f.Args["New"].(string)) || f.Args["Known"] == f.Args["New"] {
		t.Fatalf("error = %v", err)
	}
	if !bytes.Equal(recordsOf(t, to), before) {
		t.Error("something was taken in")
	}
	p, err := to.Preview(b)
	if err != nil {
		t.Fatal(err)
	}
	p.TrustNewKey = true
	if _, err := to.Apply(p); err != nil {
		t.Fatal(err)
	}
	all, err := to.Partners()
	if err != nil || len(all) != 1 || all[0].Key != b.From.Key || len(all[0].Former) != 1 {
		t.Errorf("partners %+v, %v", all, err)
	}
	if _, err := to.Import(b); err != nil {
		t.Errorf("asked again: %v", err)
	}
}

// TestKeysThatCannotBeReadAreTold: nothing leaves unsigned by accident, and
// reading needs no keys.
func TestKeysThatCannotBeReadAreTold(t *testing.T) {
	broken := fault.New("fault.keys_unreadable", "File", "keys")
	d, visit := signing(t, 1, func(string) (*seal.Keys, error) { return nil, broken })
	if _, err := d.Export(desk.Scope{Visit: visit}); !errors.Is(err, broken) {
		t.Errorf("export: %v", err)
	}
	if _, err := d.Draft(desk.Scope{Visit: visit}); err != nil {
		t.Errorf("a look at what would leave: %v", err)
	}
	from, other := signing(t, 2, newKeys())
	send(t, from, d, desk.Scope{Visit: other})
	var file bytes.Buffer
	keys, _ := seal.Generate()
	err := seal.Seal(&file, seal.Lock{Recipients: []string{keys.Recipient()}}, func(w io.Writer) error {
		return bundle.Write(w, carry(t, from, desk.Scope{Visit: other}))
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.OpenBundle(&file, ""); !errors.Is(err, broken) {
		t.Errorf("opening what may be for us: %v", err)
	}
}

// TestSendSealsToThePartner goes all the way through a file.
func TestSendSealsToThePartner(t *testing.T) {
	from, visit := signing(t, 1, newKeys())
	to, theirs := signing(t, 2, newKeys())
	send(t, to, from, desk.Scope{Visit: theirs})
	partners, err := from.PartnerNamed(to.OfficeID())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "goi.json.age")
	b, err := from.Send(desk.Scope{Visit: visit, To: to.OfficeID()}, seal.Lock{Recipients: desk.SealTo(partners)}, path)
	if err != nil || b.Sealed != seal.WithKey {
		t.Fatalf("%+v, %v", b, err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := to.OpenBundle(f, "")
	if err != nil || !got.Signed || got.Sealed != seal.WithKey {
		t.Fatalf("%+v, %v", got, err)
	}
	sent, err := from.SentBundles()
	if err != nil || len(sent) != 1 || sent[0].To != to.OfficeID() || sent[0].Sealed != seal.WithKey || sent[0].Author == "" || !sent[0].Signed {
		t.Errorf("the log says %+v, %v", sent, err)
	}
	if _, err := from.Send(desk.Scope{Visit: visit}, seal.Lock{Passphrase: "ngắn"}, path); fault.KeyOf(err) != "fault.passphrase_short" {
		t.Errorf("a short passphrase: %v", err)
	}
	if _, err := from.Draft(desk.Scope{Visit: visit, Profile: bundle.ProfileInternal, To: to.OfficeID()}); fault.KeyOf(err) != "fault.profile_internal" {
		t.Errorf("logistics for another office: %v", err)
	}
}
