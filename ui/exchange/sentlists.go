package exchange

import (
	"slices"

	"nhipcau/app/desk"
	"nhipcau/ui/page"
)

// withLists puts the lists with something personal that were written among the
// bundles, by their time; what stands in an exchange folder stays first.
func withLists(h *page.Host, rows []sentRow) ([]sentRow, error) {
	all, err := h.Desk.SentLists()
	if err != nil {
		return nil, err
	}
	standing := 0
	for standing < len(rows) && rows[standing].one.Seq == 0 {
		standing++
	}
	for _, one := range all {
		rows = append(rows, listRow(h, one))
	}
	slices.SortStableFunc(rows[standing:], func(a, b sentRow) int { return b.one.At.Compare(a.one.At) })
	return rows, nil
}

func listRow(h *page.Host, one desk.SentList) sentRow {
	what := h.Words.Has("lists.offer_" + string(one.Kind))
	row := sentRow{
		one:  desk.SentBundle{Bundle: "list/" + one.At.String(), At: one.At, Count: one.Rows, File: one.File, Author: one.Author, Visit: one.Visit},
		file: one.File, when: moment(h, one.At), profile: h.Say("lists.register"),
	}
	switch {
	case one.Visit != "":
		row.visit = holdsWord(h, "", one.Visit)
	case what:
		row.visit = h.Say("lists.offer_" + string(one.Kind))
	}
	return row
}
