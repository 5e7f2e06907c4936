package command

import (
	"strings"

	"github.com/google/uuid"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// speakers reads who leads or presents: an id, the name of an attendee of the
// visit, which is linked, or any other text, which stays one and is named. A
// name that several attendees have is a fault.
func (p parser) speakers(visit, text string) ([]plan.Speaker, error) {
	var out []plan.Speaker
	for _, one := range splitList(text) {
		if uuid.Validate(one) == nil {
			out = append(out, plan.Speaker{Attendee: one})
			continue
		}
		found := p.attendeesNamed(visit, one)
		switch len(found) {
		case 0:
			p.tell("cli.speaker_text", "Text", one)
			out = append(out, plan.Speaker{Text: one})
		case 1:
			out = append(out, plan.Speaker{Attendee: found[0].ID})
		default:
			return nil, fault.New("fault.speaker_ambiguous", "Name", one, "Known", describe(found))
		}
	}
	return out, nil
}

// attendeesNamed are those of a visit, of both sides, who are called so. A form
// of address before the name makes no difference.
func (p parser) attendeesNamed(visit, name string) []*plan.Attendee {
	var out []*plan.Attendee
	if visit == "" {
		return nil
	}
	bare := plan.NewEntry(name, "").Name
	for _, a := range desk.Of[*plan.Attendee](p.desk, visit) {
		if key := vietnamese.ToneKey(a.Name); key == vietnamese.ToneKey(name) || key == vietnamese.ToneKey(bare) {
			out = append(out, a)
		}
	}
	return out
}

// describe names attendees so that they can be told apart.
func describe(list []*plan.Attendee) string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.ID
		if posts := strings.TrimPrefix(strings.Join([]string{a.PostLine(), a.Unit}, ", "), ", "); posts != "" {
			out[i] += " (" + strings.TrimSuffix(posts, ", ") + ")"
		}
	}
	return strings.Join(out, "; ")
}
