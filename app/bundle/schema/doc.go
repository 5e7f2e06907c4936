// Package schema makes and applies the JSON Schema of the bundle, so that what
// is published for other programs and what this one asks of a file can't drift
// apart. The schema follows from the declarations of the kinds in app/plan.
//
// It asks for the shape and the type of every member and field that it knows,
// and lets pass what it does not know: fields and kinds of a newer version
// travel and merge as they are (docs/bundle-format.md). It does not ask for
// what a person may get wrong, such as an empty title, nor for the words of a
// choice, to which a later version may add.
//
// The package must not know where records are kept or how a file is read.
package schema
