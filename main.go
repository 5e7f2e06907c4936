// Nhịp Cầu plans exchange visits between localities. This file only wires:
// arguments, data folder, log, storage, and then a command or the window.
package main

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/DeRuina/timberjack"

	"nhipcau/app/command"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage"
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

// openWindow says that this build has commands only.
func openWindow(string, string, []string) error { return fault.New("fault.no_window_here") }
