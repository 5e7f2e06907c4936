package programme

import (
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

func TestEnterAddsTheNextItemWhereThisOneEnds(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[0].ID)
	f.Key(fyne.KeyReturn) // into the title
	if f.Window.Canvas().Focused() != p.panel.title.FocusTarget() {
		t.Fatal("Enter in the list does not lead to the title")
	}
	f.Key(fyne.KeyReturn) // the next item
	if row, ok := p.grid.Selected(); !ok || !row.draft || row.item.When.Start != "13:45" {
		t.Fatalf("the draft is %+v", row.item)
	}
	want(t, f, "an item without a title is not kept", threeItems)
	f.Type("Giới thiệu đại biểu")
	f.Key(fyne.KeyReturn)
	want(t, f, "with a title it is, and what follows made room",
		"13:30 15 Đón tiếp\n13:45 30 Giới thiệu\n14:15 20 Thông tin\n14:35 25 Báo cáo\n")
	if item := items(f)[1]; item.ItemKind != plan.ItemCeremony || item.Place != "Huyện Đắk Glong" || item.Stop == "" {
		t.Errorf("the new item is %+v", item)
	}
	if f.Window.Canvas().Focused() != p.panel.title.FocusTarget() || p.panel.title.Text() != "" {
		t.Error("the cursor is not in the title of the next item")
	}
	f.Type("Chụp ảnh")
	f.Key(fyne.KeyReturn)
	if item := items(f)[2]; item.Title != "Chụp ảnh" || item.When.Start != "14:15" {
		t.Errorf("the second one is %+v", item)
	}
	p.Leave()
	if len(items(f)) != 5 {
		t.Errorf("leaving kept an item without a title:\n%s", brief(f))
	}
	f.Undo()
	f.Undo()
	want(t, f, "one step of undo for each item with all that it moved", threeItems)
}

func TestADraftIsKeptAfterASecondOfRest(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[2].ID)
	f.Key(fyne.KeyInsert)
	f.Type("Chụp")
	f.Clock.Advance(2 * kit.RestTime)
	want(t, f, "after a rest", threeItems+"14:30 30 Chụp\n")
	f.Type(" ảnh lưu niệm")
	p.Leave()
	want(t, f, "after going on typing", threeItems+"14:30 30 Chụp ảnh\n")
	f.Undo()
	want(t, f, "typing one title is one step", threeItems)
}

func TestADraftGoesWithItsSelection(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[0].ID)
	f.Key(fyne.KeyInsert)
	if len(p.grid.Rows()) != 6 { // two heads of days, three items, the draft
		t.Fatalf("%d rows", len(p.grid.Rows()))
	}
	retype(f, p.panel.times.length, "50")
	if row, _ := p.grid.Selected(); !row.draft || row.item.When.Length != 50 {
		t.Errorf("the draft is %+v", row.item)
	}
	p.grid.Focus()
	f.Key(fyne.KeyDown)
	if p.draft != nil || len(p.grid.Rows()) != 5 {
		t.Errorf("%d rows, draft %v", len(p.grid.Rows()), p.draft)
	}
	want(t, f, "nothing was kept", threeItems)
}

func TestTheQuickLineAddsAndStays(t *testing.T) {
	f, p := open(t, empty(t))
	f.Window.Canvas().Focus(p.quick.FocusTarget())
	for _, line := range []string{"13:30 Đón tiếp đại biểu", "13h45 Tuyên bố lý do", "Trao đổi, thảo luận", "15:00 - 15:10 Giải lao"} {
		f.Type(line)
		f.Key(fyne.KeyReturn)
		if p.quick.Text() != "" || f.Window.Canvas().Focused() != p.quick.FocusTarget() {
			t.Fatalf("after %q the line says %q", line, p.quick.Text())
		}
	}
	want(t, f, "each begins where its line says or the one before ends",
		"13:30 15 Đón tiếp\n13:45 30 Tuyên bố\n14:15 30 Trao đổi,\n15:00 10 Giải lao\n")
	if item := items(f)[3]; item.ItemKind != plan.ItemBreak || item.When.Zone != plan.DefaultZone {
		t.Errorf("the last one is %+v", item)
	}
	f.Undo()
	want(t, f, "after undo", "13:30 15 Đón tiếp\n13:45 30 Tuyên bố\n14:15 30 Trao đổi,\n")
}

func TestTheQuickLineSaysWhatIsMissing(t *testing.T) {
	f, p := open(t, short(t))
	for _, line := range []string{"13:30", "25:00 Đón tiếp", "14:00 - 13:00 Đón tiếp"} {
		retype(f, p.quick, line)
		if p.quick.Message() == "" || p.quick.Text() != line {
			t.Errorf("%q: says %q and holds %q", line, p.quick.Message(), p.quick.Text())
		}
	}
	want(t, f, "nothing was added", threeItems)
}

func TestPastedLinesBecomeItems(t *testing.T) {
	f, p := open(t, empty(t))
	fyne.CurrentApp().Clipboard().SetContent("Thời gian\n13h30 - 13h45\tĐón tiếp\n13h45\tLàm việc\n16h00\tTiễn đoàn\n17h00\n")
	p.pasteClipboard()
	want(t, f, "lines", "08:00 30 Thời gian\n13:30 15 Đón tiếp\n13:45 135 Làm việc\n16:00 30 Tiễn đoàn\n")
	if f.LastToast() == "" {
		t.Error("nothing is said")
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if len(items(f)) != 0 {
		t.Errorf("one undo leaves\n%s", brief(f))
	}
}

func TestUpdateKeepsWhatIsBeingTyped(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[1].ID)
	f.Key(fyne.KeyReturn)
	f.Type(" và")
	typed := p.panel.title.Text()
	other := items(f)[0]
	other.Place = "Hội trường"
	if err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(other) }); err != nil {
		t.Fatal(err)
	}
	row, _ := p.grid.Selected()
	if p.panel.title.Text() != typed || row.item.ID != items(f)[1].ID {
		t.Errorf("the title is %q, want %q; %q is selected", p.panel.title.Text(), typed, row.item.Title)
	}
	if p.grid.Rows()[1].item.Place != "Hội trường" {
		t.Error("the list does not show the change")
	}
}

func TestAnEmptyTitleIsRefusedBesideTheField(t *testing.T) {
	f, p := open(t, short(t))
	choose(t, f, p, items(f)[0].ID)
	f.Key(fyne.KeyReturn)
	kitClear(f, p)
	p.grid.Focus()
	if p.panel.title.Message() == "" {
		t.Error("nothing stands beside the title")
	}
	want(t, f, "the title stays", threeItems)
}

func TestTypingGoesOnWhileTheDiskIsSlow(t *testing.T) {
	f, p := open(t, short(t))
	slow := page.NewWriter()
	slow.Settled = f.Writer.Settled
	f.Writer = slow
	choose(t, f, p, items(f)[2].ID)
	f.Key(fyne.KeyInsert)
	disk := make(chan struct{})
	slow.Do(func() { <-disk }, func() {})
	for _, title := range []string{"Chụp ảnh", "Tiễn đoàn"} {
		f.Type(title)
		f.Key(fyne.KeyReturn)
	}
	f.Type("Ăn")
	close(disk)
	slow.Wait()
	want(t, f, "kept", threeItems+"14:30 30 Chụp ảnh\n15:00 30 Tiễn đoàn\n")
	if row, ok := p.grid.Selected(); !ok || !row.draft || p.panel.title.Text() != "Ăn" || row.item.When.Start != "15:30" {
		t.Errorf("selected is %+v, the title %q", row.item, p.panel.title.Text())
	}
}
