package page

import (
	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// RecordNew as the record of a route asks a page to begin a new one.
const RecordNew = "new"

// tabOf says on which tab of a visit records of a kind stand.
var tabOf = map[plan.Kind]string{
	plan.KindObjective: TabInfo, plan.KindStop: TabInfo,
	plan.KindAttendee: TabPeople,
	plan.KindTopic:    TabTopics, plan.KindQuestion: TabTopics,
	plan.KindAgendaItem: TabProgramme,
	plan.KindFieldVisit: TabField,
	plan.KindFollowUp:   TabFollowUps, plan.KindProgressEntry: TabFollowUps, plan.KindLesson: TabFollowUps,
	plan.KindGift: TabLogistics, plan.KindVehicle: TabLogistics, plan.KindLodging: TabLogistics,
	plan.KindPaper:      TabPapers,
	plan.KindAttachment: TabInfo,
}

// pageOf says on which page records of a kind stand that belong to no visit.
var pageOf = map[plan.Kind]string{
	plan.KindPerson: PagePeople, plan.KindUnit: PagePeople,
	plan.KindModel:    PageModels,
	plan.KindLocality: PageLocalities, plan.KindIndicator: PageLocalities,
	plan.KindOffice: PageSettings,
}

// RouteOf gives the place where a record is seen and edited. The visit is that
// to which it belongs, "" for none; a kind that is not known leads to the
// overview.
func RouteOf(kind plan.Kind, id, visit string) Route {
	if kind == plan.KindVisit {
		return Route{Page: PageVisit, Visit: id}
	}
	if tab, ok := tabOf[kind]; ok && visit != "" {
		return Route{Page: PageVisit, Visit: visit, Tab: tab, Record: id}
	}
	if p, ok := pageOf[kind]; ok {
		return Route{Page: p, Record: id}
	}
	return Route{Page: PageOverview}
}

// tabOfPart says where the parts of readiness are done; the others are named
// as the tabs are.
var tabOfPart = map[plan.Tab]string{plan.TabTasks: TabFollowUps}

// PartRoute gives the place where a missing part of a visit is made up for.
func PartRoute(visit string, part plan.ReadinessPart) Route {
	tab, ok := tabOfPart[part.Tab]
	if !ok {
		tab = string(part.Tab)
	}
	return Route{Page: PageVisit, Visit: visit, Tab: tab}
}

// RouteTo gives the place where a record is seen, of an attachment outside of any
// visit the place of what it is attached to.
func RouteTo(d *desk.Desk, it desk.Item) Route {
	if one, ok := desk.Get[*plan.Attachment](d, it.ID); ok && it.Visit == "" {
		if of, ok := d.Record(one.Of); ok && of.Kind != it.Kind {
			return RouteTo(d, of)
		}
	}
	return RouteOf(plan.Kind(it.Kind), it.ID, it.Visit)
}
