package page

import (
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// Marked adds to the look of a cell the sign that two offices differ on its
// record and somebody has to choose.
func Marked(style kit.CellStyle, r plan.Record) kit.CellStyle {
	if len(r.Meta().Conflicts) > 0 {
		style.Icon, style.Color = icons.Warning, theme.Amber
	}
	return style
}
