//go:build journey

package journey

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/sample"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// The main job, from end to end: the sample visit is opened at the first start,
// edited, seen again after a restart, printed, sent as a bundle, and read in by
// a second office.
func TestMainJob(t *testing.T) {
	host, guest := t.TempDir(), t.TempDir()
	out := t.TempDir()
	p := sitDown(t, host)
	p.firstStart("dak glong", "start.with_sample")
	p.editTitle("Học tập kinh nghiệm giảm nghèo bền vững")
	p.picture("info")
	p.getUp(host)

	p = sitDown(t, host)
	p.seeTitle("Học tập kinh nghiệm giảm nghèo bền vững")
	p.printProgramme(filepath.Join(out, "programme.pdf"))
	file := p.export(filepath.Join(out, "visit.json"))
	p.getUp(host)

	p = sitDown(t, guest)
	p.firstStart("thach an", "start.empty")
	p.importFile(file)
	p.seeTitle("Học tập kinh nghiệm giảm nghèo bền vững")
	p.getUp(guest)
}

// firstStart answers the questions of the first start with the keyboard.
func (p *person) firstStart(locality, button string) {
	p.t.Helper()
	h := p.shell.Host()
	where := p.field(h.Say("start.locality"))
	p.do(func() {
		where.Focus() // a screen without a window manager gives no window the keyboard
		p.typed(locality)
		p.key(fyne.KeyReturn)
	})
	p.until("the office has a name", func() bool { return p.fieldText(h.Words.Field(plan.KindOffice, "name")) != "" })
	p.fill(h.Say("start.author"), "Văn phòng")
	p.press(h.Say(button))
	p.until("the office is kept", func() bool { return h.Desk.Office() != nil })
	p.settled()
}

func (p *person) fieldText(label string) string {
	for _, o := range p.objects() {
		if f, ok := o.(labelled); ok && f.Label() == label {
			return f.Text()
		}
	}
	return ""
}

func (p *person) goTo(r page.Route) { p.do(func() { p.shell.Go(r) }) }

func (p *person) visit() *plan.Visit {
	v, ok := desk.Get[*plan.Visit](p.shell.Host().Desk, sample.VisitID)
	if !ok {
		return &plan.Visit{}
	}
	return v
}

// editTitle types another title into the form of the visit.
func (p *person) editTitle(title string) {
	p.t.Helper()
	p.until("the sample visit is here", func() bool { return p.visit().ID != "" })
	p.goTo(page.Route{Page: page.PageVisit, Visit: sample.VisitID, Tab: page.TabInfo})
	p.fill(p.shell.Host().Words.Field(plan.KindVisit, "title"), title)
	p.do(func() { p.shell.Window().Canvas().Unfocus() })
	p.until("the title is kept", func() bool { return p.visit().Title == title })
}

func (p *person) seeTitle(title string) {
	p.t.Helper()
	p.goTo(page.Route{Page: page.PageVisit, Visit: sample.VisitID, Tab: page.TabInfo})
	label := p.shell.Host().Words.Field(plan.KindVisit, "title")
	p.until("the title is seen", func() bool { return p.fieldText(label) == title })
}

// printProgramme saves the programme as PDF from the tab In ấn.
func (p *person) printProgramme(path string) {
	p.t.Helper()
	p.do(func() { p.shell.Host().SaveFile = func(_ string, done func(string)) { done(path) } })
	p.goTo(page.Route{Page: page.PageVisit, Visit: sample.VisitID, Tab: page.TabPapers})
	p.press(p.shell.Host().Say("papers.pdf"))
	p.until("the PDF is written", func() bool {
		raw, err := os.ReadFile(path)
		return err == nil && bytes.HasPrefix(raw, []byte("%PDF-"))
	})
	p.settled()
	p.picture("paper")
}

// export writes the visit as a bundle.
func (p *person) export(path string) string {
	p.t.Helper()
	p.do(func() { p.shell.Host().SaveFile = func(_ string, done func(string)) { done(path) } })
	p.goTo(page.Route{Page: page.PageExchange})
	p.press(p.shell.Host().Say("exchange.export"))
	p.press(p.shell.Host().Say("exchange.write"))
	p.until("the bundle is written", func() bool {
		info, err := os.Stat(path)
		return err == nil && info.Size() > 0
	})
	p.settled()
	return path
}

// importFile looks at a bundle and reads it in.
func (p *person) importFile(path string) {
	p.t.Helper()
	p.goTo(page.Route{Page: page.PageExchange, File: path})
	p.picture("review")
	p.pressApply()
	p.until("the visit has arrived", func() bool { return p.visit().ID != "" })
	p.settled()
}

// pressApply waits for the review and presses the button that reads it in,
// whose word says what will happen.
func (p *person) pressApply() {
	p.t.Helper()
	word, _, _ := strings.Cut(p.shell.Host().Say("exchange.take", "What", "\x00"), "\x00")
	p.until("the review is open", func() bool {
		for _, o := range p.objects() {
			if b, ok := o.(*kit.Button); ok && strings.HasPrefix(b.Text(), word) && len(b.Text()) > len(word) {
				b.Tapped(&fyne.PointEvent{})
				return true
			}
		}
		return false
	})
}
