package precedence

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Level is the level of administration of a person's locality.
type Level string

// The levels of administration.
const (
	Province Level = "province"
	District Level = "district"
	Commune  Level = "commune"
)

// Rules are the ranks of posts as they are kept in the catalogue: data that can
// be read, compared and overridden. [Compile] makes a [Table] of them.
type Rules struct {
	// Version names the state of the rules; it is kept beside what was computed
	// from them.
	Version string `json:"version"`
	// DeputySecond puts the deputy head of the delegation right after its head.
	DeputySecond bool `json:"deputy_second"`
	// Bases are the ranks at which the levels begin.
	Bases map[Level]int `json:"bases"`
	// Abbreviations are written out before posts are looked for.
	Abbreviations []Abbreviation `json:"abbreviations"`
	// Ignore are words that look like posts and are none.
	Ignore []string `json:"ignore"`
	// Posts are the posts and their ranks.
	Posts []Post `json:"posts"`
}

// Abbreviation is a short form and what it stands for. A short form with "^"
// before it counts only at the beginning of a post ("TP Nội vụ" is a head of
// division, "UBND TP" is a city), one with "=" only with its marks ("GĐ" is a
// director, "GD" is education).
type Abbreviation struct {
	Short string `json:"short"`
	Full  string `json:"full"`
}

// Post is a post, or a group of posts of one rank.
type Post struct {
	// Code names the post for reasons and overrides.
	Code string `json:"code"`
	// Vi and En are its names.
	Vi string `json:"vi"`
	En string `json:"en"`
	// Offset is added to the base of the level at which the post is held. A
	// smaller rank is higher.
	Offset int `json:"offset,omitempty"`
	// Rank, if not 0, is the rank at every level, and Offset does not count.
	Rank int `json:"rank,omitempty"`
	// At are the offsets of levels at which the post ranks otherwise: a head of
	// division of a provincial department is not the head of an agency.
	At map[Level]int `json:"at,omitempty"`
	// Patterns are the words by which the post is recognised. Case, marks and
	// punctuation don't count, except that marks do in a pattern with "=" before
	// it: "=Trưởng bản" is not "Trưởng Ban". A pattern with "…" behind it also
	// takes what follows up to the next comma: "Trợ lý …" is who assists, and the
	// post behind it is that of somebody else.
	Patterns []string `json:"patterns"`
}

// overrideCode is the code of posts that an office has added; the pattern
// follows.
const overrideCode = "override:"

// With returns the rules with the overrides of an office, which map a pattern
// to a rank that holds at every level; r itself stays as it is. It is how an
// office adapts the table to the custom of its province. An override goes before
// a pattern of the rules that has the same words; as always, a pattern of more
// words goes before both.
func (r Rules) With(overrides map[string]int) Rules {
	patterns := slices.Sorted(maps.Keys(overrides))
	posts := slices.DeleteFunc(slices.Clone(r.Posts), func(p Post) bool {
		pattern, ok := strings.CutPrefix(p.Code, overrideCode)
		_, again := overrides[pattern]
		return ok && again
	})
	for _, pattern := range patterns {
		posts = append(posts, Post{
			Code: overrideCode + pattern, Vi: pattern, En: pattern,
			Rank: overrides[pattern], Patterns: []string{pattern},
		})
	}
	r.Posts = posts
	return r
}

// check reports what is wrong with the rules.
func (r Rules) check() error {
	for _, level := range []Level{Province, District, Commune} {
		if r.Bases[level] <= 0 {
			return fmt.Errorf("level %s has no base", level)
		}
	}
	seen := map[string]bool{}
	for _, p := range r.Posts {
		if p.Code == "" {
			return errors.New("a post has no code")
		}
		if seen[p.Code] {
			return fmt.Errorf("post %s stands twice", p.Code)
		}
		seen[p.Code] = true
		if p.Rank < 0 || p.Offset < 0 || len(p.Patterns) == 0 {
			return fmt.Errorf("post %s has a negative rank or no pattern", p.Code)
		}
	}
	return nil
}
