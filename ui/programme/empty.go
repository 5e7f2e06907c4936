package programme

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// mostPlaces is how many places are suggested.
const mostPlaces = 12

// emptyState says what belongs into a programme, and offers the first item or a
// usual session to start from.
func (p *tab) emptyState() fyne.CanvasObject {
	h := p.host
	first := kit.NewButton(kit.Primary, h.Say("programme.add_first"), p.addHere)
	var frame *kit.Button
	frame = kit.NewButton(kit.Quiet, h.Say("programme.make_skeleton"), func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(frame)
		kit.ShowMenu(frame, at.AddXY(0, frame.Size().Height),
			fyne.NewMenuItem(h.Say("programme.skeleton_morning"), func() { p.skeleton(plan.MorningStart) }),
			fyne.NewMenuItem(h.Say("programme.skeleton_afternoon"), func() { p.skeleton(plan.AfternoonStart) }))
	})
	return kit.PadSides(theme.Gap16, theme.Gap0, theme.Gap16, theme.Gap0, kit.EmptyState(h.Say("programme.empty"), first, frame))
}

// places suggests where an item may take place: what the programme, the stops
// and the field stops of the visit name already.
func (p *tab) places(query string) []kit.Choice {
	if p.state == nil {
		return nil
	}
	q := vietnamese.NewQuery(query)
	var out []kit.Choice
	seen := map[string]bool{"": true}
	add := func(place string) {
		key := vietnamese.Fold(place)
		if seen[key] || len(out) == mostPlaces || (!q.IsZero() && q.Match(place) == 0) {
			return
		}
		seen[key] = true
		out = append(out, kit.Choice{ID: place, Title: place})
	}
	for _, s := range p.state.view.Stops {
		add(s.Venue)
	}
	for _, item := range p.state.items {
		add(item.Place)
	}
	for _, fv := range p.state.view.FieldVisits {
		add(fv.Place)
	}
	return out
}
