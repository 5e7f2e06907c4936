package settings_test

import (
	"archive/zip"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/settings"
)

// copies are backups of so many days, the newest first.
func copies(days int) []desk.Copy {
	var out []desk.Copy
	for i := range days {
		made := time.Date(2024, 6, 7, 8, 5, 0, 0, time.Local).AddDate(0, 0, -i)
		out = append(out, desk.Copy{
			Path: filepath.Join("du-lieu", "backups", "nhipcau-"+made.Format("20060102-150405")+"-day.nhipcau-backup"),
			Made: made, Bytes: 1<<20 + 200<<10,
		})
	}
	return out
}

// kept is the page over a store that lies in a folder, and what was restored.
type kept struct {
	*pagetest.Fixture
	page     page.Page
	keeper   *desktest.Keeper
	restored []string
}

func keep(t *testing.T, days int) *kept {
	t.Helper()
	k := desktest.NewKeeper()
	k.Copies = copies(days)
	f := pagetest.With(t, pagetest.Options{Store: k, Height: 1600})
	out := &kept{Fixture: f, keeper: k}
	f.Machine = machine(func(path string) { out.restored = append(out.restored, path) })
	f.Machine.Dir = t.TempDir()
	out.page = settings.New(f.Host)
	f.Show(out.page, page.Route{})
	return out
}

func machine(restore func(string)) page.Machine {
	return page.Machine{
		Dir: "~/.local/share/nhipcau", Version: "0.1.0", Restore: restore,
		Look:    func() page.Look { return page.Look{Language: "vi", Theme: page.ThemeLight, TextSize: 100} },
		SetLook: func(page.Look) {},
	}
}

func (k *kept) said() string { return test.RenderToMarkup(k.Window.Canvas()) }

func (k *kept) wants(t *testing.T, words ...string) {
	t.Helper()
	said := k.said()
	for _, word := range words {
		if !strings.Contains(said, word) {
			t.Errorf("%q is not said", word)
		}
	}
}

// understood closes the dialog that is open.
func (k *kept) understood(t *testing.T) {
	t.Helper()
	if !kit.HasDialog(k.Window.Canvas()) {
		t.Fatal("no dialog")
	}
	k.Press("Đã hiểu")
	if kit.HasDialog(k.Window.Canvas()) {
		t.Error("the dialog stays")
	}
}

func TestTheNewestBackupsAreListed(t *testing.T) {
	k := keep(t, 7)
	k.wants(t, "08:05 07/06/2024", "1,2 MB", "08:05 03/06/2024", "và 2 bản cũ hơn", "08:05 07/06/2024 – đầu ngày")
	if strings.Contains(k.said(), "08:05 02/06/2024") {
		t.Error("more than the newest are listed")
	}
	if k := keep(t, 0); !strings.Contains(k.said(), "Chưa có bản sao lưu nào") {
		t.Error("that there is none is not said")
	}
}

func TestABackupIsMadeWhereOneChooses(t *testing.T) {
	k := keep(t, 1)
	k.Press("Sao lưu ngay…") // cancelled
	if len(k.keeper.Asked) != 1 {
		t.Fatalf("without a file it asks %v", k.keeper.Asked)
	}
	k.Saved = "usb/nhipcau.nhipcau-backup"
	k.keeper.Copies = copies(2)
	k.Press("Sao lưu ngay…")
	if !slices.Contains(k.keeper.Asked, "Backup "+k.Saved) {
		t.Fatalf("asked %v", k.keeper.Asked)
	}
	k.wants(t, "Đã sao lưu", k.Saved, "đã đọc lại", "08:05 06/06/2024")
	k.understood(t)
}

func TestEachBackupIsSaidToBeGoodOrDamaged(t *testing.T) {
	k := keep(t, 3)
	k.Press("Kiểm tra bản sao lưu")
	k.wants(t, "Đã đọc lại 3 bản sao lưu: tất cả đều tốt.")
	k.understood(t)
	if n := strings.Count(k.said(), ">Tốt<"); n != 3 {
		t.Errorf("%d are marked as good", n)
	}
	bad := k.keeper.Copies[1].Path
	k.keeper.Bad[bad] = true
	k.Press("Kiểm tra bản sao lưu")
	k.wants(t, "1 trong 3 bản sao lưu bị hỏng", bad)
	k.understood(t)
	k.Shot("settings-verified")
	if said := k.said(); strings.Count(said, ">Tốt<") != 2 || strings.Count(said, ">Hỏng<") != 1 {
		t.Error("the damaged one is not marked")
	}
}

func TestTheSecondFolder(t *testing.T) {
	k := keep(t, 1)
	k.wants(t, "Chưa chọn", "USB hoặc trong OneDrive")
	k.Folder = t.TempDir()
	k.Press("Chọn thư mục…")
	if got := k.Desk.Setting(desk.BackupFolder); got != k.Folder {
		t.Fatalf("the second folder is %q", got)
	}
	if !slices.Contains(k.keeper.Asked, "BackUp day "+k.Folder) {
		t.Errorf("nothing was written into it: %v", k.keeper.Asked)
	}
	k.wants(t, filepath.Base(k.Folder))
	k.Press("Bỏ")
	if got := k.Desk.Setting(desk.BackupFolder); got != "" {
		t.Errorf("it stays %q", got)
	}
	k.wants(t, "Chưa chọn")
}

func TestASecondFolderThatIsNotThereIsSaid(t *testing.T) {
	k := keep(t, 1)
	if err := k.Desk.SetSetting(desk.BackupFolder, filepath.Join(t.TempDir(), "usb")); err != nil {
		t.Fatal(err)
	}
	k.page.Update()
	k.wants(t, "Hiện không thấy thư mục này")
}

