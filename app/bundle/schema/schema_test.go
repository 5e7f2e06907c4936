package schema_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/bundle"
	"nhipcau/app/bundle/form"
	"nhipcau/app/bundle/schema"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/assets/sample"
	published "nhipcau/assets/schema"
)

var update = flag.Bool("update", false, "write the published schema anew")

// TestPublishedSchemaIsWhatThisVersionAsks: every kind and field that is
// declared stands in the file, in the form that it has.
func TestPublishedSchemaIsWhatThisVersionAsks(t *testing.T) {
	built := schema.Build()
	if *update {
		if err := os.WriteFile("../../../assets/schema/bundle-1.schema.json", built, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(built, published.Bundle1) && !*update {
		t.Error("assets/schema/bundle-1.schema.json is behind the declarations; run this test with -update")
	}
}

// TestEveryBundleThatWeHaveIsValid: the sample and all golden bundles.
func TestEveryBundleThatWeHaveIsValid(t *testing.T) {
	docs := map[string][]byte{"sample": sample.Bundle}
	paths, _ := filepath.Glob("../testdata/golden-1/*.json")
	for _, path := range append(paths, "../testdata/format1.json") {
		doc, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if name := filepath.Base(path); name != "merged.json" { // which holds records alone
			docs[name] = bytes.TrimPrefix(doc, []byte("\uFEFF"))
		}
	}
	if len(docs) < 2 {
		t.Fatal("no golden bundle is there")
	}
	for name, doc := range docs {
		if err := schema.Judge(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

const whole = `{"format":"nhipcau-bundle/1","min_app":"1.0","id":"0196dddd-0000-4000-8000-000000000003","created":"2026-11-23T08:30:00Z",
"from":{"office":"0195aaaa-0000-7000-8000-000000000001","name":"UBND xã Quảng Khê","replica":"K3F9Q2ABCDEF","key":"ed25519:AAAA","seal":"age1x"},
"to":null,"seq":4,"scope":{"visit":"0196a7c2-0000-7000-8000-000000000010"},"profile":"partner","redacted":["attendee.phone"],
"have":{"K3F9Q2ABCDEF":812},"earlier":[1,2],"received":{"M8W1Z7ABCDEF":[3]},"sig":"AAAA",
"payload":{"records":[
{"id":"0196a7c2-0000-7000-8000-000000000010","kind":"visit","schema":1,"office":"0195aaaa-0000-7000-8000-000000000001",
"data":{"title":"Học tập","when":{"from":"2024-06-10"},"hosts":[],"no_field_visit":true,"_del":null},
"_w":[["K3F9Q2ABCDEF:1","0196a7c2f0001","Văn phòng"],["M8W1Z7ABCDEF:5","0196a7c2f0002",""]],
"_m":{"title":1},"_c":{"title":{"K3F9Q2ABCDEF":1,"M8W1Z7ABCDEF":5}},"_alt":{"title":[{"w":0,"x":"Trao đổi"}]}},
{"id":"0196a7c2-0000-7000-8000-000000000011","kind":"indicator","schema":1,"office":"0195aaaa-0000-7000-8000-000000000001",
"data":{"value":"46.66","year":2024},"_w":[["K3F9Q2ABCDEF:2","0196a7c2f0001","Văn phòng"]]}
],"attachments":[{"sha256":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","name":"a","size":1,"media":"image/jpeg"}]}}`

// TestEachRule breaks one rule a time.
func TestEachRule(t *testing.T) {
	if err := schema.Judge([]byte(whole)); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ old, with, place string }{
		"no format":               {`"format":"nhipcau-bundle/1",`, ``, "/"},
		"another format":          {`bundle/1`, `bundle/2`, "/format"},
		"level":                   {`"min_app":"1.0"`, `"min_app":"x"`, "/min_app"},
		"id in capitals":          {`0196dddd`, `0196DDDD`, "/id"},
		"created yesterday":       {`2026-11-23T08:30:00Z`, `23/11/2026`, "/created"},
		"from nobody":             {`"from":{"office":"0195aaaa-0000-7000-8000-000000000001",`, `"from":{`, "/from"},
		"bad replica":             {`"replica":"K3F9Q2ABCDEF"`, `"replica":"k"`, "/from/replica"},
		"key a number":            {`"key":"ed25519:AAAA"`, `"key":5`, "/from/key"},
		"seal a number":           {`"seal":"age1x"`, `"seal":5`, "/from/seal"},
		"to somebody":             {`"to":null`, `"to":"ban"`, "/to"},
		"number of no bundle":     {`"seq":4`, `"seq":-1`, "/seq"},
		"scope of no visit":       {`"scope":{"visit":"0196a7c2-`, `"scope":{"visit":"x-`, "/scope/visit"},
		"profile a number":        {`"profile":"partner"`, `"profile":1`, "/profile"},
		"redacted a text":         {`["attendee.phone"]`, `"attendee.phone"`, "/redacted"},
		"have of nobody":          {`"have":{"K3F9Q2ABCDEF"`, `"have":{"me"`, "/have"},
		"have a text":             {`:812`, `:"812"`, "/have/K3F9Q2ABCDEF"},
		"earlier texts":           {`"earlier":[1,2]`, `"earlier":["1"]`, "/earlier/0"},
		"received by nobody":      {`"received":{"M8W1Z7ABCDEF"`, `"received":{"x"`, "/received"},
		"sig an object":           {`"sig":"AAAA"`, `"sig":{}`, "/sig"},
		"no payload":              {`"payload":{"records"`, `"pay":{"records"`, "/"},
		"no records":              {`"payload":{"records"`, `"payload":{"recs"`, "/payload"},
		"hash leads outside":      {`"sha256":"0f0f`, `"sha256":"../0`, "/payload/attachments/0/sha256"},
		"size negative":           {`"size":1`, `"size":-1`, "/payload/attachments/0/size"},
		"attachment without hash": {`"sha256"`, `"md5"`, "/payload/attachments/0"},
		"record without id":       {`{"id":"0196a7c2-0000-7000-8000-000000000010",`, `{`, "/payload/records/0"},
		"record without data":     {`"data":{"title"`, `"dada":{"title"`, "/payload/records/0"},
		"kind of two words":       {`"kind":"visit"`, `"kind":"visit/x"`, "/payload/records/0/kind"},
		"schema a text":           {`"schema":1`, `"schema":"1"`, "/payload/records/0/schema"},
		"office nobody":           {`"office":"0195aaaa-0000-7000-8000-000000000001",` + "\n" + `"data":{"title"`, `"office":"",` + "\n" + `"data":{"title"`, "/payload/records/0/office"},
		"dot zero":                {`K3F9Q2ABCDEF:1"`, `K3F9Q2ABCDEF:0"`, "/payload/records/0/_w/0/0"},
		"dot with zeros":          {`K3F9Q2ABCDEF:1"`, `K3F9Q2ABCDEF:01"`, "/payload/records/0/_w/0/0"},
		"clock short":             {`0196a7c2f0001`, `0196a7c2f000`, "/payload/records/0/_w/0/1"},
		"write of two":            {`,"Văn phòng"]`, `]`, "/payload/records/0/_w/0"},
		"write of four":           {`"Văn phòng"]`, `"Văn phòng","x"]`, "/payload/records/0/_w/0/3"},
		"mark negative":           {`"_m":{"title":1}`, `"_m":{"title":-1}`, "/payload/records/0/_m/title"},
		"context empty":           {`"_c":{"title":{"K3F9Q2ABCDEF":1,"M8W1Z7ABCDEF":5}}`, `"_c":{"title":{}}`, "/payload/records/0/_c/title"},
		"context of nobody":       {`"_c":{"title":{"K3F9Q2ABCDEF":1`, `"_c":{"title":{"k":1`, "/payload/records/0/_c/title"},
		"context of nothing":      {`"_c":{"title":{"K3F9Q2ABCDEF":1`, `"_c":{"title":{"K3F9Q2ABCDEF":0`, "/payload/records/0/_c/title/K3F9Q2ABCDEF"},
		"others empty":            {`[{"w":0,"x":"Trao đổi"}]`, `[]`, "/payload/records/0/_alt/title"},
		"other without write":     {`{"w":0,"x"`, `{"x"`, "/payload/records/0/_alt/title/0"},
		"other with more":         {`{"w":0,"x"`, `{"w":0,"y":1,"x"`, "/payload/records/0/_alt/title/0"},
		"other of another type":   {`"x":"Trao đổi"`, `"x":5`, "/payload/records/0/_alt/title/0/x"},
		"deletion a text":         {`"_del":null`, `"_del":"yes"`, "/payload/records/0/data/_del"},
		"deletion without seen":   {`"_del":null`, `"_del":{"title":{}}`, "/payload/records/0/data/_del/title"},
		"field without name":      {`"hosts":[]`, `"":[]`, "/payload/records/0/data/"},
		"text a number":           {`"title":"Học tập"`, `"title":5`, "/payload/records/0/data/title"},
		"flag a text":             {`"no_field_visit":true`, `"no_field_visit":"true"`, "/payload/records/0/data/no_field_visit"},
		"day month first":         {`"2024-06-10"`, `"06/10/2024"`, "/payload/records/0/data/when/from"},
		"ids a text":              {`"hosts":[]`, `"hosts":"x"`, "/payload/records/0/data/hosts"},
		"id of none":              {`"hosts":[]`, `"hosts":["x"]`, "/payload/records/0/data/hosts/0"},
		"decimal with a comma":    {`"46.66"`, `"46,66"`, "/payload/records/1/data/value"},
		"year a text":             {`"year":2024`, `"year":"2024"`, "/payload/records/1/data/year"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := strings.Replace(whole, tc.old, tc.with, 1)
			if doc == whole {
				t.Fatal("nothing was broken")
			}
			err := schema.Judge([]byte(doc))
			f, ok := err.(*fault.Fault)
			if !ok || f.Key != "fault.bundle_bad_schema" || f.Args["Place"] != tc.place || f.Args["Rule"] == "" {
				t.Errorf("error = %v, want one at %s", err, tc.place)
			}
		})
	}
}

// TestWhatIsNotKnownTravels: nothing of a newer version is refused.
func TestWhatIsNotKnownTravels(t *testing.T) {
	for name, tc := range map[string]struct{ old, with string }{
		"member":                {`"seq":4`, `"seq":4,"colour":{"a":1}`},
		"member of the sender":  {`"name":"UBND`, `"rank":5,"name":"UBND`},
		"member of the payload": {`"payload":{`, `"payload":{"seats":[1],`},
		"member of a record":    {`"kind":"visit",`, `"kind":"visit","_sealed":{},`},
		"field":                 {`"title":"Học tập"`, `"title":"Học tập","mood":[1,"x"]`},
		"field in conflict":     {`"_alt":{`, `"_alt":{"mood":[{"w":0,"x":[1]}],`},
		"kind":                  {`"kind":"indicator"`, `"kind":"seating_plan"`},
		"newer form of a kind":  {`"kind":"indicator","schema":1`, `"kind":"indicator","schema":2`},
		"word of a choice":      {`"title":"Học tập"`, `"title":"Học tập","status":"postponed"`},
		"member of a value":     {`"from":"2024-06-10"`, `"from":"2024-06-10","moon":1`},
	} {
		t.Run(name, func(t *testing.T) {
			doc := strings.Replace(whole, tc.old, tc.with, 1)
			if err := schema.Judge([]byte(doc)); err != nil || doc == whole {
				t.Error(err)
			}
		})
	}
}

// TestReadingAsksWhatTheSchemaAsks draws values of any type into any field of
// any kind: reading and the schema refuse the same ones.
func TestReadingAsksWhatTheSchemaAsks(t *testing.T) {
	var names []string
	for _, decl := range plan.Declarations() {
		for name := range form.Of(string(decl.Kind)) {
			names = append(names, string(decl.Kind)+"."+name)
		}
	}
	texts := []string{
		`""`, `"x"`, `"2024-06-10"`, `"13:30"`, `"46.66"`, `"0196a7c2-0000-7000-8000-000000000010"`, `true`, `0`, `-7`, `null`, `[]`, `{}`,
	}
	leaf := rapid.SampledFrom(texts)
	value := rapid.OneOf(leaf, leaf,
		rapid.Map(rapid.SliceOfN(leaf, 1, 2), func(of []string) string { return "[" + strings.Join(of, ",") + "]" }),
		rapid.Custom(func(t *rapid.T) string {
			return fmt.Sprintf(`{%q:%s}`, rapid.SampledFrom([]string{"from", "to", "day", "start", "length", "attendee", "text", "lines", "name"}).Draw(t, "member"), leaf.Draw(t, "value"))
		}),
	)
	rapid.Check(t, func(t *rapid.T) {
		kind, field, _ := strings.Cut(rapid.SampledFrom(names).Draw(t, "field"), ".")
		doc := fmt.Sprintf(`{"format":"nhipcau-bundle/1","id":%q,"from":{"office":%q},"payload":{"records":[{"id":%q,"kind":%q,"schema":1,"office":%q,`+
			`"data":{%q:%s},"_w":[["K3F9Q2ABCDEF:1","0196a7c2f0001","Văn phòng"]]}]}}`, office, office, office, kind, office, field, value.Draw(t, "value"))
		_, read := bundle.Read(strings.NewReader(doc))
		judged := schema.Judge([]byte(doc))
		if (read == nil) != (judged == nil) {
			t.Fatalf("%s\nreading says %v\nthe schema %v", doc, read, judged)
		}
	})
}
