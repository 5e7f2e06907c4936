package desk_test

import (
	"slices"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
)

// titles lists the titles of a visit's topics.
func titles(d *desk.Desk, visitID string) []string {
	var out []string
	for _, topic := range desk.Of[*plan.Topic](d, visitID) {
		out = append(out, topic.Title)
	}
	slices.Sort(out)
	return out
}

func visits(d *desk.Desk) int { return len(desk.All[*plan.Visit](d)) }

func TestDeleteOfAPartnerDoesNotHideWhatHeNeverSaw(t *testing.T) {
	a, b, visitID := twoDesks(t)
	put(t, a, &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"})
	send(t, a, b, desk.Scope{Visit: visitID})
	mine := &plan.Topic{Visit: visitID, Title: "Hỗ trợ nhà ở"}
	put(t, a, mine) // B never hears of it
	do(t, b, func(tx *desk.Tx) error { return tx.Delete(visitID) })
	preview, err := a.Preview(carry(t, b, desk.Scope{All: true}))
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range preview.Items {
		if it.ID == visitID && it.Outcome != desk.Differing {
			t.Errorf("the preview calls the visit %s", it.Outcome)
		}
	}
	if _, err := a.Apply(preview); err != nil {
		t.Fatal(err)
	}
	if v := visit(t, a, visitID); v.Trashed || !v.Contested || visits(a) != 1 {
		t.Fatalf("the visit: trashed %v, contested %v, listed %d", v.Trashed, v.Contested, visits(a))
	}
	if got := a.Contested(); len(got) != 1 || got[0].ID != visitID {
		t.Errorf("contested: %+v", got)
	}
	if got := titles(a, visitID); !slices.Equal(got, []string{"Hỗ trợ nhà ở"}) {
		t.Errorf("topics: %v", got)
	}
	if found := a.Find("học tập", 5); len(found) != 1 {
		t.Errorf("find gives %d visits", len(found))
	}

	// One way: the whole visit comes back.
	do(t, a, func(tx *desk.Tx) error { return tx.Restore(visitID) })
	if v := visit(t, a, visitID); v.Trashed || v.Contested || len(titles(a, visitID)) != 2 || len(a.Bin()) != 0 {
		t.Errorf("after the restore: %+v, topics %v, bin %v", v.Head, titles(a, visitID), a.Bin())
	}
	turn(t, a.Undo)
	// The other: it goes, with what was added.
	do(t, a, func(tx *desk.Tx) error { return tx.Delete(visitID) })
	if v := visit(t, a, visitID); !v.Trashed || v.Contested || visits(a) != 0 || len(a.Contested()) != 0 {
		t.Errorf("after the delete: %+v", v.Head)
	}
}

func TestVisitAsksAsSoonAsAMemberComes(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.Open(t, store, 1), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, a, "Học tập kinh nghiệm")
	send(t, a, b, desk.Scope{Visit: v.ID})
	do(t, a, func(tx *desk.Tx) error { return tx.Delete(v.ID) })
	put(t, b, &plan.Topic{Visit: v.ID, Title: "Đào tạo nghề"})
	a.WarmFind()
	var told []desk.Changed
	a.Signals.Changed.Listen(func(c desk.Changed) { told = append(told, c) })
	send(t, b, a, desk.Scope{All: true})
	if got := visit(t, a, v.ID); got.Trashed || !got.Contested || len(a.Find("kinh nghiệm", 5)) != 1 {
		t.Errorf("the visit to which a topic came: %+v", got.Head)
	}
	if len(told) != 1 || !slices.Contains(told[0].IDs, v.ID) {
		t.Errorf("listeners hear %+v, not of the visit", told)
	}
	if got := visit(t, desktest.Open(t, store, 1), v.ID); got.Trashed || !got.Contested {
		t.Error("after a restart the visit does not ask any more")
	}
	// The topic goes: nothing is left to ask about.
	do(t, a, func(tx *desk.Tx) error { return tx.Delete(desk.Of[*plan.Topic](a, v.ID)[0].ID) })
	if got := visit(t, a, v.ID); !got.Trashed || len(a.Find("kinh nghiệm", 5)) != 0 {
		t.Errorf("the visit whose last member went: %+v", got.Head)
	}
}

func TestRestoreAfterBothOfficesDeletedBringsTheFamilyBack(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{All: true})
	onlyB := &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"}
	put(t, b, onlyB)
	do(t, a, func(tx *desk.Tx) error { return tx.Delete(visitID) })
	do(t, b, func(tx *desk.Tx) error { return tx.Delete(visitID) })
	send(t, a, b, desk.Scope{All: true})
	send(t, b, a, desk.Scope{All: true})
	for name, d := range map[string]*desk.Desk{"a": a, "b": b} {
		do(t, d, func(tx *desk.Tx) error { return tx.Restore(visitID) })
		view, _ := d.View(visitID)
		if len(view.Agenda) != 1 || len(view.Topics) != 1 || len(d.Bin()) != 0 {
			t.Errorf("%s: %d agenda items, %d topics, %d left in the bin", name, len(view.Agenda), len(view.Topics), len(d.Bin()))
		}
	}
}
