// Package translations embeds the catalogue of words: one folder per language,
// in it one JSON file per area of the program. Both languages have the same
// files with the same keys.
//
// A file maps keys to sentences. A sentence names its values as in
// "{{.Title}}"; one that depends on a number has the forms "one" and "other",
// chosen by the value Count. How words are found and written into a sentence is
// app/words' matter; this package knows bytes only.
package translations

import "embed"

// Files holds the catalogue as <language>/<area>.json.
//
//go:embed vi/*.json en/*.json
var Files embed.FS
