package desk_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// world is two offices that have shared a visit and then went on alone. It is
// built from a list of strokes, so that the same world can be built twice.
type world struct {
	mine, theirs *desk.Desk
	visit        string
	bundle       *bundle.Bundle // what they send
}

// stroke is one change in one of the offices.
type stroke struct {
	Mine  bool
	What  int // 0 to 6, see play
	Value int
}

func strokes(t *rapid.T) []stroke {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) stroke {
		return stroke{rapid.Bool().Draw(t, "mine"), rapid.IntRange(0, 6).Draw(t, "what"), rapid.IntRange(0, 3).Draw(t, "value")}
	}), 0, 14).Draw(t, "strokes")
}

func build(t *testing.T, strokes []stroke) world {
	t.Helper()
	w := world{mine: desktest.New(t), theirs: desktest.Open(t, desktest.NewStore(), 2)}
	w.visit = newVisit(t, w.mine, "Học tập kinh nghiệm").ID
	put(t, w.mine, &plan.Attendee{Visit: w.visit, Side: plan.Guest, Name: "Đại biểu 01"})
	put(t, w.mine, &plan.Topic{Visit: w.visit, Title: "Đào tạo nghề"})
	send(t, w.mine, w.theirs, desk.Scope{All: true})
	for _, s := range strokes {
		d := w.theirs
		if s.Mine {
			d = w.mine
		}
		play(t, d, w.visit, s)
	}
	w.bundle = carry(t, w.theirs, desk.Scope{All: true})
	return w
}

func play(t *testing.T, d *desk.Desk, visitID string, s stroke) {
	t.Helper()
	v := visit(t, d, visitID)
	text := fmt.Sprint(d.Replica(), s.Value)
	switch s.What {
	case 0:
		v.Purpose = text
		put(t, d, v)
	case 1:
		v.When = plan.Period{From: "2024-06-10", To: []plan.Period{{To: "2024-06-10"}, {To: "2024-06-11"}, {To: "2024-06-12"}, {To: "2024-06-13"}}[s.Value].To}
		put(t, d, v)
	case 2:
		v.LegalBasis = text
		put(t, d, v)
	case 3:
		put(t, d, &plan.Topic{Visit: visitID, Title: "Nội dung " + text})
	case 4:
		if all := desk.Of[*plan.Topic](d, visitID); len(all) > 0 {
			do(t, d, func(tx *desk.Tx) error { return tx.Delete(all[0].ID) })
		}
	case 5:
		if all := desk.Of[*plan.Topic](d, visitID); len(all) > 0 {
			all[0].Findings = text
			put(t, d, all[0])
		}
	case 6:
		who := &plan.Attendee{Visit: visitID, Side: plan.Host, Name: "Đại biểu " + text}
		put(t, d, who)
		put(t, d, &plan.AgendaItem{Visit: visitID, Title: "Phát biểu " + text, Leads: []plan.Speaker{{Attendee: who.ID}}})
	}
}

func preview(t *testing.T, w world) *desk.Preview {
	t.Helper()
	p, err := w.mine.Preview(w.bundle)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ticks leaves some records and fields out.
func ticks(t *rapid.T, p *desk.Preview) desk.Choices {
	var c desk.Choices
	for _, item := range p.Items {
		if rapid.IntRange(0, 3).Draw(t, "record") == 0 {
			p.Tick(&c, item.ID, false)
		}
		for _, f := range item.Fields {
			if rapid.IntRange(0, 3).Draw(t, "field") == 0 {
				c.TickField(item.ID, f.Name, false)
			}
		}
	}
	return c
}

func TestUntickedIsAsIfAbsent(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		script := strokes(rt)
		ticked, whole := build(t, script), build(t, script)
		p := preview(t, ticked)
		c := ticks(rt, p)
		before := states(t, ticked.mine)
		if _, err := ticked.mine.ApplyChosen(p, c); err != nil {
			rt.Fatal(err)
		}
		after := states(t, ticked.mine)
		for _, item := range p.Items {
			if !c.Ticked(item.ID) && !bytes.Equal(before[item.ID], after[item.ID]) {
				rt.Fatalf("%s %s was left out and has changed:\n%s\n%s", item.Kind, item.ID, before[item.ID], after[item.ID])
			}
			for _, f := range item.Fields {
				was, now := fieldIn(t, before[item.ID], f.Name), fieldIn(t, after[item.ID], f.Name)
				if !item.New && !c.FieldTicked(item.ID, f.Name) && was != now {
					rt.Fatalf("%s of %s was left out; before %s, after %s", f.Name, item.ID, was, now)
				}
			}
		}
		if _, err := ticked.mine.Import(ticked.bundle); err != nil {
			rt.Fatal(err)
		}
		if _, err := whole.mine.Import(whole.bundle); err != nil {
			rt.Fatal(err)
		}
		if x, y := recordsOf(t, ticked.mine), recordsOf(t, whole.mine); !bytes.Equal(x, y) {
			rt.Fatalf("in two goes:\n%s\nat once:\n%s", x, y)
		}
	})
}

