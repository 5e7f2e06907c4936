package plan

import (
	"slices"

	"nhipcau/app/vietnamese"
)

// Clashes gives what does not fit together in the programme of a visit, in the
// order of the programme: items that overlap, people in two places at once,
// field stops that cannot be reached in time, items outside their day, their
// stop or the visit, speakers who have declined, discussions without anybody to
// lead them, topics without a slot or a speaker. They are warnings and never block. Other names the
// agenda items concerned, the one to go to first, then other records.
func Clashes(v VisitView) []Issue {
	items := timedItems(v)
	var out []Issue
	for i, a := range items {
		// Items are in order of their start, so only what begins before a
		// ends can overlap it.
		for _, b := range items[i+1:] {
			if b.span.from >= a.span.to {
				break
			}
			out = append(out, clashesOfPair(v, a, b)...)
		}
	}
	out = append(out, travelClashes(v, items)...)
	out = append(out, periodClashes(v, items)...)
	out = append(out, declinedSpeakers(v)...)
	return append(out, speakerClashes(v)...)
}

// clashesOfPair gives what is wrong with two items that follow each other in
// the programme, if they run at the same time.
func clashesOfPair(v VisitView, a, b timed) []Issue {
	minutes, ok := a.span.overlap(b.span)
	if !ok {
		return nil
	}
	// The later item is the one that is usually moved, so it comes first.
	ids := []string{b.item.ID, a.item.ID}
	if samePlace(a.item.Place, b.item.Place) {
		return []Issue{warning("when", "warning.overlap_place", ids,
			"First", a.item.Title, "Second", b.item.Title, "Place", b.item.Place, "Count", minutes)}
	}
	var out []Issue
	if mustBeTogether(a.item, b.item) {
		out = append(out, warning("when", "warning.overlap", ids,
			"First", a.item.Title, "Second", b.item.Title, "Count", minutes))
	}
	for _, p := range sharedPeople(v, a.item, b.item) {
		out = append(out, warning("when", "warning.person_twice", append(ids[:2:2], p.ID),
			"Person", p.Name, "First", a.item.Title, "Second", b.item.Title))
	}
	return out
}

// mustBeTogether says whether two items at the same time cannot both be right
// although no common place is known: the delegation is one group, so without
// two different places it would have to be divided. What the hosts prepare
// meanwhile, unseen by the guests, is no clash.
func mustBeTogether(a, b *AgendaItem) bool {
	if a.Internal || b.Internal {
		return false
	}
	if a.Stop != "" && b.Stop != "" && a.Stop != b.Stop {
		return false
	}
	return vietnamese.Fold(a.Place) == "" || vietnamese.Fold(b.Place) == ""
}

// sharedPeople gives the attendees who lead or present both items. Two
// attendees made from one person of the directory are one; who has declined is
// in neither place.
func sharedPeople(v VisitView, a, b *AgendaItem) []*Attendee {
	in := speakersOf(a)
	both := speakersOf(b)
	persons := map[string]bool{}
	for _, at := range v.Attendees {
		if in[at.ID] && at.Person != "" {
			persons[at.Person] = true
		}
	}
	var out []*Attendee
	for _, at := range v.Attendees {
		if both[at.ID] && !at.Group && at.Attendance != Declined && (in[at.ID] || persons[at.Person]) {
			out = append(out, at)
		}
	}
	return out
}

func speakersOf(a *AgendaItem) map[string]bool {
	ids := map[string]bool{}
	for _, list := range [][]Speaker{a.Leads, a.Presents} {
		for _, s := range list {
			if s.Attendee != "" {
				ids[s.Attendee] = true
			}
		}
	}
	return ids
}

// periodClashes finds items that run past midnight or lie outside the days of
// their stop or, where the stop has none, of the visit.
func periodClashes(v VisitView, items []timed) []Issue {
	stops := map[string]*Stop{}
	for _, s := range v.Stops {
		stops[s.ID] = s
	}
	var out []Issue
	for _, t := range items {
		when, id := t.item.When, []string{t.item.ID}
		if end, days := when.End(); days > 0 && end != "00:00" {
			out = append(out, warning("when", "warning.past_midnight", id,
				"Title", t.item.Title, "End", string(end)))
		}
		period, key, ids := v.Visit.When, "warning.outside_visit", id
		if s := stops[t.item.Stop]; s != nil && s.When.From != "" {
			period, key, ids = s.When, "warning.outside_stop", append(id[:1:1], s.ID)
		}
		if period.From != "" && !period.Contains(when.Day) {
			out = append(out, warning("when", key, ids, "Title", t.item.Title,
				"Day", when.Day, "From", period.From, "To", period.Last()))
		}
	}
	return out
}

// declinedSpeakers finds items that somebody leads or presents who has declined
// since: the item needs another, and the programme leaves the name out.
func declinedSpeakers(v VisitView) []Issue {
	var out []Issue
	for _, item := range v.Programme() {
		speakers := speakersOf(item)
		for _, a := range v.Attendees {
			if a.Attendance != Declined || !speakers[a.ID] {
				continue
			}
			field := "leads"
			if slices.ContainsFunc(item.Presents, func(s Speaker) bool { return s.Attendee == a.ID }) {
				field = "presents"
			}
			out = append(out, warning(field, "warning.speaker_declined", []string{item.ID, a.ID},
				"Person", a.Name, "Title", item.Title))
		}
	}
	return out
}

// speakerClashes finds discussions that nobody leads and, once there is a
// programme, topics that have no slot in it or nobody to present them.
func speakerClashes(v VisitView) []Issue {
	var out []Issue
	for _, item := range v.Programme() {
		if item.ItemKind == ItemDiscussion && !item.HasSpeaker() {
			out = append(out, warning("leads", "warning.discussion_without_lead",
				[]string{item.ID}, "Title", item.Title))
		}
	}
	if len(v.Agenda) == 0 {
		return out
	}
	for _, c := range Coverage(v) {
		switch {
		case !c.Slot():
			out = append(out, warning("", "warning.topic_without_slot",
				[]string{c.Topic.ID}, "Topic", c.Topic.Title))
		case !c.Speaker:
			out = append(out, warning("presents", "warning.topic_without_speaker",
				append(append([]string(nil), c.Items...), c.Topic.ID), "Topic", c.Topic.Title))
		}
	}
	return out
}
