package desk

import (
	"maps"
	"slices"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// A record that comes new can't stand without what it points to by a required
// field: an attendee without his visit would be nobody's. So what is left out
// takes along what would hang in the air, and what is ticked brings along what
// it needs; an optional reference to something that was left out is left out
// alone. Each of these is as if absent, and is offered again.

// Tick takes a record in or leaves it out, in the choices, together with what
// hangs together with it: what it needs, or what needs it. It gives the ids of
// the other records that have turned.
func (p *Preview) Tick(c *Choices, id string, on bool) (along []string) {
	links := p.needs
	if !on {
		links = p.neededBy
	}
	queue := []string{id}
	for len(queue) > 0 {
		one := queue[0]
		queue = queue[1:]
		if one != id && c.Ticked(one) == on {
			continue
		}
		if one != id {
			along = append(along, one)
		}
		c.Tick(one, on)
		queue = append(queue, links()[one]...)
	}
	return along
}

func (p *Preview) needs() map[string][]string {
	p.link()
	return p.links
}

func (p *Preview) neededBy() map[string][]string {
	p.link()
	return p.backLinks
}

// link finds out once, when first a tick asks, which new records need which.
func (p *Preview) link() {
	if p.links != nil {
		return
	}
	p.links, p.backLinks = map[string][]string{}, map[string][]string{}
	fresh := map[string]bool{}
	for _, pr := range p.pairs {
		if pr.after != nil && pr.mine == nil {
			fresh[pr.after.ID] = true
		}
	}
	for _, pr := range p.pairs {
		if pr.after == nil || pr.mine != nil {
			continue
		}
		for _, ref := range pointsTo(pr.after) {
			if ref.needed && fresh[ref.id] && ref.id != pr.after.ID {
				p.links[pr.after.ID] = append(p.links[pr.after.ID], ref.id)
				p.backLinks[ref.id] = append(p.backLinks[ref.id], pr.after.ID)
			}
		}
	}
}

// pointer is one id to which a field of a record points.
type pointer struct {
	field, id string
	needed    bool // the record can't be without the field
}

// pointsTo lists what a record points to, its visit too.
func pointsTo(rec *merge.Record) []pointer {
	value := decode(rec)
	if value == nil {
		return nil
	}
	var out []pointer
	decl, _ := plan.DeclarationOf(string(value.Kind()))
	for _, f := range decl.Fields {
		for _, id := range plan.Refs(decl, value, f) {
			out = append(out, pointer{f.Name, id, plan.Required(value.Kind(), f.Name)})
		}
	}
	switch v := value.(type) {
	case *plan.Attachment:
		out = append(out, pointer{"of", v.Of, true})
	case *plan.Locality:
		for _, version := range v.Versions {
			out = append(out, pointer{"versions", version.Parent, true})
		}
	}
	return slices.DeleteFunc(out, func(p pointer) bool { return p.id == "" })
}

// closed adds to choices what can't stand without what they leave out.
func (d *Desk) closed(records []*merge.Record, c Choices) Choices {
	c = c.Clone()
	for {
		missing := d.missing(records, c)
		if len(missing) == 0 {
			return c
		}
		before := len(c.out)
		for _, rec := range records {
			if c.Ticked(rec.ID) {
				d.leaveOutWith(&c, rec, missing)
			}
		}
		if len(c.out) == before {
			return c
		}
	}
}

// missing are the records that are left out and not here.
func (d *Desk) missing(records []*merge.Record, c Choices) map[string]bool {
	out := map[string]bool{}
	for _, rec := range records {
		if c.Ticked(rec.ID) || d.model.items[rec.ID] != nil {
			continue
		}
		if d.register != nil {
			if _, embedded := d.register.ByID(rec.ID); embedded {
				continue
			}
		}
		out[rec.ID] = true
	}
	return out
}

// leaveOutWith leaves out of one record what points to what is missing.
func (d *Desk) leaveOutWith(c *Choices, rec *merge.Record, missing map[string]bool) {
	isNew := d.model.items[rec.ID] == nil
	for _, ref := range pointsTo(rec) {
		switch {
		case !missing[ref.id]:
		case ref.needed && isNew:
			c.Tick(rec.ID, false)
			return
		default:
			c.TickField(rec.ID, ref.field, false)
		}
	}
}

// withoutNeeded drops from choices the fields that a new record can't be
// without: such a record comes with them or not at all.
func (d *Desk) withoutNeeded(records []*merge.Record, c Choices) Choices {
	c = c.Clone()
	for _, rec := range records {
		if names := c.fields[rec.ID]; names != nil && d.model.items[rec.ID] == nil {
			maps.DeleteFunc(names, func(name string, _ bool) bool { return plan.Required(plan.Kind(rec.Kind), name) })
		}
	}
	return c
}
