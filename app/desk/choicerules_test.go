package desk_test

import (
	"slices"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// itemOf finds a record in a preview.
func itemOf(t *testing.T, p *desk.Preview, id string) desk.PreviewItem {
	t.Helper()
	i := slices.IndexFunc(p.Items, func(item desk.PreviewItem) bool { return item.ID == id })
	if i < 0 {
		t.Fatalf("no %s in the preview", id)
	}
	return p.Items[i]
}

func TestWhatBothHadIsNoDraftThatNeverLeft(t *testing.T) {
	w := differ(t)
	v := visit(t, w.mine, w.visit)
	v.Purpose = "Viết lần hai, chưa gửi"
	put(t, w.mine, v)
	f, _ := itemOf(t, preview(t, w), w.visit).Field("purpose")
	if string(f.Base()) != `"Học tập"` {
		t.Errorf("both had %s", f.Base())
	}
}

func TestAChoiceIsOrderedAfterWhatItReplaces(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	for range time.Hour / time.Second {
		b.Now()
	}
	setTitle(t, a, visitID, "Của ta", "")
	setTitle(t, b, visitID, "Của bạn", "")
	theirs := clockOf(t, b, visitID)
	p, err := a.Preview(carry(t, b, desk.Scope{Visit: visitID}))
	if err != nil {
		t.Fatal(err)
	}
	var c desk.Choices
	c.Pick(visitID, "title", desk.TakeTheirs)
	if _, err := a.ApplyChosen(p, c); err != nil {
		t.Fatal(err)
	}
	if ours := clockOf(t, a, visitID); ours <= theirs {
		t.Errorf("the choice reads %s, what it replaces %s", ours, theirs)
	}
}

func TestAChoiceBringsNothingOutOfTheBin(t *testing.T) {
	a, b, visitID := twoDesks(t)
	topic := &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"}
	put(t, a, topic)
	send(t, a, b, desk.Scope{All: true})
	for d, text := range map[*desk.Desk]string{a: "Lời của ta", b: "Lời của bạn"} {
		one, _ := desk.Get[*plan.Topic](d, topic.ID)
		one.Findings = text
		put(t, d, one)
		do(t, d, func(tx *desk.Tx) error { return tx.Delete(topic.ID) })
	}
	p, err := a.Preview(carry(t, b, desk.Scope{All: true}))
	if err != nil {
		t.Fatal(err)
	}
	var c desk.Choices
	for _, f := range itemOf(t, p, topic.ID).Fields() {
		if f.Differ {
			t.Errorf("%s asks in the bin", f.Name)
		}
		c.Pick(topic.ID, f.Name, desk.TakeMine)
	}
	c.PickValue(topic.ID, "findings", []byte(`"Lời của ta"`))
	if _, err := a.ApplyChosen(p, c); err != nil {
		t.Fatal(err)
	}
	if one, _ := desk.Get[*plan.Topic](a, topic.ID); !one.Trashed {
		t.Error("the topic that both have deleted is back")
	}
}

// What bears a claim out was written, also where it is left out.
func TestWhatIsLeftOutStillBearsClaimsOut(t *testing.T) {
	a, b := desktest.New(t), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, b, "Chuyến của bạn")
	model := &plan.Model{Name: "Mô hình trồng cà phê"}
	put(t, b, model)
	bundled := carry(t, b, desk.Scope{All: true})
	claim(bundled, v.ID, merge.Replica(b.Replica()), 2) // the write of the model
	bundled.Have = nil
	p, err := a.Preview(bundled)
	if err != nil {
		t.Fatal(err)
	}
	var c desk.Choices
	c.Tick(model.ID, false)
	report, err := a.ApplyChosen(p, c)
	if err != nil || len(report.Aside) != 0 {
		t.Fatalf("set aside: %+v, %v", report.Aside, err)
	}
	if _, ok := desk.Get[*plan.Visit](a, v.ID); !ok {
		t.Error("the visit did not come")
	}
}
