package main

import (
	"bytes"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/instance"
	"nhipcau/app/plan"
	"nhipcau/storage"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/shell"
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

// TestABackupIsRestoredInTheWindow goes all the way with the real storage: the
// window closes the data, the backup is put in place, the window opens again, and
// second starts reach what it shows then.
func TestABackupIsRestoredInTheWindow(t *testing.T) {
	logger := slog.Default()
	t.Cleanup(func() { slog.SetDefault(logger) })
	w := &window{dir: t.TempDir(), opts: storage.Options{Logger: slog.New(slog.DiscardHandler)}}
	t.Cleanup(w.stopAnswering)
	s, err := shell.NewWindow(test.NewTempApp(t), shell.Options{
		Dir: w.dir, Run: kit.Straight, Writer: page.NewWriterNow(),
		Timer:     func(time.Duration, func()) func() { return func() {} },
		OpenStore: func() (desk.Store, error) { return openWith(w.dir, w.opts) }, Opened: w.answer, Restore: w.restore,
	})
	if err != nil {
		t.Fatal(err)
	}
	s.Window().Show()
	s.Start()
	d := s.Host().Desk
	if err := d.SetUp(plan.Office{Name: "UBND huyện Đắk Glong", Level: "district"}, ""); err != nil {
		t.Fatal(err)
	}
	k, err := d.Keeper()
	if err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "nhipcau.nhipcau-backup")
	if _, err := k.Backup(backup); err != nil {
		t.Fatal(err)
	}
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(&plan.Person{Name: "Đại biểu 01"}) }); err != nil {
		t.Fatal(err)
	}
	if got := asked(t, w.dir); !strings.Contains(got, "Đại biểu 01") {
		t.Fatalf("before the restore: %s", got)
	}
	s.Go(page.Route{Page: page.PageSettings})
	s.Host().Machine.Restore(backup)
	if got := asked(t, w.dir); strings.Contains(got, "Đại biểu 01") || !strings.Contains(got, `"records":[]`) {
		t.Errorf("after the restore: %s", got)
	}
	if aside, err := os.ReadDir(filepath.Join(w.dir, "aside")); err != nil || len(aside) == 0 {
		t.Errorf("nothing was set aside: %v", err)
	}
	if s.Host().Desk == d || !strings.Contains(test.RenderToMarkup(s.Window().Canvas()), "Đã khôi phục") {
		t.Error("the window does not show what was restored")
	}
	s.Close()
}

// asked is what a second start hears when it asks for the directory.
func asked(t *testing.T, dir string) string {
	t.Helper()
	answer, err := instance.Ask(t.Context(), dir, instance.Request{Args: []string{"--data", dir, "--json", "list", "persons"}})
	if err != nil || answer.Code != 0 {
		t.Fatalf("%v, %s", err, answer.Stderr)
	}
	return string(answer.Stdout)
}

// TestKeysLieOutsideTheDataFolder, on every system: Windows keeps data and
// settings in one place.
func TestKeysLieOutsideTheDataFolder(t *testing.T) {
	t.Setenv("NHIPCAU_KEYS", "")
	folder := keyFolder()
	for _, pair := range [][2]string{{storage.DefaultDir(), folder}, {folder, storage.DefaultDir()}} {
		if rel, err := filepath.Rel(pair[0], pair[1]); err == nil && filepath.IsLocal(rel) {
			t.Errorf("%s lies in %s", pair[1], pair[0])
		}
	}
	t.Setenv("NHIPCAU_KEYS", filepath.Join(t.TempDir(), "keys"))
	first, err := keys("office")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := keys("office"); err != nil || again.Key() != first.Key() {
		t.Errorf("another key at the second start (%v)", err)
	}
	if _, err := os.Stat(filepath.Join(os.Getenv("NHIPCAU_KEYS"), "office.json")); err != nil {
		t.Error(err)
	}
}
