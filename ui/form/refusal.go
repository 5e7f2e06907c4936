package form

import (
	"strings"

	"nhipcau/app/desk"
)

// holder is a field that keeps what was typed although it was not taken.
type holder interface {
	Refuse(sentence string)
	Refused() string
	Forget()
	Retype(text string)
}

// refusals are the texts that were refused, by record and path, while another
// record is shown.
type refusals map[string]map[string]string

// putAside keeps what was refused of the record that is shown so far, so that
// it stands there again when the person comes back to it.
func (f *Form) putAside() {
	shown := f.Record()
	for _, b := range f.bound {
		if b.held == nil || b.held.Refused() == "" {
			continue
		}
		if shown != nil {
			if f.aside == nil {
				f.aside = refusals{}
			}
			id := shown.Meta().ID
			if f.aside[id] == nil {
				f.aside[id] = map[string]string{}
			}
			f.aside[id][b.path] = b.held.Refused()
		}
		b.held.Forget()
	}
}

// bringBack types again what was refused of the record that is shown now.
func (f *Form) bringBack() {
	shown := f.Record()
	if shown == nil {
		return
	}
	texts := f.aside[shown.Meta().ID]
	delete(f.aside, shown.Meta().ID)
	for _, b := range f.bound {
		if text := texts[b.path]; text != "" {
			b.held.Retype(text)
		}
	}
}

// retry offers the desk again what it refused: a period whose end was before
// its start may be in order now.
func (f *Form) retry() {
	for _, b := range f.bound {
		if b.held != nil && b.held.Refused() != "" {
			b.keep()
		}
	}
}

// refused puts the broken rules beside their fields; what has no field here, or
// belongs to a record that is not shown any more, is told below. The field that
// was committed keeps what was typed, also where the rule names another one.
func (f *Form) refused(invalid *desk.Invalid, path string, shown bool) {
	committed := f.at(path)
	if !shown || committed == nil || committed.held == nil {
		committed = nil
	}
	var said []string
	for _, issue := range invalid.Issues {
		sentence := f.host.Words.Issue(issue)
		said = append(said, sentence)
		if placed := shown && f.place(issue.Field, sentence); !placed && committed == nil {
			f.host.Toast(sentence, "", nil)
		}
	}
	if committed != nil {
		committed.held.Refuse(strings.Join(said, " "))
	}
}

// place puts a sentence beside the fields that a rule is about, and says
// whether there are any.
func (f *Form) place(field, sentence string) bool {
	placed := false
	for _, b := range f.bound {
		if b.concerns(field) {
			b.fail(sentence)
			placed = true
		}
	}
	return placed
}

// concerns says whether a rule about a field is one about this one.
func (b *binding) concerns(field string) bool {
	return b.path == field || strings.HasPrefix(field, b.path+".") || strings.HasPrefix(field, b.path+"[")
}

// at gives the field with the path, nil if there is none.
func (f *Form) at(path string) *binding {
	for i := range f.bound {
		if f.bound[i].path == path {
			return &f.bound[i]
		}
	}
	return nil
}
