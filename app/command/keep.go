package command

import (
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
)

// Folder is what can be done with a data folder that no program has open.
type Folder struct {
	// Restore puts the state of a backup in the place of what the folder
	// holds, which is set aside.
	Restore func(dir, backup string) (desk.Copy, error)
	// Rebuild makes the database anew from the journal and the snapshots.
	Rebuild func(dir string) (desk.Opened, error)
	// Examine reads every file of the folder, names what is damaged, and gives
	// the state of the folder if it is whole; it changes nothing.
	Examine func(dir string) (desk.Store, []desk.Damage, error)
}

func (l *line) backupCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "backup --out FILE", Short: "Write everything into one file and read it back", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withKeeper(func(k desk.Keeper) error { return l.backup(k, l.path(out)) })
		}),
	}
	c.Flags().StringVar(&out, "out", "", "the file to write")
	_ = c.MarkFlagRequired("out") // fails only for a flag that is not there
	return c
}

// withKeeper opens the data folder for what its files need.
func (l *line) withKeeper(fn func(desk.Keeper) error) error {
	return l.withDesk(mustExist, func(d *desk.Desk) error {
		k, err := d.Keeper()
		if err != nil {
			return err
		}
		return fn(k)
	})
}

func (l *line) backup(k desk.Keeper, out string) error {
	made, err := k.Backup(out)
	if err != nil {
		return err
	}
	l.say("cli.backup_done", "File", made.Path, "Values", int(made.Values))
	return nil
}

func (l *line) restoreBackupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "restore-backup FILE", Short: "Put the state of a backup in the place of what there is, which is set aside", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			dir, err := l.dir()
			if err != nil {
				return err
			}
			made, err := l.env.Folder.Restore(dir, l.path(args[0]))
			if err != nil {
				return err
			}
			l.say("cli.restore_done", "Folder", dir, "Values", int(made.Values), "Made", made.Made)
			return nil
		}),
	}
}

func (l *line) rebuildCommand() *cobra.Command {
	return &cobra.Command{
		Use: "rebuild", Short: "Make the database anew from the journal and the snapshots", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			dir, err := l.dir()
			if err != nil {
				return err
			}
			opened, err := l.env.Folder.Rebuild(dir)
			if err != nil {
				return err
			}
			l.say("cli.rebuild_done", "Folder", dir)
			for _, m := range opened.Messages() {
				l.say(m.Key, m.Args...)
			}
			return nil
		}),
	}
}

// examine reads the files of a folder that is not open, and then the records
// that they hold together.
func (l *line) examine(tell func(*desk.Desk, desk.Finding) error) error {
	dir, err := l.dir()
	if err != nil {
		return err
	}
	state, damaged, err := l.env.Folder.Examine(dir)
	if err != nil {
		return err
	}
	var d *desk.Desk
	found := desk.Finding{}
	if state != nil {
		if d, err = desk.OpenWithAssets(state, desk.Options{}); err != nil {
			return err
		}
		if found, err = d.Check(); err != nil {
			return err
		}
	}
	found.Damaged = append(damaged, found.Damaged...)
	return tell(d, found)
}

// path makes a path absolute that was given relative to the folder in which the
// command was typed.
func (l *line) path(path string) string {
	if path == "" || l.env.Resolve == nil || strings.HasPrefix(path, "-") {
		return path
	}
	return l.env.Resolve(path)
}
