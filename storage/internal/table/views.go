package table

import (
	"sync"

	"github.com/dgraph-io/badger/v4"
)

// views lets readers see whole changes only. While a large one is being
// carried out in several transactions of the database, new readers share a
// view of the state before it.
type views struct {
	db *badger.DB

	mu   sync.Mutex
	held *View // the state before, while a large change is carried out
}

// enter gives the state that a reader may see now. Transactions of Badger that
// only read may be used by several goroutines.
func (v *views) enter() *View {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.held != nil {
		v.held.users++
		return v.held
	}
	return v.fresh()
}

func (v *views) fresh() *View {
	return &View{of: v, txn: v.db.NewTransaction(false), users: 1}
}

// leave discards a state that nobody looks at any more.
func (v *views) leave(w *View) {
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
	if v.held == nil {
		v.held = v.fresh()
	}
}

// release shows the newest state again.
func (v *views) release() {
	v.mu.Lock()
	held := v.held
	v.held = nil
	v.mu.Unlock()
	if held != nil {
		v.leave(held)
	}
}
