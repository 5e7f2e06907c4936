package shell

import "strings"

// settleLocale says in the environment that the system speaks English where it
// says no more than that it has no language of its own, "C.UTF-8": Fyne takes
// that for a mistake, complains, and finds no words at all. Programs that we
// start speak English then as they would have anyway.
func settleLocale(getenv func(string) string, setenv func(name, value string) error) error {
	const asked = "LANGUAGE"
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	if name, _, _ := strings.Cut(locale, "."); name != "C" && name != "POSIX" || getenv(asked) != "" {
		return nil
	}
	return setenv(asked, "en")
}
