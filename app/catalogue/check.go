package catalogue

import (
	"errors"
	"fmt"

	"nhipcau/app/civil"
	"nhipcau/app/precedence"
)

// check reports everything that is wrong with the catalogues.
func (c *Catalogue) check() error {
	errs := []error{
		checkList("programmes", c.Programmes),
		checkList("measures", c.Measures),
		checkList("topics", c.Topics),
		checkList("papers", c.Papers),
		c.checkMeasures(),
		c.checkPapers(),
		checkList("wordings", c.Wordings),
		c.checkWordings(),
	}
	for _, named := range c.termLists() {
		errs = append(errs, checkList(named.name, named.list))
	}
	_, err := precedence.Compile(c.Ranks)
	return errors.Join(append(errs, err)...)
}

// namedList is one of the short lists and its name in messages.
type namedList struct {
	name string
	list List[Term]
}

// termLists returns the short lists.
func (c *Catalogue) termLists() []namedList {
	return []namedList{
		{"agenda kinds", c.AgendaKinds},
		{"visit statuses", c.VisitStatuses},
		{"our roles", c.OurRoles},
		{"sides", c.Sides},
		{"outcome types", c.OutcomeTypes},
		{"applicability", c.Applicability},
		{"decisions", c.Decisions},
		{"question states", c.QuestionStates},
		{"follow-up states", c.FollowUpStates},
		{"attendee roles", c.AttendeeRoles},
		{"attendance", c.Attendance},
		{"honorifics", c.Honorifics},
		{"gift directions", c.GiftDirections},
		{"unit branches", c.UnitBranches},
		{"model holders", c.ModelHolders},
		{"levels", c.Levels},
		{"succession kinds", c.SuccessionKinds},
	}
}

// checkList checks what all entries have: a code of its own, words in both
// languages, a parent that exists and whose period holds theirs.
func checkList[E entry](name string, l List[E]) error {
	if l.Len() == 0 {
		return fmt.Errorf("%s: empty", name)
	}
	var errs []error
	for i, e := range l.entries {
		t := e.term()
		if l.places[t.Code] != i {
			errs = append(errs, fmt.Errorf("%s: code %q stands twice", name, t.Code))
		}
		if err := checkTerm(t); err != nil {
			errs = append(errs, fmt.Errorf("%s: %q: %w", name, t.Code, err))
		}
		if err := checkParent(l, i); err != nil {
			errs = append(errs, fmt.Errorf("%s: %q: %w", name, t.Code, err))
		}
	}
	return errors.Join(errs...)
}

func checkTerm(t Term) error {
	switch {
	case t.Code == "" || t.Vi == "" || t.En == "":
		return errors.New("code or words are missing")
	case !t.From.IsZero() && !t.From.Valid(), !t.To.IsZero() && !t.To.Valid():
		return fmt.Errorf("period %q to %q is not made of dates", t.From, t.To)
	case !t.To.IsZero() && t.To < t.From:
		return fmt.Errorf("period ends on %s before it begins on %s", t.To, t.From)
	}
	return nil
}

// checkParent checks the entry at place i. A parent must stand before it, so
// that there is no ring.
func checkParent[E entry](l List[E], i int) error {
	t := l.entries[i].term()
	if t.Parent == "" {
		return nil
	}
	place, ok := l.places[t.Parent]
	if !ok || place >= i {
		return fmt.Errorf("parent %q does not stand before it", t.Parent)
	}
	parent := l.entries[place].term()
	if t.From < parent.From || endOf(t.To) > endOf(parent.To) {
		return fmt.Errorf("period is not within that of %q", t.Parent)
	}
	return nil
}

// endOf returns a date after all others for a period without end.
func endOf(to civil.Date) civil.Date {
	if to.IsZero() {
		return "9999-12-31"
	}
	return to
}

func (c *Catalogue) checkMeasures() error {
	var errs []error
	for _, m := range c.Measures.entries {
		if err := c.checkMeasure(m); err != nil {
			errs = append(errs, fmt.Errorf("measures: %q: %w", m.Code, err))
		}
	}
	return errors.Join(errs...)
}

