// Package papers holds the official papers of a visit, each a function from
// the visit to a paper.Document. It knows the layout blocks of
// paper/official and the values of package plan; it must not know how a visit is
// stored nor how a document is drawn.
//
// What is printed is Vietnamese, in the words and the order of Nghị định
// 30/2020/NĐ-CP, whatever the language of the window.
package papers

import (
	"slices"
	"strings"

	"nhipcau/app/catalogue"
	"nhipcau/app/civil"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/precedence"
)

// Subject is a visit as papers speak of it: with names in place of ids.
type Subject struct {
	Request   Request
	Catalogue *catalogue.Catalogue
	Style     official.Style
	View      plan.VisitView
	Guest     Party
	Hosts     []Party
	// Places are the localities of attendees, models and stops, by their ids.
	Places map[string]Party
	// Ranks are the ranks of the named attendees by their ids (domain notes
	// §3.2), smaller is higher; who has none is not in it.
	Ranks    map[string]int
	Models   []*plan.Model
	Vehicles []*plan.Vehicle
	Lodgings []*plan.Lodging
	Gifts    []*plan.Gift
	Figures  []*plan.Indicator // of the guest and the hosts
	Today    civil.Date
	// Side is the side whose office issues the paper.
	Side plan.Side
	// Issuer is the office that issues the paper, nil if it has no record yet.
	Issuer *plan.Office
	// Issuers are the offices that issue the papers of each side, as far as their
	// records are here.
	Issuers map[plan.Side]*plan.Office
	// Paper is what the office has decided about this paper, nil for a paper
	// of which nothing is decided: number and date are then left blank.
	Paper *plan.Paper
	// Print notes the prints of this paper: Paper itself, but for a paper of one
	// person or one model a record of its own.
	Print *plan.Paper
	// Open are the fields of Used on which the offices differ, in words. A paper
	// over an open difference is a draft and names them, but for cards.
	Open []string
	// Names are further names of localities and people by which the title may
	// begin, beside those of the parties and the attendees.
	Names []string
}

// Party is one locality of a visit.
type Party struct {
	ID      string
	Name    string // "Thạch An"
	Running string // "huyện Thạch An"
	Path    string // "huyện Thạch An, tỉnh Cao Bằng"
	Type    string // "Huyện"
	Level   precedence.Level
}

// placeName is the locality in the line of place and date: the name alone, but
// with its common noun where it is a number or the name of a person or an event,
// "Quận 1", "Thành phố Hồ Chí Minh" (Nghị định 30/2020, annex I, II.4). Those
// are the ones whose noun keeps its capital within a sentence.
func (p Party) placeName() string {
	if startsUpper(p.Running) {
		return p.Running
	}
	return p.Name
}

// decided gives the paper record, or an empty one.
func (s Subject) decided() plan.Paper {
	if s.Paper == nil {
		return plan.Paper{}
	}
	return *s.Paper
}

// host is the host whose office issues the papers of the host side: that of the
// issuer, else the first.
func (s Subject) host() Party {
	for _, h := range s.Hosts {
		if s.Issuer != nil && h.ID == s.Issuer.Locality {
			return h
		}
	}
	if len(s.Hosts) == 0 {
		return Party{}
	}
	return s.Hosts[0]
}

// issuing is the locality whose office issues the paper.
func (s Subject) issuing() Party {
	if s.Side == plan.Guest {
		return s.Guest
	}
	return s.host()
}

// Whom names the person or the model that the paper is for; "" for a paper of
// the visit.
func (s Subject) Whom() string {
	if a := s.attendee(s.Request.Attendee); a != nil {
		return a.Name
	}
	if m := s.modelByID(s.Request.Model); m != nil {
		return m.Name
	}
	return ""
}

// subjects are the topics within a sentence.
func (s Subject) subjects() string {
	titles := s.topicTitles()
	for i, title := range titles {
		titles[i] = lowerFirst(strings.TrimRight(title, ".;: "), s.names()...)
	}
	return orElse(strings.Join(titles, "; "), "các nội dung hai bên cùng quan tâm")
}

func (s Subject) headOf(side plan.Side) *plan.Attendee {
	if s.View.Visit == nil {
		return nil
	}
	return s.View.HeadOf(side)
}

// hostNames names the hosts at the beginning of a sentence. Several are parted by
// semicolons: "xã Quảng Khê, tỉnh Lạng Sơn" would be one place.
func (s Subject) hostNames() string {
	if len(s.Hosts) == 0 {
		return "Nơi đón tiếp"
	}
	names := make([]string, len(s.Hosts))
	for i, h := range s.Hosts {
		names[i] = h.Running
	}
	return upperFirst(enumerated(names, "; "))
}

// names are the names that keep their capital wherever they stand.
func (s Subject) names() []string {
	names := slices.Clone(s.Names)
	for _, p := range append([]Party{s.Guest}, s.Hosts...) {
		names = append(names, p.Name)
		if startsUpper(p.Running) {
			names = append(names, p.Running)
		}
	}
	for _, a := range s.View.Attendees {
		if !a.Group {
			names = append(names, a.Name)
		}
	}
	return names
}
