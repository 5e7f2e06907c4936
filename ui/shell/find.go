package shell

import (
	"context"
	"slices"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/app/words"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// How many records a search shows, and how many localities of the register that
// no record names yet.
const (
	maxHits   = 40
	maxPlaces = 5
)

// search is the window in which everything is found.
type search struct {
	shell  *Shell
	dialog *kit.Dialog
	field  *kit.SearchField
	list   *kit.Results
	cancel context.CancelFunc // the search before this one
	routes map[string]page.Route
}

// find opens the search over everything.
func (s *Shell) find() {
	if !s.ready() || kit.HasDialog(s.window.Canvas()) {
		return
	}
	h := s.host
	f := &search{shell: s, cancel: func() {}}
	f.field = kit.NewSearchField(h.Kit, h.Say("shell.find_placeholder"))
	f.list = kit.NewResults(f.open)
	f.list.Set(nil, h.Say("shell.find_hint"))
	f.field.OnType, f.field.OnKey = f.typed, f.list.Key
	f.dialog = kit.ShowDialog(h.Kit, s.window, kit.Spec{
		Title: h.Say("shell.search"), Width: theme.DialogForm, Focus: f.field.FocusTarget(),
		Content: kit.VBox(theme.Gap8, f.field, f.list), OnClose: func() { f.cancel() },
	})
}

// typed searches anew; the answer to an earlier text is dropped.
func (f *search) typed(text string) {
	f.cancel()
	h := f.shell.host
	if strings.TrimSpace(text) == "" {
		f.list.Set(nil, h.Say("shell.find_hint"))
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	f.cancel = cancel
	var found []hit
	today := f.shell.today()
	h.Kit.Run(ctx, func(ctx context.Context) {
		if ctx.Err() == nil {
			found = findAll(h.Desk, h.Words, text, today)
		}
	}, func() { f.publish(found) })
}

func (f *search) publish(found []hit) {
	f.routes = map[string]page.Route{}
	results := make([]kit.Result, len(found))
	for i, one := range found {
		results[i] = one.Result
		f.routes[one.ID] = one.route
	}
	f.list.Set(results, f.shell.host.Say("shell.find_nothing"))
}

func (f *search) open(r kit.Result) {
	f.dialog.Close()
	f.shell.Go(f.routes[r.ID])
}

// hit is one line of the search and where it leads.
type hit struct {
	kit.Result
	route page.Route
}

// findAll searches the records, by kind in the order of the best of each, and
// then the localities that no record names yet.
func findAll(d *desk.Desk, w *words.Words, text string, today civil.Date) []hit {
	var out []hit
	seen := map[string]bool{}
	var kinds []string
	items := d.Find(text, maxHits)
	for _, it := range items {
		if !slices.Contains(kinds, it.Kind) {
			kinds = append(kinds, it.Kind)
		}
	}
	slices.SortStableFunc(items, func(a, b desk.Item) int { return slices.Index(kinds, a.Kind) - slices.Index(kinds, b.Kind) })
	for _, it := range items {
		seen[it.ID] = true
		out = append(out, hitOf(d, w, it))
	}
	for _, p := range d.FindLocalities(text, today, maxPlaces) {
		if seen[p.ID] {
			continue
		}
		out = append(out, hit{
			kit.Result{ID: p.ID, Group: w.Kind(plan.KindLocality), Title: p.Running, Detail: p.Path},
			page.RouteOf(plan.KindLocality, p.ID, ""),
		})
	}
	return reachable(out)
}

// reachable leaves out what has no page.
func reachable(hits []hit) []hit {
	return slices.DeleteFunc(hits, func(h hit) bool { return builders[h.route.Page] == nil })
}

func hitOf(d *desk.Desk, w *words.Words, it desk.Item) hit {
	kind := plan.Kind(it.Kind)
	route := page.RouteTo(d, it)
	if i, ok := desk.Get[*plan.Indicator](d, it.ID); ok {
		route.Record = i.Locality
	}
	return hit{kit.Result{ID: it.ID, Group: w.Kind(kind), Title: labelOf(w, it), Detail: detailOf(d, it)}, route}
}

// labelOf is the label of a record; a paper and a figure are known by a term.
func labelOf(w *words.Words, it desk.Item) string {
	if it.Label == "" {
		return w.Kind(plan.Kind(it.Kind))
	}
	return it.Label
}

// detailOf says where a record belongs.
func detailOf(d *desk.Desk, it desk.Item) string {
	switch plan.Kind(it.Kind) {
	case plan.KindVisit:
		v, _ := desk.Get[*plan.Visit](d, it.ID)
		return strings.TrimSpace(visitPlaces(d, v) + " " + vietnamese.FormatDate(v.When.From))
	case plan.KindPerson:
		p, _ := desk.Get[*plan.Person](d, it.ID)
		return strings.Join(append(p.Posts, p.Unit), ", ")
	case plan.KindAttendee:
		a, _ := desk.Get[*plan.Attendee](d, it.ID)
		return a.PostLine()
	}
	if v, ok := desk.Get[*plan.Visit](d, it.Visit); ok {
		return v.Title
	}
	return ""
}

func visitPlaces(d *desk.Desk, v *plan.Visit) string {
	if v.Guest == "" || len(v.Hosts) == 0 {
		return ""
	}
	hosts := make([]string, len(v.Hosts))
	for i, id := range v.Hosts {
		hosts[i] = placeName(d, id, v.When.From)
	}
	return placeName(d, v.Guest, v.When.From) + " → " + strings.Join(hosts, ", ")
}
