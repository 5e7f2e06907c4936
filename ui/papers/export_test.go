package papers

import (
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
)

// Fetch does what a preview does off the UI goroutine.
func Fetch(p page.Page, visit string) {
	p.(*tab).fetch(visit, papers.Request{Kind: plan.PaperProgramme}, marking{})
}

// Write does what saving does off the UI goroutine.
func Write(p page.Page, visit, path string) error {
	t := p.(*tab)
	got := t.fetch(visit, papers.Request{Kind: plan.PaperProgramme}, marking{})
	printer, err := t.printer()
	if err != nil {
		return err
	}
	_, err = printer.Write(path, got.doc)
	return err
}
