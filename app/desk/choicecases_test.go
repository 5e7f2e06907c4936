package desk_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// differ gives two offices that differ on the purpose and the days of a visit.
func differ(t *testing.T) world {
	t.Helper()
	w := world{mine: desktest.New(t), theirs: desktest.Open(t, desktest.NewStore(), 2)}
	v := newVisit(t, w.mine, "Học tập kinh nghiệm")
	v.Purpose = "Học tập"
	put(t, w.mine, v)
	w.visit = v.ID
	send(t, w.mine, w.theirs, desk.Scope{All: true})
	for d, text := range map[*desk.Desk]string{w.mine: "Học tập giảm nghèo", w.theirs: "Học tập làm giảm nghèo"} {
		v := visit(t, d, w.visit)
		v.Purpose, v.LegalBasis = text, text
		put(t, d, v)
	}
	w.bundle = carry(t, w.theirs, desk.Scope{All: true})
	return w
}

func TestPreviewTellsWhatBothHad(t *testing.T) {
	w := differ(t)
	item := preview(t, w).Items[slices.IndexFunc(preview(t, w).Items, func(i desk.PreviewItem) bool { return i.ID == w.visit })]
	purpose, _ := item.Field("purpose")
	if string(purpose.Base()) != `"Học tập"` {
		t.Errorf("both had %s", purpose.Base())
	}
	if purpose.MineBy().Author == purpose.TheirsBy().Author || purpose.MineBy().At.IsZero() {
		t.Errorf("by %+v and %+v", purpose.MineBy(), purpose.TheirsBy())
	}
	if legal, _ := item.Field("legal_basis"); string(legal.Base()) != "null" {
		t.Errorf("both had %q, want that nobody had written it", legal.Base())
	}
	// They go on from what stands here: that is what both had.
	send(t, w.mine, w.theirs, desk.Scope{All: true})
	v := visit(t, w.theirs, w.visit)
	v.Title = "Tên mới"
	put(t, w.theirs, v)
	p, _ := w.mine.Preview(carry(t, w.theirs, desk.Scope{All: true}))
	for _, item := range p.Items {
		if title, ok := item.Field("title"); ok && string(title.Base()) != `"Học tập kinh nghiệm"` {
			t.Errorf("both had the title %q", title.Base())
		}
	}
}

func TestWhatBothHadIsKnownAsLongAsItIsOpen(t *testing.T) {
	w := differ(t)
	if _, err := w.mine.Import(w.bundle); err != nil {
		t.Fatal(err)
	}
	open := w.mine.Open()
	if len(open.Items) != 1 || open.Conflicts != 2 || w.mine.CountOpen("") != 2 {
		t.Fatalf("open: %+v", open)
	}
	f, _ := open.Items[0].Field("purpose")
	if string(f.Base()) != `"Học tập"` || f.Both() == nil {
		t.Errorf("both had %s; both: %s", f.Base(), f.Both())
	}
}

func TestBothReadsTheSameInEitherOffice(t *testing.T) {
	w := differ(t)
	forth := carry(t, w.mine, desk.Scope{All: true})
	for d, b := range map[*desk.Desk]*bundle.Bundle{w.mine: w.bundle, w.theirs: forth} {
		p, err := d.Preview(b)
		if err != nil {
			t.Fatal(err)
		}
		c, err := d.TakeAll(p, desk.TakeBoth)
		if err != nil {
			t.Fatal(err)
		}
		if report, err := d.ApplyChosen(p, c); err != nil || report.Conflicts != 0 || report.Settled != 2 {
			t.Fatalf("%+v, %v", report, err)
		}
	}
	send(t, w.mine, w.theirs, desk.Scope{All: true})
	v := visit(t, w.theirs, w.visit)
	if len(v.Conflicts) != 0 || !strings.Contains(v.Purpose, "] Học tập giảm nghèo") || !strings.Contains(v.Purpose, "] Học tập làm giảm nghèo") ||
		!strings.HasPrefix(v.Purpose, "[Văn phòng") {
		t.Errorf("purpose %q, conflicts %v", v.Purpose, v.Conflicts)
	}
}

