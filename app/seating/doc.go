// Package seating gives everybody a seat: at a table of talks, at a table in the
// shape of a U, before a head table and in vehicles. Places follow from lists in
// the order of precedence (domain notes §3.7) and from the seats that were moved
// by hand, which are kept.
//
// It works with ids and with lengths in chairs; it must not know who the people
// are nor how a plan is drawn.
package seating
