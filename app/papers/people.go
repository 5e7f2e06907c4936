package papers

import (
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
	parts := []string{honorifics[a.Honorific] + a.Name}
	if line := a.PostLine(); line != "" {
		parts = append(parts, line)
	}
	if word := roleWords[a.Role]; word != "" && a.Side == plan.Guest {
		parts = append(parts, word)
	}
	return strings.Join(parts, ", ")
}

// shortPosts is how many posts of somebody stand in a table: the highest, which
// are the first.
const shortPosts = 2

// shortName is one attendee in a table: "Đ/c Trịnh Anh - UVBTV, Phó Chủ tịch
// UBND huyện".
func shortName(a *plan.Attendee) string {
	if a.Group {
		return a.Name
	}
	prefix := map[string]string{"": "Đ/c ", "dong_chi": "Đ/c ", "ong": "Ông ", "ba": "Bà "}[a.Honorific]
	if posts := a.Posts[:min(len(a.Posts), shortPosts)]; len(posts) > 0 {
		return prefix + a.Name + " - " + strings.Join(posts, ", ")
	}
	return prefix + a.Name
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

// speakers names who leads and who presents an item, each once. Who has declined
// is left out; plan.Clashes asks for somebody else.
func (s Subject) speakers(item *plan.AgendaItem) string {
	byID := map[string]*plan.Attendee{}
	for _, a := range s.View.Attendees {
		byID[a.ID] = a
	}
	var names []string
	seen := map[string]bool{}
	for _, who := range append(append([]plan.Speaker(nil), item.Presents...), item.Leads...) {
		name := who.Text
		if a := byID[who.Attendee]; a != nil {
			if a.Attendance == plan.Declined {
				continue
			}
			name = shortName(a)
		}
		if name != "" && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return strings.Join(names, ";\n")
}
