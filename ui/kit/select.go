package kit

import (
	"strings"

	"nhipcau/ui/theme"
)

// Select is a Picker over a fixed list, found by typing any part of a title with or without marks. Its value is the ID.
type Select struct {
	Picker

	// OnCommit receives the ID of what was chosen, or "" for none.
	OnCommit func(id string)

	options []Choice
}

// NewSelect returns a select with nothing chosen.
func NewSelect(env *Env, label string, options []Choice) *Select {
	s := &Select{options: options}
	s.initPicker(s, env, label)
	s.swatch = NewSwatch(theme.None)
	s.swatch.Hidden = true
	s.Search = s.match
	s.OnPick = func(c Choice) {
		if s.OnCommit != nil {
			s.OnCommit(c.ID)
		}
	}
	return s
}

// SetOptions changes the list; what is chosen stays chosen, with the title it has now.
func (s *Select) SetOptions(options []Choice) {
	s.options = options
	s.SetValue(s.choice.ID)
}

// Value returns the ID of what is chosen, or "".
func (s *Select) Value() string { return s.choice.ID }

// SetValue chooses by ID without telling OnCommit. An ID that is in no list is shown as it is, so that nothing is lost.
func (s *Select) SetValue(id string) {
	for _, c := range s.options {
		if c.ID == id {
			s.SetChoice(c)
			return
		}
	}
	s.SetChoice(Choice{ID: id, Title: id})
}

// match returns the options with the query in their title or detail, those that begin with it first.
func (s *Select) match(query string) []Choice {
	key := s.env.fold(query)
	if key == "" {
		return s.options
	}
	var first, rest []Choice
	for _, c := range s.options {
		title := s.env.fold(c.Title)
		switch {
		case strings.HasPrefix(title, key):
			first = append(first, c)
		case strings.Contains(title, key), strings.Contains(s.env.fold(c.Detail), key):
			rest = append(rest, c)
		}
	}
	return append(first, rest...)
}
