package shell

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/words"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// frame is what stands around every page.
type frame struct {
	rail   *kit.Rail
	header *kit.Header
	shell  *kit.Shell
}

func newFrame(s *Shell) *frame {
	h := s.host
	f := &frame{}
	f.rail = kit.NewRail(h.Say("shell.name"), "", railItems(h.Words), func(id string) { s.Go(page.Route{Page: id}) })
	f.header = kit.NewHeader(kit.HeaderLabels{
		Search: h.Say("shell.search"), SearchKey: h.Say("shell.search_key"),
		Undo: h.Say("shell.undo"), Redo: h.Say("shell.redo"),
	}, s.find, s.undo, s.redo)
	f.header.SetCanUndo(false, false)
	f.shell = kit.NewShell(f.rail, f.header.Object(), kit.On(theme.Paper, kit.Spacer()))
	return f
}

func railItems(w *words.Words) []kit.RailItem {
	var items []kit.RailItem
	for _, p := range places() {
		item := kit.RailItem{ID: p.page, Title: w.Say("shell.page_" + p.page), Icon: p.icon, Bottom: p.bottom}
		if p.page == page.PageHelp {
			item.Right = w.Say("shell.help_key")
		}
		items = append(items, item)
	}
	return items
}

func (f *frame) root() fyne.CanvasObject { return f.shell.Object() }

func (f *frame) show(o fyne.CanvasObject) { f.shell.SetPage(o) }

// say fills the page with a sentence, and what to do about it below.
func (f *frame) say(h *page.Host, title, text string, buttons ...*kit.Button) {
	rows := []fyne.CanvasObject{kit.NewText(kit.RoleSection, title)}
	if text != "" {
		rows = append(rows, kit.NewParagraph(kit.RoleBody, text))
	}
	if len(buttons) > 0 {
		row := []fyne.CanvasObject{}
		for _, b := range buttons {
			row = append(row, b)
		}
		rows = append(rows, kit.HBox(theme.Gap8, append(row, kit.Spacer())...))
	}
	f.show(kit.Page(kit.Gap(theme.Gap0), kit.VBox(theme.Gap12, rows...)))
}

// refuse says why there is no data.
func (f *frame) refuse(h *page.Host, text string, again, leave func()) {
	f.header.SetSaved(kit.RedTone, icons.Warning, h.Say("shell.not_open"))
	f.say(h, h.Say("shell.cannot_open"), text,
		kit.NewButton(kit.Primary, h.Say("shell.try_again"), again), kit.NewButton(kit.Secondary, h.Say("shell.close"), leave))
}

// busy says that the window is closing.
func (f *frame) busy(h *page.Host) {
	f.header.SetSaved(kit.Neutral, icons.Clock, h.Say("shell.saving"))
}
