package visits

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/page"
)

// row is one visit as the list shows it.
type row struct {
	visit       *plan.Visit
	way         string
	role        plan.Role
	programme   string
	done, total int
	missing     []plan.ReadinessPart
	changed     time.Time
	author      string
	// sought is the folded text in which the filter looks.
	sought string
}

// fetch reads all visits, without what has to be counted over all that belongs
// to them: of that it keeps what was known before. It is called away from the UI
// goroutine.
func fetch(ctx context.Context, h *page.Host, before []row) []row {
	known := make(map[string]row, len(before))
	for _, r := range before {
		known[r.visit.ID] = r
	}
	var out []row
	for _, v := range desk.All[*plan.Visit](h.Desk) {
		if ctx.Err() != nil {
			return nil
		}
		r, was := rowOf(h, v), known[v.ID]
		r.done, r.total, r.missing = was.done, was.total, was.missing
		out = append(out, r)
	}
	return out
}

func rowOf(h *page.Host, v *plan.Visit) row {
	r := row{visit: v, way: h.Way(v), role: h.Role(v)}
	if p, ok := h.Desk.Catalogue().Programme(v.Programme); ok {
		r.programme = p.ShortLabel(h.Words.Language())
	}
	r.changed, r.author = h.Desk.LastChange(v.ID)
	r.sought = " " + vietnamese.Fold(strings.Join([]string{
		v.Title, r.way, r.programme, vietnamese.DateRange(v.When.From, v.When.To), h.Words.Enum(plan.KindVisit, "status", string(v.Status)),
	}, " "))
	return r
}

// prepared counts how far each visit is prepared, which reads all that belongs
// to it. It is called away from the UI goroutine.
func prepared(ctx context.Context, h *page.Host, rows []row) []row {
	out := slices.Clone(rows)
	for i := range out {
		if ctx.Err() != nil {
			return nil
		}
		if view, ok := h.Desk.View(out[i].visit.ID); ok {
			out[i].done, out[i].total, out[i].missing = plan.Readiness(view)
		}
	}
	return out
}

func (r row) year() string {
	if !r.visit.When.From.Valid() {
		return ""
	}
	return strconv.Itoa(r.visit.When.From.Year())
}

// has says whether each word of a folded query begins a word of the row.
func (r row) has(query string) bool {
	for _, w := range strings.Fields(query) {
		if !strings.Contains(r.sought, " "+w) {
			return false
		}
	}
	return true
}

// readiness gives "7/9", nothing for a visit that has nothing to prepare.
func (r row) readiness() string {
	if r.total == 0 {
		return ""
	}
	return strconv.Itoa(r.done) + "/" + strconv.Itoa(r.total)
}

// missingWords names what is missing; what can only be done later is not
// missing yet.
func (r row) missingWords(h *page.Host) string {
	var names []string
	for _, m := range r.missing {
		if !m.Later {
			names = append(names, page.PartName(h.Words, m))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return h.Say("visits.missing", "Number", len(names), "What", strings.Join(names, ", "))
}

func (r row) changedText() string { return tell.Moment(r.changed) }

func byDate(a, b row) int {
	return cmp.Or(cmp.Compare(a.visit.When.From, b.visit.When.From), cmp.Compare(a.visit.When.Last(), b.visit.When.Last()),
		cmp.Compare(a.visit.ID, b.visit.ID))
}

func byStatus(a, b row) int {
	return cmp.Compare(statusPlace(a.visit.Status), statusPlace(b.visit.Status))
}

func statusPlace(s plan.Status) int {
	for i, known := range plan.Statuses() {
		if known == s {
			return i
		}
	}
	return -1
}

func byReadiness(a, b row) int {
	return cmp.Or(cmp.Compare(a.done, b.done), cmp.Compare(a.total, b.total))
}
