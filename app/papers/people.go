package papers

import (
	"slices"
	"strings"

	"nhipcau/app/plan"
)

// honorifics are the forms of address of domain notes §3.6; inside the
// political system people are "đồng chí" unless something else is said.
var honorifics = map[string]string{"": "đồng chí ", "dong_chi": "đồng chí ", "ong": "ông ", "ba": "bà ", "quy_vi": "", "none": ""}

// roleWords are the roles that a list names after the posts.
var roleWords = map[string]string{
	plan.AttendeeHead: "Trưởng đoàn", plan.AttendeeDeputy: "Phó Trưởng đoàn", plan.AttendeeSecretary: "Thư ký đoàn",
}

// introduction is one attendee in a sentence: "đồng chí Nông Long Giang, Phó
// Chủ tịch UBND huyện, Trưởng đoàn".
func introduction(a *plan.Attendee) string {
	if a.Group {
		return lowerFirst(a.Name)
	}
	if word := roleWords[a.Role]; word != "" && a.Side == plan.Guest {
		return withPosts(a) + ", " + word
	}
	return withPosts(a)
}

// withPosts is somebody in a sentence with the posts, without the role.
func withPosts(a *plan.Attendee) string {
	return filledParts(", ", honorifics[a.Honorific]+a.Name, a.PostLine())
}

// shortPosts is how many posts of somebody stand in a table: the highest, which
// are the first.
const shortPosts = 2

// calledName is one attendee by name alone: "Đ/c Trịnh Anh".
func calledName(a *plan.Attendee) string {
	if a.Group {
		return a.Name
	}
	return map[string]string{"": "Đ/c ", "dong_chi": "Đ/c ", "ong": "Ông ", "ba": "Bà "}[a.Honorific] + a.Name
}

// shortName is one attendee in a table: "Đ/c Trịnh Anh - UVBTV, Phó Chủ tịch
// UBND huyện".
func shortName(a *plan.Attendee) string {
	if posts := a.Posts[:min(len(a.Posts), shortPosts)]; len(posts) > 0 && !a.Group {
		return calledName(a) + " - " + strings.Join(posts, ", ")
	}
	return calledName(a)
}

// present lists those of a side who have not declined, in their order.
func (s Subject) present(side plan.Side) []*plan.Attendee {
	var out []*plan.Attendee
	for _, a := range s.View.Side(side) {
		if a.Attendance != plan.Declined {
			out = append(out, a)
		}
	}
	return out
}

func introductions(attendees []*plan.Attendee) string {
	parts := make([]string, len(attendees))
	for i, a := range attendees {
		parts[i] = introduction(a)
	}
	return strings.Join(parts, "; ")
}

// ledBy says who leads people, as it goes on behind their number: ", do đồng chí
// Nông Long Giang, Phó Chủ tịch UBND huyện làm Trưởng đoàn"; "" where nobody does.
func ledBy(people []*plan.Attendee) string {
	for _, a := range people {
		switch {
		case a.IsHead() && a.Side == plan.Guest:
			return ", do " + withPosts(a) + " làm Trưởng đoàn"
		case a.IsHead():
			return ", do " + withPosts(a) + " chủ trì"
		}
	}
	return ""
}

// speaking are those who present an item and those who lead it.
func speaking(item *plan.AgendaItem) []plan.Speaker { return slices.Concat(item.Presents, item.Leads) }

// speakers names who presents and who leads an item, with their posts.
func (s Subject) speakers(item *plan.AgendaItem) string {
	return strings.Join(s.speakerNames(speaking(item), shortName), ";\n")
}

// speakerNames names who speaks, each once and attendees in the way that is
// given. Who has declined is left out; plan.Clashes asks for somebody else.
func (s Subject) speakerNames(who []plan.Speaker, named func(*plan.Attendee) string) []string {
	var names []string
	for _, one := range who {
		name := strings.TrimSpace(one.Text)
		if a := s.attendee(one.Attendee); a != nil {
			if a.Attendance == plan.Declined {
				continue
			}
			name = named(a)
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// attendee finds one of the visit by the id, nil if there is none.
func (s Subject) attendee(id string) *plan.Attendee {
	for _, a := range s.View.Attendees {
		if a.ID == id && id != "" {
			return a
		}
	}
	return nil
}
