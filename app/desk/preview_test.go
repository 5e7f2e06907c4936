package desk_test

import (
	"maps"
	"testing"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// claim makes the titles in a bundle claim to have seen writes of a replica.
func claim(b *bundle.Bundle, id string, replica merge.Replica, n uint64) {
	for i, rec := range b.Records {
		if rec.ID != id {
			continue
		}
		next := *rec
		next.Fields = maps.Clone(rec.Fields)
		f := next.Fields["title"]
		f.Context = f.Seen()
		f.Context[replica] = n
		next.Fields["title"] = f
		b.Records[i] = &next
	}
}

func TestClaimThatNothingBearsOutIsSetAside(t *testing.T) {
	for name, replica := range map[string]func(a, b *desk.Desk) string{
		"of a third office":    func(_, _ *desk.Desk) string { return "STRANGER0001" },
		"of the sender itself": func(_, b *desk.Desk) string { return b.Replica() },
		"of our own":           func(a, _ *desk.Desk) string { return a.Replica() },
	} {
		t.Run(name, func(t *testing.T) {
			a, b, visitID := twoDesks(t)
			send(t, a, b, desk.Scope{Visit: visitID})
			setTitle(t, a, visitID, "Lời của ta", "")
			topic := &plan.Topic{Visit: visitID, Title: "Đào tạo nghề"}
			put(t, b, topic)
			bundled := carry(t, b, desk.Scope{Visit: visitID})
			claim(bundled, visitID, merge.Replica(replica(a, b)), 1<<40)
			preview, err := a.Preview(bundled)
			if err != nil || preview.Counts[desk.SetAside] != 1 || preview.SetBack {
				t.Fatalf("preview: %v, set back %v, %v", preview.Counts, preview.SetBack, err)
			}
			before := a.Replica()
			report, err := a.Apply(preview)
			if err != nil || len(report.Aside) != 1 || report.Aside[0].ID != visitID || report.Aside[0].Aside != desk.AsideClaim {
				t.Errorf("report: %+v, %v", report, err)
			}
			if v := visit(t, a, visitID); v.Title != "Lời của ta" {
				t.Errorf("title = %q: the claim has wiped it", v.Title)
			}
			if len(titles(a, visitID)) != 1 || a.Replica() != before {
				t.Errorf("topics %v, replica %s", titles(a, visitID), a.Replica())
			}
		})
	}
}

// A chooses over a write of B that is nowhere any more when C hears of it.
func TestClaimOfAReplacedWriteIsBelieved(t *testing.T) {
	a, b, visitID := twoDesks(t)
	c := desktest.Open(t, desktest.NewStore(), 3)
	send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, b, visitID, "Lời của bạn", "")
	send(t, b, a, desk.Scope{Visit: visitID})
	setTitle(t, a, visitID, "Lời đã thống nhất", "")
	report := send(t, a, c, desk.Scope{Visit: visitID})
	if len(report.Aside) != 0 || visit(t, c, visitID).Title != "Lời đã thống nhất" {
		t.Errorf("set aside: %+v", report.Aside)
	}
}

func TestSetBackIsToldBeforeAnythingIsWritten(t *testing.T) {
	a, b := desktest.New(t), desktest.Open(t, desktest.NewStore(), 2)
	newVisit(t, a, "A")
	send(t, a, b, desk.Scope{All: true})
	store := desktest.NewStore()
	back := desktest.Open(t, store, 1) // A from nothing, under its old name
	old := back.Replica()
	preview, err := back.Preview(carry(t, b, desk.Scope{All: true}))
	if err != nil || !preview.SetBack {
		t.Fatalf("set back %v, %v", preview.SetBack, err)
	}
	if back.Replica() != old || len(keys(t, store, "")) != 0 {
		t.Error("something was written by the preview")
	}
	if report, err := back.Apply(preview); err != nil || !report.NewReplica || back.Replica() == old {
		t.Errorf("report %+v, replica %s, %v", report, back.Replica(), err)
	}
}

func TestPreviewCountsConflictsAsTheyWillBe(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, a, visitID, "Lời của ta", "")
	setTitle(t, b, visitID, "Lời của bạn", "")
	bundled := carry(t, b, desk.Scope{Visit: visitID})
	preview, err := a.Preview(bundled)
	if err != nil || preview.Conflicts != 1 {
		t.Errorf("preview counts %d conflicts, %v", preview.Conflicts, err)
	}
	report, err := a.Apply(preview)
	if err != nil || report.Conflicts != 1 {
		t.Errorf("import counts %d conflicts, %v", report.Conflicts, err)
	}
	if preview, _ = a.Preview(bundled); preview.Conflicts != 1 || preview.Counts[desk.Differing] != 0 {
		t.Errorf("the second time: %d conflicts, %v", preview.Conflicts, preview.Counts)
	}
}

// clockOf is the reading of the newest change in the history of a record.
func clockOf(t *testing.T, d *desk.Desk, id string) merge.Clock {
	t.Helper()
	entries, err := d.History(id)
	if err != nil || len(entries) == 0 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	return entries[0].Clock
}

func TestEditAfterAnImportIsOrderedAfterIt(t *testing.T) {
	for name, tt := range map[string]struct {
		ahead  time.Duration
		follow bool
	}{
		"an hour ahead":    {time.Hour, true},
		"a week ahead":     {7 * 24 * time.Hour, false}, // it would spoil our dates
		"as late as we do": {0, true},
	} {
		t.Run(name, func(t *testing.T) {
			a, b, visitID := twoDesks(t)
			send(t, a, b, desk.Scope{Visit: visitID})
			for range tt.ahead / time.Second {
				b.Now()
			}
			setTitle(t, b, visitID, "Của bạn", "")
			theirs := clockOf(t, b, visitID)
			send(t, b, a, desk.Scope{Visit: visitID})
			setTitle(t, a, visitID, "Của ta", "")
			if got := clockOf(t, a, visitID) > theirs; got != tt.follow {
				t.Errorf("ours %s, theirs %s", clockOf(t, a, visitID), theirs)
			}
		})
	}
}