func TestAVisitThatIsLeftOutTakesItsPeopleAlong(t *testing.T) {
	a, b := desktest.New(t), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, a, "Học tập kinh nghiệm")
	who := &plan.Attendee{Visit: v.ID, Side: plan.Guest, Name: "Đại biểu 01"}
	put(t, a, who)
	item := &plan.AgendaItem{Visit: v.ID, Title: "Phát biểu", Leads: []plan.Speaker{{Attendee: who.ID}}}
	put(t, a, item)
	b2 := carry(t, a, desk.Scope{All: true})
	p, err := b.Preview(b2)
	if err != nil {
		t.Fatal(err)
	}
	var c desk.Choices
	if along := p.Tick(&c, v.ID, false); len(along) != 2 || c.Ticked(who.ID) || c.Ticked(item.ID) {
		t.Errorf("along with the visit go %v", along)
	}
	if along := p.Tick(&c, who.ID, true); !slices.Equal(along, []string{v.ID}) || c.Ticked(item.ID) {
		t.Errorf("along with the attendee come %v", along)
	}
	// Also without the help of Tick nothing is left in the air.
	var only desk.Choices
	only.Tick(v.ID, false)
	report, err := b.ApplyChosen(p, only)
	if err != nil || report.Counts[desk.LeftOut] != 3 {
		t.Fatalf("%+v, %v", report, err)
	}
	if _, ok := desk.Get[*plan.Attendee](b, who.ID); ok {
		t.Error("the attendee came without his visit")
	}
	var others desk.Choices
	others.Tick(who.ID, false)
	if _, err := b.ApplyChosen(p, others); err != nil {
		t.Fatal(err)
	}
	if got, ok := desk.Get[*plan.AgendaItem](b, item.ID); !ok || len(got.Leads) != 0 {
		t.Errorf("the item came %v, with the speakers %+v, who was left out", ok, got.Leads)
	}
	send(t, a, b, desk.Scope{All: true})
	if got, _ := desk.Get[*plan.AgendaItem](b, item.ID); len(got.Leads) != 1 {
		t.Errorf("offered again, the speaker did not come: %+v", got)
	}
}

func TestANewRecordComesWithItsNameOrNotAtAll(t *testing.T) {
	a, b, visitID := twoDesks(t)
	p, err := b.Preview(carry(t, a, desk.Scope{All: true}))
	if err != nil {
		t.Fatal(err)
	}
	var c desk.Choices
	c.TickField(visitID, "title", false)
	if _, err := b.ApplyChosen(p, c); err != nil {
		t.Fatal(err)
	}
	if got := visit(t, b, visitID); got.Title == "" {
		t.Error("the visit came without its title")
	}
}

func TestAChoiceDoesNotReplaceWhatWasNotOnScreen(t *testing.T) {
	w := differ(t)
	p := preview(t, w)
	c, err := w.mine.TakeAll(p, desk.TakeTheirs)
	if err != nil {
		t.Fatal(err)
	}
	v := visit(t, w.mine, w.visit)
	v.Purpose = "Viết sau khi xem"
	put(t, w.mine, v)
	if _, err := w.mine.ApplyChosen(p, c); err != nil {
		t.Fatal(err)
	}
	it, _ := w.mine.Record(w.visit)
	if both := it.Conflicts["purpose"]; len(both) != 2 {
		t.Errorf("what was written after the preview is gone: %+v", both)
	}
}

