// Package fonts embeds the typefaces that papers are set in.
//
// The files are Liberation Serif 2.1.5, metric-compatible with Times New Roman (which the decree on official documents asks for and
// which may not be shipped) and complete for Vietnamese. They are embedded whole and unmodified: the font licence reserves the name, so a
// cut-down file may not be handed out under it. The package knows bytes only; what is done with them is app/paper's matter.
package fonts

import _ "embed"

//go:embed LiberationSerif-Regular.ttf
var serifRegular []byte

//go:embed LiberationSerif-Bold.ttf
var serifBold []byte

//go:embed LiberationSerif-Italic.ttf
var serifItalic []byte

//go:embed LiberationSerif-BoldItalic.ttf
var serifBoldItalic []byte

//go:embed LICENSE-LiberationSerif.txt
var licence string

// Family is one typeface in the four styles that an official paper uses. The slices are TrueType files; they are shared and must not be
// written to.
type Family struct {
	Name                              string
	Regular, Bold, Italic, BoldItalic []byte
}

// Serif returns the typeface of papers.
func Serif() Family {
	return Family{Name: "Liberation Serif", Regular: serifRegular, Bold: serifBold, Italic: serifItalic, BoldItalic: serifBoldItalic}
}

// Licence returns the text of the licence that goes with the files, for the page that names what the program is made of.
func Licence() string { return licence }
