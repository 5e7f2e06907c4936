package command

import (
	"errors"
	"regexp"
	"strings"

	"github.com/spf13/pflag"
)

// wrongUse are the refusals of the library that reads the command line, which
// has no types for them, each with the key of our words and the names of what
// it says.
var wrongUse = []struct {
	pattern *regexp.Regexp
	key     string
	names   []string
}{
	{regexp.MustCompile(`^unknown command "([^"]*)"`), "usage.unknown_command", []string{"Command"}},
	{regexp.MustCompile(`^required flag\(s\) (.+) not set$`), "usage.required", []string{"Flags"}},
	{regexp.MustCompile(`^requires at least (\d+) arg\(s\), only received (\d+)$`), "usage.at_least", []string{"Wanted", "Given"}},
	{regexp.MustCompile(`^accepts (\d+) arg\(s\), received (\d+)$`), "usage.exactly", []string{"Wanted", "Given"}},
	{regexp.MustCompile(`^accepts at most (\d+) arg\(s\), received (\d+)$`), "usage.at_most", []string{"Wanted", "Given"}},
	{regexp.MustCompile(`^accepts between (\d+) and (\d+) arg\(s\), received (\d+)$`), "usage.between", []string{"Least", "Most", "Given"}},
	{regexp.MustCompile(`^at least one of the flags in the group \[([^\]]*)\] is required$`), "usage.one_of", []string{"Flags"}},
	{regexp.MustCompile(`none of the others can be; \[([^\]]*)\] were all set$`), "usage.only_one", []string{"Flags"}},
}

// explainUse says what was wrong with the way in which the program was called.
func (l *line) explainUse(err error) string {
	var missing *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &missing):
		return l.words.Say("usage.unknown_flag", "Flag", "--"+missing.GetSpecifiedName())
	case errors.As(err, &bare):
		return l.words.Say("usage.flag_without_value", "Flag", "--"+bare.GetSpecifiedName())
	case errors.As(err, &invalid):
		return l.words.Say("usage.bad_flag_value", "Flag", "--"+invalid.GetFlag().Name, "Value", invalid.GetValue())
	}
	for _, use := range wrongUse {
		found := use.pattern.FindStringSubmatch(err.Error())
		if found == nil {
			continue
		}
		values := map[string]any{}
		for i, name := range use.names {
			values[name] = found[i+1]
			if name == "Flags" {
				values[name] = flagList(found[i+1])
			}
		}
		return l.words.SayWith(use.key, values)
	}
	return err.Error()
}

// flagList turns `"out", "visit"` or `value take` into "--out, --visit".
func flagList(names string) string {
	var out []string
	for _, name := range strings.Fields(strings.NewReplacer(`"`, " ", ",", " ").Replace(names)) {
		out = append(out, "--"+name)
	}
	return strings.Join(out, ", ")
}
