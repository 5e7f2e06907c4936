package exchange

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// review shows what a bundle would change, before any of it is kept.
type review struct {
	host    *page.Host
	path    string // of the file
	preview *desk.Preview
	object  fyne.CanvasObject
	head    *fyne.Container
	grid    *kit.Grid[reviewRow]
	detail  *fyne.Container
	scroll  *container.Scroll
	words   wording
	back    func()
	taken   bool // the import was asked for: a second press does nothing
}

// reviewRow is one record that changes.
type reviewRow struct {
	item  desk.PreviewItem
	label string
}

// showReview opens the review of a file that was read.
func (p *exchange) showReview(path string, in incoming) {
	p.review = newReview(p.host, path, p.goHome)
	p.review.show(in)
	p.put(p.review.object)
	if rows := p.review.grid.Rows(); len(rows) > 0 {
		p.review.grid.Select(rows[0].item.ID)
		if p.here {
			p.review.grid.Focus()
		}
	}
	p.review.showDetail()
}

func newReview(h *page.Host, path string, back func()) *review {
	r := &review{host: h, path: path, back: back, head: kit.VBox(theme.Gap8), detail: kit.VBox(theme.Gap0)}
	r.grid = kit.NewGrid(h.Kit, func(row reviewRow) string { return row.item.ID },
		kit.Column[reviewRow]{
			ID: "label", Title: h.Say("exchange.record"), Width: 240, Grow: true,
			Text:  func(row reviewRow) string { return row.label },
			Sub:   func(row reviewRow) string { return h.Words.Kind(row.item.Kind) },
			Style: func(reviewRow) kit.CellStyle { return kit.CellStyle{Bold: true} },
		},
		kit.Column[reviewRow]{
			ID: "outcome", Title: h.Say("exchange.outcome"), Width: 145,
			Text:   func(row reviewRow) string { return r.outcomeWord(row) },
			Create: func() fyne.CanvasObject { return kit.HBox(theme.Gap0, kit.NewChip(kit.Neutral, ""), kit.Spacer()) },
			Update: r.updateChip,
		},
	)
	page.Remember(h, r.grid, "review", page.Sorting{})
	r.grid.SetRowHeight(theme.RowTwoLines)
	r.grid.SetTypeColumn("label")
	r.grid.SetEmpty(kit.EmptyState(h.Say("exchange.review_empty"), nil, nil))
	r.grid.OnSelect = func(reviewRow) { r.showDetail() }
	r.scroll = kit.Scrolling(r.detail)
	body := kit.Columns(theme.Gap24, []float32{2, 3}, r.grid, r.scroll)
	r.object = kit.Page(r.head, body)
	return r
}

func (r *review) outcomeWord(row reviewRow) string {
	look, _ := outcomeOf(row.item.Outcome)
	return r.host.Say(look.key)
}

func (r *review) updateChip(cell fyne.CanvasObject, row reviewRow) {
	look, _ := outcomeOf(row.item.Outcome)
	icon := icons.None
	if row.item.Outcome == desk.Differing {
		icon = icons.Warning
	}
	cell.(*fyne.Container).Objects[0].(*kit.Chip).Set(look.tone, icon, r.host.Say(look.key))
	cell.Refresh()
}

// show shows a preview; what is selected stays so.
func (r *review) show(in incoming) {
	r.preview = in.preview
	r.words = wording{r.host, map[string]string{}}
	for _, item := range in.preview.Items {
		r.words.names[item.ID] = item.Label
	}
	r.head.Objects = r.headOf(in)
	r.head.Refresh()
	r.grid.SetRows(r.rows())
	r.showDetail()
}

// rows lists what changes: what asks for a look first, then by kind.
func (r *review) rows() []reviewRow {
	var rows []reviewRow
	for _, item := range r.preview.Items {
		if item.Outcome != desk.Same {
			rows = append(rows, reviewRow{item, r.words.label(item)})
		}
	}
	kinds := map[plan.Kind]int{}
	for i, d := range plan.Declarations() {
		kinds[d.Kind] = i
	}
	slices.SortStableFunc(rows, func(a, b reviewRow) int {
		_, rankA := outcomeOf(a.item.Outcome)
		_, rankB := outcomeOf(b.item.Outcome)
		if rankA != rankB {
			return rankA - rankB
		}
		return kinds[a.item.Kind] - kinds[b.item.Kind]
	})
	return rows
}

