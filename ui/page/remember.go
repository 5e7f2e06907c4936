package page

import (
	"encoding/json"
	"strings"

	"nhipcau/ui/kit"
)

// descendingMark stands behind the column by which a list is sorted from the
// end.
const descendingMark = "desc"

// Sorting is a column of a list by its ID, and which way; the zero value is the
// order of the rows themselves.
type Sorting struct {
	Column     string
	Descending bool
}

// Keep remembers a setting of this machine under a name; an empty value forgets
// it.
func (h *Host) Keep(name, value string) {
	h.Job(func() error { return h.Desk.SetSetting(name, value) }, nil)
}

// Remember makes a list look as it was left on this machine: by which column it
// is sorted and how wide the columns are, kept under a name. A list that was
// never sorted begins as first says.
func Remember[T any](h *Host, g *kit.Grid[T], name string, first Sorting) {
	sort, widths := name+".sort", name+".widths"
	g.OnSort = func(id string, descending bool) {
		if descending {
			id += " " + descendingMark
		}
		h.Keep(sort, id)
	}
	g.OnWidths = func(drawn map[string]float32) {
		if raw, err := json.Marshal(drawn); err == nil {
			h.Keep(widths, string(raw))
		}
	}
	if id, how, _ := strings.Cut(h.Desk.Setting(sort), " "); id != "" {
		first = Sorting{id, how == descendingMark}
	}
	g.SetSort(first.Column, first.Descending)
	var drawn map[string]float32
	if json.Unmarshal([]byte(h.Desk.Setting(widths)), &drawn) == nil {
		g.SetWidths(drawn)
	}
}

// RememberTick makes a tick stand as it was left on this machine; without a
// word of that it stands as it does now. Turned hears of it after that.
func RememberTick(h *Host, c *kit.CheckBox, name string, turned func(on bool)) {
	const on, off = "on", "off"
	switch h.Desk.Setting(name) {
	case on:
		c.SetChecked(true)
	case off:
		c.SetChecked(false)
	}
	c.SetOnChange(func(ticked bool) {
		value := off
		if ticked {
			value = on
		}
		h.Keep(name, value)
		if turned != nil {
			turned(ticked)
		}
	})
}
