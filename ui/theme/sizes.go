package theme

import (
	"math"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The size tokens, in Fyne units at text size 100 %. All but the lines grow with the text size.
const (
	TextPage    fyne.ThemeSizeName = "textPage"    // page title, the big counts of a review
	TextSection fyne.ThemeSizeName = "textSection" // section, day and panel heads
	TextNav     fyne.ThemeSizeName = "textNav"     // rail and tabs
	TextBody    fyne.ThemeSizeName = "textBody"    // tables, forms, lists
	TextCaption fyne.ThemeSizeName = "textCaption" // posts under a name, labels above fields, chips

	LinePage    fyne.ThemeSizeName = "linePage"
	LineSection fyne.ThemeSizeName = "lineSection"
	LineNav     fyne.ThemeSizeName = "lineNav"
	LineBody    fyne.ThemeSizeName = "lineBody"
	LineCaption fyne.ThemeSizeName = "lineCaption"

	Gap0       fyne.ThemeSizeName = "gap0"
	Gap2       fyne.ThemeSizeName = "gap2"
	Gap4       fyne.ThemeSizeName = "gap4"
	Gap8       fyne.ThemeSizeName = "gap8"
	Gap12      fyne.ThemeSizeName = "gap12"
	Gap16      fyne.ThemeSizeName = "gap16"
	Gap24      fyne.ThemeSizeName = "gap24"
	PageMargin fyne.ThemeSizeName = "pageMargin"

	RadiusTick   fyne.ThemeSizeName = "radiusTick"
	RadiusBlock  fyne.ThemeSizeName = "radiusBlock"
	RadiusField  fyne.ThemeSizeName = "radiusField"
	RadiusChip   fyne.ThemeSizeName = "radiusChip"
	RadiusDialog fyne.ThemeSizeName = "radiusDialog"

	Hairline   fyne.ThemeSizeName = "hairline"
	FocusWidth fyne.ThemeSizeName = "focusWidth"
	TabLine    fyne.ThemeSizeName = "tabLine"
	RailLine   fyne.ThemeSizeName = "railLine"
	KindBar    fyne.ThemeSizeName = "kindBar"

	HeaderHeight   fyne.ThemeSizeName = "headerHeight"
	SearchWidth    fyne.ThemeSizeName = "searchWidth"
	SearchHeight   fyne.ThemeSizeName = "searchHeight"
	RailWidth      fyne.ThemeSizeName = "railWidth"
	RailFolded     fyne.ThemeSizeName = "railFolded"
	RailBrand      fyne.ThemeSizeName = "railBrand"
	RailEntry      fyne.ThemeSizeName = "railEntry"
	FoldBelow      fyne.ThemeSizeName = "foldBelow" // the rail folds in a window narrower than this
	VisitHeader    fyne.ThemeSizeName = "visitHeader"
	TabHeight      fyne.ThemeSizeName = "tabHeight"
	ToolRow        fyne.ThemeSizeName = "toolRow"
	TableHead      fyne.ThemeSizeName = "tableHead"
	RowPeople      fyne.ThemeSizeName = "rowPeople"   // dense list of people: 20 rows on a 768-px screen
	RowFigures     fyne.ThemeSizeName = "rowFigures"  // table with figures
	RowTwoLines    fyne.ThemeSizeName = "rowTwoLines" // a title and a caption under it
	FieldHeight    fyne.ThemeSizeName = "fieldHeight"
	FieldPad       fyne.ThemeSizeName = "fieldPad" // between the border of a field and its text
	ButtonHeight   fyne.ThemeSizeName = "buttonHeight"
	ButtonTall     fyne.ThemeSizeName = "buttonTall" // a button alone over the full width of a panel
	ButtonPad      fyne.ThemeSizeName = "buttonPad"
	ButtonPadWide  fyne.ThemeSizeName = "buttonPadWide" // primary
	ChipHeight     fyne.ThemeSizeName = "chipHeight"
	Tick           fyne.ThemeSizeName = "tick"
	TickTarget     fyne.ThemeSizeName = "tickTarget"
	IconSmall      fyne.ThemeSizeName = "iconSmall"
	IconBody       fyne.ThemeSizeName = "iconBody"
	IconRail       fyne.ThemeSizeName = "iconRail"
	RingSmall      fyne.ThemeSizeName = "ringSmall"
	RingLarge      fyne.ThemeSizeName = "ringLarge"
	PanelMin       fyne.ThemeSizeName = "panelMin"
	PanelMax       fyne.ThemeSizeName = "panelMax"
	NavWidth       fyne.ThemeSizeName = "navWidth" // of a list that leads through what a page shows
	DialogWidth    fyne.ThemeSizeName = "dialogWidth"
	DialogForm     fyne.ThemeSizeName = "dialogForm"
	ToastHeight    fyne.ThemeSizeName = "toastHeight"
	ProgressHeight fyne.ThemeSizeName = "progressHeight"
	MinuteHeight   fyne.ThemeSizeName = "minuteHeight" // timeline scale, height of one minute
)

// sizeTable is the only place where a size of the window is written down.
var sizeTable = map[fyne.ThemeSizeName]float32{
	TextPage: 20, TextSection: 15, TextNav: 14, TextBody: 13, TextCaption: 12,
	LinePage: 28, LineSection: 22, LineNav: 20, LineBody: 18, LineCaption: 16,
	Gap0: 0, Gap2: 2, Gap4: 4, Gap8: 8, Gap12: 12, Gap16: 16, Gap24: 24, PageMargin: 24,
	RadiusTick: 3, RadiusBlock: 4, RadiusField: 6, RadiusChip: 10, RadiusDialog: 8,
	HeaderHeight: 48, SearchWidth: 248, SearchHeight: 30,
	RailWidth: 208, RailFolded: 56, RailBrand: 64, RailEntry: 40, FoldBelow: 1100,
	VisitHeader: 52, TabHeight: 36, ToolRow: 32, TableHead: 28,
	RowPeople: 25, RowFigures: 28, RowTwoLines: 44,
	FieldHeight: 32, FieldPad: 8, ButtonHeight: 32, ButtonTall: 36, ButtonPad: 12, ButtonPadWide: 16,
	ChipHeight: 20, Tick: 16, TickTarget: 25,
	IconSmall: 14, IconBody: 16, IconRail: 20, RingSmall: 32, RingLarge: 56,
	PanelMin: 270, PanelMax: 320, NavWidth: 236, DialogWidth: 480, DialogForm: 640,
	ToastHeight: 40, ProgressHeight: 4, MinuteHeight: 2,
}

// lineTable holds the thickness of lines, which stay as they are at every text size.
var lineTable = map[fyne.ThemeSizeName]float32{
	Hairline: 1, FocusWidth: 2, TabLine: 2, RailLine: 3, KindBar: 4,
	fynetheme.SizeNameSeparatorThickness: 1,
	fynetheme.SizeNameInputBorder:        1,
}

// fyneSizes holds what Fyne's own widgets ask for; an Entry of body text fits into a field of 32.
var fyneSizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:               13,
	fynetheme.SizeNameCaptionText:        12,
	fynetheme.SizeNameHeadingText:        20,
	fynetheme.SizeNameSubHeadingText:     15,
	fynetheme.SizeNamePadding:            4,
	fynetheme.SizeNameInnerPadding:       6.5,
	fynetheme.SizeNameLineSpacing:        4,
	fynetheme.SizeNameInlineIcon:         16,
	fynetheme.SizeNameScrollBar:          12,
	fynetheme.SizeNameScrollBarSmall:     4,
	fynetheme.SizeNameScrollBarRadius:    3,
	fynetheme.SizeNameInputRadius:        6,
	fynetheme.SizeNameSelectionRadius:    3,
	fynetheme.SizeNameWindowButtonHeight: 16,
	fynetheme.SizeNameWindowButtonRadius: 8,
	fynetheme.SizeNameWindowButtonIcon:   14,
}

// isType says that a size is one of type, or goes with it, and is not rounded: 125 % of body is really 16.25.
func isType(name fyne.ThemeSizeName) bool {
	switch name {
	case TextPage, TextSection, TextNav, TextBody, TextCaption, fynetheme.SizeNameText, fynetheme.SizeNameInnerPadding,
		fynetheme.SizeNameCaptionText, fynetheme.SizeNameHeadingText, fynetheme.SizeNameSubHeadingText:
		return true
	}
	return false
}

func scaled(name fyne.ThemeSizeName, v, scale float32) float32 {
	if isType(name) {
		return v * scale
	}
	return float32(math.Round(float64(v * scale)))
}
