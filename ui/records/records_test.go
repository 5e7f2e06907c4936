package records_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/topics"
)

func TestLineThatIsRefusedStands(t *testing.T) {
	f := pagetest.New(t)
	f.ExpectFailure = true
	f.ShowTab(topics.NewTab(f.Host))
	before := len(desk.Of[*plan.Topic](f.Desk, f.Visit))
	line := f.Field("")
	line.Focus()
	words := strings.Repeat("dài ", 300)
	f.Type(words)
	f.Key(fyne.KeyReturn)
	if len(f.Failures) != 1 || len(desk.Of[*plan.Topic](f.Desk, f.Visit)) != before {
		t.Fatalf("failures %v", f.Failures)
	}
	if line.Text() != words {
		t.Errorf("the line holds %d letters of %d", len(line.Text()), len(words))
	}
	f.Fill("", "Đào tạo nghề")
	line.Focus()
	f.Key(fyne.KeyReturn)
	if line.Text() != "" || len(desk.Of[*plan.Topic](f.Desk, f.Visit)) != before+1 {
		t.Errorf("after a good line it holds %q", line.Text())
	}
}

func TestMoveWritesOnePlace(t *testing.T) {
	f := pagetest.New(t)
	topicsOf := func() []*plan.Topic { return desk.Of[*plan.Topic](f.Desk, f.Visit) }
	rows := topicsOf()
	err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error {
		for i, at := range plan.Positions(len(rows)) {
			rows[i].Pos = at
			if err := tx.Put(rows[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	f.Show(topics.NewTab(f.Host), page.Route{Visit: f.Visit, Record: rows[0].ID})
	f.Window.Canvas().Unfocus()
	grid := f.Window.Canvas()
	f.Field("").Focus()
	f.Key(fyne.KeyEscape) // to the list
	f.Key(fyne.KeyHome)
	if shortcuts, ok := grid.Focused().(fyne.Shortcutable); ok {
		shortcuts.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	}
	after := topicsOf()
	if after[1].ID != rows[0].ID {
		t.Fatalf("the topic did not move: %v", after)
	}
	for _, topic := range after {
		entries, err := f.Desk.History(topic.ID)
		if err != nil {
			t.Fatal(err)
		}
		if moved := entries[0].Why == "move"; moved != (topic.ID == rows[0].ID) {
			t.Errorf("%s: the last change is %q", topic.Title, entries[0].Why)
		}
	}
}
