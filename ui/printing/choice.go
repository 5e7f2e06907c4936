package printing

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"nhipcau/app/printing"
	"nhipcau/ui/kit"
)

// The words of the choice of pages, in their order.
const (
	allPages = iota
	thisPage
	somePages
)

// mostCopies is far more than anybody prints, and keeps a slip of the finger from emptying the paper store.
const mostCopies = 999

func formatCopies(n int) string { return strconv.Itoa(n) }

func (d *dialog) parseCopies(text string) (string, error) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 1 || n > mostCopies {
		return "", errors.New(d.host.Say("printing.copies_bad", "Most", mostCopies))
	}
	return strconv.Itoa(n), nil
}

func (d *dialog) setCopies(value string) {
	if n, err := strconv.Atoi(value); err == nil {
		d.copies = n
		d.show()
	}
}

// sideNames name the sides in the settings of this machine, in the order of printing.Sides.
var sideNames = []string{"one", "long", "short"}

func (d *dialog) sideChoices() []kit.Choice {
	return []kit.Choice{
		{ID: sideNames[printing.OneSide], Title: d.host.Say("printing.sides_one")},
		{ID: sideNames[printing.LongEdge], Title: d.host.Say("printing.sides_long")},
		{ID: sideNames[printing.ShortEdge], Title: d.host.Say("printing.sides_short")},
	}
}

// recalledSides proposes the sides of the last time.
func (d *dialog) recalledSides() string {
	if name := d.host.Desk.Setting(keptSides); slices.Contains(sideNames, name) {
		return d.turned(name)
	}
	return sideNames[printing.OneSide]
}

// turned is what is kept for upright pages as it is meant for the pages in hand,
// and the other way round: what turns like a book on upright pages does so on
// landscape ones along their short edge.
func (d *dialog) turned(name string) string {
	first := d.job.Pages.List[0]
	switch {
	case first.Width <= first.Height:
		return name
	case name == sideNames[printing.LongEdge]:
		return sideNames[printing.ShortEdge]
	case name == sideNames[printing.ShortEdge]:
		return sideNames[printing.LongEdge]
	}
	return name
}

// sidesOn returns the sides for a printer.
func (d *dialog) sidesOn(p printing.Printer) printing.Sides {
	if p.OneSided {
		return printing.OneSide
	}
	return printing.Sides(max(slices.Index(sideNames, d.sides.Value()), 0))
}

// parities name the parities, in the order of printing.Parity.
var parities = []string{"every", "odd", "even"}

func (d *dialog) parityChoices() []kit.Choice {
	return []kit.Choice{
		{ID: parities[printing.EveryPage], Title: d.host.Say("printing.parity_every")},
		{ID: parities[printing.OddPages], Title: d.host.Say("printing.parity_odd")},
		{ID: parities[printing.EvenPages], Title: d.host.Say("printing.parity_even")},
	}
}

// choosePages takes what the person has said of the pages. Where the cursor should go to the field for them, it does.
func (d *dialog) choosePages(toField bool) {
	total := len(d.job.Pages.List)
	d.badPages = nil
	switch d.which.Selected() {
	case allPages:
		d.chosen = printing.All(total)
	case thisPage:
		d.chosen = []int{d.job.Page}
	case somePages:
		d.chosen, d.badPages = printing.ParsePages(d.text.Value(), total)
	}
	reason := ""
	if d.badPages != nil {
		reason = d.host.Words.Explain(d.badPages)
	}
	d.text.SetError(reason)
	d.preview()
	d.show()
	if toField && d.which.Selected() == somePages {
		d.text.Focus()
	}
}

// pages returns the indexes of what will be printed.
func (d *dialog) pages() []int {
	return printing.Parity(max(slices.Index(parities, d.parity.Value()), 0)).Keep(d.chosen)
}
