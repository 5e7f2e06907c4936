package visit_test

import (
	"testing"

	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/visit"
	"nhipcau/ui/visit/history"
	"nhipcau/ui/visit/info"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "visit", func(h *page.Host) page.Page {
		return visit.New(h, []visit.TabSpec{{page.TabHistory, history.NewTab}, {page.TabInfo, info.NewTab}})
	}, nil)
}
