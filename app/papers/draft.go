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
	var out []plan.Record
	for _, used := range kind.Uses {
		out = append(out, s.records(used)...)
	}
	if s.Paper != nil {
		out = append(out, s.Paper)
	}
	if s.Issuer != nil {
		out = append(out, s.Issuer)
	}
	return out
}

// records are those of a kind of which papers of the visit are made.
func (s Subject) records(kind plan.Kind) []plan.Record {
	switch kind {
	case plan.KindVisit:
		return []plan.Record{s.View.Visit}
	case plan.KindObjective:
		return recordsOf(s.View.Objectives)
	case plan.KindStop:
		return recordsOf(s.View.Stops)
	case plan.KindAttendee:
		return recordsOf(s.View.Attendees)
	case plan.KindAgendaItem:
		return recordsOf(s.View.Agenda)
	case plan.KindTopic:
		return recordsOf(s.View.Topics)
	case plan.KindQuestion:
		return recordsOf(s.View.Questions)
	case plan.KindFieldVisit:
		return recordsOf(s.View.FieldVisits)
	}
	return s.otherRecords(kind)
}

// otherRecords are those of the kinds that stand on few papers. Of models, a
// paper that is for one of them uses that one.
func (s Subject) otherRecords(kind plan.Kind) []plan.Record {
	switch kind {
	case plan.KindFollowUp:
		return recordsOf(s.View.FollowUps)
	case plan.KindProgressEntry:
		return recordsOf(s.View.Progress)
	case plan.KindLesson:
		return recordsOf(s.View.Lessons)
	case plan.KindModel:
		if one := s.modelByID(s.Request.Model); one != nil {
			return []plan.Record{one}
		}
		return recordsOf(s.Models)
	case plan.KindVehicle:
		return recordsOf(s.Vehicles)
	case plan.KindLodging:
		return recordsOf(s.Lodgings)
	case plan.KindGift:
		return recordsOf(s.Gifts)
	case plan.KindIndicator:
		return recordsOf(s.Figures)
	}
	return nil
}

func recordsOf[T plan.Record](list []T) []plan.Record {
	out := make([]plan.Record, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}
