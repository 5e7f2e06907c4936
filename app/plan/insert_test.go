package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

// newItem makes an item that has no id yet.
func newItem(title string, day civil.Date, start civil.Clock, length int) *plan.AgendaItem {
	return &plan.AgendaItem{Title: title, When: plan.Slot{Day: day, Start: start, Length: length}}
}

func TestInsertMakesRoom(t *testing.T) {
	for _, c := range []struct {
		name, before, want string
		shift              bool
	}{
		{"with shift", "a 13:30 30\nb 14:00 30\nc 14:30 30", "a 13:30 30\nnew 14:00 20\nb 14:20 30\nc 14:50 30\n", true},
		{"without", "a 13:30 30\nb 14:00 30", "a 13:30 30\nnew 14:00 20\nb 14:00 30\n", false},
		{"up to a fixed one", "a 13:30 30\nb 14:00 30\nc! 14:40 30", "a 13:30 30\nnew 14:00 20\nb 14:10 30\nc! 14:40 30\n", true},
		{"into nothing", "", "new 14:00 20\n", true},
	} {
		items := []*plan.AgendaItem{}
		if c.before != "" {
			items = programme(t, c.before)
		}
		got := plan.Insert(items, newItem("new", day1, "14:00", 20), "a", c.shift)
		if diff := cmp.Diff(c.want, lines(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestAddQuick(t *testing.T) {
	items := programme(t, "a 13:30 30\nb 14:30 30")
	for _, c := range []struct {
		name string
		q    plan.Quick
		at   plan.QuickPlace
		want string
	}{
		{"at its time", plan.Quick{Start: "14:00", Title: "x"}, plan.QuickPlace{Day: day1}, "a 13:30 30\nx 14:00 30\nb 14:30 30\n"},
		{"with its end", plan.Quick{Start: "14:00", Length: 10, Title: "x"}, plan.QuickPlace{Day: day1}, "a 13:30 30\nx 14:00 10\nb 14:30 30\n"},
		{"without a time", plan.Quick{Title: "x"}, plan.QuickPlace{Day: day1, After: "b"}, "a 13:30 30\nb 14:30 30\nx 15:00 30\n"},
		{"ends the one before", plan.Quick{Start: "13:45", Length: 15, Title: "x"}, plan.QuickPlace{Day: day1, Trim: "a"}, "a 13:30 15\nx 13:45 15\nb 14:30 30\n"},
		{"an empty day", plan.Quick{Title: "x"}, plan.QuickPlace{Day: day2}, "a 13:30 30\nb 14:30 30\nx 08:00 30 day2\n"},
	} {
		got, item := plan.AddQuick(items, c.q, c.at, true)
		if diff := cmp.Diff(c.want, lines(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if item.Title != "x" || item.ID != "" {
			t.Errorf("%s: the new item is %+v", c.name, item)
		}
	}
}

func TestAddLinesLastUntilTheNext(t *testing.T) {
	got, added := plan.AddLines(nil, []plan.Quick{
		{Start: "13:30", Title: "a"}, {Start: "13:45", Title: "b"}, {Title: "c"}, {Start: "15:00", Title: "d"},
	}, plan.QuickPlace{Day: day1}, true)
	want := "a 13:30 15\nb 13:45 30\nc 14:15 30\nd 15:00 30\n"
	if diff := cmp.Diff(want, lines(got)); diff != "" || len(added) != 4 {
		t.Errorf("%d added (-want +got):\n%s", len(added), diff)
	}
}

func TestDuplicate(t *testing.T) {
	items := programme(t, "a! 13:30 20\nb 13:50 30")
	items[0].Presents = []plan.Speaker{{Text: "Lãnh đạo huyện"}}
	got, item := plan.Duplicate(items, "a!", true)
	if got == nil || item != nil {
		t.Fatal("an id that is not there is duplicated")
	}
	got, item = plan.Duplicate(items, "a", true)
	if diff := cmp.Diff("a! 13:30 20\na 13:50 20\nb 14:10 30\n", lines(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if item.ID != "" || item.Fixed || len(item.Presents) != 1 {
		t.Errorf("the copy is %+v", item)
	}
}

func TestPlace(t *testing.T) {
	const two = "a 13:30 30\nb 14:00 30\nc 14:30 30\nx 08:00 20 day2\ny 08:20 40 day2"
	for _, c := range []struct {
		name, before, id, target string
		after, shift             bool
		want                     string
	}{
		{"down within a day", two, "a", "b", true, true, "b 13:30 30\na 14:00 30\nc 14:30 30\nx 08:00 20 day2\ny 08:20 40 day2\n"},
		{"up within a day", two, "c", "a", false, true, "c 13:30 30\na 14:00 30\nb 14:30 30\nx 08:00 20 day2\ny 08:20 40 day2\n"},
		{"down, before", two, "a", "c", false, true, "b 13:30 30\na 14:00 30\nc 14:30 30\nx 08:00 20 day2\ny 08:20 40 day2\n"},
		{"up, after", two, "c", "a", true, true, "a 13:30 30\nc 14:00 30\nb 14:30 30\nx 08:00 20 day2\ny 08:20 40 day2\n"},
		{"to the next day", two, "b", "x", false, true, "a 13:30 30\nc 14:00 30\nb 08:00 30 day2\nx 08:30 20 day2\ny 08:50 40 day2\n"},
		{"to the next day alone", two, "b", "x", false, false, "a 13:30 30\nc 14:30 30\nb 07:30 30 day2\nx 08:00 20 day2\ny 08:20 40 day2\n"},
		{"to the day before", two, "x", "c", true, true, "a 13:30 30\nb 14:00 30\nc 14:30 30\nx 15:00 20\ny 08:00 40 day2\n"},
		{"before a fixed one", "a 13:30 30\nx! 08:00 20 day2", "a", "x", false, true, "a 07:30 30 day2\nx! 08:00 20 day2\n"},
		{"a fixed one stays", "a! 13:30 30\nx 08:00 20 day2", "a", "x", true, true, "a! 13:30 30\nx 08:00 20 day2\n"},
		{"from nowhere", "a 13:30 30\nn - 10", "n", "a", true, true, "a 13:30 30\nn 14:00 10\n"},
		{"to nowhere", "a 13:30 30\nb 14:00 30\nn - 10", "a", "n", true, true, "b 13:30 30\nn - 10\na - 30\n"},
	} {
		got := plan.Place(programme(t, c.before), c.id, c.target, c.after, c.shift)
		if diff := cmp.Diff(c.want, lines(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPlaceTakesTheStopOfTheOtherDay(t *testing.T) {
	items := programme(t, "a 13:30 30\nx 08:00 20 day2")
	items[1].Stop = "second"
	for _, item := range plan.Place(items, "a", "x", true, true) {
		if item.ID == "a" && item.Stop != "second" {
			t.Errorf("the stop is %q", item.Stop)
		}
	}
	if items[0].Stop != "" {
		t.Error("the record that came in was written to")
	}
}

func TestPlaceKeepsEveryItem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var items []*plan.AgendaItem
		n := rapid.IntRange(2, 8).Draw(t, "items")
		for i := range n {
			item := newItem(string(rune('a'+i)), rapid.SampledFrom([]civil.Date{day1, day2}).Draw(t, "day"),
				civil.ClockAt(rapid.IntRange(0, 1439).Draw(t, "start")), rapid.IntRange(0, 120).Draw(t, "length"))
			item.ID, item.Fixed = item.Title, rapid.IntRange(0, 5).Draw(t, "fixed") == 0
			items = append(items, item)
		}
		before := map[string]plan.AgendaItem{}
		for _, item := range items {
			before[item.ID] = *item
		}
		id := rapid.SampledFrom(items).Draw(t, "id").ID
		target := rapid.SampledFrom(items).Draw(t, "target").ID
		got := plan.Place(items, id, target, rapid.Bool().Draw(t, "after"), rapid.Bool().Draw(t, "shift"))
		if len(got) != n {
			t.Fatalf("%d items, want %d", len(got), n)
		}
		for _, item := range got {
			old := before[item.ID]
			if item.When.Length != old.When.Length || (old.Fixed && item.When != old.When) || !item.When.Known() {
				t.Fatalf("%+v was %+v", item.When, old.When)
			}
		}
		for _, item := range items {
			if old := before[item.ID]; item.When != old.When {
				t.Fatal("a record that came in was written to")
			}
		}
	})
}

func TestPlaceOnDay(t *testing.T) {
	const two = "a 13:30 30\nb 14:00 30\nx 13:45 20 day2"
	for _, c := range []struct {
		name, before, id string
		start            civil.Clock
		shift            bool
		want             string
	}{
		{"with shift", two, "a", "", true, "b 13:30 30\na 13:30 30 day2\nx 14:00 20 day2\n"},
		{"without", two, "a", "", false, "b 14:00 30\na 13:30 30 day2\nx 13:45 20 day2\n"},
		{"at a start", two, "b", "08:00", true, "a 13:30 30\nb 08:00 30 day2\nx 13:45 20 day2\n"},
		{"a fixed one stays", "a! 13:30 30", "a", "", true, "a! 13:30 30\n"},
		{"one without a time", "n - 30", "n", "09:00", true, "n 09:00 30 day2\n"},
	} {
		got := plan.PlaceOnDay(programme(t, c.before), c.id, day2, c.start, c.shift)
		if diff := cmp.Diff(c.want, lines(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestSetStart(t *testing.T) {
	for _, c := range []struct {
		name, before string
		start        civil.Clock
		shift        bool
		want         string
	}{
		{"with shift", "a 13:30 30\nb 14:00 30", "13:45", true, "a 13:45 30\nb 14:15 30\n"},
		{"alone", "a 13:30 30\nb 14:00 30", "13:45", false, "a 13:45 30\nb 14:00 30\n"},
		{"over a fixed one", "a 13:30 30\nb 14:00 30\nc! 14:30 30", "15:00", true, "b 14:00 30\nc! 14:30 30\na 15:00 30\n"},
		{"a fixed one stays", "a! 13:30 30", "15:00", true, "a! 13:30 30\n"},
		{"no time", "a 13:30 30", "", true, "a 13:30 30\n"},
	} {
		got := plan.SetStart(programme(t, c.before), "a", c.start, c.shift)
		if diff := cmp.Diff(c.want, lines(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
