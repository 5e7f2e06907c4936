package printing_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/fault"
	"nhipcau/app/paper"
	"nhipcau/app/printing"
	"nhipcau/ui/kit"
	"nhipcau/ui/pagetest"
	ui "nhipcau/ui/printing"
	"nhipcau/ui/theme"
)

// fivePages is a paper of five pages.
func fivePages(t *testing.T) *paper.Pages {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	doc := paper.Document{Title: "Chương trình", Language: "vi-VN", Page: paper.A4Portrait()}
	for i, text := range []string{"một", "hai", "ba", "bốn", "năm"} {
		if i > 0 {
			doc.Blocks = append(doc.Blocks, paper.PageBreak{})
		}
		doc.Blocks = append(doc.Blocks, paper.Paragraph{Runs: []paper.Run{{Text: text, Size: 60}}})
	}
	pages, err := paper.Layout(doc, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// dialog is the dialog in a window.
type dialog struct {
	*pagetest.Fixture
	t    *testing.T
	done int
	sent []int
}

func show(t *testing.T, f *pagetest.Fixture) *dialog {
	t.Helper()
	d := &dialog{Fixture: f, t: t}
	ui.Show(f.Host, ui.Job{Title: "CTr_ThachAn", Pages: fivePages(t), Page: 2}, func(sent []int) { d.done++; d.sent = sent })
	return d
}

func (d *dialog) open() bool { return kit.HasDialog(d.Window.Canvas()) }

// said looks for a text in the dialog.
func (d *dialog) said(part string) bool {
	return slices.ContainsFunc(d.Texts(), func(s string) bool { return strings.Contains(s, part) })
}

// find returns the first widget of a type in the dialog.
func find[W fyne.CanvasObject](d *dialog) W {
	d.t.Helper()
	for _, o := range test.LaidOutObjects(d.Window.Canvas().Overlays().Top()) {
		if w, ok := o.(W); ok {
			return w
		}
	}
	d.t.Fatal("there is no such widget")
	panic("unreachable")
}

// choose moves the choice of pages to a word by its place.
func (d *dialog) choose(place int) {
	which := find[*kit.Segmented](d)
	d.Window.Canvas().Focus(which)
	for which.Selected() < place {
		which.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
}

// pick types a part of a title into a list and takes what matches.
func (d *dialog) pick(label, part string) {
	d.t.Helper()
	d.Field(label).Focus()
	d.Type(part)
	d.Key(fyne.KeyReturn)
}

// pages are the pages that were printed, by their numbers.
func pages(j printing.Job) []int {
	var out []int
	for _, p := range j.Pages.List {
		out = append(out, p.Number)
	}
	return out
}

func (d *dialog) job() printing.Job {
	d.t.Helper()
	if len(d.Printer.Jobs) != 1 {
		d.t.Fatalf("%d jobs, want one", len(d.Printer.Jobs))
	}
	return d.Printer.Jobs[0]
}

func TestEnterPrintsOneCopyOfAllPagesOnTheUsualPrinter(t *testing.T) {
	d := show(t, pagetest.New(t))
	d.Key(fyne.KeyReturn)
	job := d.job()
	if d.Printer.To[0].Name != "tang2" || job.Copies != 1 || job.Sides != printing.OneSide || len(job.Pages.List) != 5 {
		t.Errorf("printed %+v on %v", job, d.Printer.To)
	}
	if d.open() || d.done != 1 || len(d.sent) != 5 || d.LastToast() != d.Say("printing.done", "Printer", "Máy in tầng 2") {
		t.Errorf("open %v, done %d with pages %v, said %q", d.open(), d.done, d.sent, d.LastToast())
	}
}

func TestWhatIsChosenIsPrinted(t *testing.T) {
	d := show(t, pagetest.New(t))
	d.Fill(d.Say("printing.copies"), "25")
	d.pick(d.Say("printing.sides"), "lật cạnh dài")
	d.choose(2)
	d.Type("2-4")
	d.pick(d.Say("printing.parity"), "chẵn")
	d.Press(d.Say("printing.act", "Copies", 25, "Count", 2))
	if job := d.job(); job.Copies != 25 || job.Sides != printing.LongEdge || !slices.Equal(pages(job), []int{2, 4}) {
		t.Errorf("%d copies on %v of pages %v", job.Copies, job.Sides, pages(job))
	}
}

func TestThisPageIsTheOneInSight(t *testing.T) {
	d := show(t, pagetest.New(t))
	d.choose(1)
	d.Press(d.Say("printing.act", "Copies", 1, "Count", 1))
	if got := pages(d.job()); !slices.Equal(got, []int{3}) {
		t.Errorf("pages %v", got)
	}
}

func TestWhatCannotBeMeantIsNotSent(t *testing.T) {
	d := show(t, pagetest.New(t))
	d.choose(2)
	d.Fill(d.Say("printing.range"), "7")
	if got := d.Field(d.Say("printing.range")).Message(); got != d.Say("fault.print_page_beyond", "Page", 7, "Pages", 5) {
		t.Errorf("below the field stands %q", got)
	}
	d.Key(fyne.KeyReturn)
	d.Fill(d.Say("printing.range"), "1")
	d.Field(d.Say("printing.copies")).Focus()
	d.Type("0")
	d.Key(fyne.KeyReturn)
	if len(d.Printer.Jobs) != 0 || !d.open() {
		t.Errorf("sent %+v", d.Printer.Jobs)
	}
}

func TestTheLastPrinterAndSidesAreKept(t *testing.T) {
	f := pagetest.New(t)
	f.Printer.List = append([]printing.Printer{{Name: "vanthu"}}, f.Printer.List...)
	d := show(t, f)
	d.pick(d.Say("printing.printer"), "vanthu")
	d.pick(d.Say("printing.sides"), "cạnh ngắn")
	d.Key(fyne.KeyReturn)
	d = show(t, f)
	d.Key(fyne.KeyReturn)
	if len(f.Printer.To) != 2 || f.Printer.To[1].Name != "vanthu" || f.Printer.Jobs[1].Sides != printing.ShortEdge {
		t.Errorf("then printed on %v", f.Printer.To)
	}
	f.Printer.List = f.Printer.List[1:]
	show(t, f)
	d.Key(fyne.KeyReturn)
	if f.Printer.To[2].Name != "tang2" {
		t.Errorf("without it printed on %v", f.Printer.To[2])
	}
}

func TestAFailureSaysWhyAndCanBeSentAgain(t *testing.T) {
	d := show(t, pagetest.New(t))
	d.Printer.Err = &printing.Failure{
		Cause: fault.New("fault.print_stopped", "Printer", "tang2"), Says: "khay 2", Troubles: []printing.Trouble{printing.PaperOut},
	}
	d.Key(fyne.KeyReturn)
	if !d.open() || d.done != 0 || !d.said(d.Say("fault.print_stopped", "Printer", "tang2")) || !d.said("khay 2") || !d.said("hết giấy") {
		t.Fatalf("open %v, says %q", d.open(), d.Texts())
	}
	d.Printer.Err = nil
	d.Press(d.Say("printing.again"))
	if d.open() || d.done != 1 || len(d.Printer.Jobs) != 2 {
		t.Errorf("open %v, done %d, %d jobs", d.open(), d.done, len(d.Printer.Jobs))
	}
}

func TestAJobThatIsStoppedIsNoFailure(t *testing.T) {
	d := show(t, pagetest.New(t))
	d.Printer.Sending = func(context.Context) { d.Key(fyne.KeyEscape) }
	d.Key(fyne.KeyReturn)
	if !d.open() || d.done != 0 || !d.said(d.Say("printing.stopped_here")) {
		t.Errorf("open %v, done %d, says %q", d.open(), d.done, d.Texts())
	}
	d.Printer.Sending = nil
	d.Key(fyne.KeyReturn)
	if d.open() || d.done != 1 {
		t.Error("it can't be sent after that")
	}
}

func TestAJobThatWaitsSaysWhy(t *testing.T) {
	d := show(t, pagetest.New(t))
	d.Printer.Answer = printing.Receipt{ID: "tang2-2", Troubles: []printing.Trouble{printing.Offline}}
	d.Key(fyne.KeyReturn)
	if d.done != 1 || !strings.Contains(d.LastToast(), d.Say("printing.trouble_offline")) {
		t.Errorf("said %q", d.LastToast())
	}
}

func TestWithoutAPrinterThePDFIsOpened(t *testing.T) {
	f := pagetest.New(t)
	f.Printer.List = []printing.Printer{{Way: printing.Viewer}}
	d := show(t, f)
	if !d.said(d.Say("printing.none")) {
		t.Errorf("says %q", d.Texts())
	}
	d.Press(d.Say("printing.act_viewer"))
	if len(f.Printer.To) != 1 || f.Printer.To[0].Way != printing.Viewer || d.LastToast() != d.Say("printing.opened") {
		t.Errorf("printed on %v, said %q", f.Printer.To, d.LastToast())
	}
}

func TestAPrinterOfOneSideIsNotAskedForTwo(t *testing.T) {
	f := pagetest.New(t)
	f.Keep("printing.sides", "long")
	f.Printer.List[0].OneSided = true
	d := show(t, f)
	if !d.said(d.Say("printing.one_sided")) {
		t.Errorf("says %q", d.Texts())
	}
	d.Key(fyne.KeyReturn)
	if d.job().Sides != printing.OneSide || f.Desk.Setting("printing.sides") != "long" {
		t.Errorf("sides %v, kept %q", d.job().Sides, f.Desk.Setting("printing.sides"))
	}
}

// While a job is being sent, the button that stops it says so.
func TestTheButtonSaysThatItStopsTheJob(t *testing.T) {
	d := show(t, pagetest.New(t))
	said := ""
	d.Printer.Sending = func(context.Context) {
		for _, word := range []string{d.Say("printing.stop"), d.Say("printing.cancel")} {
			if slices.Contains(d.Texts(), word) {
				said += word + " "
			}
		}
		d.Press(d.Say("printing.stop"))
	}
	d.Key(fyne.KeyReturn)
	if said != d.Say("printing.stop")+" " || !slices.Contains(d.Texts(), d.Say("printing.cancel")) {
		t.Errorf("while sending the buttons say %q, then %q", said, d.Texts())
	}
}

// What was kept for upright pages is proposed for landscape ones as it is meant.
func TestLandscapePagesTurnAlongTheShortEdge(t *testing.T) {
	f := pagetest.New(t)
	f.Keep("printing.sides", "long")
	pages := *fivePages(t)
	pages.List = slices.Clone(pages.List)
	for i := range pages.List {
		p := &pages.List[i]
		p.Width, p.Height = p.Height, p.Width
	}
	ui.Show(f.Host, ui.Job{Title: "x", Pages: &pages}, nil)
	f.Key(fyne.KeyReturn)
	if len(f.Printer.Jobs) != 1 || f.Printer.Jobs[0].Sides != printing.ShortEdge || f.Desk.Setting("printing.sides") != "long" {
		t.Errorf("printed %+v, kept %q", f.Printer.Jobs, f.Desk.Setting("printing.sides"))
	}
}

// brokenDriver is a system whose drivers fail.
type brokenDriver struct{ *pagetest.Printer }

func (brokenDriver) Properties(uintptr, printing.Printer, []byte) ([]byte, error) {
	return nil, fault.New("fault.print_no_printer", "Printer", "tang2")
}

// A driver whose dialog does not open has sent nothing: there is nothing to send
// again.
func TestADriverThatFailsIsNoFailedJob(t *testing.T) {
	f := pagetest.New(t)
	f.Printing = brokenDriver{f.Printer}
	d := show(t, f)
	d.Press(d.Say("printing.properties"))
	if !d.said(d.Say("fault.print_no_printer", "Printer", "tang2")) || d.said(d.Say("printing.again")) {
		t.Errorf("says %q", d.Texts())
	}
	d.Press(d.Say("printing.act", "Copies", 1, "Count", 5))
	if d.open() {
		t.Error("it can't be printed after that")
	}
}

// The dialog of a driver opens once.
func TestTheDialogOfTheDriverOpensOnce(t *testing.T) {
	f := pagetest.New(t)
	system := &driverPrinter{Printer: f.Printer}
	f.Printing = system
	d := show(t, f)
	var waiting []func()
	f.Kit.Run = func(ctx context.Context, work func(context.Context), publish func()) {
		waiting = append(waiting, func() { kit.Straight(ctx, work, publish) })
	}
	d.Press(d.Say("printing.properties"))
	d.Press(d.Say("printing.properties"))
	if len(waiting) != 1 {
		t.Errorf("it was opened %d times", len(waiting))
	}
}

// driverPrinter is a system whose drivers have a dialog.
type driverPrinter struct {
	*pagetest.Printer
	before [][]byte
}

func (p *driverPrinter) Properties(_ uintptr, _ printing.Printer, settings []byte) ([]byte, error) {
	p.before = append(p.before, settings)
	return append(settings, '+'), nil
}

func TestSettingsOfTheDriverGoWithTheJob(t *testing.T) {
	f := pagetest.New(t)
	system := &driverPrinter{Printer: f.Printer}
	f.Printing = system
	d := show(t, f)
	d.Press(d.Say("printing.properties"))
	d.Press(d.Say("printing.properties"))
	d.Press(d.Say("printing.act", "Copies", 1, "Count", 5))
	if string(d.job().Settings) != "++" || len(system.before) != 2 || string(system.before[1]) != "+" {
		t.Errorf("settings %q, began with %q", d.job().Settings, system.before)
	}
}

// TestLooks draws the dialog as it opens, and after a failure, into the folder of NHIPCAU_SHOTS.
func TestLooks(t *testing.T) {
	for _, l := range []struct {
		name    string
		options pagetest.Options
	}{
		{"light", pagetest.Options{}},
		{"dark", pagetest.Options{Mode: theme.Dark}},
		{"english", pagetest.Options{Language: "en"}},
		{"150", pagetest.Options{Percent: 150, Width: 1366 - 84, Height: 768 - 72}},
	} {
		t.Run(l.name, func(t *testing.T) {
			f := pagetest.With(t, l.options)
			f.Printer.List = append(f.Printer.List, printing.Printer{Name: "hp", State: printing.Stopped, Place: "Phòng 201"})
			f.Printing = &driverPrinter{Printer: f.Printer}
			d := show(t, f)
			f.Shot("printing-" + l.name)
			f.Printer.Err = &printing.Failure{
				Cause: fault.New("fault.print_stopped", "Printer", "tang2"), Says: "The paper tray is empty.", Troubles: []printing.Trouble{printing.PaperOut},
			}
			d.choose(2)
			d.Fill(d.Say("printing.range"), "2-4")
			d.Key(fyne.KeyReturn)
			f.Shot("printing-failed-" + l.name)
		})
	}
}