func (c *Catalogue) checkMeasure(m Measure) error {
	switch m.Kind {
	case Integer, Decimal, Percent, MoneyMillion:
	default:
		return fmt.Errorf("kind %q is not known", m.Kind)
	}
	if m.Unit == "" || m.UnitEn == "" {
		return errors.New("unit is missing")
	}
	others := []string{}
	if m.PartOf != "" {
		others = append(others, m.PartOf)
	}
	if f := m.Formula; f != nil {
		if err := f.check(); err != nil {
			return err
		}
		others = append(append(others, f.Of...), f.To...)
	}
	for _, code := range others {
		if _, ok := c.Measures.Get(code); !ok || code == m.Code {
			return fmt.Errorf("refers to %q", code)
		}
	}
	return nil
}

func (f Formula) check() error {
	ok := false
	switch f.Kind {
	case Sum:
		ok = len(f.Of) > 1 && len(f.To) == 0
	case Ratio:
		ok = len(f.Of) > 0 && len(f.To) > 0
	case Fall:
		ok = len(f.Of) == 1 && len(f.To) == 0
	}
	if !ok || f.Tolerance == "" {
		return fmt.Errorf("formula %q of %q to %q is not complete", f.Kind, f.Of, f.To)
	}
	return nil
}

func (c *Catalogue) checkPapers() error {
	var errs []error
	for _, p := range c.Papers.entries {
		switch p.Form {
		case Numbered, Annex, Sheet:
		default:
			errs = append(errs, fmt.Errorf("papers: %q: form %q is not known", p.Code, p.Form))
		}
		for _, side := range p.Sides {
			if _, ok := c.Sides.Get(side); !ok {
				errs = append(errs, fmt.Errorf("papers: %q: side %q is not known", p.Code, side))
			}
		}
		if len(p.Sides) == 0 {
			errs = append(errs, fmt.Errorf("papers: %q: no side issues it", p.Code))
		}
		errs = append(errs, p.checkChoices(), c.checkVariants(p))
	}
	return errors.Join(errs...)
}

// checkVariants reports variants whose side or whose person is none.
func (c *Catalogue) checkVariants(p PaperKind) error {
	var errs []error
	for _, v := range p.Variants {
		_, side := c.Sides.Get(v.Side)
		if v.Side != "" && !side || v.Per != "" && v.Per != "attendee" {
			errs = append(errs, fmt.Errorf("papers: %q: variant %q is of side %q, per %q", p.Code, v.Code, v.Side, v.Per))
		}
	}
	return errors.Join(errs...)
}

// checkWordings reports texts that stand on no paper or say nothing.
func (c *Catalogue) checkWordings() error {
	var errs []error
	for _, w := range c.Wordings.entries {
		if _, ok := c.Papers.Get(w.Paper); !ok || w.Text == "" {
			errs = append(errs, fmt.Errorf("wordings: %q: no paper or no text", w.Code))
		}
	}
	return errors.Join(errs...)
}

// checkChoices reports variants and options of a paper that stand twice, lack
// words, or leave nothing to choose.
func (p PaperKind) checkChoices() error {
	errs := []error{}
	check := func(name string, terms []Term) {
		if len(terms) == 1 {
			errs = append(errs, fmt.Errorf("papers: %q: %s leave nothing to choose", p.Code, name))
		}
		if len(terms) > 0 {
			errs = append(errs, checkList(p.Code+" "+name, newList(terms)))
		}
	}
	variants := make([]Term, len(p.Variants))
	for i, v := range p.Variants {
		variants[i] = v.Term
	}
	check("variants", variants)
	for _, o := range p.Options {
		if len(o.Values) == 0 {
			errs = append(errs, fmt.Errorf("papers: %q: option %q has no values", p.Code, o.Code))
		}
		check("option "+o.Code, o.Values)
		errs = append(errs, checkTerm(o.Term))
	}
	return errors.Join(errs...)
}