func TestAChoiceThatWasNotOfferedIsRefused(t *testing.T) {
	w := differ(t)
	p := preview(t, w)
	for name, choose := range map[string]func(*desk.Choices){
		"both of what does not differ": func(c *desk.Choices) { c.Pick(w.visit, "title", desk.TakeBoth) },
		"a value that nobody wrote":    func(c *desk.Choices) { c.PickValue(w.visit, "purpose", json.RawMessage(`"khác"`)) },
		"a deletion that is none":      func(c *desk.Choices) { c.Pick(w.visit, desk.Deletion, desk.TakeDelete) },
	} {
		var c desk.Choices
		choose(&c)
		before := recordsOf(t, w.mine)
		if _, err := w.mine.ApplyChosen(p, c); fault.KeyOf(err) != "fault.no_such_choice" || !bytes.Equal(before, recordsOf(t, w.mine)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := w.mine.TakeAll(p, "ours"); fault.KeyOf(err) != "fault.not_a_take" {
		t.Errorf("ours: %v", err)
	}
}

func TestKeepingMineOfWhatTheyHaveEditedKnowingly(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, b, visitID, "Tên của bạn", "")
	p, err := a.Preview(carry(t, b, desk.Scope{Visit: visitID}))
	if err != nil {
		t.Fatal(err)
	}
	var c desk.Choices
	c.Pick(visitID, "title", desk.TakeMine)
	if _, err := a.ApplyChosen(p, c); err != nil {
		t.Fatal(err)
	}
	send(t, a, b, desk.Scope{Visit: visitID})
	if got := visit(t, b, visitID); got.Title != "Học tập kinh nghiệm" || len(got.Conflicts) != 0 {
		t.Errorf("at the other side: %q, %v", got.Title, got.Conflicts)
	}
}

func TestEachImportOfABundleIsTakenBackByItself(t *testing.T) {
	a, b, visitID := twoDesks(t)
	put(t, a, &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"})
	bundled := carry(t, a, desk.Scope{Visit: visitID})
	p, err := b.Preview(bundled)
	if err != nil {
		t.Fatal(err)
	}
	var c desk.Choices
	for _, item := range p.Items {
		c.Tick(item.ID, item.Kind != plan.KindTopic)
	}
	if _, err := b.ApplyChosen(p, c); err != nil {
		t.Fatal(err)
	}
	rest, err := b.Import(bundled)
	if err != nil || rest.Counts[desk.Added] != 1 {
		t.Fatalf("%+v, %v", rest, err)
	}
	all, _ := b.Imports()
	if len(all) != 2 {
		t.Fatalf("the register has %d lines", len(all))
	}
	undoImport(t, b, all[1].Import)
	undoImport(t, b, all[0].Import)
	if all, _ = b.Imports(); !all[0].Undone || !all[1].Undone {
		t.Errorf("undone: %+v", all)
	}
}

func TestSettleIsOneStepOfUndo(t *testing.T) {
	w := differ(t)
	if _, err := w.mine.Import(w.bundle); err != nil {
		t.Fatal(err)
	}
	open := w.mine.Open()
	var c desk.Choices
	c.Pick(w.visit, "purpose", desk.TakeTheirs)
	c.Pick(w.visit, "legal_basis", desk.TakeBoth)
	if n, err := w.mine.Settle(open, c); err != nil || n != 2 || w.mine.CountOpen("") != 0 {
		t.Fatalf("%d, %v, %d open", n, err, w.mine.CountOpen(""))
	}
	turn(t, w.mine.Undo)
	if w.mine.CountOpen("") != 2 {
		t.Errorf("%d open after the undo", w.mine.CountOpen(""))
	}
}

// Three offices write the purpose: the third value can be taken too, and an
// answer of our own stands instead of all.
func TestAValueOfAThirdOfficeAndWordsOfOnesOwn(t *testing.T) {
	for name, choose := range map[string]func(c *desk.Choices, id string, f desk.PreviewField) (want string){
		"the third": func(c *desk.Choices, id string, f desk.PreviewField) (want string) {
			c.PickValue(id, "purpose", f.Others()[0].Value)
			_ = json.Unmarshal(f.Others()[0].Value, &want)
			return want
		},
		"our own": func(c *desk.Choices, id string, _ desk.PreviewField) string {
			c.PickText(id, "purpose", " Lời đáp ")
			return "Lời đáp"
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := differ(t)
			third := desktest.Open(t, desktest.NewStore(), 3)
			send(t, w.theirs, third, desk.Scope{All: true})
			v := visit(t, third, w.visit)
			v.Purpose = "Lời của bên thứ ba"
			put(t, third, v)
			theirs := visit(t, w.theirs, w.visit)
			theirs.Purpose = "Lời viết lại"
			put(t, w.theirs, theirs)
			send(t, third, w.theirs, desk.Scope{All: true})
			w.bundle = carry(t, w.theirs, desk.Scope{All: true})
			p := preview(t, w)
			i := slices.IndexFunc(p.Items, func(item desk.PreviewItem) bool { return item.ID == w.visit })
			f, _ := p.Items[i].Field("purpose")
			if len(f.Others()) != 1 {
				t.Fatalf("others: %+v", f.Others())
			}
			var c desk.Choices
			want := choose(&c, w.visit, f)
			if _, err := w.mine.ApplyChosen(p, c); err != nil {
				t.Fatal(err)
			}
			if got := visit(t, w.mine, w.visit); got.Purpose != want || slices.Contains(got.Conflicts, "purpose") {
				t.Errorf("purpose %q, want %q; open %v", got.Purpose, want, got.Conflicts)
			}
		})
	}
}

func TestWordsThatBreakARuleAreRefusedBeforehand(t *testing.T) {
	w := differ(t)
	p := preview(t, w)
	i := slices.IndexFunc(p.Items, func(item desk.PreviewItem) bool { return item.ID == w.visit })
	f, _ := p.Items[i].Field("purpose")
	long := strings.Repeat("x", 4001)
	var invalid *desk.Invalid
	if err := f.Refuse(long); !errors.As(err, &invalid) {
		t.Errorf("refused with %v", err)
	}
	if err := f.Refuse("Lời đáp"); err != nil {
		t.Errorf("refused: %v", err)
	}
	var c desk.Choices
	c.PickText(w.visit, "purpose", long)
	if _, err := w.mine.ApplyChosen(p, c); fault.KeyOf(err) != "fault.no_such_choice" {
		t.Errorf("taken: %v", err)
	}
}
