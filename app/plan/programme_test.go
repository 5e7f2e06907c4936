package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

const day1, day2 = civil.Date("2024-06-10"), civil.Date("2024-06-11")

// programme reads a programme from a line per item: "id start length", with
// "!" behind the id of a fixed item, "~" behind the one of an internal item,
// and "day2" at the end for the second day. A start of "-" is none.
func programme(t testing.TB, text string) []*plan.AgendaItem {
	t.Helper()
	var out []*plan.AgendaItem
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		var id, start, day string
		var length int
		if n, _ := fmt.Sscan(line, &id, &start, &length, &day); n < 3 {
			t.Fatalf("cannot read %q", line)
		}
		item := &plan.AgendaItem{Title: strings.TrimRight(id, "!~")}
		item.ID, item.Fixed, item.Internal = item.Title, strings.Contains(id, "!"), strings.Contains(id, "~")
		item.When = plan.Slot{Day: day1, Start: civil.Clock(start), Length: length}
		if day == "day2" {
			item.When.Day = day2
		}
		if start == "-" {
			item.When = plan.Slot{Length: length}
		}
		out = append(out, item)
	}
	return out
}

// lines is the reverse of programme.
func lines(items []*plan.AgendaItem) string {
	var b strings.Builder
	for _, item := range items {
		name, start, day := item.Title, string(item.When.Start), ""
		if item.Fixed {
			name += "!"
		}
		if item.Internal {
			name += "~"
		}
		if item.When.Day == day2 {
			day = " day2"
		}
		if start == "" {
			start = "-"
		}
		fmt.Fprintf(&b, "%s %s %d%s\n", name, start, item.When.Length, day)
	}
	return b.String()
}

func expect(t *testing.T, got []*plan.AgendaItem, want string) {
	t.Helper()
	want = lines(programme(t, want))
	if diff := cmp.Diff(want, lines(got)); diff != "" {
		t.Errorf("programme (-want +got):\n%s", diff)
	}
	sorted := append([]*plan.AgendaItem(nil), got...)
	plan.SortAgenda(sorted)
	if diff := cmp.Diff(lines(got), lines(sorted)); diff != "" {
		t.Errorf("the result is not in the order of the programme:\n%s", diff)
	}
}

const morning = `
a 08:00 60
b 09:00 30
c 09:30 60
lunch! 11:30 90
d 13:00 60
e 14:00 30`

func TestAppendAfter(t *testing.T) {
	for _, c := range []struct {
		name, items, after string
		shift              bool
		want               string
	}{
		{"to the end", "a 08:00 60", "", true, "a 08:00 60\nnew 09:00 30"},
		{"to an empty programme", "x - 0", "", true, "x - 0\nnew - 30"},
		{
			"between, with shift", morning, "a", true,
			"a 08:00 60\nnew 09:00 30\nb 09:30 30\nc 10:00 60\nlunch! 11:30 90\nd 13:00 60\ne 14:00 30",
		},
		{
			"between, without shift", "a 08:00 60\nb 09:00 30", "a", false,
			"a 08:00 60\nb 09:00 30\nnew 09:00 30",
		},
		{"in front of a wall there is less room", "a 08:00 60\nw! 09:20 60", "a", true, "a 08:00 60\nnew 09:00 20\nw! 09:20 60"},
		{"behind a wall that is in the way", "a 08:00 60\nw! 09:00 60\nb 10:00 30", "a", true, "a 08:00 60\nw! 09:00 60\nnew 10:00 30\nb 10:30 30"},
		{"over midnight", "a 23:00 60", "a", true, "a 23:00 60\nnew 00:00 30 day2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, item := plan.AppendAfter(programme(t, c.items), c.after, "new", c.shift)
			if c.name == "between, without shift" {
				// Two items begin at once; the new one comes behind the one
				// it was put after, and before what was there.
				expect(t, got, "a 08:00 60\nnew 09:00 30\nb 09:00 30")
				return
			}
			expect(t, got, c.want)
			if item.Title != "new" || item.ID != "" {
				t.Errorf("new item = %+v", item)
			}
		})
	}
}

