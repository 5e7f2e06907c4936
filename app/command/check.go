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
		RunE: l.run(func([]string) error { return l.withDesk(mustExist, l.check) }),
	}
}

// checked is what --json prints of a check.
type checked struct {
	Records  int           `json:"records"`
	Changes  int           `json:"changes"`
	Dangling int           `json:"dangling"`
	Damaged  []desk.Damage `json:"damaged"`
}

func (l *line) check(d *desk.Desk) error {
	f, err := d.Check()
	if err != nil {
		return err
	}
	if l.json {
		if err := l.printJSON(checked{f.Records, f.Changes, f.Dangling, f.Damaged}); err != nil {
			return err
		}
	} else {
		l.say("cli.check_read", "Records", f.Records, "Changes", f.Changes)
		for _, damage := range f.Damaged {
			_, _ = fmt.Fprintln(l.env.Stdout, damage.Key, damage.Reason)
		}
	}
	if n := len(f.Damaged); n > 0 {
		return fault.New("fault.check_damaged", "Count", n)
	}
	return nil
}
