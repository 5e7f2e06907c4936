package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

func (l *line) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: "Read everything that is stored; change nothing", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error { return l.check() }),
	}
}

// checked is what --json prints of a check.
type checked struct {
	Records  int `json:"records"`
	Changes  int `json:"changes"`
	Dangling int `json:"dangling"`
	// MissingFiles are attachments of which the file is not on this machine.
	MissingFiles []desk.MissingFile `json:"missing_files"`
	Damaged      []desk.Damage      `json:"damaged"`
}

// check reads everything and tells what is damaged.
func (l *line) check() error {
	return l.look(func(_ *desk.Desk, found desk.Finding) error { return l.tellFinding(found) })
}

// look reads a folder that is not open file by file, as opening it would mend
// it; through a window that has it open, it reads what the window has. The desk
// is nil where the records can't be read.
func (l *line) look(tell func(*desk.Desk, desk.Finding) error) error {
	if l.env.Desk == nil {
		return l.examine(tell)
	}
	return l.withKeeper(func(k desk.Keeper) error {
		damaged, err := k.Examine()
		if err != nil {
			return err
		}
		found, err := l.env.Desk.Check()
		if err != nil {
			return err
		}
		found.Damaged = append(damaged, found.Damaged...)
		return tell(l.env.Desk, found)
	})
}

func (l *line) tellFinding(f desk.Finding) error {
	if l.json {
		damaged := append([]desk.Damage{}, f.Damaged...) // [] and not null where there is none
		missing := append([]desk.MissingFile{}, f.Missing...)
		if err := l.printJSON(checked{f.Records, f.Changes, f.Dangling, missing, damaged}); err != nil {
			return err
		}
	} else {
		l.say("cli.check_read", "Records", f.Records, "Changes", f.Changes)
		for _, damage := range f.Damaged {
			_, _ = fmt.Fprintln(l.env.Stdout, damage.Key, damage.Reason)
		}
		for _, one := range f.Missing {
			l.say("files.check_missing", "Name", one.Name, "ID", one.ID)
		}
	}
	if n := len(f.Damaged); n > 0 {
		return fault.New("fault.check_damaged", "Count", n)
	}
	return nil
}
