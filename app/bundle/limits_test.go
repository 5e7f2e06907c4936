package bundle

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// TestLimitsOfFormat1 pins the figures that the format promises.
func TestLimitsOfFormat1(t *testing.T) {
	want := limits{bytes: 268_435_456, tokens: 12_000_000, depth: 32, text: 1_048_576}
	if format1 != want {
		t.Errorf("limits = %+v, want %+v", format1, want)
	}
}

func TestEveryLimit(t *testing.T) {
	nested := func(depth int) string { // the value lies in 5 levels already
		return document1(`{"x":` + strings.Repeat("[", depth-5) + strings.Repeat("]", depth-5) + `}`)
	}
	value := func(json string) string { return document1(`{"x":` + json + `}`) }
	mb := strings.Repeat("ă", 1<<19)
	for name, tc := range map[string]struct{ text, rule string }{
		"depth 32":                {nested(32), ""},
		"depth 33":                {nested(33), "too_deep"},
		"deep outside of records": {head1(`"records":[],"x":` + strings.Repeat(`{"a":`, 1000)), "too_deep"},
		"a million brackets":      {strings.Repeat("[", 1<<20), "not_ours"},

		"text of 1 MB":                  {value(`"` + mb + `"`), ""},
		"text of 1 MB and 1":            {value(`"` + mb + `x"`), "text_too_long"},
		"text of 1 MB, escaped":         {value(`"` + strings.Repeat(`\u0041`, 1<<20) + `"`), ""},
		"text of 1 MB and 1, escaped":   {value(`"` + strings.Repeat(`\u0041`, 1<<20) + `\u0041"`), "text_too_long"},
		"name of 1 MB":                  {document1(`{"` + mb + `":1}`), ""},
		"name of 1 MB and 1":            {document1(`{"` + mb + `x":1}`), "text_too_long"},
		"text too long outside records": {strings.Replace(document1(`{}`), "UBND", mb, 1), "text_too_long"},

		"2^53-1":              {value(`9007199254740991`), ""},
		"2^53":                {value(`9007199254740992`), "bad_number"},
		"-(2^53-1)":           {value(`-9007199254740991`), ""},
		"-2^53":               {value(`-9007199254740992`), "bad_number"},
		"minus zero":          {value(`-0`), ""},
		"a fraction":          {value(`1.0`), "bad_number"},
		"an exponent":         {value(`1e2`), "bad_number"},
		"a negative exponent": {value(`1E-2`), "bad_number"},
		"a huge number":       {value(strings.Repeat("9", 1<<20)), "bad_number"},
		"a huge exponent":     {value(`1e999999999`), "bad_number"},
		"20 digits":           {value(`18446744073709551617`), "bad_number"},
		"number in the head":  {strings.Replace(document1(`{}`), `"id"`, `"seq":0.5,"id"`, 1), "bad_number"},
		"number in unknown":   {head1(`"records":[],"later":[1.5]`), "bad_number"},

		"newline and tab":      {value(`"a\n\tb"`), ""},
		"carriage return":      {value(`"a\r\nb"`), "bad_character"},
		"NUL, escaped":         {value(`"a\u0000b"`), "bad_character"},
		"NUL, bare":            {value("\"a\x00b\""), "bad_character"},
		"U+001F":               {value(`"a\u001fb"`), "bad_character"},
		"U+0020":               {value(`"a\u0020b"`), ""},
		"newline, bare":        {value("\"a\nb\""), "not_json"},
		"U+2029":               {value(`"a\u2029b"`), ""},
		"U+202A":               {value(`"a\u202ab"`), "bad_character"},
		"U+202E, bare":         {value("\"a\u202Eb\""), "bad_character"},
		"U+202F":               {value("\"a\u202Fb\""), ""},
		"U+2065":               {value("\"a\u2065b\""), ""},
		"U+2066":               {value("\"a\u2066b\""), "bad_character"},
		"U+2069":               {value(`"a\u2069b"`), "bad_character"},
		"U+206A":               {value("\"a\u206Ab\""), ""},
		"dashes and quotes":    {value("\"– — “ ” … ₫ 𝄞\""), ""},
		"bidi in a name":       {document1("{\"a\u202Eb\":1}"), "bad_character"},
		"NUL in a name":        {document1(`{"a\u0000b":1}`), "bad_character"},
		"bidi in the head":     {strings.Replace(document1(`{}`), "UBND", "\u2067", 1), "bad_character"},
		"broken UTF-8":         {value("\"a\xffb\""), "bad_text"},
		"half of a letter":     {value("\"a\xe1\xba\""), "bad_text"},
		"overlong":             {value("\"\xc0\x80\""), "bad_text"},
		"broken UTF-8 in name": {document1("{\"a\xff\":1}"), "bad_text"},
		"lone surrogate":       {value(`"a\ud800b"`), "bad_text"},
		"surrogates reversed":  {value(`"\udc00\ud800"`), "bad_text"},
		"surrogate in UTF-8":   {value("\"\xed\xa0\x80\""), "bad_text"},
		"surrogate pair":       {value(`"\ud834\udd1e"`), ""},
		"UTF-16":               {"\xff\xfe{\x00", "bad_text"},

		"name twice":            {document1(`{"a":1,"a":2}`), "name_twice"},
		"name twice, escaped":   {document1(`{"a":1,"\u0061":2}`), "name_twice"},
		"name twice, deep":      {value(`[{"b":{"c":1,"c":1}}]`), "name_twice"},
		"format twice":          {`{"format":"nhipcau-bundle/1",` + document1(`{}`)[1:], "name_twice"},
		"names that differ":     {document1(`{"a":1,"A":2}`), ""},
		"same name, two levels": {document1(`{"a":{"a":1}}`), ""},

		"ids differ":    {head1(`"records":[` + record1(recordID(1), "visit", `{}`) + `,` + record1(recordID(2), "visit", `{}`) + `]`), ""},
		"id twice":      {head1(`"records":[` + record1(recordID(1), "visit", `{}`) + `,` + record1(recordID(1), "topic", `{}`) + `]`), "id_twice"},
		"id escaped":    {head1(`"records":[` + strings.Replace(record1("x", "visit", `{}`), `"id"`, `"\u0069d"`, 1) + `]`), "bad_id"},
		"no UUID":       {head1(`"records":[` + record1("visit-1", "visit", `{}`) + `]`), "bad_id"},
		"UUID in URN":   {head1(`"records":[` + record1("urn:uuid:"+recordID(1), "visit", `{}`) + `]`), "bad_id"},
		"UUID, capital": {head1(`"records":[` + record1(strings.ToUpper(hostOffice), "visit", `{}`) + `]`), "bad_id"},
		"id in a value": {value(`{"id":"none"}`), ""},
		"empty id":      {head1(`"records":[` + record1("", "visit", `{}`) + `]`), "bad_id"},
		"id of number":  {head1(`"records":[` + strings.Replace(record1("x", "visit", `{}`), `"x"`, `1`, 1) + `]`), "bad_record"},

		"nothing after":     {document1(`{}`) + " \r\n\t\n", ""},
		"a letter after":    {document1(`{}`) + "x", "trailing"},
		"NUL after":         {document1(`{}`) + "\x00", "trailing"},
		"a document after":  {document1(`{}`) + document1(`{}`), "trailing"},
		"a comma after":     {document1(`{}`) + ",", "trailing"},
		"a BOM after":       {document1(`{}`) + "\uFEFF", "trailing"},
		"a BOM before":      {"\uFEFF" + document1(`{}`), ""},
		"two BOMs before":   {"\uFEFF\uFEFF" + document1(`{}`), "not_json"},
		"empty":             {"", "empty"},
		"only a BOM":        {"\uFEFF", "empty"},
		"only spaces":       {" \n ", "empty"},
		"cut off":           {document1(`{"a":"bc"}`)[:250], "cut_off"},
		"cut off in a word": {`{"format":"nhip`, "cut_off"},
		"a comment":         {"// " + document1(`{}`), "not_json"},
		"single quotes":     {`{'format':1}`, "not_json"},
		"a comma too many":  {document1(`{"a":1,}`), "not_json"},
		"a list":            {`[` + document1(`{}`) + `]`, "not_ours"},
		"a word":            {`"nhipcau-bundle/1"`, "not_ours"},
		"sealed":            {"age-encryption.org/v1\n-> scrypt", "sealed"},
		"sealed, armoured":  {"-----BEGIN AGE ENCRYPTED FILE-----\n", "sealed"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, tc.text, tc.rule) })
	}
}

