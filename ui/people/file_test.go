package people

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/plan"
)

func TestPeopleComeFromAFile(t *testing.T) {
	f, p := open(t)
	f.Picked = filepath.Join(t.TempDir(), "doan.csv")
	if err := os.WriteFile(f.Picked, []byte("Họ và tên,Chức vụ\nĐại biểu 05,Chuyên viên\nNông Long Giang,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.goTo(named(t, f, "Trịnh Anh").ID)
	f.Press("Từ tệp Excel…")
	f.Press("Thêm 2 người") // he is a guest, and this is the host side
	if got := order(p, plan.Host); !strings.Contains(got, "Đại biểu 05") {
		t.Errorf("hosts: %s", got)
	}
}

func TestAFileThatCannotBeReadIsTold(t *testing.T) {
	f, _ := open(t)
	f.ExpectFailure = true
	f.Picked = filepath.Join(t.TempDir(), "doan.xls")
	if err := os.WriteFile(f.Picked, []byte("\xD0\xCF\x11\xE0"), 0o600); err != nil {
		t.Fatal(err)
	}
	f.Press("Từ tệp Excel…")
	f.Picked = filepath.Join(t.TempDir(), "gone.xlsx")
	f.Press("Từ tệp Excel…")
	if len(f.Failures) != 2 {
		t.Errorf("failures %v", f.Failures)
	}
}

func TestAPersonHasACalendarInHisMenu(t *testing.T) {
	f, p := open(t)
	f.Saved = filepath.Join(t.TempDir(), "lich.ics")
	for _, item := range p.menu(rowOf(t, p, "Trịnh Anh")) {
		if item.Label == "Xuất lịch của người này…" {
			item.Action()
		}
	}
	text, err := os.ReadFile(f.Saved)
	if err != nil || !strings.Contains(string(text), "(trình bày)") {
		t.Errorf("%v: %s", err, text)
	}
	for _, item := range p.menu(rowOf(t, p, "Chủ tịch UBND các xã")) {
		if item.Label == "Xuất lịch của người này…" {
			t.Error("a group has a calendar")
		}
	}
}
