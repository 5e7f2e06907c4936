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

	"nhipcau/app/paper"
	"nhipcau/app/plan"
)

// Subject is a visit as papers speak of it: with names in place of ids.
type Subject struct {
	View  plan.VisitView
	Guest Party
	Hosts []Party
	// Issuer is the office that issues the paper, nil if it has no record yet.
	Issuer *plan.Office
	// Paper is what the office has decided about this paper, nil for a paper
	// of which nothing is decided: number and date are then left blank.
	Paper *plan.Paper
	// Open are the fields on which the offices differ, in words. A paper over
	// an open difference is a draft and names them.
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

// Kind names a paper that can be made.
type Kind struct {
	Name string // on the command line and in a Paper record
	Make func(Subject) paper.Document
}

// Kinds lists the papers that can be made, in the order in which they are
// offered.
func Kinds() []Kind {
	return []Kind{{Name: plan.PaperProgramme, Make: Programme}}
}

// KindNamed finds a paper by its name.
func KindNamed(name string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
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

// hostNames names the hosts at the beginning of a sentence.
func (s Subject) hostNames() string {
	if len(s.Hosts) == 0 {
		return "Nơi đón tiếp"
	}
	names := make([]string, len(s.Hosts))
	for i, h := range s.Hosts {
		names[i] = h.Running
	}
	return upperFirst(strings.Join(names, ", "))
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
