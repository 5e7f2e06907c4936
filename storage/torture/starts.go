package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// startTrials start two programs on one folder at the same moment: one opens it,
// the other says that it is in use.
func startTrials(t *trials) error {
	h := newHistory(t.rand, false)
	for t.more() {
		dir, err := os.MkdirTemp(t.dir, "starts-")
		if err != nil {
			return err
		}
		var both [2]*writer
		for i := range both {
			if both[i], err = startWriter(nil, dir, h, "open"); err != nil {
				return err
			}
		}
		result := judgeStarts(both)
		for _, w := range both {
			_ = w.stdin.Close() // then it closes the folder and ends
			w.read.Wait()
			_ = w.cmd.Wait() // the refused one ends with an error
		}
		if after := h.look(dir, 0); !after.Held {
			result.Held, result.Detail = false, after.Detail
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		if err := t.add(result); err != nil {
			return err
		}
	}
	return nil
}

// judgeStarts waits until both have said something.
func judgeStarts(both [2]*writer) (t trial) {
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		opened, refused := 0, 0
		for _, w := range both {
			open, _, failed := w.heard()
			if open {
				opened++
			}
			if strings.Contains(failed, "fault.folder_in_use") {
				refused++
			}
		}
		if opened == 1 && refused == 1 {
			t.Held, t.Outcome = true, "opened"
			return t
		}
		t.Detail = fmt.Sprintf("%d opened, %d refused", opened, refused)
	}
	return t
}
