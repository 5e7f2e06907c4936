// Package command is the command line: the same use cases as the window, for
// scripts, support and tests. It knows the desk and the words; it must not know
// Fyne or Badger, which main hands in as functions.
package command

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/folder"
	"nhipcau/app/seal"
	"nhipcau/app/words"
)

// The exit codes of the program.
const (
	ExitDone    = 0 // done
	ExitRefused = 1 // refused or failed; stderr says why
	ExitUsage   = 2 // wrong usage
	ExitDiffers = 3 // done, and what was compared is not the same
)

// Environment is what the command line is handed from outside.
type Environment struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	// Version is printed by the command version.
	Version string
	// DefaultDir gives the data folder where neither --data nor NHIPCAU_DATA
	// names one.
	DefaultDir func() (string, error)
	// OpenStore opens the data folder; where it is not there, it is made if
	// create says so, and otherwise refused.
	OpenStore func(dir string, create bool) (desk.Store, error)
	// Keys gives the keys with which this computer signs for an office; nil leaves
	// bundles unsigned.
	Keys func(office string) (*seal.Keys, error)
	// Passphrases keeps the passphrases of exchange folders; the zero value keeps
	// none.
	Passphrases folder.Passphrases
	// Folder is what can be done with a data folder that is not open.
	Folder Folder
	// Desk is the open desk of a program that carries out a command for a
	// second start, nil otherwise; DeskDir is its data folder.
	Desk    *desk.Desk
	DeskDir string
	// Forward hands the arguments to the program that has a data folder open,
	// and gives its exit code; false if none answers. It may be nil.
	Forward func(dir string, args []string) (code int, answered bool)
	// Resolve makes a path absolute that is relative to the folder in which the
	// command was typed; nil leaves paths as they are.
	Resolve func(path string) string
	// Window opens the window on a data folder and returns when it is closed.
	// files are bundles to look at.
	Window func(dir, language string, files []string) error
}

// line is one call of the program.
type line struct {
	env      Environment
	data     string
	language string
	author   string
	json     bool
	words    *words.Words
	started  bool // the arguments were right and the command has begun
	exit     int  // the exit code of a command that was done
}

// Run carries out one command line and gives the exit code.
func Run(args []string, env Environment) int {
	l := &line{env: env}
	root := l.root()
	root.SetArgs(args)
	err := root.Execute()
	if l.words == nil {
		l.words = l.loadWords()
	}
	if code, answered := l.forward(args, err); answered {
		return code
	}
	switch {
	case err == nil:
		return l.exit
	case !l.started:
		_, _ = fmt.Fprintln(env.Stderr, l.words.Say("cli.usage_error", "Error", l.explainUse(err)))
		return ExitUsage
	default:
		l.complain(err)
		return ExitRefused
	}
}

// forward hands the arguments over where another program has the data folder
// open: the window then carries them out.
func (l *line) forward(args []string, err error) (code int, answered bool) {
	if fault.KeyOf(err) != "fault.folder_in_use" || l.env.Forward == nil {
		return 0, false
	}
	dir, err := l.dir()
	if err != nil {
		return 0, false
	}
	return l.env.Forward(dir, args)
}

// complain tells a person what went wrong, one line for each broken rule.
func (l *line) complain(err error) {
	var invalid *desk.Invalid
	if errors.As(err, &invalid) {
		for _, issue := range invalid.Issues {
			_, _ = fmt.Fprintf(l.env.Stderr, "%s: %s\n",
				l.words.Field(invalid.Kind, issue.Field), l.words.Issue(issue))
			if known := l.knownAt(invalid.Kind, issue); known != "" {
				l.note("cli.known_values", "Known", known)
			}
		}
		return
	}
	_, _ = fmt.Fprintln(l.env.Stderr, l.words.Explain(err))
}

