// Package word writes a paper.Document as a Word file (WordprocessingML, ECMA-376), for the offices that go on editing a paper before it
// is signed.
//
// It writes what the author means and leaves the setting of lines and pages to whoever opens the file; where the two would part, it asks
// a paper.Galley what the printed page does: ends of balanced lines, widths of columns, lengths of rules, rows taller than a page.
// Where a line is so full that rounding would decide on its last word, a hair of indent decides.
//
// Reading goes in two steps. A flow becomes paragraphs and tables, with all space between them settled, as Word and paper add up space
// differently; then styles are made of what most paragraphs of a role look like, and every paragraph is written as its difference from its
// style, so that an office that changes a style changes the paper. The order of elements is that of the schema: Word refuses files that
// differ. What changed since the last print has a border at its left side, which moves no text. The package knows paper only, nothing of
// decrees or visits.
package word