// TestCounts uses small limits for what would take long with the real ones.
func TestCounts(t *testing.T) {
	text := document1(`{"a":[1,2,3]}`)
	tokens := strings.Count(text, "{") + strings.Count(text, "}") + strings.Count(text, "[") + strings.Count(text, "]") +
		strings.Count(text, `"`)/2 + len("1123")
	small := format1
	for name, tc := range map[string]struct {
		tokens int
		rule   string
	}{
		"just enough":  {tokens, ""},
		"one too many": {tokens - 1, "too_many_values"},
	} {
		t.Run(name, func(t *testing.T) {
			small.tokens = tc.tokens
			b, err := parse([]byte(text), small)
			checkRule(t, b, err, tc.rule)
		})
	}
	for name, tc := range map[string]struct {
		bytes int
		rule  string
	}{
		"size just inside":  {len(text), ""},
		"size just outside": {len(text) - 1, "too_large"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readAll(strings.NewReader(text), tc.bytes)
			checkRule(t, nil, err, tc.rule)
		})
	}
}

// endless is a file that never ends.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	e.read += len(p)
	return len(p), nil
}

func TestReadingStopsAtTheLimit(t *testing.T) {
	e := &endless{}
	_, err := readAll(e, 1<<20)
	checkRule(t, nil, err, "too_large")
	if e.read > 2<<20 {
		t.Errorf("%d bytes read", e.read)
	}
}

