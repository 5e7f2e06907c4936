package words

import (
	"context"
	"errors"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// Kind gives the name of a kind of record, "Chuyến công tác": the key
// "kind.<kind>".
func (w *Words) Kind(k plan.Kind) string { return w.orWord("kind."+string(k), string(k)) }

// Kinds gives the title of a list of records of a kind: the key
// "kinds.<kind>".
func (w *Words) Kinds(k plan.Kind) string { return w.orWord("kinds."+string(k), string(k)) }

// Counted gives a number of records of a kind, "3 đại biểu": the key
// "count.<kind>".
func (w *Words) Counted(k plan.Kind, n int) string { return w.Say("count."+string(k), "Count", n) }

// Field gives the label of a field. The field is a path in json as an issue has
// it: "title", "when.from", "leads[0].text"; the numbers of entries make no
// difference. The key is "field.<kind>.<path>"; a field that is not known, as
// one of a newer version, gives its name.
func (w *Words) Field(k plan.Kind, field string) string {
	return w.orWord("field."+string(k)+"."+withoutIndexes(field), field)
}

// Enum gives the words of a value that is one of a fixed list: the key
// "enum.<kind>.<path>.<value>", such as "enum.visit.status.idea". An empty
// value gives the words of "….empty" where the list has some for it, else
// nothing; a value that is not known gives itself.
func (w *Words) Enum(k plan.Kind, field, value string) string {
	name := value
	if value == "" {
		name = "empty"
	}
	return w.orWord("enum."+string(k)+"."+withoutIndexes(field)+"."+name, value)
}

// Issue gives the sentence of what a rule found.
func (w *Words) Issue(i plan.Issue) string { return w.SayWith(i.Key, i.Args) }

// Explain gives the sentence of an error for the person who has to act on it.
// A fault has its own. Any other error, and a fault without words, gives the
// general one; its text is for the log.
func (w *Words) Explain(err error) string {
	var f *fault.Fault
	switch {
	case errors.As(err, &f) && w.Has(f.Key):
		return w.SayWith(f.Key, f.Args)
	case errors.Is(err, context.Canceled):
		return w.Say("fault.cancelled")
	default:
		return w.Say("fault.internal")
	}
}

// orWord gives the words of a key, or the word given if there are none.
func (w *Words) orWord(key, word string) string {
	if !w.Has(key) {
		return word
	}
	return w.Say(key)
}

// withoutIndexes turns "leads[0].text" into "leads.text".
func withoutIndexes(path string) string {
	for {
		open := strings.IndexByte(path, '[')
		if open < 0 {
			return path
		}
		end := strings.IndexByte(path[open:], ']')
		if end < 0 {
			return path
		}
		path = path[:open] + path[open+end+1:]
	}
}
