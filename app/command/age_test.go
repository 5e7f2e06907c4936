//go:build age

package command_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	embedded "nhipcau/assets/sample"
)

// The age tool of the system and ours open what the other has sealed.
func TestAgeTool(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/age",
		Setup: func(env *testscript.Env) error {
			env.Setenv("NHIPCAU_DATA", filepath.Join(env.WorkDir, "data"))
			env.Setenv("NHIPCAU_KEYS", filepath.Join(env.WorkDir, "keys"))
			env.Setenv("VISIT", embedded.VisitID)
			return os.WriteFile(filepath.Join(env.WorkDir, "sample.json"), embedded.Bundle, 0o600)
		},
		Cmds: commands(),
	})
}
