package programme

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// mostIssues is how many are listed: more of them come of one cause.
const mostIssues = 30

// review is the list of what should be looked at again ("Cần xem lại"), with
// the reason and the way there. It holds nothing up.
type review struct {
	tab  *tab
	root *fyne.Container
	said []concern
	done bool
}

func newReview(p *tab) *review {
	return &review{tab: p, root: kit.VBox(theme.Gap8)}
}

// concern is one thing to look at again, and the record to go to.
type concern struct{ text, id string }

// concerns are the clashes, and the items on which two offices differ.
func (r *review) concerns(s *state) []concern {
	h := r.tab.host
	var out []concern
	for _, issue := range s.clashes {
		out = append(out, concern{h.Words.Issue(issue), target(issue)})
	}
	for _, item := range s.items {
		if len(item.Conflicts) == 0 {
			continue
		}
		var fields []string
		for _, field := range item.Conflicts {
			fields = append(fields, h.Words.Field(plan.KindAgendaItem, field))
		}
		out = append(out, concern{h.Say("programme.differ", "Title", item.Title, "Fields", strings.Join(fields, ", ")), item.ID})
	}
	return out
}

// show lists the concerns, anew only when they say something else.
func (r *review) show(s *state) {
	said := r.concerns(s)
	if r.done && slices.Equal(said, r.said) && len(s.items) > 0 == (len(r.root.Objects) > 0) {
		return
	}
	r.said, r.done = said, true
	r.root.Objects = nil
	seen(r.root, len(s.items) > 0)
	if len(s.items) > 0 {
		r.root.Objects = r.lines(said)
	}
	r.root.Refresh()
	r.tab.side.Refresh()
}

// lines are the head and what it counts.
func (r *review) lines(concerns []concern) []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.head(len(concerns))}
	for i, one := range concerns[:min(len(concerns), mostIssues)] {
		if i > 0 {
			out = append(out, kit.NewHairline())
		}
		out = append(out, r.line(one))
	}
	if more := len(concerns) - mostIssues; more > 0 {
		out = append(out, kit.NewParagraph(kit.RoleCaption, r.tab.host.Say("programme.more_warnings", "Count", more)))
	}
	return out
}

func (r *review) head(count int) fyne.CanvasObject {
	h := r.tab.host
	title := kit.NewText(kit.RoleSection, h.Say("programme.review"))
	if count == 0 {
		return kit.VBox(theme.Gap4, title, kit.NewParagraph(kit.RoleCaption, h.Say("programme.nothing_to_review")))
	}
	return kit.HBox(theme.Gap8, title, kit.NewChip(kit.RedTone, h.Say("programme.warnings", "Count", count)),
		kit.Spacer(), kit.NewText(kit.RoleCaption, h.Say("programme.still_prints")))
}

func (r *review) line(one concern) fyne.CanvasObject {
	text := kit.NewParagraph(kit.RoleCaption, one.text).In(theme.Text)
	link := kit.NewLink(r.tab.host.Say("programme.go_to"), func() { r.open(one.id) }).Strong()
	return kit.HBoxTop(theme.Gap8, kit.NewIconSized(icons.Warning, theme.Red, theme.IconSmall), kit.Grow(text), link)
}

// open goes to the item concerned, or to the topic that is in none.
func (r *review) open(id string) {
	if r.tab.state.item(id) != nil {
		r.tab.goTo(id)
		return
	}
	r.tab.host.Go(page.Route{Page: page.PageVisit, Visit: r.tab.visit, Tab: page.TabTopics, Record: id})
}

// target is the record to go to.
func target(issue plan.Issue) string {
	if len(issue.Other) == 0 {
		return ""
	}
	return issue.Other[0]
}
