package folder_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/folder"
	"nhipcau/app/plan"
)

// office is one of those who share a folder.
type office struct {
	t     testing.TB
	desk  *desk.Desk
	store desk.Store
	dir   string // the shared folder, as it is seen here
	visit string
}

// offices makes so many, who have one visit and a bundle of each other, and share
// the folder.
func offices(t testing.TB, count int) []*office {
	t.Helper()
	all := strangers(t, count)
	for _, from := range all {
		for _, to := range all {
			if from != to {
				to.reads(from)
			}
		}
	}
	return all
}

// strangers have a visit in common and nothing else.
func strangers(t testing.TB, count int) []*office {
	t.Helper()
	dir := t.TempDir()
	var all []*office
	for n := range count {
		o := newOffice(t, n+1)
		o.dir = dir
		if n == 0 {
			o.plans()
		} else {
			b, err := all[0].desk.Draft(desk.Scope{Visit: all[0].visit})
			o.must(err)
			b.From = bundle.Sender{Office: "019c1b12-d69c-5229-a29e-7246411d6274", Name: "Chuyến mẫu"}
			_, err = o.desk.Import(b)
			o.must(err)
			o.visit = all[0].visit
		}
		all = append(all, o)
	}
	return all
}

func newOffice(t testing.TB, number int) *office {
	t.Helper()
	store := desktest.NewStore()
	o := &office{t: t, desk: desktest.OpenSigning(t, store, number, desktest.Keyring()), store: store}
	o.must(o.desk.SetUp(plan.Office{Name: fmt.Sprint("UBND xã số ", number)}, "Văn phòng"))
	return o
}

// plans makes a visit with one topic.
func (o *office) plans() {
	o.t.Helper()
	o.must(o.desk.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		v := &plan.Visit{Title: "Học tập kinh nghiệm giảm nghèo"}
		if err := tx.Put(v); err != nil {
			return err
		}
		o.visit = v.ID
		return tx.Put(&plan.Topic{Visit: v.ID, Title: "Hỗ trợ nhà ở"})
	}))
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// reads takes in a bundle by hand, as by mail.
func (o *office) reads(from *office) {
	o.t.Helper()
	b, err := from.desk.Export(desk.Scope{Visit: from.visit})
	o.must(err)
	p, err := o.desk.Preview(b)
	o.must(err)
	p.TrustNewKey = true
	_, err = o.desk.Apply(p)
	o.must(err)
}

// sync makes a round that shares the visit.
func (o *office) sync() folder.Report {
	o.t.Helper()
	return o.syncWith(folder.Options{Visits: []string{o.visit}})
}

func (o *office) syncWith(opts folder.Options) folder.Report {
	o.t.Helper()
	opts.Dir = o.dir
	r, err := folder.Sync(o.t.Context(), o.desk, opts)
	o.must(err)
	return r
}

// writes changes the purpose of the visit.
func (o *office) writes(purpose string) {
	o.t.Helper()
	o.must(o.desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, _ := desk.Read[*plan.Visit](tx, o.visit)
		v.Purpose = purpose
		return tx.Put(v)
	}))
}

// adds adds a topic to the visit.
func (o *office) adds(title string) {
	o.t.Helper()
	o.must(o.desk.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		return tx.Put(&plan.Topic{Visit: o.visit, Title: title})
	}))
}

func (o *office) purpose() string {
	o.t.Helper()
	v, ok := desk.Get[*plan.Visit](o.desk, o.visit)
	if !ok {
		o.t.Fatal("the visit is gone")
	}
	return v.Purpose
}

// file is where our file lies.
func (o *office) file() string {
	return filepath.Join(o.dir, o.desk.Replica(), o.visit+".json.age")
}

func (o *office) bytes() []byte {
	o.t.Helper()
	raw, err := os.ReadFile(o.file())
	o.must(err)
	return raw
}

func (o *office) put(name string, raw []byte) {
	o.t.Helper()
	path := filepath.Join(filepath.Dir(o.file()), name)
	o.must(os.MkdirAll(filepath.Dir(path), 0o755))
	o.must(os.WriteFile(path, raw, 0o600))
}

// records are those of the visit, as they would travel.
func (o *office) records() []byte {
	o.t.Helper()
	b, err := o.desk.Draft(desk.Scope{Visit: o.visit})
	o.must(err)
	raw, err := bundle.RecordsBytes(b)
	o.must(err)
	return raw
}

// alike says whether all have the same records, byte for byte.
func alike(all []*office) bool {
	for _, o := range all[1:] {
		if !bytes.Equal(o.records(), all[0].records()) {
			return false
		}
	}
	return true
}

// settle makes rounds until nobody has anything to write or take in.
func settle(t testing.TB, all []*office) {
	t.Helper()
	for range 2 * len(all) {
		moved := false
		for _, o := range all {
			r := o.sync()
			moved = moved || len(r.Written)+len(r.Taken) > 0
		}
		if !moved {
			return
		}
	}
	t.Fatal("the rounds do not come to rest")
}
