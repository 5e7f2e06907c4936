package dossier

import (
	"fmt"
	"slices"

	"nhipcau/app/catalogue"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// Paper is one paper of a dossier.
type Paper struct {
	Request papers.Request
	Kind    papers.Kind
	Title   string // "Chương trình: Cho khách"
	// Internal says that the paper is for the office alone.
	Internal bool
	words    string // for the name of its file
	number   int    // in the dossier of all papers, from 1, also where some are left out
}

// alternatives are papers of which an office hands out one form and not all, so
// that the usual one is enough.
var alternatives = []string{"invitation", "seating_plan", "place_cards", "badges"}

// Choose lists the papers that make sense for a visit, in its course: every kind
// in all its forms, but of forms that replace each other only the usual one,
// what is for one model for each model, and what is for one person not at all.
// The visit is that of any subject.
func Choose(s papers.Subject) []Paper {
	var out []Paper
	for _, entry := range s.Catalogue.Papers.All() {
		kind, ok := papers.KindNamed(entry.Code)
		if !ok {
			continue
		}
		for _, variant := range forms(s, entry) {
			p := Paper{
				Request: papers.Request{Kind: entry.Code, Variant: variant.Code}, Kind: kind,
				Title: entry.Vi, words: vietnamese.FileWord(entry.Vi), Internal: entry.ForOfficeAlone(variant.Code),
			}
			if variant.Code == "" || len(entry.Variants) > 0 && variant.Code == entry.Variants[0].Code {
				p.Request.Variant = ""
			}
			if variant.Vi != "" {
				p.Title += ": " + variant.Vi
				p.words += "_" + vietnamese.FileWord(variant.Vi)
			}
			out = append(out, each(s, p, kind.For(entry, variant.Code))...)
		}
	}
	for i := range out {
		out[i].number = i + 1
	}
	return out
}

// form is a variant of a paper, or the only form there is.
type form struct{ Code, Vi string }

func forms(s papers.Subject, entry catalogue.PaperKind) []form {
	if len(entry.Variants) == 0 {
		return []form{{}}
	}
	var out []form
	for i, v := range entry.Variants {
		if i > 0 && slices.Contains(alternatives, entry.Code) && (v.Code != "vehicles" || len(s.Vehicles) == 0) {
			continue
		}
		if v.Code == "days" && len(plan.Days(s.View.Agenda)) < 2 {
			continue
		}
		if papers.Premature(s, v.Code) {
			continue
		}
		name := v.Vi
		if i == 0 && slices.Contains(alternatives, entry.Code) {
			name = "" // the only one needs no name of its own
		}
		out = append(out, form{v.Code, name})
	}
	return out
}

// each is the paper for everything that one of it is for.
func each(s papers.Subject, p Paper, per papers.Per) []Paper {
	switch per {
	case papers.PerAttendee:
		return nil
	case papers.PerModel:
		var out []Paper
		for _, m := range s.Models {
			of := p
			of.Request.Model = m.ID
			of.Title += ": " + m.Name
			of.words += "_" + vietnamese.FileWord(m.Name)
			out = append(out, of)
		}
		return out
	case papers.PerVisit:
	}
	return []Paper{p}
}

// name is the base name of the paper's file.
func (p Paper) name() string {
	name := fmt.Sprintf("%02d_%s", p.number, p.words)
	if p.Internal {
		name += "_NoiBo"
	}
	return name
}
