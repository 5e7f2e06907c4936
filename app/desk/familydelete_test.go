package desk_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// TestWithAVisitGoesItsFamily: what belongs to a visit is deleted and restored
// with it, also as the other office sees it.
func TestWithAVisitGoesItsFamily(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	agenda := func(d *desk.Desk) int { return len(d.List(plan.KindAgendaItem, visitID)) }
	do(t, a, func(tx *desk.Tx) error { return tx.Delete(visitID) })
	send(t, a, b, desk.Scope{All: true})
	if agenda(a) != 0 || agenda(b) != 0 || b.HasVisit(visitID) {
		t.Errorf("after deleting: %d agenda items here, %d there", agenda(a), agenda(b))
	}
	do(t, b, func(tx *desk.Tx) error { return tx.Restore(visitID) })
	send(t, b, a, desk.Scope{Visit: visitID})
	if agenda(a) != 1 || agenda(b) != 1 || !a.HasVisit(visitID) {
		t.Errorf("after restoring: %d agenda items here, %d there", agenda(a), agenda(b))
	}
}
