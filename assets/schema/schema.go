// Package schema embeds the published JSON Schema of each format of bundle. It
// is made by package app/bundle/schema from the declarations of the kinds; a
// test there compares both.
package schema

import _ "embed"

// Bundle1 is the JSON Schema (2020-12) of format 1.
//
//go:embed bundle-1.schema.json
var Bundle1 []byte
