package lists

import (
	"io"
	"slices"
	"time"

	ics "github.com/arran4/golang-ical"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

// Calendar is what goes into one iCalendar file.
type Calendar struct {
	Name   string
	Events []Event
	// Undated is how many items have no day yet; a calendar has no place for
	// them.
	Undated int
}

// Event is one agenda item as a calendar shows it.
type Event struct {
	// UID is the id of the item: the same in the calendar of a visit and of a
	// person, in every file, so that a calendar replaces what it has.
	UID      string
	When     plan.Slot // without a start it takes the whole day
	Summary  string
	Detail   string
	Place    string
	Category string
	Status   ics.ObjectStatus
	Private  bool
	Changed  time.Time
}

// Calendar gives the programme of the visit as a calendar. Internal items are in
// it only if they are asked for.
//
// With a person it is his: every item that guests see, since a delegation sits
// through the whole programme and a gap would look like free time, with the
// items that he leads or presents marked as his. Of internal items only those
// are in it that he leads or presents, and only if they are asked for. A person
// who takes no part, or has declined, has an empty one.
func (s Source) Calendar(ask Ask) Calendar {
	s = s.indexed()
	v := s.View.Visit
	c := Calendar{Name: v.Title}
	var who *plan.Attendee
	if ask.Person != "" {
		if who = s.attendee(ask.Person); who == nil {
			return c
		}
		c.Name = who.Name + " – " + v.Title
	}
	for _, item := range s.items(ask.Internal) {
		part := partOf(item, who)
		if who != nil && item.Internal && part == "" {
			continue
		}
		if !item.When.Day.Valid() {
			c.Undated++
			continue
		}
		c.Events = append(c.Events, s.event(item, part, ask.Internal))
	}
	return c
}

// NameOf gives the name of an attendee, "" where there is none with the id.
func (s Source) NameOf(attendee string) string {
	for _, a := range s.View.Attendees {
		if a.ID == attendee {
			return a.Name
		}
	}
	return ""
}

// attendee finds who is meant, nil for one who does not come.
func (s Source) attendee(id string) *plan.Attendee {
	i := slices.IndexFunc(s.View.Attendees, func(a *plan.Attendee) bool {
		return a.ID == id && a.Attendance != plan.Declined
	})
	if i < 0 {
		return nil
	}
	return s.View.Attendees[i]
}

// partOf says what somebody does in an item, "" if he only takes part.
func partOf(item *plan.AgendaItem, who *plan.Attendee) string {
	is := func(list []plan.Speaker) bool {
		return who != nil && slices.ContainsFunc(list, func(s plan.Speaker) bool { return s.Attendee == who.ID })
	}
	switch {
	case is(item.Leads):
		return "chủ trì"
	case is(item.Presents):
		return "trình bày"
	}
	return ""
}

func (s Source) event(item *plan.AgendaItem, part string, internal bool) Event {
	e := Event{
		UID: item.ID, When: item.When, Summary: joined(" ", item.Title, bracketed(part)),
		Place: s.itemPlace(item), Category: s.Catalogue.AgendaKinds.Label(string(item.ItemKind), language),
		Status: eventStatus(s.View.Visit.Status), Private: item.Internal, Changed: s.Changed(item.ID),
	}
	lines := []string{item.Detail}
	for _, id := range item.Topics {
		if title := s.topicTitle(id); title != "" {
			lines = append(lines, "- "+title)
		}
	}
	if names := s.speakers(item); len(names) > 0 {
		lines = append(lines, "Thực hiện: "+joined("; ", names...))
	}
	if internal {
		lines = append(lines, prefixed("Đơn vị chuẩn bị: ", item.Preparer), prefixed("Tài liệu, hậu cần: ", item.Materials))
	}
	if s.View.Visit.TimesIllustrative {
		lines = append(lines, "Giờ trong chương trình là minh họa.")
	}
	e.Detail = joined("\n", lines...)
	return e
}

func prefixed(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

// eventStatus is firm from the agreement of both sides on.
func eventStatus(s plan.Status) ics.ObjectStatus {
	switch s {
	case plan.StatusCancelled:
		return ics.ObjectStatusCancelled
	case plan.StatusIdea, plan.StatusPlanned, "":
		return ics.ObjectStatusTentative
	default:
		return ics.ObjectStatusConfirmed
	}
}

// The forms of dates and local times in iCalendar (RFC 5545, section 3.3).
const (
	dayForm   = "20060102"
	localForm = "20060102T150405"
)

// WriteICS writes a calendar: RFC 5545, with the name of RFC 7986 and the one
// that older programs read, times in their zone with its full description, lines
// folded at 75 octets.
func WriteICS(w io.Writer, c Calendar, stamp Stamp) error {
	cal := ics.NewCalendar()
	cal.SetProductId("-//" + Clean(stamp.Creator) + "//VI")
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(Clean(c.Name))
	cal.SetXWRCalName(Clean(c.Name))
	cal.SetXWRTimezone(plan.DefaultZone)
	addZones(cal, c.Events)
	for _, e := range c.Events {
		cal.AddVEvent(e.component(stamp.Made))
	}
	return cal.SerializeTo(w, ics.WithNewLineWindows)
}

// addZones describes each zone once. The one of the country is always there.
func addZones(cal *ics.Calendar, events []Event) {
	zones := []string{plan.DefaultZone}
	var first, last civil.Date
	for _, e := range events {
		if zone := zoneOf(e.When); !slices.Contains(zones, zone) {
			zones = append(zones, zone)
		}
		if first == "" || e.When.Day < first {
			first = e.When.Day
		}
		last = max(last, e.When.Day)
	}
	for _, zone := range zones {
		cal.AddVTimezone(zoneComponent(zone, first.AddDays(-1).Time(), last.AddDays(2).Time()))
	}
}

// epoch is where the revisions of events begin to be counted.
var epoch = time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)

// revision is the SEQUENCE of an item: the minutes since 2020 at which it was
// written last. So it grows with each change, and two offices that hold the same
// item give the same, without a counter that would have to be exchanged.
func revision(changed time.Time) int { return max(int(changed.Sub(epoch)/time.Minute), 0) }

// component is the VEVENT. DTSTAMP is when the file was made, as RFC 5545,
// section 3.8.7.2, wants it of a published calendar.
func (e Event) component(made time.Time) *ics.VEvent {
	v := ics.NewEvent(e.UID)
	v.SetDtStampTime(made)
	if !e.Changed.IsZero() {
		v.SetModifiedAt(e.Changed)
		v.SetSequence(revision(e.Changed))
	}
	e.times(v)
	v.SetSummary(Clean(e.Summary))
	if e.Detail != "" {
		v.SetDescription(Clean(e.Detail))
	}
	if e.Place != "" {
		v.SetLocation(Clean(e.Place))
	}
	if e.Category != "" {
		v.AddProperty(ics.ComponentPropertyCategories, Clean(e.Category))
	}
	v.SetStatus(e.Status)
	if e.Private {
		v.SetClass(ics.ClassificationPrivate)
	}
	return v
}

// times gives an event its start and end. One without a start takes the whole
// day and leaves its people free; of one without a length the end is not known.
func (e Event) times(v *ics.VEvent) {
	if !e.When.Known() {
		day := ics.WithValue(string(ics.ValueDataTypeDate))
		v.AddProperty(ics.ComponentPropertyDtStart, e.When.Day.Time().Format(dayForm), day)
		v.AddProperty(ics.ComponentPropertyDtEnd, e.When.Day.AddDays(1).Time().Format(dayForm), day)
		v.SetTimeTransparency(ics.TransparencyTransparent)
		return
	}
	zone := ics.WithTZID(zoneOf(e.When))
	v.AddProperty(ics.ComponentPropertyDtStart, local(e.When.Day, e.When.Start.Minutes()), zone)
	if e.When.Length > 0 {
		_, end := e.When.Minutes()
		v.AddProperty(ics.ComponentPropertyDtEnd, local(e.When.Day, end), zone)
	}
}

// local is the clock so many minutes after the midnight with which a day begins.
func local(day civil.Date, minutes int) string {
	return day.Time().Add(time.Duration(minutes) * time.Minute).Format(localForm)
}
