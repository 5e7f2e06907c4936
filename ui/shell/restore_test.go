package shell_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/page"
	"nhipcau/ui/shell"
)

// folder is a data folder of which backups can be put in place: what was done
// with it, in order.
type folder struct {
	keeper *desktest.Keeper
	backup *desktest.Keeper // what comes with the backup
	fail   error            // why the backup is refused
	locked bool             // why it can't be opened again
	done   []string
}

// closing notes that the store was closed.
type closing struct {
	*desktest.Keeper
	folder *folder
}

func (c closing) Close() error {
	c.folder.done = append(c.folder.done, "close")
	return c.Keeper.Close()
}

func (f *folder) options(o *shell.Options) {
	o.OpenStore = func() (desk.Store, error) {
		if f.locked {
			return nil, fault.New("fault.folder_in_use", "Folder", "data")
		}
		f.done = append(f.done, "open")
		return closing{f.keeper, f}, nil
	}
	o.Opened = func(*desk.Desk, func([]string)) { f.done = append(f.done, "answer") }
	o.Restore = func(backup string) (desk.Copy, error) {
		f.done = append(f.done, "restore "+backup)
		if f.fail != nil {
			return desk.Copy{}, f.fail
		}
		f.keeper = f.backup
		return desk.Copy{Path: backup, Values: 12, Made: time.Date(2024, 6, 5, 8, 5, 0, 0, time.Local)}, nil
	}
}

func (f *folder) copy() string { return "backups/nhipcau-20240605-080500-day.nhipcau-backup" }

// setUp gives a store on which somebody has worked before.
func setUp(t *testing.T, office string) *desktest.Keeper {
	t.Helper()
	k := desktest.NewKeeper()
	if err := desktest.Open(t, k, 1).SetUp(plan.Office{Name: office, Level: "district"}, "Văn phòng"); err != nil {
		t.Fatal(err)
	}
	return k
}

func inFolder(t *testing.T) (*window, *folder) {
	t.Helper()
	f := &folder{keeper: setUp(t, "UBND huyện Đắk Glong"), backup: setUp(t, "UBND xã Quảng Khê")}
	w := open(t, nil, f.options)
	w.Start()
	w.Go(page.Route{Page: page.PageSettings})
	return w, f
}

func TestABackupIsPutInPlace(t *testing.T) {
	w, f := inFolder(t)
	before := w.Host().Desk
	w.Host().Machine.Restore(f.copy())
	want := []string{"open", "answer", "close", "restore " + f.copy(), "open", "answer"}
	if !slices.Equal(f.done, want) {
		t.Errorf("done %q, want %q", f.done, want)
	}
	if w.Host().Desk == before || w.Host().Desk.Office().Name != "UBND xã Quảng Khê" {
		t.Error("the desk of before is still open")
	}
	said := w.said()
	if !strings.Contains(said, "Đã khôi phục 12 mục từ bản sao lưu lúc 08:05 05/06/2024") || !strings.Contains(said, "để riêng") {
		t.Error("what was done is not said")
	}
	kittest.Key(w.Window().Canvas(), fyne.KeyReturn)
	if kit.HasDialog(w.Window().Canvas()) {
		t.Error("the sentence can't be closed")
	}
	w.Go(page.Route{Page: page.PageSettings})
	if got := w.field("Tên cơ quan").Text(); got != "UBND xã Quảng Khê" {
		t.Errorf("the page shows %q", got)
	}
	w.Close()
	if f.done[len(f.done)-1] != "close" {
		t.Error("the data are not closed at the end")
	}
}

func TestARefusedBackupLeavesEverythingAsItWas(t *testing.T) {
	w, f := inFolder(t)
	f.fail = fault.New("fault.backup_damaged", "File", f.copy(), errors.New("checksum"))
	w.Host().Machine.Restore(f.copy())
	if w.Host().Desk.Office().Name != "UBND huyện Đắk Glong" || f.done[len(f.done)-1] != "answer" {
		t.Errorf("the data are not open again: %q", f.done)
	}
	if said := w.said(); !strings.Contains(said, "bị hỏng hoặc không phải là bản sao lưu") || strings.Contains(said, "Đã khôi phục") {
		t.Error("the refusal is not said")
	}
}

func TestAFolderThatDoesNotOpenAgain(t *testing.T) {
	w, f := inFolder(t)
	f.locked = true
	w.Host().Machine.Restore(f.copy())
	if !strings.Contains(w.said(), "Chưa mở được dữ liệu") {
		t.Fatal("the failure is not said")
	}
	w.Go(page.Route{Page: page.PageVisits}) // there is nothing to show
	if !strings.Contains(w.said(), "Chưa mở được dữ liệu") {
		t.Error("a page of closed data is shown")
	}
	f.locked = false
	w.press("Thử lại")
	if said := w.said(); w.Failure() != nil || !strings.Contains(said, "Đã khôi phục") {
		t.Error("the second try does not open, or does not say what was done")
	}
}

func TestWhatHadToBeDoneStaysUntilItIsRead(t *testing.T) {
	f := &folder{keeper: setUp(t, "UBND huyện Đắk Glong")}
	f.keeper.Report = desk.Opened{Rebuilt: true, LowSpace: 512 << 20}
	clock := &kittest.Clock{}
	w := open(t, nil, func(o *shell.Options) {
		f.options(o)
		o.Timer = clock.After
	})
	w.Start()
	for range 3 {
		clock.Advance(time.Hour)
		if said := w.said(); !strings.Contains(said, "đã được dựng lại từ nhật ký") || !strings.Contains(said, "512 MB") {
			t.Fatal("the sentence goes by itself, or one is missing")
		}
	}
	kittest.Key(w.Window().Canvas(), fyne.KeyReturn)
	if kit.HasDialog(w.Window().Canvas()) || strings.Contains(w.said(), "dựng lại") {
		t.Error("the sentence can't be closed")
	}
}

func TestLostDataAreToldAtAFirstStartToo(t *testing.T) {
	f := &folder{keeper: desktest.NewKeeper()}
	f.keeper.Report = desk.Opened{Missing: 3}
	w := open(t, nil, f.options)
	w.Start()
	if said := w.said(); !strings.Contains(said, "thiếu 3 thay đổi") || !strings.Contains(said, "Chào mừng") {
		t.Error("nobody is told that the folder was not empty")
	}
}

func TestNothingIsSaidOfAnUsualOpening(t *testing.T) {
	w, _ := inFolder(t)
	if kit.HasDialog(w.Window().Canvas()) {
		t.Error("a dialog without need")
	}
}
