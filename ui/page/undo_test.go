package page_test

import (
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/pagetest"
)

// Whoever undoes something that is not on screen reads what it was, and where.
func TestUndoSaysWhatItUndid(t *testing.T) {
	f := pagetest.New(t)
	topic := desk.Of[*plan.Topic](f.Desk, f.Visit)[0]
	visit, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	f.Change(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		topic.Findings = "Doanh nghiệp trả một phần."
		return tx.Put(topic)
	}, nil)
	for _, turn := range []func(){f.Undo, f.Redo} {
		turn()
		for _, word := range []string{f.Words.Kind(plan.KindTopic), topic.Title, visit.Title} {
			if !strings.Contains(f.LastToast(), word) {
				t.Errorf("%q does not name %q", f.LastToast(), word)
			}
		}
	}
}
