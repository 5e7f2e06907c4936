// Package lists turns what a visit, or the whole desk, holds into files for
// other programs: rows for spreadsheets (XLSX, CSV), a calendar (iCalendar, RFC
// 5545) and contacts (vCard 4.0, RFC 6350).
//
// A List is a title, columns with Vietnamese heads and rows of text; Calendar
// and Contacts are their own shapes. All of them are made from a Source, which
// the desk fills, by plain functions: they hold no clock and look nothing up.
// What is personal leaves only where it is asked for, and a List says how many
// of its rows hold something personal.
//
// The package knows the records of app/plan and the catalogues. It must not know
// the desk, where a file is written, nor any window.
package lists
