package lists

import (
	"cmp"
	"slices"

	"nhipcau/app/plan"
)

// index finds what the rows of a list refer to. It is made once for each list, so
// that the work grows with the rows and not with their square.
type index struct {
	attendees map[string]*plan.Attendee
	topics    map[string]string // titles
	visits    map[string]string // titles
	models    map[string]string // names
	places    map[string]string // of stops
	questions map[string][]*plan.Question
	carried   map[string][]*plan.AgendaItem // by field visit, in the order of the programme
	progress  map[string][]*plan.ProgressEntry
	figures   map[string][]*plan.Indicator // by locality
	tasks     map[string]int               // the place of a task in its list
}

// indexed gives the source with its index.
func (s Source) indexed() Source {
	x := &index{
		attendees: map[string]*plan.Attendee{}, topics: map[string]string{}, visits: map[string]string{}, models: map[string]string{},
		places: map[string]string{}, tasks: map[string]int{},
	}
	for _, a := range s.View.Attendees {
		x.attendees[a.ID] = a
	}
	for _, t := range s.View.Topics {
		x.topics[t.ID] = t.Title
	}
	for _, v := range s.Visits {
		x.visits[v.ID] = v.Title
	}
	for _, m := range s.Models {
		x.models[m.ID] = m.Name
	}
	for _, stop := range s.View.Stops {
		x.places[stop.ID] = joined(", ", stop.Venue, stop.Address)
	}
	for i, f := range s.FollowUps {
		x.tasks[f.ID] = i
	}
	x.questions = grouped(s.View.Questions, func(q *plan.Question) string { return q.Topic })
	x.progress = grouped(s.Progress, func(p *plan.ProgressEntry) string { return p.FollowUp })
	for _, log := range x.progress {
		slices.SortStableFunc(log, func(a, b *plan.ProgressEntry) int { return cmp.Compare(a.On, b.On) })
	}
	x.figures = grouped(s.Figures, func(i *plan.Indicator) string { return i.Locality })
	if s.View.Visit != nil {
		x.carried = grouped(s.View.Programme(), func(i *plan.AgendaItem) string { return i.FieldVisit })
	}
	s.index = x
	return s
}

// grouped puts records with the same key together, in their order.
func grouped[T any](list []T, key func(T) string) map[string][]T {
	out := map[string][]T{}
	for _, one := range list {
		out[key(one)] = append(out[key(one)], one)
	}
	return out
}

// keyed sorts records by keys that are each made once.
func keyed[T, K any](list []T, key func(T) K, compare func(a, b K) int) []T {
	type pair struct {
		key K
		one T
	}
	pairs := make([]pair, len(list))
	for i, one := range list {
		pairs[i] = pair{key(one), one}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return compare(a.key, b.key) })
	out := make([]T, len(list))
	for i, p := range pairs {
		out[i] = p.one
	}
	return out
}
