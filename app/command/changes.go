package command

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

func (l *line) undoCommand() *cobra.Command {
	return l.turnCommand("undo", "Take the last change back", (*desk.Desk).Undo)
}

func (l *line) redoCommand() *cobra.Command {
	return l.turnCommand("redo", "Do again what was undone", (*desk.Desk).Redo)
}

func (l *line) turnCommand(use, short string, turn func(*desk.Desk) ([]desk.Skipped, error)) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				skipped, err := turn(d)
				if err != nil {
					return err
				}
				l.say("cli.done_" + use)
				for _, s := range skipped {
					l.say("cli.skipped", "ID", s.ID, "Field", s.Field)
				}
				return nil
			})
		}),
	}
}

// historyLine is one change as --json prints it.
type historyLine struct {
	At     string                        `json:"at"`
	Author string                        `json:"author"`
	Op     string                        `json:"op"`
	Fields map[string][2]json.RawMessage `json:"fields"`
	From   string                        `json:"from,omitempty"`
	Bundle string                        `json:"bundle,omitempty"`
}

func (l *line) historyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "history ID", Short: "Show who changed what, newest first", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				it, ok := d.Record(args[0])
				if !ok {
					return fault.New("fault.no_such_record", "ID", args[0])
				}
				entries, err := d.History(args[0])
				if err != nil {
					return err
				}
				return l.printHistory(plan.Kind(it.Kind), entries)
			})
		}),
	}
}

func (l *line) printHistory(kind plan.Kind, entries []desk.Entry) error {
	if l.json {
		lines := make([]historyLine, len(entries))
		for i, e := range entries {
			lines[i] = historyLine{e.At().Format(time.RFC3339), e.Author, e.Why, e.Fields, e.From, e.Bundle}
		}
		return l.printJSON(map[string]any{"history": lines})
	}
	for _, e := range entries {
		_, _ = fmt.Fprintf(l.env.Stdout, "%s  %s  %s\n",
			e.At().Local().Format("02/01/2006 15:04:05"), l.words.Say("history."+e.Why), e.Author)
		for _, name := range sortedNames(e.Fields) {
			v := e.Fields[name]
			_, _ = fmt.Fprintf(l.env.Stdout, "  %s: %s → %s\n", l.words.Field(kind, name), plain(v[0]), plain(v[1]))
		}
	}
	return nil
}

func sortedNames(fields map[string][2]json.RawMessage) []string {
	names := make([]string, 0, len(fields))
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
