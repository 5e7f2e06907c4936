package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/command"
	"nhipcau/app/desk/desktest"
	embedded "nhipcau/assets/sample"
)

func TestExitCodesOfBundleCommands(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	sample := file("sample.json", string(embedded.Bundle))
	other := file("other.json", strings.Replace(string(embedded.Bundle), "Nông", "Nong", 1))
	broken := file("broken.json", "{}")
	for name, tc := range map[string]struct {
		args []string
		want int
	}{
		"verify good":         {[]string{"bundle", "verify", sample}, command.ExitDone},
		"verify broken":       {[]string{"bundle", "verify", broken}, command.ExitRefused},
		"verify nothing":      {[]string{"bundle", "verify"}, command.ExitUsage},
		"no such command":     {[]string{"bundle", "burn", sample}, command.ExitUsage},
		"no command":          {[]string{"bundle"}, command.ExitUsage},
		"inspect good":        {[]string{"bundle", "inspect", sample}, command.ExitDone},
		"inspect broken":      {[]string{"bundle", "inspect", broken}, command.ExitRefused},
		"diff same":           {[]string{"bundle", "diff", sample, sample}, command.ExitDone},
		"diff different":      {[]string{"bundle", "diff", sample, other}, command.ExitDiffers},
		"diff from here":      {[]string{"bundle", "diff", sample}, command.ExitDiffers},
		"diff broken":         {[]string{"bundle", "diff", sample, broken}, command.ExitRefused},
		"diff broken, first":  {[]string{"bundle", "diff", broken, sample}, command.ExitRefused},
		"diff of three files": {[]string{"bundle", "diff", sample, sample, sample}, command.ExitUsage},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := call(desktest.NewStore(), tc.args...)
			if code != tc.want {
				t.Errorf("exit %d, want %d; %s%s", code, tc.want, stdout, stderr)
			}
		})
	}
}

// TestBundleTextIsHarmlessInATerminal: what a file says is printed on one line,
// without what a terminal would obey. U+009B begins a command of terminals.
func TestBundleTextIsHarmlessInATerminal(t *testing.T) {
	evil := strings.Replace(string(embedded.Bundle), "Học tập", "Học\\n\u009B2Jtập", 1)
	path := filepath.Join(t.TempDir(), "evil.json")
	if err := os.WriteFile(path, []byte(evil), 0o600); err != nil {
		t.Fatal(err)
	}
	_, stdout, stderr := call(desktest.NewStore(), "bundle", "diff", path)
	if strings.ContainsRune(stdout+stderr, 0x9B) || !strings.Contains(stdout, "Học \uFFFD2Jtập") {
		t.Errorf("printed %q %q", stdout, stderr)
	}
}
