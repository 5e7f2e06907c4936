package page_test

import (
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// An attachment is seen with what it is attached to.
func TestTheWayToAnAttachment(t *testing.T) {
	f := pagetest.New(t)
	model, topic := desk.All[*plan.Model](f.Desk)[0], desk.Of[*plan.Topic](f.Desk, f.Visit)[0]
	for of, want := range map[string]page.Route{
		f.Visit:  {Page: page.PageVisit, Visit: f.Visit, Tab: page.TabInfo},
		topic.ID: {Page: page.PageVisit, Visit: f.Visit, Tab: page.TabInfo},
		model.ID: {Page: page.PageModels, Record: model.ID},
	} {
		one, err := f.Desk.AttachFile(of, "a.pdf", strings.NewReader("%PDF"))
		if err != nil {
			t.Fatal(err)
		}
		it, _ := f.Desk.Record(one.ID)
		got := page.RouteTo(f.Desk, it)
		if want.Visit != "" {
			want.Record = one.ID
		}
		if got != want {
			t.Errorf("the way is %+v, want %+v", got, want)
		}
	}
}
