package papers

import (
	"slices"
	"strings"

	"nhipcau/app/catalogue"
	"nhipcau/app/paper"
	"nhipcau/app/plan"
)

// Kind is a paper that can be made. Its names, variants and options stand in the
// catalogue of papers under the same code.
type Kind struct {
	Code string
	// Per says that one paper is for one attendee or one model, which the
	// request names.
	Per Per
	// OwnText says that the office may put its own text in place of the body.
	OwnText bool
	// NoWord says that the paper makes no sense as a Word file, as name cards,
	// whose places on the sheet are the point.
	NoWord bool
	// Uses are the kinds of records that stand on the paper, beside what is
	// decided about it and the office that issues it: where the offices differ on
	// one of them, the paper is a draft.
	Uses []plan.Kind
	// NoDraft is set for cards, which show no state: what is cut out and stands on
	// the table must not say DỰ THẢO, and one that is wrong is printed again. The
	// tab says that differences are open.
	NoDraft bool
	Make    func(Subject) paper.Document
}

// Per is for what one paper of a kind is.
type Per string

// What a paper may be for, beside the visit.
const (
	PerVisit    Per = ""
	PerAttendee Per = "attendee"
	PerModel    Per = "model"
)

// Request is which paper is asked for.
type Request struct {
	Kind     string
	Variant  string // "" for the usual one
	Attendee string // for papers of one person
	Model    string // for papers of one model
}

// For is for what one paper of the kind in a variant is, which the catalogue may
// say of a variant.
func (k Kind) For(entry catalogue.PaperKind, variant string) Per {
	for _, v := range entry.Variants {
		if v.Code == variant && v.Per != "" {
			return Per(v.Per)
		}
	}
	return k.Per
}

// Kinds lists the papers that can be made, in the order of a visit's course.
// Each marks its paper as a draft where it is one.
func Kinds() []Kind {
	kinds := slices.Concat(beforeKinds(), meetingKinds(), afterKinds())
	for i, k := range kinds {
		if !k.NoDraft {
			kinds[i].Make = func(s Subject) paper.Document { return s.draft(k.Make(s)) }
		}
	}
	return kinds
}

// KindNamed finds a paper by its code.
func KindNamed(code string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Code == code {
			return k, true
		}
	}
	return Kind{}, false
}

// kind is what the catalogue says of the paper.
func (s Subject) kind() catalogue.PaperKind {
	if s.Catalogue == nil {
		return catalogue.PaperKind{}
	}
	k, _ := s.Catalogue.Paper(s.Request.Kind)
	return k
}

// variant is the code of the variant that is asked for, also where it is the
// usual one; "" for papers without variants.
func (s Subject) variant() string {
	k := s.kind()
	if s.Request.Variant == "" && len(k.Variants) > 0 {
		return k.Variants[0].Code
	}
	return s.Request.Variant
}

// option is what is chosen on the paper, else the first value.
func (s Subject) option(code string) string {
	o, ok := s.kind().Option(code)
	if !ok || len(o.Values) == 0 {
		return ""
	}
	chosen := s.decided().Options[code]
	for _, v := range o.Values {
		if v.Code == chosen {
			return chosen
		}
	}
	return o.Values[0].Code
}

// wording gives the paragraphs of a text of the catalogue of wordings, in the
// words of the office where it has its own, with names for what stands in
// braces. What is in braces and no name of ours stays as it is, for the reader
// to see.
func (s Subject) wording(code string) []string {
	text := ""
	if w, ok := s.Catalogue.Wordings.Get(code); ok {
		text = w.Text
	}
	if s.Issuer != nil && strings.TrimSpace(s.Issuer.Wording[code]) != "" {
		text = s.Issuer.Wording[code]
	}
	return s.filled(text)
}

// filled gives the paragraphs of a text with names for what stands in braces.
func (s Subject) filled(text string) []string {
	var pairs []string
	for _, p := range placeholders() {
		pairs = append(pairs, "{"+p.name+"}", p.text(s))
	}
	return textLines(strings.NewReplacer(pairs...).Replace(text))
}

// Placeholders lists what a wording may hold in braces, without them.
func Placeholders() []string {
	var out []string
	for _, p := range placeholders() {
		out = append(out, p.name)
	}
	return out
}
