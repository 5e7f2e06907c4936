package exchange

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/worddiff"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// shares are the widths of the table of fields: label, mine, theirs, what both
// had; for a record that is not here yet there is only theirs.
var (
	shares    = []float32{4, 5, 5, 4}
	sharesNew = []float32{3, 8}
)

// showFields shows the fields of the selected record; the place in them stays.
func (r *review) showFields() {
	row, ok := r.grid.Selected()
	r.detail.Objects = nil
	if ok {
		r.detail.Objects = r.fieldsOf(row)
	} else {
		r.table.SetLines(nil)
	}
	r.detail.Refresh()
	if r.shown != row.key {
		r.shown = row.key
		r.scroll.ScrollToTop()
	}
}

func (r *review) fieldsOf(row reviewRow) []fyne.CanvasObject {
	h := r.host
	tone, icon, word := r.chip(row)
	var chip fyne.CanvasObject
	if word != "" && !row.isHead() {
		chip = kit.NewIconChip(tone, icon, word)
	}
	out := []fyne.CanvasObject{
		kit.SectionHead(row.label, chip, r.allButtons(row)),
		kit.NewParagraph(kit.RoleCaption, h.Say(r.meaning(row))).In(theme.Text2),
	}
	lines := r.lines(row.item)
	r.table.SetWeights(r.weights(row.item)...)
	r.table.SetLines(r.choiceLines(row.item, lines))
	if len(lines) == 0 {
		return out
	}
	return append(out, kit.Gap(theme.Gap8), r.columnHeads(row.item), kit.NewHeadLine(), r.table)
}

func (r *review) weights(item desk.PreviewItem) []float32 {
	if item.New {
		return sharesNew
	}
	return shares
}

// columnHeads names the columns.
func (r *review) columnHeads(item desk.PreviewItem) fyne.CanvasObject {
	h := r.host
	words := []string{h.Say("exchange.field")}
	switch {
	case r.open:
		words = append(words, h.Say("review.standing"), h.Say("review.other"), h.Say("review.base"))
	case item.New:
		words = append(words, h.Say("exchange.theirs", "From", sender(h, r.preview.Bundle.From.Name)))
	default:
		words = append(words, h.Say("exchange.mine"), h.Say("exchange.theirs", "From", sender(h, r.preview.Bundle.From.Name)), h.Say("review.base"))
	}
	heads := make([]fyne.CanvasObject, len(words))
	for i, word := range words {
		heads[i] = kit.NewTipText(kit.RoleCaption, word).In(theme.Text2)
	}
	return kit.PadSides(theme.Gap4, theme.Gap0, theme.Gap4, theme.Gap0, kit.Columns(theme.Gap12, r.weights(item), heads...))
}

// allButtons settle all that differs in a record, or in a group, at once.
func (r *review) allButtons(row reviewRow) fyne.CanvasObject {
	h := r.host
	asks := row.item.Outcome == desk.Differing || row.item.Outcome == desk.Edited
	if !asks || r.open { // of what is open, whose the values are differs from field to field
		return nil
	}
	button := func(key string, digit int) fyne.CanvasObject {
		return kit.NewButton(kit.Secondary, h.Say(key), func() { r.chooseAll(row, digit) }).WithTip(h.Say(key + "_tip"))
	}
	return kit.HBox(theme.Gap8, button("review.all_mine", chooseMine), button("review.all_theirs", chooseTheirs))
}

// meaning is the key of the sentence that says what happens to a record.
func (r *review) meaning(row reviewRow) string {
	look, _ := outcomeOf(row.item.Outcome)
	switch {
	case row.isHead() && !r.open:
		return "review.group_keys"
	case row.item.Contested && !anyDiffers(row.item.Fields()):
		return "exchange.contested_meaning"
	case look.is == desk.Differing:
		return "exchange.differing_meaning"
	case row.of == oursGroup:
		return "review.ours_meaning"
	}
	return look.key + "_meaning"
}

func anyDiffers(fields []desk.PreviewField) bool {
	return slices.ContainsFunc(fields, func(f desk.PreviewField) bool { return f.Differ })
}

// line is one field in words.
type line struct {
	field              desk.PreviewField
	label              string
	mine, theirs, base string
}

