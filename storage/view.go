package storage

import (
	"sync"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/app/fault"
)

// views lets readers see whole transactions only. While a large one is being
// carried out in several transactions of the database, new readers share a
// view of the state before it.
type views struct {
	db *badger.DB

	mu      sync.Mutex
	held    *view // the state before, while a large transaction is carried out
	closed  bool
	readers sync.WaitGroup
}

// view is one state of the database. Transactions of Badger that only read may
// be used by several goroutines.
type view struct {
	txn   *badger.Txn
	users int
}

// enter gives the state that a reader may see now, until leave.
func (v *views) enter() (*view, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return nil, fault.New("fault.store_closed")
	}
	v.readers.Add(1)
	if v.held != nil {
		v.held.users++
		return v.held, nil
	}
	return &view{txn: v.db.NewTransaction(false), users: 1}, nil
}

func (v *views) leave(w *view) {
	v.drop(w)
	v.readers.Done()
}

// drop discards a state that nobody looks at any more.
func (v *views) drop(w *view) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if w.users--; w.users == 0 {
		w.txn.Discard()
	}
}

// hold keeps the present state for all readers to come.
func (v *views) hold() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.held = &view{txn: v.db.NewTransaction(false), users: 1}
}

// release shows the newest state again.
func (v *views) release() {
	v.mu.Lock()
	held := v.held
	v.held = nil
	v.mu.Unlock()
	if held != nil {
		v.drop(held)
	}
}

// close turns new readers away and waits for the others. It says whether it
// was the first to close.
func (v *views) close() bool {
	v.mu.Lock()
	first := !v.closed
	v.closed = true
	v.mu.Unlock()
	v.readers.Wait()
	return first
}

func (v *views) isClosed() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.closed
}
