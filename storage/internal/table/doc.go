// Package table keeps keys and values in Badger, the queryable store of a data
// folder. It is never the only copy: what stands in it can be made anew from
// the journal and the snapshots, so nothing here is flushed to the disk before
// it is acknowledged.
//
// Each Apply leaves a Mark, which says how far the table has come. Badger takes
// only as much in one transaction as fits into its memory table; larger changes
// go in several, with the mark in the last one, and carrying them out again from
// the beginning is the same as carrying them out once.
//
// The package must not know journals, snapshots, or what a record is.
package table
