package desk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nhipcau/app/civil"
	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/app/lists"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// WrittenList says what was written into the file of a list.
type WrittenList struct {
	Kind     lists.Kind    `json:"kind"`
	Variant  lists.Variant `json:"variant,omitempty"`
	Visit    string        `json:"visit,omitempty"`
	File     string        `json:"file"`
	Rows     int           `json:"rows"`
	Personal int           `json:"personal"`
	// Undated counts agenda items without a day, which no calendar can show.
	Undated int `json:"undated,omitempty"`
	// Cut counts the cells that held more than a spreadsheet allows.
	Cut int `json:"cut,omitempty"`
}

// ListSource gathers what lists are made from: a visit with all that belongs to
// it, or the whole desk where visit is "". A visit that is not here, or lies in
// the bin, is a fault.
func (d *Desk) ListSource(visit string) (lists.Source, error) {
	s := lists.Source{
		Models: All[*plan.Model](d), Visits: All[*plan.Visit](d), People: All[*plan.Person](d),
		Figures: All[*plan.Indicator](d), Attending: map[string]int{},
		Catalogue: d.opts.Catalogue, Place: d.listPlace, Changed: d.changedAt, Today: civil.DateOf(d.Now()),
	}
	if visit == "" {
		s.FollowUps, s.Progress, s.Lessons = All[*plan.FollowUp](d), All[*plan.ProgressEntry](d), All[*plan.Lesson](d)
		s.Localities = d.spokenOf(s)
		for _, v := range s.Visits {
			guests := plan.VisitView{Attendees: Of[*plan.Attendee](d, v.ID)}.Side(plan.Guest)
			s.Attending[v.ID] = plan.CountPeople(guests).People
		}
		return s, nil
	}
	view, ok := d.View(visit)
	if !ok || view.Visit.Trashed {
		return s, fault.New("fault.no_such_visit", "ID", visit)
	}
	s.View, s.Vehicles = view, Of[*plan.Vehicle](d, visit)
	s.FollowUps, s.Progress, s.Lessons = view.FollowUps, view.Progress, view.Lessons
	s.View.Attendees = nil
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		for _, p := range d.order(view.Attendees, side) {
			s.View.Attendees = append(s.View.Attendees, p.Attendee)
		}
	}
	return s, nil
}

func (d *Desk) listPlace(id string, day civil.Date) lists.Place {
	p, _ := d.Locality(id, day)
	return lists.Place{
		ID: p.ID, Name: p.Name, Running: p.Running, Path: p.Path, Level: p.Level, Code: p.Code,
		ValidFrom: p.ValidFrom, ValidTo: p.ValidTo,
	}
}

// spokenOf lists the localities that the desk speaks of, each once: ours, those
// of visits and of figures, and those that somebody made.
func (d *Desk) spokenOf(s lists.Source) []lists.Place {
	var ids []string
	if o := d.Office(); o != nil {
		ids = append(ids, o.Locality)
	}
	for _, v := range s.Visits {
		ids = append(append(ids, v.Guest), v.Hosts...)
	}
	for _, i := range s.Figures {
		ids = append(ids, i.Locality)
	}
	for _, l := range All[*plan.Locality](d) {
		ids = append(ids, l.ID)
	}
	var out []lists.Place
	seen := map[string]bool{}
	for _, id := range ids {
		if p := d.listPlace(id, s.Today); p.ID != "" && !seen[id] {
			seen[id] = true
			out = append(out, p)
		}
	}
	return out
}

// changedAt says when a record was written last, by the clock of whoever wrote
// it.
func (d *Desk) changedAt(id string) time.Time {
	d.mu.RLock()
	defer d.mu.RUnlock()
	rec := d.model.record(id)
	if rec == nil {
		return time.Time{}
	}
	var last merge.Clock
	for _, f := range rec.Fields {
		for _, v := range f.Values {
			last = max(last, v.Clock)
		}
	}
	if last == "" {
		return time.Time{}
	}
	return last.Time()
}

