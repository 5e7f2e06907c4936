package word_test

import (
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
)

// everyPaper makes every paper of the easy and the hard visit that there is a Word file of, by name.
func everyPaper(t testing.TB) map[string]paper.Document {
	t.Helper()
	docs := map[string]paper.Document{}
	for _, v := range paperstest.Visits(t) {
		for _, ask := range paperstest.Requests(v) {
			if kind, _ := papers.KindNamed(ask.Kind); !kind.NoWord {
				docs[paperstest.Name(v, ask)] = v.Document(t, ask)
			}
		}
	}
	return docs
}
