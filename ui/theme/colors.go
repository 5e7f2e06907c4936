package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The colour tokens. Each has a light and a dark value in colorTable; what a token is for stands beside it.
const (
	Ground      fyne.ThemeColorName = "ground"      // rail, header, side panels, neutral chip
	Paper       fyne.ThemeColorName = "paper"       // content, fields, dialogs, active rail entry
	Hover       fyne.ThemeColorName = "hoverFill"   // row or rail entry under the pointer
	Sel         fyne.ThemeColorName = "sel"         // selected row, chosen value, accent chip
	Line        fyne.ThemeColorName = "line"        // hairline between rows and areas
	Line2       fyne.ThemeColorName = "line2"       // line under a table head, walls, minor pair lines
	FieldBorder fyne.ThemeColorName = "field"       // border of field, button and tick box
	Text        fyne.ThemeColorName = "text"        // main text
	Text2       fyne.ThemeColorName = "text2"       // posts, labels, times, captions
	Text3       fyne.ThemeColorName = "text3"       // placeholder, what is unknown, counts
	Accent      fyne.ThemeColorName = "accent"      // act here, you are here
	AccentHover fyne.ThemeColorName = "accentHover" // primary button under the pointer
	OnAccent    fyne.ThemeColorName = "onaccent"    // text on accent
	Green       fyne.ThemeColorName = "green"       // done, confirmed, agrees
	GreenBg     fyne.ThemeColorName = "greenbg"
	Amber       fyne.ThemeColorName = "amber" // soon, waiting, changed, missing
	AmberBg     fyne.ThemeColorName = "amberbg"
	Red         fyne.ThemeColorName = "red" // overdue, clash, conflict, error, delete
	RedBg       fyne.ThemeColorName = "redbg"
	Focus       fyne.ThemeColorName = "focusRing"   // focus ring, outline of the selected block or seat
	Hatch       fyne.ThemeColorName = "hatch"       // stripes of internal blocks
	Desk        fyne.ThemeColorName = "desk"        // behind the printed page
	Sheet       fyne.ThemeColorName = "sheet"       // the printed page, paper in both themes
	Ink         fyne.ThemeColorName = "ink"         // print on the page
	ToastFill   fyne.ThemeColorName = "toast"       // the toast lies on the page in the colour of its text
	ToastText   fyne.ThemeColorName = "toastText"   // sentence in the toast
	ToastAction fyne.ThemeColorName = "toastAction" // action in the toast
	Veil        fyne.ThemeColorName = "veil"        // ground at half strength behind a dialog
	None        fyne.ThemeColorName = "none"        // nothing is drawn
)

type pair struct{ light, dark color.Color }

func both(rgb uint32) pair { return pair{hex(rgb), hex(rgb)} }

func lightDark(light, dark uint32) pair { return pair{hex(light), hex(dark)} }

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

func halfOf(rgb uint32) color.NRGBA {
	c := hex(rgb)
	c.A = 0x80
	return c
}

// colorTable is the only place where a colour of the window is written down.
var colorTable = map[fyne.ThemeColorName]pair{
	Ground:      lightDark(0xF4F2ED, 0x15181A),
	Paper:       lightDark(0xFFFFFF, 0x1D2123),
	Hover:       lightDark(0xF8F6F2, 0x24292B),
	Sel:         lightDark(0xE4F0F2, 0x17363D),
	Line:        lightDark(0xDFDBD3, 0x33393C),
	Line2:       lightDark(0xB9B3A8, 0x545B5F),
	FieldBorder: lightDark(0x8A857C, 0x7E868A),
	Text:        lightDark(0x1D2225, 0xECEBE7),
	Text2:       lightDark(0x4A5257, 0xBABFC1),
	Text3:       lightDark(0x62696D, 0x9DA4A7),
	Accent:      lightDark(0x0B5A6B, 0x74C6D4),
	AccentHover: lightDark(0x084754, 0x93D6E1),
	OnAccent:    lightDark(0xFFFFFF, 0x08272E),
	Green:       lightDark(0x1E6A3C, 0x7FCC98),
	GreenBg:     lightDark(0xE3F1E7, 0x1D3326),
	Amber:       lightDark(0x855000, 0xEBB968),
	AmberBg:     lightDark(0xFBEFD8, 0x3A2E18),
	Red:         lightDark(0xA5241D, 0xF4A199),
	RedBg:       lightDark(0xFBE7E4, 0x43241F),
	Focus:       lightDark(0x0B5A6B, 0x74C6D4),
	Hatch:       lightDark(0xC9C4BB, 0x4A5155),
	Desk:        lightDark(0xE6E3DC, 0x101314),
	Sheet:       both(0xFFFFFF),
	Ink:         both(0x111111),
	ToastFill:   lightDark(0x1D2225, 0xECEBE7),
	ToastText:   lightDark(0xFFFFFF, 0x1D2123),
	ToastAction: lightDark(0x74C6D4, 0x0B5A6B),
	Veil:        {halfOf(0xF4F2ED), halfOf(0x15181A)},
	None:        {color.Transparent, color.Transparent},
}

// fyneColors gives the names that Fyne's own widgets ask for one of our tokens, so that its file dialogs and menus look alike.
var fyneColors = map[fyne.ThemeColorName]fyne.ThemeColorName{
	fynetheme.ColorNameBackground:          Paper,
	fynetheme.ColorNameButton:              Ground,
	fynetheme.ColorNameDisabledButton:      Ground,
	fynetheme.ColorNameDisabled:            Text3,
	fynetheme.ColorNameError:               Red,
	fynetheme.ColorNameFocus:               Sel,
	fynetheme.ColorNameForeground:          Text,
	fynetheme.ColorNameForegroundOnError:   Paper,
	fynetheme.ColorNameForegroundOnPrimary: OnAccent,
	fynetheme.ColorNameForegroundOnSuccess: Paper,
	fynetheme.ColorNameForegroundOnWarning: Paper,
	fynetheme.ColorNameHeaderBackground:    Ground,
	fynetheme.ColorNameHover:               Hover,
	fynetheme.ColorNameHyperlink:           Accent,
	fynetheme.ColorNameInputBackground:     Paper,
	fynetheme.ColorNameInputBorder:         FieldBorder,
	fynetheme.ColorNameMenuBackground:      Paper,
	fynetheme.ColorNameOverlayBackground:   Paper,
	fynetheme.ColorNamePlaceHolder:         Text3,
	fynetheme.ColorNamePressed:             Sel,
	fynetheme.ColorNamePrimary:             Accent,
	fynetheme.ColorNameScrollBar:           FieldBorder,
	fynetheme.ColorNameScrollBarBackground: None,
	fynetheme.ColorNameSelection:           Sel,
	fynetheme.ColorNameSeparator:           Line,
	fynetheme.ColorNameShadow:              None,
	fynetheme.ColorNameSuccess:             Green,
	fynetheme.ColorNameWarning:             Amber,
}