// lines puts the fields into words: those that differ first. What is empty on
// both sides says nothing and is left out, as is the place in a list of what is
// new.
func (r *review) lines(item desk.PreviewItem) []line {
	var asked, rest []line
	if item.Contested {
		asked = append(asked, line{field: desk.PreviewField{Name: desk.Deletion}, label: r.host.Say("review.deletion")})
	}
	for _, f := range item.Fields() {
		l := line{
			field: f, label: r.host.Words.Field(item.Kind, f.Name), mine: r.words.value(item.Kind, f.Name, f.Mine),
			theirs: r.words.value(item.Kind, f.Name, f.Theirs), base: r.words.value(item.Kind, f.Name, f.Base()),
		}
		switch {
		case f.Differ:
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

func (r *review) turnLine(i int) {
	if row, ok := r.grid.Selected(); ok && i < len(r.table.Lines()) {
		r.turnField(row.item, r.table.Lines()[i].Key)
	}
}

func (r *review) chooseLine(i, digit int) {
	if row, ok := r.grid.Selected(); ok && i < len(r.table.Lines()) {
		r.choose(row.item, r.table.Lines()[i].Key, digit)
	}
}

func (r *review) choiceLines(item desk.PreviewItem, lines []line) []kit.ChoiceLine {
	out := make([]kit.ChoiceLine, len(lines))
	for i, l := range lines {
		out[i] = kit.ChoiceLine{Key: l.field.Name, Tick: r.fieldTick(item, l.field), Head: r.headOfLine(item, l)}
		switch {
		case l.field.Name == desk.Deletion:
			out[i].Columns = r.deletionColumns(item)
		case item.New:
			out[i].Columns = [][]kit.ChoiceValue{{{Content: r.side(l.theirs)}}}
		default:
			out[i].Columns = r.columnsOf(item, l)
		}
	}
	return out
}

func (r *review) fieldTick(item desk.PreviewItem, f desk.PreviewField) kit.TickState {
	switch {
	case r.open || f.Name == desk.Deletion || item.Needs(f.Name) || item.Outcome == desk.SetAside:
		return kit.TickNone
	case r.choices.Ticked(item.ID) && r.choices.FieldTicked(item.ID, f.Name):
		return kit.TickOn
	}
	return kit.TickOff
}

// headOfLine names a field and says how it stands with it.
func (r *review) headOfLine(item desk.PreviewItem, l line) fyne.CanvasObject {
	h := r.host
	digit := r.digitOf(item, l.field.Name)
	key, color := "", theme.Text2
	switch asks := l.field.Differ || l.field.Name == desk.Deletion; {
	case !r.choices.Ticked(item.ID) || !r.choices.FieldTicked(item.ID, l.field.Name):
		key = "review.later"
	case l.field.Name == desk.Deletion && digit == 0:
		key, color = "review.deletion_open", theme.Red
	case asks && digit == 0:
		key, color = "exchange.keeps_both", theme.Red
	case asks:
		key, color = "review.differ_chosen", theme.Green
	case item.New:
	case digit == chooseMine:
		key, color = "review.mine_kept", theme.Green
	case digit == chooseText:
		key, color = "review.answered", theme.Green
	default:
		key, color = "review.theirs_edited", theme.Amber
	}
	parts := []fyne.CanvasObject{kit.NewParagraph(kit.RoleStrong, l.label)}
	if key != "" {
		parts = append(parts, kit.NewParagraph(kit.RoleCaption, h.Say(key)).In(color))
	}
	return kit.VBox(theme.Gap0, parts...)
}

func (r *review) deletionColumns(item desk.PreviewItem) [][]kit.ChoiceValue {
	h, digit := r.host, r.digitOf(item, desk.Deletion)
	one := func(number int) []kit.ChoiceValue {
		key := "review.keep"
		if deletionTake(item, number) == desk.TakeDelete {
			key = "review.bin"
		}
		return []kit.ChoiceValue{{Content: kit.NewParagraph(kit.RoleBody, h.Say(key)), Number: number, On: digit == number}}
	}
	return [][]kit.ChoiceValue{one(chooseMine), one(chooseTheirs), nil}
}

// columnsOf gives mine, theirs with what else can be chosen, and what both had.
func (r *review) columnsOf(item desk.PreviewItem, l line) [][]kit.ChoiceValue {
	h, digit := r.host, r.digitOf(item, l.field.Name)
	value := func(number int, content fyne.CanvasObject) kit.ChoiceValue {
		on := digit == number && (r.open || r.choices.Ticked(item.ID) && r.choices.FieldTicked(item.ID, l.field.Name))
		return kit.ChoiceValue{Content: content, Number: number, On: on}
	}
	left, right := compare2(l.mine, l.theirs)
	mine := []kit.ChoiceValue{value(chooseMine, r.written(left, l.field.MineBy(), l.field.Differ))}
	theirs := []kit.ChoiceValue{value(chooseTheirs, r.written(right, l.field.TheirsBy(), l.field.Differ))}
	if both := l.field.Both(); both != nil {
		parts := []fyne.CanvasObject{kit.NewParagraph(kit.RoleStrong, h.Say("review.both")).In(theme.Accent)}
		if digit == chooseBoth {
			parts = append(parts, kit.NewParagraph(kit.RoleBody, r.words.value(item.Kind, l.field.Name, both)))
		}
		theirs = append(theirs, value(chooseBoth, kit.VBox(theme.Gap0, parts...)))
	}
	for i, one := range l.field.Others() {
		text := plainStretch(r.words.value(item.Kind, l.field.Name, one.Value))
		theirs = append(theirs, value(chooseOther+i, r.written(text, desk.Writer{Author: one.Author, At: one.At}, true)))
	}
	if l.field.Words() {
		theirs = append(theirs, value(chooseText, r.answered(item, l.field.Name, digit == chooseText)))
	}
	var base []kit.ChoiceValue
	if l.field.Base() != nil {
		base = []kit.ChoiceValue{{Content: r.side(l.base)}}
	}
	return [][]kit.ChoiceValue{mine, theirs, base}
}

// answered offers words of one's own, and shows them.
func (r *review) answered(item desk.PreviewItem, name string, chosen bool) fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.NewParagraph(kit.RoleStrong, r.host.Say("review.answer")).In(theme.Accent)}
	if chosen {
		_, value := r.choices.Picked(item.ID, name)
		parts = append(parts, r.side(r.words.value(item.Kind, name, value)))
	}
	return kit.VBox(theme.Gap0, parts...)
}

// side is a value that is only there to be read. What is not there is said in a
// weaker colour.
func (r *review) side(text string) fyne.CanvasObject {
	if text == "" {
		return kit.NewParagraph(kit.RoleBody, r.host.Say("exchange.none")).In(theme.Text3)
	}
	return kit.NewParagraph(kit.RoleBody, text)
}

// written is a value with who wrote it.
func (r *review) written(text []kit.Stretch, by desk.Writer, tellWho bool) fyne.CanvasObject {
	var content fyne.CanvasObject
	switch whole := kit.NewMarked(kit.RoleBody, text); {
	case whole.Text() == "":
		content = r.side("")
	case len(whole.Marks()) == 0:
		content = kit.NewParagraph(kit.RoleBody, whole.Text())
	default:
		content = whole
	}
	if !tellWho || by.At.IsZero() {
		return content
	}
	who := strings.TrimPrefix(by.Author+", "+moment(r.host, by.At), ", ")
	return kit.VBox(theme.Gap0, content, kit.NewParagraph(kit.RoleCaption, who).In(theme.Text2))
}

func plainStretch(text string) []kit.Stretch { return []kit.Stretch{{Text: text}} }

// compare2 marks the differing words of two texts that have words in common;
// where there are none, marks would only say what is seen anyway.
func compare2(a, b string) (left, right []kit.Stretch) {
	x, y := worddiff.Compare(a, b)
	alike := func(s worddiff.Span) bool { return !s.Differs }
	if !slices.ContainsFunc(x, alike) || !slices.ContainsFunc(y, alike) {
		return plainStretch(a), plainStretch(b)
	}
	return stretches(x), stretches(y)
}

func stretches(spans []worddiff.Span) []kit.Stretch {
	out := make([]kit.Stretch, len(spans))
	for i, s := range spans {
		out[i] = kit.Stretch{Text: s.Text, Marked: s.Differs}
	}
	return out
}
