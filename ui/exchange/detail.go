package exchange

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// shares are the widths of the table of fields: label, mine, theirs; for a
// record that is not here yet there is nothing of mine.
var (
	shares    = []float32{3, 4, 4}
	sharesNew = []float32{3, 8}
)

// showDetail shows the fields of the selected record.
func (r *review) showDetail() {
	row, ok := r.grid.Selected()
	r.detail.Objects = nil
	if ok {
		r.detail.Objects = r.fieldsOf(row)
	}
	r.detail.Refresh()
	r.scroll.ScrollToTop()
}

func (r *review) fieldsOf(row reviewRow) []fyne.CanvasObject {
	h := r.host
	look, _ := outcomeOf(row.item.Outcome)
	out := []fyne.CanvasObject{
		kit.SectionHead(row.label, kit.NewChip(look.tone, h.Say(look.key)), nil),
		kit.NewParagraph(kit.RoleCaption, h.Say(r.meaning(row.item))).In(theme.Text2),
	}
	lines := r.lines(row.item)
	if len(lines) == 0 {
		return out
	}
	isNew := row.item.Outcome == desk.Added
	title := func(text string) fyne.CanvasObject { return kit.NewText(kit.RoleCaption, text).In(theme.Text2) }
	head := table(isNew, title(h.Say("exchange.field")), title(h.Say("exchange.mine")),
		title(h.Say("exchange.theirs", "From", sender(h, r.preview.Bundle.From.Name))))
	out = append(out, kit.Gap(theme.Gap8), head, kit.NewHeadLine())
	for _, l := range lines {
		out = append(out, r.lineOf(l, isNew), kit.NewHairline())
	}
	return out
}

func table(isNew bool, label, mine, theirs fyne.CanvasObject) fyne.CanvasObject {
	if isNew {
		return kit.Columns(theme.Gap12, sharesNew, label, theirs)
	}
	return kit.Columns(theme.Gap12, shares, label, mine, theirs)
}

// meaning says in a sentence what happens to a record.
func (r *review) meaning(item desk.PreviewItem) string {
	look, _ := outcomeOf(item.Outcome)
	if item.Outcome == desk.Differing && !anyDiffers(item.Fields) {
		return "exchange.contested_meaning"
	}
	return look.key + "_meaning"
}

func anyDiffers(fields []desk.PreviewField) bool {
	for _, f := range fields {
		if f.Differ {
			return true
		}
	}
	return false
}

// line is one field in words.
type line struct {
	label, mine, theirs string
	differ              bool
}

// lines puts the fields into words: those that differ first. What is empty on
// both sides says nothing and is left out, as is the place in a list of what is
// new.
func (r *review) lines(item desk.PreviewItem) []line {
	var asked, rest []line
	for _, f := range item.Fields {
		l := line{
			label: r.host.Words.Field(item.Kind, f.Name), differ: f.Differ,
			mine: r.words.value(item.Kind, f.Name, f.Mine), theirs: r.words.value(item.Kind, f.Name, f.Theirs),
		}
		switch {
		case l.differ:
			asked = append(asked, l)
		case l.mine == "" && l.theirs == "", silent(item, f.Name):
		default:
			rest = append(rest, l)
		}
	}
	return append(asked, rest...)
}

// silent says whether a field tells a person nothing.
func silent(item desk.PreviewItem, field string) bool {
	decl, ok := plan.DeclarationOf(string(item.Kind))
	if !ok || item.Outcome != desk.Added {
		return false
	}
	f, ok := decl.Field(field)
	return ok && (f.Name == "pos" || f.Ref == plan.KindVisit)
}

func (r *review) lineOf(l line, isNew bool) fyne.CanvasObject {
	label := []fyne.CanvasObject{kit.NewParagraph(kit.RoleStrong, l.label)}
	if l.differ {
		label = append(label, kit.NewParagraph(kit.RoleCaption, r.host.Say("exchange.keeps_both")).In(theme.Red))
	}
	return kit.PadSides(theme.Gap0, theme.Gap4, theme.Gap0, theme.Gap4,
		table(isNew, kit.VBox(theme.Gap0, label...), r.side(l.mine, false), r.side(l.theirs, !isNew)))
}

// side is one side's value. What is not there is said in a weaker colour.
func (r *review) side(text string, strong bool) fyne.CanvasObject {
	if text == "" {
		return kit.NewParagraph(kit.RoleBody, r.host.Say("exchange.none")).In(theme.Text3)
	}
	role := kit.RoleBody
	if strong {
		role = kit.RoleStrong
	}
	return kit.NewParagraph(role, text)
}
