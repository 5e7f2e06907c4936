// Package journey drives the whole program through its real window, as a person
// does at a keyboard: the first start, a visit, its programme, the paper, the
// bundle, and a second office that reads it in. Its tests need a screen and the
// build tag journey; `make journey` gives them both.
package journey
