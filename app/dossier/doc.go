// Package dossier puts all papers of a visit together: one PDF with a cover and
// contents, and a folder with a PDF of each paper and a Word file where that
// makes sense.
//
// It asks for each paper by its request and is given a Subject; it must not know
// where visits are kept, nor what stands on any paper.
package dossier