func TestAppendAfterTakesOverStopAndPlace(t *testing.T) {
	items := programme(t, "a 08:00 60")
	items[0].Visit, items[0].Stop, items[0].Place = "visit", "stop", "Phòng họp"
	_, item := plan.AppendAfter(items, "a", "new", true)
	if item.Visit != "visit" || item.Stop != "stop" || item.Place != "Phòng họp" {
		t.Errorf("new item = %+v", item)
	}
}

func TestSetLength(t *testing.T) {
	for _, c := range []struct {
		name, items, id string
		minutes         int
		shift           bool
		want            string
	}{
		{"alone", "a 08:00 60\nb 09:00 30", "a", 90, false, "a 08:00 90\nb 09:00 30"},
		{"with what follows, up to the wall", morning, "a", 90, true, "a 08:00 90\nb 09:30 30\nc 10:00 60\nlunch! 11:30 90\nd 13:00 60\ne 14:00 30"},
		{"piling up against the wall", morning, "a", 150, true, "a 08:00 150\nb 10:00 30\nc 10:30 60\nlunch! 11:30 90\nd 13:00 60\ne 14:00 30"},
		{"a gap takes what the wall leaves", "a 08:00 60\nb 09:10 20\nw! 09:35 60", "a", 75, true, "a 08:00 75\nb 09:15 20\nw! 09:35 60"},
		{"shorter", morning, "b", 15, true, "a 08:00 60\nb 09:00 15\nc 09:15 60\nlunch! 11:30 90\nd 13:00 60\ne 14:00 30"},
		{"of a fixed item", "w! 08:00 60\nb 09:00 30", "w", 90, true, "w! 08:00 90\nb 09:30 30"},
		{"the day after stays", "a 08:00 60\nb 09:00 30 day2", "a", 90, true, "a 08:00 90\nb 09:00 30 day2"},
		{"stopping at midnight", "a 22:00 60\nb 23:00 30", "a", 120, true, "a 22:00 120\nb 23:30 30"},
		{"of an item without an end pushes only what is in the way", "a 17:15 0\nb 17:30 30", "a", 15, true, "a 17:15 15\nb 17:30 30"},
		{"of an item without an end", "a 17:15 0\nb 17:30 30", "a", 30, true, "a 17:15 30\nb 17:45 30"},
		{"forgotten again", "a 17:15 15\nb 17:30 30", "a", 0, true, "a 17:15 0\nb 17:30 30"},
		{"bounded", "a 08:00 60", "a", 5000, true, "a 08:00 1440"},
		{"of nothing", "a 08:00 60", "x", 90, true, "a 08:00 60"},
		{"without a time", "a - 60", "a", 90, true, "a - 90"},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, plan.SetLength(programme(t, c.items), c.id, c.minutes, c.shift), c.want)
		})
	}
}

func TestMove(t *testing.T) {
	for _, c := range []struct {
		name, items, id string
		delta           int
		shift           bool
		want            string
	}{
		{"alone", "a 08:00 60\nb 09:00 30", "a", 5, false, "a 08:05 60\nb 09:00 30"},
		{"alone past another", "a 08:00 60\nb 09:00 30", "a", 120, false, "b 09:00 30\na 10:00 60"},
		{"alone to midnight", "a 08:00 60", "a", -600, false, "a 00:00 60"},
		{"a fixed item stays", morning, "lunch", 5, true, morning},
		{"with what follows", morning, "b", 5, true, "a 08:00 60\nb 09:05 30\nc 09:35 60\nlunch! 11:30 90\nd 13:00 60\ne 14:00 30"},
		{"earlier", "a 08:00 60\nb 09:30 30\nc 10:00 30", "b", -15, true, "a 08:00 60\nb 09:15 30\nc 09:45 30"},
		{"earlier passes nothing", "a 08:00 60\nb 09:30 30\nc 10:00 30", "b", -120, true, "a 08:00 60\nb 08:00 30\nc 08:30 30"},
		{"behind a wall", morning, "d", -30, true, morning},
		{"without a time", "a - 30", "a", 5, true, "a - 30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, plan.Move(programme(t, c.items), c.id, c.delta, c.shift), c.want)
		})
	}
}

