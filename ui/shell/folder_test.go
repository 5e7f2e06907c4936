package shell_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	exchange "nhipcau/app/folder"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/page"
	"nhipcau/ui/shell"
)

// sharing is a window on a desk that has chosen an exchange folder, and the clock
// by which its rounds come.
func sharing(t *testing.T, dir string) (*window, *kittest.Clock) {
	t.Helper()
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	for _, err := range []error{d.SetUp(plan.Office{Name: "UBND huyện Đắk Glong"}, "Văn phòng"), exchange.SetDir(d, dir)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	clock := &kittest.Clock{}
	w := open(t, store, func(o *shell.Options) { o.Keys, o.Timer = desktest.Keyring(), clock.After })
	w.Start()
	return w, clock
}

// A drive that is not there is said once, and not at each try; it comes back by
// itself.
func TestAnExchangeFolderThatIsAwayIsSaidOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ổ mạng")
	w, clock := sharing(t, dir)
	clock.Advance(5 * time.Second)
	if !strings.Contains(w.said(), "Chưa tới được thư mục trao đổi") {
		t.Fatalf("it is not said: %s", w.said())
	}
	kit.ToastCloser(w.Window())()
	clock.Advance(3 * time.Minute)
	if strings.Contains(w.said(), "Chưa tới được") {
		t.Error("it is said again")
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	clock.Advance(3 * time.Minute)
	w.Go(page.Route{Page: page.PageFolder})
	if !strings.Contains(w.said(), "Mọi thứ trong thư mục đã khớp") {
		t.Errorf("it is not found again: %s", w.said())
	}
}

// What another office writes comes while the window is open, and what asks is told
// with the way to it.
func TestABundleOfTheFolderThatAsksIsTold(t *testing.T) {
	dir := t.TempDir()
	w, clock := sharing(t, dir)
	other := desktest.OpenSigning(t, desktest.NewStore(), 2, desktest.Keyring())
	var visit string
	err := other.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		v := &plan.Visit{Title: "Học tập kinh nghiệm"}
		err := tx.Put(v)
		visit = v.ID
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	// The other knows our key, so that he can seal for us; we do not know his.
	b, err := w.Host().Desk.Export(desk.Scope{Receipt: true, To: other.OfficeID()})
	if err == nil {
		_, err = other.Import(b)
	}
	if err == nil {
		_, err = exchange.Sync(t.Context(), other, exchange.Options{Dir: dir, Visits: []string{visit}})
	}
	if err != nil {
		t.Fatal(err)
	}
	clock.Advance(5 * time.Second)
	if !strings.Contains(w.said(), "1 gói trong thư mục trao đổi chờ anh chị xem") {
		t.Fatalf("it is not told: %s", w.said())
	}
	w.Go(page.Route{Page: page.PageFolder})
	w.press("Xem gói")
	if got := w.Here(); got.Page != page.PageExchange || !strings.HasSuffix(got.File, visit+".json.age") {
		t.Errorf("at %+v", got)
	}
	if _, ok := desk.Get[*plan.Visit](w.Host().Desk, visit); ok {
		t.Error("it was taken in")
	}
}
