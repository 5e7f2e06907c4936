package papers

import (
	"sync"

	"nhipcau/app/paper"
	"nhipcau/app/printout"
)

// typeface is the typeface in which the office sets its papers, loaded once for
// all who lay out, draw and save at the same time. It is safe for concurrent use.
type typeface struct {
	mu     sync.Mutex
	choice string
	fonts  *paper.Fonts
}

// of gives the typeface of a choice, loading it where another one was chosen
// before.
func (f *typeface) of(choice string) (*paper.Fonts, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fonts != nil && f.choice == choice {
		return f.fonts, nil
	}
	fonts, err := printout.Typeface(choice)
	if err != nil {
		return nil, err
	}
	f.fonts, f.choice = fonts, choice
	return fonts, nil
}
