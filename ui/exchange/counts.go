package exchange

import (
	"strings"

	"nhipcau/app/desk"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// outcome is how an outcome is shown.
type outcome struct {
	is   desk.Outcome
	key  string // of its word and of its count
	tone kit.Tone
}

// outcomes lists what can happen to a record, what asks for a look first.
var outcomes = []outcome{
	{desk.SetAside, "exchange.set_aside", kit.RedTone},
	{desk.Differing, "exchange.differing", kit.RedTone},
	{desk.Removed, "exchange.removed", kit.AmberTone},
	{desk.Added, "exchange.added", kit.GreenTone},
	{desk.Edited, "exchange.edited", kit.AccentTone},
	{desk.LeftOut, "review.left_out", kit.AmberTone},
	{desk.Same, "exchange.same", kit.Neutral},
}

// outcomeOf finds how an outcome is shown, and its rank in the list.
func outcomeOf(o desk.Outcome) (look outcome, rank int) {
	for i, one := range outcomes {
		if one.is == o {
			return one, i
		}
	}
	return outcomes[len(outcomes)-1], len(outcomes)
}

// countsLine says what an import does, in words: "Thêm 3, sửa 2, …".
func countsLine(h *page.Host, counts map[desk.Outcome]int) string {
	line := allCounts(h, counts)
	if n := counts[desk.LeftOut]; n > 0 {
		line += ", " + lower(h.Say("review.left_out_n", "Number", n))
	}
	return line
}

func allCounts(h *page.Host, counts map[desk.Outcome]int) string {
	return h.Say("exchange.counts", "Added", counts[desk.Added], "Edited", counts[desk.Edited],
		"Same", counts[desk.Same], "Differing", counts[desk.Differing], "Removed", counts[desk.Removed])
}

// actWord says on the button what importing does: "Nhập: thêm 3, sửa 2".
func actWord(h *page.Host, counts map[desk.Outcome]int) string {
	var parts []string
	for _, o := range []desk.Outcome{desk.Added, desk.Edited, desk.Differing, desk.Removed} {
		if n := counts[o]; n > 0 {
			look, _ := outcomeOf(o)
			parts = append(parts, lower(h.Say(look.key+"_n", "Number", n)))
		}
	}
	if len(parts) == 0 {
		return h.Say("exchange.take_same")
	}
	return h.Say("exchange.take", "What", strings.Join(parts, ", "))
}
