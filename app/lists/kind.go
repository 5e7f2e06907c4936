package lists

import (
	"path/filepath"
	"slices"
	"strings"

	"nhipcau/app/plan"
)

// Kind names a list: the same word on the command line and in the register of
// what has left.
type Kind string

// The lists.
const (
	Delegation  Kind = "delegation"
	Programme   Kind = "programme"
	Topics      Kind = "topics"
	Questions   Kind = "questions"
	FieldVisits Kind = "field_visits"
	Models      Kind = "models"
	FollowUps   Kind = "follow_ups"
	Lessons     Kind = "lessons"
	Vehicles    Kind = "vehicles"
	Visits      Kind = "visits"
	People      Kind = "people"
	Localities  Kind = "localities"
	Indicators  Kind = "indicators"
)

// Format is the form of a file.
type Format string

// The formats, named as files end.
const (
	XLSX Format = "xlsx"
	CSV  Format = "csv"
	ICS  Format = "ics"
	VCF  Format = "vcf"
)

// FormatOf gives the format that the name of a file asks for.
func FormatOf(path string) (Format, bool) {
	f := Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(path), ".")))
	return f, slices.Contains([]Format{XLSX, CSV, ICS, VCF}, f)
}

// NeedsVisit says how a list depends on a visit.
type NeedsVisit int

// A list is of the whole desk, of the desk or one visit, or always of a visit.
const (
	NoVisit NeedsVisit = iota
	AnyVisit
	OneVisit
)

// Form says what can be asked of a kind.
type Form struct {
	Kind    Kind
	Visit   NeedsVisit
	Formats []Format
}

// Forms lists the kinds in the order in which they are offered.
func Forms() []Form {
	rows := []Format{XLSX, CSV}
	return []Form{
		{Delegation, OneVisit, []Format{XLSX, CSV, VCF}},
		{Programme, OneVisit, []Format{XLSX, CSV, ICS}},
		{Topics, OneVisit, rows},
		{Questions, OneVisit, rows},
		{FieldVisits, OneVisit, rows},
		{Models, AnyVisit, rows},
		{FollowUps, AnyVisit, rows},
		{Lessons, AnyVisit, rows},
		{Vehicles, OneVisit, rows},
		{Visits, NoVisit, rows},
		{People, NoVisit, []Format{XLSX, CSV, VCF}},
		{Localities, NoVisit, rows},
		{Indicators, NoVisit, rows},
	}
}

// FormOf finds a kind by its name; a hyphen counts as an underscore.
func FormOf(name string) (Form, bool) {
	name = strings.ReplaceAll(strings.ToLower(name), "-", "_")
	for _, f := range Forms() {
		if string(f.Kind) == name {
			return f, true
		}
	}
	return Form{}, false
}

// Writes says whether the kind can be written in a format.
func (f Form) Writes(format Format) bool { return slices.Contains(f.Formats, format) }

// Variant is one of the five lists of a delegation (domain notes, section 2.4).
type Variant string

// The variants: for the partner, for logistics, for tickets and hotels, for
// signing, and for a meeting that the host holds.
const (
	ForPartner   Variant = "A"
	ForLogistics Variant = "B"
	ForTickets   Variant = "C"
	ForSigning   Variant = "D"
	ForMeeting   Variant = "E"
)

// VariantNamed reads the letter of a variant; nothing is the one for the
// partner.
func VariantNamed(letter string) (Variant, bool) {
	v := Variant(strings.ToUpper(strings.TrimSpace(letter)))
	if v == "" {
		return ForPartner, true
	}
	return v, slices.Contains([]Variant{ForPartner, ForLogistics, ForTickets, ForSigning, ForMeeting}, v)
}

// Internal says whether a variant is for our own office only.
func (v Variant) Internal() bool { return v == ForLogistics || v == ForTickets }

// Ask says which list is wanted.
type Ask struct {
	Kind    Kind
	Variant Variant   // of a delegation; "" is ForPartner
	Side    plan.Side // of a delegation; "" is the guests, or the host ForMeeting
	// Internal asks for what stays in the office: internal items and columns,
	// and what is personal.
	Internal bool
	// Person narrows a calendar to one attendee.
	Person string
}

// side is the delegation that is asked for.
func (a Ask) side() plan.Side {
	switch {
	case a.Side != "":
		return a.Side
	case a.Variant == ForMeeting:
		return plan.Host
	default:
		return plan.Guest
	}
}
