// Package form ties the fields of the kit to the fields of one record: labels
// come from the words, values from the record, and what is committed goes
// through the desk, with one step of undo for one visit of the cursor and the
// broken rule beside the field. It knows the declaration of kinds; it must not
// know any particular page.
package form

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// Form edits one record at a time.
type Form struct {
	// OnChange hears, on the UI goroutine, that a field was kept.
	OnChange func(field string)

	onShow  []func(plan.Record)
	aside   refusals
	host    *page.Host
	kind    plan.Kind
	decl    *plan.Declaration
	bound   []binding
	pending int // commits that are not done yet; UI goroutine only
	warned  map[string]string
	marked  bool // something stands beside a field; see mark

	mu   sync.Mutex
	base plan.Record // what stands on screen, with our own commits
}

// binding is one field of the kit and where its value stands in the record.
type binding struct {
	path string
	show func(plan.Record)
	fail func(string)
	warn func(string)
	keep func()
	able func(bool)
	held holder
	take func() // the keyboard
}

// New makes a form for records of one kind.
func New(h *page.Host, kind plan.Kind) *Form {
	decl, ok := plan.DeclarationOf(string(kind))
	if !ok {
		panic(fmt.Sprintf("form: no kind %q", kind))
	}
	return &Form{host: h, kind: kind, decl: decl}
}

// Show puts a record into the fields. What somebody is typing stays; while a
// commit of our own is under way nothing changes, for the record that follows
// it is newer.
func (f *Form) Show(r plan.Record) {
	if f.pending > 0 && f.same(r) {
		return
	}
	other := !f.same(r)
	if other {
		f.putAside()
	}
	f.mu.Lock()
	f.base = r
	f.mu.Unlock()
	for _, hear := range f.onShow {
		hear(r)
	}
	for _, b := range f.bound {
		b.able(r != nil && !isNil(r))
		if r != nil && !isNil(r) {
			b.show(r)
		}
	}
	if other {
		f.bringBack()
	}
	f.mark()
}

// OnShow hears each record that is shown, for what stands beside the fields.
func (f *Form) OnShow(hear func(plan.Record)) { f.onShow = append(f.onShow, hear) }

func isNil(r plan.Record) bool { return reflect.ValueOf(r).IsNil() }

func (f *Form) same(r plan.Record) bool {
	shown := f.Record()
	return shown != nil && r != nil && !isNil(r) && shown.Meta().ID == r.Meta().ID
}

// Record is what the form shows, nil if nothing.
func (f *Form) Record() plan.Record {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.base == nil || isNil(f.base) {
		return nil
	}
	return f.base
}

// Focus puts the cursor into the first field.
func (f *Form) Focus() {
	if len(f.bound) > 0 && f.Record() != nil {
		f.bound[0].take()
	}
}

// Commit keeps what is being typed, before another page or record is shown.
func (f *Form) Commit() {
	for _, b := range f.bound {
		b.keep()
	}
}

// Warn puts warnings beside their fields and takes the others away; an issue
// whose field has no place in this form is given back.
func (f *Form) Warn(issues []plan.Issue) (rest []plan.Issue) {
	texts := map[string]string{}
	for _, issue := range issues {
		if !f.has(issue.Field) {
			rest = append(rest, issue)
			continue
		}
		texts[issue.Field] = strings.TrimSpace(texts[issue.Field] + " " + f.host.Words.Issue(issue))
	}
	f.warned, f.marked = texts, true
	f.mark()
	return rest
}

func (f *Form) has(path string) bool {
	for _, b := range f.bound {
		if b.path == path {
			return true
		}
	}
	return false
}

// Set changes the record that is shown by hand, for fields that the form has
// no widget for. join ties consecutive changes to one step of undo.
func (f *Form) Set(field, join string, change func(plan.Record)) {
	f.set(field, "", join, change)
}

