// Package mergetest plays the life of one record among several installations:
// edits, deletions, bundles that are lost, repeated, late or redacted, clocks
// that are wrong by days, folders that are set back. After every step it asks an
// oracle what must stand where.
//
// The oracle knows nothing of dots, contexts or clocks. It keeps the set of
// writes that have come to each installation and, for each write, which others
// its author knowingly replaced. What must stand in a field is every write that
// came and that no write that came replaced. So it can only agree with package
// merge if nobody's word is lost.
//
// Tests draw histories from pgregory.net/rapid, which makes a bad one small;
// the torture draws them from plain chance, by the ten thousand.
package mergetest
