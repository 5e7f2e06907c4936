package bundle

import (
	"bytes"
	"slices"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Profile says what of the records of a scope travels, and to whom (domain
// notes, export profiles).
type Profile string

// The profiles. ProfileReceipt holds no records: it only says what has arrived.
const (
	// ProfilePartner is for the other locality: names, posts and units, the
	// programme, topics and models; nothing internal, no telephone numbers.
	ProfilePartner Profile = "partner"
	// ProfileContacts is ProfilePartner with telephone and e-mail of the
	// attendees who are marked as contacts, and of nobody else.
	ProfileContacts Profile = "partner+contacts"
	// ProfileInternal is one visit with its logistics and all personal fields,
	// for another computer of the same office.
	ProfileInternal Profile = "internal"
	// ProfilePublic names no person at all.
	ProfilePublic Profile = "public"
	// ProfileAll is everything that the office has.
	ProfileAll Profile = "all"
	// ProfileReceipt is the answer to bundles that have come.
	ProfileReceipt Profile = "receipt"
)

// Profiles are those among which a person chooses for one visit.
func Profiles() []Profile {
	return []Profile{ProfilePartner, ProfileContacts, ProfileInternal, ProfilePublic}
}

// Confidential says whether the profile is for the own office alone.
func (p Profile) Confidential() bool { return p == ProfileInternal || p == ProfileAll }

// Keep leaves out of a record what the profile keeps at home, and names the
// fields that were there; see Redact. It gives nil for a record that stays at
// home whole.
func (p Profile) Keep(rec *merge.Record) (kept *merge.Record, redacted []string) {
	switch p {
	case ProfileInternal, ProfileAll:
		return rec, nil
	case ProfileContacts:
		return Redact(rec, contactClass(rec))
	case ProfilePublic:
		return Redact(rec, publicClass)
	default:
		return Redact(rec, ClassOf)
	}
}

// KeepAll is Keep for many records. It gives the names of the fields that were
// left out, each once and in order.
func (p Profile) KeepAll(records []*merge.Record) (kept []*merge.Record, redacted []string) {
	kept = make([]*merge.Record, 0, len(records))
	for _, rec := range records {
		open, names := p.Keep(rec)
		if open == nil {
			continue
		}
		kept = append(kept, open)
		redacted = append(redacted, names...)
	}
	slices.Sort(redacted)
	return kept, slices.Compact(redacted)
}

// contactFields are what travels of a contact.
var contactFields = []string{"phone", "email"}

// contactClass opens the contact fields of an attendee who is marked as a
// contact. While offices differ about the mark, they stay at home.
func contactClass(rec *merge.Record) func(kind, field string) plan.Class {
	if rec.Kind != string(plan.KindAttendee) || !isContact(rec) {
		return ClassOf
	}
	return func(kind, field string) plan.Class {
		if slices.Contains(contactFields, field) {
			return plan.Public
		}
		return ClassOf(kind, field)
	}
}

func isContact(rec *merge.Record) bool {
	values := rec.Fields["contact"].Values
	no := func(v merge.Value) bool { return !bytes.Equal(v.JSON, []byte("true")) }
	return len(values) > 0 && !slices.ContainsFunc(values, no)
}

// peopleKinds are the kinds that are people, or files in which they are seen.
var peopleKinds = map[plan.Kind]bool{plan.KindPerson: true, plan.KindAttendee: true, plan.KindAttachment: true}

// peopleFields are public fields that name people, by kind.
var peopleFields = map[plan.Kind][]string{
	plan.KindAgendaItem: {"leads", "presents"},
	plan.KindTopic:      {"owner"},
	plan.KindQuestion:   {"asked_by", "addressed_to"},
	plan.KindModel:      {"holder"},
	plan.KindPaper:      {"signer"},
}

// publicClass takes people out.
func publicClass(kind, field string) plan.Class {
	if peopleKinds[plan.Kind(kind)] || slices.Contains(peopleFields[plan.Kind(kind)], field) {
		return plan.Personal
	}
	return ClassOf(kind, field)
}

// Disclosure is what a record holds of a person's own: the names of its personal
// fields that are not empty, in the order of the declaration.
type Disclosure struct {
	Record *merge.Record
	Fields []string
}

// Disclosures lists what records hold of people's own, as it is to be looked at
// before it leaves. A value that only one of several offices has counts too.
func Disclosures(records []*merge.Record) []Disclosure {
	var out []Disclosure
	for _, rec := range records {
		decl := declarationOf(rec.Kind)
		if decl == nil {
			continue
		}
		var fields []string
		for _, f := range decl.Fields {
			if f.Class == plan.Personal && slices.ContainsFunc(rec.Fields[f.Name].Values, filled) {
				fields = append(fields, f.Name)
			}
		}
		if len(fields) > 0 {
			out = append(out, Disclosure{rec, fields})
		}
	}
	return out
}

func filled(v merge.Value) bool {
	return len(v.JSON) > 0 && !slices.Contains([]string{`""`, "null", "[]", "0", "false"}, string(v.JSON))
}
