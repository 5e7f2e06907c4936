package bundle

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"

	"nhipcau/app/merge"
)

var update = flag.Bool("update", false, "write the golden bundle anew")

// TestGoldenBundle pins format 1: this very file stays readable for ever, and
// a bundle of the same content is the same file.
func TestGoldenBundle(t *testing.T) {
	path := filepath.Join("testdata", "format1.json")
	if *update {
		if err := os.WriteFile(path, []byte(write(t, sample())), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b := read(t, string(golden))
	want := sample()
	want.Records = sorted(want)
	if diff := cmp.Diff(want, b, cmp.Comparer((*merge.Record).Equal)); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(string(golden), write(t, sample())); diff != "" {
		t.Errorf("written (-golden +got):\n%s", diff)
	}
	if got := strings.Count(string(golden), "\n{\"id\""); got != len(b.Records) {
		t.Errorf("%d lines begin with a record, want %d", got, len(b.Records))
	}
}

// TestOtherSpelling reads what mail programs and editors make of a bundle.
func TestOtherSpelling(t *testing.T) {
	text := write(t, sample())
	want, err := RecordsBytes(sample())
	if err != nil {
		t.Fatal(err)
	}
	indented := jsontext.Value(text)
	if err := indented.Indent(); err != nil {
		t.Fatal(err)
	}
	reordered := jsontext.Value(text)
	if err := reordered.Canonicalize(); err != nil {
		t.Fatal(err)
	}
	for name, other := range map[string]string{
		"indented": string(indented), "members sorted": string(reordered),
		"Windows lines": strings.ReplaceAll(text, "\n", "\r\n"), "with a mark": "\uFEFF" + text,
	} {
		t.Run(name, func(t *testing.T) {
			got, err := RecordsBytes(read(t, other))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("records = %s, %v", got, err)
			}
			if again := write(t, read(t, other)); name != "members sorted" && name != "indented" && again != text {
				t.Errorf("written again:\n%s", again)
			}
		})
	}
}

func TestFormatAndStructure(t *testing.T) {
	replace := func(old, with string) string {
		text := strings.Replace(write(t, sample()), old, with, 1)
		if text == write(t, sample()) {
			t.Fatalf("%s is not in the sample", old)
		}
		return text
	}
	for name, tc := range map[string]struct{ text, rule string }{
		"as it is":              {write(t, sample()), ""},
		"format 2":              {replace("bundle/1", "bundle/2"), "newer"},
		"format 2, other shape": {`{"format":"nhipcau-bundle/2","from":[1],"payload":null}`, "newer"},
		"format 2, over limits": {`{"format":"nhipcau-bundle/2","x":1.5}`, "bad_number"},
		"format 0":              {replace("bundle/1", "bundle/0"), "not_ours"},
		"format none":           {`{}`, "not_ours"},
		"format other":          {replace("nhipcau-bundle/1", "geojson"), "not_ours"},
		"format number":         {replace(`"nhipcau-bundle/1"`, "1"), "not_ours"},
		"needs 0.9":             {replace(`"min_app":"1.0"`, `"min_app":"0.9"`), ""},
		"needs 1":               {replace(`"min_app":"1.0"`, `"min_app":"1"`), ""},
		"needs 1.0.0":           {replace(`"min_app":"1.0"`, `"min_app":"1.0.0"`), ""},
		"needs 1.0.1":           {replace(`"min_app":"1.0"`, `"min_app":"1.0.1"`), "newer"},
		"needs 1.1":             {replace(`"min_app":"1.0"`, `"min_app":"1.1"`), "newer"},
		"needs 10":              {replace(`"min_app":"1.0"`, `"min_app":"10"`), "newer"},
		"needs nonsense":        {replace(`"min_app":"1.0"`, `"min_app":"x"`), "newer"},
		"needs nothing":         {replace("\"min_app\":\"1.0\",\n", ""), ""},

		"no id":                {replace(`"id":"0196dddd`, `"no":"0196dddd`), "bad_shape"},
		"id in capitals":       {replace(`0196dddd-`, `0196DDDD-`), "bad_shape"},
		"to null":              {replace(`"to":"`+guestOffice+`"`, `"to":null`), ""},
		"to nobody":            {replace(`"to":"`+guestOffice+`"`, `"to":"ban"`), "bad_shape"},
		"from nobody":          {replace(`{"office":"`+hostOffice, `{"office":"x`), "bad_shape"},
		"from list":            {`{"format":"nhipcau-bundle/1","id":"` + hostOffice + `","from":[],"payload":{"records":[]}}`, "bad_shape"},
		"from bad replica":     {replace(`"replica":"K3F9Q2ABCDEF"`, `"replica":"k"`), "bad_shape"},
		"seq negative":         {replace(`"seq":4`, `"seq":-4`), "bad_shape"},
		"seq text":             {replace(`"seq":4`, `"seq":"4"`), "bad_shape"},
		"created yesterday":    {replace(`"2026-11-23T08:30:00Z"`, `"hôm qua"`), "bad_shape"},
		"have negative":        {replace(`"M8W1Z7ABCDEF":5}`, `"M8W1Z7ABCDEF":-5}`), "bad_shape"},
		"have bad replica":     {replace(`"have":{"K3F9Q2ABCDEF"`, `"have":{"me"`), "bad_shape"},
		"scope of no visit":    {replace(`{"visit":"`+visitID+`"}`, `{"visit":"x"}`), "bad_shape"},
		"payload list":         {`{"format":"nhipcau-bundle/1","payload":[]}`, "bad_shape"},
		"records object":       {head1(`"records":{}`), "bad_shape"},
		"records missing":      {head1(`"attachments":[]`), "bad_shape"},
		"records null":         {head1(`"records":null`), "bad_shape"},
		"no records":           {head1(`"records":[]`), ""},
		"hash leads outside":   {replace(strings.Repeat("0f", 32), "../../etc/passwd"), "bad_shape"},
		"attachments object":   {head1(`"records":[],"attachments":{}`), "bad_shape"},
		"payload member extra": {head1(`"records":[],"seats":[{"id":"x"}]`), ""},

		"record a number":     {head1(`"records":[1]`), "bad_record"},
		"record empty":        {head1(`"records":[{}]`), "bad_record"},
		"record without data": {replace(`"data":`, `"dada":`), "bad_record"},
		"record bad dot":      {replace(`K3F9Q2ABCDEF:1"`, `K3F9Q2ABCDEF:x"`), "bad_record"},
		"record bad mark":     {replace(`"_m":{"place":`, `"_m":{"plaza":`), "bad_record"},
		"owner nobody":        {strings.Replace(document1(`{}`), `"schema":1,"office":"`+hostOffice, `"schema":1,"office":"`, 1), "bad_record"},
		"kind of two words":   {head1(`"records":[` + record1(recordID(1), "visit/x", `{}`) + `]`), "bad_record"},
		"kind too long":       {head1(`"records":[` + record1(recordID(1), strings.Repeat("k", 65), `{}`) + `]`), "bad_record"},
		"kind as a plural":    {head1(`"records":[` + record1(recordID(1), "visits", `{}`) + `]`), ""},
		"schema 2 of ours":    {strings.Replace(document1(`{}`), `"schema":1`, `"schema":2`, 1), "newer_kind"},
		"schema 2 of unknown": {replace(`"kind":"seating_plan","schema":1`, `"kind":"seating_plan","schema":2`), ""},
	} {
		t.Run(name, func(t *testing.T) {
			refused(t, tc.text, tc.rule)
		})
	}
}

func TestOneDotNamesOneWrite(t *testing.T) {
	one := record1(recordID(1), "visit", `{"title":"a"}`)
	two := record1(recordID(2), "visit", `{"title":"b"}`)
	file := func(records ...string) string { return head1(`"records":[` + strings.Join(records, ",") + `]`) }
	later := strings.Replace(two, "0196a7c2f0001", "0196a7c2f0002", 1)
	author := strings.Replace(two, "Văn phòng", "Phòng Nội vụ", 1)
	inside := strings.Replace(one, `"_w":[`, `"_c":{"title":{"K3F9Q2ABCDEF":1}},"_alt":{"title":[{"w":0,"x":"c"}]},"_w":[`, 1)
	refused(t, file(one, two), "") // one write may touch two records
	for name, text := range map[string]string{"other time": file(one, later), "other author": file(one, author), "inside a field": file(inside)} {
		t.Run(name, func(t *testing.T) {
			f := refused(t, text, "write_twice")
			if !strings.HasPrefix(f.Args["Write"].(string), "K3F9Q2ABCDEF:1") {
				t.Errorf("write = %v", f.Args)
			}
		})
	}
}

// TestRealLimitOfTokens runs the 12 million once, for a limit that nobody has
// ever reached may not work at all.
func TestRealLimitOfTokens(t *testing.T) {
	if testing.Short() {
		return
	}
	doc := func(tokens int) []byte { // 5 tokens stand around the numbers
		return []byte(`{"x":[` + strings.Repeat("0,", tokens-6) + `0]}`)
	}
	if _, err := scan(doc(12_000_000), format1); err != nil {
		t.Errorf("just inside: %v", err)
	}
	_, err := scan(doc(12_000_001), format1)
	checkRule(t, nil, err, "too_many_values")
}
