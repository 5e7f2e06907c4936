package bundle

import (
	"nhipcau/app/bundle/form"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// judgeForms refuses a record in which a field that is known holds a value of
// another type: no program of ours writes one, and a reader would show nothing
// in its place. It asks for what the published schema asks for
// (assets/schema/bundle-1.schema.json), at a fraction of the cost; a test holds
// both against each other.
func judgeForms(n int, rec *merge.Record) error {
	forms := form.Of(rec.Kind)
	for name, field := range rec.Fields {
		f := forms[name]
		if f == nil {
			continue
		}
		for _, v := range field.Values {
			if !f.Fits(v.JSON) {
				return fault.New("fault.bundle_bad_record", "Record", n, "ID", rec.ID, "Part", orNowhere(name))
			}
		}
	}
	return nil
}
