package visit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/theme"
	"nhipcau/ui/visit/history"
	"nhipcau/ui/visit/info"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "visit", func(h *page.Host) page.Page {
		var specs []TabSpec
		for _, id := range order {
			specs = append(specs, TabSpec{id, info.NewTab})
		}
		specs[len(specs)-1].New = history.NewTab
		return New(h, specs)
	}, func(f *pagetest.Fixture, p page.Page) {
		change(t, f, func(v *plan.Visit) {
			v.Title, v.Status = "Đoàn công tác huyện Thạch An làm việc tại huyện Đắk Glong", plan.StatusPreparing
		})
		p.Update()
	})
}

// TestLooksOfStates draws what the header says of a new visit, of one that was
// cancelled and of one in the bin.
func TestLooksOfStates(t *testing.T) {
	build := func(h *page.Host) page.Page { return New(h, []TabSpec{{page.TabInfo, info.NewTab}}) }
	for name, fn := range map[string]func(*pagetest.Fixture){
		"cancelled": func(f *pagetest.Fixture) {
			setStatus(f.Host, f.Visit, plan.StatusCancelled, "Mưa lũ, đường vào xã bị chia cắt")
		},
		"binned": func(f *pagetest.Fixture) { f.Delete("", f.Visit) },
		"menu":   func(f *pagetest.Fixture) {},
	} {
		t.Run(name, func(t *testing.T) {
			f := pagetest.New(t)
			p := build(f.Host).(*visit)
			f.ShowTab(p)
			fn(f)
			if name == "menu" {
				p.header.openStatuses()
			}
			f.Shot("visit-" + name)
		})
	}
}

func change(t *testing.T, f *pagetest.Fixture, fn func(*plan.Visit)) {
	t.Helper()
	err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, _ := desk.Read[*plan.Visit](tx, f.Visit)
		fn(v)
		return tx.Put(v)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// spy is a tab that counts what it is asked.
type spy struct {
	updates, leaves int
	routes          []page.Route
	keys            int
	object          fyne.CanvasObject
}

func (s *spy) Object() fyne.CanvasObject     { return s.object }
func (s *spy) Update()                       { s.updates++ }
func (s *spy) Open(r page.Route)             { s.routes = append(s.routes, r) }
func (s *spy) Leave()                        { s.leaves++ }
func (s *spy) Shortcut(_ fyne.Shortcut) bool { s.keys++; return true }

// spied builds the page with three tabs that count.
func spied(t *testing.T) (*pagetest.Fixture, *visit, map[string]*spy) {
	t.Helper()
	f := pagetest.New(t)
	built := map[string]*spy{}
	spec := func(id string) TabSpec {
		return TabSpec{id, func(*page.Host) page.Page {
			built[id] = &spy{object: kit.Gap(theme.Gap8)}
			return built[id]
		}}
	}
	p := New(f.Host, []TabSpec{spec(page.TabHistory), spec(page.TabInfo), spec(page.TabPeople)}).(*visit)
	f.ShowTab(p)
	return f, p, built
}

func TestTabsAreBuiltWhenTheyAreOpened(t *testing.T) {
	f, p, built := spied(t)
	if len(built) != 1 || built[page.TabInfo] == nil || built[page.TabInfo].updates == 0 {
		t.Fatalf("built %v", built)
	}
	if got := p.bar.Selected(); got != page.TabInfo {
		t.Errorf("the first tab is %q", got)
	}
	p.Open(page.Route{Visit: f.Visit, Tab: page.TabPeople, Record: "somebody"})
	people, details := built[page.TabPeople], built[page.TabInfo]
	if details.leaves != 1 || len(people.routes) != 1 || people.routes[0].Record != "somebody" {
		t.Errorf("info %+v, people %+v", details, people)
	}
	at, hidden := people.updates, details.updates
	change(t, f, func(v *plan.Visit) { v.Purpose = "khác" })
	if people.updates != at+1 || details.updates != hidden {
		t.Errorf("a change updated people %d times, info %d times", people.updates-at, details.updates-hidden)
	}
	p.Open(page.Route{Visit: f.Visit, Tab: page.TabInfo})
	if details.updates != hidden+1 {
		t.Error("the tab that was out of sight was not updated on its return")
	}
	p.Open(page.Route{Visit: f.Visit, Tab: page.TabPeople})
	if people.updates != at+1 || len(people.routes) != 1 {
		t.Error("a tab with nothing new was updated or opened again")
	}
	if got := p.Here(); got.Tab != page.TabPeople || got.Visit != f.Visit {
		t.Errorf("the way back is %+v", got)
	}
}

func TestTheLastTabIsRememberedForEachVisit(t *testing.T) {
	f, p, built := spied(t)
	p.Open(page.Route{Visit: f.Visit, Tab: page.TabPeople})
	other, err := f.Desk.NewVisit(desk.Outline{Title: "Khác"})
	if err != nil {
		t.Fatal(err)
	}
	p.Open(page.Route{Visit: other})
	if got := p.bar.Selected(); got != page.TabInfo {
		t.Errorf("a visit that is new begins on %q", got)
	}
	if got := built[page.TabInfo].routes; got[len(got)-1].Visit != other {
		t.Errorf("the tab was told of %+v", got)
	}
	p.Open(page.Route{Visit: f.Visit})
	if got := p.bar.Selected(); got != page.TabPeople {
		t.Errorf("back at the first visit the tab is %q", got)
	}
	if got := built[page.TabPeople].routes; got[len(got)-1].Visit != f.Visit {
		t.Errorf("the tab was told of %+v", got)
	}
}

func TestKeysOfTabs(t *testing.T) {
	_, p, built := spied(t)
	ctrl := func(name fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
	}
	if !p.Shortcut(ctrl(fyne.KeyPageDown)) || p.bar.Selected() != page.TabPeople {
		t.Error("Ctrl+PageDown does not go to the next tab")
	}
	if !p.Shortcut(ctrl(fyne.KeyPageUp)) || p.Shortcut(ctrl(fyne.KeyPageUp)) || p.bar.Selected() != page.TabInfo {
		t.Error("Ctrl+PageUp does not go back to the first tab and stop there")
	}
	if !p.Shortcut(ctrl(fyne.KeyN)) || built[page.TabInfo].keys != 1 {
		t.Error("another key did not come to the tab")
	}
}

// texts gathers every text that is shown.
func texts(o fyne.CanvasObject) string {
	var out []string
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *kit.Text:
			out = append(out, o.Text())
		case *kit.TipText:
			out = append(out, o.Text.Text())
		}
	}
	return strings.Join(out, "|")
}

