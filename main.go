// Nhịp Cầu plans exchange visits between localities. This file only wires:
// arguments, data folder, log, storage, and then a command or the window.
package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"
	_ "time/tzdata" // Windows has no zones of its own, which calendars need

	"github.com/DeRuina/timberjack"
	"github.com/adrg/xdg"

	"nhipcau/app/command"
	"nhipcau/app/desk"
	_ "nhipcau/app/early" // settles the locale before Fyne looks for it
	"nhipcau/app/fault"
	"nhipcau/app/folder"
	"nhipcau/app/instance"
	"nhipcau/app/seal"
	"nhipcau/storage"
	"nhipcau/storage/memstore"
	"nhipcau/ui/shell"
)

// version is set by the Makefile, from FyneApp.toml.
var version = "dev"

func main() {
	os.Exit(command.Run(os.Args[1:], environment()))
}

// environment is what the command line of this process is handed.
func environment() command.Environment {
	return command.Environment{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Version: version,
		DefaultDir: func() (string, error) { return storage.DefaultDir(), nil },
		OpenStore:  openStore,
		Keys:       keys, Passphrases: folder.Passphrases{Folder: keyFolder()},
		Folder:  command.Folder{Restore: restore, Rebuild: rebuild, Examine: examine},
		Forward: forward,
		Window:  openWindow,
	}
}

// openWindow shows the window, and lets second starts reach it.
func openWindow(dir, language string, files []string) error {
	w := &window{dir: dir, opts: storageOptions(dir)}
	defer w.stopAnswering()
	return shell.Open(shell.Options{
		Dir: dir, Language: language, Files: absolute(files), Version: version,
		Keys: keys, Passphrases: folder.Passphrases{Folder: keyFolder()}, OpenStore: w.openStore, Opened: w.answer, Restore: w.restore,
	})
}

// window is what the open window has of the data folder. Its fields are used
// one after the other: opening, answering, restoring, opening again.
type window struct {
	dir    string
	opts   storage.Options
	server *instance.Server
}

func (w *window) openStore() (desk.Store, error) {
	store, err := openWith(w.dir, w.opts)
	if err == nil {
		keepCrash(w.dir)
	}
	return store, err
}

// answer lets second starts reach the desk, and no desk of before.
func (w *window) answer(d *desk.Desk, raise func(files []string)) {
	w.stopAnswering()
	var err error
	w.server, err = instance.Serve(w.dir, secondStart{w.dir, d, raise}.answer)
	if err != nil {
		slog.Warn("second starts will not reach this window", "error", err)
	}
}

func (w *window) stopAnswering() {
	if w.server != nil {
		_ = w.server.Close() // nobody is left to be told
		w.server = nil
	}
}

// restore puts a backup in the place of the data, which the window has closed.
func (w *window) restore(backup string) (desk.Copy, error) {
	w.stopAnswering()
	return storage.Restore(w.dir, backup, w.opts)
}

func absolute(files []string) []string {
	out := make([]string, 0, len(files))
	for _, f := range files {
		if full, err := filepath.Abs(f); err == nil {
			f = full
		}
		out = append(out, f)
	}
	return out
}

// secondStart carries out in this process what a second start was asked for.
type secondStart struct {
	dir   string
	desk  *desk.Desk
	raise func(files []string)
}

func (s secondStart) answer(r instance.Request) instance.Answer {
	var out, errs bytes.Buffer
	env := environment()
	env.Stdin, env.Stdout, env.Stderr = bytes.NewReader(r.Stdin), &out, &errs
	env.Desk, env.DeskDir = s.desk, s.dir
	env.Forward = nil
	env.Resolve = func(path string) string {
		if filepath.IsAbs(path) {
			return path
		}
		return filepath.Join(r.Dir, path)
	}
	env.DefaultDir = func() (string, error) { return s.dir, nil }
	env.Getenv = func(name string) string {
		if name == "NHIPCAU_DATA" {
			return s.dir
		}
		return os.Getenv(name)
	}
	env.Window = func(_, _ string, files []string) error {
		for i := range files {
			files[i] = env.Resolve(files[i])
		}
		s.raise(files)
		return nil
	}
	code := command.Run(r.Args, env)
	return instance.Answer{Code: code, Stdout: out.Bytes(), Stderr: errs.Bytes()}
}

// answerWithin is how long a second start waits for the window to carry
// something out.
const answerWithin = time.Minute

