package command

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
)

func (l *line) shredCommand() *cobra.Command {
	var plans, remove bool
	c := &cobra.Command{
		Use: "shred ID [--plan] [--remove-backups]", Short: "Remove a person's data for good, history and undo included", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				if plans {
					what, err := d.PlanShred(args[0])
					return l.shredded("cli.shred_plan", what, nil, err)
				}
				return l.shred(d, args[0], remove)
			})
		}),
	}
	c.Flags().BoolVar(&plans, "plan", false, "only say what would be removed")
	c.Flags().BoolVar(&remove, "remove-backups", false, "also remove the older backups that still hold the data, after a new one was made")
	return c
}

func (l *line) shred(d *desk.Desk, id string, remove bool) error {
	what, err := d.Shred(id)
	if err != nil {
		return err
	}
	copies, err := d.OldCopies()
	if err == nil && remove {
		if err = d.RemoveOldCopies(copies); err == nil {
			l.say("cli.shred_removed", "Count", len(copies))
			copies = nil
		}
	}
	return l.shredded("cli.shred_done", what, copies, err)
}

// shredded tells what goes or went, and where it still stands.
func (l *line) shredded(key string, what desk.Shredding, copies []desk.OldCopy, err error) error {
	if err != nil {
		return err
	}
	if l.json {
		return l.printJSON(map[string]any{"records": ids(what.Records), "namesakes": ids(what.Namesakes), "old_copies": paths(copies)})
	}
	l.say(key, "Name", what.Name, "Count", len(what.Records))
	err = l.printItems(what.Records)
	if len(what.Namesakes) > 0 {
		l.say("cli.shred_namesakes", "Count", len(what.Namesakes))
		err = errors.Join(err, l.printItems(what.Namesakes))
	}
	if len(copies) > 0 {
		l.say("cli.shred_copies", "Count", len(copies))
	}
	for _, path := range paths(copies) {
		_, _ = fmt.Fprintln(l.env.Stdout, path)
	}
	return err
}

func ids(items []desk.Item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.ID
	}
	return out
}

func paths(copies []desk.OldCopy) []string {
	out := make([]string, len(copies))
	for i, c := range copies {
		out[i] = c.Path
	}
	return out
}