func TestTheHeaderSaysWhatTheVisitIs(t *testing.T) {
	f, p, _ := spied(t)
	got := texts(p.header.object)
	for _, want := range []string{"Học tập kinh nghiệm", "10/06/2024, thứ Hai", "Nông Long Giang,", "Phó Chủ tịch UBND huyện", "Ta đón đoàn", "5/9 phần đã xong"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	if p.header.status.Text() != "Đã diễn ra" {
		t.Errorf("status %q", p.header.status.Text())
	}
	parts := p.header.now.now()
	if len(parts) == 0 {
		t.Fatal("nothing is missing")
	}
	links := p.header.second.Objects[1].(*fyne.Container).Objects
	links[1].(*kit.Link).Tapped(nil)
	if got := f.LastRoute(); got != page.PartRoute(f.Visit, parts[0]) {
		t.Errorf("the first missing part leads to %+v", got)
	}
}

func TestStatusByMenu(t *testing.T) {
	f, p, _ := spied(t)
	f.Window.Canvas().Focus(p.header.status)
	f.Key(fyne.KeyReturn)
	f.Key(fyne.KeyEnd) // past the line: cancelled
	f.Key(fyne.KeyUp)  // reported
	f.Key(fyne.KeyReturn)
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	if v.Status != plan.StatusReported || p.header.status.Text() != "Đã báo cáo" {
		t.Errorf("status %q, the chip says %q", v.Status, p.header.status.Text())
	}
}

func TestCancellingAsksForTheReason(t *testing.T) {
	f, p, _ := spied(t)
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	p.header.choose(v, plan.StatusCancelled)
	ctrlEnter := func() { // the button by key
		f.Window.Canvas().FocusNext()
		f.Window.Canvas().FocusNext()
		f.Key(fyne.KeyReturn)
	}
	ctrlEnter()
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); v.Status == plan.StatusCancelled {
		t.Fatal("cancelled without a reason")
	}
	f.Window.Canvas().FocusPrevious()
	f.Window.Canvas().FocusPrevious()
	f.Type("Mưa lũ")
	ctrlEnter()
	v, _ = desk.Get[*plan.Visit](f.Desk, f.Visit)
	if v.Status != plan.StatusCancelled || v.CancelledBy != "Mưa lũ" {
		t.Fatalf("status %q because %q", v.Status, v.CancelledBy)
	}
	if got := texts(p.header.object); !strings.Contains(got, "Mưa lũ") || p.header.ready.Visible() {
		t.Errorf("the header says %q", got)
	}
	if _, err := f.Desk.Undo(); err != nil {
		t.Fatal(err)
	}
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); v.Status != plan.StatusHeld || v.CancelledBy != "" {
		t.Error("one undo does not take back both the state and the reason")
	}
}

func TestAVisitInTheBinCanBeRestored(t *testing.T) {
	f, p, _ := spied(t)
	f.Delete("", f.Visit)
	if !p.header.notice.Visible() || len(p.root.Objects) != 1 {
		t.Fatal("nothing says that the visit lies in the bin, or its tabs are still there")
	}
	restore(f.Host, f.Visit)
	if p.header.notice.Visible() || len(p.root.Objects) != 2 {
		t.Error("the notice is still there, or the tabs are not back")
	}
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); v.Trashed {
		t.Error("the visit is still in the bin")
	}
}

func TestAVisitThatIsNotThere(t *testing.T) {
	f, p, _ := spied(t)
	p.Open(page.Route{Visit: "nothing"})
	if p.root.Objects[0] == fyne.CanvasObject(p.top) {
		t.Error("the header of nothing is shown")
	}
	p.Open(page.Route{Visit: f.Visit})
	if p.root.Objects[0] != fyne.CanvasObject(p.top) {
		t.Error("the header does not come back")
	}
}

func TestTheRightSideTakesWhatFits(t *testing.T) {
	f, p, _ := spied(t)
	shown := func() int {
		for i, o := range p.header.second.Objects[1:] {
			if o.Visible() {
				return i
			}
		}
		return -1
	}
	wide := shown()
	f.Window.Resize(fyne.NewSize(620, 600))
	if narrow := shown(); narrow <= wide {
		t.Errorf("the form shown is %d in a narrow window and %d in a wide one", narrow, wide)
	}
}
