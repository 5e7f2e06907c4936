package desk

import (
	"encoding/json"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/google/uuid"

	"nhipcau/app/catalogue"
	"nhipcau/app/fault"
	"nhipcau/app/localities"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
)

// Options are what a desk is given from outside, so that tests run straight
// through. The zero value of each asks for the real thing.
type Options struct {
	// Now is the clock on the wall.
	Now func() time.Time
	// NewID mints the id of a new record, a UUIDv7.
	NewID func() string
	// NewReplica mints the name of an installation.
	NewReplica func() merge.Replica
	// Author is who sits at the PC, if the data folder does not know.
	Author string
	// Keys gives the keys with which this computer signs for an office, and makes
	// them when they are first asked for. They lie outside the data folder. Nil
	// leaves bundles unsigned.
	Keys func(office string) (*seal.Keys, error)
	// Register is the list of administrative units that the program brings.
	Register *localities.Register
	// Catalogue holds the terms, measures and ranks that the program brings.
	Catalogue *catalogue.Catalogue
}

// Desk is one open data folder. Its methods may be called from any goroutine.
type Desk struct {
	// Signals are what a page may listen to.
	Signals Signals

	store    Store
	opts     Options
	checker  *plan.Validator
	register *localities.Register

	writing sync.Mutex // one change at a time; taken before mu
	mu      sync.RWMutex
	model   *model
	self    identity
	steps   []*step // the undo stack, oldest first
	stepSeq uint64  // the highest number that a step ever had
	// shredded is of what nothing may ever come back.
	shredded shredder
	finder   finding
	ranks    rankCache
	keys     keyCache
	rounds   sync.Mutex // with an exchange folder; see Round
}

// identity is who writes: replica, office, author, and how far they have come.
type identity struct {
	Replica merge.Replica `json:"replica"`
	Office  string        `json:"office"`
	Author  string        `json:"author"`
	Counter uint64        `json:"counter"`
	Clock   merge.Clock   `json:"clock"`
	Seq     uint64        `json:"seq"`
	Bundles int           `json:"bundles"`
}

const metaIdentity = "m/identity"

// settingPrefix begins the keys of the settings of this machine.
const settingPrefix = "m/set/"

// Open reads everything that the store holds. A store without an identity gets
// one, which is kept with the first change.
func Open(store Store, opts Options) (*Desk, error) {
	d := &Desk{store: store, opts: opts.withDefaults(), checker: plan.NewValidator()}
	d.register = d.opts.Register
	var err error
	if d.model, err = loadModel(store); err != nil {
		return nil, err
	}
	if err := d.loadIdentity(); err != nil {
		return nil, err
	}
	if d.steps, d.stepSeq, err = loadSteps(store); err != nil {
		return nil, err
	}
	if err := d.loadShredded(); err != nil {
		return nil, err
	}
	return d, nil
}

// OpenWithAssets opens a desk with the register of localities and the catalogue
// that the program brings.
func OpenWithAssets(store Store, opts Options) (*Desk, error) {
	var err error
	if opts.Register, err = localities.Load(); err != nil {
		return nil, fault.New("fault.internal", err)
	}
	if opts.Catalogue, err = catalogue.Load(); err != nil {
		return nil, fault.New("fault.internal", err)
	}
	return Open(store, opts)
}

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.NewID == nil {
		o.NewID = func() string { return uuid.Must(uuid.NewV7()).String() }
	}
	if o.NewReplica == nil {
		o.NewReplica = merge.NewReplica
	}
	return o
}

func (d *Desk) loadIdentity() error {
	raw, err := d.store.Get(metaIdentity)
	if err != nil {
		return fault.New("fault.folder_unreadable", err)
	}
	if raw == nil {
		d.self = identity{Replica: d.opts.NewReplica(), Office: d.opts.NewID(), Author: d.opts.Author}
		return nil
	}
	if err := json.Unmarshal(raw, &d.self); err != nil {
		return fault.New("fault.folder_unreadable", fmt.Errorf("%s: %w", metaIdentity, err))
	}
	// Writes that are stored are never numbered again, whatever the identity says.
	d.self.Counter = max(d.self.Counter, d.model.counters[d.self.Replica])
	if d.opts.Author != "" {
		d.self.Author = d.opts.Author
	}
	return nil
}

func (d *Desk) identityOp(self identity) Op {
	return Op{Key: metaIdentity, Value: mustJSON(self)}
}

// Close releases the store. The desk must not be used afterwards.
func (d *Desk) Close() error {
	d.writing.Lock()
	defer d.writing.Unlock()
	return d.store.Close()
}

// Now is the moment on the wall clock.
func (d *Desk) Now() time.Time { return d.opts.Now() }

// Replica is the name of this installation.
func (d *Desk) Replica() string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return string(d.self.Replica)
}

// OfficeID is the id of the office to which this installation belongs.
func (d *Desk) OfficeID() string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.self.Office
}

// Author is who sits at the PC.
func (d *Desk) Author() string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.self.Author
}

// SetAuthor says who sits at the PC from now on.
func (d *Desk) SetAuthor(name string) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	self := d.self
	self.Author = name
	if err := d.store.Commit([]Op{d.identityOp(self)}); err != nil {
		return fault.New("fault.not_saved", err)
	}
	d.mu.Lock()
	d.self.Author = name
	d.mu.Unlock()
	return nil
}

// Office is the record of our own office, nil before the first start is done.
func (d *Desk) Office() *plan.Office {
	o, ok := Get[*plan.Office](d, d.OfficeID())
	if !ok {
		return nil
	}
	return o
}

// SetUp names our office and who sits here: the answers of the first start.
func (d *Desk) SetUp(office plan.Office, author string) error {
	if err := d.SetAuthor(author); err != nil {
		return err
	}
	office.ID = d.OfficeID()
	return d.Do(Step{Why: "create"}, func(tx *Tx) error {
		if old, ok := Read[*plan.Office](tx, office.ID); ok {
			office.Head = old.Head
		}
		return tx.Put(&office)
	})
}

// Setting gives a setting of this machine, such as theme or window size, empty
// if it was never set. Settings are not records and never travel.
func (d *Desk) Setting(name string) string {
	raw, err := d.store.Get(settingPrefix + name)
	if err != nil {
		return ""
	}
	return string(raw)
}

// SetSetting keeps a setting of this machine; an empty value removes it.
func (d *Desk) SetSetting(name, value string) error {
	op := Op{Key: settingPrefix + name}
	if value != "" {
		op.Value = []byte(value)
	}
	if err := d.store.Commit([]Op{op}); err != nil {
		return fault.New("fault.not_saved", err)
	}
	return nil
}

const historyPrefix = "h/"

func historyKey(id string, seq uint64) string { return historyPrefix + id + "/" + hexKey(seq) }

func hexKey(n uint64) string {
	s := strconv.FormatUint(n, 16)
	return "0000000000000000"[len(s):] + s
}
