// Package chart draws figures as columns and lines, for package paper. It makes
// shapes of numbers and texts; it must not know whose figures they are.
//
// Charts are read on black-and-white prints and photocopies, so series differ by
// hatching, dashes and markers and never by colour, and every axis of values
// begins at zero: a column that does not would lie about how much larger the one
// beside it is. Lengths are millimetres, type sizes are points.
package chart