func TestMoveToDay(t *testing.T) {
	items := "a 08:00 60\nw! 09:00 30\nb 08:00 60 day2"
	expect(t, plan.MoveToDay(programme(t, items), "a", day2, "10:30"), "w! 09:00 30\nb 08:00 60 day2\na 10:30 60 day2")
	expect(t, plan.MoveToDay(programme(t, items), "b", day1, ""), "a 08:00 60\nb 08:00 60\nw! 09:00 30")
	expect(t, plan.MoveToDay(programme(t, items), "w", day2, ""), items)
}

func TestShiftDay(t *testing.T) {
	expect(t, plan.ShiftDay(programme(t, morning+"\nz 08:00 30 day2"), day1, 15), `
a 08:15 60
b 09:15 30
c 09:45 60
lunch! 11:30 90
d 13:15 60
e 14:15 30
z 08:00 30 day2`)
	expect(t, plan.ShiftDay(programme(t, morning), day1, -30), `
a 07:30 60
b 08:30 30
c 09:00 60
lunch! 11:30 90
d 13:00 60
e 14:00 30`)
}

func TestReorder(t *testing.T) {
	for _, c := range []struct {
		name, items string
		from, to    int
		want        string
	}{
		{"down by one", morning, 0, 1, "b 08:00 30\na 08:30 60\nc 09:30 60\nlunch! 11:30 90\nd 13:00 60\ne 14:00 30"},
		{"up by one", morning, 1, 0, "b 08:00 30\na 08:30 60\nc 09:30 60\nlunch! 11:30 90\nd 13:00 60\ne 14:00 30"},
		{"down by two", morning, 0, 2, "b 08:00 30\nc 08:30 60\na 09:30 60\nlunch! 11:30 90\nd 13:00 60\ne 14:00 30"},
		{"gaps stay where they were", "a 08:00 30\nb 09:00 60\nc 10:00 10", 0, 1, "b 08:00 60\na 09:30 30\nc 10:00 10"},
		{"past a wall trades with what is beyond", morning, 2, 3, "a 08:00 60\nb 09:00 30\nd 09:30 60\nlunch! 11:30 90\nc 13:00 60\ne 14:00 30"},
		{"up past a wall", morning, 4, 3, "a 08:00 60\nb 09:00 30\nd 09:30 60\nlunch! 11:30 90\nc 13:00 60\ne 14:00 30"},
		{"what does not fit flows behind the wall", "a 08:00 60\nw! 09:00 60\nb 10:00 120\nc 12:00 30", 2, 0, "w! 09:00 60\nb 10:00 120\na 12:00 60\nc 13:00 30"},
		{"past the last wall", "a 08:00 60\nw! 09:30 60", 0, 1, "w! 09:30 60\na 10:30 60"},
		{"in front of the first wall", "w! 09:30 60\na 10:30 60", 1, 0, "a 08:30 60\nw! 09:30 60"},
		{"a fixed item stays", morning, 3, 0, morning},
		{"nowhere", morning, 0, 9, morning},
		{"to the next day", "a 08:00 60\nb 09:00 30\nx 08:00 60 day2\ny 09:00 30 day2", 0, 2, "b 08:00 30\nx 08:00 60 day2\na 09:00 60 day2\ny 10:00 30 day2"},
		{"to the day before", "a 08:00 60\nb 09:00 30\nx 08:00 60 day2\ny 09:00 30 day2", 2, 1, "a 08:00 60\nx 09:00 60\nb 10:00 30\ny 08:00 30 day2"},
		{"into the programme", "a 08:00 60\nb 09:00 30\nx - 20", 2, 1, "a 08:00 60\nx 09:00 20\nb 09:20 30"},
		{"out of the programme", "a 08:00 60\nb 09:00 30\nx - 20", 0, 2, "b 08:00 30\nx - 20\na - 60"},
		{"without times, up", "x - 10\ny - 20\nz - 30", 2, 0, "z - 30\nx - 10\ny - 20"},
		{"without times, down", "x - 10\ny - 20\nz - 30", 0, 1, "y - 20\nx - 10\nz - 30"},
		{"without lengths", "a 08:00 0\nb 08:00 0\nc 08:00 0", 2, 0, "c 08:00 0\na 08:00 0\nb 08:00 0"},
		{"side by side", "a 08:00 120\nb 09:00 30\nc 10:00 30", 1, 0, "b 08:00 30\na 09:00 120\nc 11:00 30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, plan.Reorder(programme(t, c.items), c.from, c.to), c.want)
		})
	}
}

