package desk

import (
	"sync"

	"nhipcau/app/plan"
)

// Signals are the things that can change. A listener is called on the
// goroutine of whoever made the change, after it is durable.
type Signals struct {
	// Changed tells which records have changed.
	Changed Signal[Changed]
}

// Changed names the records of one transaction.
type Changed struct {
	IDs    []string
	Kinds  map[plan.Kind]bool
	Visits map[string]bool
}

// Signal calls its listeners in the order in which they came.
type Signal[T any] struct {
	mu        sync.Mutex
	next      int
	listeners []listener[T]
}

type listener[T any] struct {
	id   int
	call func(T)
}

// Listen adds a listener and gives the function that removes it.
func (s *Signal[T]) Listen(call func(T)) (stop func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next++
	id := s.next
	s.listeners = append(s.listeners, listener[T]{id, call})
	return func() { s.remove(id) }
}

func (s *Signal[T]) remove(id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := make([]listener[T], 0, len(s.listeners))
	for _, l := range s.listeners {
		if l.id != id {
			kept = append(kept, l)
		}
	}
	s.listeners = kept
}

func (s *Signal[T]) emit(value T) {
	s.mu.Lock()
	listeners := s.listeners
	s.mu.Unlock()
	for _, l := range listeners {
		l.call(value)
	}
}
