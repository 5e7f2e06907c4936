package schema_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"nhipcau/app/bundle/schema"
	published "nhipcau/assets/schema"
)

var update = flag.Bool("update", false, "write the published schema anew")

// TestPublishedSchemaIsWhatThisVersionAsks: every kind and field that is
// declared stands in the file, in the form that it has.
func TestPublishedSchemaIsWhatThisVersionAsks(t *testing.T) {
	built := schema.Build()
	if *update {
		if err := os.WriteFile("../../../assets/schema/bundle-1.schema.json", built, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(built, published.Bundle1) && !*update {
		t.Error("assets/schema/bundle-1.schema.json is behind the declarations; run this test with -update")
	}
}
