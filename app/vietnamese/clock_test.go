package vietnamese_test

import (
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"

	"golang.org/x/text/unicode/norm"
)

func TestParseClock(t *testing.T) {
	tests := map[string]civil.Clock{
		"13:30":                           "13:30",
		" 13 : 30 ":                       "13:30",
		"13h30":                           "13:30",
		"13H30":                           "13:30",
		"13 h 30":                         "13:30",
		"1330":                            "13:30",
		"13.30":                           "13:30",
		"13 30":                           "13:30",
		"13 giờ 30":                       "13:30",
		"13 giờ 30 phút":                  "13:30",
		"13g30":                           "13:30",
		"7h":                              "07:00",
		"7":                               "07:00",
		"07":                              "07:00",
		"7h30'":                           "07:30",
		"7h30’":                           "07:30",
		"7h30p":                           "07:30",
		"730":                             "07:30",
		"0730":                            "07:30",
		"7:30":                            "07:30",
		"13h5":                            "13:05",
		"14 giờ 00":                       "14:00",
		"7 giờ rưỡi":                      "07:30",
		"13:30:00":                        "13:30",
		"0":                               "00:00",
		"23:59":                           "23:59",
		"2h chiều":                        "14:00",
		"2 giờ 15 chiều":                  "14:15",
		"14h chiều":                       "14:00",
		"7 giờ sáng":                      "07:00",
		"7h30 tối":                        "19:30",
		"12h trưa":                        "12:00",
		"1h trưa":                         "13:00",
		norm.NFD.String("13 giờ 30 phút"): "13:30",
	}
	for text, want := range tests {
		got, err := vietnamese.ParseClock(text)
		if got != want || err != nil {
			t.Errorf("ParseClock(%q) = %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestParseClockRefuses(t *testing.T) {
	tests := map[string]vietnamese.Kind{
		"":              vietnamese.KindEmpty,
		"  ":            vietnamese.KindEmpty,
		"24:00":         vietnamese.KindNoSuchTime,
		"25h":           vietnamese.KindNoSuchTime,
		"13:60":         vietnamese.KindNoSuchTime,
		"1375":          vietnamese.KindNoSuchTime,
		"45":            vietnamese.KindNoSuchTime,
		"15h sáng":      vietnamese.KindNoSuchTime,
		"12h tối":       vietnamese.KindNoSuchTime,
		"13:5":          vietnamese.KindMalformed,
		"13:":           vietnamese.KindMalformed,
		"13h300":        vietnamese.KindMalformed,
		"013:30":        vietnamese.KindMalformed,
		"13330":         vietnamese.KindMalformed,
		"13:3:00":       vietnamese.KindMalformed,
		"13:30:15":      vietnamese.KindMalformed,
		"-7h":           vietnamese.KindMalformed,
		"sáng":          vietnamese.KindMalformed,
		"h30":           vietnamese.KindMalformed,
		"13h30 - 13h45": vietnamese.KindMalformed,
		"1:30 pm":       vietnamese.KindMalformed,
		"10/06/2024":    vietnamese.KindMalformed,
		"13;30":         vietnamese.KindMalformed,
		"9999999h":      vietnamese.KindMalformed,
	}
	for text, want := range tests {
		got, err := vietnamese.ParseClock(text)
		if got != "" || kindOf(t, err) != want {
			t.Errorf("ParseClock(%q) = %q, %v, want %s", text, got, err, want)
		}
	}
}

func TestFormatClocks(t *testing.T) {
	tests := []struct {
		clock           civil.Clock
		ui, paper, long string
	}{
		{"13:30", "13:30", "13h30", "13 giờ 30 phút"},
		{"14:00", "14:00", "14h00", "14 giờ 00"},
		{"08:05", "08:05", "8h05", "8 giờ 05 phút"},
		{"00:00", "00:00", "0h00", "0 giờ 00"},
		{"11:29", "11:29", "11h29", "11 giờ 29 phút"},
		{"11:30", "11:30", "11h30", "11 giờ 30 phút"},
		{"12:59", "12:59", "12h59", "12 giờ 59 phút"},
		{"17:59", "17:59", "17h59", "17 giờ 59 phút"},
		{"18:00", "18:00", "18h00", "18 giờ 00"},
		{clock: ""},
		{clock: "25:00"},
	}
	for _, test := range tests {
		for _, form := range []struct{ name, got, want string }{
			{"FormatClock", vietnamese.FormatClock(test.clock), test.ui},
			{"PaperClock", vietnamese.PaperClock(test.clock), test.paper},
			{"LongClock", vietnamese.LongClock(test.clock), test.long},
		} {
			if form.got != form.want {
				t.Errorf("%s(%q) = %q, want %q", form.name, test.clock, form.got, form.want)
			}
		}
	}
}

func TestPaperRange(t *testing.T) {
	tests := []struct {
		start, end civil.Clock
		want       string
	}{
		{"13:30", "13:45", "13h30 - 13h45"},
		{"17:15", "", "17h15"},
		{"17:15", "17:15", "17h15"},
		{"", "17:15", "17h15"},
		{"", "", ""},
	}
	for _, test := range tests {
		if got := vietnamese.PaperRange(test.start, test.end); got != test.want {
			t.Errorf("PaperRange(%q, %q) = %q, want %q", test.start, test.end, got, test.want)
		}
	}
}

func TestParseClockReadsEveryForm(t *testing.T) {
	for minute := range civil.MinutesPerDay {
		clock := civil.ClockAt(minute)
		for _, form := range []string{
			vietnamese.FormatClock(clock),
			vietnamese.PaperClock(clock),
			vietnamese.PaperClock(clock) + "'",
			vietnamese.LongClock(clock),
			string(clock[:2] + clock[3:]),
		} {
			if got, err := vietnamese.ParseClock(form); got != clock || err != nil {
				t.Fatalf("ParseClock(%q) = %q, %v, want %q", form, got, err, clock)
			}
		}
	}
}

func FuzzParseClock(f *testing.F) {
	for _, seed := range []string{"13:30", "13h30'", "730", "13 giờ 30 phút", "2h chiều", "7 giờ rưỡi", "13:30:00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clock, err := vietnamese.ParseClock(text)
		switch {
		case err != nil && (clock != "" || kindOf(t, err) == ""):
			t.Errorf("ParseClock(%q) = %q with %v", text, clock, err)
		case err == nil && !clock.Valid():
			t.Errorf("ParseClock(%q) = %q", text, clock)
		}
	})
}

func TestParseLength(t *testing.T) {
	tests := map[string]int{
		"60": 60, "60'": 60, "45 phút": 45, "45p": 45, "1h": 60, "1h30": 90, "1h30'": 90, "1:30": 90, "1 giờ": 60,
		"1 giờ 30 phút": 90, "1 giờ rưỡi": 90, "1,5 giờ": 90, "0,25h": 15, "2,75h": 165, "0": 0, "1440": 1440, "24h": 1440,
	}
	for text, want := range tests {
		got, err := vietnamese.ParseLength(text)
		if got != want || err != nil {
			t.Errorf("ParseLength(%q) = %d, %v, want %d", text, got, err, want)
		}
	}
}

func TestParseLengthRefuses(t *testing.T) {
	tests := map[string]vietnamese.Kind{
		"": vietnamese.KindEmpty, "1441": vietnamese.KindRange, "24h1": vietnamese.KindRange,
		"99999999999999999999": vietnamese.KindRange, "99999999h": vietnamese.KindRange,
		"1h75": vietnamese.KindNoSuchTime, "1:75": vietnamese.KindNoSuchTime,
		"1:5": vietnamese.KindMalformed, "-5": vietnamese.KindMalformed, "1.5h": vietnamese.KindMalformed,
		"1,33h": vietnamese.KindMalformed, "1,125h": vietnamese.KindMalformed, "một giờ": vietnamese.KindMalformed,
		"2 ngày": vietnamese.KindMalformed, "1h sáng": vietnamese.KindMalformed, "60 x": vietnamese.KindMalformed,
	}
	for text, want := range tests {
		got, err := vietnamese.ParseLength(text)
		if got != 0 || kindOf(t, err) != want {
			t.Errorf("ParseLength(%q) = %d, %v, want %s", text, got, err, want)
		}
	}
}

func TestFormatLength(t *testing.T) {
	for minutes, want := range map[int]string{
		0: "0 phút", 45: "45 phút", 60: "1 giờ", 90: "1 giờ 30 phút", 605: "10 giờ 5 phút", -5: "",
	} {
		if got := vietnamese.FormatLength(minutes); got != want {
			t.Errorf("FormatLength(%d) = %q, want %q", minutes, got, want)
		}
	}
	for minutes := range civil.MinutesPerDay + 1 {
		text := vietnamese.FormatLength(minutes)
		if got, err := vietnamese.ParseLength(text); got != minutes || err != nil {
			t.Fatalf("ParseLength(%q) = %d, %v, want %d", text, got, err, minutes)
		}
	}
}

func FuzzParseLength(f *testing.F) {
	for _, seed := range []string{"60", "1h30", "45 phút", "1,5 giờ", "1 giờ rưỡi", "1:30"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		minutes, err := vietnamese.ParseLength(text)
		switch {
		case err != nil && (minutes != 0 || kindOf(t, err) == ""):
			t.Errorf("ParseLength(%q) = %d with %v", text, minutes, err)
		case err == nil && (minutes < 0 || minutes > civil.MinutesPerDay):
			t.Errorf("ParseLength(%q) = %d", text, minutes)
		}
	})
}