// forward hands the arguments of this process to the window that has the data
// folder open.
func forward(dir string, args []string) (code int, answered bool) {
	here, err := os.Getwd()
	if err != nil {
		return 0, false
	}
	request := instance.Request{Args: withFolder(args, dir), Dir: here}
	if piped(args) {
		if request.Stdin, err = io.ReadAll(os.Stdin); err != nil {
			return 0, false
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), answerWithin)
	defer cancel()
	answer, err := instance.Ask(ctx, dir, request)
	if err != nil {
		slog.Debug("no window answers", "error", err)
		return 0, false
	}
	_, _ = os.Stdout.Write(answer.Stdout)
	_, _ = os.Stderr.Write(answer.Stderr)
	return answer.Code, true
}

// withFolder names the data folder by its full path, as the window may have been
// started elsewhere.
func withFolder(args []string, dir string) []string {
	full, err := filepath.Abs(dir)
	if err != nil {
		full = dir
	}
	out := []string{"--data", full}
	for i := 0; i < len(args); i++ {
		switch {
		case args[i] == "--data":
			i++
		case strings.HasPrefix(args[i], "--data="):
		default:
			out = append(out, args[i])
		}
	}
	return out
}

// piped says whether a command reads from its input.
func piped(args []string) bool {
	for _, arg := range args {
		if arg == "-" || arg == "--input=-" || arg == "--passphrase-file=-" {
			return true
		}
	}
	return false
}

// openStore opens the data folder and begins to log into it.
func openStore(dir string, create bool) (desk.Store, error) {
	if !create && !storage.IsFolder(dir) {
		return nil, fault.New("fault.no_data_folder", "Folder", dir)
	}
	return openWith(dir, storageOptions(dir))
}

func openWith(dir string, opts storage.Options) (desk.Store, error) {
	store, err := storage.Open(dir, opts)
	if err != nil {
		return nil, err
	}
	slog.SetDefault(opts.Logger)
	slog.Info("opened", "version", version)
	return store, nil
}

func storageOptions(dir string) storage.Options {
	logger := slog.New(slog.NewJSONHandler(logFile(dir), &slog.HandlerOptions{Level: slog.LevelInfo}))
	return storage.Options{Logger: logger, Daily: true, Portable: portable()}
}

// keys gives the keys with which this computer signs for an office.
//
// They lie outside the data folder, so that neither a backup nor a copy of the
// data lets anybody write in our name: in the folder of settings of whoever is
// logged in, under a name of their own, since Windows keeps data and settings in
// one place; for a portable installation beside the program, as the computers
// into which it is put are not its home. NHIPCAU_KEYS names another folder.
func keys(office string) (*seal.Keys, error) { return seal.Load(keyFolder(), office) }

// keyFolder is where the secret keys lie, and the passphrases of exchange folders.
func keyFolder() string {
	if folder := os.Getenv("NHIPCAU_KEYS"); folder != "" {
		return folder
	}
	if marker, ok := besideProgram("nhipcau.portable"); ok {
		return filepath.Join(filepath.Dir(marker), keysFolder)
	}
	return filepath.Join(xdg.ConfigHome, keysFolder)
}

const keysFolder = "nhipcau-keys"

// portable says whether this is a portable installation: a file of this name
// stands beside the program.
func portable() bool {
	_, ok := besideProgram("nhipcau.portable")
	return ok
}

// besideProgram finds a file in the folder of the program.
func besideProgram(name string) (path string, found bool) {
	self, err := os.Executable()
	if err != nil {
		return "", false
	}
	path = filepath.Join(filepath.Dir(self), name)
	_, err = os.Stat(path)
	return path, err == nil
}

func restore(dir, backup string) (desk.Copy, error) {
	return storage.Restore(dir, backup, storageOptions(dir))
}

func rebuild(dir string) (desk.Opened, error) {
	return storage.Rebuild(dir, storageOptions(dir))
}

// examine looks at a folder that is not open. Its records, if they are whole,
// are put into memory.
func examine(dir string) (desk.Store, []desk.Damage, error) {
	state, damages, err := storage.Examine(dir)
	if err != nil || state == nil {
		return nil, damages, err
	}
	m := memstore.Memory()
	m.Files = func(name string) ([]byte, error) { return storage.AttachedFile(dir, name) }
	return m, damages, m.Commit(state)
}

// logFile rotates at 5 MB and keeps five files. It holds ids and counts, never
// the values of fields.
func logFile(dir string) io.Writer {
	return &timberjack.Logger{Filename: filepath.Join(dir, "log", "nhipcau.log"), MaxSize: 5, MaxBackups: 5}
}

// keepCrash writes what would otherwise be lost with a crash into a file beside
// the log.
func keepCrash(dir string) {
	f, err := os.OpenFile(filepath.Join(dir, "log", "crash.txt"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		slog.Warn("no crash file", "error", err)
		return
	}
	defer func() { _ = f.Close() }() // SetCrashOutput keeps its own copy
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		slog.Warn("no crash output", "error", err)
	}
}
