package desk

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"sync"

	"nhipcau/app/cores"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// model is everything in memory: the records, and the maps by which pages ask
// for them. Only the desk touches it, under its lock.
type model struct {
	items    map[string]*item
	kinds    map[plan.Kind]map[string]*item
	families map[string]map[string]*item // by the id of the visit
	// alive counts, for each visit, the members that are not in the bin.
	alive    map[string]int
	counters merge.Context // the highest write seen of each replica
	// damaged are the records that could not be read, by id. Nothing is written
	// under their keys.
	damaged map[string]Damage
}

// item is one record; its typed value is made when it is first asked for. It
// is not changed once others can see it.
type item struct {
	rec   *merge.Record
	visit string
	// trashed and contested are those of the record, for a visit also with a
	// look at its family.
	trashed, contested bool
	once               sync.Once
	typed              plan.Record // nil for a kind that this version does not know
}

func newItem(rec *merge.Record) *item {
	it := &item{rec: rec, visit: visitOf(rec)}
	it.trashed, it.contested = rec.Trashed()
	return it
}

func (it *item) value() plan.Record {
	it.once.Do(func() {
		if it.typed = decode(it.rec); it.typed != nil {
			head := it.typed.Meta()
			head.Trashed, head.Contested = it.trashed, it.contested
		}
	})
	return it.typed
}

func newModel() *model {
	return &model{
		items: map[string]*item{}, kinds: map[plan.Kind]map[string]*item{},
		families: map[string]map[string]*item{}, alive: map[string]int{},
		counters: merge.Context{}, damaged: map[string]Damage{},
	}
}

const recordPrefix = "r/"

func recordKey(rec *merge.Record) string { return recordPrefix + rec.Kind + "/" + rec.ID }

// idOfKey is the id of the record that a key is for.
func idOfKey(key string) string {
	_, id, _ := cutLast(key)
	return id
}

// packed is one record as it is stored.
type packed struct {
	key    string
	raw    []byte
	record *merge.Record
	err    error
}

// loadModel reads and unpacks all records; unpacking is spread over the cores,
// for it is most of the work of opening. What can't be read is set aside, so
// that one damaged record does not close the office.
func loadModel(store Store) (*model, error) {
	var all []packed
	err := store.Scan(recordPrefix, func(key string, value []byte) error {
		all = append(all, packed{key: key, raw: bytes.Clone(value)})
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	unpackAll(all)
	m := newModel()
	m.makeRoom(len(all))
	for _, p := range all {
		if p.err != nil {
			m.damaged[idOfKey(p.key)] = Damage{p.key, p.err.Error()}
			continue
		}
		m.put(p.record)
	}
	return m, nil
}

func unpackAll(all []packed) {
	_, _ = cores.Spread(len(all), func(from, to int) (int, error) {
		own := merge.Unpacker{Own: true}
		for i := from; i < to; i++ {
			one := &all[i]
			one.record, one.err = unpackAt(&own, one.key, one.raw)
			one.raw = nil
		}
		return to, nil
	})
}

// unpackAt reads the record that is stored under a key.
func unpackAt(own *merge.Unpacker, key string, raw []byte) (*merge.Record, error) {
	rec, err := own.Unpack(raw)
	if err == nil && recordKey(rec) != key {
		return nil, errWrongKey
	}
	return rec, err
}

// record gives a record by its id, nil if it is not here.
func (m *model) record(id string) *merge.Record {
	if it := m.items[id]; it != nil {
		return it.rec
	}
	return nil
}

// makeRoom is for adding many records at once: a map that grows step by step
// hashes all that it holds again and again.
func (m *model) makeRoom(more int) {
	if more > len(m.items) {
		items := make(map[string]*item, len(m.items)+more)
		maps.Copy(items, m.items)
		m.items = items
	}
}

// put adds a record or takes the place of its former state. It gives the ids
// of the visits that go to the bin, or come out of it, by it.
func (m *model) put(rec *merge.Record) (turned []string) {
	before := m.drop(rec.ID)
	it := newItem(rec)
	m.insert(it)
	rec.JoinInto(m.counters)
	return m.judge(before, it.visit)
}

// remove takes a record out of memory; what it gives is that of put.
func (m *model) remove(id string) (turned []string) { return m.judge(m.drop(id)) }

func (m *model) insert(it *item) {
	m.items[it.rec.ID] = it
	insert(m.kinds, plan.Kind(it.rec.Kind), it)
	if it.visit == "" {
		return
	}
	insert(m.families, it.visit, it)
	if it.visit != it.rec.ID && !it.trashed {
		m.alive[it.visit]++
	}
}

// drop takes a record out and gives the visit to which it belonged.
func (m *model) drop(id string) (visit string) {
	it, ok := m.items[id]
	if !ok {
		return ""
	}
	delete(m.items, id)
	delete(m.kinds[plan.Kind(it.rec.Kind)], id)
	delete(m.families[it.visit], id)
	if it.visit != "" && it.visit != id && !it.trashed {
		m.alive[it.visit]--
	}
	return it.visit
}

func insert[K comparable](into map[K]map[string]*item, key K, it *item) {
	if into[key] == nil {
		into[key] = map[string]*item{}
	}
	into[key][it.rec.ID] = it
}

// judge looks at visits together with their families: one that was deleted
// while somebody else added to it, or kept a part of it, is not gone; it stays
// visible and asks (exchange format, rule 7).
func (m *model) judge(visits ...string) (turned []string) {
	for _, visit := range visits {
		it := m.items[visit]
		if it == nil || it.rec.Kind != string(plan.KindVisit) {
			continue
		}
		trashed, contested := it.rec.Trashed()
		if trashed && m.alive[visit] > 0 {
			trashed, contested = false, true
		}
		if trashed != it.trashed || contested != it.contested {
			m.insert(&item{rec: it.rec, visit: visit, trashed: trashed, contested: contested})
			turned = append(turned, visit)
		}
	}
	return turned
}

// visitOf reads the visit of a record without decoding the rest.
func visitOf(rec *merge.Record) string {
	if rec.Kind == string(plan.KindVisit) {
		return rec.ID
	}
	raw := rec.Fields["visit"].Shown().JSON
	if isNull(raw) {
		return ""
	}
	return strings.Trim(string(raw), `"`)
}

// fieldNames gives the names of a record's fields: those of the declaration in
// its order, then unknown ones by name. The bin's own field is not one of them.
func fieldNames(rec *merge.Record) []string {
	var names, unknown []string
	decl, known := plan.DeclarationOf(rec.Kind)
	if known {
		for _, f := range decl.Fields {
			if _, ok := rec.Fields[f.Name]; ok {
				names = append(names, f.Name)
			}
		}
	}
	for name := range rec.Fields {
		if name == merge.DelField {
			continue
		}
		if known {
			if _, ok := decl.Field(name); ok {
				continue
			}
		}
		unknown = append(unknown, name)
	}
	slices.Sort(unknown)
	return append(names, unknown...)
}
