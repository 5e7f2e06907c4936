package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/command"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
)

// done runs a command line that must succeed and gives what it prints.
func done(t *testing.T, store desk.Store, args ...string) string {
	t.Helper()
	code, out, stderr := call(store, args...)
	if code != command.ExitDone {
		t.Fatalf("%v: exit %d, %s", args, code, stderr)
	}
	return out
}

// copied is a store with the same content, as a copied data folder has it.
func copied(t *testing.T, from *desktest.Store) *desktest.Store {
	t.Helper()
	to := desktest.NewStore()
	err := from.Scan("", func(key string, value []byte) error {
		return to.Commit([]desk.Op{{Key: key, Value: value}})
	})
	if err != nil {
		t.Fatal(err)
	}
	return to
}

func TestImportSaysThatANewReplicaNameIsTaken(t *testing.T) {
	store, file := desktest.NewStore(), filepath.Join(t.TempDir(), "all.json")
	id := strings.TrimSpace(done(t, store, "new", "visit", "title=A"))
	old := copied(t, store)
	done(t, store, "set", id, "title=B")
	done(t, store, "export", "--all", "--out", file)
	if out := done(t, old, "--lang", "en", "import", "--dry-run", file); !strings.Contains(out, "new replica name") {
		t.Errorf("the dry run prints %q", out)
	}
	if out := done(t, copied(t, old), "--json", "import", file); !strings.Contains(out, `"set_back":true`) {
		t.Errorf("--json prints %q", out)
	}
	if out := done(t, old, "--lang", "en", "import", file); !strings.Contains(out, "has taken a new replica name") {
		t.Errorf("the import prints %q", out)
	}
	if out := done(t, old, "--lang", "en", "import", file); strings.Contains(out, "replica") {
		t.Errorf("the second import prints %q", out)
	}
}

func TestImportNamesWhatItSetsAside(t *testing.T) {
	store, file := desktest.NewStore(), filepath.Join(t.TempDir(), "all.json")
	id := strings.TrimSpace(done(t, store, "new", "visit", "title=Học tập kinh nghiệm"))
	done(t, store, "export", "--all", "--out", file)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(raw), `"_w":[[`, `"_c":{"title":{"STRANGER0001":99}},"_w":[[`, 1)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	other := desktest.NewStore()
	for _, args := range [][]string{{"import", "--dry-run", file}, {"import", file}} {
		if out := done(t, other, args...); !strings.Contains(out, id) || !strings.Contains(out, "Để riêng") {
			t.Errorf("%v prints %q", args, out)
		}
	}
	if out := done(t, other, "list", "visits"); strings.Contains(out, id) {
		t.Error("what was set aside is in the list")
	}
	if out := done(t, other, "--json", "import", file); !strings.Contains(out, `"set_aside":1`) {
		t.Errorf("--json prints %q", out)
	}
}

func TestCheckNamesTheDamage(t *testing.T) {
	store := desktest.NewStore()
	id := strings.TrimSpace(done(t, store, "new", "visit", "title=A"))
	done(t, store, "new", "visit", "title=B")
	if err := store.Commit([]desk.Op{{Key: "r/visit/" + id, Value: []byte("{")}}); err != nil {
		t.Fatal(err)
	}
	code, out, _ := call(store, "--json", "check")
	if code != command.ExitRefused || !strings.Contains(out, `"damaged":[{"key":"r/visit/`+id+`","reason":"`) {
		t.Errorf("exit %d, %s", code, out)
	}
	if out := done(t, store, "list", "visits"); !strings.Contains(out, "B") || strings.Contains(out, id) {
		t.Errorf("the list beside the damage: %s", out)
	}
}
