package desk

import (
	"reflect"
	"strings"
	"sync"

	"nhipcau/app/finder"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// finding keeps the index of all words. It is made when it is first asked for,
// so that opening does not wait for it.
type finding struct {
	mu    sync.Mutex
	index *finder.Index
}

// Find lists the records that hold the words of the query, with or without
// marks, best first, at most limit. The bin is left out.
func (d *Desk) Find(query string, limit int) []Item {
	ids := d.finder.search(d, query, limit)
	out := make([]Item, 0, len(ids))
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, id := range ids {
		if it := d.model.items[id]; it != nil {
			out = append(out, itemOf(it))
		}
	}
	return out
}

// WarmFind makes the index, which otherwise the first Find does. For a
// goroutine of the background.
func (d *Desk) WarmFind() { d.finder.search(d, "", 0) }

func (f *finding) search(d *Desk, query string, limit int) []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fill(d)
	return f.index.Search(query, limit)
}

func (f *finding) fill(d *Desk) {
	if f.index != nil {
		return
	}
	f.index = finder.New()
	d.mu.RLock()
	items := values(d.model.items)
	d.mu.RUnlock()
	for _, it := range items {
		f.put(d, it)
	}
}

func (f *finding) put(d *Desk, it *item) {
	value := it.value()
	if value == nil || it.trashed {
		return
	}
	f.index.Put(it.rec.ID, d.titleOf(value), textOf(value))
}

// titleOf is the label, for a visit with the names of its localities.
func (d *Desk) titleOf(value plan.Record) string {
	v, ok := value.(*plan.Visit)
	if !ok {
		return value.Label()
	}
	words := []string{v.Title}
	for _, id := range append([]string{v.Guest}, v.Hosts...) {
		if p, ok := d.Locality(id, v.When.From); ok {
			words = append(words, p.Running)
		}
	}
	return strings.Join(append(words, vietnamese.FormatDate(v.When.From)), " ")
}

// textOf gathers the running text of a record: every text field that is no
// reference and no choice from a list.
func textOf(value plan.Record) string {
	decl, _ := plan.DeclarationOf(string(value.Kind()))
	var b strings.Builder
	for _, f := range decl.Fields {
		if f.Ref != "" {
			continue
		}
		switch v := decl.Value(value, f); v.Kind() {
		case reflect.String:
			b.WriteString(v.String())
			b.WriteByte(' ')
		case reflect.Slice:
			appendStrings(&b, v)
		}
	}
	return b.String()
}

func appendStrings(b *strings.Builder, v reflect.Value) {
	if v.Type().Elem().Kind() != reflect.String {
		return
	}
	for i := range v.Len() {
		b.WriteString(v.Index(i).String())
		b.WriteByte(' ')
	}
}

// update brings the index up to date after a change, if it was ever made.
func (f *finding) update(d *Desk, ids []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.index == nil {
		return
	}
	d.mu.RLock()
	items := make([]*item, len(ids))
	for i, id := range ids {
		items[i] = d.model.items[id]
	}
	d.mu.RUnlock()
	for i, id := range ids {
		f.index.Remove(id)
		if items[i] != nil {
			f.put(d, items[i])
		}
	}
}

// matches says whether a query finds a text, by the rule of the search box.
func matches(query, text string) bool {
	folded := vietnamese.Fold(text)
	for _, w := range strings.Fields(vietnamese.Fold(query)) {
		if !strings.HasPrefix(folded, w) && !strings.Contains(folded, " "+w) {
			return false
		}
	}
	return true
}
