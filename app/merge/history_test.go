package merge_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/merge/mergetest"
)

// TestHistories draws histories of offices that exchange bundles and holds each
// against an oracle; see package mergetest. The flag -rapid.checks says how many.
func TestHistories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := mergetest.New(func(what string, n int) int { return rapid.IntRange(0, n-1).Draw(t, what) })
		actions := map[string]func(*rapid.T){}
		for name, run := range h.Steps() {
			actions[name] = func(t *rapid.T) {
				if err := run(); err != nil {
					t.Fatal(err)
				}
			}
		}
		t.Repeat(actions)
		if err := h.Finish(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestPlainChance plays histories as the torture does.
func TestPlainChance(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 0))
		if err := mergetest.Run(func(_ string, n int) int { return r.IntN(n) }, 60); err != nil {
			t.Fatal(fmt.Errorf("seed %d: %w", seed, err))
		}
	}
}
