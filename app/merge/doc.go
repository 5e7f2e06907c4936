// Package merge keeps a record as fields of dotted values, so that two copies
// of it can always be joined without losing a write that nobody knowingly
// replaced.
//
// Every field carries a version vector of its own (its context) beside the
// values that stand in it. Joining two copies of a field compares dots and
// contexts and asks no clock: a value goes only if the other side has seen it
// and no longer has it. Clocks decide nothing but which of several values is
// shown first. The laws that follow (joining is commutative, associative and
// idempotent) are what lets bundles be lost, repeated or come late.
//
// Records, fields and values are never changed in place: each operation
// returns a new one that shares what stayed the same.
//
// The package must not know any kind of record by name, where records are
// stored, who the partners are, or what time it is: stamps come from the
// caller.
package merge
