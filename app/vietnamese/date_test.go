package vietnamese_test

import (
	"errors"
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

const today civil.Date = "2026-11-23"

func TestParseDate(t *testing.T) {
	tests := map[string]civil.Date{
		"10/06/2024":                         "2024-06-10",
		"10/6/2024":                          "2024-06-10",
		" 10 / 6 / 2024 ":                    "2024-06-10",
		"10-6-2024":                          "2024-06-10",
		"10–6–2024":                          "2024-06-10",
		"10.6.2024":                          "2024-06-10",
		"10.6.24":                            "2024-06-10",
		"10 6 2024":                          "2024-06-10",
		"100624":                             "2024-06-10",
		"10062024":                           "2024-06-10",
		"20240610":                           "2024-06-10",
		"2024-06-10":                         "2024-06-10",
		"2024/6/10":                          "2024-06-10",
		"ngày 10 tháng 6 năm 2024":           "2024-06-10",
		"NGÀY 05 THÁNG 6 NĂM 2024":           "2024-06-05",
		"10 tháng 6, 2024":                   "2024-06-10",
		"ngày 10/6/2024":                     "2024-06-10",
		"ngày 10/6 năm 2024":                 "2024-06-10",
		"thứ Hai, ngày 10/6/2024":            "2024-06-10",
		"Thứ 2, ngày 10 tháng 6 năm 2024":    "2024-06-10",
		"T2 10/6/2024":                       "2024-06-10",
		"Ngày 10/6/2024 (thứ Hai)":           "2024-06-10",
		"chủ nhật 9/6/2024":                  "2024-06-09",
		"CN, 9/6/2024":                       "2024-06-09",
		"thứ Năm 13/6/2024":                  "2024-06-13",
		"5/3":                                "2026-03-05",
		"02/8":                               "2026-08-02",
		"ngày 5 tháng 3":                     "2026-03-05",
		"29/2/2024":                          "2024-02-29",
		"1/1/75":                             "2075-01-01",
		"1/1/76":                             "1976-01-01",
		"hôm nay":                            today,
		"ngày mai":                           "2026-11-24",
		"Hôm qua":                            "2026-11-22",
		norm.NFD.String("ngày mai"):          "2026-11-24",
		norm.NFD.String("10 tháng 6 năm 24"): "2024-06-10",
	}
	for text, want := range tests {
		got, err := vietnamese.ParseDate(text, today)
		if got != want || err != nil {
			t.Errorf("ParseDate(%q) = %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	tests := map[string]vietnamese.Kind{
		"":                        vietnamese.KindEmpty,
		" \u200b\n":               vietnamese.KindEmpty,
		"6/13/2024":               vietnamese.KindMonthFirst,
		"06-30-2024":              vietnamese.KindMonthFirst,
		"6/13":                    vietnamese.KindMonthFirst,
		"063024":                  vietnamese.KindMonthFirst,
		"2024-13-06":              vietnamese.KindMonthFirst,
		"31/4/2024":               vietnamese.KindNoSuchDay,
		"29/2/2023":               vietnamese.KindNoSuchDay,
		"29/2":                    vietnamese.KindNoSuchDay,
		"0/6/2024":                vietnamese.KindNoSuchDay,
		"10/0/2024":               vietnamese.KindNoSuchDay,
		"32/13/2024":              vietnamese.KindNoSuchDay,
		"1/1/0000":                vietnamese.KindNoSuchDay,
		"10":                      vietnamese.KindIncomplete,
		"ngày 10":                 vietnamese.KindIncomplete,
		"2024":                    vietnamese.KindIncomplete,
		"6/2024":                  vietnamese.KindIncomplete,
		"tháng 6/2024":            vietnamese.KindIncomplete,
		"tháng 6 năm 2024":        vietnamese.KindIncomplete,
		"thứ Ba, ngày 10/6/2024":  vietnamese.KindWeekday,
		"CN 10/6/2024":            vietnamese.KindWeekday,
		"10/6/2024 (thứ Sáu)":     vietnamese.KindWeekday,
		"10/6/202":                vietnamese.KindMalformed,
		"10/6/20244":              vietnamese.KindMalformed,
		"100/6/2024":              vietnamese.KindMalformed,
		"10/6/2024 13:30":         vietnamese.KindMalformed,
		"10//6/2024":              vietnamese.KindMalformed,
		"-10/6/2024":              vietnamese.KindMalformed,
		"10/6/2024.":              vietnamese.KindMalformed,
		"10,6,2024":               vietnamese.KindMalformed,
		"T26/10":                  vietnamese.KindMalformed,
		"T8, 10/6/2024":           vietnamese.KindMalformed,
		"10/6/2024 (hôm ấy)":      vietnamese.KindMalformed,
		"June 10, 2024":           vietnamese.KindMalformed,
		"10 tháng Sáu năm 2024":   vietnamese.KindMalformed,
		"thứ Hai":                 vietnamese.KindMalformed,
		"99999999":                vietnamese.KindMalformed,
		"1234567890123456789012/": vietnamese.KindMalformed,
	}
	for text, want := range tests {
		got, err := vietnamese.ParseDate(text, today)
		if got != "" || kindOf(t, err) != want {
			t.Errorf("ParseDate(%q) = %q, %v, want %s", text, got, err, want)
		}
	}
}

func TestADayThatIsNoneSaysHowLongItsMonthIs(t *testing.T) {
	for text, want := range map[string]civil.Date{
		"31/4/2024": "2024-04-30", "29/2/2023": "2023-02-28", "30/2/24": "2024-02-29", "0/6/2024": "2024-06-30",
		"32/12/2024": "2024-12-31", "10/0/2024": "", "32/13/2024": "", "6/13/2024": "", "40/12/9999": "",
	} {
		_, err := vietnamese.ParseDate(text, today)
		var parse *vietnamese.ParseError
		if !errors.As(err, &parse) || parse.LastDay != want {
			t.Errorf("ParseDate(%q): %v, last day %q, want %q", text, err, parse.LastDay, want)
		}
	}
}

func TestParseDateWithoutToday(t *testing.T) {
	for text, want := range map[string]civil.Date{"10/6/24": "2024-06-10", "10/06/1954": "1954-06-10", "5/3": "", "mai": ""} {
		got, err := vietnamese.ParseDate(text, "")
		if got != want || (err == nil) != (want != "") {
			t.Errorf("ParseDate(%q) without today = %q, %v, want %q", text, got, err, want)
		}
	}
}

// kindOf returns the kind of a *ParseError and fails the test for any other.
func kindOf(t fataler, err error) vietnamese.Kind {
	var parse *vietnamese.ParseError
	if !errors.As(err, &parse) {
		t.Fatalf("error is %v (%T), not a *ParseError", err, err)
	}
	return parse.Kind
}

func TestFormatDates(t *testing.T) {
	tests := []struct {
		date                                     civil.Date
		ui, running, dayMonth, document, weekday string
	}{
		{
			"2024-06-10", "10/06/2024", "10/6/2024", "10/6", "ngày 10 tháng 6 năm 2024",
			"thứ Hai",
		},
		{
			"2024-06-05", "05/06/2024", "05/6/2024", "05/6", "ngày 05 tháng 6 năm 2024",
			"thứ Tư",
		},
		{
			"2024-08-02", "02/08/2024", "02/8/2024", "02/8", "ngày 02 tháng 8 năm 2024",
			"thứ Sáu",
		},
		{
			"2026-01-18", "18/01/2026", "18/01/2026", "18/01", "ngày 18 tháng 01 năm 2026",
			"Chủ nhật",
		},
		{
			"2026-02-03", "03/02/2026", "03/02/2026", "03/02", "ngày 03 tháng 02 năm 2026",
			"thứ Ba",
		},
		{
			"2026-03-12", "12/03/2026", "12/3/2026", "12/3", "ngày 12 tháng 3 năm 2026",
			"thứ Năm",
		},
		{
			"2026-11-28", "28/11/2026", "28/11/2026", "28/11", "ngày 28 tháng 11 năm 2026",
			"thứ Bảy",
		},
		{date: ""},
		{date: "2024-02-30"},
	}
	for _, test := range tests {
		for _, form := range []struct{ name, got, want string }{
			{"FormatDate", vietnamese.FormatDate(test.date), test.ui},
			{"RunningDate", vietnamese.RunningDate(test.date), test.running},
			{"RunningDayMonth", vietnamese.RunningDayMonth(test.date), test.dayMonth},
			{"DocumentDate", vietnamese.DocumentDate(test.date), test.document},
			{"Weekday", vietnamese.Weekday(test.date), test.weekday},
		} {
			if form.got != form.want {
				t.Errorf("%s(%q) = %q, want %q", form.name, test.date, form.got, form.want)
			}
		}
	}
}

func TestRanges(t *testing.T) {
	tests := []struct {
		from, to    civil.Date
		ui, running string
	}{
		{"2024-06-10", "2024-06-11", "10/06 – 11/06/2024", "từ ngày 10/6 đến ngày 11/6/2024"},
		{"2024-06-11", "2024-06-10", "10/06 – 11/06/2024", "từ ngày 10/6 đến ngày 11/6/2024"},
		{"2024-08-02", "2024-08-03", "02/08 – 03/08/2024", "từ ngày 02/8 đến ngày 03/8/2024"},
		{"2024-06-10", "2024-06-10", "10/06/2024", "ngày 10/6/2024"},
		{"2024-12-30", "2025-01-02", "30/12/2024 – 02/01/2025", "từ ngày 30/12/2024 đến ngày 02/01/2025"},
		{"2024-06-10", "", "10/06/2024", "ngày 10/6/2024"},
		{"", "2024-06-10", "10/06/2024", "ngày 10/6/2024"},
		{"", "", "", ""},
		{"soon", "2024-06-31", "", ""},
	}
	for _, test := range tests {
		if got := vietnamese.DateRange(test.from, test.to); got != test.ui {
			t.Errorf("DateRange(%q, %q) = %q, want %q", test.from, test.to, got, test.ui)
		}
		if got := vietnamese.RunningRange(test.from, test.to); got != test.running {
			t.Errorf("RunningRange(%q, %q) = %q, want %q", test.from, test.to, got, test.running)
		}
	}
}

// TestParseDateReadsEveryForm holds for all dates, not only for those that the
// rules are likely to have been written for.
func TestParseDateReadsEveryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		date := civil.Date("0001-01-01").AddDays(rapid.IntRange(0, 3_652_058).Draw(t, "days"))
		for _, form := range []string{
			vietnamese.FormatDate(date),
			vietnamese.RunningDate(date),
			vietnamese.DocumentDate(date),
			vietnamese.Weekday(date) + ", " + vietnamese.DocumentDate(date),
			"Ngày " + vietnamese.RunningDate(date) + " (" + vietnamese.Weekday(date) + ")",
			norm.NFD.String(vietnamese.DocumentDate(date)),
			string(date),
		} {
			if got, err := vietnamese.ParseDate(form, today); got != date || err != nil {
				t.Fatalf("ParseDate(%q) = %q, %v, want %q", form, got, err, date)
			}
		}
		if got, err := vietnamese.ParseDate(vietnamese.RunningDayMonth(date), date); got != date || err != nil {
			t.Fatalf("ParseDate(%q) = %q, %v", vietnamese.RunningDayMonth(date), got, err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{
		"10/06/2024", "5/3", "6/13/2024", "100624", "20240610", "thứ Hai, ngày 10 tháng 6 năm 2024", "T2 10.6.24", "10/6 (CN)",
	} {
		f.Add(seed, string(today))
	}
	f.Add("5/3", "")
	f.Fuzz(func(t *testing.T, text, now string) {
		date, err := vietnamese.ParseDate(text, civil.Date(now))
		if err != nil {
			if date != "" || kindOf(t, err) == "" {
				t.Errorf("ParseDate(%q) = %q with %v", text, date, err)
			}
			return
		}
		if !date.Valid() {
			t.Fatalf("ParseDate(%q) = %q", text, date)
		}
		if again, err := vietnamese.ParseDate(vietnamese.FormatDate(date), ""); again != date || err != nil {
			t.Errorf("%q is read as %q and again as %q, %v", text, date, again, err)
		}
	})
}

func TestLacksYear(t *testing.T) {
	for text, want := range map[string]bool{
		"30/6": true, "30-6": true, "ngày 30 tháng 6": true, "chủ nhật, 30/6": true, "30 6": true,
		"30/6/2024": false, "30/6/24": false, "6/2024": false, "300624": false, "tháng 6 năm 2024": false,
		"hôm nay": false, "": false, "sớm": false,
	} {
		if got := vietnamese.LacksYear(text); got != want {
			t.Errorf("LacksYear(%q) = %v", text, got)
		}
	}
}
