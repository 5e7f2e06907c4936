package records

import (
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// Siblings offers, in a picker of a form, the records of kind T that belong to
// the visit of the record shown. Detail says more of each; nil for nothing.
func Siblings[T plan.Record](h *page.Host, f *form.Form, detail func(T) string) func(string) []kit.Choice {
	return Choices(func() []T {
		r := f.Record()
		if r == nil {
			return nil
		}
		return desk.Of[T](h.Desk, plan.VisitOf(r))
	}, detail)
}

// Choices offers those of the records whose label or detail the query finds.
func Choices[T plan.Record](list func() []T, detail func(T) string) func(string) []kit.Choice {
	return func(query string) []kit.Choice {
		var out []kit.Choice
		for _, r := range list() {
			c := kit.Choice{ID: r.Meta().ID, Title: r.Label()}
			if detail != nil {
				c.Detail = detail(r)
			}
			if query == "" || vietnamese.Match(query, c.Title+" "+c.Detail) > 0 {
				out = append(out, c)
			}
		}
		return out
	}
}

// Label gives the label of the record of kind T with the id, empty if there is
// none.
func Label[T plan.Record](h *page.Host) func(id string) string {
	return func(id string) string {
		if r, ok := desk.Get[T](h.Desk, id); ok {
			return r.Label()
		}
		return ""
	}
}
