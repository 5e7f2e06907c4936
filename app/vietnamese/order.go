package vietnamese

import (
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators holds collators that are not in use: one must not serve two
// goroutines at a time, and making one is not cheap.
var collators = sync.Pool{New: func() any { return collate.New(language.Vietnamese) }}

// Compare compares a and b in the order of the Vietnamese dictionary: letters
// first (a ă â b … d đ e ê …), then tones (ngang, huyền, hỏi, ngã, sắc, nặng),
// then case. It returns -1, 0 or +1. Composed and decomposed text are equal.
// It is safe for concurrent use. See domain notes §4.2.
func Compare(a, b string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	return c.CompareString(a, b)
}
