// Package localities holds the lists of administrative units of Viet Nam that
// are built into the program: the three-tier system as it stood on 1 March
// 2025 and the two-tier system of 2026. See NOTICE for the source and licence.
//
// A list is text that can be read and compared: lines that begin with "#" are
// comments, every other line is one unit, indented by one space for each level
// above it, as "code full name". After a tab follows, where it is known, the
// text that says what the unit was formed from.
//
// The package must not know what the lists are used for; app/localities reads
// them.
package localities

import _ "embed"

// The lists are made from tables of the columns level, code, full_name,
// parent_code and formed_from:
//
//	LOCALITIES_2025=… LOCALITIES_2026=… go generate ./assets/localities
//
//go:generate go run ./generate -in $LOCALITIES_2025 -out units-2025-03.txt -title "Three-tier system as it stood on 1 March 2025; ended on 1 July 2025"
//go:generate go run ./generate -in $LOCALITIES_2026 -out units-2026.txt -title "Two-tier system in force since 1 July 2025, as it stood on 2 August 2026"

// Units202503 is the list of 1 March 2025: 63 provinces, their districts and
// communes.
//
//go:embed units-2025-03.txt
var Units202503 string

// Units2026 is the list of 2 August 2026: 34 provinces and their communes.
//
//go:embed units-2026.txt
var Units2026 string

// Notice names the source of the lists and its licence.
//
//go:embed NOTICE
var Notice string
