package exchange

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// review shows what a bundle would change, before any of it is kept; or, where
// open is set, on what offices differ at any time. What the person decides
// stands in choices, and is written by apply alone.
type review struct {
	host    *page.Host
	path    string // of the file
	open    bool
	visit   string // with open: of one visit only
	preview *desk.Preview
	in      incoming
	choices desk.Choices
	rows    []reviewRow
	object  fyne.CanvasObject
	head    *fyne.Container
	grid    *kit.Grid[reviewRow]
	detail  *fyne.Container
	table   *kit.ChoiceTable
	scroll  *container.Scroll
	keys    *kit.TipText
	shown   string // the record of which the fields are shown
	words   wording
	back    func()
	done    func(*result)
	taken   bool // the import was asked for: a second press does nothing
}

// showReview opens the review of a file that was read.
func (p *exchange) showReview(path string, in incoming) {
	r := newReview(p.host, p.goHome)
	r.path, r.done = path, p.showResult
	r.show(in)
	p.putReview(r)
}

func (p *exchange) putReview(r *review) {
	p.review = r
	p.put(r.object)
	for _, row := range r.grid.Rows() {
		if !row.isHead() {
			r.grid.Select(row.key)
			break
		}
	}
	if p.here && len(r.rows) > 0 {
		r.grid.Focus()
	}
	r.showFields()
}

func newReview(h *page.Host, back func()) *review {
	r := &review{host: h, back: back, head: kit.VBox(theme.Gap8), detail: kit.VBox(theme.Gap0), table: kit.NewChoiceTable(shares...)}
	r.grid = kit.NewGrid(h.Kit, func(row reviewRow) string { return row.key },
		kit.Column[reviewRow]{
			ID: "tick", Width: 28, MinWidth: 28,
			Create: func() fyne.CanvasObject { return kit.NewTick() },
			Update: r.updateTick,
		},
		kit.Column[reviewRow]{
			ID: "label", Title: h.Say("exchange.record"), Width: 200, Grow: true,
			Text:  func(row reviewRow) string { return row.label },
			Sub:   r.sub,
			Style: func(row reviewRow) kit.CellStyle { return kit.CellStyle{Bold: true, Color: r.colorOf(row)} },
		},
		kit.Column[reviewRow]{
			ID: "outcome", Title: h.Say("exchange.outcome"), Width: 100,
			Text: func(row reviewRow) string { _, _, word := r.chip(row); return word },
			Create: func() fyne.CanvasObject {
				return kit.Grow(kit.HBox(theme.Gap8, kit.Spacer(), kit.NewChip(kit.Neutral, ""), kit.Gap(theme.Gap0)))
			},
			Update: r.updateChip,
		},
	)
	r.grid.SetRowHeight(theme.RowTwoLines)
	r.grid.HideHead()
	r.grid.SetTypeColumn("label")
	r.grid.SetEmpty(kit.EmptyState(h.Say("exchange.review_empty"), nil, nil))
	r.grid.OnSelect = func(reviewRow) { r.showFields() }
	r.grid.OnToggle, r.grid.OnRune = r.turn, r.typed
	r.grid.OnActivate = func(reviewRow) {
		if len(r.table.Lines()) > 0 {
			r.table.Focus()
		}
	}
	r.table.OnTick, r.table.OnChoose = r.turnLine, r.chooseLine
	r.scroll = kit.Scrolling(kit.PadSides(theme.Gap0, theme.Gap0, theme.Gap12, theme.Gap0, r.detail))
	body := kit.Columns(theme.Gap24, []float32{5, 10}, r.grid, r.scroll)
	r.keys = kit.NewTipText(kit.RoleCaption, h.Say("review.keys"))
	r.object = kit.Page(r.head, kit.VBox(theme.Gap8, kit.Grow(body), r.keys))
	return r
}

func (r *review) updateTick(cell fyne.CanvasObject, row reviewRow) {
	tick := cell.(*kit.Tick)
	tick.Set(r.tickOf(row))
	tick.OnTap = func() {
		r.grid.Select(row.key)
		r.turn(row)
	}
}

func (r *review) updateChip(cell fyne.CanvasObject, row reviewRow) {
	chip := cell.(*fyne.Container).Objects[0].(*fyne.Container).Objects[1].(*kit.Chip)
	tone, icon, word := r.chip(row)
	chip.Hidden = word == ""
	chip.Set(tone, icon, word)
	cell.Refresh()
}

