package exchange_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/ui/exchange"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// review shows the review of a bundle with some visits of another office, of
// which the text was changed on the way.
func review(t *testing.T, change func(f *pagetest.Fixture, text string) string) *pagetest.Fixture {
	t.Helper()
	other := desktest.Open(t, desktest.NewStore(), 2)
	for range 40 {
		err := other.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(&plan.Visit{Title: "Chuyến của bạn"}) })
		if err != nil {
			t.Fatal(err)
		}
	}
	b, err := other.Export(desk.Scope{All: true})
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := bundle.Write(&text, b); err != nil {
		t.Fatal(err)
	}
	f := pagetest.New(t)
	path := filepath.Join(t.TempDir(), "goi.json")
	if err := os.WriteFile(path, []byte(change(f, text.String())), 0o600); err != nil {
		t.Fatal(err)
	}
	f.Show(exchange.New(f.Host), page.Route{Page: page.PageExchange, File: path})
	return f
}

func TestReviewNamesWhatIsSetAside(t *testing.T) {
	f := review(t, func(_ *pagetest.Fixture, text string) string {
		return strings.Replace(text, `"_w":[[`, `"_c":{"title":{"STRANGER0001":99}},"_w":[[`, 1)
	})
	wantSeen(t, f, "Để riêng", "1 bản ghi được để riêng", "mà không có gì chứng minh")
	press(t, f, "Nhập: thêm 39")
	if n := len(desk.All[*plan.Visit](f.Desk)); n != 1+39 {
		t.Errorf("%d visits", n)
	}
}

func TestReviewTellsThatThisComputerWasSetBack(t *testing.T) {
	f := review(t, func(f *pagetest.Fixture, text string) string {
		return strings.ReplaceAll(text, "REPLICA00201:", f.Desk.Replica()+":9999")
	})
	wantSeen(t, f, "máy sẽ nhận mã mới")
	plain := review(t, func(_ *pagetest.Fixture, text string) string { return text })
	if all := seen(plain); strings.Contains(all, "mã mới") || strings.Contains(all, "Để riêng") {
		t.Errorf("a bundle in order warns:\n%s", all)
	}
}
