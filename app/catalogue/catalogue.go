package catalogue

import (
	"fmt"

	"github.com/go-json-experiment/json"

	data "nhipcau/assets/catalogue"

	"nhipcau/app/precedence"
)

// Catalogue is all built-in catalogues. It never changes and may be used by
// several goroutines at a time.
type Catalogue struct {
	// Programmes are programmes, component projects and sub-projects; a project
	// comes after its programme.
	Programmes List[Programme]
	// Measures are the indicators of a locality.
	Measures List[Measure]
	// Topics are the categories of topics for discussion.
	Topics List[Term]
	// Papers are the papers of a visit in the order of its course.
	Papers List[PaperKind]
	// Wordings are the texts of papers that an office may change.
	Wordings List[Wording]
	// Ranks are the posts with their ranks and abbreviations.
	Ranks precedence.Rules

	// AgendaKinds are the kinds of agenda item.
	AgendaKinds List[Term]
	// VisitStatuses are the states of a visit in its course.
	VisitStatuses List[Term]
	// OurRoles are what our office does in a visit: travel or receive.
	OurRoles List[Term]
	// Sides are the two delegations.
	Sides List[Term]
	// OutcomeTypes are the types of outcome that an objective expects.
	OutcomeTypes List[Term]
	// Applicability is how far a lesson can be used at home.
	Applicability List[Term]
	// Decisions are what follows from a topic: adopt, adapt, drop.
	Decisions List[Term]
	// QuestionStates are the states of a question.
	QuestionStates List[Term]
	// FollowUpStates are the states of a follow-up action; overdue is no state
	// but follows from the date.
	FollowUpStates List[Term]
	// AttendeeRoles are the roles within a delegation.
	AttendeeRoles List[Term]
	// Attendance is what an attendee has answered.
	Attendance List[Term]
	// Honorifics are the forms of address.
	Honorifics List[Term]
	// GiftDirections are whether a gift was given or received.
	GiftDirections List[Term]
	// UnitBranches are the branches of organisations in a locality.
	UnitBranches List[Term]
	// ModelHolders are who runs a production model.
	ModelHolders List[Term]
	// Levels are the levels of administration.
	Levels List[Term]
	// SuccessionKinds are how one locality follows another.
	SuccessionKinds List[Term]
}

// terms is the form of terms.json.
type terms struct {
	AgendaKinds     []Term `json:"agenda_kinds"`
	VisitStatuses   []Term `json:"visit_statuses"`
	OurRoles        []Term `json:"our_roles"`
	Sides           []Term `json:"sides"`
	OutcomeTypes    []Term `json:"outcome_types"`
	Applicability   []Term `json:"applicability"`
	Decisions       []Term `json:"decisions"`
	QuestionStates  []Term `json:"question_states"`
	FollowUpStates  []Term `json:"follow_up_states"`
	AttendeeRoles   []Term `json:"attendee_roles"`
	Attendance      []Term `json:"attendance"`
	Honorifics      []Term `json:"honorifics"`
	GiftDirections  []Term `json:"gift_directions"`
	UnitBranches    []Term `json:"unit_branches"`
	ModelHolders    []Term `json:"model_holders"`
	Levels          []Term `json:"levels"`
	SuccessionKinds []Term `json:"succession_kinds"`
}

// Load reads the built-in catalogues. It takes a few milliseconds, so call it
// once and hand the result on. An error means that the program was built from
// damaged catalogues.
func Load() (*Catalogue, error) {
	var (
		c Catalogue
		r loader
		t terms
	)
	c.Programmes = newList(readList[Programme](&r, "programmes.json"))
	c.Measures = newList(readList[Measure](&r, "measures.json"))
	c.Topics = newList(readList[Term](&r, "topics.json"))
	c.Papers = newList(readList[PaperKind](&r, "papers.json"))
	c.Wordings = newList(readList[Wording](&r, "wording.json"))
	r.read("posts.json", &c.Ranks)
	r.read("terms.json", &t)
	if r.err != nil {
		return nil, r.err
	}
	c.setTerms(t)
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	return &c, nil
}

func (c *Catalogue) setTerms(t terms) {
	c.AgendaKinds = newList(t.AgendaKinds)
	c.VisitStatuses = newList(t.VisitStatuses)
	c.OurRoles = newList(t.OurRoles)
	c.Sides = newList(t.Sides)
	c.OutcomeTypes = newList(t.OutcomeTypes)
	c.Applicability = newList(t.Applicability)
	c.Decisions = newList(t.Decisions)
	c.QuestionStates = newList(t.QuestionStates)
	c.FollowUpStates = newList(t.FollowUpStates)
	c.AttendeeRoles = newList(t.AttendeeRoles)
	c.Attendance = newList(t.Attendance)
	c.Honorifics = newList(t.Honorifics)
	c.GiftDirections = newList(t.GiftDirections)
	c.UnitBranches = newList(t.UnitBranches)
	c.ModelHolders = newList(t.ModelHolders)
	c.Levels = newList(t.Levels)
	c.SuccessionKinds = newList(t.SuccessionKinds)
}

// loader reads files until one fails.
type loader struct{ err error }

// read decodes a file into target. Members that target does not know are an
// error: they would be slips of the pen.
func (l *loader) read(name string, target any) {
	if l.err != nil {
		return
	}
	text, err := data.Files.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(text, target, json.RejectUnknownMembers(true))
	}
	if err != nil {
		l.err = fmt.Errorf("catalogue: %s: %w", name, err)
	}
}

func readList[E any](l *loader, name string) []E {
	var entries []E
	l.read(name, &entries)
	return entries
}

// Programme returns the programme or project with the code.
func (c *Catalogue) Programme(code string) (Programme, bool) { return c.Programmes.Get(code) }

// Measure returns the measure with the code.
func (c *Catalogue) Measure(code string) (Measure, bool) { return c.Measures.Get(code) }

// Topic returns the category of topics with the code.
func (c *Catalogue) Topic(code string) (Term, bool) { return c.Topics.Get(code) }

// Paper returns the paper with the code.
func (c *Catalogue) Paper(code string) (PaperKind, bool) { return c.Papers.Get(code) }

// RankTable returns the table of precedence with the overrides of an office,
// which map a pattern of a post to a rank. An error names an override that
// cannot be used.
func (c *Catalogue) RankTable(overrides map[string]int) (precedence.Table, error) {
	return precedence.Compile(c.Ranks.With(overrides))
}
