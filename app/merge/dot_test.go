package merge_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/merge"
)

func TestParseDot(t *testing.T) {
	good := map[string]merge.Dot{
		"K3F9Q2ABCDEF:12":               dot("K3F9Q2ABCDEF", 12),
		"AAAAAAAAAAAA:1":                dot(a, 1),
		"AAAAAAAAAAAA:9007199254740991": dot(a, 1<<53-1),
	}
	for text, want := range good {
		got, err := merge.ParseDot(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{
		"", ":", "AAAAAAAAAAAA", "AAAAAAAAAAAA:", "AAAAAAAAAAAA:0", "AAAAAAAAAAAA:01", "AAAAAAAAAAAA:+1",
		"AAAAAAAAAAAA:-1", "AAAAAAAAAAAA:1.0", "AAAAAAAAAAAA:9007199254740992", "AAAAAAAAAAA:1", "aaaaaaaaaaaa:1",
		"AAAAAAAAAAAAA:1", "AAAAAAAAAAA-:1", "AAAAAAAAAAAA:1:2",
	} {
		if got, err := merge.ParseDot(text); !errors.Is(err, merge.ErrMalformed) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestDotIsText(t *testing.T) {
	raw, err := json.Marshal([]merge.Dot{dot(a, 7)})
	if err != nil || string(raw) != `["AAAAAAAAAAAA:7"]` {
		t.Fatalf("%s, %v", raw, err)
	}
	var back []merge.Dot
	if err := json.Unmarshal(raw, &back); err != nil || back[0] != dot(a, 7) {
		t.Errorf("%v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`["x"]`), &back); err == nil {
		t.Error("read nonsense")
	}
}

func TestNewReplica(t *testing.T) {
	seen := map[merge.Replica]bool{}
	for range 1000 {
		r := merge.NewReplica()
		if !r.Valid() || seen[r] {
			t.Fatalf("%q: not a name, or the second time", r)
		}
		seen[r] = true
	}
}

func TestContext(t *testing.T) {
	one, two := merge.Context{a: 3, b: 1}, merge.Context{a: 2, c: 5}
	if diff := cmp.Diff(merge.Context{a: 3, b: 1, c: 5}, one.Join(two)); diff != "" {
		t.Error(diff)
	}
	if !one.Equal(merge.Context{a: 3, b: 1}) || !two.Equal(merge.Context{a: 2, c: 5}) {
		t.Error("joining changes its arguments")
	}
	for d, want := range map[merge.Dot]bool{dot(a, 3): true, dot(a, 1): true, dot(a, 4): false, dot(c, 1): false} {
		if one.Covers(d) != want {
			t.Errorf("%v: %v", d, !want)
		}
	}
	copied := one.Clone()
	copied[a] = 9
	if one[a] != 3 || merge.Context(nil).Clone() == nil {
		t.Error("not a copy")
	}
}
