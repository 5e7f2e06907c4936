package desk

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/merge"
)

// TestEntryIsWrittenAsItsTagsSay: what appendJSON writes is read back as what
// json.Marshal writes, whatever stands in the entry.
func TestEntryIsWrittenAsItsTagsSay(t *testing.T) {
	value := rapid.Map(rapid.String(), func(s string) json.RawMessage { return mustJSON(s) })
	dot := rapid.Custom(func(t *rapid.T) merge.Dot {
		return merge.Dot{Replica: "REPLICA00101", N: rapid.Uint64Range(1, 1<<53-1).Draw(t, "n")}
	})
	pair := rapid.Custom(func(t *rapid.T) [2]json.RawMessage {
		return [2]json.RawMessage{value.Draw(t, "was"), value.Draw(t, "now")}
	})
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) string { return rapid.String().Draw(t, name) }
		e := Entry{
			Clock: merge.Clock(text("clock")), Author: text("author"), Why: text("why"), Group: text("group"),
			Fields: rapid.MapOf(rapid.String(), pair).Draw(t, "fields"),
			Was:    rapid.MapOf(rapid.String(), dot).Draw(t, "was"),
			Base:   rapid.MapOf(rapid.String(), value).Draw(t, "base"),
			From:   text("from"), Bundle: text("bundle"),
		}
		if rapid.Bool().Draw(t, "print") {
			e.AsOf = &asOf{rapid.Uint64Range(0, 1<<53-1).Draw(t, "seq"), merge.Clock(text("as of"))}
		}
		var got, want Entry
		if err := json.Unmarshal(e.appendJSON(nil), &got); err != nil {
			t.Fatalf("%s: %v", e.appendJSON(nil), err)
		}
		if err := json.Unmarshal(mustJSON(e), &want); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, want %+v", got, want)
		}
	})
}
