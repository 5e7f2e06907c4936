package overview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// How much of each list is shown; the rest is one click away.
const (
	maxVisits  = 3
	maxMissing = 3
	maxItems   = 6
	maxLines   = 5
)

// state is what the page shows, in words. It holds no widgets, so that it can
// be made away from the UI goroutine and compared.
type state struct {
	Title  string
	Visits []card
	Day    day
	Lists  []list
}

type card struct {
	Route              page.Route
	Title, Role, About string
	When, Chip         string
	Tone               kit.Tone
	Done, Total        int
	Missing            []part
	More               string
}

type part struct {
	Text  string
	Route page.Route
}

type day struct {
	Title, More string
	Route       page.Route
	Items       []item
}

type item struct {
	Start, Title, Place, Kind string
	Colour                    fyne.ThemeColorName
}

type list struct {
	Title, Count, More string
	Tone               kit.Tone
	Route              page.Route
	Lines              []line
}

type line struct {
	Title, Detail, Right string
	Tone                 kit.Tone
	Route                page.Route
}

// fetch reads everything that the page shows.
func fetch(h *page.Host) *state {
	today := h.Today()
	s := &state{Title: h.Say("overview.today", "Weekday", weekday(h, today), "Day", vietnamese.FormatDate(today))}
	views := comingVisits(h.Desk, today)
	for _, v := range views[:min(len(views), maxVisits)] {
		s.Visits = append(s.Visits, cardOf(h, v, today))
	}
	s.Day = nextDay(h, views, today)
	overdue, soon := dueLists(h, today)
	for _, l := range []list{overdue, soon, openFields(h, views), reprints(h, views)} {
		if len(l.Lines) > 0 {
			s.Lists = append(s.Lists, l)
		}
	}
	return s
}

// comingVisits are the visits that are not over yet, in their order in time. A
// visit whose days are past but which nobody has marked as held is among them.
func comingVisits(d *desk.Desk, today civil.Date) []plan.VisitView {
	var visits []*plan.Visit
	for _, v := range desk.All[*plan.Visit](d) {
		if coming(v, today) {
			visits = append(visits, v)
		}
	}
	slices.SortStableFunc(visits, func(a, b *plan.Visit) int { return cmp.Compare(a.When.From, b.When.From) })
	var views []plan.VisitView
	for _, v := range visits {
		if view, ok := d.View(v.ID); ok {
			views = append(views, view)
		}
	}
	return views
}

func coming(v *plan.Visit, today civil.Date) bool {
	switch v.Status {
	case plan.StatusHeld, plan.StatusReported:
		return v.When.From.Valid() && v.When.Last() >= today
	case plan.StatusCancelled:
		return false
	}
	return v.When.From.Valid()
}

func cardOf(h *page.Host, v plan.VisitView, today civil.Date) card {
	c := card{
		Route: page.Route{Page: page.PageVisit, Visit: v.Visit.ID},
		Title: places(h.Desk, v.Visit), Role: role(h, v.Visit), About: v.Visit.Title,
		When: vietnamese.DateRange(v.Visit.When.From, v.Visit.When.To) + ", " + weekday(h, v.Visit.When.From),
	}
	if c.Title == "" {
		c.Title, c.About = c.About, ""
	}
	c.Chip, c.Tone = distance(h, v.Visit, today)
	var missing []plan.ReadinessPart
	c.Done, c.Total, missing = plan.Readiness(v)
	missing = slices.DeleteFunc(missing, func(p plan.ReadinessPart) bool { return p.Later })
	for _, m := range missing[:min(len(missing), maxMissing)] {
		c.Missing = append(c.Missing, part{h.Say(m.Key), page.PartRoute(v.Visit.ID, m)})
	}
	if more := len(missing) - len(c.Missing); more > 0 {
		c.More = h.Say("overview.more_missing", "Count", more)
	}
	return c
}

// places names who travels to whom, "" as long as one of them is open.
func places(d *desk.Desk, v *plan.Visit) string {
	if v.Guest == "" || len(v.Hosts) == 0 {
		return ""
	}
	var hosts []string
	for _, id := range v.Hosts {
		hosts = append(hosts, name(d, id, v.When.From))
	}
	return name(d, v.Guest, v.When.From) + " → " + strings.Join(hosts, ", ")
}

func name(d *desk.Desk, id string, on civil.Date) string {
	p, _ := d.Locality(id, on)
	return p.Name
}

// role is what our office is in the visit, as written there or as its locality
// tells.
func role(h *page.Host, v *plan.Visit) string {
	r := v.OurRole
	if o := h.Desk.Office(); r == "" && o != nil && o.Locality != "" {
		switch {
		case o.Locality == v.Guest:
			r = plan.RoleTravel
		case slices.Contains(v.Hosts, o.Locality):
			r = plan.RoleReceive
		}
	}
	if r == "" {
		return ""
	}
	return h.Words.Enum(plan.KindVisit, "our_role", string(r))
}

// distance says how far away a visit is. Within a week it is soon.
func distance(h *page.Host, v *plan.Visit, today civil.Date) (string, kit.Tone) {
	days := today.DaysUntil(v.When.From)
	switch {
	case v.When.Last() < today:
		return h.Say("overview.past"), kit.AmberTone
	case days == 0:
		return h.Say("overview.is_today"), kit.AmberTone
	case days < 0:
		return h.Say("overview.under_way"), kit.AccentTone
	case days <= 7:
		return h.Say("overview.in_days", "Count", days), kit.AmberTone
	}
	return h.Say("overview.in_days", "Count", days), kit.Neutral
}

func weekday(h *page.Host, d civil.Date) string {
	return h.Say("overview.weekday_" + strings.ToLower(d.Weekday().String()))
}

