package history

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/page"
)

// line is one change as the list shows it: a field of a record, or a record
// that came or went as a whole.
type line struct {
	key    string
	group  string
	id     string
	kind   plan.Kind
	at     time.Time
	author string
	why    string
	record string // the name of the record
	field  string // in json; empty where the record came or went as a whole
	label  string // the words for the field
	before string
	after  string
	old    json.RawMessage // the value before, to be brought back
	source string
	first  bool // the first line shown of its transaction
	sought string
}

// fieldPos is the place in an order made by hand; its value says nothing to
// anybody.
const fieldPos = "pos"

// canBringBack says whether the line has an earlier value of a field.
func (l line) canBringBack() bool { return l.field != "" && l.field != fieldPos && l.old != nil }

func (l line) has(query string) bool {
	for _, w := range strings.Fields(query) {
		if !strings.Contains(l.sought, " "+w) {
			return false
		}
	}
	return true
}

// fetch reads the history of a visit, newest first, and says whether there is
// more of it. It is called away from the UI goroutine.
func fetch(h *page.Host, visit string) ([]line, bool, error) {
	entries, err := h.Desk.VisitHistory(visit, entriesShown)
	if err != nil {
		return nil, false, err
	}
	w := &writer{host: h, tell: tell.New(h.Desk, h.Words), kinds: map[string]desk.Item{}}
	var out []line
	for _, e := range entries {
		out = append(out, w.lines(e)...)
	}
	return out, len(entries) == entriesShown, nil
}

// writer words entries.
type writer struct {
	host  *page.Host
	tell  *tell.Teller
	kinds map[string]desk.Item
}

func (w *writer) item(id string) desk.Item {
	item, ok := w.kinds[id]
	if !ok {
		item, _ = w.host.Desk.Record(id)
		w.kinds[id] = item
	}
	return item
}

// lines gives one line for each field that was edited; a record that came or
// went is one line, whatever fields it brought.
func (w *writer) lines(e desk.Entry) []line {
	item := w.item(e.ID)
	base := line{
		group: e.Group, id: e.ID, kind: plan.Kind(item.Kind), at: e.At(), author: e.Author, why: w.why(e),
		record: w.tell.Name(e.ID), source: w.source(e),
	}
	if whole(e) {
		base.key, base.label = e.Group+e.ID, base.why
		return []line{base.sift()}
	}
	var out []line
	for _, name := range w.fields(base.kind, e) {
		l := base
		l.key, l.field = e.Group+e.ID+name, name
		l.label = w.host.Words.Field(l.kind, name)
		l.old = e.Fields[name][0]
		l.before, l.after = w.values(l.kind, name, e.Fields[name])
		out = append(out, l.sift())
	}
	return out
}

// whole says whether an entry is about the record and not about its fields: it
// came, it went to the bin or came back from it, or a bundle brought it new.
func whole(e desk.Entry) bool {
	switch e.Why {
	case "create", "delete", "restore":
		return true
	}
	for _, values := range e.Fields {
		if string(values[0]) != "null" {
			return false
		}
	}
	return len(e.Fields) == 0 || e.Why == "import" && len(e.Fields) > 1
}

// fields lists the fields of an entry in the order of their kind.
func (w *writer) fields(kind plan.Kind, e desk.Entry) []string {
	var names []string
	if decl, ok := plan.DeclarationOf(string(kind)); ok {
		for _, f := range decl.Fields {
			if _, has := e.Fields[f.Name]; has {
				names = append(names, f.Name)
			}
		}
	}
	var rest []string
	for name := range e.Fields {
		if !slices.Contains(names, name) {
			rest = append(rest, name)
		}
	}
	slices.Sort(rest)
	return append(names, rest...)
}

// values words a field before and after.
func (w *writer) values(kind plan.Kind, field string, raw [2]json.RawMessage) (before, after string) {
	if field == fieldPos {
		return "", w.host.Say("history.place")
	}
	return w.tell.Value(kind, field, raw[0]), w.tell.Value(kind, field, raw[1])
}

func (w *writer) why(e desk.Entry) string {
	key := "history." + e.Why
	if !w.host.Words.Has(key) {
		key = "history.edit"
	}
	return w.host.Say(key)
}

func (w *writer) source(e desk.Entry) string {
	if e.Bundle == "" && e.From == "" {
		return ""
	}
	return w.host.Say("history.bundle", "From", e.From)
}

func (l line) sift() line {
	l.sought = " " + vietnamese.Fold(strings.Join([]string{
		l.record, l.label, l.before, l.after, l.author, l.source, l.why, tell.Moment(l.at),
	}, " "))
	return l
}

// markFirst finds the first line of each transaction that is shown; only it
// says when and by whom.
func markFirst(lines []line) {
	for i := range lines {
		lines[i].first = i == 0 || lines[i].group != lines[i-1].group || lines[i].author != lines[i-1].author
	}
}
