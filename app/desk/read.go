package desk

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Get fetches a record by its id, also one that lies in the bin. The value is
// the caller's to change; nothing is kept until it is put into a change.
func Get[T plan.Record](d *Desk, id string) (T, bool) {
	d.mu.RLock()
	it := d.model.items[id]
	d.mu.RUnlock()
	return typedCopy[T](it)
}

func typedCopy[T plan.Record](it *item) (T, bool) {
	var none T
	if it == nil {
		return none, false
	}
	value, ok := it.value().(T)
	if !ok {
		return none, false
	}
	return copyOf(value).(T), true
}

// All lists the records of one kind that are not in the bin, by id, which is
// the order in which they were made.
func All[T plan.Record](d *Desk) []T {
	var zero T
	d.mu.RLock()
	items := values(d.model.kinds[zero.Kind()])
	d.mu.RUnlock()
	return live[T](items)
}

// Of lists the records of one kind that belong to a visit and are not in the
// bin, by their hand-made place and then by id.
func Of[T plan.Record](d *Desk, visit string) []T {
	d.mu.RLock()
	items := values(d.model.families[visit])
	d.mu.RUnlock()
	out := live[T](items)
	sortByPos(out)
	return out
}

// live copies the records of type T that are not in the bin, by id.
func live[T plan.Record](items []*item) []T {
	var zero T
	var out []T
	for _, it := range items {
		if plan.Kind(it.rec.Kind) != zero.Kind() || it.trashed {
			continue
		}
		if value, ok := it.value().(T); ok {
			out = append(out, copyOf(value).(T))
		}
	}
	return out
}

// allWhere lists the records of All that are wanted; the others are not copied.
func allWhere[T plan.Record](d *Desk, wanted func(T) bool) []T {
	var out []T
	each(d, func(value T) {
		if !value.Meta().Trashed && wanted(value) {
			out = append(out, copyOf(value).(T))
		}
	})
	slices.SortFunc(out, func(a, b T) int { return cmp.Compare(a.Meta().ID, b.Meta().ID) })
	return out
}

// each shows all records of one kind, also those in the bin, in no order. They
// are not copies: whoever looks must not change them.
func each[T plan.Record](d *Desk, look func(T)) {
	var zero T
	d.mu.RLock()
	items := slices.Collect(maps.Values(d.model.kinds[zero.Kind()]))
	d.mu.RUnlock()
	for _, it := range items {
		if value, ok := it.value().(T); ok {
			look(value)
		}
	}
}

func values(items map[string]*item) []*item {
	out := make([]*item, 0, len(items))
	for _, it := range items {
		out = append(out, it)
	}
	slices.SortFunc(out, func(a, b *item) int { return cmp.Compare(a.rec.ID, b.rec.ID) })
	return out
}

func sortByPos[T plan.Record](records []T) {
	if len(records) == 0 {
		return
	}
	decl, _ := plan.DeclarationOf(string(records[0].Kind()))
	f, ok := decl.Field("pos")
	if !ok {
		return
	}
	slices.SortStableFunc(records, func(a, b T) int {
		return cmp.Compare(decl.Value(a, f).String(), decl.Value(b, f).String())
	})
}

// View gathers everything that a visit is made of, so that the rules of
// package plan can look at it.
func (d *Desk) View(visit string) (plan.VisitView, bool) {
	v, ok := Get[*plan.Visit](d, visit)
	if !ok {
		return plan.VisitView{}, false
	}
	view := plan.VisitView{
		Visit: v, Objectives: Of[*plan.Objective](d, visit), Stops: Of[*plan.Stop](d, visit),
		Attendees: Of[*plan.Attendee](d, visit), Agenda: Of[*plan.AgendaItem](d, visit),
		Topics: Of[*plan.Topic](d, visit), Questions: Of[*plan.Question](d, visit),
		FieldVisits: Of[*plan.FieldVisit](d, visit), FollowUps: Of[*plan.FollowUp](d, visit),
		Progress: Of[*plan.ProgressEntry](d, visit),
		Lessons:  Of[*plan.Lesson](d, visit), Papers: Of[*plan.Paper](d, visit),
		ProgrammeChanged: d.programmeChanged(visit),
	}
	plan.SortAgenda(view.Agenda)
	return view, true
}

// HasVisit says whether an id is that of a visit that is not in the bin.
func (d *Desk) HasVisit(id string) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	it := d.model.items[id]
	return it != nil && it.rec.Kind == string(plan.KindVisit) && !it.trashed
}

// onProgramme are the kinds of which something stands on the printed programme.
var onProgramme = []plan.Kind{plan.KindVisit, plan.KindStop, plan.KindAttendee, plan.KindAgendaItem, plan.KindTopic}

