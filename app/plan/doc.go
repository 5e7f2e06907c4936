// Package plan is the domain: the kinds of record that an exchange visit is
// made of, their rules, and what follows from them. Everything here is a value
// or a pure function on values.
//
// Each kind is declared once, as a Go struct whose tags say how a field is
// written (json), checked (validate), who may see it (vis) and what it points
// to (ref). Forms, redaction, search, export and history read that one
// declaration.
//
// The package must not know how records are stored, merged, shown or printed:
// it imports neither Fyne nor Badger, and no other room of the house but civil
// dates and Vietnamese text.
package plan
