package command

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help writes how a command is used, in the language of the messages.
func (l *line) help(c *cobra.Command, _ []string) {
	l.words = l.loadWords()
	out := c.OutOrStdout()
	_, _ = fmt.Fprintf(out, "%s\n\n%s\n  %s\n", l.about(c), l.words.Say("usage.head"), strings.TrimSuffix(c.UseLine(), " [flags]"))
	if c.HasAvailableSubCommands() {
		l.table(out, "usage.commands", func(row func(name, text string)) {
			for _, sub := range c.Commands() {
				if sub.IsAvailableCommand() || sub.Name() == "help" {
					row(sub.Name(), l.about(sub))
				}
			}
		})
	}
	l.flags(out, c, "usage.flags", c.LocalNonPersistentFlags())
	for above := c; above.HasParent(); above = above.Parent() {
		l.flags(out, above, "usage.flags", above.PersistentFlags())
	}
	l.flags(out, c.Root(), "usage.all_flags", c.Root().PersistentFlags())
	if c.HasAvailableSubCommands() {
		_, _ = fmt.Fprintf(out, "\n%s\n", l.words.Say("usage.more", "Path", c.CommandPath()))
	}
}

// table writes rows of two columns under a title.
func (l *line) table(out io.Writer, title string, fill func(row func(name, text string))) {
	_, _ = fmt.Fprintf(out, "\n%s\n", l.words.Say(title))
	w := tabwriter.NewWriter(out, 0, 0, 3, ' ', 0)
	fill(func(name, text string) { _, _ = fmt.Fprintf(w, "  %s\t%s\n", name, text) })
	_ = w.Flush() // as any other write to the terminal
}

func (l *line) flags(out io.Writer, c *cobra.Command, title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	l.table(out, title, func(row func(name, text string)) {
		flags.VisitAll(func(f *pflag.Flag) {
			name := "--" + f.Name
			if f.Value.Type() != "bool" {
				name += " …"
			}
			row(name, l.aboutFlag(c, f))
		})
	})
}

// wordKey is the key of the words of a command: "command.attendees.import", of
// the program itself "command.nhipcau".
func wordKey(c *cobra.Command) string {
	if !c.HasParent() {
		return "command." + c.Name()
	}
	return "command." + strings.ReplaceAll(strings.TrimPrefix(c.CommandPath(), c.Root().Name()+" "), " ", ".")
}

// about says what a command does; one without words says it in its own.
func (l *line) about(c *cobra.Command) string {
	if key := wordKey(c); l.words.Has(key) {
		return l.words.Say(key)
	}
	return c.Short
}

func (l *line) aboutFlag(c *cobra.Command, f *pflag.Flag) string {
	if f.Name == "help" {
		return l.words.Say("usage.help")
	}
	if key := wordKey(c) + "." + f.Name; l.words.Has(key) {
		return l.words.Say(key)
	}
	return f.Usage
}
