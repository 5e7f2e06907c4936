package merge_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/merge"
)

// The example of the exchange design, with a whole id. Its notes have but one
// value, which it lists among the other ones; we show it.
const example = `{"id":"0196a7c2-0000-7000-8000-000000000001","kind":"visit","schema":1,"office":"0195b1d0-0000-7000-8000-000000000001",
 "data":{"title":"Học tập kinh nghiệm","when":{"from":"2024-06-10","to":"2024-06-10"}},
 "_w":[["K3F9Q2ABCDEF:1","0196a7c2f0001","Văn phòng"],["M8W1Z7ABCDEF:5","0196a7c2f0002","Phòng Nội vụ"]],
 "_m":{"title":1},
 "_c":{"title":{"K3F9Q2ABCDEF":1,"M8W1Z7ABCDEF":5}},
 "_alt":{"notes":[{"w":1,"x":"giữ lại"}]}}`

func mustUnpack(t *testing.T, text string) *merge.Record {
	t.Helper()
	r, err := merge.Unpack([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func mustPack(t *testing.T, r *merge.Record) string {
	t.Helper()
	raw, err := merge.Pack(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestUnpackExample(t *testing.T) {
	office := merge.Stamp{Dot: dot("K3F9Q2ABCDEF", 1), Clock: early, Author: "Văn phòng"}
	home := merge.Stamp{Dot: dot("M8W1Z7ABCDEF", 5), Clock: later, Author: "Phòng Nội vụ"}
	want := &merge.Record{
		ID: "0196a7c2-0000-7000-8000-000000000001", Kind: "visit", Schema: 1, Office: "0195b1d0-0000-7000-8000-000000000001",
		Fields: map[string]merge.Field{
			"title": {
				Values:  []merge.Value{{Stamp: home, JSON: []byte(`"Học tập kinh nghiệm"`)}},
				Context: merge.Context{"K3F9Q2ABCDEF": 1, "M8W1Z7ABCDEF": 5},
			},
			"when":  {Values: []merge.Value{{Stamp: office, JSON: []byte(`{"from":"2024-06-10","to":"2024-06-10"}`)}}},
			"notes": {Values: []merge.Value{{Stamp: home, JSON: []byte(`"giữ lại"`)}}},
		},
	}
	if diff := cmp.Diff(want, mustUnpack(t, example)); diff != "" {
		t.Error(diff)
	}
}

func TestPackForm(t *testing.T) {
	fresh := `{"id":"0196a7c2-0000-7000-8000-000000000001","kind":"visit","schema":1,"office":"` + office + `",` +
		`"data":{"phone":"0900","title":"Học tập kinh nghiệm","when":{"from":"2024-06-10","to":"2024-06-10"}},` +
		`"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","Văn phòng A"]]}`
	seen := edit(visit(), stamp(b, 3, later), "title", `"B"`)
	conflict := mustMerge(t, visit().Without("phone", "when").With("title", stamp(a, 2, later), []byte(`"A"`), []merge.Dot{dot(a, 1)}),
		edit(visit().Without("phone", "when"), stamp(b, 3, late), "title", `"B"`))
	head := `{"id":"0196a7c2-0000-7000-8000-000000000001","kind":"visit","schema":1,"office":"` + office + `",`
	cases := map[string]struct {
		record *merge.Record
		want   string
	}{
		"fresh": {visit(), fresh},
		"one field written by another": {seen, head +
			`"data":{"phone":"0900","title":"B","when":{"from":"2024-06-10","to":"2024-06-10"}},` +
			`"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","Văn phòng A"],["BBBBBBBBBBBB:3","0196a7c2f0002","Văn phòng B"]],` +
			`"_m":{"title":1},"_c":{"title":{"AAAAAAAAAAAA":1,"BBBBBBBBBBBB":3}}}`},
		"conflict": {conflict, head + `"data":{"title":"B"},` +
			`"_w":[["AAAAAAAAAAAA:2","0196a7c2f0002","Văn phòng A"],["BBBBBBBBBBBB:3","0196a7c2f0003","Văn phòng B"]],` +
			`"_m":{"title":1},"_c":{"title":{"AAAAAAAAAAAA":2,"BBBBBBBBBBBB":3}},"_alt":{"title":[{"w":0,"x":"A"}]}}`},
		"nothing written": {visit().Without("phone", "title", "when"), head + `"data":{},"_w":[]}`},
		"unknown members": {&merge.Record{
			ID: "1", Kind: "k",
			Extra: map[string][]byte{"zz": []byte(`[1]`), "_q": []byte(`null`)},
		}, `{"id":"1","kind":"k","schema":0,"office":"","data":{},"_w":[],"_q":null,"zz":[1]}`},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			got := mustPack(t, tc.record)
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Error(diff)
			}
			if back := mustUnpack(t, got); !back.Equal(tc.record) {
				t.Errorf("read back as %+v", back)
			}
		})
	}
}

// The write that most fields have is the first, and so need not be mentioned.
func TestPackNamesOldWriteFirst(t *testing.T) {
	r := edit(visit(), merge.Stamp{Dot: dot("000000000000", 1), Clock: later, Author: "Một"}, "title", `"x"`)
	if got := mustPack(t, r); !strings.Contains(got, `"_m":{"title":1}`) {
		t.Error(got)
	}
}

func TestAppendPackKeepsWhatWasThere(t *testing.T) {
	got, err := merge.AppendPack([]byte("["), visit())
	if err != nil || string(got) != "["+mustPack(t, visit()) {
		t.Errorf("%s, %v", got, err)
	}
	if got, err := merge.AppendPack([]byte("["), &merge.Record{}); err == nil || string(got) != "[" {
		t.Errorf("%s, %v", got, err)
	}
}

// A mail program may indent; a signer sorts the members.
func TestUnpackOtherLayout(t *testing.T) {
	want := mustUnpack(t, example)
	sorted, err := merge.Canonical([]byte(example))
	if err != nil {
		t.Fatal(err)
	}
	indented := strings.NewReplacer(`,`, " ,\r\n\t", `:`, " : ", `{`, "{ ", `]`, " ] ").Replace(string(sorted))
	indented = strings.NewReplacer(`F : 1"`, `F:1"`, `F : 5"`, `F:5"`).Replace(indented)
	escaped := strings.NewReplacer(`"title"`, `"\u0074itle"`, `"Văn`, `"\u0056ăn`, `K3F9`, `\u004b3F9`, `nghiệm`, `nghi\u1ec7m`).Replace(example)
	decomposed := strings.Replace(example, "nghiệm", "nghie\u0323\u0302m", 1)
	for name, text := range map[string]string{"sorted": string(sorted), "indented": indented, "escaped": escaped, "decomposed": decomposed} {
		if diff := cmp.Diff(want, mustUnpack(t, text)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Parts of packed records that a table of refusals builds on.
const (
	someHead   = `"id":"1","kind":"k","schema":1,"office":"o"`
	someWrites = `"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","A"],["AAAAAAAAAAAA:2","0196a7c2f0001","A"]]`
)

// body is a record of one field with more members.
func body(more string) string {
	return `{` + someHead + `,"data":{"x":1},` + someWrites + `,` + more + `}`
}

type refusal struct {
	text string
	want merge.Error
}

func wantRefused(t *testing.T, cases map[string]refusal) {
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := merge.Unpack([]byte(tc.text))
			var fault *merge.Fault
			if !errors.Is(err, tc.want) || !errors.As(err, &fault) {
				t.Errorf("got %v, want %v", err, tc.want)
			}
		})
	}
}

func TestUnpackRefuses(t *testing.T) {
	wantRefused(t, map[string]refusal{
		"empty":                   {``, merge.ErrMalformed},
		"not an object":           {`[]`, merge.ErrMalformed},
		"broken off":              {`{"id":`, merge.ErrMalformed},
		"something after":         {`{` + someHead + `,"data":{},"_w":[]} {}`, merge.ErrMalformed},
		"broken UTF-8":            {body("\"q\":\"\xff\""), merge.ErrMalformed},
		"repeated member":         {body(`"id":"2"`), merge.ErrMalformed},
		"repeated field":          {`{` + someHead + `,"data":{"x":1,"x":2},` + someWrites + `}`, merge.ErrMalformed},
		"no id":                   {`{"kind":"k","schema":1,"office":"o","data":{},"_w":[]}`, merge.ErrMalformed},
		"empty id":                {`{"id":"","kind":"k","schema":1,"office":"o","data":{},"_w":[]}`, merge.ErrMalformed},
		"id is a number":          {`{"id":1,"kind":"k","schema":1,"office":"o","data":{},"_w":[]}`, merge.ErrMalformed},
		"no kind":                 {`{"id":"1","schema":1,"office":"o","data":{},"_w":[]}`, merge.ErrMalformed},
		"no schema":               {`{"id":"1","kind":"k","office":"o","data":{},"_w":[]}`, merge.ErrMalformed},
		"schema is text":          {`{"id":"1","kind":"k","schema":"1","office":"o","data":{},"_w":[]}`, merge.ErrMalformed},
		"schema below 0":          {`{"id":"1","kind":"k","schema":-1,"office":"o","data":{},"_w":[]}`, merge.ErrMalformed},
		"no office":               {`{"id":"1","kind":"k","schema":1,"data":{},"_w":[]}`, merge.ErrMalformed},
		"no data":                 {`{` + someHead + `,"_w":[]}`, merge.ErrMalformed},
		"no writes":               {`{` + someHead + `,"data":{}}`, merge.ErrMalformed},
		"data is an array":        {`{` + someHead + `,"data":[],"_w":[]}`, merge.ErrMalformed},
		"a field without a name":  {`{` + someHead + `,"data":{"":1},` + someWrites + `}`, merge.ErrMalformed},
		"a value without a write": {`{` + someHead + `,"data":{"x":1},"_w":[]}`, merge.ErrMalformed},
		"writes are an object":    {`{` + someHead + `,"data":{},"_w":{}}`, merge.ErrMalformed},
		"write is no array":       {`{` + someHead + `,"data":{},"_w":[1]}`, merge.ErrMalformed},
		"write of two":            {`{` + someHead + `,"data":{},"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001"]]}`, merge.ErrMalformed},
		"write of one":            {`{` + someHead + `,"data":{},"_w":[["AAAAAAAAAAAA:1"]]}`, merge.ErrMalformed},
		"write of four":           {`{` + someHead + `,"data":{},"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","A","B"]]}`, merge.ErrMalformed},
		"author is a number":      {`{` + someHead + `,"data":{},"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001",1]]}`, merge.ErrMalformed},
		"bad dot":                 {`{` + someHead + `,"data":{},"_w":[["AAAAAAAAAAAA:0","0196a7c2f0001","A"]]}`, merge.ErrMalformed},
		"bad clock":               {`{` + someHead + `,"data":{},"_w":[["AAAAAAAAAAAA:1","0196A7C2F0001","A"]]}`, merge.ErrMalformed},
		"fraction":                {`{` + someHead + `,"data":{"x":1.5},` + someWrites + `}`, merge.ErrNumber},
		"fraction further in":     {`{` + someHead + `,"data":{"x":{"y":[1,-2.0]}},` + someWrites + `}`, merge.ErrNumber},
		"exponent":                {`{` + someHead + `,"data":{"x":1e3},` + someWrites + `}`, merge.ErrNumber},
		"2^53":                    {`{` + someHead + `,"data":{"x":9007199254740992},` + someWrites + `}`, merge.ErrNumber},
		"-2^53":                   {`{` + someHead + `,"data":{"x":-9007199254740992},` + someWrites + `}`, merge.ErrNumber},
		"beyond 64 bits":          {`{` + someHead + `,"data":{"x":99999999999999999999},` + someWrites + `}`, merge.ErrNumber},
		"fraction in unknown":     {body(`"q":1.5`), merge.ErrNumber},
		"unknown without a name":  {body(`"":1`), merge.ErrMalformed},
	})
}

func TestUnpackRefusesReferences(t *testing.T) {
	wantRefused(t, map[string]refusal{
		"mark of no write":         {body(`"_m":{"x":2}`), merge.ErrMalformed},
		"mark below 0":             {body(`"_m":{"x":-1}`), merge.ErrMalformed},
		"mark of no field":         {body(`"_m":{"y":1}`), merge.ErrMalformed},
		"marks are an array":       {body(`"_m":[]`), merge.ErrMalformed},
		"other of no write":        {body(`"_alt":{"x":[{"w":2,"x":1}]}`), merge.ErrMalformed},
		"other without write":      {body(`"_alt":{"x":[{"x":1}]}`), merge.ErrMalformed},
		"other without value":      {body(`"_alt":{"x":[{"w":1}]}`), merge.ErrMalformed},
		"other with more":          {body(`"_alt":{"x":[{"w":1,"x":1,"y":1}]}`), merge.ErrMalformed},
		"other is no object":       {body(`"_alt":{"x":[1]}`), merge.ErrMalformed},
		"others are no array":      {body(`"_alt":{"x":{}}`), merge.ErrMalformed},
		"no others":                {body(`"_alt":{"x":[]}`), merge.ErrMalformed},
		"other is a fraction":      {body(`"_alt":{"x":[{"w":1,"x":0.1}]}`), merge.ErrNumber},
		"context of a bad replica": {body(`"_c":{"x":{"A":1}}`), merge.ErrMalformed},
		"context of 0":             {body(`"_c":{"x":{"AAAAAAAAAAAA":0}}`), merge.ErrMalformed},
		"context of 2^53":          {body(`"_c":{"x":{"AAAAAAAAAAAA":9007199254740992}}`), merge.ErrMalformed},
		"context of nothing":       {body(`"_c":{"x":{}}`), merge.ErrMalformed},
		"context is a number":      {body(`"_c":{"x":1}`), merge.ErrMalformed},
		"context without value":    {body(`"_c":{"y":{"AAAAAAAAAAAA":9}}`), merge.ErrContext},
		"deletion of nothing":      {`{` + someHead + `,"data":{"_del":1},` + someWrites + `}`, merge.ErrMalformed},
		"two values of one dot":    {body(`"_alt":{"x":[{"w":0,"x":2}]}`), merge.ErrDotClash},
		"two authors of one dot": {`{` + someHead + `,"data":{"x":1,"y":2},"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","A"],` +
			`["AAAAAAAAAAAA:1","0196a7c2f0001","B"]],"_m":{"y":1}}`, merge.ErrDotClash},
	})
}

func TestFaultSaysWhere(t *testing.T) {
	_, err := merge.Unpack([]byte(`{"id":"77","kind":"k","schema":1,"office":"o","data":{"x":1},"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","A"]],"_m":{"x":5}}`))
	if err == nil || err.Error() != "record 77: _m.x: not a packed record" {
		t.Error(err)
	}
}

// What was admitted across files must open again from our own storage.
func TestOwnStorageOpensClash(t *testing.T) {
	blank := merge.Record{ID: "1", Kind: "visit"}
	clash := mustMerge(t, blank.With("x", stamp(a, 1, early), []byte("1"), nil), blank.With("x", stamp(a, 1, early), []byte("2"), nil))
	text := mustPack(t, clash)
	own := &merge.Unpacker{Own: true}
	back, err := own.Unpack([]byte(text))
	if err != nil || !back.Equal(clash) || mustPack(t, back) != text {
		t.Errorf("%v, %v", back, err)
	}
	if _, err := merge.Unpack([]byte(text)); !errors.Is(err, merge.ErrDotClash) {
		t.Errorf("a file with a clash: %v", err)
	}
}

// Two contexts that claim each other's value leave none; that state, too, is kept.
func TestOwnStorageOpensEmptyField(t *testing.T) {
	poisoned := func(r, other merge.Replica) *merge.Record {
		return &merge.Record{ID: "1", Kind: "visit", Fields: map[string]merge.Field{"x": {
			Values: wrote(r, 1, early, "1").Values, Context: merge.Context{r: 1, other: 1},
		}}}
	}
	merged := mustMerge(t, poisoned(a, b), poisoned(b, a))
	text := mustPack(t, merged)
	back, err := (&merge.Unpacker{Own: true}).Unpack([]byte(text))
	if err != nil || !back.Equal(merged) {
		t.Errorf("%s: %v", text, err)
	}
	if _, err := merge.Unpack([]byte(text)); !errors.Is(err, merge.ErrContext) {
		t.Errorf("a file that only removes: %v", err)
	}
}

func TestPackRefuses(t *testing.T) {
	with := func(change func(r *merge.Record)) *merge.Record {
		r := visit()
		change(r)
		return r
	}
	value := func(json string) *merge.Record {
		return with(func(r *merge.Record) {
			r.Fields["title"] = merge.Field{Values: []merge.Value{{Stamp: stamp(a, 1, early), JSON: []byte(json)}}}
		})
	}
	cases := map[string]struct {
		record *merge.Record
		want   merge.Error
	}{
		"no id":              {with(func(r *merge.Record) { r.ID = "" }), merge.ErrMalformed},
		"no kind":            {with(func(r *merge.Record) { r.Kind = "" }), merge.ErrMalformed},
		"schema below 0":     {with(func(r *merge.Record) { r.Schema = -1 }), merge.ErrMalformed},
		"no name":            {visit().With("", stamp(a, 2, later), []byte("1"), nil), merge.ErrMalformed},
		"bad replica":        {visit().With("x", stamp("a", 2, later), []byte("1"), nil), merge.ErrMalformed},
		"counter 0":          {visit().With("x", stamp(a, 0, later), []byte("1"), nil), merge.ErrMalformed},
		"bad clock":          {visit().With("x", stamp(a, 2, "now"), []byte("1"), nil), merge.ErrMalformed},
		"bad author":         {visit().With("x", merge.Stamp{Dot: dot(a, 2), Clock: later, Author: "\xff"}, []byte("1"), nil), merge.ErrMalformed},
		"bad office":         {with(func(r *merge.Record) { r.Office = "\xff" }), merge.ErrMalformed},
		"bad context":        {with(func(r *merge.Record) { r.Fields["x"] = merge.Field{Context: merge.Context{"x": 1}} }), merge.ErrMalformed},
		"not JSON":           {visit().With("x", stamp(a, 2, later), []byte("{"), nil), merge.ErrValue},
		"nothing":            {value(""), merge.ErrValue},
		"two values":         {value("1 2"), merge.ErrValue},
		"breaks out":         {value(`1,"x":2`), merge.ErrValue},
		"loose":              {value(`{"b":1,"a":2}`), merge.ErrValue},
		"space before":       {value(` 1`), merge.ErrValue},
		"decomposed":         {value("\"e\u0323\""), merge.ErrValue},
		"fraction":           {visit().With("x", stamp(a, 2, later), []byte("1.5"), nil), merge.ErrNumber},
		"extra is a member":  {with(func(r *merge.Record) { r.Extra = map[string][]byte{"_w": []byte("1")} }), merge.ErrMalformed},
		"extra without name": {with(func(r *merge.Record) { r.Extra = map[string][]byte{"": []byte("1")} }), merge.ErrMalformed},
		"extra not JSON":     {with(func(r *merge.Record) { r.Extra = map[string][]byte{"q": []byte("}")} }), merge.ErrValue},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			raw, err := merge.Pack(tc.record)
			if !errors.Is(err, tc.want) || raw != nil {
				t.Errorf("%s, %v; want %v", raw, err, tc.want)
			}
		})
	}
}

