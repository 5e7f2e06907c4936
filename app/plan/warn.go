package plan

import (
	"slices"

	"nhipcau/app/civil"
)

// FindLocality gives a locality by its id, nil if it is not known.
type FindLocality func(id string) *Locality

// Warnings gives everything about one visit that somebody should look at:
// periods, heads of delegation, units that have ended, and the clashes of the
// programme. Warnings never block.
func Warnings(v VisitView, find FindLocality) []Issue {
	var out []Issue
	out = append(out, periodWarnings(v)...)
	out = append(out, HeadWarnings(v)...)
	out = append(out, UnitsOutOfTime(v, find)...)
	return append(out, Clashes(v)...)
}

// PeriodWarning says whether a period ends before it starts. The field is the
// one that holds the period and id its record.
func PeriodWarning(field, id string, p Period) (Issue, bool) {
	if !p.From.Valid() || !p.To.Valid() || p.To >= p.From {
		return Issue{}, false
	}
	return warning(field+".to", "warning.end_before_start", []string{id}, "From", p.From, "To", p.To), true
}

// periodWarnings looks at the days of the visit and of its stops.
func periodWarnings(v VisitView) []Issue {
	var out []Issue
	if i, bad := PeriodWarning("when", v.Visit.ID, v.Visit.When); bad {
		out = append(out, i)
	}
	for _, s := range v.Stops {
		if i, bad := PeriodWarning("when", s.ID, s.When); bad {
			out = append(out, i)
		}
	}
	return out
}

// HeadWarnings says which side of a visit has no head of delegation or several.
// A side without anybody on it is a matter of readiness, and one who has
// declined leads nobody.
func HeadWarnings(v VisitView) []Issue {
	var out []Issue
	for _, side := range []Side{Guest, Host} {
		var heads, ids []string
		for _, a := range v.Side(side) {
			if a.Attendance == Declined {
				continue
			}
			ids = append(ids, a.ID)
			if a.IsHead() {
				heads = append(heads, a.ID)
			}
		}
		switch {
		case len(heads) > 1:
			out = append(out, warning("role", "warning.two_heads_"+string(side), heads, "Count", len(heads)))
		case len(heads) == 0 && len(ids) > 0:
			out = append(out, warning("role", "warning.no_head_"+string(side), ids[:1]))
		}
	}
	return out
}

// DistrictsEnd is the first day without districts: on 1 July 2025 local
// government became two-tier, province and commune (domain notes, section 6.2,
// rule 1).
const DistrictsEnd civil.Date = "2025-07-01"

// UnitsOutOfTime finds localities of a visit that had ceased to exist before its
// first day, or that did not exist yet. It is a soft warning: old visits are
// entered later, with the names of their time.
func UnitsOutOfTime(v VisitView, find FindLocality) []Issue {
	day := v.Visit.When.From
	if !day.Valid() {
		return nil
	}
	var out []Issue
	look := func(field, id string) {
		if l := find(id); l != nil {
			if i, wrong := UnitOutOfTime(l, day); wrong {
				i.Field, i.Other = field, []string{v.Visit.ID, id}
				out = append(out, i)
			}
		}
	}
	if v.Visit.Guest != "" {
		look("guest", v.Visit.Guest)
	}
	for _, id := range v.Hosts() {
		look("hosts", id)
	}
	return out
}

// UnitOutOfTime says whether a locality had ceased to exist on a day, or did not
// exist yet. A district has ceased from DistrictsEnd on, also where nobody has
// noted its end.
func UnitOutOfTime(l *Locality, day civil.Date) (Issue, bool) {
	if len(l.Versions) == 0 {
		return Issue{}, false
	}
	first, last := l.Versions[0], l.Versions[0]
	for _, version := range l.Versions {
		if version.ValidFrom < first.ValidFrom {
			first = version
		}
	}
	for _, version := range l.Versions {
		if version.ValidTo == "" {
			last = version
			break
		}
		if version.ValidTo > last.ValidTo {
			last = version
		}
	}
	name := last.FullName()
	switch {
	case last.Level == "district" && day >= DistrictsEnd:
		return warning("", "warning.district_ended", []string{l.ID}, "Name", name, "Day", day), true
	case last.ValidTo != "" && last.ValidTo < day:
		return warning("", "warning.unit_ended", []string{l.ID},
			"Name", name, "Day", day, "End", last.ValidTo), true
	case first.ValidFrom > day:
		return warning("", "warning.unit_not_yet", []string{l.ID},
			"Name", first.FullName(), "Day", day, "Begin", first.ValidFrom), true
	}
	return Issue{}, false
}

// RepeatMonths is how long a repeated visit is worth a question.
const RepeatMonths = 24

// Repeats finds earlier and coming visits with the same guest, a common host
// and a common category of topic within RepeatMonths of the visit, so that a
// locality is not asked the same again without a reason. Cancelled visits don't
// count.
func Repeats(v VisitView, others []VisitView) []Issue {
	day := v.Visit.When.From
	if !day.Valid() || v.Visit.Guest == "" {
		return nil
	}
	var out []Issue
	for _, o := range others {
		if o.Visit.ID == v.Visit.ID || o.Visit.Guest != v.Visit.Guest ||
			o.Visit.Status == StatusCancelled || !within(day, o.Visit.When.From, RepeatMonths) {
			continue
		}
		topic := commonTopic(v, o)
		if topic == nil || !slices.ContainsFunc(o.Hosts(), func(id string) bool {
			return slices.Contains(v.Hosts(), id)
		}) {
			continue
		}
		out = append(out, warning("", "warning.repeated_visit", []string{o.Visit.ID},
			"Title", o.Visit.Title, "Day", o.Visit.When.From, "Topic", topic.Title, "Months", RepeatMonths))
	}
	return out
}

// within says whether two days are no more than some months apart.
func within(a, b civil.Date, months int) bool {
	return b.Valid() && a.AddMonths(-months) <= b && b <= a.AddMonths(months)
}

// commonTopic gives the first topic of v whose category o has as well.
func commonTopic(v, o VisitView) *Topic {
	for _, t := range v.Topics {
		for _, u := range o.Topics {
			if t.Category != "" && t.Category == u.Category {
				return t
			}
		}
	}
	return nil
}
