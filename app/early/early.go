// Package early settles in the environment what other packages read while the
// program is being initialised, before main runs. It must not know anything of
// the program.
//
// Fyne's package lang looks for the language of the system then, for every
// command too, and complains on standard error where the system says no more than
// that it has none ("C.UTF-8", as containers and services do).
// Initialisation goes by import path among packages whose imports are ready (Go
// specification, "Program initialization"). This package imports os only, and
// lang comes after text/template, so that early is always first.
package early

import "os"

func init() { settleLocale(os.Getenv, os.Setenv) }

// settleLocale says that a system without a language of its own speaks English,
// as its programs do anyway.
func settleLocale(getenv func(string) string, setenv func(name, value string) error) {
	const list = "LANGUAGE"
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	if isPlain(locale) && getenv(list) == "" {
		_ = setenv(list, "en") // fails for names that are none only
	}
}

// isPlain says whether a locale is that of C with a character set: "C.UTF-8".
func isPlain(locale string) bool {
	for _, plain := range []string{"C.", "POSIX."} {
		if len(locale) > len(plain) && locale[:len(plain)] == plain {
			return true
		}
	}
	return false
}