// headOf is the title with what can be done, what the bundle is, the counts and
// what there is to know before deciding.
func (r *review) headOf(in incoming) []fyne.CanvasObject {
	h, b := r.host, r.preview.Bundle
	no := kit.NewButton(kit.Secondary, h.Say("exchange.leave"), r.back).WithTip(h.Say("exchange.leave_tip"))
	yes := kit.NewIconButton(kit.Primary, icons.Check, actWord(h, r.preview.Counts), r.apply)
	title := h.Say("exchange.review_title", "Number", numberWord(h, b.Seq), "From", sender(h, b.From.Name))
	out := []fyne.CanvasObject{
		kit.PageHead(title, nil, no, yes),
		kit.NewParagraph(kit.RoleCaption, h.Say("exchange.review_lead", "When", moment(h, b.Created), "What", r.contents())).In(theme.Text2),
		r.counts(),
	}
	for _, n := range r.notices(in) {
		out = append(out, kit.Notice(n.tone, n.text))
	}
	return append(out, kit.NewHairline())
}

// contents says what the bundle holds: the title of its visit, or everything.
func (r *review) contents() string {
	b := r.preview.Bundle
	if b.Scope.All {
		return r.host.Say("exchange.everything")
	}
	return or(r.words.names[b.Scope.Visit], r.host.Words.Kind(plan.KindVisit))
}

func (r *review) counts() fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, o := range outcomes {
		n := r.preview.Counts[o.is]
		if o.is == desk.SetAside && n == 0 {
			continue // hardly ever
		}
		tone := o.tone
		if n == 0 {
			tone = kit.Neutral
		}
		parts = append(parts, kit.HBox(theme.Gap4,
			kit.NewWord(kit.RolePage, r.host.Words.Number(itoa(n))).In(tone.Color()),
			kit.NewWord(kit.RoleBody, r.host.Say(o.key))), kit.Gap(theme.Gap12))
	}
	return kit.HBox(theme.Gap8, append(parts, kit.Spacer())...)
}

// notice is a sentence before a decision.
type notice struct {
	tone kit.Tone
	text string
}

func (r *review) notices(in incoming) []notice {
	h, b := r.host, r.preview.Bundle
	out := trustNotices(h, r.preview)
	if b.Scope.All {
		out = append(out, notice{kit.AmberTone, h.Say("exchange.note_all")})
	}
	if r.preview.SetBack {
		out = append(out, notice{kit.RedTone, h.Say("exchange.note_set_back")})
	}
	if n := r.preview.Counts[desk.SetAside]; n > 0 {
		out = append(out, notice{kit.RedTone, h.Say("exchange.note_set_aside", "Count", n)})
	}
	if n := r.preview.Counts[desk.Differing]; n > 0 {
		out = append(out, notice{kit.AmberTone, h.Say("exchange.note_differing", "Count", n)})
	}
	for _, one := range in.earlier {
		if one.Bundle != b.ID {
			continue
		}
		key := "exchange.note_known"
		if one.Undone {
			key = "exchange.note_known_undone"
		}
		return append(out, notice{kit.AccentTone, h.Say(key, "When", moment(h, one.At.Time()))})
	}
	if newer := newest(in.earlier, b.From.Office); b.Seq > 0 && newer > b.Seq {
		out = append(out, notice{kit.AmberTone, h.Say("exchange.note_older", "Number", newer)})
	}
	return out
}

// newest is the highest number of the bundles that came from an office and were
// not taken back, 0 for none.
func newest(earlier []desk.ImportedBundle, office string) int {
	most := 0
	for _, one := range earlier {
		if one.Office == office && !one.Undone {
			most = max(most, one.Seq)
		}
	}
	return most
}

// apply imports the bundle and offers to take it back.
func (r *review) apply() {
	if r.taken || r.asksTrust() {
		return
	}
	r.taken = true
	h, p := r.host, r.preview
	var report desk.Report
	h.Job(func() (err error) {
		report, err = h.Desk.Apply(p)
		return err
	}, func(err error) {
		if err != nil {
			r.taken = false
			h.Fail(err)
			return
		}
		r.back()
		if report.Import == "" {
			h.Toast(h.Say("exchange.nothing_new", "Number", numberWord(h, p.Bundle.Seq)), "", nil)
			return
		}
		one := desk.ImportedBundle{Import: report.Import, Seq: p.Bundle.Seq}
		h.Toast(doneSentence(h, report, p.Bundle.Seq), h.Say("shell.undo"), func() { undo(h, one) })
	})
}

func doneSentence(h *page.Host, report desk.Report, seq int) string {
	if report.NewReplica {
		return h.Say("exchange.done_renamed", "Number", numberWord(h, seq), "What", lower(countsLine(h, report.Counts)))
	}
	return h.Say("exchange.done", "Number", numberWord(h, seq), "What", lower(countsLine(h, report.Counts)))
}
