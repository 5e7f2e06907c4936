// Package sample embeds the sample visit of 10 June 2024 as a bundle. It is
// made by the test of app/sample; see there for what it says and what it does
// not.
package sample

import _ "embed"

// Bundle is the exchange file with the sample visit.
//
//go:embed visit-2024-06-10.json
var Bundle []byte

// VisitID is the id of the visit in the bundle.
const VisitID = "becba11b-786d-59cc-942e-60275c595617"
