package theme

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"

	"nhipcau/assets/icons"
)

// grid is the side of the square on which icons are drawn, stroke the width of their lines there.
const (
	grid   = 24
	stroke = 1.7
)

// Icon returns the icon in the colour of the token as it is now, to be drawn with a side of so many pixels; ask again when the
// theme changes. Nil means no such icon.
//
// Fyne scales the lines of an SVG but not their width, so the width is worked out here for the size.
func Icon(name icons.Name, token fyne.ThemeColorName, pixels float32) fyne.Resource {
	svg := icons.SVG(name)
	if svg == nil {
		return nil
	}
	paint := cssColor(Color(token))
	width := fmt.Sprintf(`stroke-width="%.2f"`, max(stroke*pixels/grid, 1))
	content := bytes.ReplaceAll(svg, []byte("currentColor"), []byte(paint))
	content = bytes.Replace(content, []byte(`stroke-width="1.7"`), []byte(width), 1)
	// Fyne keeps drawn pictures by resource name, so colour and size must be part of it.
	return fyne.NewStaticResource(fmt.Sprintf("%s-%s-%.0f.svg", name, paint[1:], pixels), content)
}

func cssColor(c color.Color) string {
	n, ok := color.NRGBAModel.Convert(c).(color.NRGBA)
	if !ok {
		return "#000000"
	}
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
}