// sub is the second line of a row: its kind, and of a group what happens to it.
func (r *review) sub(row reviewRow) string {
	if row.isHead() {
		_, name, _ := strings.Cut(row.of.key, ".")
		return r.host.Say("review.group_" + name)
	}
	return r.host.Words.Kind(row.item.Kind)
}

func (r *review) colorOf(row reviewRow) fyne.ThemeColorName {
	switch {
	case row.isHead():
		return row.of.tone.Color()
	case row.item.Outcome != desk.SetAside && !r.choices.Ticked(row.item.ID):
		return theme.Text3
	}
	return ""
}

// show shows a preview; what is selected and chosen stays so.
func (r *review) show(in incoming) {
	r.in, r.preview = in, in.preview
	r.words = wording{r.host, map[string]string{}}
	for _, item := range in.preview.Items {
		r.words.names[item.ID] = item.Label()
	}
	r.rows = r.rowsOf(r.want())
	r.grid.SetRows(r.rows)
	r.showHead()
	r.showFields()
}

// want leaves what belongs to other visits out.
func (r *review) want() func(desk.PreviewItem) bool {
	if r.visit == "" {
		return nil
	}
	return func(item desk.PreviewItem) bool {
		it, ok := r.host.Desk.Record(item.ID)
		return ok && it.Visit == r.visit
	}
}

func (r *review) showHead() {
	if r.open {
		r.head.Objects = r.openHead()
	} else {
		r.head.Objects = r.headOf(r.in)
	}
	r.head.Refresh()
}

// headOf is the title with what can be done, what the bundle is, the counts and
// what there is to know before deciding.
func (r *review) headOf(in incoming) []fyne.CanvasObject {
	h, b := r.host, r.preview.Bundle
	counts := r.tickedCounts()
	no := kit.NewButton(kit.Secondary, h.Say("exchange.leave"), r.leave).WithTip(h.Say("exchange.leave_tip"))
	yes := kit.NewIconButton(kit.Primary, icons.Check, actWord(h, counts), r.apply).WithTip(h.Say("review.apply_tip"))
	title := h.Say("exchange.review_title", "Number", numberWord(h, b.Seq), "From", sender(h, b.From.Name))
	out := []fyne.CanvasObject{
		kit.PageHead(title, nil, no, yes),
		kit.NewParagraph(kit.RoleCaption, h.Say("exchange.review_lead", "When", moment(h, b.Created), "What", r.contents())).In(theme.Text2),
		r.counts(counts),
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

func (r *review) counts(counts map[desk.Outcome]int) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, o := range outcomes {
		n := counts[o.is]
		if (o.is == desk.SetAside || o.is == desk.LeftOut) && n == 0 {
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
	parts = append(parts, kit.Spacer())
	if n := r.openInAll(); n > 0 {
		parts = append(parts, kit.NewText(kit.RoleStrong, r.host.Say("review.left_all", "Count", n)).In(theme.Red))
	}
	return kit.HBox(theme.Gap8, parts...)
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

// apply writes what was decided: it imports what is ticked, with the choices.
func (r *review) apply() {
	if r.taken || r.asksTrust() {
		return
	}
	r.taken = true
	if r.open {
		r.settle()
		return
	}
	h, p, c := r.host, r.preview, r.choices.Clone()
	var report desk.Report
	h.Job(func() (err error) {
		report, err = h.Desk.ApplyChosen(p, c)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			r.taken = false
			h.Fail(err)
		case report.Import == "":
			r.back()
			h.Toast(h.Say("exchange.nothing_new", "Number", numberWord(h, p.Bundle.Seq)), "", nil)
		default:
			one := desk.ImportedBundle{Import: report.Import, Seq: p.Bundle.Seq, From: p.Bundle.From.Name}
			r.done(&result{one: one, report: report})
		}
	})
}

func doneSentence(h *page.Host, report desk.Report, seq int) string {
	if report.NewReplica {
		return h.Say("exchange.done_renamed", "Number", numberWord(h, seq), "What", lower(countsLine(h, report.Counts)))
	}
	return h.Say("exchange.done", "Number", numberWord(h, seq), "What", lower(countsLine(h, report.Counts)))
}