func TestEditsDoNotWriteToWhatTheyAreGiven(t *testing.T) {
	items := programme(t, morning)
	before := lines(items)
	after := plan.SetLength(items, "a", 90, true)
	plan.Reorder(items, 0, 2)
	plan.ShiftDay(items, day1, 10)
	plan.MoveToDay(items, "a", day2, "")
	if got := lines(items); got != before {
		t.Errorf("the items given were changed:\n%s", got)
	}
	var changed []string
	for _, item := range plan.Changed(items, after) {
		changed = append(changed, item.Title)
	}
	if diff := cmp.Diff([]string{"a", "b", "c"}, changed); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
}

// drawProgramme makes a programme of up to two days with gaps, overlaps, fixed
// items and items without a time.
func drawProgramme(t *rapid.T, fixed bool) []*plan.AgendaItem {
	n := rapid.IntRange(1, 8).Draw(t, "items")
	items := make([]*plan.AgendaItem, n)
	for i := range items {
		item := &plan.AgendaItem{Title: fmt.Sprint("i", i)}
		item.ID = item.Title
		item.Pos = rapid.SampledFrom([]string{"", "5", "i", "z"}).Draw(t, "pos")
		item.Fixed = fixed && rapid.IntRange(0, 3).Draw(t, "fixed") == 0
		item.When.Length = 5 * rapid.IntRange(0, 24).Draw(t, "length")
		if rapid.IntRange(0, 9).Draw(t, "timed") > 0 {
			item.When.Day = rapid.SampledFrom([]civil.Date{day1, day2}).Draw(t, "day")
			item.When.Start = civil.ClockAt(5 * rapid.IntRange(72, 216).Draw(t, "start"))
		}
		items[i] = item
	}
	return items
}

func titles(items []*plan.AgendaItem) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = item.Title
	}
	return out
}

// drawEdit does one edit that keeps or changes the order.
func drawEdit(t *rapid.T, items []*plan.AgendaItem) (after []*plan.AgendaItem, edited string, keepsOrder bool) {
	edited = rapid.SampledFrom(titles(items)).Draw(t, "id")
	minutes := rapid.IntRange(-300, 300).Draw(t, "minutes")
	switch rapid.IntRange(0, 5).Draw(t, "edit") {
	case 0:
		return plan.SetLength(items, edited, max(minutes, 0), true), edited, true
	case 1:
		return plan.Move(items, edited, minutes, true), "", true
	case 2:
		return plan.ShiftDay(items, day1, minutes), "", true
	case 3:
		return plan.Move(items, edited, minutes, false), "", false
	case 4:
		return plan.MoveToDay(items, edited, day2, ""), "", false
	default:
		from := rapid.IntRange(0, len(items)-1).Draw(t, "from")
		to := rapid.IntRange(0, len(items)-1).Draw(t, "to")
		return plan.Reorder(items, from, to), "", false
	}
}

