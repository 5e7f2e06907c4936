package desk_test

import (
	"bytes"
	"testing"

	"nhipcau/app/desk"
)

// TestImportUndoImportOverEdits: also where both offices have written since
// the last exchange, an import that is taken back leaves the bytes of before,
// contexts included, and importing again gives the same bytes as the first time.
// An undo that minted a dot, or kept a context, would be an edit to the partner.
func TestImportUndoImportOverEdits(t *testing.T) {
	a, b, visitID := twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, a, visitID, "Tên của ta", "")
	setTitle(t, b, visitID, "Tên của bạn", "")
	before := recordsOf(t, b)
	bundled := carry(t, a, desk.Scope{Visit: visitID})
	var imported []byte
	for range 3 {
		report, err := b.Import(bundled)
		if err != nil {
			t.Fatal(err)
		}
		if now := recordsOf(t, b); imported == nil {
			imported = now
		} else if !bytes.Equal(imported, now) {
			t.Errorf("imported again:\n%s\nwant\n%s", now, imported)
		}
		if bytes.Equal(before, imported) {
			t.Fatal("the import changed nothing")
		}
		if skipped, err := b.UndoImport(report.Import); err != nil || len(skipped) != 0 {
			t.Fatalf("undo: %v, %v", skipped, err)
		}
		if now := recordsOf(t, b); !bytes.Equal(before, now) {
			t.Errorf("after the undo:\n%s\nwant\n%s", now, before)
		}
	}
}
