package desk

import (
	"slices"

	"nhipcau/app/bundle"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// RoleIn gives what our office is in a visit: what somebody has chosen, or else
// what follows from the locality of our office. A visit that came with a bundle
// has none of its own, for it is not the same for both.
func (d *Desk) RoleIn(v *plan.Visit) plan.Role { return roleOf(d.Office(), v) }

func roleOf(office *plan.Office, v *plan.Visit) plan.Role {
	if v.OurRole != "" || office == nil {
		return v.OurRole
	}
	return plan.RoleIn(office.Locality, v.Guest, v.Hosts)
}

// proposes says whether a bundle of another office edits what ours decides
// about: it is then for us to accept, to answer or to decline (exchange format,
// section 4). The caller holds mu.
func (d *Desk) proposes(b *bundle.Bundle, mine *merge.Record, item PreviewItem) bool {
	if mine == nil || b == nil || b.From.Office == d.self.Office || item.Outcome != Edited {
		return false
	}
	value, side := decode(mine), d.sideIn(visitOf(mine))
	return slices.ContainsFunc(item.Fields(), func(f PreviewField) bool {
		owner := plan.OwnerSide(value, f.Name)
		if owner == "" || side == "" {
			return mine.Office == d.self.Office
		}
		return owner == side
	})
}

// sideIn is the side for which our office acts in a visit, "" for neither.
func (d *Desk) sideIn(visit string) plan.Side {
	v, ok := valueIn[*plan.Visit](d.model, visit)
	if !ok {
		return ""
	}
	office, _ := valueIn[*plan.Office](d.model, d.self.Office)
	return plan.SideOf(roleOf(office, v))
}

// valueIn gives a record of the model with its type.
func valueIn[T plan.Record](m *model, id string) (T, bool) {
	var none T
	it := m.items[id]
	if it == nil {
		return none, false
	}
	value, ok := it.value().(T)
	return value, ok
}