func TestASecondFolderThatIsOfNoUseIsRefused(t *testing.T) {
	k := keep(t, 1)
	k.ExpectFailure = true
	k.Folder = filepath.Join(k.Machine.Dir, "backups")
	k.Press("Chọn thư mục…")
	k.Folder = t.TempDir()
	k.keeper.FailSecond = fault.New("fault.file_unwritable", "File", k.Folder, errors.New("full"))
	k.Press("Chọn thư mục…")
	var keys []string
	for _, err := range k.Failures {
		keys = append(keys, fault.KeyOf(err))
	}
	if want := []string{"fault.backup_folder_inside", "fault.file_unwritable"}; !slices.Equal(keys, want) {
		t.Errorf("refused with %v, want %v", keys, want)
	}
	if got := k.Desk.Setting(desk.BackupFolder); got != "" {
		t.Errorf("kept all the same: %q", got)
	}
}

func TestRestoringAsksFirst(t *testing.T) {
	k := keep(t, 2)
	k.Picked = k.keeper.Copies[1].Path
	k.Press("Khôi phục từ bản sao lưu…")
	k.wants(t, "08:05 06/06/2024", "12 mục", "không bị xóa", "mã máy mới")
	k.Shot("settings-restore")
	k.Press("Hủy")
	if len(k.restored) != 0 || kit.HasDialog(k.Window.Canvas()) {
		t.Fatalf("cancelling restores %v", k.restored)
	}
	k.Press("Khôi phục từ bản sao lưu…")
	k.Press("Khôi phục")
	if !slices.Equal(k.restored, []string{k.Picked}) || kit.HasDialog(k.Window.Canvas()) {
		t.Errorf("restored %v", k.restored)
	}
}

func TestALineOffersItsBackup(t *testing.T) {
	k := keep(t, 2)
	for _, o := range test.LaidOutObjects(k.Window.Canvas().Content()) {
		if l, ok := o.(*kit.Line); ok && strings.HasPrefix(l.Title, "08:05 06/06/2024") {
			k.Window.Canvas().Focus(l)
		}
	}
	held := k.Window.Canvas().Focused()
	k.page.Update()
	if held == nil || k.Window.Canvas().Focused() != held || !slices.Contains(test.LaidOutObjects(k.Window.Canvas().Content()), held.(fyne.CanvasObject)) {
		t.Fatal("an update takes the keyboard away")
	}
	k.Key(fyne.KeyReturn)
	k.wants(t, "Khôi phục từ bản sao lưu này?", filepath.Base(k.keeper.Copies[1].Path))
}

func TestADamagedBackupIsNotRestored(t *testing.T) {
	k := keep(t, 1)
	k.ExpectFailure = true
	k.Picked = k.keeper.Copies[0].Path
	k.keeper.Bad[k.Picked] = true
	k.Press("Khôi phục từ bản sao lưu…")
	if len(k.Failures) != 1 || fault.KeyOf(k.Failures[0]) != "fault.backup_damaged" || kit.HasDialog(k.Window.Canvas()) {
		t.Errorf("a damaged backup is offered: %v", k.Failures)
	}
	k.wants(t, ">Hỏng<")
}

func TestTheDataAreChecked(t *testing.T) {
	k := keep(t, 1)
	k.Press("Kiểm tra dữ liệu")
	k.wants(t, "Không có gì hỏng.", "lần sửa đổi")
	k.understood(t)
	k.keeper.Damages = []desk.Damage{{Key: "snapshots/0000000000000001.snap", Reason: "checksum"}}
	k.Press("Kiểm tra dữ liệu")
	k.wants(t, "Có 1 chỗ bị hỏng", "snapshots/0000000000000001.snap", "checksum")
	if strings.Contains(k.said(), "Không có gì hỏng") {
		t.Error("both are said")
	}
	k.understood(t)
}

// TestThePackageForSupport looks for what is personal in the sample visit.
func TestThePackageForSupport(t *testing.T) {
	k := keep(t, 1)
	k.keeper.Damages = []desk.Damage{{Key: "journal", Reason: "torn"}}
	person := &plan.Attendee{Visit: k.Visit, Side: plan.Guest, Name: "Đại biểu 01", Phone: "0912345678"}
	if err := k.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(person) }); err != nil {
		t.Fatal(err)
	}
	k.Saved = filepath.Join(t.TempDir(), "ho-tro.zip")
	k.Press("Gói nhật ký để gửi hỗ trợ")
	k.wants(t, "ho-tro.zip")
	z, err := zip.OpenReader(k.Saved)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	v, _ := desk.Get[*plan.Visit](k.Desk, k.Visit)
	in, err := z.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	report, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{`"attendee":`, `"torn"`, `"0.1.0"`} {
		if !strings.Contains(string(report), word) {
			t.Errorf("%s is not in the report", word)
		}
	}
	for _, word := range []string{person.Name, person.Phone, v.Title} {
		if strings.Contains(string(report), word) {
			t.Errorf("%q is in the report", word)
		}
	}
}

func TestLooksWithBackups(t *testing.T) {
	pagetest.Looks(t, "settings-backups", func(h *page.Host) page.Page {
		k := desktest.NewKeeper()
		k.Copies = copies(7)
		d := desktest.Open(t, k, 2)
		if err := pagetest.SetUp(d); err != nil {
			t.Fatal(err)
		}
		h.Desk, h.Machine = d, machine(func(string) {})
		return settings.New(h)
	}, nil)
}
