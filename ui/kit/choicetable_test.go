package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

func choiceLine(key string, numbers ...int) kit.ChoiceLine {
	line := kit.ChoiceLine{Key: key, Tick: kit.TickOn, Head: kit.NewParagraph(kit.RoleStrong, key)}
	for _, n := range numbers {
		value := kit.ChoiceValue{Content: kit.NewParagraph(kit.RoleBody, key), Number: n}
		line.Columns = append(line.Columns, []kit.ChoiceValue{value})
	}
	return line
}

func TestChoiceTableByKey(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	table := kit.NewChoiceTable(1, 1, 1)
	w := test.NewTempWindow(t, table)
	w.Resize(fyne.NewSize(600, 300))
	var turned []int
	var chosen [][2]int
	table.OnTick = func(line int) { turned = append(turned, line) }
	table.OnChoose = func(line, number int) { chosen = append(chosen, [2]int{line, number}) }
	lines := []kit.ChoiceLine{choiceLine("a", 1, 2), choiceLine("b", 1), choiceLine("c")}
	lines[2].Tick = kit.TickNone
	table.SetLines(lines)
	w.Canvas().Focus(table)
	kittest.Type(w.Canvas(), "2 ")
	kittest.Key(w.Canvas(), fyne.KeyDown)
	kittest.Type(w.Canvas(), "12x") // the second line has no 2
	kittest.Key(w.Canvas(), fyne.KeyEnd)
	kittest.Type(w.Canvas(), " 1") // nothing to tick, nothing to choose
	if !slices.Equal(turned, []int{0}) || !slices.Equal(chosen, [][2]int{{0, 2}, {1, 1}}) {
		t.Errorf("turned %v, chosen %v", turned, chosen)
	}
	table.SetLines([]kit.ChoiceLine{lines[2], lines[0]})
	if table.Current() != 0 {
		t.Errorf("the current line is %d, its key has moved to 0", table.Current())
	}
	table.SetLines(nil)
	kittest.Key(w.Canvas(), fyne.KeyDown)
	kittest.Type(w.Canvas(), "1 ")
	if table.Current() != -1 || len(chosen) != 2 {
		t.Errorf("an empty table has line %d, and chose %v", table.Current(), chosen)
	}
}

func TestChoiceTableByMouse(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	table := kit.NewChoiceTable(1, 1, 1)
	w := test.NewTempWindow(t, table)
	w.Resize(fyne.NewSize(600, 300))
	turned, chosen := -1, [2]int{}
	table.OnTick = func(line int) { turned = line }
	table.OnChoose = func(line, number int) { chosen = [2]int{line, number} }
	table.SetLines([]kit.ChoiceLine{choiceLine("a", 1, 2), choiceLine("b", 1, 2)})
	ticks := []*kit.Tick{}
	for _, o := range test.LaidOutObjects(w.Canvas().Content()) {
		if tick, ok := o.(*kit.Tick); ok {
			ticks = append(ticks, tick)
		}
	}
	if len(ticks) != 6 { // a tick and two round buttons a line
		t.Fatalf("%d ticks", len(ticks))
	}
	test.Tap(ticks[3])
	test.Tap(ticks[5])
	if turned != 1 || chosen != [2]int{1, 2} || table.Current() != 1 {
		t.Errorf("turned %d, chosen %v, current %d", turned, chosen, table.Current())
	}
}

func TestMarkedWrapsAndMarks(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	m := kit.NewMarked(kit.RoleBody, []kit.Stretch{{Text: "Học tập "}, {Text: "kinh nghiệm ", Marked: true}, {Text: "giảm nghèo\nbền vững"}})
	w := test.NewTempWindow(t, m)
	w.Resize(fyne.NewSize(800, 100))
	wide := m.MinSize().Height
	m.Resize(fyne.NewSize(60, 100))
	narrow := m.MinSize().Height
	if m.Text() != "Học tập kinh nghiệm giảm nghèo\nbền vững" || !slices.Equal(m.Marks(), []string{"kinh nghiệm"}) {
		t.Errorf("%q, marked %q", m.Text(), m.Marks())
	}
	if narrow <= wide {
		t.Errorf("as high in a narrow box (%v) as in a wide one (%v)", narrow, wide)
	}
}

func TestGridAsksFirstWhatALetterMeans(t *testing.T) {
	env, _ := kittest.Env()
	kittest.App(t, theme.Light, theme.Percent100)
	g := kit.NewGrid(env, func(s string) string { return s },
		kit.Column[string]{ID: "name", Width: 100, Text: func(s string) string { return s }})
	g.SetTypeColumn("name")
	g.SetRows([]string{"an", "1 bình"})
	heard := ""
	g.OnRune = func(_ string, r rune) bool { heard += string(r); return r == '1' }
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(g)
	kittest.Type(w.Canvas(), "1")
	if row, _ := g.Selected(); row != "an" || heard != "1" {
		t.Errorf("selected %q, heard %q", row, heard)
	}
}
