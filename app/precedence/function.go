package precedence

import (
	"slices"
	"strings"
)

// functionOf tells for posts that are no function of their own what they count
// as: all who lead an agency are counterparts of one another, whatever it is
// called; "" is nothing. A member of a committee, a deputy of an agency or a
// driver is missed by nobody on the other side.
var functionOf = map[string]string{
	"agency_head": "agency_leaders", "division_head": "agency_leaders",
	"standing_committee": "", "committee_member": "", "deputy_head": "", "deputy_division_head": "",
	"body_secretary": "", "staff": "", "guest_without_post": "", "press": "", "service": "",
}

// Functions gives the functions of the posts in the key, the highest first,
// each once: the code of the post, and behind "/" its level where that is not
// own, the level of the delegation. So who chairs the People's Committee of a
// commune is the counterpart of one who chairs that of a district where each
// travels for his own, but not where the one belongs to the delegation of a
// district (domain notes §3). Former posts are no functions.
func (k Key) Functions(own Level) []string {
	var out []string
	for _, h := range k {
		function, changed := functionOf[h.Post]
		if !changed {
			function = h.Post
		}
		if function == "" || h.Former {
			continue
		}
		if own != "" && h.Level != "" && h.Level != own {
			function += "/" + string(h.Level)
		}
		if !slices.Contains(out, function) {
			out = append(out, function)
		}
	}
	return out
}

// SplitFunction takes a function apart into the code of the post and the level,
// "" where it is that of the delegation.
func SplitFunction(function string) (post string, level Level) {
	post, rest, _ := strings.Cut(function, "/")
	return post, Level(rest)
}

// Label names a post in a language, "vi" or "en"; a code that is not known
// gives itself. A post that an office has added is named by its pattern.
func (r Rules) Label(post, language string) string {
	if pattern, ok := strings.CutPrefix(post, overrideCode); ok {
		return pattern
	}
	for _, p := range r.Posts {
		if p.Code == post {
			if language == "en" {
				return p.En
			}
			return p.Vi
		}
	}
	return post
}

// SplitPosts divides what is written of a person into posts, one a text. It
// divides at a comma or semicolon only where a post begins behind it, so that
// "Giám đốc Sở Văn hóa, Thể thao và Du lịch" stays whole.
func SplitPosts(text string, table Table) []string {
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		whole := len(out)
		for _, piece := range strings.Split(part, ",") {
			piece = strings.TrimSpace(piece)
			switch {
			case piece == "":
			case len(out) > whole && !table.beginsPost(piece):
				out[len(out)-1] += ", " + piece
			default:
				out = append(out, piece)
			}
		}
	}
	return out
}

// beginsPost says whether a text begins with a post, or with one held before.
func (t Table) beginsPost(text string) bool {
	words := t.expand(wordsOf(text))
	if len(words) > 1 && words[0].tone == "nguyên" {
		words = words[1:]
	}
	for _, p := range t.patterns {
		if p.standsAt(words, 0) {
			return p.post != nil
		}
	}
	return false
}
