package lists

import (
	"strings"
	"time"
	"unicode/utf8"

	"nhipcau/app/catalogue"
	"nhipcau/app/civil"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// Source is what lists are made from. The desk fills it with records that are
// not in the bin.
type Source struct {
	// View is the visit, its delegations in their order; without one, Visit is
	// nil.
	View     plan.VisitView
	Vehicles []*plan.Vehicle
	// What belongs to the whole desk, or to the visit where there is one.
	Models    []*plan.Model
	FollowUps []*plan.FollowUp
	Progress  []*plan.ProgressEntry
	Lessons   []*plan.Lesson
	Visits    []*plan.Visit
	// Attending is how many guests a visit has, by its id.
	Attending  map[string]int
	People     []*plan.Person
	Localities []Place
	Figures    []*plan.Indicator

	Catalogue *catalogue.Catalogue
	// Place finds a locality as it was on a day.
	Place func(id string, day civil.Date) Place
	// Changed says when a record was written last, zero if that is not known.
	Changed func(id string) time.Time
	Today   civil.Date

	index *index // see indexed
}

// Place is a locality as lists name it.
type Place struct {
	ID        string
	Name      string // "Thạch An"
	Running   string // "huyện Thạch An"
	Path      string // "huyện Thạch An, tỉnh Cao Bằng"
	Level     string
	Code      string
	ValidFrom civil.Date
	ValidTo   civil.Date
}

// language is the one of every list: they are papers of Vietnamese offices.
const language = "vi"

// Make makes the list that is asked for. ok is false for a kind that is none.
func (s Source) Make(ask Ask) (l List, ok bool) {
	s = s.indexed()
	makers := map[Kind]func(Ask) List{
		Delegation: s.delegation, Programme: s.programme, Topics: s.topics, Questions: s.questions,
		FieldVisits: s.fieldVisits, Models: s.models, FollowUps: s.followUps, Lessons: s.lessons, Vehicles: s.vehicles,
		Visits: s.visits, People: s.people, Localities: s.localities, Indicators: s.indicators,
	}
	maker, ok := makers[ask.Kind]
	if !ok {
		return List{}, false
	}
	l = maker(ask)
	l.Kind = ask.Kind
	return l, true
}

func (s Source) guest() Place { return s.Place(s.View.Visit.Guest, s.View.Visit.When.From) }

func (s Source) hosts() []Place {
	var out []Place
	for _, id := range s.View.Hosts() {
		out = append(out, s.Place(id, s.View.Visit.When.From))
	}
	return out
}

// hostNames is "huyện Đắk Glong, tỉnh Đắk Nông", several with semicolons.
func (s Source) hostNames() string {
	var names []string
	for _, p := range s.hosts() {
		names = append(names, p.Path)
	}
	return joined("; ", names...)
}

// visitLines say under a title which visit it is, and when.
func (s Source) visitLines() []string {
	v := s.View.Visit
	if v == nil {
		return nil
	}
	lines := []string{v.Title}
	if days := vietnamese.RunningRange(v.When.From, v.When.Last()); v.When.From.Valid() {
		lines = append(lines, joined(", tại ", upperFirst(days), s.hostNames()))
	}
	return lines
}

// days is the span of a period as it stands in a table.
func days(p plan.Period) string { return vietnamese.DateRange(p.From, p.To) }

// topicTitle names a topic of the visit by its id.
func (s Source) topicTitle(id string) string { return s.index.topics[id] }

// visitTitle names a visit by its id.
func (s Source) visitTitle(id string) string { return s.index.visits[id] }

func upperFirst(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(text[:size]) + text[size:]
}