func TestReaderThatFails(t *testing.T) {
	broken := errors.New("stick pulled out")
	b, err := Read(io.MultiReader(strings.NewReader(`{"format":`), failing{broken}))
	checkRule(t, b, err, "unreadable")
	if !errors.Is(err, broken) {
		t.Errorf("the cause is lost: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestRefusalNamesThePlace(t *testing.T) {
	text := head1(`"records":[` + record1(recordID(1), "visit", `{}`) + `,` +
		record1(recordID(2), "visit", `{"notes":"a\u202eb"}`) + `]`)
	f := refused(t, text, "bad_character")
	if f.Args["Record"] != 2 || f.Args["Code"] != "U+202E" || f.Args["Offset"] != strings.Index(text, `"a\u202e`) {
		t.Errorf("place = %v", f.Args)
	}
	f = refused(t, strings.Replace(text, "UBND", `a\u0001`, 1), "bad_character")
	if f.Args["Record"] != nowhere {
		t.Errorf("place = %v", f.Args)
	}
	f = refused(t, document1(`{"a":{"tên":1,"tên":2}}`), "name_twice")
	if f.Args["Name"] != "tên" || f.Args["Record"] != 1 {
		t.Errorf("place = %v", f.Args)
	}
	f = refused(t, head1(`"records":[`+record1("a\u00adb"+strings.Repeat("c", 100), "visit", `{}`)+`]`), "bad_id")
	if id := f.Args["ID"].(string); id != "a\uFFFDb"+strings.Repeat("c", 57)+"…" {
		t.Errorf("shown id = %q", id)
	}
}
