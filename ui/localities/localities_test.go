package localities_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/localities"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func open(t *testing.T) *pagetest.Fixture {
	f := pagetest.New(t)
	f.Show(localities.New(f.Host), page.Route{Page: page.PageLocalities})
	return f
}

// find types a name into the search field and presses Enter.
func find(f *pagetest.Fixture, name string) {
	f.Field(f.Say("localities.search")).Focus()
	f.Type(name)
	f.Key(fyne.KeyReturn)
}

func TestFigureIsTypedInOneLine(t *testing.T) {
	f := open(t)
	find(f, "thach an cao bang")
	f.Field("").Focus()
	f.Type("tỷ lệ hộ nghèo 2023 20,5")
	f.Key(fyne.KeyReturn)
	place := f.Desk.FindLocalities("thach an cao bang", pagetest.Today, 1)[0]
	figures := desk.All[*plan.Indicator](f.Desk)
	i := slices.IndexFunc(figures, func(i *plan.Indicator) bool { return i.Locality == place.ID })
	if i < 0 {
		t.Fatal("the figure was not kept")
	}
	if got := figures[i]; got.Measure != "tl_ngheo" || got.Year != 2023 || got.Value != "20.5" || got.Unit != "%" {
		t.Errorf("kept %+v", got)
	}
}

func TestThePageOpensOnOurOwnLocality(t *testing.T) {
	f := pagetest.New(t)
	figure := &plan.Indicator{Locality: f.Desk.Office().Locality, Measure: "tl_ngheo", Year: 2023, Value: "46.66"}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(figure) }); err != nil {
		t.Fatal(err)
	}
	f.Show(localities.New(f.Host), page.Route{Page: page.PageLocalities})
	if shown := test.RenderToMarkup(f.Window.Canvas()); !strings.Contains(shown, "46,66") {
		t.Error("the figures of our own locality are not shown")
	}
}

func TestEscapeLeadsBackStepByStep(t *testing.T) {
	f := open(t)
	c := f.Window.Canvas()
	find(f, "dak glong dak nong")
	f.Key(fyne.KeyEscape)
	f.Key(fyne.KeyEscape) // and stays there
	places, ok := c.Focused().(*kit.Grid[desk.Place])
	if !ok {
		t.Fatalf("Escape in the search leads to %T", c.Focused())
	}
	f.Key(fyne.KeyF2)
	figures, ok := c.Focused().(*kit.Grid[*plan.Indicator])
	if !ok {
		t.Fatalf("F2 leads to %T", c.Focused())
	}
	f.Field(f.Words.Field(plan.KindIndicator, "value")).Focus()
	f.Key(fyne.KeyEscape)
	if c.Focused() != fyne.Focusable(figures) {
		t.Errorf("Escape in the form leads to %T", c.Focused())
	}
	f.Key(fyne.KeyEscape)
	if c.Focused() != fyne.Focusable(places) {
		t.Errorf("Escape in the figures leads to %T", c.Focused())
	}
}

func TestOwnLocalityIsFoundAgain(t *testing.T) {
	f := open(t)
	find(f, "Thôn 8")
	f.Press(f.Say("localities.add"))
	found := f.Desk.FindLocalities("thon 8", pagetest.Today, 5)
	if len(found) == 0 || !found[0].Own || found[0].Name != "Thôn 8" {
		t.Errorf("found %+v", found)
	}
}

func TestLooks(t *testing.T) { pagetest.Looks(t, "localities", localities.New, nil) }
