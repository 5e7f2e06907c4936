// Package assets embeds the icon of the program. Other things that are embedded
// have packages of their own below this one. It knows bytes only.
package assets

import _ "embed"

// Icon is the icon of the program, a PNG.
//
//go:embed icon.png
var Icon []byte
