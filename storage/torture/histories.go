package main

import (
	"fmt"
	"math/rand/v2"

	"nhipcau/app/merge/mergetest"
)

// historiesALine is how many histories one line of the log stands for.
const historiesALine = 1000

// historyTrials plays histories of offices that exchange bundles, each against
// an oracle that knows no merge rule.
func historyTrials(t *trials) error {
	for t.more() {
		line := trial{Held: true}
		for ; line.Held && line.Count < historiesALine; line.Count++ {
			seed := t.rand.Uint64()
			r := rand.New(rand.NewPCG(seed, 0))
			if err := mergetest.Run(func(_ string, n int) int { return r.IntN(n) }, 60); err != nil {
				line.Held, line.Detail = false, fmt.Sprintf("history %d: %v", seed, err)
			}
		}
		if err := t.add(line); err != nil {
			return err
		}
	}
	return nil
}
