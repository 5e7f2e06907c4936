package desk

import (
	"slices"

	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// Outline is what has to be known of a visit to begin with.
type Outline struct {
	Title string
	Guest string
	Hosts []string
	When  plan.Period
	// After is the id of an earlier visit after which the new one is made,
	// empty for none; see plan.CopyVisit for what is taken over.
	After string
}

// NewVisit makes a visit with one stop for each host, in one step, and gives
// its id. Our role is set where the locality of our office takes part. A visit
// to copy that is not here is a fault.
func (d *Desk) NewVisit(o Outline) (string, error) {
	v := &plan.Visit{
		Title: o.Title, Guest: o.Guest, Hosts: o.Hosts, When: o.When, Status: plan.StatusIdea,
	}
	if office := d.Office(); office != nil {
		v.OurRole = plan.RoleIn(office.Locality, o.Guest, o.Hosts)
	}
	var old plan.VisitView
	if o.After != "" {
		view, ok := d.View(o.After)
		if !ok {
			return "", fault.New("fault.no_such_visit", "ID", o.After)
		}
		old = view
	} else {
		old.Visit = &plan.Visit{}
	}
	records := plan.CopyVisit(old, v, d.opts.NewID)
	err := d.Do(Step{Why: "create"}, func(tx *Tx) error {
		for _, r := range records {
			if err := tx.Put(r); err != nil {
				return err
			}
		}
		return nil
	})
	return v.ID, err
}

// AddHost adds a host locality to a visit, with a stop where the visit has none
// for it yet.
func (d *Desk) AddHost(visit, locality string) error {
	return d.Do(Step{Why: "edit"}, func(tx *Tx) error {
		v, ok := Read[*plan.Visit](tx, visit)
		if !ok {
			return fault.New("fault.no_such_visit", "ID", visit)
		}
		if !slices.Contains(v.Hosts, locality) {
			v.Hosts = append(slices.Clone(v.Hosts), locality)
		}
		if err := tx.Put(v); err != nil {
			return err
		}
		stops := Of[*plan.Stop](d, visit)
		if slices.ContainsFunc(stops, func(s *plan.Stop) bool { return s.Locality == locality }) {
			return nil
		}
		stop := &plan.Stop{Visit: visit, Locality: locality}
		last := ""
		if len(stops) > 0 {
			last = stops[len(stops)-1].Pos
		} else {
			stop.When = v.When
		}
		stop.Pos = plan.PosBetween(last, "")
		return tx.Put(stop)
	})
}

// RemoveHost takes a host locality out of a visit. Its stops go to the bin, and
// what was planned there stays, without a stop.
func (d *Desk) RemoveHost(visit, locality string) error {
	return d.Do(Step{Why: "edit"}, func(tx *Tx) error {
		v, ok := Read[*plan.Visit](tx, visit)
		if !ok {
			return fault.New("fault.no_such_visit", "ID", visit)
		}
		v.Hosts = slices.DeleteFunc(slices.Clone(v.Hosts), func(id string) bool { return id == locality })
		if err := tx.Put(v); err != nil {
			return err
		}
		for _, s := range Of[*plan.Stop](d, visit) {
			if s.Locality != locality {
				continue
			}
			if err := tx.removeStop(visit, s.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// RemoveStop moves a stop of a visit to the bin; what was planned there stays,
// without a stop.
func (d *Desk) RemoveStop(visit, stop string) error {
	return d.Do(Step{Why: "delete"}, func(tx *Tx) error { return tx.removeStop(visit, stop) })
}

func (tx *Tx) removeStop(visit, stop string) error {
	for _, a := range Of[*plan.AgendaItem](tx.d, visit) {
		if a.Stop == stop {
			a.Stop = ""
			if err := tx.Put(a); err != nil {
				return err
			}
		}
	}
	for _, f := range Of[*plan.FieldVisit](tx.d, visit) {
		if f.Stop == stop {
			f.Stop = ""
			if err := tx.Put(f); err != nil {
				return err
			}
		}
	}
	return tx.Delete(stop)
}
