package storage

import "sync"

// readers counts those who read, so that closing can wait for them, and so that
// one who has to be alone can.
type readers struct {
	mu     sync.Mutex
	change sync.Cond // of what follows; its L is &mu
	inside int
	single bool // somebody is alone
	broken bool // there is nothing to read any more
	closed bool
}

// waiting returns with mu held.
func (r *readers) waiting(while func() bool) {
	r.mu.Lock()
	if r.change.L == nil {
		r.change.L = &r.mu
	}
	for while() {
		r.change.Wait()
	}
}

// enter lets a reader in, false once the store is closed. It waits for whoever
// is alone.
func (r *readers) enter() bool {
	r.waiting(func() bool { return r.single })
	defer r.mu.Unlock()
	if r.closed || r.broken {
		return false
	}
	r.inside++
	return true
}

func (r *readers) leave() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.inside--
	r.change.Broadcast()
}

// alone calls fn while nobody reads; false if the store is closed. Readers come
// and go until a moment at which none is inside: one that is may ask for more.
// Where fn says that nothing is left to read, nobody enters again.
func (r *readers) alone(fn func() (whole bool)) bool {
	r.waiting(r.busy)
	if r.closed || r.broken {
		r.mu.Unlock()
		return false
	}
	r.single = true
	r.mu.Unlock()
	whole := fn()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.single, r.broken = false, !whole
	r.change.Broadcast()
	return true
}

func (r *readers) busy() bool { return r.inside > 0 || r.single }

// close turns new readers away and waits for the others. It says whether it
// was the first to close.
func (r *readers) close() bool {
	r.mu.Lock()
	first := !r.closed
	r.closed = true
	r.mu.Unlock()
	r.waiting(r.busy)
	r.mu.Unlock()
	return first
}

func (r *readers) isClosed() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.closed
}
