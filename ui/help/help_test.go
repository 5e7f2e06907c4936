package help_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/words"
	"nhipcau/ui/help"
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
