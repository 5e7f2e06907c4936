package exchange_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/ui/exchange"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestTheRegisterShowsWhatWasSentElsewhere(t *testing.T) {
	f := open(t, pagetest.Options{})
	b, err := f.Desk.Export(desk.Scope{Visit: f.Visit})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Desk.Sent(b, "NhipCau_01.json"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "NhipCau_01.json") {
		t.Error("the page does not show the bundle that was noted as sent")
	}
}

func TestEscapeLeadsBackFromABundleOnly(t *testing.T) {
	f := pagetest.New(t)
	p := exchange.New(f.Host)
	f.Show(p, page.Route{File: answered(t, f)})
	if page.UseKey(p, &fyne.KeyEvent{Name: fyne.KeyF1}) {
		t.Error("the page keeps a key of the window during the review")
	}
	wantSeen(t, f, "Không nhập")
	f.Key(fyne.KeyEscape)
	wantSeen(t, f, "Gửi cho địa phương bạn")
	if page.UseKey(p, &fyne.KeyEvent{Name: fyne.KeyEscape}) {
		t.Error("the page keeps Escape although there is no bundle to leave")
	}
}