// states gives each record as it is packed, by id.
func states(t *testing.T, d *desk.Desk) map[string][]byte {
	t.Helper()
	var all []json.RawMessage
	if err := json.Unmarshal(recordsOf(t, d), &all); err != nil || len(all) == 0 {
		t.Fatalf("%d records, %v", len(all), err)
	}
	out := map[string][]byte{}
	for _, one := range all {
		var head struct{ ID string }
		if err := json.Unmarshal(one, &head); err != nil || head.ID == "" {
			t.Fatalf("%s: %v", one, err)
		}
		out[head.ID] = one
	}
	return out
}

// fieldIn is what stands in a field of a packed record, and what was seen of it.
func fieldIn(t *testing.T, packed []byte, name string) string {
	t.Helper()
	var rec struct {
		Data map[string]json.RawMessage   `json:"data"`
		Seen map[string]json.RawMessage   `json:"_c"`
		More map[string][]json.RawMessage `json:"_alt"`
	}
	if len(packed) == 0 {
		return ""
	}
	if err := json.Unmarshal(packed, &rec); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s %s, %d more", rec.Data[name], rec.Seen[name], len(rec.More[name]))
}

// choose settles all that differs, each at random.
func choose(t *rapid.T, p *desk.Preview) (c desk.Choices, want map[[2]string]string) {
	want = map[[2]string]string{}
	for _, item := range p.Items {
		for _, f := range item.Fields {
			if !f.Differ {
				continue
			}
			takes := []desk.Take{desk.TakeMine, desk.TakeTheirs}
			if f.Both() != nil {
				takes = append(takes, desk.TakeBoth)
			}
			take := rapid.SampledFrom(takes).Draw(t, "take")
			c.Pick(item.ID, f.Name, take)
			value := map[desk.Take]json.RawMessage{desk.TakeMine: f.Mine, desk.TakeTheirs: f.Theirs, desk.TakeBoth: f.Both()}[take]
			want[[2]string{item.ID, f.Name}] = string(value)
		}
		if item.Contested {
			c.Pick(item.ID, desk.Deletion, rapid.SampledFrom([]desk.Take{desk.TakeKeep, desk.TakeDelete}).Draw(t, "deletion"))
		}
	}
	return c, want
}

func TestAChoiceLeavesNoConflictAndConverges(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := build(t, strokes(rt))
		p := preview(t, w)
		c, want := choose(rt, p)
		before := recordsOf(t, w.mine)
		report, err := w.mine.ApplyChosen(p, c)
		if err != nil || report.Conflicts != 0 {
			rt.Fatalf("%d conflicts, %v", report.Conflicts, err)
		}
		if n := w.mine.CountOpen(""); n != 0 {
			rt.Fatalf("%d are still open: %+v", n, w.mine.Open().Items)
		}
		for where, value := range want {
			if got := fieldOf(t, w.mine, where[0], where[1]); got != value {
				rt.Fatalf("%v is %s, want %s", where, got, value)
			}
		}
		after := recordsOf(t, w.mine)
		send(t, w.mine, w.theirs, desk.Scope{All: true})
		if !bytes.Equal(after, recordsOf(t, w.theirs)) {
			rt.Fatalf("the other side has\n%s\nnot\n%s", recordsOf(t, w.theirs), after)
		}
		if report.Import == "" {
			return
		}
		if left := undoImport(t, w.mine, report.Import); len(left) != 0 || !bytes.Equal(before, recordsOf(t, w.mine)) {
			rt.Fatalf("undo has left %v, and\n%s\ninstead of\n%s", left, recordsOf(t, w.mine), before)
		}
	})
}

