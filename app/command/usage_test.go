package command_test

import (
	"bytes"
	"errors"
	"testing"

	"nhipcau/app/command"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
)

// call runs one command line on a store in memory.
func call(store desk.Store, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = command.Run(args, command.Environment{
		Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Version: "1.2.3",
		DefaultDir: func() (string, error) { return "data", nil },
		OpenStore: func(string, bool) (desk.Store, error) {
			if store == nil {
				return nil, fault.New("fault.folder_in_use", "Folder", "data", errors.New("locked"))
			}
			return store, nil
		},
		Folder: command.Folder{
			Examine: func(string) (desk.Store, []desk.Damage, error) { return store, nil, nil },
		},
		Window: func(dir, language string, files []string) error {
			out.WriteString("window " + dir)
			return nil
		},
	})
	return code, out.String(), errs.String()
}

func TestExitCodes(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want int
	}{
		{"no command opens the window", nil, command.ExitDone},
		{"version", []string{"version"}, command.ExitDone},
		{"unknown command", []string{"nonsense"}, command.ExitUsage},
		{"unknown flag", []string{"list", "visits", "--nonsense"}, command.ExitUsage},
		{"too few arguments", []string{"show"}, command.ExitUsage},
		{"export without a scope", []string{"export", "--out", "x"}, command.ExitUsage},
		{"export with both scopes", []string{"export", "--all", "--visit", "x", "--out", "x"}, command.ExitUsage},
		{"list of a kind", []string{"list", "visits"}, command.ExitDone},
		{"unknown kind", []string{"list", "nonsense"}, command.ExitRefused},
		{"unknown record", []string{"show", "nonsense"}, command.ExitRefused},
		{"nothing to undo", []string{"undo"}, command.ExitRefused},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code, _, stderr := call(desktest.NewStore(), tt.args...)
			if code != tt.want {
				t.Errorf("exit %d, want %d; stderr %q", code, tt.want, stderr)
			}
			if code != command.ExitDone && stderr == "" {
				t.Error("a refusal without a word")
			}
		})
	}
}

func TestFolderInUseIsToldAtOnce(t *testing.T) {
	code, _, stderr := call(nil, "list", "visits")
	if code != command.ExitRefused || stderr == "" || bytes.Contains([]byte(stderr), []byte("locked")) {
		t.Errorf("exit %d, stderr %q", code, stderr)
	}
}

func TestVersion(t *testing.T) {
	if _, out, _ := call(desktest.NewStore(), "version"); out != "nhipcau 1.2.3\n" {
		t.Errorf("version prints %q", out)
	}
}
