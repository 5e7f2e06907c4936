package schema_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/bundle/schema"
	"nhipcau/app/fault"
)

// FuzzJudge: whatever the file, the schema refuses nothing that an import
// reads, so that other programs can rely on it, and is never at a loss.
func FuzzJudge(f *testing.F) {
	f.Add([]byte(whole))
	paths, _ := filepath.Glob("../testdata/golden-1/*.json")
	for _, path := range paths {
		doc, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(doc)
	}
	for _, text := range []string{"", "[]", `{"format":"nhipcau-bundle/1"}`, `{"payload":{"records":[null]}}`, `{"a":1e999}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		doc = bytes.TrimPrefix(doc, []byte("\uFEFF"))
		judged := schema.Judge(doc)
		if judged != nil && fault.KeyOf(judged) != "fault.bundle_bad_schema" && fault.KeyOf(judged) != "fault.bundle_not_json" {
			t.Errorf("no fault of ours: %v", judged)
		}
		if _, err := bundle.Read(bytes.NewReader(doc)); err == nil && judged != nil {
			t.Errorf("an import reads what the schema refuses: %v", judged)
		}
	})
}
