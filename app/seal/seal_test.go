package seal

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"
	"filippo.io/age/armor"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"nhipcau/app/fault"
)

const passphrase = "chuyến đi Đắk Glong"

// cheap is a work factor for tests that seal often.
const cheap = 4

func keys(t testing.TB) *Keys {
	t.Helper()
	k, err := Generate()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func sealed(t testing.TB, lock Lock, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	err := seal(&out, lock, cheap, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func opened(file []byte, s Secrets) (string, error) {
	r, err := Open(bytes.NewReader(file), s)
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(r)
	return string(text), err
}

func TestSealAndOpen(t *testing.T) {
	k := keys(t)
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.String().Draw(rt, "text")
		lock, secrets := Lock{Passphrase: passphrase}, Secrets{Passphrase: passphrase}
		if rapid.Bool().Draw(rt, "to a key") {
			lock, secrets = Lock{Recipients: []string{keys(t).Recipient(), k.Recipient()}}, Secrets{Keys: k}
		}
		got, err := opened(sealed(t, lock, text), secrets)
		if err != nil || got != text {
			rt.Fatalf("%q became %q, %v", text, got, err)
		}
	})
}

// TestAgeOpensWhatWeSeal opens with the plain API of age, as its program does,
// at the cost that is really written.
func TestAgeOpensWhatWeSeal(t *testing.T) {
	var out bytes.Buffer
	err := Seal(&out, Lock{Passphrase: passphrase}, func(w io.Writer) error {
		_, err := io.WriteString(w, "gói")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if kind, work := look(out.Bytes()); kind != WithPassphrase || work != 18 {
		t.Errorf("sealed with %q at work factor %d", kind, work)
	}
	id, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	inside, err := age.Decrypt(&out, id)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := gzip.NewReader(inside)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(packed); err != nil || string(text) != "gói" {
		t.Errorf("%q, %v", text, err)
	}
}

// TestWeOpenWhatAgeSeals reads what the program age makes of a file: not
// compressed, and armored if asked for.
func TestWeOpenWhatAgeSeals(t *testing.T) {
	k := keys(t)
	var out bytes.Buffer
	text := armor.NewWriter(&out)
	w, err := age.Encrypt(text, k.open.Recipient(), keys(t).open.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []func() error{
		func() error { _, err := io.WriteString(w, "gói"); return err }, w.Close, text.Close,
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	if KindOf(out.Bytes()) != WithKey {
		t.Errorf("seen as %q", KindOf(out.Bytes()))
	}
	if got, err := opened(out.Bytes(), Secrets{Keys: k}); err != nil || got != "gói" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWhatIsNotSealedStaysAsItIs(t *testing.T) {
	for _, text := range []string{"", "{}", "\x1f\x8b", "age-encryption.org", strings.Repeat("x", 3*mostHead)} {
		if got, err := opened([]byte(text), Secrets{}); err != nil || got != text {
			t.Errorf("%.20q became %.20q, %v", text, got, err)
		}
	}
}

func TestRefusals(t *testing.T) {
	k := keys(t)
	open := sealed(t, Lock{Passphrase: passphrase}, strings.Repeat("gói", 100_000))
	toKey := sealed(t, Lock{Recipients: []string{keys(t).Recipient(), k.Recipient()}}, "gói")
	changed := bytes.Clone(open)
	changed[len(changed)-20] ^= 1
	notGzip := sealedRaw(t, passphrase, []byte("\x1f\x8bno"))
	for name, tc := range map[string]struct {
		file    []byte
		secrets Secrets
		want    string
	}{
		"no passphrase":        {open, Secrets{Keys: k}, "fault.seal_passphrase_needed"},
		"wrong passphrase":     {open, Secrets{Passphrase: "khác hẳn", Keys: k}, "fault.seal_passphrase_wrong"},
		"no keys":              {toKey, Secrets{Passphrase: passphrase}, "fault.seal_not_for_us"},
		"other keys":           {toKey, Secrets{Keys: keys(t)}, "fault.seal_not_for_us"},
		"other keys and words": {toKey, Secrets{Keys: keys(t), Passphrase: passphrase}, "fault.seal_not_for_us"},
		"cut in the head":      {open[:60], Secrets{Passphrase: passphrase}, "fault.seal_damaged"},
		"cut off":              {open[:len(open)-5], Secrets{Passphrase: passphrase}, "fault.seal_damaged"},
		"changed":              {changed, Secrets{Passphrase: passphrase}, "fault.seal_damaged"},
		"something behind":     {append(bytes.Clone(open), "more"...), Secrets{Passphrase: passphrase}, "fault.seal_damaged"},
		"broken gzip":          {notGzip, Secrets{Passphrase: passphrase}, "fault.seal_damaged"},
		"too costly":           {[]byte(magic + "\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 20\nAAAA\n--- AAAA\n"), Secrets{Passphrase: passphrase}, "fault.seal_too_costly"},
		"endless head":         {[]byte(magic + "\n" + strings.Repeat("-> X25519 AAAA\nAAAA\n", 10_000) + "--- AAAA\n"), Secrets{Keys: k}, "fault.seal_damaged"},
		"broken armor":         {[]byte(armored + "\n" + strings.Repeat("!", 60)), Secrets{Keys: k}, "fault.seal_damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := opened(tc.file, tc.secrets); fault.KeyOf(err) != tc.want {
				t.Errorf("error %v, want %s", err, tc.want)
			}
		})
	}
}

// sealedRaw seals bytes without compressing them.
func sealedRaw(t *testing.T, passphrase string, inside []byte) []byte {
	t.Helper()
	r, err := Lock{Passphrase: passphrase}.recipients(cheap)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, r...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(inside); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestAnErrorOfTheDiskIsNoDamage tells a stick that was pulled out from a file
// that was changed.
func TestAnErrorOfTheDiskIsNoDamage(t *testing.T) {
	file := sealed(t, Lock{Passphrase: passphrase}, strings.Repeat("gói ", 1_000))
	gone := errors.New("no such device")
	for _, at := range []int{0, 30, len(file) - 10} {
		from := io.MultiReader(bytes.NewReader(file[:at]), iotest.ErrReader(gone))
		r, err := Open(from, Secrets{Passphrase: passphrase})
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if !errors.Is(err, gone) {
			t.Errorf("at %d: %v", at, err)
		}
	}
}

// TestPassphrasesOfOtherKeyboards opens with the letters that a system types in
// pieces, whichever way the file was sealed.
func TestPassphrasesOfOtherKeyboards(t *testing.T) {
	pieces := norm.NFD.String(passphrase)
	for _, file := range [][]byte{
		sealed(t, Lock{Passphrase: passphrase}, "gói"), sealed(t, Lock{Passphrase: pieces}, "gói"),
	} {
		for _, typed := range []string{passphrase, pieces} {
			if got, err := opened(file, Secrets{Passphrase: typed}); err != nil || got != "gói" {
				t.Errorf("%+q: %q, %v", typed, got, err)
			}
		}
	}
	r, err := age.NewScryptRecipient(pieces)
	if err != nil {
		t.Fatal(err)
	}
	r.SetWorkFactor(cheap)
	var out bytes.Buffer
	w, _ := age.Encrypt(&out, r)
	_, _ = io.WriteString(w, "gói")
	_ = w.Close()
	if got, err := opened(out.Bytes(), Secrets{Passphrase: pieces}); err != nil || got != "gói" {
		t.Errorf("sealed with pieces elsewhere: %q, %v", got, err)
	}
}

func TestLocksThatWouldNotHold(t *testing.T) {
	for _, tc := range []struct {
		lock Lock
		want string
	}{
		{Lock{Passphrase: "ngắn"}, "fault.passphrase_short"},
		{Lock{}, "fault.passphrase_short"},
		{Lock{Recipients: []string{"age1x"}}, "fault.recipient_bad"},
		{Lock{Passphrase: "đủ dài ạ"}, ""},
	} {
		if got := fault.KeyOf(tc.lock.Check()); got != tc.want {
			t.Errorf("%+v: %q, want %q", tc.lock, got, tc.want)
		}
	}
}

func TestSealGivesTheErrorOfWhoWrites(t *testing.T) {
	broken := errors.New("broken")
	err := seal(io.Discard, Lock{Passphrase: passphrase}, cheap, func(io.Writer) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestSignatures(t *testing.T) {
	k, other := keys(t), keys(t)
	sig := k.Sign([]byte("gói"))
	if !ValidKey(k.Key()) || !ValidRecipient(k.Recipient()) {
		t.Fatalf("%s, %s", k.Key(), k.Recipient())
	}
	for name, tc := range map[string]struct {
		key, sig, message string
		want              bool
	}{
		"right":           {k.Key(), sig, "gói", true},
		"other message":   {k.Key(), sig, "Gói", false},
		"other key":       {other.Key(), sig, "gói", false},
		"no key":          {"", sig, "gói", false},
		"other algorithm": {"p256:" + k.Key()[len(KeyPrefix):], sig, "gói", false},
		"short key":       {k.Key()[:len(k.Key())-4], sig, "gói", false},
		"line in the key": {k.Key()[:20] + "\n" + k.Key()[21:], sig, "gói", false},
		"no signature":    {k.Key(), "", "gói", false},
		"short signature": {k.Key(), sig[:40], "gói", false},
		"loose base64":    {k.Key(), loosened(sig), "gói", false},
	} {
		if got := Verify(tc.key, tc.sig, []byte(tc.message)); got != tc.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// loosened is another spelling of the same bytes, with bits in the padding.
func loosened(sig string) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	at := strings.IndexByte(sig, '=') - 1
	return sig[:at] + string(alphabet[strings.IndexByte(alphabet, sig[at])|1]) + sig[at+1:]
}

func TestFingerprint(t *testing.T) {
	// RFC 8032, section 7.1, test 1.
	key := "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
	if got, want := Fingerprint(key), "61644 73015 48843 66034 78144"; got != want {
		t.Errorf("fingerprint %q, want %q", got, want)
	}
	form := regexp.MustCompile(`^\d{5}( \d{5}){4}$`)
	if a, b := Fingerprint(keys(t).Key()), Fingerprint(keys(t).Key()); a == b || !form.MatchString(a) {
		t.Errorf("%q and %q", a, b)
	}
	if got := Fingerprint("ed25519:AAAA"); got != "" {
		t.Errorf("no key has the fingerprint %q", got)
	}
}

func TestKeysAreMadeOnceForEachOffice(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "keys")
	first, err := Load(folder, "office-1")
	if err != nil {
		t.Fatal(err)
	}
	again, err := Load(folder, "office-1")
	if err != nil || again.Key() != first.Key() || again.Recipient() != first.Recipient() {
		t.Errorf("%v, %v", again, err)
	}
	if other, err := Load(folder, "office-2"); err != nil || other.Key() == first.Key() {
		t.Errorf("another office has the same key (%v)", err)
	}
	info, err := os.Stat(filepath.Join(folder, "office-1.json"))
	if err != nil {
		t.Fatal(err)
	}
	if os.PathSeparator == '/' && info.Mode().Perm() != 0o600 {
		t.Errorf("others may do %v with the keys", info.Mode().Perm())
	}
}

// TestAKeyFileIsNeverReplaced: a new key would make every partner ask.
func TestAKeyFileIsNeverReplaced(t *testing.T) {
	k := keys(t)
	whole := string(k.bytes())
	for name, text := range map[string]string{
		"empty": "", "half": whole[:len(whole)/2], "newer": strings.Replace(whole, "/1", "/2", 1),
		"short seed": strings.Replace(whole, `"sign": "`, `"sign": "AAAA`, 1), "no identity": strings.Replace(whole, "AGE-", "", 1),
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "office.json")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := Load(folder, "office"); fault.KeyOf(err) != "fault.keys_unreadable" {
				t.Errorf("error %v", err)
			}
			if got, _ := os.ReadFile(path); string(got) != text {
				t.Error("the file was written over")
			}
		})
	}
	if _, err := Load(filepath.Join(t.TempDir(), "a\x00b"), "office"); err == nil {
		t.Error("a folder that can't be is no error")
	}
}

func TestPassphraseOfAFile(t *testing.T) {
	for text, want := range map[string]string{
		"a b\n": "a b", "a b\r\nrest": "a b", "\uFEFFa": "a", " a ": " a ", "": "",
	} {
		if got := Passphrase(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzOpen: whatever the file, it is plain and comes out as it went in, or it is
// opened, or refused with a fault of ours. Costly work factors are never tried.
func FuzzOpen(f *testing.F) {
	k := keys(f)
	small := sealed(f, Lock{Passphrase: passphrase}, "gói")
	toKey := sealed(f, Lock{Recipients: []string{k.Recipient()}}, "gói")
	for _, seed := range [][]byte{
		nil, small, toKey, small[:100], []byte(magic), []byte(magic + "\n-> scrypt AAAA 4\n\n--- A\n"),
		[]byte(magic + "\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 99999999999999999999\n\n--- A\n"),
		[]byte(armored + "\nAAAA\n-----END AGE ENCRYPTED FILE-----\n"), []byte("{}"),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, work := look(file); work > 10 {
			return // right, and slow
		}
		text, err := opened(file, Secrets{Passphrase: passphrase, Keys: k})
		switch {
		case err != nil:
			if !strings.HasPrefix(fault.KeyOf(err), "fault.seal_") {
				t.Fatalf("refused with %v", err)
			}
		case KindOf(file) == Plain && text != string(file):
			t.Fatalf("%q became %q", file, text)
		}
	})
}

// FuzzKindOf: reading a head never fails, and says of no foreign file that it is
// sealed.
func FuzzKindOf(f *testing.F) {
	f.Add([]byte(magic + "\n-> scrypt AAAA 18\n"))
	f.Add([]byte(armored + "\nYWdl\n"))
	f.Fuzz(func(t *testing.T, head []byte) {
		kind, work := look(head)
		known := bytes.HasPrefix(head, []byte(magic)) || bytes.HasPrefix(head, []byte(armored))
		if kind != Plain && !known || work < 0 || work > 0 && kind != WithPassphrase {
			t.Fatalf("%q, %d of %q", kind, work, head)
		}
	})
}