// fieldOf is the json of what stands in a field, null for nothing.
func fieldOf(t *testing.T, d *desk.Desk, id, field string) string {
	t.Helper()
	it, _ := d.Record(id)
	var data map[string]json.RawMessage
	if err := json.Unmarshal(it.Data, &data); err != nil {
		t.Fatal(err)
	}
	if data[field] == nil {
		return "null"
	}
	return string(data[field])
}

func TestImportUndoImportGivesTheSameBytes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := build(t, strokes(rt))
		p := preview(t, w)
		c := ticks(rt, p)
		before := recordsOf(t, w.mine)
		report, err := w.mine.ApplyChosen(p, c)
		if err != nil {
			rt.Fatal(err)
		}
		once := recordsOf(t, w.mine)
		if report.Import == "" {
			return
		}
		undoImport(t, w.mine, report.Import)
		if !bytes.Equal(before, recordsOf(t, w.mine)) {
			rt.Fatal("undo has not brought the bytes of before back")
		}
		if _, err := w.mine.ApplyChosen(preview(t, w), c); err != nil {
			rt.Fatal(err)
		}
		if again := recordsOf(t, w.mine); !bytes.Equal(once, again) {
			rt.Fatalf("once:\n%s\nagain:\n%s", once, again)
		}
	})
}

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

func TestOursIsWhatOurOfficeMade(t *testing.T) {
	a, b, visitID := twoDesks(t)
	setUp(t, a, "UBND huyện Đắk Glong", "huyện Đắk Glong, tỉnh Đắk Nông")
	setUp(t, b, "UBND huyện Thạch An", "huyện Thạch An, tỉnh Cao Bằng")
	mine := &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"}
	put(t, a, mine)
	send(t, a, b, desk.Scope{Visit: visitID})
	theirs := &plan.Topic{Visit: visitID, Title: "Nhà ở"}
	put(t, b, theirs)
	send(t, b, a, desk.Scope{Visit: visitID})
	for _, id := range []string{mine.ID, theirs.ID} {
		one, _ := desk.Get[*plan.Topic](b, id)
		one.Findings = "Ghi thêm"
		put(t, b, one)
	}
	p, err := a.Preview(carry(t, b, desk.Scope{Visit: visitID}))
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range p.Items {
		if item.Outcome == desk.Edited && item.Ours != (item.ID == mine.ID) {
			t.Errorf("%s: ours %v", item.Label, item.Ours)
		}
	}
}

// TestWhoDecidesFollowsFromTheSide: the hosts decide about the programme,
// whoever drew it up, and the guests about their delegation; another installation
// of the same office proposes nothing.
func TestWhoDecidesFollowsFromTheSide(t *testing.T) {
	guests, hosts, visitID := twoDesks(t)
	setUp(t, guests, "UBND huyện Đắk Glong", "huyện Đắk Glong, tỉnh Đắk Nông")
	setUp(t, hosts, "UBND huyện Thạch An", "huyện Thạch An, tỉnh Cao Bằng")
	v := visit(t, guests, visitID)
	v.Guest, v.Hosts = guests.Office().Locality, []string{hosts.Office().Locality}
	put(t, guests, v)
	put(t, guests, &plan.Attendee{Visit: visitID, Side: plan.Guest, Name: "Đại biểu 01"})
	send(t, guests, hosts, desk.Scope{Visit: visitID})
	edit := func(d *desk.Desk) {
		item, who := desk.Of[*plan.AgendaItem](d, visitID)[0], desk.Of[*plan.Attendee](d, visitID)[0]
		item.Place, who.Unit = "Phòng họp "+d.Author(), "Văn phòng "+d.Author()
		put(t, d, item)
		put(t, d, who)
	}
	ours := func(from, to *desk.Desk) (out []plan.Kind) {
		p, err := to.Preview(carry(t, from, desk.Scope{Visit: visitID}))
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range p.Items {
			if item.Ours {
				out = append(out, item.Kind)
			}
		}
		return out
	}
	edit(hosts)
	if got := ours(hosts, guests); len(got) != 1 || got[0] != plan.KindAttendee {
		t.Errorf("for the guests to decide: %v", got)
	}
	send(t, hosts, guests, desk.Scope{Visit: visitID})
	edit(guests)
	if got := ours(guests, hosts); len(got) != 1 || got[0] != plan.KindAgendaItem {
		t.Errorf("for the hosts to decide: %v", got)
	}
}
