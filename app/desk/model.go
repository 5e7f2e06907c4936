package desk

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"sync"

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
	// referrers counts, for each id, from where it is pointed to.
	counters map[merge.Replica]uint64 // the highest write seen of each replica
}

// item is one record; its typed value is made when it is first asked for.
type item struct {
	rec   *merge.Record
	visit string
	once  sync.Once
	typed plan.Record // nil for a kind that this version does not know
}

func (it *item) value() plan.Record {
	it.once.Do(func() { it.typed = decode(it.rec) })
	return it.typed
}

func newModel() *model {
	return &model{
		items: map[string]*item{}, kinds: map[plan.Kind]map[string]*item{},
		families: map[string]map[string]*item{}, counters: map[merge.Replica]uint64{},
	}
}

const recordPrefix = "r/"

func recordKey(rec *merge.Record) string { return recordPrefix + rec.Kind + "/" + rec.ID }

// loadModel reads and unpacks all records; unpacking is spread over the cores,
// for it is most of the work of opening.
func loadModel(store Store) (*model, error) {
	var packed [][]byte
	err := store.Scan(recordPrefix, func(_ string, value []byte) error {
		packed = append(packed, bytes.Clone(value))
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	records, err := unpackAll(packed)
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	m := newModel()
	for _, rec := range records {
		m.put(rec)
	}
	return m, nil
}

func unpackAll(packed [][]byte) ([]*merge.Record, error) {
	records := make([]*merge.Record, len(packed))
	workers := max(1, runtime.GOMAXPROCS(0))
	errs := make([]error, workers)
	size := (len(packed) + workers - 1) / workers
	var wg sync.WaitGroup
	for w := range workers {
		from, to := min(w*size, len(packed)), min((w+1)*size, len(packed))
		wg.Go(func() {
			own := merge.Unpacker{Own: true}
			for i := from; i < to && errs[w] == nil; i++ {
				records[i], errs[w] = own.Unpack(packed[i])
				packed[i] = nil
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return records, nil
}

// put adds a record or takes the place of its former state.
func (m *model) put(rec *merge.Record) {
	m.remove(rec.ID)
	it := &item{rec: rec, visit: visitOf(rec)}
	m.items[rec.ID] = it
	insert(m.kinds, plan.Kind(rec.Kind), it)
	if it.visit != "" {
		insert(m.families, it.visit, it)
	}
	for replica, n := range rec.Context() {
		m.counters[replica] = max(m.counters[replica], n)
	}
}

func (m *model) remove(id string) {
	it, ok := m.items[id]
	if !ok {
		return
	}
	delete(m.items, id)
	delete(m.kinds[plan.Kind(it.rec.Kind)], id)
	delete(m.families[it.visit], id)
}

func insert[K comparable](into map[K]map[string]*item, key K, it *item) {
	if into[key] == nil {
		into[key] = map[string]*item{}
	}
	into[key][it.rec.ID] = it
}

// visitOf reads the visit of a record without decoding the rest.
func visitOf(rec *merge.Record) string {
	if rec.Kind == string(plan.KindVisit) {
		return rec.ID
	}
	f, ok := rec.Fields["visit"]
	if !ok {
		return ""
	}
	return strings.Trim(string(f.Shown().JSON), `"`)
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
