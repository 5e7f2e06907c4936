package bundle

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"filippo.io/age"
	"github.com/go-json-experiment/json/jsontext"
	"pgregory.net/rapid"

	"nhipcau/app/fault"
	"nhipcau/app/seal"
)

// testKeys are keys that are the same in every run, so that the golden bundle is
// too. The seed is that of RFC 8032, section 7.1, test 1.
const testKeys = `{"format":"nhipcau-keys/1","sign":"nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=",
 "open":"AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"}`

func signer(t testing.TB) *seal.Keys {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "office.json"), []byte(testKeys), 0o600); err != nil {
		t.Fatal(err)
	}
	keys, err := seal.Load(folder, "office")
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// signed is the text of the sample with a signature.
func signed(t testing.TB) string {
	t.Helper()
	b := sample()
	b.Earlier, b.Received = []int{1, 3}, map[string][]int{"M8W1Z7ABCDEF": {1, 2}}
	if err := b.Sign(signer(t)); err != nil {
		t.Fatal(err)
	}
	return write(t, b)
}

// TestGoldenSignedBundle pins the signature of format 1: what was signed once is
// right for ever.
func TestGoldenSignedBundle(t *testing.T) {
	path := filepath.Join("testdata", "format1-signed.json")
	if *update {
		if err := os.WriteFile(path, []byte(signed(t)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b := read(t, string(golden))
	if !b.Signed || b.From.Key != "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=" || !seal.ValidRecipient(b.From.Seal) {
		t.Errorf("signed %v by %+v", b.Signed, b.From)
	}
	if !slices.Equal(b.Earlier, []int{1, 3}) || !slices.Equal(b.Received["M8W1Z7ABCDEF"], []int{1, 2}) {
		t.Errorf("earlier %v, received %v", b.Earlier, b.Received)
	}
	if signed(t) != string(golden) {
		t.Error("the same bundle gets another text")
	}
}

// TestASignatureOutlivesMailPrograms reads what they and editors make of a
// bundle without changing its meaning.
func TestASignatureOutlivesMailPrograms(t *testing.T) {
	text := signed(t)
	indented, reordered := jsontext.Value(text), jsontext.Value(text)
	if err := indented.Indent(); err != nil {
		t.Fatal(err)
	}
	if err := reordered.Canonicalize(); err != nil {
		t.Fatal(err)
	}
	var escaped strings.Builder
	for _, r := range text {
		if r < 0x80 {
			escaped.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&escaped, `\u%04X`, unit)
		}
	}
	for name, text := range map[string]string{
		"as written": text, "indented": string(indented), "reordered": string(reordered), "escaped": escaped.String(),
		"lines of Windows": strings.ReplaceAll(text, "\n", "\r\n"), "byte-order mark": "\uFEFF" + text,
	} {
		if b := read(t, text); !b.Signed {
			t.Errorf("%s: not signed any more", name)
		}
	}
}

func TestBrokenSignatures(t *testing.T) {
	text := signed(t)
	sig := read(t, text).Sig
	other, err := seal.Generate()
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"a letter":        {"Học tập kinh nghiệm", "Học tập kinh nghiêm"},
		"a number":        {`"seq":4`, `"seq":5`},
		"a member more":   {`"seq":4`, `"seq":4,"x":1`},
		"a member less":   {`"redacted":["attendee.phone"],`, ``},
		"another key":     {signer(t).Key(), other.Key()},
		"no key":          {`,"key":"` + signer(t).Key() + `"`, ``},
		"other algorithm": {`"key":"ed25519:`, `"key":"p256:`},
		"other sealing":   {signer(t).Recipient(), other.Recipient()},
		"null":            {`"` + sig + `"`, `null`},
		"empty":           {`"` + sig + `"`, `""`},
		"no text":         {`"` + sig + `"`, `7`},
		"other signature": {sig, other.Sign([]byte("x"))},
	} {
		t.Run(name, func(t *testing.T) {
			changed := strings.Replace(text, change[0], change[1], 1)
			if changed == text {
				t.Fatalf("%q does not stand in the bundle", change[0])
			}
			_, err := Read(strings.NewReader(changed))
			if got := fault.KeyOf(err); got != "fault.bundle_signature_broken" {
				t.Errorf("error = %v", err)
			}
		})
	}
	bare := strings.Replace(text, ",\n\"sig\":\""+sig+`"`, "", 1)
	if b := read(t, bare); b.Signed || b.Sig != "" {
		t.Errorf("without a signature: signed %v", b.Signed)
	}
}

// TestNoByteChangesUnnoticed changes one byte anywhere: the bundle is refused,
// or it says the same.
func TestNoByteChangesUnnoticed(t *testing.T) {
	text := signed(t)
	want, err := RecordsBytes(read(t, text))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		changed := []byte(text)
		at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
		changed[at] = rapid.Byte().Draw(t, "byte")
		b, err := Read(bytes.NewReader(changed))
		if err != nil {
			return
		}
		if !b.Signed && !bytes.Contains(changed, []byte(`"sig"`)) {
			return // the name of the member was hit: not signed, and seen as that
		}
		got, err := RecordsBytes(b)
		if err != nil || !bytes.Equal(got, want) || b.Seq != 4 || b.To != guestOffice {
			t.Fatalf("byte %d: %s", at, changed)
		}
	})
}

