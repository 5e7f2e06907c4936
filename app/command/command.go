// Package command is the command line: the same use cases as the window, for
// scripts, support and tests. It knows the desk and the words; it must not know
// Fyne or Badger, which main hands in as functions.
package command

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/words"
)

// The exit codes of the program.
const (
	ExitDone    = 0 // done
	ExitRefused = 1 // refused or failed; stderr says why
	ExitUsage   = 2 // wrong usage
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
	switch {
	case err == nil:
		return ExitDone
	case !l.started:
		_, _ = fmt.Fprintln(env.Stderr, l.words.Say("cli.usage_error", "Error", err.Error()))
		return ExitUsage
	default:
		l.complain(err)
		return ExitRefused
	}
}

// complain tells a person what went wrong, one line for each broken rule.
func (l *line) complain(err error) {
	var invalid *desk.Invalid
	if errors.As(err, &invalid) {
		for _, issue := range invalid.Issues {
			_, _ = fmt.Fprintf(l.env.Stderr, "%s: %s\n",
				l.words.Field(invalid.Kind, issue.Field), l.words.Issue(issue))
		}
		return
	}
	_, _ = fmt.Fprintln(l.env.Stderr, l.words.Explain(err))
}

func (l *line) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "nhipcau [--data DIR] [--json] COMMAND",
		Short:         "Plan exchange visits between localities · Lập kế hoạch chuyến công tác",
		SilenceErrors: true, SilenceUsage: true,
		Args: cobra.ArbitraryArgs,
		RunE: l.run(l.window),
	}
	root.CompletionOptions.DisableDefaultCmd = true
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
		l.findCommand(), l.importCommand(), l.exportCommand(), l.paperCommand(), l.checkCommand(), l.versionCommand(),
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
		if !strings.HasSuffix(strings.ToLower(arg), ".json") {
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
	store, err := l.env.OpenStore(dir, create)
	if err != nil {
		return err
	}
	d, err := desk.OpenWithAssets(store, desk.Options{Author: l.author})
	if err != nil {
		return errors.Join(err, store.Close())
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return fn(d)
}

// say prints one sentence.
func (l *line) say(key string, args ...any) {
	_, _ = fmt.Fprintln(l.env.Stdout, l.words.Say(key, args...))
}
