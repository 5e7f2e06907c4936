package visit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// namedParts is how many missing parts are named in the header; the rest is
// counted and listed in a menu.
const namedParts = 2

// header says what the visit is: title, state, days, head of delegation, our
// role; and at the right how much of it is ready.
type header struct {
	host   *page.Host
	object fyne.CanvasObject
	title  *kit.TipText
	status *kit.ChipButton
	open   *kit.Button     // leads to what offices differ on
	facts  *fyne.Container // the second line at the left
	ready  *fyne.Container // ring and count
	ring   *kit.Ring
	count  *kit.Text
	second *fyne.Container // the facts, and what is missing at the right
	notice *fyne.Container // that the visit lies in the bin
	now    state
}

func newHeader(h *page.Host) *header {
	b := &header{host: h, title: kit.NewTipText(kit.RolePage, ""), ring: kit.NewRing(0, 0), count: kit.NewWord(kit.RoleStrong, "")}
	b.status = kit.NewChipButton(kit.Neutral, "", b.openStatuses)
	b.status.SetTooltip(h.Say("visit.status_tip"))
	b.open = kit.NewIconButton(kit.Quiet, icons.Warning, "", b.openDifferences).WithTip(h.Say("review.visit_tip"))
	b.open.Hide()
	b.facts = kit.HBox(theme.Gap16)
	b.second = container.New(&twoSides{gap: theme.Gap16}, b.facts)
	b.ready = kit.HBox(theme.Gap8, b.ring, b.count)
	b.notice = kit.VBox(theme.Gap0)
	b.notice.Hide()
	b.object = kit.PadSides(theme.PageMargin, theme.Gap8, theme.PageMargin, theme.Gap2, kit.VBox(theme.Gap0,
		b.notice,
		kit.HBox(theme.Gap8, b.title, b.status, b.open, kit.Spacer(), b.ready),
		b.second))
	return b
}

func (b *header) show(now state) {
	b.now = now
	if !now.found {
		return
	}
	v := now.visit
	title := v.Title
	if title == "" {
		title = b.host.Say("visit.no_title")
	}
	b.title.SetText(title)
	word := b.host.Words.Enum(plan.KindVisit, "status", string(v.Status))
	if word == "" {
		word = b.host.Say("visit.no_status")
	}
	b.status.Set(page.StatusTone(v.Status), word)
	b.open.Hidden = now.open == 0
	b.open.SetText(b.host.Say("review.visit", "Count", now.open))
	b.facts.Objects = b.factsOf(now)
	b.ready.Hidden = now.total == 0 || v.Trashed
	b.ring.Set(now.done, now.total)
	b.count.SetText(b.host.Say("readiness.done", "Done", now.done, "Total", now.total))
	b.second.Objects = []fyne.CanvasObject{b.facts}
	if !v.Trashed {
		b.second.Objects = append(b.second.Objects, b.missingOf(now)...)
	}
	b.showNotice(v)
	b.object.Refresh()
}

func (b *header) openDifferences() {
	b.host.Go(page.Route{Page: page.PageExchange, Record: page.RecordOpen, Visit: b.now.visit.ID})
}

// factsOf gives the parts of the second line.
func (b *header) factsOf(now state) []fyne.CanvasObject {
	say, v := b.host.Say, now.visit
	days := b.host.Days(v.When)
	if days == "" {
		days = say("visit.no_date")
	}
	out := []fyne.CanvasObject{kit.NewWord(kit.RoleCaption, days)}
	switch {
	case v.Trashed: // the delegation lies in the bin as well
	case now.head == nil:
		out = append(out, kit.NewText(kit.RoleCaption, say("visit.no_head")).In(theme.Text3))
	default:
		out = append(out, b.headOf(now.head))
	}
	if now.role != "" {
		out = append(out, kit.NewText(kit.RoleCaption, say("visit.role_"+string(now.role))))
	}
	return out
}