// set is Set for the field of the form with the path, where it is not "".
func (f *Form) set(field, path, join string, change func(plan.Record)) {
	shown := f.Record()
	if shown == nil {
		return
	}
	id := shown.Meta().ID
	f.pending++
	f.host.Job(func() error {
		var fresh plan.Record
		err := f.host.Desk.Do(desk.Step{Why: "edit", Join: join}, func(tx *desk.Tx) error {
			fresh = copyOf(f.baseOf(tx, id))
			change(fresh)
			return tx.Put(fresh)
		})
		if err == nil {
			f.kept(fresh)
		}
		return err
	}, func(err error) { f.done(id, field, path, err) })
}

// baseOf is the record from which a change starts: what stands on screen, or
// what is kept where another record is shown by now.
func (f *Form) baseOf(tx *desk.Tx, id string) plan.Record {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.base != nil && !isNil(f.base) && f.base.Meta().ID == id {
		return f.base
	}
	base, _ := desk.Read[plan.Record](tx, id)
	return base
}

// kept takes a change over into what stands on screen. It is called once the
// change is durable, and before the next one begins: what could not be saved
// must be written again by the next try.
func (f *Form) kept(fresh plan.Record) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.base != nil && !isNil(f.base) && f.base.Meta().ID == fresh.Meta().ID {
		f.base = fresh
	}
}

func (f *Form) done(id, field, path string, err error) {
	f.pending--
	var invalid *desk.Invalid
	switch shown := f.Record(); {
	case errors.As(err, &invalid):
		f.refused(invalid, path, shown != nil && shown.Meta().ID == id)
	case err != nil:
		f.host.Fail(err)
	default:
		f.retry()
		if f.OnChange != nil {
			f.OnChange(field)
		}
	}
}

// copyOf copies a record one level deep; lists are replaced by who changes
// them, never changed in place.
func copyOf(r plan.Record) plan.Record {
	v := reflect.New(reflect.TypeOf(r).Elem())
	v.Elem().Set(reflect.ValueOf(r).Elem())
	return v.Interface().(plan.Record)
}

// value finds a field of a record by its path in json, such as "when.from".
func (f *Form) value(r plan.Record, path string) reflect.Value {
	root, rest, _ := strings.Cut(path, ".")
	field, ok := f.decl.Field(root)
	if !ok {
		panic(fmt.Sprintf("form: %s has no field %q", f.kind, path))
	}
	v := f.decl.Value(r, field)
	for rest != "" {
		var name string
		name, rest, _ = strings.Cut(rest, ".")
		v = member(v, name)
	}
	return v
}

func member(v reflect.Value, name string) reflect.Value {
	for i := range v.NumField() {
		if tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); tag == name {
			return v.Field(i)
		}
	}
	panic(fmt.Sprintf("form: %s has no member %q", v.Type(), name))
}

// label is the word for a field.
func (f *Form) label(path string) string { return f.host.Words.Field(f.kind, path) }

// commit keeps one committed text in the record.
func (f *Form) commit(path string, visit int, set func(reflect.Value)) {
	shown := f.Record()
	if shown == nil {
		return
	}
	if b := f.at(path); b != nil {
		b.fail("") // of the value before
	}
	root, _, _ := strings.Cut(path, ".")
	join := fmt.Sprintf("%s/%s/%d", shown.Meta().ID, path, visit)
	f.set(root, path, join, func(r plan.Record) { set(f.value(r, path)) })
}

func formatDate(value string) string { return vietnamese.FormatDate(civil.Date(value)) }

// parseError words what a parser did not understand, with an example of what
// it does.
func parseError(h *page.Host, key string, err error) error {
	if err == nil {
		return nil
	}
	return errors.New(h.Say(key))
}

func able(w fyne.Disableable) func(bool) {
	return func(on bool) {
		if on == !w.Disabled() {
			return
		}
		if on {
			w.Enable()
		} else {
			w.Disable()
		}
	}
}

var _ kit.Committer = (*kit.TextField)(nil)
