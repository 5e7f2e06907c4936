// Package measure times and weighs the program as whole processes, each beside
// its reference in the same run: the first frame and the memory beside an empty
// Fyne window, the programme as PDF beside LibreOffice. It looks at the program
// from outside and knows nothing of what the program does inside; only to say
// how much memory is held after a collection, a process must help (Answer).
//
// The benchmarks need a screen in memory (Xvfb), LibreOffice and the build tag
// journey; `make bench` gives them all three. They report and never assert.
package measure
