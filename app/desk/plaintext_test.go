package desk

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/civil"
)

// What is read without a decoder is what the decoder reads, and what the
// decoder refuses is refused.
func TestPlainTextIsWhatTheDecoderReads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.OneOf(
			rapid.SampledFrom([]string{`""`, `"`, `"a"b"`, `"\\"`, `"\u0111"`, "\"\x01\"", "\"\xff\"", `null`, `12`, `["a"]`, ` "a"`}),
			rapid.Custom(func(t *rapid.T) string {
				text, err := json.Marshal(rapid.String().Draw(t, "text"))
				if err != nil {
					t.Fatal(err)
				}
				return string(text)
			}),
			rapid.Custom(func(t *rapid.T) string { return `"` + rapid.String().Draw(t, "inside") + `"` }),
		).Draw(t, "json")
		var want civil.Date
		_ = json.Unmarshal([]byte(raw), &want) // what is refused leaves nothing, and so must we
		var got civil.Date
		decodeField([]byte(raw), reflect.ValueOf(&got).Elem())
		if got != want {
			t.Errorf("%q is read as %q, by the decoder as %q", raw, got, want)
		}
	})
}

func BenchmarkDecodeField(b *testing.B) {
	raw := []byte(`"Đón tiếp và làm việc với Đoàn công tác"`)
	var into string
	b.Run("text", func(b *testing.B) {
		for b.Loop() {
			decodeField(raw, reflect.ValueOf(&into).Elem())
		}
	})
	b.Run("reference decoder", func(b *testing.B) {
		for b.Loop() {
			if err := json.Unmarshal(raw, &into); err != nil {
				b.Fatal(err)
			}
		}
	})
}
