package desk

import (
	"encoding/json"
	"slices"
	"time"

	"github.com/google/uuid"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Scope says what an export holds: one visit for a partner, without internal
// and personal fields, or all records for the office's own use.
type Scope struct {
	Visit string
	All   bool
}

// Export makes a bundle. Its number is taken only by Sent, when the file has
// been written.
func (d *Desk) Export(scope Scope) (*bundle.Bundle, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	records, err := d.recordsOf(scope)
	if err != nil {
		return nil, err
	}
	b := &bundle.Bundle{
		Format: bundle.Format, MinApp: bundle.MinApp, ID: uuid.NewString(),
		Created: d.opts.Now().UTC().Truncate(time.Second), Seq: d.self.Bundles + 1,
		From:  bundle.Sender{Office: d.self.Office, Name: d.officeName(), Replica: string(d.self.Replica)},
		Scope: bundle.Scope{Visit: scope.Visit, All: scope.All},
		Have:  map[string]uint64{},
	}
	for replica, n := range d.model.counters {
		b.Have[string(replica)] = n
	}
	if scope.All {
		b.Profile, b.Records = "all", records
		return b, nil
	}
	b.Profile = "partner"
	b.Records, b.Redacted = bundle.ForPartner(records)
	return b, nil
}

func (d *Desk) officeName() string {
	it := d.model.items[d.self.Office]
	if it == nil {
		return ""
	}
	if office, ok := it.value().(*plan.Office); ok {
		return office.Name
	}
	return ""
}

// recordsOf gathers the records of a scope, sorted by id.
func (d *Desk) recordsOf(scope Scope) ([]*merge.Record, error) {
	if scope.All {
		var out []*merge.Record
		for _, it := range values(d.model.items) {
			out = append(out, it.rec)
		}
		return out, nil
	}
	it := d.model.items[scope.Visit]
	if it == nil || it.rec.Kind != string(plan.KindVisit) {
		return nil, fault.New("fault.no_such_visit", "ID", scope.Visit)
	}
	return d.closure(scope.Visit), nil
}

// closure is a visit with all that belongs to it and what these refer to, in
// turn: people, localities with their parents and figures, models. The office
// of the sender goes along, so that the other side knows who wrote.
func (d *Desk) closure(visit string) []*merge.Record {
	picked := map[string]*item{}
	var pick func(id string)
	pick = func(id string) {
		it := d.model.items[id]
		if it == nil || picked[id] != nil {
			return
		}
		picked[id] = it
		for _, ref := range refsOf(it) {
			pick(ref)
		}
	}
	for id := range d.model.families[visit] {
		pick(id)
	}
	pick(d.self.Office)
	for _, it := range d.model.kinds[plan.KindIndicator] {
		if ind, ok := it.value().(*plan.Indicator); ok && picked[ind.Locality] != nil {
			pick(it.rec.ID)
		}
	}
	var out []*merge.Record
	for _, it := range values(picked) {
		out = append(out, it.rec)
	}
	return out
}

// refsOf lists the ids to which a record points, for a locality its parents
// too. A visit's other family is reached through the visit only.
func refsOf(it *item) []string {
	value := it.value()
	if value == nil {
		return nil
	}
	var out []string
	decl, _ := plan.DeclarationOf(string(value.Kind()))
	for _, f := range decl.Fields {
		if f.Ref != plan.KindVisit {
			out = append(out, plan.Refs(decl, value, f)...)
		}
	}
	if l, ok := value.(*plan.Locality); ok {
		for _, v := range l.Versions {
			out = append(out, v.Parent)
		}
	}
	return out
}

// SentBundle is one line of the register of bundles that were written.
type SentBundle struct {
	Bundle string    `json:"bundle"`
	Visit  string    `json:"visit,omitempty"`
	Seq    int       `json:"seq"`
	At     time.Time `json:"at"`
	Count  int       `json:"count"`
	File   string    `json:"file,omitempty"`
}

// Sent notes that a bundle was written to a file of that base name, and takes
// its number.
func (d *Desk) Sent(b *bundle.Bundle, file string) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	self := d.self
	self.Bundles = max(self.Bundles, b.Seq)
	raw, err := json.Marshal(SentBundle{b.ID, b.Scope.Visit, b.Seq, b.Created, len(b.Records), file})
	if err != nil {
		return fault.New("fault.internal", err)
	}
	ops := []Op{{Key: "s/" + hexKey(uint64(b.Seq)), Value: raw}, d.identityOp(self)}
	if err := d.store.Commit(ops); err != nil {
		return notSaved(err)
	}
	d.mu.Lock()
	d.self = self
	d.mu.Unlock()
	return nil
}

// SentBundles lists the bundles that were written, newest first.
func (d *Desk) SentBundles() ([]SentBundle, error) {
	var out []SentBundle
	err := d.store.Scan("s/", func(_ string, value []byte) error {
		var one SentBundle
		if err := json.Unmarshal(value, &one); err != nil {
			return err
		}
		out = append(out, one)
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	slices.Reverse(out)
	return out, nil
}
