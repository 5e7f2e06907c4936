package vietnamese_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"nhipcau/app/vietnamese"

	"pgregory.net/rapid"
)

func TestParseDecimal(t *testing.T) {
	tests := map[string]string{
		"365.032":   "365032",
		"365032":    "365032",
		"46,66":     "46.66",
		" 46,66 ":   "46.66",
		"1.234,567": "1234.567",
		"1.500.000": "1500000",
		"0,125":     "0.125",
		"1234,567":  "1234.567",
		"-14,31":    "-14.31",
		"−14,31":    "-14.31",
		"007":       "7",
		"46,60":     "46.6",
		"46,00":     "46",
		"0":         "0",
		"-0,00":     "0",
		"75.000":    "75000",
	}
	for text, want := range tests {
		got, err := vietnamese.ParseDecimal(text)
		if got != want || err != nil {
			t.Errorf("ParseDecimal(%q) = %q, %v, want %q", text, got, err, want)
		}
		if !vietnamese.ValidDecimal(got) {
			t.Errorf("ParseDecimal(%q) = %q, which is no wire form", text, got)
		}
	}
}

func TestParseDecimalRefuses(t *testing.T) {
	digits := strings.Repeat("1", vietnamese.MaxDigits)
	tests := []struct {
		text          string
		kind          vietnamese.Kind
		wire, suggest string
	}{
		{"365,032", vietnamese.KindAmbiguous, "365.032", "365032"},
		{"-1,500", vietnamese.KindAmbiguous, "-1.5", "-1500"},
		{"58,860", vietnamese.KindAmbiguous, "58.86", "58860"},
		{"46.66", vietnamese.KindGrouping, "", "46.66"},
		{"-46.6", vietnamese.KindGrouping, "", "-46.6"},
		{"0.125", vietnamese.KindGrouping, "", "0.125"},
		{"12345.678", vietnamese.KindGrouping, "", "12345.678"},
		{"1,234.56", vietnamese.KindGrouping, "", "1234.56"},
		{"365,032,000", vietnamese.KindGrouping, "", "365032000"},
		{"1.234.56", vietnamese.KindGrouping, "", ""},
		{"1.2,3", vietnamese.KindGrouping, "", ""},
		{"1..234", vietnamese.KindGrouping, "", ""},
		{".500", vietnamese.KindGrouping, "", ""},
		{"46.", vietnamese.KindGrouping, "", "46"},
		{"46,", vietnamese.KindMalformed, "", ""},
		{",5", vietnamese.KindMalformed, "", ""},
		{"", vietnamese.KindEmpty, "", ""},
		{" \t", vietnamese.KindEmpty, "", ""},
		{"-", vietnamese.KindMalformed, "", ""},
		{"--5", vietnamese.KindMalformed, "", ""},
		{"+5", vietnamese.KindMalformed, "", ""},
		{"1e3", vietnamese.KindMalformed, "", ""},
		{"5%", vietnamese.KindMalformed, "", ""},
		{"365 032", vietnamese.KindMalformed, "", ""},
		{"170.316 triệu", vietnamese.KindMalformed, "", ""},
		{"٣", vietnamese.KindMalformed, "", ""},
		{digits + "1", vietnamese.KindRange, "", ""},
	}
	for _, test := range tests {
		wire, err := vietnamese.ParseDecimal(test.text)
		if wire != test.wire || kindOf(t, err) != test.kind {
			t.Errorf("ParseDecimal(%q) = %q, %v, want %q, %s", test.text, wire, err, test.wire, test.kind)
		}
		var parse *vietnamese.ParseError
		if errors.As(err, &parse) && (parse.Suggest != test.suggest || parse.Text != test.text) {
			t.Errorf("ParseDecimal(%q) suggests %q for %q, want %q", test.text, parse.Suggest, parse.Text, test.suggest)
		}
		if got := vietnamese.IsWarning(err); got != (wire != "") {
			t.Errorf("ParseDecimal(%q) = %q, a warning: %v", test.text, wire, got)
		}
	}
	if _, err := vietnamese.ParseDecimal(digits); err != nil {
		t.Errorf("%d digits are refused: %v", len(digits), err)
	}
}

func TestParseErrorNamesKindAndText(t *testing.T) {
	_, err := vietnamese.ParseDecimal("46.66")
	if got, want := err.Error(), `grouping: "46.66"`; got != want {
		t.Errorf("Error() = %s, want %s", got, want)
	}
	if vietnamese.IsWarning(nil) || vietnamese.IsWarning(errors.New("ambiguous")) {
		t.Error("IsWarning is true for what is no ParseError")
	}
	if !vietnamese.IsWarning(fmt.Errorf("row 3: %w", &vietnamese.ParseError{Kind: vietnamese.KindAmbiguous})) {
		t.Error("IsWarning doesn't unwrap")
	}
}

