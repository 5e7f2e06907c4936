// Package catalogue holds the catalogues that are built into the program, as
// JSON: programmes, measures, topics, posts with their ranks, papers, and the
// short lists of terms. They change with law and custom, so they are data with
// periods of validity and not code; README.md says where they come from.
//
// The package must not know what the catalogues mean; app/catalogue reads them.
package catalogue

import "embed"

// Files holds the catalogues: measures.json, papers.json, posts.json,
// programmes.json, terms.json, topics.json and wording.json.
//
//go:embed *.json
var Files embed.FS
