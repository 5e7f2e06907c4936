// Package printing is the dialog for printing a paper: which printer, how many copies, which pages on which sides, with the pages as they
// will come out beside it. It stays open until the printer has taken the job, and says why if it has not. It knows laid out pages and
// printers (app/printing), not what the paper is about.
package printing

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/paper"
	"nhipcau/app/printing"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Job is the paper that is to be printed.
type Job struct {
	// Title is what the paper is called, in the dialog and in the list of the printer's jobs.
	Title string
	// Pages are those of the whole paper, at least one.
	Pages *paper.Pages
	// Page is the one in sight, from 0, for "this page".
	Page int
	// Copies is how many copies are proposed; 0 stands for one.
	Copies int
}

// Show opens the dialog above the window. Done is called on the UI goroutine when the paper went to a printer, with the indexes of the
// pages that did; it may be nil.
func Show(h *page.Host, job Job, done func(sent []int)) {
	d := &dialog{host: h, job: job, done: done, copies: max(job.Copies, 1), chosen: printing.All(len(job.Pages.List))}
	d.job.Page = min(max(job.Page, 0), len(job.Pages.List)-1)
	d.ctx, d.leave = context.WithCancel(context.Background())
	d.dialog = kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("printing.title", "Title", job.Title), Content: d.build(), Width: theme.DialogForm, Focus: d.printer.FocusTarget(),
		Cancel:  kit.Action{Label: h.Say("printing.cancel"), Do: d.cancel},
		Primary: kit.Action{Label: h.Say("printing.again"), Kind: kit.Primary, Icon: icons.Print, Do: d.send},
		OnClose: d.leave,
	})
	d.preview()
	d.look()
}

// dialog is the dialog while it is open. Its methods are called on the UI goroutine.
type dialog struct {
	host   *page.Host
	job    Job
	done   func(sent []int)
	dialog *kit.Dialog
	ctx    context.Context // ends with the dialog
	leave  context.CancelFunc

	printer    *kit.Select
	number     *kit.NumberField
	sides      *kit.Select
	which      *kit.Segmented
	text       *kit.TextField
	parity     *kit.Select
	properties *kit.Button
	sheet      *kit.Sheet
	notices    *fyne.Container // what the printer needs, or why a job failed
	column     *fyne.Container

	printers []printing.Printer
	looking  bool
	copies   int
	chosen   []int // pages, before the parity
	badPages error
	settings map[string][]byte // of drivers, by printer, as long as the dialog is open

	stop    context.CancelFunc // stops the job that is being sent; nil while there is none
	stopped bool               // it was asked to
	failure error              // why the last one was not printed
	opening bool               // the dialog of a driver is open
	unset   error              // why the last one did not open
}

func (d *dialog) build() fyne.CanvasObject {
	h := d.host
	d.printer = kit.NewSelect(h.Kit, h.Say("printing.printer"), nil)
	d.printer.OnCommit = func(string) { d.failure, d.unset = nil, nil; d.show() }
	d.notices = kit.VBox(theme.Gap8)
	d.properties = kit.NewIconButton(kit.Secondary, icons.Settings, h.Say("printing.properties"), d.showProperties)
	d.properties.Hide()
	d.number = kit.NewNumberField(h.Kit, h.Say("printing.copies"), d.parseCopies, nil)
	d.number.SetValue(formatCopies(d.copies))
	d.number.OnCommit = d.setCopies
	d.sides = kit.NewSelect(h.Kit, h.Say("printing.sides"), d.sideChoices())
	d.sides.SetValue(d.recalledSides())
	d.which = kit.NewSegmented([]string{
		h.Say("printing.pages_all"), h.Say("printing.pages_this", "Page", d.job.Page+1), h.Say("printing.pages_some"),
	}, func(int) { d.choosePages(true) })
	d.text = kit.NewTextField(h.Kit, h.Say("printing.range"))
	d.text.SetValue(printing.FormatPages(d.chosen))
	d.text.OnCommit = func(string) { d.choosePages(false) }
	d.parity = kit.NewSelect(h.Kit, h.Say("printing.parity"), d.parityChoices())
	d.parity.SetValue(parities[0])
	d.parity.OnCommit = func(string) { d.choosePages(false) }
	d.sheet = kit.NewSheet(h.Kit)
	d.column = kit.VBox(theme.Gap12,
		d.printer, d.notices, d.properties,
		kit.FormRow(d.number, d.sides),
		kit.VBox(theme.Gap4, kit.NewWord(kit.RoleCaption, h.Say("printing.pages")), d.which),
		kit.FormRow(d.text, d.parity),
	)
	// The sheet shows nearly a whole page, also where there is little above and below it.
	return kit.Columns(theme.Gap16, []float32{3, 2}, kit.FitDialog(h.Window, d.column), kit.Sized(theme.RailWidth, theme.PanelMin, d.sheet))
}

// selected returns the printer that is chosen.
func (d *dialog) selected() (printing.Printer, bool) {
	id := d.printer.Value()
	i := slices.IndexFunc(d.printers, func(p printing.Printer) bool { return idOf(p) == id })
	if i < 0 {
		return printing.Printer{}, false
	}
	return d.printers[i], true
}

// show makes the dialog fit the printer, the pages and the state of the job.
func (d *dialog) show() {
	p, found := d.selected()
	able(d.number, found && p.Way == printing.Queue)
	able(d.sides, found && p.Way == printing.Queue && !p.OneSided)
	able(d.text, d.which.Selected() == somePages)
	_, hasDialog := d.host.Printing.(printing.Properties)
	d.properties.Hidden = !hasDialog || p.Way != printing.Queue || !found
	able(d.properties, d.stop == nil && !d.opening)
	d.notices.Objects = d.notes(p, found)
	d.notices.Hidden = len(d.notices.Objects) == 0
	d.column.Refresh()
	cancel := "printing.cancel"
	if d.stop != nil && !d.stopped {
		cancel = "printing.stop"
	}
	d.dialog.Cancel().SetText(d.host.Say(cancel))
	primary := d.dialog.Primary()
	primary.SetText(d.act(p))
	able(primary, found && d.stop == nil && d.badPages == nil && len(d.pages()) > 0)
	d.dialog.Relayout()
}

// able lets a widget be used or not.
func able(w interface {
	Enable()
	Disable()
	Disabled() bool
}, on bool,
) {
	switch {
	case on && w.Disabled():
		w.Enable()
	case !on && !w.Disabled():
		w.Disable()
	}
}