// Fields, kinds and members that this version does not know come through a
// merge and through storage.
func TestUnknownSurvives(t *testing.T) {
	future := mustUnpack(t, `{"id":"0196a7c2-0000-7000-8000-000000000001","kind":"visit","schema":1,"office":"`+office+`","_future":{"b":[1,{}],"a":"x"},
		"data":{"hologram":{"z":1,"a":[true,null]}},"_w":[["CCCCCCCCCCCC:1","0196a7c2f0002","C"]]}`)
	merged := mustMerge(t, edit(visit(), stamp(a, 2, late), "title", `"x"`), future)
	back := mustUnpack(t, mustPack(t, merged))
	wantTexts(t, back.Fields["hologram"], `{"a":[true,null],"z":1}`)
	if got := string(back.Extra["_future"]); got != `{"a":"x","b":[1,{}]}` {
		t.Error(got)
	}
}

// Undoing an import is putting back the packed state of before; importing
// again then gives the same bytes.
func TestImportUndoImport(t *testing.T) {
	mine := mustPack(t, edit(visit(), stamp(a, 2, later), "title", `"A"`))
	theirs := mustUnpack(t, mustPack(t, edit(visit(), stamp(b, 1, late), "title", `"B"`)))
	once := mustPack(t, mustMerge(t, mustUnpack(t, mine), theirs))
	again := mustPack(t, mustMerge(t, mustUnpack(t, mine), theirs))
	if once != again || once == mine {
		t.Errorf("%s\n%s", once, again)
	}
}

func TestPackRoundTrip(t *testing.T) {
	own := &merge.Unpacker{Own: true}
	rapid.Check(t, func(t *rapid.T) {
		r := join(t, records(t), records(t))
		text := packed(t, r)
		back, err := own.Unpack([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		same(t, "round trip", r, back)
	})
}

// The buffer that a record was read from may be used again.
func TestUnpackKeepsNothing(t *testing.T) {
	text := []byte(strings.Replace(example, `"_m"`, `"zz":["lạ"],"_m"`, 1))
	r, err := merge.Unpack(text)
	if err != nil {
		t.Fatal(err)
	}
	want := mustPack(t, r)
	for i := range text {
		text[i] = 'x'
	}
	if got := mustPack(t, r); got != want {
		t.Error(got)
	}
	for name, f := range r.Fields {
		_ = append(f.Shown().JSON, "xxx"...)
		if got := mustPack(t, r); got != want {
			t.Errorf("appending to %s changes another field: %s", name, got)
		}
	}
}
