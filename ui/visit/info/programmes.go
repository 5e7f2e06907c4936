package info

import (
	"strings"

	"nhipcau/app/catalogue"
	"nhipcau/app/civil"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
)

// offerProgrammes lists the programmes that hold on the first day of the visit,
// and as its funding the projects within the programme that is chosen, or where
// none is, all of them. What is chosen already stays in the list although it
// has ended since.
func (p *info) offerProgrammes(v *plan.Visit) {
	all := p.host.Desk.Catalogue().Programmes
	day := v.When.From
	programmes := []kit.Choice{{Title: p.host.Say("info.no_programme")}}
	funding := []kit.Choice{{Title: p.host.Say("info.no_funding")}}
	for _, e := range all.All() {
		path := all.Path(e.Code)
		if (e.ValidOn(day) || e.Code == v.Programme) && e.Parent == "" {
			programmes = append(programmes, p.programmeChoice(e, 0, day))
		}
		within := v.Programme == "" || path[0].Code == v.Programme || e.Code == v.Funding
		if within && (e.ValidOn(day) || e.Code == v.Funding) {
			funding = append(funding, p.programmeChoice(e, len(path)-1, day))
		}
	}
	p.programme.SetOptions(programmes)
	p.funding.SetOptions(funding)
}

// programmeChoice shows one programme or project, set in by its depth.
func (p *info) programmeChoice(e catalogue.Programme, depth int, day civil.Date) kit.Choice {
	lang := p.host.Words.Language()
	title := e.ShortLabel(lang)
	if e.Number != "" {
		title = e.Number + ": " + title
	}
	c := kit.Choice{ID: e.Code, Title: strings.Repeat(indent, depth) + title}
	switch {
	case !e.ValidOn(day):
		c.Detail = p.host.Say("info.ended_choice", "Day", vietnamese.FormatDate(e.To))
	case e.StudyTours:
		c.Detail = p.host.Say("info.study_tours")
	}
	return c
}

// indent is a figure space: it is not trimmed and as wide as a digit.
const indent = "\u2007\u2007"

func trim(s string) string { return strings.TrimSpace(s) }
