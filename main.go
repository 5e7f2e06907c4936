// Nhịp Cầu plans exchange visits between localities. This file only wires:
// arguments, data folder, log, storage, and then a command or the window.
package main

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/DeRuina/timberjack"

	"nhipcau/app/command"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage"
	"nhipcau/ui/shell"
)

// version is set when a release is built.
var version = "0.1.0"

func main() {
	os.Exit(command.Run(os.Args[1:], command.Environment{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Version: version,
		DefaultDir: func() (string, error) { return storage.DefaultDir(), nil },
		OpenStore:  openStore,
		Window:     openWindow,
	}))
}

// openStore opens the data folder and begins to log into it.
func openStore(dir string, create bool) (desk.Store, error) {
	if _, err := os.Stat(filepath.Join(dir, "VERSION")); err != nil && !create {
		return nil, fault.New("fault.no_data_folder", "Folder", dir, err)
	}
	logger := slog.New(slog.NewJSONHandler(logFile(dir), &slog.HandlerOptions{Level: slog.LevelInfo}))
	store, err := storage.Open(dir, storage.Options{Logger: logger})
	if err != nil {
		return nil, err
	}
	slog.SetDefault(logger)
	slog.Info("opened", "version", version)
	return store, nil
}

// logFile rotates at 5 MB and keeps five files. It holds ids and counts, never
// the values of fields.
func logFile(dir string) io.Writer {
	return &timberjack.Logger{Filename: filepath.Join(dir, "log", "nhipcau.log"), MaxSize: 5, MaxBackups: 5}
}

// openWindow shows the window; what would otherwise be lost with a crash goes
// into a file beside the log.
func openWindow(dir, language string, files []string) error {
	return shell.Open(shell.Options{
		Dir: dir, Language: language, Files: files, Version: version,
		OpenStore: func() (desk.Store, error) {
			store, err := openStore(dir, true)
			if err == nil {
				keepCrash(dir)
			}
			return store, err
		},
	})
}

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
