package papers

import (
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// placeholder is a name that wordings may hold in braces, and what it stands for
// in the papers of a visit.
type placeholder struct {
	name string
	text func(Subject) string
}

// placeholders are all of them, in the order in which an editor lists them.
func placeholders() []placeholder {
	return []placeholder{
		{"đoàn", Subject.delegation},
		{"khách", func(s Subject) string { return s.Guest.Running }},
		{"chủ nhà", func(s Subject) string { return lowerFirst(s.hostNames(), s.names()...) }},
		{"nội dung", func(s Subject) string { return orElse(s.theme(), s.subjects()) }},
		{"ngày", Subject.visitDays},
		{"trưởng đoàn", Subject.guestHead},
		{"cơ quan", Subject.issuerName},
		{"nơi đến", Subject.destination},
		{"chuyến đi", Subject.errand},
		{"văn phòng", Subject.secretariat},
		{"chuyên đề", Subject.subjects},
	}
}

// visitDays is when the visit is, within a sentence.
func (s Subject) visitDays() string {
	when := s.View.Visit.When
	if !when.From.Valid() {
		return toFill
	}
	return vietnamese.RunningRange(when.From, when.Last())
}

// guestHead is who leads the guests, within a sentence.
func (s Subject) guestHead() string {
	head := s.headOf(plan.Guest)
	if head == nil {
		return toFill
	}
	return introduction(head)
}
