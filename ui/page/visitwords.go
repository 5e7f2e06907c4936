package page

import (
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/app/words"
	"nhipcau/ui/kit"
)

// StatusTone gives the tone of the chip with the state of a visit. The word
// beside it says the same.
func StatusTone(s plan.Status) kit.Tone {
	switch s {
	case plan.StatusAgreed, plan.StatusPreparing, plan.StatusUnderWay:
		return kit.AccentTone
	case plan.StatusHeld, plan.StatusReported:
		return kit.GreenTone
	case plan.StatusCancelled:
		return kit.RedTone
	default:
		return kit.Neutral
	}
}

// Days writes the days of a visit with their weekdays: "10/06/2024, thứ Hai",
// "10/06 – 11/06/2024, thứ Hai – thứ Ba"; "" where no day is fixed.
func (h *Host) Days(p plan.Period) string {
	dates := vietnamese.DateRange(p.From, p.To)
	if dates == "" {
		return ""
	}
	return dates + ", " + h.Weekdays(p)
}

// Weekdays gives the weekday of the first day of a visit, and of the last where
// that is another one.
func (h *Host) Weekdays(p plan.Period) string {
	var names []string
	for _, day := range []civil.Date{p.From, p.To} {
		if day.Valid() {
			names = append(names, h.Weekday(day))
		}
	}
	if len(names) == 2 && p.From == p.To {
		names = names[:1]
	}
	return strings.Join(names, " – ")
}

// Weekday gives the name of a day: "thứ Hai".
func (h *Host) Weekday(day civil.Date) string {
	return h.Say("visit.weekday_" + strings.ToLower(day.Weekday().String()))
}

// Way says who travels to whom: "Thạch An → Đắk Glong, Đắk Mil". What is not
// known is "…".
func (h *Host) Way(v *plan.Visit) string {
	hosts := make([]string, 0, len(v.Hosts))
	for _, id := range v.Hosts {
		hosts = append(hosts, h.placeName(id, v.When.From))
	}
	if len(hosts) == 0 {
		hosts = append(hosts, noName)
	}
	return h.placeName(v.Guest, v.When.From) + " → " + strings.Join(hosts, ", ")
}

const noName = "…"

func (h *Host) placeName(id string, day civil.Date) string {
	if p, ok := h.Desk.Locality(id, day); ok {
		return p.Name
	}
	return noName
}

// PartName names a part of readiness in a word or two, "điểm tham quan", where
// the sentence of its key would be too long.
func PartName(w *words.Words, part plan.ReadinessPart) string {
	return w.Say("visit.part_" + strings.TrimPrefix(part.Key, "readiness."))
}

// Role gives what our office is in a visit; see desk.RoleIn.
func (h *Host) Role(v *plan.Visit) plan.Role { return h.Desk.RoleIn(v) }
