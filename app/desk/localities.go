package desk

import (
	"nhipcau/app/civil"
	"nhipcau/app/localities"
	"nhipcau/app/plan"
)

// datasetOffice owns the records of embedded localities, on every installation
// alike.
var datasetOffice = localities.ID("office", "embedded", "")

// addLocalities keeps a record of each embedded locality that the transaction
// points to, so that it travels with the visit. Its id and its owner are the
// same on every installation: two offices that mint it mint one record.
func (tx *Tx) addLocalities() {
	if tx.d.register == nil {
		return
	}
	for _, id := range append([]string(nil), tx.order...) {
		value := decode(tx.changed[id].after)
		if value == nil {
			continue
		}
		decl, _ := plan.DeclarationOf(string(value.Kind()))
		for _, f := range decl.Fields {
			if f.Ref != plan.KindLocality {
				continue
			}
			for _, ref := range plan.Refs(decl, value, f) {
				tx.addLocality(ref)
			}
		}
	}
}

func (tx *Tx) addLocality(id string) {
	if tx.record(id) != nil || tx.d.intact(id) != nil {
		return
	}
	unit, ok := tx.d.register.ByID(id)
	if !ok {
		return
	}
	if unit.ParentID != "" {
		tx.addLocality(unit.ParentID)
	}
	record := &plan.Locality{Versions: []plan.LocalityVersion{versionOf(unit)}}
	record.ID, record.Office = unit.ID, datasetOffice
	decl, _ := plan.DeclarationOf(string(plan.KindLocality))
	fields, err := difference(decl, nil, record)
	if err != nil {
		return // a table of ours always encodes
	}
	tx.write(decl, &record.Head, nil, fields)
}

func versionOf(u localities.Unit) plan.LocalityVersion {
	return plan.LocalityVersion{
		Level: u.Level, Type: u.Type, Name: u.Name, Code: u.Code,
		Parent: u.ParentID, ValidFrom: u.ValidFrom, ValidTo: u.ValidTo,
	}
}

// Place is a locality as it is shown and printed.
type Place struct {
	ID        string
	Name      string // "Thạch An"
	Running   string // "huyện Thạch An", for running text
	Path      string // "huyện Thạch An, tỉnh Cao Bằng"
	Level     string
	Type      string
	Code      string
	Parent    string
	ValidFrom civil.Date
	ValidTo   civil.Date
	// Own says that an office made the locality; the others come with the
	// program.
	Own bool
}

// Locality finds a locality by its id, as it was on the day: a record that an
// office made, or a unit of the embedded register.
func (d *Desk) Locality(id string, day civil.Date) (Place, bool) {
	if record, ok := Get[*plan.Locality](d, id); ok {
		return d.placeOfRecord(record, day)
	}
	if d.register != nil {
		if unit, ok := d.register.ByID(id); ok {
			return d.placeOfUnit(unit), true
		}
	}
	return Place{}, false
}

func (d *Desk) placeOfUnit(u localities.Unit) Place {
	return Place{
		ID: u.ID, Name: u.Name, Running: localities.RunningName(u.FullName), Path: d.register.Path(u),
		Level: u.Level, Type: u.Type, Code: u.Code, Parent: u.ParentID, ValidFrom: u.ValidFrom, ValidTo: u.ValidTo,
	}
}

func (d *Desk) placeOfRecord(record *plan.Locality, day civil.Date) (Place, bool) {
	v, ok := record.On(day)
	if !ok {
		return Place{}, false
	}
	p := Place{
		ID: record.ID, Name: v.Name, Running: localities.RunningName(v.FullName()), Level: v.Level, Type: v.Type,
		Code: v.Code, Parent: v.Parent, ValidFrom: v.ValidFrom, ValidTo: v.ValidTo,
		Own: record.Office != datasetOffice,
	}
	p.Path = p.Running
	if parent := d.runningName(v.Parent, day); parent != "" {
		p.Path += ", " + parent
	}
	return p, true
}

// runningName looks one level up only, so that two localities which name each
// other as parent do no harm.
func (d *Desk) runningName(id string, day civil.Date) string {
	if record, ok := Get[*plan.Locality](d, id); ok {
		v, _ := record.On(day)
		return localities.RunningName(v.FullName())
	}
	if d.register != nil {
		if unit, ok := d.register.ByID(id); ok {
			return localities.RunningName(unit.FullName)
		}
	}
	return ""
}

// FindLocalities lists localities whose name matches, with or without marks:
// those of the user first, then the units that were valid on the day, then
// the others.
func (d *Desk) FindLocalities(query string, day civil.Date, limit int) []Place {
	var out []Place
	for _, record := range All[*plan.Locality](d) {
		if record.Office == datasetOffice {
			continue
		}
		if p, ok := d.placeOfRecord(record, day); ok && matches(query, p.Path) {
			out = append(out, p)
		}
	}
	if d.register != nil && len(out) < limit {
		for _, unit := range d.register.Find(query, day, limit-len(out)) {
			out = append(out, d.placeOfUnit(unit))
		}
	}
	return out[:min(len(out), limit)]
}