func (b *header) headOf(a *plan.Attendee) fyne.CanvasObject {
	name := a.Name
	parts := []fyne.CanvasObject{kit.NewWord(kit.RoleCaption, b.host.Say("visit.head"))}
	if len(a.Posts) > 0 {
		name += ","
	}
	parts = append(parts, kit.NewWord(kit.RoleStrong, name))
	if len(a.Posts) > 0 {
		parts = append(parts, kit.NewTipText(kit.RoleCaption, a.PostLine()))
	}
	return kit.HBox(theme.Gap4, parts...)
}

// missingOf names what is missing, in several ways of which the first is the
// longest: the line takes the first for which there is room.
func (b *header) missingOf(now state) []fyne.CanvasObject {
	say := b.host.Say
	if now.visit.Status == plan.StatusCancelled {
		why := kit.NewTipText(kit.RoleCaption, cancelledWords(b.host, now.visit))
		why.In(theme.Red)
		why.Aligned(fyne.TextAlignTrailing)
		return []fyne.CanvasObject{why}
	}
	parts := now.now()
	if len(parts) == 0 {
		key := "visit.nothing_missing"
		if len(now.missing) > 0 {
			key = "visit.all_ready"
		}
		return []fyne.CanvasObject{kit.NewWord(kit.RoleCaption, say(key)).In(theme.Green)}
	}
	var out []fyne.CanvasObject
	for named := min(len(parts), namedParts); named >= 0; named-- {
		out = append(out, b.missingLine(now, parts, named))
	}
	return out
}

// missingLine names some of the parts, each a way to where it is made up for,
// and counts the others.
func (b *header) missingLine(now state, parts []plan.ReadinessPart, named int) fyne.CanvasObject {
	say := b.host.Say
	out := []fyne.CanvasObject{kit.NewWord(kit.RoleCaption, say("visit.missing")).In(theme.Amber)}
	for i, part := range parts[:named] {
		name := page.PartName(b.host.Words, part)
		if i+1 < named {
			name += ","
		}
		link := kit.NewLink(name, func() { b.host.Go(page.PartRoute(now.visit.ID, part)) }).Small().In(theme.Amber)
		link.SetTooltip(say(part.Key))
		out = append(out, link)
	}
	key := "visit.more"
	if named == 0 {
		key = "visit.parts"
	}
	if more := len(parts) - named; more > 0 {
		out = append(out, kit.NewLink(say(key, "Count", more), b.openMissing).Small().In(theme.Amber))
	}
	return kit.HBox(theme.Gap0, out...)
}

func cancelledWords(h *page.Host, v *plan.Visit) string {
	if v.CancelledBy == "" {
		return h.Say("visit.cancelled_bare")
	}
	return h.Say("visit.cancelled", "Why", v.CancelledBy)
}

// openMissing lists everything that is missing in a menu.
func (b *header) openMissing() {
	var items []*fyne.MenuItem
	for _, part := range b.now.now() {
		items = append(items, fyne.NewMenuItem(b.host.Say(part.Key), func() {
			b.host.Go(page.PartRoute(b.now.visit.ID, part))
		}))
	}
	at := below(b.second)
	at.X += b.second.Size().Width / 2
	kit.ShowMenu(b.second, at, items...)
}

// below gives the place under an object, for its menu.
func below(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(0, o.Size().Height)
}

// showNotice says that the visit lies in the bin, with the way out.
func (b *header) showNotice(v *plan.Visit) {
	b.notice.Objects = nil
	b.notice.Hidden = !v.Trashed
	if v.Trashed {
		out := kit.NewIconButton(kit.Secondary, icons.Restore, b.host.Say("visit.restore"), func() { restore(b.host, v.ID) })
		b.notice.Objects = []fyne.CanvasObject{
			kit.HBox(theme.Gap16, kit.Grow(kit.Notice(kit.AmberTone, b.host.Say("visit.binned"))), out), kit.Gap(theme.Gap8),
		}
	}
}
