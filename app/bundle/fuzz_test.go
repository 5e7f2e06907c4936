package bundle

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/fault"
)

func civilDate(text string) civil.Date { return civil.Date(text) }

func jsonText(s string) string {
	raw, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always marshals
	}
	return string(raw)
}

// FuzzRead: whatever the file, it is refused with a rule of ours, or it can be
// written and read again with the same records.
func FuzzRead(f *testing.F) {
	f.Add([]byte(write(f, sample())))
	f.Add([]byte(document1(`{"title":"Học tập","when":{"from":"2024-06-10"},"n":[1,-2,null,true]}`)))
	f.Add([]byte(head1(`"records":[],"attachments":[]`)))
	f.Add([]byte(signed(f)))
	for _, text := range []string{
		"", "\uFEFF", "{", `{"format":"nhipcau-bundle/2"}`, `{"a":1,"a":2}`, `{"a":"\ud800"}`, "{\"a\":\"\x00\"}",
		`{"payload":{"records":[[[{"id":1}]]]}}`, `{"payload":[{"records":{"id":"x"}}]}`, "age-encryption.org/v1",
		document1("{\"a\u0301\":1,\"\u00e1\":2}"), document1(`{"_del":{"x":{"K3F9Q2ABCDEF":1}}}`),
		document1(`{"a":"` + strings.Repeat(`\u00e9`, 50) + `"}`),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		b, err := Read(bytes.NewReader(doc))
		if err != nil {
			if !strings.HasPrefix(fault.KeyOf(err), "fault.bundle_") || b != nil {
				t.Fatalf("refused with %v and %v", err, b)
			}
			return
		}
		var out bytes.Buffer
		if err := Write(&out, b); err != nil {
			t.Fatalf("read, but not written again: %v", err)
		}
		again, err := Read(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		want, _ := RecordsBytes(b)
		got, _ := RecordsBytes(again)
		if !bytes.Equal(got, want) {
			t.Fatalf("records\n%s\nbecame\n%s", want, got)
		}
	})
}
