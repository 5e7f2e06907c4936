package exchange

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// result says what an import has done, takes it back, and then lists what was
// left alone, because somebody has written to it since.
type result struct {
	one    desk.ImportedBundle
	report desk.Report
	undone bool
	left   []desk.Skipped
	err    error
}

// showResult shows what was done, instead of the review.
func (p *exchange) showResult(res *result) {
	p.stop()
	p.busy, p.review, p.result = false, nil, res
	p.put(p.resultPage(res))
}

func (p *exchange) resultPage(res *result) fyne.CanvasObject {
	h := p.host
	home := kit.NewButton(kit.Secondary, h.Say("review.to_exchange"), p.goHome)
	if res.undone {
		return kit.Page(kit.VBox(theme.Gap8, kit.PageHead(p.titleOf(res), nil, home), kit.NewHairline()), kit.Scrolling(p.leftAlone(res)))
	}
	undo := kit.NewIconButton(kit.Secondary, icons.Undo, h.Say("exchange.undo_import"), func() { p.undo(res.one) })
	undo.WithTip(h.Say("review.undo_tip"))
	head := kit.VBox(theme.Gap8, kit.PageHead(p.titleOf(res), nil, undo, home), kit.NewHairline())
	return kit.Page(head, kit.Scrolling(kit.VBox(theme.Gap12, p.doneLines(res)...)))
}

func (p *exchange) titleOf(res *result) string {
	key := "review.done_title"
	if res.undone {
		key = "review.undone_title"
	}
	return p.host.Say(key, "Number", res.one.Seq, "From", sender(p.host, res.one.From))
}

// doneLines say what was done, and what is still to do.
func (p *exchange) doneLines(res *result) []fyne.CanvasObject {
	h := p.host
	out := []fyne.CanvasObject{kit.Notice(kit.GreenTone, doneSentence(h, res.report, res.one.Seq))}
	if n := res.report.Settled; n > 0 {
		out = append(out, kit.Notice(kit.GreenTone, h.Say("review.settled", "Count", n)))
	}
	if n := res.report.Counts[desk.LeftOut]; n > 0 {
		out = append(out, kit.Notice(kit.Neutral, h.Say("review.left_out_done", "Count", n)))
	}
	if n := res.report.Conflicts; n > 0 {
		choose := kit.NewButton(kit.Secondary, h.Say("review.choose_now"), func() { p.showOpen("") })
		out = append(out, kit.HBox(theme.Gap12, kit.Notice(kit.AmberTone, h.Say("review.still_open", "Count", n)), choose, kit.Spacer()))
	}
	if n := len(res.report.Aside); n > 0 {
		out = append(out, kit.Notice(kit.RedTone, h.Say("exchange.note_set_aside", "Count", n)))
	}
	return out
}

// leftAlone lists what was kept, record by record.
func (p *exchange) leftAlone(res *result) fyne.CanvasObject {
	h := p.host
	if len(res.left) == 0 {
		return kit.VBox(theme.Gap12, kit.Notice(kit.GreenTone, h.Say("exchange.undone", "Number", res.one.Seq)))
	}
	lines := kit.VBox(theme.Gap0, kit.Notice(kit.AmberTone, h.Say("exchange.undone_but", "Number", res.one.Seq, "Count", len(res.left))), kit.Gap(theme.Gap8))
	for _, one := range keptRecords(h, res.left) {
		lines.Add(one)
	}
	return lines
}

// keptRecords makes a line of each record with the fields that were kept, which
// leads there.
func keptRecords(h *page.Host, left []desk.Skipped) []fyne.CanvasObject {
	var ids []string
	fields := map[string][]string{}
	words := wording{h, nil}
	for _, one := range left {
		if _, seen := fields[one.ID]; !seen {
			ids = append(ids, one.ID)
		}
		fields[one.ID] = append(fields[one.ID], one.Field)
	}
	var out []fyne.CanvasObject
	for _, id := range ids {
		it, ok := h.Desk.Record(id)
		if !ok {
			out = append(out, kit.NewLine(h.Say("exchange.not_here"), "", "", nil))
			continue
		}
		kind := plan.Kind(it.Kind)
		route := page.RouteOf(kind, id, it.Visit)
		out = append(out, kit.NewLine(words.name(id), h.Words.Kind(kind)+": "+fieldWords(h, kind, fields[id]), "", func() { h.Go(route) }))
	}
	return out
}

// undo takes an import back and shows what was left alone.
func (p *exchange) undo(one desk.ImportedBundle) {
	h := p.host
	var left []desk.Skipped
	h.Job(func() (err error) {
		left, err = h.Desk.UndoImport(one.Import)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			h.Fail(err)
		case len(left) > 0:
			p.showResult(&result{one: one, undone: true, left: left})
		default:
			p.goHome()
			h.Toast(h.Say("exchange.undone", "Number", one.Seq), "", nil)
		}
	})
}
