// Package papers is the tab In ấn of a visit: the paper as it will come out of
// the printer, what the office decides about it, and Print and PDF. It draws the
// display list of app/paper; it must not know how a paper is laid out.
package papers

import (
	"context"
	"fmt"
	"image"
	"io"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/files"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/printing"
	"nhipcau/ui/theme"
)

// kindName is the paper that the tab shows; there is one so far.
const kindName = "programme"

// tab is the tab of one visit at a time.
type tab struct {
	host  *page.Host
	visit string
	fonts *paper.Fonts
	root  fyne.CanvasObject

	sheet  *kit.Sheet
	count  *kit.Text
	zoom   *kit.Text
	bar    *fyne.Container
	side   *fyne.Container
	state  *fyne.Container
	makers []*kit.Button // print and save, which wait for the paper
	form   *form.Form
	signer *kit.TextArea
	shown  shown
}

// shown is what was fetched last.
type shown struct {
	pages    *paper.Pages
	record   *plan.Paper
	subject  papers.Subject
	internal int // internal items that are left out
	stale    bool
	err      error
}

// NewTab makes the tab.
func NewTab(h *page.Host) page.Page {
	t := &tab{host: h}
	t.sheet = kit.NewSheet(h.Kit)
	t.count = kit.NewWord(kit.RoleBody, "")
	t.zoom = kit.NewWord(kit.RoleBody, "")
	t.state = kit.VBox(theme.Gap8)
	t.sheet.OnPage = func(int) { t.label() }
	t.sheet.OnZoom = func(float32) { t.label() }
	t.bar = kit.HBox(theme.Gap8,
		t.count, kit.Spacer(),
		kit.NewButton(kit.Quiet, h.Say("papers.fit_width"), t.sheet.FitWidth),
		kit.NewIconButton(kit.Plain, icons.ZoomOut, "", t.sheet.ZoomOut).WithTip(h.Say("papers.zoom_out")), t.zoom,
		kit.NewIconButton(kit.Plain, icons.ZoomIn, "", t.sheet.ZoomIn).WithTip(h.Say("papers.zoom_in")))
	bar := kit.PadSides(theme.Gap16, theme.Gap4, theme.Gap16, theme.Gap4, t.bar)
	body := container.NewBorder(kit.VBox(theme.Gap0, bar, kit.NewHairline()), nil, nil, kit.SidePanel(t.panel()), t.sheet)
	t.root = kit.On(theme.Paper, body)
	return t
}

// Object implements page.Page.
func (t *tab) Object() fyne.CanvasObject { return t.root }

// Open implements page.Page.
func (t *tab) Open(r page.Route) { t.visit = r.Visit }

// Leave implements page.Page.
func (t *tab) Leave() { t.form.Commit() }

// Update implements page.Page.
func (t *tab) Update() {
	visit := t.visit
	var got shown
	t.host.Kit.Run(context.Background(), func(context.Context) { got = t.fetch(visit) }, func() {
		if visit == t.visit {
			t.show(got)
		}
	})
}

func (t *tab) fetch(visit string) shown {
	var got shown
	subject, err := t.host.Desk.Subject(visit, kindName, t.openField)
	if err != nil {
		return shown{err: err}
	}
	got.subject, got.record = subject, subject.Paper
	for _, item := range subject.View.Agenda {
		if item.Internal {
			got.internal++
		}
	}
	printed, err := time.Parse(time.RFC3339, got.record.Printed)
	got.stale = err == nil && subject.View.ProgrammeChanged.After(printed)
	got.pages, got.err = t.layout(subject)
	return got
}

// layout runs off the UI goroutine, one at a time.
func (t *tab) layout(subject papers.Subject) (*paper.Pages, error) {
	if t.fonts == nil {
		fonts, err := paper.LoadFonts()
		if err != nil {
			return nil, err
		}
		t.fonts = fonts
	}
	kind, _ := papers.KindNamed(kindName)
	return paper.Layout(kind.Make(subject), t.fonts)
}

func (t *tab) openField(r plan.Record, field string) string {
	return fmt.Sprintf("%s (%s)", r.Label(), t.host.Words.Field(r.Kind(), field))
}

func (t *tab) show(got shown) {
	if got.err != nil {
		t.host.Fail(got.err)
		return
	}
	t.shown = got
	for _, b := range t.makers {
		b.Enable()
	}
	t.form.Show(got.record)
	t.sheet.SetSource(source(got.pages))
	t.label()
	t.say()
}