func TestParseInteger(t *testing.T) {
	for text, want := range map[string]int64{
		"365.032": 365032, "1500000": 1500000, "-7": -7, "07": 7, "34": 34, "5,0": 5, "9007199254740991": 1<<53 - 1,
	} {
		if got, err := vietnamese.ParseInteger(text); got != want || err != nil {
			t.Errorf("ParseInteger(%q) = %d, %v, want %d", text, got, err, want)
		}
	}
	for text, want := range map[string]vietnamese.Kind{
		"": vietnamese.KindEmpty, "46,66": vietnamese.KindNotInteger, "365,032": vietnamese.KindAmbiguous,
		"3.21": vietnamese.KindGrouping, "9007199254740992": vietnamese.KindRange, "-9007199254740992": vietnamese.KindRange,
		"99999999999999999999": vietnamese.KindRange, "6/7": vietnamese.KindMalformed,
	} {
		if got, err := vietnamese.ParseInteger(text); got != 0 || kindOf(t, err) != want {
			t.Errorf("ParseInteger(%q) = %d, %v, want %s", text, got, err, want)
		}
	}
}

func TestFormatNumbers(t *testing.T) {
	for wire, want := range map[string]string{
		"46.66": "46,66", "365032": "365.032", "1500000": "1.500.000", "-14.31": "-14,31", "0": "0", "999": "999",
		"1000": "1.000", "-1000": "-1.000", "1234.567": "1.234,567", "46.60": "46,60",
		"": "", "abc": "abc", "46,66": "46,66", "1.": "1.", ".5": ".5",
	} {
		if got := vietnamese.FormatDecimal(wire); got != want {
			t.Errorf("FormatDecimal(%q) = %q, want %q", wire, got, want)
		}
	}
	for n, want := range map[int64]string{365032: "365.032", -1234: "-1.234", 0: "0", -1 << 63: "-9.223.372.036.854.775.808"} {
		if got := vietnamese.FormatInteger(n); got != want {
			t.Errorf("FormatInteger(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{7: "07", 1: "01", 9: "09", 10: "10", 25: "25", 0: "0", -3: "-3", 1200: "1.200"} {
		if got := vietnamese.Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestValidDecimal(t *testing.T) {
	for wire, want := range map[string]bool{
		"0": true, "46.66": true, "-46.66": true, "365032": true, "0.5": true,
		"": false, "-": false, "-0": false, "46.60": false, "046": false, ".5": false, "5.": false, "+5": false, "1e3": false,
		"46,66": false, "1.2.3": false, "1/2": false, "0x10": false, "1_000": false, " 1": false,
		strings.Repeat("1", vietnamese.MaxDigits): true, strings.Repeat("1", vietnamese.MaxDigits+1): false,
	} {
		if got := vietnamese.ValidDecimal(wire); got != want {
			t.Errorf("ValidDecimal(%q) = %v, want %v", wire, got, want)
		}
	}
}

// decimals draws decimals in wire form.
func decimals() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		wire, err := vietnamese.Sum(rapid.StringMatching(`-?[0-9]{1,12}(\.[0-9]{1,6})?`).Draw(t, "decimal"))
		if err != nil {
			t.Fatal(err)
		}
		return wire
	})
}

func TestDecimalsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wire := decimals().Draw(t, "wire")
		if !vietnamese.ValidDecimal(wire) {
			t.Fatalf("%q is no wire form", wire)
		}
		text := vietnamese.FormatDecimal(wire)
		if got, err := vietnamese.ParseDecimal(text); got != wire || err != nil && !vietnamese.IsWarning(err) {
			t.Fatalf("%q is written as %q and read as %q, %v", wire, text, got, err)
		}
	})
}

func TestIntegersRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-vietnamese.MaxInteger, vietnamese.MaxInteger).Draw(t, "n")
		text := vietnamese.FormatInteger(n)
		if got, err := vietnamese.ParseInteger(text); got != n || err != nil {
			t.Fatalf("%d is written as %q and read as %d, %v", n, text, got, err)
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	for _, seed := range []string{"365.032", "46,66", "365,032", "46.66", "1,234.5", "-0,0", "1.234.567,8"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		wire, err := vietnamese.ParseDecimal(text)
		var parse *vietnamese.ParseError
		if errors.As(err, &parse) && parse.Suggest != "" && !vietnamese.ValidDecimal(parse.Suggest) {
			t.Errorf("ParseDecimal(%q) suggests %q", text, parse.Suggest)
		}
		if err != nil && !vietnamese.IsWarning(err) {
			if wire != "" || parse == nil {
				t.Errorf("ParseDecimal(%q) = %q with %v", text, wire, err)
			}
			return
		}
		if !vietnamese.ValidDecimal(wire) {
			t.Fatalf("ParseDecimal(%q) = %q", text, wire)
		}
		again, err := vietnamese.ParseDecimal(vietnamese.FormatDecimal(wire))
		if again != wire || err != nil && !vietnamese.IsWarning(err) {
			t.Errorf("%q is read as %q and again as %q, %v", text, wire, again, err)
		}
	})
}

func FuzzParseInteger(f *testing.F) {
	f.Add("365.032")
	f.Add("9007199254740992")
	f.Fuzz(func(t *testing.T, text string) {
		n, err := vietnamese.ParseInteger(text)
		if err != nil {
			if n != 0 || kindOf(t, err) == "" {
				t.Errorf("ParseInteger(%q) = %d with %v", text, n, err)
			}
			return
		}
		if again, err := vietnamese.ParseInteger(vietnamese.FormatInteger(n)); again != n || err != nil {
			t.Errorf("%q is read as %d and again as %d, %v", text, n, again, err)
		}
	})
}