func TestEditsLoseNothingAndLeaveFixedItemsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawProgramme(t, true)
		sorted := append([]*plan.AgendaItem(nil), items...)
		plan.SortAgenda(sorted)
		after, edited, keepsOrder := drawEdit(t, items)
		if len(after) != len(items) {
			t.Fatalf("%d items, were %d", len(after), len(items))
		}
		byID := map[string]*plan.AgendaItem{}
		for _, item := range after {
			byID[item.ID] = item
		}
		for _, item := range items {
			now := byID[item.ID]
			if now == nil {
				t.Fatalf("%s is lost", item.ID)
			}
			if item.Fixed && item.ID != edited && now.When != item.When {
				t.Fatalf("fixed %s moved from %v to %v", item.ID, item.When, now.When)
			}
			if now.Title != item.Title || (item.ID != edited && now.When.Length != item.When.Length) {
				t.Fatalf("%s became %+v", item.ID, now)
			}
		}
		if diff := cmp.Diff(titles(sorted), titles(after)); keepsOrder && diff != "" {
			t.Fatalf("the order changed:\n%s", diff)
		}
		again := append([]*plan.AgendaItem(nil), after...)
		plan.SortAgenda(again)
		if diff := cmp.Diff(titles(after), titles(again)); diff != "" {
			t.Fatalf("the result is not sorted:\n%s", diff)
		}
	})
}

func TestShiftAndBackIsNoChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawProgramme(t, false)
		plan.SortAgenda(items)
		// From 6:00 to 20:00 at most, so an hour either way stays in the day.
		n := rapid.IntRange(-60, 60).Draw(t, "n")
		there := plan.ShiftDay(items, day1, n)
		back := plan.ShiftDay(there, day1, -n)
		if diff := cmp.Diff(lines(items), lines(back)); diff != "" {
			t.Fatalf("ShiftDay by %d and back:\n%s", n, diff)
		}
		id := rapid.SampledFrom(titles(items)).Draw(t, "id")
		later := max(n, -n)
		back = plan.Move(plan.Move(items, id, later, true), id, -later, true)
		if diff := cmp.Diff(lines(items), lines(back)); diff != "" {
			t.Fatalf("Move of %s by %d and back:\n%s", id, later, diff)
		}
	})
}

func TestReorderKeepsAGaplessDayGapless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "items")
		items := make([]*plan.AgendaItem, n)
		at := 8 * 60
		for i := range items {
			item := &plan.AgendaItem{Title: fmt.Sprint("i", i)}
			item.ID = item.Title
			item.When = plan.Slot{Day: day1, Start: civil.ClockAt(at), Length: 5 * rapid.IntRange(1, 12).Draw(t, "length")}
			at += item.When.Length
			items[i] = item
		}
		from := rapid.IntRange(0, n-1).Draw(t, "from")
		to := rapid.IntRange(0, n-1).Draw(t, "to")
		after := plan.Reorder(items, from, to)
		want := titles(items)
		moved := want[from]
		want = append(want[:from:from], want[from+1:]...)
		want = append(want[:to:to], append([]string{moved}, want[to:]...)...)
		if diff := cmp.Diff(want, titles(after)); diff != "" {
			t.Fatalf("order (-want +got):\n%s", diff)
		}
		end := 8 * 60
		for _, item := range after {
			if start, stop := item.When.Minutes(); start != end {
				t.Fatalf("%s starts at %d, the one before ends at %d", item.Title, start, end)
			} else {
				end = stop
			}
		}
		if diff := cmp.Diff(lines(items), lines(plan.Reorder(after, to, from))); diff != "" {
			t.Fatalf("moving back:\n%s", diff)
		}
	})
}
