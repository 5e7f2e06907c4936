// Package journal is an append-only file of changes: what makes a change of the
// data folder durable. A change is acknowledged once its frame is flushed to the
// disk, and everything else can be made anew from it.
//
// A journal is a folder of segments, each named after the first change that it
// may hold. A segment is a row of frames, each with a magic number, a header
// with a checksum of its own, and a body with another; the numbers of the frames
// follow each other without a gap. Bytes behind the last good frame of the last
// segment are what a crash left of a change that nobody was told of; they are
// cut off and kept aside. Damage anywhere else is reported, and the good frames
// behind it are read.
//
// The package must not know what a change means.
package journal
