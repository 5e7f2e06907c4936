package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// asProgram makes this test binary the program itself.
const asProgram = "NHIPCAU_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// A command writes to standard error only what it has to say itself, whatever
// the language of the system.
func TestCommandsAreQuiet(t *testing.T) {
	for _, locale := range []string{"C", "C.UTF-8", "POSIX", "vi_VN.UTF-8", ""} {
		t.Run(locale, func(t *testing.T) {
			program := exec.Command(os.Args[0], "version")
			program.Env = []string{asProgram + "=1", "LANG=" + locale, "HOME=" + t.TempDir()}
			var stdout, stderr bytes.Buffer
			program.Stdout, program.Stderr = &stdout, &stderr
			if err := program.Run(); err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(stdout.String(), "nhipcau ") || stderr.Len() > 0 {
				t.Errorf("standard output %q, standard error %q", stdout.String(), stderr.String())
			}
		})
	}
}