func (l *line) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "nhipcau [--data DIR] [--json] COMMAND",
		Short:         "Plan exchange visits between localities",
		SilenceErrors: true, SilenceUsage: true,
		Args: cobra.ArbitraryArgs,
		RunE: l.run(l.window),
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpFunc(l.help)
	root.SetOut(l.env.Stdout)
	root.SetErr(l.env.Stderr)
	flags := root.PersistentFlags()
	flags.StringVar(&l.data, "data", "", "data folder (also NHIPCAU_DATA)")
	flags.BoolVar(&l.json, "json", false, "print JSON")
	flags.StringVar(&l.language, "lang", "", "language of messages: vi or en (also NHIPCAU_LANG)")
	flags.StringVar(&l.author, "author", "", "who makes the change")
	root.AddCommand(
		l.demoCommand(), l.listCommand(), l.showCommand(), l.newCommand(), l.setCommand(),
		l.deleteCommand(), l.restoreCommand(), l.undoCommand(), l.redoCommand(), l.historyCommand(),
		l.findCommand(), l.importCommand(), l.conflictsCommand(), l.resolveCommand(), l.exportCommand(), l.paperCommand(), l.dossierCommand(), l.exportListCommand(), l.attendeesCommand(),
		l.attachCommand(), l.attachmentsCommand(), l.attachmentCommand(), l.checkCommand(), l.versionCommand(),
		l.partnersCommand(), l.sentCommand(), l.keyCommand(), l.syncCommand(),
		l.backupCommand(), l.restoreBackupCommand(), l.rebuildCommand(), l.shredCommand(), l.supportCommand(),
		l.bundleCommand(), l.kindsCommand(), l.papersCommand(), l.sampleCommand(),
	)
	return root
}

// run marks that the arguments were right, so that what fails from here on is
// a refusal and no wrong usage.
func (l *line) run(fn func(args []string) error) func(*cobra.Command, []string) error {
	return func(_ *cobra.Command, args []string) error {
		l.words = l.loadWords()
		l.started = true
		return fn(args)
	}
}

func (l *line) loadWords() *words.Words {
	for _, language := range []string{l.language, l.env.Getenv("NHIPCAU_LANG"), "vi"} {
		if w, err := words.Load(language); language != "" && err == nil {
			return w
		}
	}
	panic("command: the embedded Vietnamese words do not load")
}

// window is what happens without a command: arguments that are files are
// bundles to look at.
func (l *line) window(args []string) error {
	for _, arg := range args {
		if !bundle.IsFileName(arg) {
			l.started = false
			return fmt.Errorf("unknown command %q", arg)
		}
	}
	dir, err := l.dir()
	if err != nil {
		return err
	}
	return l.env.Window(dir, l.language, args)
}

func (l *line) dir() (string, error) {
	if l.data != "" {
		return l.data, nil
	}
	if dir := l.env.Getenv("NHIPCAU_DATA"); dir != "" {
		return dir, nil
	}
	return l.env.DefaultDir()
}

// Whether a command may make a data folder that is not there.
const (
	mustExist = false
	mayCreate = true
)

// withDesk opens the data folder for one use case and closes it again.
func (l *line) withDesk(create bool, fn func(*desk.Desk) error) error {
	dir, err := l.dir()
	if err != nil {
		return err
	}
	return l.withDeskAt(dir, create, fn)
}

func (l *line) withDeskAt(dir string, create bool, fn func(*desk.Desk) error) (err error) {
	if l.env.Desk != nil && sameFolder(dir, l.env.DeskDir) {
		return fn(l.env.Desk)
	}
	store, err := l.env.OpenStore(dir, create)
	if err != nil {
		return err
	}
	d, err := desk.OpenWithAssets(store, desk.Options{Author: l.author, Keys: l.env.Keys})
	if err != nil {
		return errors.Join(err, store.Close())
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	if k, err := d.Keeper(); err == nil {
		for _, m := range k.Opened().Messages() {
			_, _ = fmt.Fprintln(l.env.Stderr, l.words.Say(m.Key, m.Args...))
		}
	}
	return fn(d)
}

func sameFolder(a, b string) bool {
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}

// say prints one sentence.
func (l *line) say(key string, args ...any) {
	_, _ = fmt.Fprintln(l.env.Stdout, l.words.Say(key, args...))
}
