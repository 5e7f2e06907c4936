package command

import (
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nhipcau/app/words"
)

// Every command and every flag is explained in both languages, in English as the
// code has it.
func TestCommandsAndFlagsHaveWords(t *testing.T) {
	for _, language := range words.Languages() {
		w, err := words.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		check := func(key, code string) {
			if !w.Has(key) {
				t.Errorf("%s: no words for %s", language, key)
			} else if said := w.Say(key); language == words.English && said != code {
				t.Errorf("%s says %q, the code %q", key, said, code)
			}
		}
		var walk func(c *cobra.Command)
		walk = func(c *cobra.Command) {
			check(wordKey(c), c.Short)
			c.LocalFlags().VisitAll(func(f *pflag.Flag) { check(wordKey(c)+"."+f.Name, f.Usage) })
			for _, sub := range c.Commands() {
				walk(sub)
			}
		}
		walk((&line{}).root())
	}
}