// programmeChanged is when something that stands on the programme was last
// written, by the clock of whoever wrote it; zero if nothing was.
func (d *Desk) programmeChanged(visit string) time.Time {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var last merge.Clock
	for _, it := range d.model.families[visit] {
		if !slices.Contains(onProgramme, plan.Kind(it.rec.Kind)) {
			continue
		}
		for _, f := range it.rec.Fields {
			last = max(last, f.Shown().Clock)
		}
	}
	return last.Time()
}

// Item is a record as the command line and lists of mixed kinds see it.
type Item struct {
	ID      string          `json:"id"`
	Kind    string          `json:"kind"`
	Data    json.RawMessage `json:"data"`
	Label   string          `json:"-"`
	Visit   string          `json:"-"`
	Trashed bool            `json:"-"`
	// Contested says that the record was deleted in one place and edited, or a
	// visit added to, in another.
	Contested bool `json:"-"`
	// Conflicts gives the values of each field on which offices differ, the
	// shown one first. Record fills it; lists leave it out.
	Conflicts map[string][]Alternative `json:"conflicts,omitempty"`
}

// Record gives any record by its id, of whatever kind.
func (d *Desk) Record(id string) (Item, bool) {
	d.mu.RLock()
	it, self := d.model.items[id], d.self.Replica
	d.mu.RUnlock()
	if it == nil {
		return Item{}, false
	}
	out := itemOf(it)
	out.Conflicts = alternatives(it.rec, self)
	return out, true
}

// List gives the records of a kind that are not in the bin, of one visit or,
// where visit is empty, of all. Records that have a place keep their order.
func (d *Desk) List(kind plan.Kind, visit string) []Item {
	return d.items(kind, visit, false)
}

// Bin lists what lies in the bin, what was deleted last first.
func (d *Desk) Bin() []Item {
	out := d.items("", "", true)
	slices.Reverse(out)
	at := make(map[string]merge.Clock, len(out))
	for _, it := range out {
		at[it.ID] = d.deletedAt(it.ID)
	}
	slices.SortStableFunc(out, func(a, b Item) int { return cmp.Compare(at[b.ID], at[a.ID]) })
	return out
}

// DeletedAt tells when a record was put into the bin, by the clock of whoever
// did so; the zero time for one that never was.
func (d *Desk) DeletedAt(id string) time.Time {
	at := d.deletedAt(id)
	if at == "" {
		return time.Time{}
	}
	return at.Time()
}

func (d *Desk) deletedAt(id string) merge.Clock {
	d.mu.RLock()
	defer d.mu.RUnlock()
	it := d.model.items[id]
	if it == nil {
		return ""
	}
	field, ok := it.rec.Fields[merge.DelField]
	if !ok {
		return ""
	}
	return field.Shown().Clock
}

// Contested lists what was deleted in one place and edited in another, newest
// first. It is not in the bin; Restore settles it one way, Delete the other.
func (d *Desk) Contested() []Item {
	var out []Item
	for _, it := range d.items("", "", false) {
		if it.Contested {
			out = append(out, it)
		}
	}
	slices.Reverse(out)
	return out
}

// hollow says that nothing is known of a record but to which visit it belonged
// and that it was deleted: there is nothing to bring back.
func hollow(rec *merge.Record) bool {
	for name, f := range rec.Fields {
		if name != merge.DelField && name != "visit" && len(f.Values) > 0 {
			return false
		}
	}
	return true
}

func (d *Desk) items(kind plan.Kind, visit string, trashed bool) []Item {
	d.mu.RLock()
	source := d.model.items
	if kind != "" {
		source = d.model.kinds[kind]
	}
	if visit != "" {
		source = d.model.families[visit]
	}
	items := values(source)
	d.mu.RUnlock()
	var out []Item
	for _, it := range items {
		if kind != "" && plan.Kind(it.rec.Kind) != kind {
			continue
		}
		if it.trashed == trashed && !(trashed && hollow(it.rec)) {
			out = append(out, itemOf(it))
		}
	}
	if visit != "" || kind == plan.KindAgendaItem {
		slices.SortStableFunc(out, func(a, b Item) int { return cmp.Compare(placeOf(a), placeOf(b)) })
	}
	return out
}

// placeOf is where a record stands among its siblings: by time, then by hand.
func placeOf(it Item) string {
	var place struct {
		Pos  string          `json:"pos"`
		When json.RawMessage `json:"when"`
	}
	if json.Unmarshal(it.Data, &place) != nil {
		return ""
	}
	var slot plan.Slot
	if it.Kind == string(plan.KindAgendaItem) && json.Unmarshal(place.When, &slot) == nil {
		return string(slot.Day) + " " + string(slot.Start) + " " + place.Pos
	}
	return place.Pos
}

func itemOf(it *item) Item {
	out := Item{
		ID: it.rec.ID, Kind: it.rec.Kind, Data: shownData(it.rec), Visit: it.visit,
		Trashed: it.trashed, Contested: it.contested,
	}
	if value := it.value(); value != nil {
		out.Label = value.Label()
	}
	return out
}
