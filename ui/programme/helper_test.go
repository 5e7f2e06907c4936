package programme

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/pagetest"
)

// items are the agenda items of the sample visit, in order.
func items(f *pagetest.Fixture) []*plan.AgendaItem {
	out := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)
	plan.SortAgenda(out)
	return out
}

// busy adds a second day to the sample visit, two internal items, a fixed time
// and several clashes.
func busy(t *testing.T, f *pagetest.Fixture) {
	t.Helper()
	before := items(f)
	host := f.Desk.Delegation(f.Visit, plan.Host)[0].Attendee
	add := func(tx *desk.Tx, day civil.Date, start civil.Clock, length int, title string, change func(*plan.AgendaItem)) error {
		item := &plan.AgendaItem{Visit: f.Visit, Title: title, ItemKind: plan.KindOfTitle(title)}
		item.When = plan.Slot{Day: day, Start: start, Length: length, Zone: plan.DefaultZone}
		if change != nil {
			change(item)
		}
		return tx.Put(item)
	}
	internal := func(item *plan.AgendaItem) { item.Internal = true }
	err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
		v.When.To = "2024-06-11"
		last := before[len(before)-1]
		last.Fixed = true
		return errors.Join(tx.Put(v), tx.Put(last),
			add(tx, "2024-06-10", "13:00", 30, "Kiểm tra phòng, biển tên, âm thanh", internal),
			add(tx, "2024-06-10", "15:00", 30, "Duyệt lịch ngày 11/06", func(item *plan.AgendaItem) {
				item.Internal, item.Place, item.Presents = true, "Phòng họp số 2", []plan.Speaker{{Attendee: host.ID}}
			}),
			add(tx, "2024-06-10", "15:40", 20, "Phỏng vấn báo chí", nil),
			add(tx, "2024-06-11", "07:00", 30, "Ăn sáng", nil),
			add(tx, "2024-06-11", "07:30", 90, "Trao đổi tổng kết", nil),
			add(tx, "2024-06-11", "09:00", 15, "Tiễn đoàn", nil))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// open shows the tab of the sample visit, or after change of another state of
// it.
func open(t *testing.T, change func(*pagetest.Fixture)) (*pagetest.Fixture, *tab) {
	t.Helper()
	f := pagetest.New(t)
	if change != nil {
		change(f)
	}
	p, ok := NewTab(f.Host).(*tab)
	if !ok {
		t.Fatal("NewTab gives another page")
	}
	f.ShowTab(p)
	f.Job(func() error { return nil }, nil) // what change did is shown now
	return f, p
}

// choose selects an item as a person does by key, and leaves the keyboard in
// the list.
func choose(t *testing.T, f *pagetest.Fixture, p *tab, id string) {
	t.Helper()
	p.grid.Focus()
	f.Key(fyne.KeyHome)
	for range p.grid.Rows() {
		if row, ok := p.grid.Selected(); ok && row.key() == id {
			return
		}
		f.Key(fyne.KeyDown)
	}
	t.Fatalf("no row %s", id)
}

// want compares the programme with lines as "13:30 15 Đón tiếp".
func want(t *testing.T, f *pagetest.Fixture, what, lines string) {
	t.Helper()
	if diff := cmp.Diff(lines, brief(f)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// brief writes the programme as one line an item, with the first two words of
// its title; items of another day than the first one name it.
func brief(f *pagetest.Fixture) string {
	var b strings.Builder
	for _, item := range items(f) {
		words := strings.Fields(item.Title)
		fmt.Fprintf(&b, "%s %d %s", item.When.Start, item.When.Length, strings.Join(words[:min(len(words), 2)], " "))
		if item.When.Day != "2024-06-10" {
			fmt.Fprintf(&b, " %s", item.When.Day)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// short leaves only the first three items of the sample visit and adds a
// second day without items.
func short(t *testing.T) func(*pagetest.Fixture) {
	return func(f *pagetest.Fixture) {
		t.Helper()
		err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
			v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
			v.When.To = "2024-06-11"
			errs := []error{tx.Put(v)}
			for i, item := range items(f) {
				if i > 2 {
					errs = append(errs, tx.Delete(item.ID))
				}
			}
			return errors.Join(errs...)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// empty leaves no item at all.
func empty(t *testing.T) func(*pagetest.Fixture) {
	return func(f *pagetest.Fixture) {
		t.Helper()
		err := f.Desk.Do(desk.Step{Why: "delete"}, func(tx *desk.Tx) error {
			var errs []error
			for _, item := range items(f) {
				errs = append(errs, tx.Delete(item.ID))
			}
			return errors.Join(errs...)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// retype replaces what stands in a field and keeps it with Enter.
func retype(f *pagetest.Fixture, field interface{ FocusTarget() fyne.Focusable }, text string) {
	f.Window.Canvas().Focus(field.FocusTarget())
	kittest.Shortcut(f.Window.Canvas(), &fyne.ShortcutSelectAll{})
	f.Key(fyne.KeyBackspace)
	f.Type(text)
	f.Key(fyne.KeyReturn)
}

const threeItems = "13:30 15 Đón tiếp\n13:45 20 Thông tin\n14:05 25 Báo cáo\n"
