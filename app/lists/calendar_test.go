package lists

import (
	"bytes"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the table that ours is compared with, wherever the tests run

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

func slot(day civil.Date, start civil.Clock, length int) plan.Slot {
	return plan.Slot{Day: day, Start: start, Length: length, Zone: plan.DefaultZone}
}

// parsed writes a calendar and reads it again with the library.
func parsed(t rapid.TB, c Calendar) (*ics.Calendar, string) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteICS(&b, c, stamp()); err != nil {
		t.Fatal(err)
	}
	cal, err := ics.ParseCalendar(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	return cal, b.String()
}

func TestCalendarTimes(t *testing.T) {
	vn := time.FixedZone("+07", 7*3600)
	for name, test := range map[string]struct {
		when       plan.Slot
		start, end time.Time
	}{
		"an afternoon":      {slot("2024-06-10", "13:30", 15), time.Date(2024, 6, 10, 13, 30, 0, 0, vn), time.Date(2024, 6, 10, 13, 45, 0, 0, vn)},
		"past midnight":     {slot("2024-12-31", "23:30", 90), time.Date(2024, 12, 31, 23, 30, 0, 0, vn), time.Date(2025, 1, 1, 1, 0, 0, 0, vn)},
		"until midnight":    {slot("2024-02-29", "23:00", 60), time.Date(2024, 2, 29, 23, 0, 0, 0, vn), time.Date(2024, 3, 1, 0, 0, 0, 0, vn)},
		"without a zone":    {plan.Slot{Day: "2024-06-10", Start: "07:00", Length: 30}, time.Date(2024, 6, 10, 7, 0, 0, 0, vn), time.Date(2024, 6, 10, 7, 30, 0, 0, vn)},
		"a zone of no kind": {plan.Slot{Day: "2024-06-10", Start: "07:00", Length: 30, Zone: "Nowhere/Else"}, time.Date(2024, 6, 10, 7, 0, 0, 0, vn), time.Date(2024, 6, 10, 7, 30, 0, 0, vn)},
		"abroad": {
			plan.Slot{Day: "2024-07-10", Start: "07:00", Length: 30, Zone: "Europe/Paris"},
			time.Date(2024, 7, 10, 5, 0, 0, 0, time.UTC), time.Date(2024, 7, 10, 5, 30, 0, 0, time.UTC),
		},
	} {
		t.Run(name, func(t *testing.T) {
			cal, _ := parsed(t, Calendar{Name: "x", Events: []Event{{UID: "u", When: test.when, Summary: "Đón tiếp"}}})
			e := cal.Events()[0]
			start, err := e.GetStartAt()
			if err != nil || !start.Equal(test.start) {
				t.Errorf("starts %v (%v), want %v", start, err, test.start)
			}
			end, err := e.GetEndAt()
			if err != nil || !end.Equal(test.end) {
				t.Errorf("ends %v (%v), want %v", end, err, test.end)
			}
		})
	}
}

func TestItemWithoutATimeTakesTheDay(t *testing.T) {
	_, text := parsed(t, Calendar{Events: []Event{{UID: "u", When: plan.Slot{Day: "2024-06-30"}, Summary: "Dự phòng"}}})
	for _, want := range []string{"DTSTART;VALUE=DATE:20240630\r\n", "DTEND;VALUE=DATE:20240701\r\n", "TRANSP:TRANSPARENT\r\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestItemWithoutALengthHasNoEnd(t *testing.T) {
	_, text := parsed(t, Calendar{Events: []Event{{UID: "u", When: slot("2024-06-10", "17:15", 0), Summary: "Tiễn đoàn"}}})
	if strings.Contains(text, "DTEND") || !strings.Contains(text, "DTSTART;TZID=Asia/Ho_Chi_Minh:20240610T171500") {
		t.Errorf("got\n%s", text)
	}
}

// What the file says of the zone is what the tz database says, hour by hour
// around each change.
func TestZoneOfVietnamIsThatOfTheDatabase(t *testing.T) {
	loc, err := time.LoadLocation(plan.DefaultZone)
	if err != nil {
		t.Fatal(err)
	}
	table := vietnam()
	for i, o := range table[1:] { // the first is where the table begins
		local, err := time.Parse(localForm, o.begins)
		if err != nil {
			t.Fatal(err)
		}
		at := local.Add(-time.Duration(o.from) * time.Second)
		_, before := at.Add(-time.Second).In(loc).Zone()
		name, after := at.In(loc).Zone()
		if before != o.from || after != o.to || name != o.name {
			t.Errorf("%s: from %d to %d %s, the database has %d, %d, %s", o.begins, o.from, o.to, o.name, before, after, name)
		}
		if table[i].to != o.from {
			t.Errorf("%s does not begin where the one before ended", o.begins)
		}
	}
	begins, _ := time.Date(2024, 6, 10, 0, 0, 0, 0, loc).ZoneBounds()
	if want := begins.UTC().Add(8 * time.Hour).Format(localForm); table[len(table)-1].begins != want {
		t.Errorf("the last change is %s, the database has %s", table[len(table)-1].begins, want)
	}
}

func TestZoneAbroadHasItsSummerTime(t *testing.T) {
	when := plan.Slot{Day: "2024-03-30", Start: "10:00", Length: 60, Zone: "Europe/Paris"}
	later := when
	later.Day = "2024-04-01"
	_, text := parsed(t, Calendar{Events: []Event{{UID: "a", When: when}, {UID: "b", When: later}}})
	for _, want := range []string{
		"TZID:Europe/Paris\r\n", "BEGIN:DAYLIGHT\r\nDTSTART:20240331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n",
		"BEGIN:STANDARD\r\nDTSTART:20231029T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n", "TZID:Asia/Ho_Chi_Minh\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestRevisionGrowsWithChanges(t *testing.T) {
	at := time.Date(2024, 6, 10, 8, 0, 0, 0, time.UTC)
	if a, b := revision(at), revision(at.Add(time.Minute)); b != a+1 {
		t.Errorf("%d and then %d", a, b)
	}
	if got := revision(time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)); got != 0 {
		t.Errorf("a clock that goes wrong gives %d", got)
	}
}

// Any text comes back, in lines of at most 75 octets that end in CRLF, and any
// time is the one that was written.
func TestCalendarComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := Event{UID: "u", Summary: Clean(texts().Draw(t, "summary")), Detail: Clean(texts().Draw(t, "detail")), Place: Clean(texts().Draw(t, "place"))}
		start := rapid.IntRange(0, civil.MinutesPerDay-1).Draw(t, "start")
		length := rapid.IntRange(1, 1440).Draw(t, "length")
		day := civil.Date("2024-01-01").AddDays(rapid.IntRange(0, 800).Draw(t, "day"))
		e.When = slot(day, civil.ClockAt(start), length)
		cal, text := parsed(t, Calendar{Name: e.Summary, Events: []Event{e}})
		for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
				t.Errorf("line %q", line)
			}
		}
		v := cal.Events()[0]
		want := day.Time().Add(time.Duration(start)*time.Minute - 7*time.Hour)
		if got, err := v.GetStartAt(); err != nil || !got.Equal(want) {
			t.Errorf("starts %v (%v), want %v", got, err, want)
		}
		if got, err := v.GetEndAt(); err != nil || !got.Equal(want.Add(time.Duration(length)*time.Minute)) {
			t.Errorf("ends %v (%v), after %d minutes", got, err, length)
		}
		if diff := cmp.Diff(e.Summary, value(v, ics.ComponentPropertySummary)); diff != "" {
			t.Errorf("summary (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(e.Detail, value(v, ics.ComponentPropertyDescription)); diff != "" {
			t.Errorf("detail (-want +got):\n%s", diff)
		}
	})
}

func value(v *ics.VEvent, p ics.ComponentProperty) string {
	if got := v.GetProperty(p); got != nil {
		return got.Value
	}
	return ""
}

func TestOffset(t *testing.T) {
	for seconds, want := range map[int]string{7 * 3600: "+0700", -5*3600 - 1800: "-0530", 25590: "+070630", 0: "+0000"} {
		if got := offset(seconds); got != want {
			t.Errorf("%d is %s, want %s", seconds, got, want)
		}
	}
}
