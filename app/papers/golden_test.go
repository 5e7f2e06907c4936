package papers_test

import (
	"testing"

	"nhipcau/app/papers/paperstest"
)

// Every paper in every variant, of the sample visit and of the hard one.
func TestGolden(t *testing.T) {
	for _, v := range paperstest.Visits(t) {
		for _, ask := range paperstest.Requests(v) {
			name := paperstest.Name(v, ask)
			t.Run(name, func(t *testing.T) { paperstest.Golden(t, name, paperstest.Layout(t, v.Document(t, ask))) })
		}
	}
}
