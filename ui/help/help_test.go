package help_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/words"
	"nhipcau/ui/help"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func said(f *pagetest.Fixture) string { return test.RenderToMarkup(f.Window.Canvas()) }

func TestEveryPageIsExplained(t *testing.T) {
	f := pagetest.New(t)
	p := help.New(f.Host)
	for topic, want := range map[string]string{
		page.PageOverview:                        "Vòng tròn cho biết",
		page.PageVisit + "_" + page.TabProgramme: "Enter thêm mục tiếp theo",
		page.PageVisit + "_" + page.TabLogistics: "Các thẻ đi theo thứ tự",
		page.PageExchange:                        "Trước khi áp dụng",
		page.PageBin:                             "Mọi thứ đã xóa",
		"typing":                                 "Unikey",
	} {
		f.Show(p, page.Route{Record: topic})
		if !strings.Contains(said(f), want) {
			t.Errorf("%s is not explained by %q", topic, want)
		}
	}
}

func TestTheTopicsAreReachedByKey(t *testing.T) {
	f := pagetest.New(t)
	p := help.New(f.Host)
	f.Show(p, page.Route{})
	f.Key(fyne.KeyEnd)
	if here := p.(page.Located).Here().Record; here != page.PageSettings {
		t.Errorf("End leads to %q", here)
	}
	f.Key(fyne.KeyHome)
	if !strings.Contains(said(f), "Ctrl+K") {
		t.Error("the keys are not shown")
	}
}

func TestBothLanguagesExplainTheSame(t *testing.T) {
	for _, lang := range words.Languages() {
		w, err := words.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, topic := range help.Topics() {
			for _, key := range []string{"help." + topic + ".title", "help." + topic + ".text"} {
				if !w.Has(key) {
					t.Errorf("no words in %q for %s", lang, key)
				}
			}
		}
	}
}

func TestTypingFindsATopic(t *testing.T) {
	f := pagetest.New(t)
	p := help.New(f.Host)
	f.Show(p, page.Route{})
	f.Type("thung")
	if here := p.(page.Located).Here().Record; here != page.PageBin {
		t.Errorf("typing leads to %q", here)
	}
	if !strings.Contains(said(f), "Mọi thứ đã xóa") {
		t.Error("the topic that was found is not explained")
	}
}

func TestAnUnknownTopicLeavesTheOneThatIsShown(t *testing.T) {
	f := pagetest.New(t)
	p := help.New(f.Host)
	f.Show(p, page.Route{Record: page.PageExchange})
	f.Show(p, page.Route{Record: "nothing"})
	if here := p.(page.Located).Here().Record; here != page.PageExchange {
		t.Errorf("help is at %q", here)
	}
	if _, ok := f.Window.Canvas().Focused().(*kit.Grid[string]); !ok {
		t.Error("the list of topics has not the keyboard")
	}
}

func TestAKeyStandsBesideWhatItDoes(t *testing.T) {
	for _, lang := range words.Languages() {
		f := pagetest.With(t, pagetest.Options{Language: lang})
		p := help.New(f.Host)
		for _, topic := range help.Topics() {
			f.Show(p, page.Route{Record: topic})
			rows := 0
			for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
				if c, ok := o.(*fyne.Container); ok && len(c.Objects) == 2 && c.Objects[0].Position().Y == c.Objects[1].Position().Y {
					rows++
				}
			}
			if want := strings.Count(f.Say("help."+topic+".text"), " | "); rows < want {
				t.Errorf("%s: %d rows of two columns, want %d", topic, rows, want)
			}
			if strings.Contains(said(f), " | ") {
				t.Errorf("%s: a bar that parts two columns is shown", topic)
			}
		}
	}
}

func TestLooks(t *testing.T) { pagetest.Looks(t, "help", help.New, nil) }
