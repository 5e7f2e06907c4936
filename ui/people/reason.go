package people

import (
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/precedence"
	"nhipcau/ui/page"
)

// reasonWords tells in a sentence why somebody has his place. Names are those
// of his side by id; suggested is the place that rank would give.
func reasonWords(h *page.Host, p desk.Placed, names map[string]string, suggested int) string {
	r := p.Reason
	if p.Attendee.Attendance == plan.Declined {
		return h.Say("people.why_declined")
	}
	switch r.Why {
	case precedence.WhyManual:
		if suggested == p.Number {
			return h.Say("people.why_manual_same")
		}
		return h.Say("people.why_manual", "Number", suggested)
	case precedence.WhyHead:
		return h.Say("people.why_head_" + string(p.Attendee.Side))
	case precedence.WhyFurtherPost:
		if r.Post.Post == "" {
			return h.Say("people.why_no_further_post", "Name", names[r.After])
		}
	}
	return h.Say("people.why_"+string(r.Why), "Post", postWords(h, r.Post), "Name", names[r.After])
}

// postWords names a post that was recognised, with its level: "Chủ tịch UBND
// cấp huyện".
func postWords(h *page.Host, held precedence.Held) string {
	name := h.Desk.Catalogue().Ranks.Label(held.Post, h.Words.Language())
	if held.Level != "" && byLevel(h, held.Post) {
		name = h.Say("people.post_at_"+string(held.Level), "Post", name)
	}
	if held.Former {
		name = h.Say("people.post_former", "Post", name)
	}
	return name
}

// byLevel says whether a post ranks by its level; a driver is one everywhere.
func byLevel(h *page.Host, post string) bool {
	for _, p := range h.Desk.Catalogue().Ranks.Posts {
		if p.Code == post {
			return p.Rank == 0
		}
	}
	return false
}
