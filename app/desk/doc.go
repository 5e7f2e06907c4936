// Package desk holds the use cases: open, read, find, edit, undo, delete,
// restore, import, export and history. It is the only door of the window and of
// the command line to what is kept.
//
// Outside the desk there are typed values of package plan; inside, records of
// package merge, which are fields with dots and contexts. Only the desk
// converts between them, so that a page never sees a dot and merge never sees a
// visit. All records are in memory once the desk is open; every change is one
// durable transaction of the Store, and then a signal.
//
// The desk knows neither Fyne nor Badger.
package desk
