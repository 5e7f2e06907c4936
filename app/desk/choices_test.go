package desk_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
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
		for _, f := range item.Fields() {
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
			for _, f := range item.Fields() {
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
		for _, f := range item.Fields() {
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
