package catalogue

import "nhipcau/app/civil"

// The languages of labels.
const (
	Vietnamese = "vi"
	English    = "en"
)

// Term is what every entry of a catalogue has.
type Term struct {
	// Code is what records refer to. It never changes.
	Code string `json:"code"`
	// Short is the short Vietnamese form, "" if there is none.
	Short string `json:"short,omitempty"`
	// Vi and En are the words in the two languages.
	Vi string `json:"vi"`
	En string `json:"en"`
	// Parent is the code of the entry above, "" if there is none.
	Parent string `json:"parent,omitempty"`
	// From and To are the first and last day on which the entry holds; "" is
	// open.
	From civil.Date `json:"from,omitempty"`
	To   civil.Date `json:"to,omitempty"`
	// Basis is the legal text on which the entry rests, in Vietnamese.
	Basis string `json:"basis,omitempty"`
}

// Label returns the words in a language, "vi" or "en"; any other gives the
// Vietnamese.
func (t Term) Label(lang string) string {
	if lang == English {
		return t.En
	}
	return t.Vi
}

// ShortLabel returns the short form where there is one; English has none.
func (t Term) ShortLabel(lang string) string {
	if lang == English || t.Short == "" {
		return t.Label(lang)
	}
	return t.Short
}

// ValidOn reports whether the entry holds on the day. On the empty date, "no
// day fixed", every entry counts.
func (t Term) ValidOn(day civil.Date) bool {
	return day.IsZero() || t.From <= day && (t.To.IsZero() || day <= t.To)
}

// term lets a list reach the common part of its entries.
func (t Term) term() Term { return t }

// entry is anything that embeds a [Term].
type entry interface{ term() Term }

// List is one catalogue in the order in which its entries are offered. It never
// changes.
type List[E entry] struct {
	entries []E
	places  map[string]int
}

// newList makes a list; of two entries with one code the first is found.
func newList[E entry](entries []E) List[E] {
	l := List[E]{entries: entries, places: make(map[string]int, len(entries))}
	for i, e := range entries {
		if _, taken := l.places[e.term().Code]; !taken {
			l.places[e.term().Code] = i
		}
	}
	return l
}

// Len returns how many entries the list has.
func (l List[E]) Len() int { return len(l.entries) }

// All returns every entry.
func (l List[E]) All() []E { return append([]E(nil), l.entries...) }

// Get returns the entry with the code.
func (l List[E]) Get(code string) (E, bool) {
	i, ok := l.places[code]
	if !ok {
		var none E
		return none, false
	}
	return l.entries[i], true
}

// Label returns the words of the entry with the code; an unknown code, as may
// come from a newer program, is its own label.
func (l List[E]) Label(code, lang string) string {
	e, ok := l.Get(code)
	if !ok {
		return code
	}
	return e.term().Label(lang)
}

// Codes returns the codes of all entries.
func (l List[E]) Codes() []string {
	codes := make([]string, len(l.entries))
	for i, e := range l.entries {
		codes[i] = e.term().Code
	}
	return codes
}

// ValidOn returns the entries that hold on the day.
func (l List[E]) ValidOn(day civil.Date) []E {
	return l.filter(func(t Term) bool { return t.ValidOn(day) })
}

// Children returns the entries whose parent has the code; "" gives the entries
// without a parent.
func (l List[E]) Children(code string) []E {
	return l.filter(func(t Term) bool { return t.Parent == code })
}

// Path returns the entry with the code after all entries above it, the highest
// first; nothing if the code is unknown.
func (l List[E]) Path(code string) []E {
	var path []E
	for range l.entries { // no more steps than entries, even were there a ring
		e, ok := l.Get(code)
		if !ok {
			break
		}
		path = append([]E{e}, path...)
		code = e.term().Parent
	}
	return path
}

func (l List[E]) filter(keep func(Term) bool) []E {
	var kept []E
	for _, e := range l.entries {
		if keep(e.term()) {
			kept = append(kept, e)
		}
	}
	return kept
}
