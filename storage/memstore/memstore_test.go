package memstore_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/storage/memstore"
	"nhipcau/storage/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(*testing.T) desk.Store { return memstore.Memory() })
}

// TestScannedValueIsGoneAfterwards: a caller that keeps the value of a scan
// without copying it must notice in a test.
func TestScannedValueIsGoneAfterwards(t *testing.T) {
	s := memstore.Memory()
	if err := s.Commit([]desk.Op{storetest.Set("a", "1")}); err != nil {
		t.Fatal(err)
	}
	var kept []byte
	err := s.Scan("", func(_ string, value []byte) error {
		kept = value
		return nil
	})
	if err != nil || string(kept) == "1" {
		t.Errorf("kept %q, %v", kept, err)
	}
}
