package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"nhipcau/app/merge"
)

// TestWorkedExample carries out the example of docs/bundle-format.md: its
// records are what the page says that they are.
func TestWorkedExample(t *testing.T) {
	page, err := os.ReadFile("../../docs/bundle-format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, ok := strings.Cut(string(page), "\n## A worked example\n")
	if !ok {
		t.Fatal("the page has no worked example")
	}
	var blocks []string
	for part := range strings.SplitSeq(example, "```json\n") {
		if block, _, closed := strings.Cut(part, "\n```"); closed {
			blocks = append(blocks, strings.ReplaceAll(block, "\n", ""))
		}
	}
	if len(blocks) != 4 {
		t.Fatalf("%d records, want the host's, the guests', both and the choice", len(blocks))
	}
	unpack := func(i int) *merge.Record {
		r, err := merge.Unpack([]byte(blocks[i]))
		if err != nil {
			t.Fatal(err)
		}
		pack(t, r, blocks[i])
		return r
	}
	host, guest := unpack(0), unpack(1)
	both, err := merge.Merge(host, guest)
	if err != nil {
		t.Fatal(err)
	}
	pack(t, both, blocks[2])
	choice := merge.Stamp{Dot: merge.Dot{Replica: hostReplica, N: 8}, Clock: "0196a7c2f0031", Author: "Văn phòng"}
	chosen := both.With("place", choice, []byte(`"Phòng họp"`), both.Fields["place"].Dots())
	pack(t, chosen, blocks[3])
	if again, err := merge.Merge(guest, chosen); err != nil || !again.Equal(chosen) {
		t.Errorf("the guests have %v, %v", again, err)
	}
	for i, block := range blocks {
		sum := sha256.Sum256([]byte(block))
		if !strings.Contains(example, hex.EncodeToString(sum[:])) {
			t.Errorf("record %d has the SHA-256 %x, and %d bytes", i+1, sum, len(block))
		}
	}
}

func pack(t *testing.T, r *merge.Record, want string) {
	t.Helper()
	raw, err := merge.Pack(r)
	if err != nil || string(raw) != want {
		t.Errorf("packed\n%s (%v), want\n%s", raw, err, want)
	}
}
