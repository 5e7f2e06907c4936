package programme

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/pagetest"
)

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func TestTheTimesMoveWhatFollows(t *testing.T) {
	for _, c := range []struct {
		name  string
		shift bool
		edit  func(*pagetest.Fixture, *times)
		want  string
	}{
		{"start", true, func(f *pagetest.Fixture, s *times) { retype(f, s.start, "13h40") }, "13:40 15 Đón tiếp\n13:55 20 Thông tin\n14:15 25 Báo cáo\n"},
		{"start alone", false, func(f *pagetest.Fixture, s *times) { retype(f, s.start, "1340") }, "13:40 15 Đón tiếp\n13:45 20 Thông tin\n14:05 25 Báo cáo\n"},
		{"length", true, func(f *pagetest.Fixture, s *times) { retype(f, s.length, "1h") }, "13:30 60 Đón tiếp\n14:30 20 Thông tin\n14:50 25 Báo cáo\n"},
		{"length alone", false, func(f *pagetest.Fixture, s *times) { retype(f, s.length, "5") }, "13:30 5 Đón tiếp\n13:45 20 Thông tin\n14:05 25 Báo cáo\n"},
		{"end", true, func(f *pagetest.Fixture, s *times) { retype(f, s.end, "14:00") }, "13:30 30 Đón tiếp\n14:00 20 Thông tin\n14:20 25 Báo cáo\n"},
		{"day", true, func(f *pagetest.Fixture, s *times) { retype(f, s.day, "11-6") }, "13:30 20 Thông tin\n13:50 25 Báo cáo\n13:30 15 Đón tiếp 2024-06-11\n"},
		{"by key", true, func(f *pagetest.Fixture, s *times) {
			f.Window.Canvas().Focus(s.start.FocusTarget())
			f.Key(fyne.KeyUp)
		}, "13:35 15 Đón tiếp\n13:50 20 Thông tin\n14:10 25 Báo cáo\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, p := open(t, short(t))
			p.shift.SetChecked(c.shift)
			choose(t, f, p, items(f)[0].ID)
			id := items(f)[0].ID
			c.edit(f, p.panel.times)
			want(t, f, "after", c.want)
			if row, ok := p.grid.Selected(); !ok || row.item == nil || row.item.ID != id {
				t.Error("another row is selected")
			}
			f.Undo()
			want(t, f, "one step of undo", threeItems)
		})
	}
}

func TestAnEndBeforeTheStartIsRefused(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[0].ID)
	retype(f, p.panel.times.end, "13:00")
	if p.panel.times.end.Message() == "" {
		t.Error("nothing stands beside the end")
	}
	want(t, f, "nothing changed", threeItems)
}

func TestAFixedItemStays(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[1].ID)
	p.panel.times.fixed.Tapped(nil)
	if !items(f)[1].Fixed || !p.panel.times.start.Disabled() {
		t.Fatalf("fixed is %v, the start can be changed: %v", items(f)[1].Fixed, !p.panel.times.start.Disabled())
	}
	choose(t, f, p, items(f)[1].ID)
	kittest.Shortcut(f.Window.Canvas(), alt(fyne.KeyDown))
	p.Shortcut(alt(fyne.KeyRight))
	want(t, f, "fixed", threeItems)
	if len(f.Toasts) != 2 {
		t.Errorf("said %v", f.Toasts)
	}
	choose(t, f, p, items(f)[0].ID)
	retype(f, p.panel.times.length, "30")
	want(t, f, "the one before grows over it", "13:30 30 Đón tiếp\n13:45 20 Thông tin\n14:05 25 Báo cáo\n")
}

func TestAltUpAndDownReorder(t *testing.T) {
	f, p := open(t, short(t))
	id := items(f)[0].ID
	choose(t, f, p, id)
	kittest.Shortcut(f.Window.Canvas(), alt(fyne.KeyDown))
	want(t, f, "down", "13:30 20 Thông tin\n13:50 15 Đón tiếp\n14:05 25 Báo cáo\n")
	kittest.Shortcut(f.Window.Canvas(), alt(fyne.KeyDown))
	want(t, f, "down again", "13:30 20 Thông tin\n13:50 25 Báo cáo\n14:15 15 Đón tiếp\n")
	kittest.Shortcut(f.Window.Canvas(), alt(fyne.KeyDown))
	want(t, f, "to the next day", "13:30 20 Thông tin\n13:50 25 Báo cáo\n14:15 15 Đón tiếp 2024-06-11\n")
	kittest.Shortcut(f.Window.Canvas(), alt(fyne.KeyUp))
	want(t, f, "and back", "13:30 20 Thông tin\n13:50 25 Báo cáo\n14:15 15 Đón tiếp\n")
	if row, ok := p.grid.Selected(); !ok || row.item.ID != id {
		t.Error("the selection did not go along")
	}
	f.Undo()
	f.Undo()
	f.Undo()
	f.Undo()
	want(t, f, "four steps back", threeItems)
}

