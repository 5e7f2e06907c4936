package dossier_test

import (
	"os"
	"path/filepath"
	"testing"

	"nhipcau/app/dossier"
	"nhipcau/app/papers/paperstest"
)

// An earlier dossier goes into a folder of its own: papers that there are no more
// leave today's, words written into a file since are kept, and what no dossier
// has written stays where it is.
func TestAnEarlierDossierIsSetAside(t *testing.T) {
	v, dir := paperstest.Sample(t), t.TempDir()
	first := write(t, v, dir, dossier.Options{})
	if first.Earlier != "" {
		t.Errorf("something earlier lies in %q", first.Earlier)
	}
	keep := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	edited := keep("01_KeHoach.docx", "sửa tay")
	gone := keep("40_PhieuMoHinh_MoHinhDaBo.pdf", "mô hình đã bỏ")
	own := []string{keep("01_GhiChu.docx", "của cơ quan"), keep("KeHoach.pdf", "của cơ quan"), keep("01_KeHoachNam.docx", "của cơ quan"), keep("1_KeHoach.pdf", "")}
	again := write(t, v, dir, dossier.Options{})
	if filepath.Dir(again.Earlier) != filepath.Join(dir, dossier.EarlierFolder) {
		t.Fatalf("the earlier one lies in %q", again.Earlier)
	}
	if text, err := os.ReadFile(filepath.Join(again.Earlier, filepath.Base(edited))); err != nil || string(text) != "sửa tay" {
		t.Errorf("what was written by hand: %q, %v", text, err)
	}
	if _, err := os.Stat(gone); err == nil {
		t.Error("a paper that is no more lies among those of today")
	}
	for _, path := range own {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("a file of the office is gone: %v", err)
		}
	}
	third := write(t, v, dir, dossier.Options{})
	if third.Earlier == again.Earlier || third.Earlier == "" {
		t.Errorf("a third dossier sets the second aside into %q", third.Earlier)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(third.Files)+1+len(own)+1 {
		t.Errorf("%d files, %v", len(entries), err)
	}
}