// nextDay is the programme of the first day, from today on, on which something
// is planned.
func nextDay(h *page.Host, views []plan.VisitView, today civil.Date) day {
	var first civil.Date
	var of plan.VisitView
	for _, v := range views {
		for _, d := range plan.Days(v.Agenda) {
			if d >= today && (first == "" || d < first) {
				first, of = d, v
			}
		}
	}
	if first == "" {
		return day{}
	}
	out := day{
		Title: h.Say("overview.next_day", "Weekday", weekday(h, first), "Day", vietnamese.FormatDate(first)),
		Route: page.Route{Page: page.PageVisit, Visit: of.Visit.ID, Tab: page.TabProgramme},
	}
	for _, a := range of.Agenda {
		if a.When.Day == first {
			out.Items = append(out.Items, itemOf(h, a))
		}
	}
	if more := len(out.Items) - maxItems; more > 0 {
		out.Items = out.Items[:maxItems]
		out.More = h.Say("overview.more_items", "Count", more)
	}
	return out
}

func itemOf(h *page.Host, a *plan.AgendaItem) item {
	return item{
		Start: vietnamese.FormatClock(a.When.Start), Title: a.Title, Place: a.Place,
		Kind: h.Words.Enum(plan.KindAgendaItem, "item_kind", string(a.ItemKind)), Colour: theme.Kind(a.ItemKind).Bar(),
	}
}

// dueLists are the follow-ups that are overdue, and those due within two weeks.
func dueLists(h *page.Host, today civil.Date) (overdue, soon list) {
	tasks := desk.All[*plan.FollowUp](h.Desk)
	slices.SortStableFunc(tasks, func(a, b *plan.FollowUp) int { return cmp.Compare(a.Due, b.Due) })
	for _, t := range tasks {
		due := t.DueOn(today)
		one := line{
			Title: t.Action, Detail: t.Lead, Right: h.Say(due.Key(), "Count", due.Days),
			Route: page.RouteOf(plan.KindFollowUp, t.ID, t.Visit),
		}
		switch due.State {
		case plan.DueOverdue:
			one.Tone = kit.RedTone
			overdue.Lines = append(overdue.Lines, one)
		case plan.DueToday, plan.DueSoon:
			one.Tone = kit.AmberTone
			if due.State == plan.DueSoon {
				one.Right, one.Tone = vietnamese.FormatDate(t.Due), kit.Neutral
			}
			soon.Lines = append(soon.Lines, one)
		}
	}
	route := page.Route{Page: page.PageFollowUps}
	return finish(h, overdue, "overdue", kit.RedTone, route), finish(h, soon, "soon", kit.AmberTone, route)
}

// finish heads a list and cuts it.
func finish(h *page.Host, l list, key string, tone kit.Tone, all page.Route) list {
	l.Title, l.Tone, l.Route = h.Say("overview."+key), tone, all
	l.Count = h.Say("overview."+key+"_count", "Count", len(l.Lines))
	if more := len(l.Lines) - maxLines; more > 0 {
		l.Lines = l.Lines[:maxLines]
		l.More = h.Say("overview.more_lines", "Count", more)
	}
	return l
}

// openFields are the records of the next visits on which two offices differ.
func openFields(h *page.Host, views []plan.VisitView) list {
	var l list
	names := tell.New(h.Desk, h.Words)
	for _, v := range views {
		for _, r := range records(v) {
			m := r.Meta()
			if len(m.Conflicts) == 0 {
				continue
			}
			var fields []string
			for _, f := range m.Conflicts {
				fields = append(fields, h.Words.Field(r.Kind(), f))
			}
			l.Lines = append(l.Lines, line{
				Title: names.Name(m.ID), Detail: h.Words.Kind(r.Kind()) + ": " + strings.Join(fields, ", "),
				Right: h.Say("overview.choose"), Tone: kit.AccentTone, Route: page.RouteOf(r.Kind(), m.ID, v.Visit.ID),
			})
		}
	}
	return finish(h, l, "differ", kit.AmberTone, page.Route{Page: page.PageExchange, Record: page.RecordOpen})
}

func records(v plan.VisitView) []plan.Record {
	out := []plan.Record{v.Visit}
	for _, r := range v.Objectives {
		out = append(out, r)
	}
	for _, r := range v.Stops {
		out = append(out, r)
	}
	for _, r := range v.Attendees {
		out = append(out, r)
	}
	for _, r := range v.Topics {
		out = append(out, r)
	}
	for _, r := range v.Agenda {
		out = append(out, r)
	}
	return out
}

// reprints are the papers that have changed since they were printed.
func reprints(h *page.Host, views []plan.VisitView) list {
	var l list
	for _, v := range views {
		for _, p := range plan.ToReprint(v) {
			l.Lines = append(l.Lines, line{
				Title:  h.Say("overview.paper_" + p.PaperKind),
				Detail: h.Say("overview.printed_changed", "Printed", moment(p.Printed), "Changed", clock(v.ProgrammeChanged)),
				Right:  h.Say("overview.print_again"), Tone: kit.AccentTone,
				Route: page.Route{Page: page.PageVisit, Visit: v.Visit.ID, Tab: page.TabPapers, Record: p.ID},
			})
		}
	}
	return finish(h, l, "reprint", kit.AmberTone, page.Route{Page: page.PageVisits})
}

// moment shows an instant as it was on the clock here.
func moment(rfc3339 string) string {
	t, err := time.Parse(time.RFC3339, rfc3339)
	if err != nil {
		return rfc3339
	}
	return clock(t)
}

func clock(t time.Time) string {
	t = t.Local()
	return fmt.Sprintf("%02d/%02d %02d:%02d", t.Day(), t.Month(), t.Hour(), t.Minute())
}
