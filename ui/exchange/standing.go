package exchange

import (
	"nhipcau/app/desk"
	"nhipcau/ui/page"
)

// numberWord names a bundle among those of its sender in a sentence. One of an
// exchange folder has no number.
func numberWord(h *page.Host, seq int) string {
	if seq == 0 {
		return h.Say("folder.in_folder")
	}
	return itoa(seq)
}

// numberCell is the number of a bundle in a table.
func numberCell(h *page.Host, seq int) string {
	if seq == 0 {
		return "–"
	}
	return h.Words.Number(itoa(seq))
}

// sentOf lists all that has left this computer, what stands in an exchange folder
// first.
func sentOf(d *desk.Desk) ([]desk.SentBundle, error) {
	standing, err := d.StandingBundles()
	if err != nil {
		return nil, err
	}
	numbered, err := d.SentBundles()
	return append(standing, numbered...), err
}

// receiverWord names for whom a bundle was written.
func receiverWord(h *page.Host, one desk.SentBundle) string {
	if one.Seq == 0 {
		return h.Say("folder.title")
	}
	return officeWord(h, one.To, one.ToName)
}
