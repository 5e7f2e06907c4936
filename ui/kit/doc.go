// Package kit holds the widgets of the window: texts, buttons, fields, the grid, the picker, dialogs, tabs, the rail and
// the sheet. Every colour and size comes from ui/theme, every word from the caller.
//
// It must not know any visit, page or use case, nor where anything is stored. Nothing here blocks the UI goroutine:
// long work goes through a Runner and time through a Timer, both handed in by Env, so that tests run straight through.
//
// Three habits of Fyne shape it. The content of a window must be a Layer, which carries popups, tooltips and the toast, so
// that the cursor stays in its field while a list is open. A widget that is clicked takes the focus, or else the field
// with the cursor would never be left and never be kept. And keys that a widget has no use for are handed on to the
// dialog or the window, since Fyne gives a key to one receiver only.
package kit
