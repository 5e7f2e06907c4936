package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"testing/iotest"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

// attachedFiles is the contract of desk.Attacher.
func attachedFiles(t *testing.T, s desk.Store) {
	a, ok := s.(desk.Attacher)
	if !ok {
		t.Fatal("the store keeps no files")
	}
	for _, text := range []string{"một", "", "một"} {
		name, size, err := a.Attach(iotest.OneByteReader(strings.NewReader(text)))
		sum := sha256.Sum256([]byte(text))
		if err != nil || name != hex.EncodeToString(sum[:]) || size != int64(len(text)) {
			t.Fatalf("%q is kept as %s, %d bytes, %v", text, name, size, err)
		}
		raw, err := a.Attachment(name)
		if err != nil || string(raw) != text {
			t.Errorf("%q comes back as %q, %v", text, raw, err)
		}
		if got, ok := a.AttachmentSize(name); !ok || got != size {
			t.Errorf("%q has %d bytes, %v", text, got, ok)
		}
	}
	none := strings.Repeat("0", 64)
	if _, err := a.Attachment(none); fault.KeyOf(err) != "fault.no_attachment" {
		t.Errorf("one that is not there: %v", err)
	}
	if _, ok := a.AttachmentSize(none); ok {
		t.Error("one that is not there has a size")
	}
	if _, _, err := a.Attach(iotest.ErrReader(iotest.ErrTimeout)); err == nil {
		t.Error("half a file is kept")
	}
}
