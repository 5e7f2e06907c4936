package plan

import "nhipcau/app/vietnamese"

// IsOf says whether an attendee is a person of the directory: he was taken from
// there, or he has the name and the locality of the person and points to nobody
// else. A name alone is not enough, since many share one.
func (a *Attendee) IsOf(p *Person) bool {
	if a.Person != "" || p.ID == "" {
		return a.Person == p.ID && p.ID != ""
	}
	return !a.Group && a.Locality != "" && a.Locality == p.Locality && sameName(a.Name, p.Name)
}

// sameName compares names by their tone key: a tone mark in another place makes
// no other name, another tone does.
func sameName(a, b string) bool {
	key := vietnamese.ToneKey(a)
	return key != "" && key == vietnamese.ToneKey(b)
}

// AttendedBy lists the attendees who are the person, in the order given.
func AttendedBy(p *Person, attendees []*Attendee) []*Attendee {
	var out []*Attendee
	for _, a := range attendees {
		if a.IsOf(p) {
			out = append(out, a)
		}
	}
	return out
}

// Namesakes lists the people of the directory with the name who may come from
// the locality: those of it, and those of whom no locality is known.
func Namesakes(name, locality string, people []*Person) []*Person {
	var out []*Person
	for _, p := range people {
		if sameName(name, p.Name) && (p.Locality == "" || locality == "" || p.Locality == locality) {
			out = append(out, p)
		}
	}
	return out
}

// Works says whether a person works in a unit, which is written by its name or
// its short name; where both have a locality it is the same.
func (p *Person) Works(u *Unit) bool {
	if p.Locality != "" && u.Locality != "" && p.Locality != u.Locality {
		return false
	}
	return sameName(p.Unit, u.Name) || sameName(p.Unit, u.Short)
}
