package shell

import (
	"nhipcau/assets/icons"
	"nhipcau/ui/bin"
	"nhipcau/ui/exchange"
	"nhipcau/ui/field"
	"nhipcau/ui/followups"
	"nhipcau/ui/help"
	"nhipcau/ui/localities"
	"nhipcau/ui/logistics"
	"nhipcau/ui/models"
	"nhipcau/ui/overview"
	"nhipcau/ui/page"
	"nhipcau/ui/papers"
	"nhipcau/ui/people"
	"nhipcau/ui/programme"
	"nhipcau/ui/settings"
	"nhipcau/ui/sharing"
	"nhipcau/ui/topics"
	"nhipcau/ui/visit"
	"nhipcau/ui/visit/history"
	"nhipcau/ui/visit/info"
	"nhipcau/ui/visits"
)

// builders make the pages. A page that is not here has no entry in the rail.
var builders = map[string]func(*page.Host) page.Page{
	page.PageOverview:   overview.New,
	page.PageVisits:     visits.New,
	page.PageVisit:      func(h *page.Host) page.Page { return visit.New(h, tabs) },
	page.PagePeople:     people.New,
	page.PageLocalities: localities.New,
	page.PageModels:     models.New,
	page.PageFollowUps:  followups.New,
	page.PageExchange:   exchange.New,
	page.PageFolder:     sharing.New,
	page.PageBin:        bin.New,
	page.PageSettings:   settings.New,
	page.PageHelp:       help.New,
}

// tabs make the tabs of a visit.
var tabs = []visit.TabSpec{
	{ID: page.TabInfo, New: info.NewTab},
	{ID: page.TabPeople, New: people.NewTab},
	{ID: page.TabTopics, New: topics.NewTab},
	{ID: page.TabProgramme, New: programme.NewTab},
	{ID: page.TabField, New: field.NewTab},
	{ID: page.TabFollowUps, New: followups.NewTab},
	{ID: page.TabLogistics, New: logistics.NewTab},
	{ID: page.TabPapers, New: papers.NewTab},
	{ID: page.TabHistory, New: history.NewTab},
}

// place is an entry of the rail.
type place struct {
	page   string
	icon   icons.Name
	bottom bool
}

// rail lists the places in their order; Ctrl with a digit opens the first ones.
var rail = []place{
	{page.PageOverview, icons.Home, false},
	{page.PageVisits, icons.Visits, false},
	{page.PagePeople, icons.People, false},
	{page.PageLocalities, icons.Place, false},
	{page.PageModels, icons.Model, false},
	{page.PageFollowUps, icons.Task, false},
	{page.PageExchange, icons.Exchange, false},
	{page.PageBin, icons.Trash, true},
	{page.PageSettings, icons.Settings, true},
	{page.PageHelp, icons.Help, true},
}

// places are the entries of the rail that have a page.
func places() []place {
	var out []place
	for _, p := range rail {
		if _, ok := builders[p.page]; ok {
			out = append(out, p)
		}
	}
	return out
}
