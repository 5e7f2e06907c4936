package vietnamese_test

import (
	"strings"
	"testing"

	"nhipcau/app/vietnamese"

	"pgregory.net/rapid"
)

// TestFiguresOfTheArticle recalculates what the article prints (domain notes
// §5.4); the capital is in million đồng.
func TestFiguresOfTheArticle(t *testing.T) {
	tests := []struct {
		what string
		got  func() (string, error)
		want string
	}{
		{"plan capital", func() (string, error) { return vietnamese.Sum("274919", "90113") }, "365032"},
		{"disbursed", func() (string, error) { return vietnamese.Percent("170316", "365032", 2) }, "46.66"},
		{"share of investment", func() (string, error) { return vietnamese.Percent("274919", "365032", 2) }, "75.31"},
		{"share of recurrent", func() (string, error) { return vietnamese.Percent("90113", "365032", 2) }, "24.69"},
		{"left", func() (string, error) { return vietnamese.Sum("365032", "-170316") }, "194716"},
		{"change 2022", func() (string, error) { return vietnamese.Sum("25.68", "-39.99") }, "-14.31"},
		{"change 2023", func() (string, error) { return vietnamese.Sum("13.44", "-25.68") }, "-12.24"},
		{"change in all", func() (string, error) { return vietnamese.Sum("-14.31", "-12.24") }, "-26.55"},
	}
	for _, test := range tests {
		if got, err := test.got(); got != test.want || err != nil {
			t.Errorf("%s = %q, %v, want %q", test.what, got, err, test.want)
		}
	}
	if ok, err := vietnamese.Within("46.66", "46.6578", "0.01"); !ok || err != nil {
		t.Errorf("the printed rate does not agree with its parts: %v, %v", ok, err)
	}
}

// Percent rounds halves away from zero; of a hundred it leaves the value as it is.
func TestPercentRounds(t *testing.T) {
	tests := []struct {
		value  string
		places int
		want   string
	}{
		{"46.665", 2, "46.67"},
		{"46.664999", 2, "46.66"},
		{"0.5", 0, "1"},
		{"1.5", 0, "2"},
		{"2.5", 0, "3"},
		{"-2.5", 0, "-3"},
		{"-0.004", 2, "0"},
		{"7", 2, "7"},
		{"1.005", 2, "1.01"},
		{"1.5", -1, "2"},
		{"46.60", 3, "46.6"},
	}
	for _, test := range tests {
		if got, err := vietnamese.Percent(test.value, "100", test.places); got != test.want || err != nil {
			t.Errorf("Percent(%q, 100, %d) = %q, %v, want %q", test.value, test.places, got, err, test.want)
		}
	}
}

func TestSumIsExact(t *testing.T) {
	if got, err := vietnamese.Sum("0.1", "0.2"); got != "0.3" || err != nil {
		t.Errorf("0.1 + 0.2 = %q, %v", got, err)
	}
	if got, err := vietnamese.Sum(); got != "0" || err != nil {
		t.Errorf("the sum of nothing = %q, %v", got, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := decimals().Draw(t, "a"), decimals().Draw(t, "b")
		sum, err := vietnamese.Sum(a, b)
		if err != nil || !vietnamese.ValidDecimal(sum) {
			t.Fatalf("Sum = %q, %v", sum, err)
		}
		if back, err := vietnamese.Sum(sum, negative(b)); back != a || err != nil {
			t.Fatalf("%s + %s - %s = %q, %v", a, b, b, back, err)
		}
	})
}

// negative returns a decimal in wire form with the other sign.
func negative(wire string) string {
	if rest, minus := strings.CutPrefix(wire, "-"); minus || wire == "0" {
		return rest
	}
	return "-" + wire
}

func TestPercentOfParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := decimals().Draw(t, "total")
		got, err := vietnamese.Percent(total, total, 2)
		if total == "0" {
			if kindOf(t, err) != vietnamese.KindZeroDivisor {
				t.Fatalf("0/0 = %q, %v", got, err)
			}
			return
		}
		if got != "100" || err != nil {
			t.Fatalf("Percent(%s, itself) = %q, %v", total, got, err)
		}
	})
}

func TestWithin(t *testing.T) {
	tests := []struct {
		a, b, tolerance string
		want            bool
	}{
		{"46.66", "46.65", "0.01", true},
		{"46.65", "46.66", "0.01", true},
		{"46.66", "46.649", "0.01", false},
		{"1", "1", "0", true},
		{"1", "1", "-1", false},
		{"365032", "365032.5", "1", true},
	}
	for _, test := range tests {
		if got, err := vietnamese.Within(test.a, test.b, test.tolerance); got != test.want || err != nil {
			t.Errorf("Within(%s, %s, %s) = %v, %v", test.a, test.b, test.tolerance, got, err)
		}
	}
}

func TestCalculationsRefuseWhatIsNoDecimal(t *testing.T) {
	for _, bad := range []string{"", "46,66", "1e9", "1/3", "0x1F", "NaN"} {
		for name, calculate := range map[string]func() error{
			"Sum":      func() error { _, err := vietnamese.Sum("1", bad); return err },
			"Percent":  func() error { _, err := vietnamese.Percent("1", bad, 2); return err },
			"Within":   func() error { _, err := vietnamese.Within("1", "1", bad); return err },
			"Within a": func() error { _, err := vietnamese.Within(bad, "1", "1"); return err },
		} {
			if err := calculate(); kindOf(t, err) != vietnamese.KindMalformed {
				t.Errorf("%s of %q: %v", name, bad, err)
			}
		}
	}
}
