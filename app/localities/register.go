package localities

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	data "nhipcau/assets/localities"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
)

// Register is the embedded units of both systems. It never changes and may be
// used by several goroutines at a time.
type Register struct {
	units    []Unit         // in the order of the lists, parents before children
	byID     map[string]int // place in units
	children map[string][]int
	keys     func() []searchKey // made at the first search
}

// Load reads the embedded lists, some 14,000 units. It takes tens of
// milliseconds, so call it once, when the register is first needed, and hand
// the result on. An error means that the program was built from damaged lists.
func Load() (*Register, error) {
	return load(
		list{dataset: dataset2026, text: data.Units2026, from: FirstOfTwoTiers},
		list{dataset: dataset202503, text: data.Units202503, from: FromUnknown, to: LastOfThreeTiers},
	)
}

func load(lists ...list) (*Register, error) {
	r := &Register{}
	units, errs := make([][]Unit, len(lists)), make([]error, len(lists))
	var reading sync.WaitGroup
	for i, l := range lists {
		reading.Go(func() { units[i], errs[i] = read(l) })
	}
	reading.Wait()
	if err := cmp.Or(errs...); err != nil {
		return nil, fmt.Errorf("embedded localities: %w", err)
	}
	r.units = slices.Concat(units...)
	if err := r.link(); err != nil {
		return nil, fmt.Errorf("embedded localities: %w", err)
	}
	r.keys = sync.OnceValue(r.makeKeys)
	return r, nil
}

// link fills the maps by which units are found.
func (r *Register) link() error {
	r.byID = make(map[string]int, len(r.units))
	r.children = make(map[string][]int, len(r.units)/8)
	for i := range r.units {
		u := &r.units[i]
		if other, taken := r.byID[u.ID]; taken {
			return fmt.Errorf("code %s stands for %s and for %s", u.Code, r.units[other].FullName, u.FullName)
		}
		r.byID[u.ID] = i
		if u.ParentID != "" {
			r.children[u.ParentID] = append(r.children[u.ParentID], i)
		}
	}
	return nil
}

// Len returns how many units the register holds.
func (r *Register) Len() int { return len(r.units) }

// ByID returns the unit with the id.
func (r *Register) ByID(id string) (Unit, bool) {
	i, ok := r.byID[id]
	if !ok {
		return Unit{}, false
	}
	return r.units[i], true
}

// Parent returns the unit above u, in the period of u.
func (r *Register) Parent(u Unit) (Unit, bool) { return r.ByID(u.ParentID) }

// Children returns the units directly below the unit with the id, in the order
// of the official list.
func (r *Register) Children(id string) []Unit {
	places := r.children[id]
	units := make([]Unit, len(places))
	for i, place := range places {
		units[i] = r.units[place]
	}
	return units
}

// ValidOn returns the units that existed on the day, in the order of the
// official list, parents before their children. The empty date gives all.
func (r *Register) ValidOn(day civil.Date) []Unit {
	var units []Unit
	for i := range r.units {
		if r.units[i].ValidOn(day) {
			units = append(units, r.units[i])
		}
	}
	return units
}

// Path returns the unit and all above it as they are written in running text,
// from the lowest up: "huyện Đắk Glong, tỉnh Đắk Nông".
func (r *Register) Path(u Unit) string {
	var b strings.Builder
	b.WriteString(RunningName(u.FullName))
	for above, ok := r.Parent(u); ok; above, ok = r.Parent(above) {
		b.WriteString(", ")
		b.WriteString(RunningName(above.FullName))
	}
	return b.String()
}

// SameName returns the units that existed on another day under the proper name
// of u, those of its level first; u itself is left out. Names are compared with
// their marks, whatever the place of the tone (Quảng Hoà is Quảng Hòa).
//
// It answers "was there a Quảng Khê before?" and not "what was Quảng Khê
// before?": the unit may be another one, or have other borders.
func (r *Register) SameName(u Unit, otherDate civil.Date) []Unit {
	fold, tone := vietnamese.Fold(u.Name), vietnamese.ToneKey(u.Name)
	var same, others []Unit
	for i, key := range r.keys() {
		other := &r.units[i]
		switch {
		case key.name != fold || other.ID == u.ID || !other.ValidOn(otherDate):
		case vietnamese.ToneKey(other.Name) != tone:
		case other.Level == u.Level:
			same = append(same, *other)
		default:
			others = append(others, *other)
		}
	}
	return append(same, others...)
}
