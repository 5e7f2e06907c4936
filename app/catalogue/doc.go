// Package catalogue gives the built-in catalogues as typed values: programmes
// and their projects, measures, categories of topics, posts with their ranks,
// papers, and the short lists of terms. An entry has a code, by which records
// refer to it, words in two languages, and the days on which it may be chosen;
// an entry that has ended is still found by its code, because old visits name
// it.
//
// The package must not know the records that refer to an entry, nor how entries
// are offered or printed.
package catalogue