// TestCanonicalIsRFC8785 compares with a second implementation, written from the
// RFC, over values as a bundle may hold them.
func TestCanonicalIsRFC8785(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := map[string]any{"sig": "left out"}
		for range rapid.IntRange(0, 6).Draw(t, "members") {
			value[rapid.StringN(0, 6, -1).Draw(t, "name")] = jsonValue(3).Draw(t, "value")
		}
		payload := map[string]any{}
		for range rapid.IntRange(0, 3).Draw(t, "payload members") {
			payload[rapid.StringN(0, 6, -1).Draw(t, "payload name")] = jsonValue(2).Draw(t, "payload value")
		}
		few := rapid.SliceOfN(jsonValue(2), 1, 3).Draw(t, "records")
		records := []any{}
		for i := range rapid.SampledFrom([]int{0, 1, 2, 127, 128, 200}).Draw(t, "count") {
			records = append(records, few[i%len(few)])
		}
		payload["records"], value["payload"] = records, payload
		got, err := canonical(outlined(t, value))
		if err != nil {
			t.Fatal(err)
		}
		delete(value, "sig")
		if want := oracle(value); string(got) != want {
			t.Fatalf("canonical\n%s, want\n%s", got, want)
		}
	})
}

// outlined gives the parts of a document, as scan does.
func outlined(t *rapid.T, value map[string]any) *outline {
	parts := func(raw []byte) map[string][]byte {
		var members map[string]json.RawMessage
		if err := json.Unmarshal(raw, &members); err != nil {
			t.Fatal(err)
		}
		out := map[string][]byte{}
		for name, v := range members {
			out[name] = v
		}
		return out
	}
	doc, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	o := &outline{members: parts(doc)}
	o.payload = parts(o.members[memberPayload])
	var records []json.RawMessage
	if err := json.Unmarshal(o.payload[memberRecords], &records); err != nil {
		t.Fatal(err)
	}
	for _, raw := range records {
		o.records = append(o.records, raw)
	}
	return o
}

// TestCanonicalExample is the example of RFC 8785, section 3.2.3, as far as a
// bundle may hold it: names are sorted by UTF-16 units.
func TestCanonicalExample(t *testing.T) {
	members := map[string][]byte{
		"\u20ac": []byte(`"Euro Sign"`), "\r": []byte(`"Carriage Return"`), "\ufb33": []byte(`"Hebrew Letter Dalet With Dagesh"`),
		"1": []byte(`"One"`), "\U0001F600": []byte(`"Emoji: Grinning Face"`), "\u0080": []byte(`"Control"`),
		"\u00f6": []byte(`"Latin Small Letter O With Diaeresis"`),
	}
	got, err := canonical(&outline{members: members})
	want := `{"\r":"Carriage Return","1":"One","` + "\u0080" + `":"Control","ö":"Latin Small Letter O With Diaeresis",` +
		`"€":"Euro Sign","😀":"Emoji: Grinning Face","` + "\ufb33" + `":"Hebrew Letter Dalet With Dagesh"}`
	if err != nil || string(got) != want {
		t.Errorf("%s, want %s (%v)", got, want, err)
	}
	for in, want := range map[string]string{
		"-0": "0", "9007199254740991": "9007199254740991", "-9007199254740991": "-9007199254740991", "10": "10",
		` [ 1 , "\/\u00e9\u001f\t" ] `: `[1,"/é\u001f\t"]`,
	} {
		got, err := canonical(&outline{members: map[string][]byte{"a": []byte(in)}})
		if err != nil || string(got) != `{"a":`+want+`}` {
			t.Errorf("%s became %s (%v)", in, got, err)
		}
	}
}

