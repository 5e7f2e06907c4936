// Package fyne embeds the words of Fyne's own dialogs and menus in the
// languages of the program: Fyne brings no Vietnamese, and its English is here
// so that one can change back. The keys are Fyne's own; the package knows bytes
// only.
package fyne

import "embed"

// Files holds the words as <language>.json.
//
//go:embed *.json
var Files embed.FS
