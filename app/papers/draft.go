package papers

import (
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/plan"
)

// draft marks a paper as a draft where the office says so or the offices differ
// on something that stands on it, and names at its end what that is.
func (s Subject) draft(doc paper.Document) paper.Document {
	doc.Draft = s.decided().Draft || len(s.Open) > 0
	if len(s.Open) > 0 {
		remark := s.Style.Ground("Nội dung hai bên chưa thống nhất: " + strings.Join(s.Open, "; ") + ".")
		doc.Blocks = append(slices.Clip(doc.Blocks), remark)
	}
	return doc
}

// Used are the records that the paper is made of: those of the kinds that it
// uses, what is decided about it, and the office that issues it.
func (s Subject) Used() []plan.Record {
	kind, _ := KindNamed(s.Request.Kind)
	out := slices.DeleteFunc(s.records(), func(r plan.Record) bool { return !slices.Contains(kind.Uses, r.Kind()) })
	if s.Paper != nil {
		out = append(out, s.Paper)
	}
	if s.Issuer != nil {
		out = append(out, s.Issuer)
	}
	return out
}

// records are those of which papers of the visit are made. Of models, a paper
// that is for one of them uses that one.
func (s Subject) records() []plan.Record {
	models := s.Models
	if one := s.modelByID(s.Request.Model); one != nil {
		models = []*plan.Model{one}
	}
	v := s.View
	return slices.Concat(
		[]plan.Record{v.Visit}, recordsOf(v.Objectives), recordsOf(v.Stops), recordsOf(v.Attendees), recordsOf(v.Agenda),
		recordsOf(v.Topics), recordsOf(v.Questions), recordsOf(v.FieldVisits), recordsOf(v.FollowUps), recordsOf(v.Progress),
		recordsOf(v.Lessons), recordsOf(models), recordsOf(s.Vehicles), recordsOf(s.Lodgings), recordsOf(s.Gifts), recordsOf(s.Figures),
	)
}

func recordsOf[T plan.Record](list []T) []plan.Record {
	out := make([]plan.Record, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}
