package storage

import "sync"

// readers counts those who read, so that closing can wait for them.
type readers struct {
	mu     sync.Mutex
	closed bool
	inside sync.WaitGroup
}

// enter lets a reader in, false once the store is closed.
func (r *readers) enter() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return false
	}
	r.inside.Add(1)
	return true
}

func (r *readers) leave() { r.inside.Done() }

// close turns new readers away and waits for the others. It says whether it
// was the first to close.
func (r *readers) close() bool {
	r.mu.Lock()
	first := !r.closed
	r.closed = true
	r.mu.Unlock()
	r.inside.Wait()
	return first
}

func (r *readers) isClosed() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.closed
}
