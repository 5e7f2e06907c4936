package precedence

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// Table is [Rules] made ready for use. It never changes and may be used by
// several goroutines at a time. The zero Table knows no post.
type Table struct {
	rules         Rules
	abbreviations []abbreviation
	patterns      []pattern
}

// abbreviation is an [Abbreviation] in words.
type abbreviation struct {
	short phrase
	full  []word
}

// pattern is one pattern of a post, in words.
type pattern struct {
	phrase
	post *Post // nil for words to ignore
}

// Compile makes the rules ready for use. An error says which rule is wrong: a
// base that is missing, a code that stands twice, a pattern without words.
func Compile(rules Rules) (Table, error) {
	if err := rules.check(); err != nil {
		return Table{}, fmt.Errorf("precedence: %w", err)
	}
	rules.Posts, rules.Bases = slices.Clone(rules.Posts), maps.Clone(rules.Bases)
	t := Table{rules: rules}
	for _, a := range rules.Abbreviations {
		if err := t.addAbbreviation(a); err != nil {
			return Table{}, fmt.Errorf("precedence: %w", err)
		}
	}
	slices.SortStableFunc(t.abbreviations, func(a, b abbreviation) int {
		return cmp.Compare(len(b.short.words), len(a.short.words))
	})
	if err := t.addPatterns(); err != nil {
		return Table{}, fmt.Errorf("precedence: %w", err)
	}
	return t, nil
}

// Version returns the version of the rules.
func (t Table) Version() string { return t.rules.Version }

func (t *Table) addAbbreviation(a Abbreviation) error {
	entry := abbreviation{short: newPhrase(a.Short), full: wordsOf(a.Full)}
	if len(entry.short.words) == 0 || len(entry.full) == 0 {
		return fmt.Errorf("abbreviation %q of %q has no words", a.Short, a.Full)
	}
	t.abbreviations = append(t.abbreviations, entry)
	return nil
}

// addPatterns adds the patterns of all posts, longer ones first, since "Phó Bí
// thư Thường trực" must not be read as "Phó Bí thư" or "Bí thư". Of as
// many words those to be compared with marks come first, then an office's
// overrides, which stand last in the rules. Those that take what follows them
// come after all others.
func (t *Table) addPatterns() error {
	for _, text := range t.rules.Ignore {
		if err := t.addPattern(text, nil); err != nil {
			return fmt.Errorf("words to ignore: %w", err)
		}
	}
	for i := range t.rules.Posts {
		p := &t.rules.Posts[i]
		for _, text := range p.Patterns {
			if err := t.addPattern(text, p); err != nil {
				return fmt.Errorf("post %s: %w", p.Code, err)
			}
		}
	}
	slices.Reverse(t.patterns)
	slices.SortStableFunc(t.patterns, func(a, b pattern) int { return cmp.Compare(b.weight(), a.weight()) })
	return nil
}

// weight is larger the earlier a pattern is tried.
func (p pattern) weight() int {
	weight := 2 * len(p.words)
	if p.marks {
		weight++
	}
	if p.takes {
		// Last of all: "Bí thư Kỳ Anh" must not be read as "Thư ký", nor "Thư ký
		// đoàn", which is no post. What is found behind it goes then.
		weight -= takesLast
	}
	return weight
}

// takesLast is more than the weight of any pattern.
const takesLast = 1 << 20

// addPattern adds a pattern. Abbreviations in it are written out as they are in
// posts, so that both forms fit.
func (t *Table) addPattern(text string, post *Post) error {
	p := pattern{phrase: newPhrase(text), post: post}
	p.words = t.expand(p.words)
	if len(p.words) == 0 {
		return fmt.Errorf("pattern %q has no words", text)
	}
	t.patterns = append(t.patterns, p)
	return nil
}

// rankOf returns the rank of a post held at a level.
func (t Table) rankOf(p *Post, level Level) int {
	if p.Rank != 0 {
		return p.Rank
	}
	if offset, ok := p.At[level]; ok {
		return t.rules.Bases[level] + offset
	}
	return t.rules.Bases[level] + p.Offset
}
