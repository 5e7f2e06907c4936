package topics_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
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