// source draws a page of the display list at the resolution that the sheet
// asks for.
func source(pages *paper.Pages) kit.PageSource {
	const millimetresPerInch = 25.4
	s := kit.PageSource{Pages: len(pages.List)}
	if s.Pages > 0 {
		s.Width = float32(pages.List[0].Width / millimetresPerInch)
		s.Height = float32(pages.List[0].Height / millimetresPerInch)
	}
	s.Render = func(_ context.Context, page int, dpi float64) image.Image {
		picture, err := paper.Raster(pages, page, dpi)
		if err != nil {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		return picture
	}
	return s
}

func (t *tab) label() {
	if t.shown.pages == nil {
		return
	}
	t.count.SetText(t.host.Say("papers.page_of", "Page", t.sheet.Page()+1, "Pages", len(t.shown.pages.List)))
	t.zoom.SetText(fmt.Sprintf("%.0f%%", t.sheet.Zoom()*100))
	t.bar.Refresh() // the words have another width now
}

// say tells in the panel what a person should know before printing.
func (t *tab) say() {
	h, got := t.host, t.shown
	var lines []fyne.CanvasObject
	add := func(tone kit.Tone, text string) { lines = append(lines, kit.Notice(tone, text)) }
	printed, err := time.Parse(time.RFC3339, got.record.Printed)
	switch {
	case err != nil:
		add(kit.Neutral, h.Say("papers.never_printed"))
	case got.stale:
		add(kit.AmberTone, h.Say("papers.changed_since", "When", moment(printed)))
	default:
		add(kit.GreenTone, h.Say("papers.printed", "When", moment(printed)))
	}
	if got.internal > 0 {
		add(kit.Neutral, h.Say("papers.internal_left_out", "Count", got.internal))
	}
	if n := len(got.subject.Open); n > 0 {
		add(kit.AmberTone, h.Say("papers.open_differences", "Count", n))
	}
	if got.subject.View.Visit.TimesIllustrative {
		add(kit.AmberTone, h.Say("papers.times_illustrative"))
	}
	if len(got.pages.Replaced) > 0 {
		add(kit.AmberTone, h.Say("papers.replaced", "Runes", string(got.pages.Replaced)))
	}
	t.state.Objects = lines
	t.state.Refresh()
	t.side.Refresh() // what stands below moves
}

func moment(at time.Time) string { return at.Local().Format("02/01/2006 15:04") }

func (t *tab) panel() fyne.CanvasObject {
	h := t.host
	f := form.New(h, plan.KindPaper)
	t.form = f
	number, symbol := f.Text("number"), f.Text("symbol")
	symbol.SetPlaceholder("CTr-UBND")
	about := f.Area("about", 3)
	about.SetPlaceholder(h.Say("papers.about_default"))
	t.side = kit.VBox(theme.Gap12,
		t.maker(kit.Primary, icons.Print, h.Say("papers.print"), t.print),
		t.maker(kit.Secondary, icons.File, h.Say("papers.pdf"), t.save),
		t.state,
		kit.NewHairline(),
		kit.NewWord(kit.RoleSection, h.Say("papers.on_paper")),
		kit.FormRow(number, symbol),
		kit.FormRow(f.Date("date"), f.Text("place")),
		about,
		f.List("signer.lines", 3), f.Text("signer.name"), f.List("recipients", 4),
		f.Check("draft"),
	)
	return t.side
}

// maker is a button that makes the paper; there is none before it is fetched.
func (t *tab) maker(kind kit.ButtonKind, icon icons.Name, word string, act func()) *kit.Button {
	b := kit.NewIconButton(kind, icon, word, act)
	b.Disable()
	t.makers = append(t.makers, b)
	return b
}

// fileName is a name without marks, for old programs that break them.
func (t *tab) fileName() string {
	v := t.shown.subject.View.Visit
	name := "CTr_" + compact(t.shown.subject.Guest.Name)
	for _, host := range t.shown.subject.Hosts {
		name += "_" + compact(host.Name)
	}
	if v.When.From.Valid() {
		name += "_" + fmt.Sprintf("%04d%02d%02d", v.When.From.Year(), v.When.From.Month(), v.When.From.Day())
	}
	return name + ".pdf"
}

func compact(name string) string {
	out := []rune{}
	upper := true
	for _, r := range vietnamese.Fold(name) {
		switch {
		case r == ' ':
			upper = true
		case upper && r >= 'a' && r <= 'z':
			out, upper = append(out, r-'a'+'A'), false
		default:
			out, upper = append(out, r), false
		}
	}
	return string(out)
}

func (t *tab) save() {
	t.form.Commit()
	t.host.SaveFile(t.fileName(), func(path string) {
		t.make(path, func() {
			t.host.Toast(t.host.Say("papers.saved", "File", filepath.Base(path)), t.host.Say("papers.open"), func() {
				t.try(t.host.OpenFile(path))
			})
		})
	})
}

// print opens the dialog for printing the paper as it stands now.
func (t *tab) print() {
	t.form.Commit()
	visit, page, title := t.visit, t.sheet.Page(), strings.TrimSuffix(t.fileName(), ".pdf")
	var got shown
	t.host.Job(func() error { got = t.fetch(visit); return got.err }, func(err error) {
		if err != nil {
			t.host.Fail(err)
			return
		}
		printing.Show(t.host, printing.Job{Title: title, Pages: got.pages, Page: page}, func() {
			t.host.Job(func() error { return t.host.Desk.Printed(visit, kindName) }, nil)
		})
	})
}

func (t *tab) try(err error) {
	if err != nil {
		t.host.Fail(err)
	}
}

// make writes the paper as it stands now and goes on.
func (t *tab) make(path string, done func()) {
	visit, version := t.visit, t.host.Machine.Version
	t.host.Job(func() error {
		got := t.fetch(visit)
		if got.err != nil {
			return got.err
		}
		info := paper.Info{Creator: "Nhịp Cầu " + version, Created: t.host.Desk.Now()}
		return files.Write(path, func(w io.Writer) error { return paper.WritePDF(w, got.pages, info) })
	}, func(err error) {
		if err != nil {
			t.host.Fail(err)
			return
		}
		done()
	})
}
