package schema

import (
	"bytes"
	"cmp"
	"errors"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nhipcau/app/fault"
	published "nhipcau/assets/schema"
)

var compiled = sync.OnceValue(func() *jsonschema.Schema {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(published.Bundle1))
	if err != nil {
		panic(err) // the schema is embedded, and a test compares it
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(ID, doc); err != nil {
		panic(err)
	}
	return c.MustCompile(ID)
})

// Judge says whether a document keeps to the published schema of format 1. The
// document must be JSON, within the limits of a bundle. It returns the fault
// fault.bundle_bad_schema, which names the place and the broken rule.
func Judge(doc []byte) error {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		return fault.New("fault.bundle_not_json", "Offset", 0, "Record", "–", err)
	}
	var broken *jsonschema.ValidationError
	if err := compiled().Validate(value); errors.As(err, &broken) {
		at := deepest(broken)
		return fault.New("fault.bundle_bad_schema", "Place", place(at), "Rule", rule(at), err)
	}
	return nil
}

// deepest follows the first cause to where it lies.
func deepest(e *jsonschema.ValidationError) *jsonschema.ValidationError {
	for len(e.Causes) > 0 {
		e = e.Causes[0]
	}
	return e
}

// place is where in the document, as "payload/records/3/data/title", shortened
// and without what a terminal would obey.
func place(e *jsonschema.ValidationError) string {
	const most = 120
	text := strings.Map(func(r rune) rune {
		if r < ' ' || r > 0x7E {
			return '?'
		}
		return r
	}, strings.Join(e.InstanceLocation, "/"))
	return "/" + text[:min(len(text), most)]
}

// rule is the keyword that was broken; a member that must not be there breaks
// none but "false".
func rule(e *jsonschema.ValidationError) string {
	return cmp.Or(strings.Join(e.ErrorKind.KeywordPath(), "/"), "false")
}