// WriteList writes the list that is asked for into a file, in the format that
// the ending of its name says, and notes it where something personal is in it.
// creator is the program with its version. Without a visit, the calendar of a
// person holds all visits in which he takes part.
//
// Faults: fault.list_format, fault.list_not_as, fault.list_needs_visit,
// fault.list_of_office, fault.list_variant_internal, fault.list_person,
// fault.list_empty_calendar, fault.list_no_contacts, fault.no_such_visit.
func (d *Desk) WriteList(visit string, ask lists.Ask, path, creator string) (WrittenList, error) {
	out := WrittenList{Kind: ask.Kind, Variant: ask.Variant, Visit: visit, File: filepath.Base(path)}
	format, err := askable(visit, ask, path)
	if err != nil {
		return out, err
	}
	stamp := lists.Stamp{Creator: creator, Made: d.Now()}
	var write func(io.Writer) error
	switch format {
	case lists.ICS:
		write, err = d.calendarWriter(visit, ask, stamp, &out)
	case lists.VCF:
		write, err = d.contactsWriter(visit, ask, stamp, &out)
	default:
		write, err = d.rowsWriter(visit, ask, format, stamp, &out)
	}
	if err != nil {
		return out, err
	}
	// What holds something personal is noted before it lies in a folder: a list
	// that is out and in no register could not be accounted for.
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return out, err
	}
	note, err := d.noteList(out)
	if err != nil {
		return out, err
	}
	err = files.Write(path, func(w io.Writer) error { _, err := content.WriteTo(w); return err })
	if err != nil {
		d.takeBack(note)
	}
	return out, err
}

// askable refuses what cannot be asked for.
func askable(visit string, ask lists.Ask, path string) (lists.Format, error) {
	format, ok := lists.FormatOf(path)
	if !ok {
		return "", fault.New("fault.list_format", "File", filepath.Base(path))
	}
	form, _ := lists.FormOf(string(ask.Kind))
	if !form.Writes(format) {
		var known []string
		for _, f := range form.Formats {
			known = append(known, "."+string(f))
		}
		return "", fault.New("fault.list_not_as", "Kind", string(ask.Kind), "Format", "."+string(format), "Known", strings.Join(known, ", "))
	}
	personal := format == lists.ICS && ask.Person != ""
	switch {
	case ask.Person != "" && format != lists.ICS:
		return "", fault.New("fault.list_person")
	case form.Visit == lists.OneVisit && visit == "" && !personal:
		return "", fault.New("fault.list_needs_visit", "Kind", string(ask.Kind))
	case form.Visit == lists.NoVisit && visit != "":
		return "", fault.New("fault.list_of_office", "Kind", string(ask.Kind))
	case ask.Kind == lists.Delegation && ask.Variant.Internal() && !ask.Internal:
		return "", fault.New("fault.list_variant_internal", "Variant", string(ask.Variant))
	}
	return format, nil
}

func (d *Desk) rowsWriter(visit string, ask lists.Ask, format lists.Format, stamp lists.Stamp, out *WrittenList) (func(io.Writer) error, error) {
	source, err := d.ListSource(visit)
	if err != nil {
		return nil, err
	}
	list, _ := source.Make(ask)
	out.Rows, out.Personal = len(list.Rows), list.Personal
	if format == lists.CSV {
		return func(w io.Writer) error { return lists.WriteCSV(w, list) }, nil
	}
	return func(w io.Writer) (err error) {
		out.Cut, err = lists.WriteXLSX(w, list, stamp)
		return err
	}, nil
}

// part is one visit with the attendee whose calendar is wanted, "" for all.
type part struct{ visit, attendee string }

func (d *Desk) calendarWriter(visit string, ask lists.Ask, stamp lists.Stamp, out *WrittenList) (func(io.Writer) error, error) {
	parts := []part{{visit, ""}}
	if ask.Person != "" {
		if parts = d.partsOf(ask.Person, visit); len(parts) == 0 {
			return nil, fault.New("fault.list_no_such_person", "ID", ask.Person)
		}
	}
	var all lists.Calendar
	for _, one := range parts {
		source, err := d.ListSource(one.visit)
		if err != nil {
			return nil, err
		}
		ask.Person = one.attendee
		c := source.Calendar(ask)
		all.Name, all.Undated = cmp.Or(all.Name, c.Name), all.Undated+c.Undated
		if len(parts) > 1 {
			all.Name = "Lịch công tác của " + source.NameOf(one.attendee)
		}
		all.Events = append(all.Events, c.Events...)
	}
	if out.Rows, out.Undated = len(all.Events), all.Undated; out.Rows == 0 {
		return nil, fault.New("fault.list_empty_calendar")
	}
	return func(w io.Writer) error { return lists.WriteICS(w, all, stamp) }, nil
}

