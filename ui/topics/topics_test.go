package topics_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/topics"
)

// add types words at the foot of the list and presses Enter.
func add(f *pagetest.Fixture, words string) {
	f.Field("").Focus()
	f.Type(words)
	f.Key(fyne.KeyReturn)
}

func TestTopicIsAddedAndDecided(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(topics.NewTab(f.Host))
	add(f, "Tín dụng chính sách")
	f.Fill(f.Words.Field(plan.KindTopic, "findings"), "Cho vay qua tổ tiết kiệm")
	got := desk.Of[*plan.Topic](f.Desk, f.Visit)
	last := got[len(got)-1]
	if len(got) != 4 || last.Title != "Tín dụng chính sách" || last.Findings != "Cho vay qua tổ tiết kiệm" {
		t.Errorf("topics: %+v", last)
	}
}

func TestF2EditsAndEscapeLeadsBackToTheList(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(topics.NewTab(f.Host))
	c := f.Window.Canvas()
	f.Field("").Focus() // at the foot
	f.Key(fyne.KeyEscape)
	list, ok := c.Focused().(*kit.Grid[*plan.Topic])
	if !ok {
		t.Fatalf("Escape at the foot leads to %T", c.Focused())
	}
	f.Key(fyne.KeyHome)
	f.Key(fyne.KeyF2)
	f.Type("Chăn nuôi bò")
	c.Unfocus()
	if r, _ := list.Selected(); !strings.Contains(r.Title, "Chăn nuôi bò") {
		t.Errorf("F2 did not lead into the title, which is %q", r.Title)
	}
	f.Field(f.Words.Field(plan.KindTopic, "owner")).Focus()
	f.Type("x")
	f.Key(fyne.KeyEscape) // takes the letter back
	if c.Focused() == fyne.Focusable(list) {
		t.Error("the first Escape is that of the field")
	}
	f.Key(fyne.KeyEscape)
	if c.Focused() != fyne.Focusable(list) {
		t.Errorf("Escape in the form leads to %T", c.Focused())
	}
	if page.UseKey(topics.NewTab(f.Host), &fyne.KeyEvent{Name: fyne.KeyF1}) {
		t.Error("the tab keeps a key of the window")
	}
}

func TestQuestionStandsInItsList(t *testing.T) {
	f := pagetest.New(t)
	q := &plan.Question{Visit: f.Visit, Text: "Mở lớp ở đâu?", State: plan.QuestionOpen}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(q) }); err != nil {
		t.Fatal(err)
	}
	f.Show(topics.NewTab(f.Host), page.Route{Visit: f.Visit, Record: q.ID})
	f.Fill(f.Words.Field(plan.KindQuestion, "answer"), "Tại nhà văn hóa thôn")
	if got := desk.Of[*plan.Question](f.Desk, f.Visit); len(got) != 1 || got[0].Answer != "Tại nhà văn hóa thôn" {
		t.Errorf("questions: %+v; a route to a question opens the other list", got)
	}
}

func TestLooks(t *testing.T) { pagetest.Looks(t, "topics", topics.NewTab, nil) }

// Files can be attached to the topic that is selected, by the button or by
// dropping them.
func TestFilesOfATopic(t *testing.T) {
	f := pagetest.New(t)
	tab := topics.NewTab(f.Host)
	f.ShowTab(tab)
	first := desk.Of[*plan.Topic](f.Desk, f.Visit)[0]
	f.Picked = filepath.Join(t.TempDir(), "Biểu mẫu.docx")
	if err := os.WriteFile(f.Picked, []byte("PK\x03\x04"), 0o600); err != nil {
		t.Fatal(err)
	}
	f.Press(f.Say("files.add_short"))
	if all := f.Desk.AttachmentsOf(first.ID); len(all) != 1 || all[0].Name != "Biểu mẫu.docx" {
		t.Fatalf("attached are %v", all)
	}
	if !strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "Biểu mẫu.docx") {
		t.Error("the file is not seen")
	}
	if !strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "1 KB") {
		t.Error("its size is not seen")
	}
	f.Shot("topics-files")
	add(f, "Một nội dung mới") // is selected now
	if strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "Biểu mẫu.docx") {
		t.Error("the file of one topic is shown with another")
	}
}
