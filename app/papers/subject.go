// Package papers holds the official papers of a visit, each a function from
// the visit to a paper.Document. It knows the layout blocks of
// paper/official and the values of package plan; it must not know how a visit is
// stored nor how a document is drawn.
//
// What is printed is Vietnamese, in the words and the order of Nghị định
// 30/2020/NĐ-CP, whatever the language of the window.
package papers

import (
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
}

// Party is one locality of a visit.
type Party struct {
	ID      string
	Name    string // "Thạch An"
	Running string // "huyện Thạch An"
	Path    string // "huyện Thạch An, tỉnh Cao Bằng"
	Type    string // "Huyện"
}

// Kind names a paper that can be made.
type Kind struct {
	Name string // on the command line and in a Paper record
	// Symbol is the part of the number that names the type (Nghị định
	// 30/2020, annex III).
	Symbol string
	Make   func(Subject) paper.Document
}

// Kinds lists the papers that can be made, in the order in which they are
// offered.
func Kinds() []Kind {
	return []Kind{{Name: "programme", Symbol: "CTr", Make: Programme}}
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

// host is the first host, whose office issues the papers of the host side.
func (s Subject) host() Party {
	if len(s.Hosts) == 0 {
		return Party{}
	}
	return s.Hosts[0]
}

func (s Subject) hostNames() string {
	names := make([]string, len(s.Hosts))
	for i, h := range s.Hosts {
		names[i] = h.Running
	}
	return strings.Join(names, ", ")
}