func TestAltLeftAndRightMoveByFiveMinutes(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[1].ID)
	if !p.Shortcut(alt(fyne.KeyRight)) {
		t.Fatal("Alt+Right is not used")
	}
	want(t, f, "later", "13:30 15 Đón tiếp\n13:50 20 Thông tin\n14:10 25 Báo cáo\n")
	p.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift})
	want(t, f, "earlier", threeItems)
	p.panel.title.Focus()
	if p.Shortcut(alt(fyne.KeyLeft)) {
		t.Error("outside of the list Alt+Left is used, and not left to going back")
	}
}

func TestDraggingARow(t *testing.T) {
	f, p := open(t, short(t))
	p.grid.OnMoveTo(3, 1) // the third item to the top, below the head of the day
	want(t, f, "to the top", "13:30 25 Báo cáo\n13:55 15 Đón tiếp\n14:10 20 Thông tin\n")
	p.grid.OnMoveTo(1, 4) // below the head of the second day
	want(t, f, "to the second day", "13:30 15 Đón tiếp\n13:45 20 Thông tin\n13:30 25 Báo cáo 2024-06-11\n")
	p.grid.OnMoveTo(0, 3)
	want(t, f, "the head of a day stays", "13:30 15 Đón tiếp\n13:45 20 Thông tin\n13:30 25 Báo cáo 2024-06-11\n")
}

func TestCutAndPasteToAnotherDay(t *testing.T) {
	f, p := open(t, short(t))
	clip := fyne.CurrentApp().Clipboard()
	cut, paste := &fyne.ShortcutCut{Clipboard: clip}, &fyne.ShortcutPaste{Clipboard: clip}
	choose(t, f, p, items(f)[0].ID)
	kittest.Shortcut(f.Window.Canvas(), cut)
	want(t, f, "cut stays until it is pasted", threeItems)
	choose(t, f, p, "day/2024-06-11")
	kittest.Shortcut(f.Window.Canvas(), paste)
	want(t, f, "pasted", "13:30 20 Thông tin\n13:50 25 Báo cáo\n13:30 15 Đón tiếp 2024-06-11\n")
	choose(t, f, p, items(f)[1].ID)
	kittest.Shortcut(f.Window.Canvas(), cut)
	choose(t, f, p, items(f)[2].ID)
	kittest.Shortcut(f.Window.Canvas(), paste)
	want(t, f, "behind an item", "13:30 20 Thông tin\n13:30 15 Đón tiếp 2024-06-11\n13:45 25 Báo cáo 2024-06-11\n")
	f.Undo()
	f.Undo()
	want(t, f, "two steps back", threeItems)
}

func TestTheMenuMovesToAnotherDay(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[2].ID)
	row, _ := p.grid.Selected()
	days := p.dayMenu(row.item)
	if len(days) != 2 || !days[0].Disabled || days[1].Disabled {
		t.Fatalf("the days are %+v", days)
	}
	days[1].Action()
	want(t, f, "moved", "13:30 15 Đón tiếp\n13:45 20 Thông tin\n14:05 25 Báo cáo 2024-06-11\n")
}

func TestDuplicate(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[0].ID)
	p.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierShortcutDefault})
	want(t, f, "copied", "13:30 15 Đón tiếp\n13:45 15 Đón tiếp\n14:00 20 Thông tin\n14:20 25 Báo cáo\n")
	if row, _ := p.grid.Selected(); row.item.ID != items(f)[1].ID {
		t.Error("the copy is not selected")
	}
	f.Undo()
	want(t, f, "one step back", threeItems)
}

func TestDeleteOffersToTakeItBack(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[1].ID)
	f.Key(fyne.KeyDelete)
	want(t, f, "deleted", "13:30 15 Đón tiếp\n14:05 25 Báo cáo\n")
	f.Toasts[len(f.Toasts)-1].Act()
	want(t, f, "taken back", threeItems)
}

func TestTheWholeDayMoves(t *testing.T) {
	f, p := open(t, short(t))
	p.shiftDay("2024-06-10")
	f.Type("45")
	f.Key(fyne.KeyReturn)
	want(t, f, "later", "14:15 15 Đón tiếp\n14:30 20 Thông tin\n14:50 25 Báo cáo\n")
	f.Undo()
	want(t, f, "one step back", threeItems)
}

func TestAnItemWithoutATimeGetsOne(t *testing.T) {
	f, p := open(t, func(f *pagetest.Fixture) {
		short(t)(f)
		err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
			item := items(f)[2]
			item.When.Start, item.When.Day = "", ""
			return tx.Put(item)
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	choose(t, f, p, items(f)[2].ID)
	retype(f, p.panel.times.start, "15:00")
	if item := items(f)[2]; item.When.Start != civil.Clock("15:00") || item.When.Day != "2024-06-10" {
		t.Errorf("the slot is %+v", item.When)
	}
}