// partsOf lists where an attendee, or a person of the directory, takes part, the
// earliest first: in one visit where it is named, else in all that were not
// called off.
func (d *Desk) partsOf(person, visit string) []part {
	if a, ok := Get[*plan.Attendee](d, person); ok {
		if a.Trashed || visit != "" && a.Visit != visit {
			return nil
		}
		return []part{{a.Visit, a.ID}}
	}
	var out []part
	for _, one := range d.AttendedVisits(person) {
		if visit == one.Visit.ID || visit == "" && one.Visit.Status != plan.StatusCancelled {
			out = append(out, part{one.Visit.ID, one.Attendee.ID})
		}
	}
	slices.Reverse(out)
	return out
}

func (d *Desk) contactsWriter(visit string, ask lists.Ask, stamp lists.Stamp, out *WrittenList) (func(io.Writer) error, error) {
	source, err := d.ListSource(visit)
	if err != nil {
		return nil, err
	}
	all := source.Contacts(ask)
	if out.Rows, out.Personal = len(all), lists.PersonalContacts(all); out.Rows == 0 {
		return nil, fault.New("fault.list_no_contacts")
	}
	return func(w io.Writer) error { return lists.WriteVCF(w, all, stamp) }, nil
}

// SentList is one line of the register of lists with something personal that
// were written: like SentBundle, what has left, when, and by whom.
type SentList struct {
	At time.Time `json:"at"`
	WrittenList
	Author string `json:"author,omitempty"`
}

// listPrefix begins the keys of that register; behind it stands the moment.
const listPrefix = "list/"

// noteList notes a list that holds something personal, so that an office can say
// who took out what and when (Luật 91/2025/QH15, article 23; domain notes §7.1).
// It gives the key of the note, "" where none is needed.
func (d *Desk) noteList(list WrittenList) (string, error) {
	if list.Personal == 0 {
		return "", nil
	}
	d.writing.Lock()
	defer d.writing.Unlock()
	line := SentList{d.Now().UTC(), list, d.self.Author}
	key := listPrefix + line.At.Format("20060102T150405.000000000")
	if err := d.store.Commit([]Op{{Key: key, Value: mustJSON(line)}}); err != nil {
		return "", notSaved(err)
	}
	d.registersChanged()
	return key, nil
}

// takeBack takes the note of a list back that could not be written. Where that
// fails too, the register names one list too many, which is the better mistake.
func (d *Desk) takeBack(note string) {
	if note == "" {
		return
	}
	d.writing.Lock()
	defer d.writing.Unlock()
	if d.store.Commit([]Op{{Key: note}}) == nil {
		d.registersChanged()
	}
}

// SentLists lists the lists with something personal that were written, newest
// first.
func (d *Desk) SentLists() ([]SentList, error) {
	var out []SentList
	err := d.store.Scan(listPrefix, func(_ string, value []byte) error {
		var one SentList
		if json.Unmarshal(bytes.Clone(value), &one) == nil { // Check names one that is damaged
			out = append(out, one)
		}
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	slices.SortStableFunc(out, func(a, b SentList) int { return b.At.Compare(a.At) })
	return out, nil
}

// ListName proposes the name of the file for a list, without making the list. A
// visit that is not here, or lies in the bin, is a fault.
func (d *Desk) ListName(visit string, ask lists.Ask, format lists.Format) (string, error) {
	s := lists.Source{Catalogue: d.opts.Catalogue, Place: d.listPlace, Today: civil.DateOf(d.Now())}
	if visit != "" {
		v, ok := Get[*plan.Visit](d, visit)
		if !ok || v.Trashed {
			return "", fault.New("fault.no_such_visit", "ID", visit)
		}
		s.View = plan.VisitView{Visit: v, Stops: Of[*plan.Stop](d, visit)}
	}
	person := ""
	if a, ok := Get[*plan.Attendee](d, ask.Person); ok {
		person = a.Name
	} else if p, ok := Get[*plan.Person](d, ask.Person); ok {
		person = p.Name
	}
	return s.FileName(ask, format, person), nil
}
