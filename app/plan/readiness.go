package plan

import (
	"slices"
	"strings"
)

// Tab names a tab of a visit, the place to which a missing part leads.
type Tab string

// The tabs of a visit.
const (
	TabInfo      Tab = "info"
	TabPeople    Tab = "people"
	TabTopics    Tab = "topics"
	TabProgramme Tab = "programme"
	TabField     Tab = "field"
	TabTasks     Tab = "tasks"
	TabLogistics Tab = "logistics"
	TabPapers    Tab = "papers"
	TabHistory   Tab = "history"
)

// PaperProgramme is the paper kind of the programme (CHƯƠNG TRÌNH) in the
// catalogue of papers.
const PaperProgramme = "programme"

// ReadinessPart is one of the nine parts of a visit that is ready to be held
// and closed.
type ReadinessPart struct {
	// Key names the sentence that says what is missing.
	Key string
	// Tab is where a person fills it.
	Tab Tab
	// Later says that the part cannot be filled before the visit was held, so
	// that nobody needs to be reminded of it yet.
	Later bool
}

type readinessRule struct {
	part ReadinessPart
	done func(VisitView) bool
}

// The nine parts, in the order of the tabs.
var readinessRules = []readinessRule{
	{ReadinessPart{Key: "readiness.purpose", Tab: TabInfo}, purposeReady},
	{ReadinessPart{Key: "readiness.dates_hosts", Tab: TabInfo}, datesReady},
	{ReadinessPart{Key: "readiness.delegation", Tab: TabPeople}, delegationReady},
	{ReadinessPart{Key: "readiness.host_side", Tab: TabPeople}, hostSideReady},
	{ReadinessPart{Key: "readiness.topics", Tab: TabTopics}, topicsReady},
	{ReadinessPart{Key: "readiness.programme", Tab: TabProgramme}, programmeReady},
	{ReadinessPart{Key: "readiness.field_visit", Tab: TabField}, fieldVisitReady},
	{ReadinessPart{Key: "readiness.papers", Tab: TabPapers}, papersReady},
	{ReadinessPart{Key: "readiness.after", Tab: TabTasks}, afterReady},
}

// Readiness says how many of the nine parts of a visit are done and which are
// missing, in the order of the tabs. A cancelled visit has nothing to prepare:
// its total is 0.
func Readiness(v VisitView) (done, total int, missing []ReadinessPart) {
	if v.Visit.Status == StatusCancelled {
		return 0, 0, nil
	}
	for _, rule := range readinessRules {
		if rule.done(v) {
			done++
			continue
		}
		part := rule.part
		part.Later = part.Key == "readiness.after" && !wasHeld(v.Visit)
		missing = append(missing, part)
	}
	return done, len(readinessRules), missing
}

// purposeReady: a purpose is written and there is at least one objective.
func purposeReady(v VisitView) bool {
	return strings.TrimSpace(v.Visit.Purpose) != "" && len(v.Objectives) > 0
}

// datesReady: the first day, who travels and to whom are known.
func datesReady(v VisitView) bool {
	return v.Visit.When.From.Valid() && v.Visit.Guest != "" && len(v.Hosts()) > 0
}

// delegationReady: the guests are listed and one of them leads.
func delegationReady(v VisitView) bool { return v.HeadOf(Guest) != nil }

// hostSideReady: at least one entry of the host side has not declined. A head
// of the hosts is a warning's matter: often it is settled on the day.
func hostSideReady(v VisitView) bool {
	for _, a := range v.Side(Host) {
		if a.Attendance != Declined {
			return true
		}
	}
	return false
}

// topicsReady: there are topics, and each has a question or an owner.
func topicsReady(v VisitView) bool {
	for _, c := range Coverage(v) {
		if !c.Question() && strings.TrimSpace(c.Topic.Owner) == "" {
			return false
		}
	}
	return len(v.Topics) > 0
}

// programmeReady: guests have something to see, and every item they see has
// day and start.
func programmeReady(v VisitView) bool {
	seen := 0
	for _, item := range v.Agenda {
		if item.Internal {
			continue
		}
		if !item.When.Known() {
			return false
		}
		seen++
	}
	return seen > 0
}

// fieldVisitReady: there is a field stop, or none on purpose.
func fieldVisitReady(v VisitView) bool {
	return v.Visit.NoFieldVisit || len(v.FieldVisits) > 0
}

// papersReady: the programme was printed, and not changed since.
func papersReady(v VisitView) bool {
	return len(ToReprint(v)) == 0 && slices.ContainsFunc(v.Papers, func(p *Paper) bool {
		_, printed := p.PrintedAt()
		return printed && p.PaperKind == PaperProgramme
	})
}

// afterReady: the visit was held, and follow-ups are noted or the report is
// made.
func afterReady(v VisitView) bool {
	return v.Visit.Status == StatusReported || (wasHeld(v.Visit) && len(v.FollowUps) > 0)
}

func wasHeld(v *Visit) bool { return v.Status == StatusHeld || v.Status == StatusReported }
