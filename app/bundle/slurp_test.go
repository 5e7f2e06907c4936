package bundle

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestSlurpTakesItsMemoryOnce, and reads the same whether it can know the
// length or not.
func TestSlurpTakesItsMemoryOnce(t *testing.T) {
	text := bytes.Repeat([]byte("Nhịp Cầu "), 100_000)
	path := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for name, r := range map[string]io.Reader{
		"file": file, "memory": bytes.NewReader(text), "pipe": io.MultiReader(bytes.NewReader(text)),
	} {
		got, err := slurp(r, 2*len(text))
		if err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
		if name != "pipe" && cap(got) > len(text)+len(text)/8 {
			t.Errorf("%s: room for %d bytes for %d", name, cap(got), len(text))
		}
	}
	if got, err := slurp(bytes.NewReader(text), 1000); err != nil || len(got) != 1001 {
		t.Errorf("over the limit: %d bytes, %v", len(got), err)
	}
}