// jsonValue draws a value with integers as bundles may hold them.
func jsonValue(deep int) *rapid.Generator[any] {
	return rapid.Custom(func(t *rapid.T) any {
		switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
		case kind == 0:
			return nil
		case kind == 1:
			return rapid.Bool().Draw(t, "bool")
		case kind == 2:
			return rapid.Int64Range(-maxInteger, maxInteger).Draw(t, "int")
		case kind == 3 && deep > 0:
			return rapid.Map(rapid.SliceOfN(jsonValue(deep-1), 0, 3), func(l []any) any { return l }).Draw(t, "list")
		case kind == 4 && deep > 0:
			return rapid.Map(rapid.MapOfN(rapid.StringN(0, 4, -1), jsonValue(deep-1), 0, 3),
				func(m map[string]any) any { return m }).Draw(t, "object")
		}
		return rapid.String().Draw(t, "text")
	})
}

// oracle writes a value as RFC 8785 says: section 3.2.2 for texts, 3.2.3 for the
// order of members.
func oracle(value any) string {
	switch v := value.(type) {
	case []any:
		var parts []string
		for _, one := range v {
			parts = append(parts, oracle(one))
		}
		return "[" + strings.Join(parts, ",") + "]"
	case map[string]any:
		var names []string
		for name := range v {
			names = append(names, name)
		}
		slices.SortFunc(names, func(a, b string) int {
			return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
		})
		var parts []string
		for _, name := range names {
			parts = append(parts, oracle(name)+":"+oracle(v[name]))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case string:
		var out strings.Builder
		for _, r := range v {
			short := map[rune]string{'\b': `\b`, '\t': `\t`, '\n': `\n`, '\f': `\f`, '\r': `\r`, '"': `\"`, '\\': `\\`}
			switch {
			case short[r] != "":
				out.WriteString(short[r])
			case r < 0x20:
				fmt.Fprintf(&out, `\u%04x`, r)
			default:
				out.WriteRune(r)
			}
		}
		return `"` + out.String() + `"`
	case nil:
		return "null"
	default:
		return fmt.Sprint(v)
	}
}

func TestOpenSealedBundles(t *testing.T) {
	keys, text := signer(t), signed(t)
	var file bytes.Buffer
	err := seal.Seal(&file, seal.Lock{Recipients: []string{keys.Recipient()}}, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(bytes.NewReader(file.Bytes()), seal.Secrets{Keys: keys})
	if err != nil || !b.Signed || b.Sealed != seal.WithKey {
		t.Fatalf("%+v, %v", b, err)
	}
	if b, err := Open(strings.NewReader(text), seal.Secrets{}); err != nil || b.Sealed != seal.Plain {
		t.Errorf("a plain bundle: %v", err)
	}
	for name, tc := range map[string]struct {
		file []byte
		want string
	}{
		"cut off":      {file.Bytes()[:file.Len()-1], "fault.seal_damaged"},
		"no bundle":    {sealedText(t, keys, "xin chào"), "fault.bundle_not_json"},
		"sealed twice": {sealedText(t, keys, file.String()), "fault.bundle_sealed"},
		"broken rule":  {sealedText(t, keys, `{"a":1,"a":2}`), "fault.bundle_name_twice"},
	} {
		if _, err := Open(bytes.NewReader(tc.file), seal.Secrets{Keys: keys}); fault.KeyOf(err) != tc.want {
			t.Errorf("%s: %v, want %s", name, err, tc.want)
		}
	}
}

// TestAFewBytesThatUnpackToMany are refused while they are unpacked, as large as
// they pretend to be.
func TestAFewBytesThatUnpackToMany(t *testing.T) {
	keys := signer(t)
	file := sealedText(t, keys, strings.Repeat(" ", 3<<20))
	if len(file) > 8<<10 {
		t.Fatalf("the file has %d bytes", len(file))
	}
	small := archive1
	small.document.bytes = 1 << 20
	if _, err := open(bytes.NewReader(file), seal.Secrets{Keys: keys}, small); fault.KeyOf(err) != "fault.bundle_too_large" {
		t.Errorf("error = %v", err)
	}
}

// sealedText seals as another program would: gzip, then age.
func sealedText(t *testing.T, keys *seal.Keys, text string) []byte {
	t.Helper()
	to, err := age.ParseX25519Recipient(keys.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	sealed, err := age.Encrypt(&out, to)
	if err != nil {
		t.Fatal(err)
	}
	packed := gzip.NewWriter(sealed)
	for _, step := range []func() error{
		func() error { _, err := io.WriteString(packed, text); return err }, packed.Close, sealed.Close,
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}
