package merge_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"nhipcau/app/merge"
)

func TestCanonical(t *testing.T) {
	good := map[string]string{
		`null`:                         `null`,
		` true `:                       `true`,
		`-0`:                           `0`,
		`9007199254740991`:             `9007199254740991`,
		`-9007199254740991`:            `-9007199254740991`,
		`[ 1 , "a" ]`:                  `[1,"a"]`,
		`{"b":1,"a":2}`:                `{"a":2,"b":1}`,
		`{"a":{"d":1,"c":2},"b":[{}]}`: `{"a":{"c":2,"d":1},"b":[{}]}`,
		`{"ab":1,"a":2}`:               `{"a":2,"ab":1}`,
		`{"～":1,"𐀀":2}`:                `{"𐀀":2,"～":1}`, // by UTF-16, not by bytes
		`{"é":1,"z":2}`:                `{"z":2,"é":1}`,
		`"\u0061\/\n\u001f"`:           `"a/\n\u001f"`,
		`"<&>"`:                        `"<&>"`,
		`"Việt Nam – “trích”"`:         `"Việt Nam – “trích”"`,
		"\"Vie\u0323\u0302t\"":         `"Việt"`,
		`"e\u0323"`:                    `"ẹ"`,
		"\"\\n\u0303\"":                "\"\\n\u0303\"", // a tilde must not melt with the n of an escape
		"{\"e\u0323\":1}":              `{"ẹ":1}`,
	}
	for raw, want := range good {
		got, err := merge.Canonical([]byte(raw))
		if err != nil || string(got) != want {
			t.Errorf("%s: %s, %v; want %s", raw, got, err, want)
		}
	}
	bad := map[string]merge.Error{
		``: merge.ErrValue, `{`: merge.ErrValue, `1 2`: merge.ErrValue, `{"a":1,"a":2}`: merge.ErrValue, "\"\xff\"": merge.ErrValue,
		"{\"e\u0323\":1,\"ẹ\":2}": merge.ErrValue, `"\ud800"`: merge.ErrValue,
		`1.0`: merge.ErrNumber, `1e2`: merge.ErrNumber, `[{"a":9007199254740992}]`: merge.ErrNumber,
	}
	for raw, want := range bad {
		if got, err := merge.Canonical([]byte(raw)); !errors.Is(err, want) {
			t.Errorf("%s: %s, %v; want %v", raw, got, err, want)
		}
	}
}

func TestCanonicalCopiesNothingNeedlessly(t *testing.T) {
	raw := []byte(`{"from":"Đồi Thông","to":[1,"Bến Cát – “x”"]}`)
	got, err := merge.Canonical(raw)
	if err != nil || &got[0] != &raw[0] {
		t.Errorf("%s, %v", got, err)
	}
}

// FuzzCanonical compares with the library's RFC 8785 where text is NFC, and
// asks that the form be its own form.
func FuzzCanonical(f *testing.F) {
	for _, seed := range []string{`null`, `{"b":[1,-0],"a":"\u00e9"}`, "\"e\u0323\"", `[{"é":1,"z":{}}]`, ` [ ] `, "\"\\n\u0303\"", `"\u0301"`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := merge.Canonical(raw)
		if err != nil {
			if !errors.Is(err, merge.ErrValue) && !errors.Is(err, merge.ErrNumber) {
				t.Fatal(err)
			}
			return
		}
		again, err := merge.Canonical(got)
		if err != nil || string(again) != string(got) {
			t.Fatalf("%s becomes %s, %v", got, again, err)
		}
		want := jsontext.Value(got).Clone()
		if err := want.Canonicalize(); err != nil || string(want) != string(got) {
			t.Fatalf("%q, by the library %q, %v", got, want, err)
		}
		plain := jsontext.Value(raw).Clone()
		if err := plain.Canonicalize(); err == nil && norm.NFC.IsNormal(plain) && string(plain) != string(got) && norm.NFC.IsNormal(raw) {
			t.Fatalf("%q, want %q", got, plain)
		}
	})
}

func TestCanonicalOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		raw, err := jsontext.AppendQuote(nil, text)
		if err != nil {
			t.Fatal(err)
		}
		want, err := jsontext.AppendQuote(nil, norm.NFC.String(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := merge.Canonical(raw); err != nil || string(got) != string(want) {
			t.Fatalf("%q, %v; want %q", got, err, want)
		}
	})
}

// A name of an author in pieces of letters is the same name, whether it was
// typed so or came so.
func TestAuthorInPiecesIsTheSameAuthor(t *testing.T) {
	const whole, pieces = "Văn phòng", "Va\u0306n pho\u0300ng"
	r := &merge.Record{ID: "1", Kind: "visit", Schema: 1, Office: office}
	s := stamp(a, 1, early)
	s.Author = whole
	want := r.With("title", s, []byte(`"x"`), nil)
	s.Author = pieces
	typed := r.With("title", s, []byte(`"x"`), nil)
	raw, err := merge.Pack(want)
	if err != nil {
		t.Fatal(err)
	}
	came, err := merge.Unpack(bytes.Replace(raw, []byte(whole), []byte(pieces), 1))
	if err != nil || !typed.Equal(want) || !came.Equal(want) {
		t.Errorf("another write: %v, %v (%v)", typed, came, err)
	}
}
