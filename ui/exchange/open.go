package exchange

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// showOpen shows on what offices differ, of one visit or, where that is empty,
// of all.
func (p *exchange) showOpen(visit string) {
	p.stop()
	r := newReview(p.host, p.goHome)
	r.open, r.visit = true, visit
	r.keys.SetText(p.host.Say("review.open_keys"))
	r.grid.SetEmpty(kit.EmptyState(p.host.Say("review.open_empty"), nil, nil))
	p.busy, p.result = false, nil
	r.show(incoming{preview: p.host.Desk.Open()})
	p.putReview(r)
}

// gather makes the list of what is open anew, after something was changed.
func (p *exchange) gather() {
	r := p.review
	var in incoming
	p.host.Kit.Run(context.Background(), func(context.Context) { in.preview = p.host.Desk.Open() }, func() {
		if p.review == r {
			r.show(in)
		}
	})
}

// openHead is the title of what is open, with the button that writes the
// choices.
func (r *review) openHead() []fyne.CanvasObject {
	h, n := r.host, r.chosen()
	back := kit.NewButton(kit.Secondary, h.Say("review.to_exchange"), r.leave).WithTip(h.Say("exchange.leave_tip"))
	act := kit.NewIconButton(kit.Primary, icons.Check, h.Say("review.write", "Count", n), r.apply).WithTip(h.Say("review.write_tip"))
	if n == 0 {
		act.Disable()
	}
	lead := h.Say("review.open_lead")
	if v, ok := desk.Get[*plan.Visit](h.Desk, r.visit); ok {
		lead = v.Title + ". " + lead
	}
	out := []fyne.CanvasObject{
		kit.PageHead(h.Say("review.open_title"), nil, back, act),
		kit.NewParagraph(kit.RoleCaption, lead).In(theme.Text2),
	}
	if left := r.openInAll(); left > 0 {
		out = append(out, kit.HBox(theme.Gap4,
			kit.NewWord(kit.RolePage, h.Words.Number(itoa(left))).In(theme.Red),
			kit.NewWord(kit.RoleBody, h.Say("review.open_count")), kit.Spacer()))
	}
	return append(out, kit.NewHairline())
}

// settle writes the choices about what is open.
func (r *review) settle() {
	h, p, c := r.host, r.preview, r.choices.Clone()
	if r.chosen() == 0 {
		r.taken = false
		return
	}
	settled := 0
	h.Job(func() (err error) {
		settled, err = h.Desk.Settle(p, c)
		return err
	}, func(err error) {
		r.taken = false
		if err != nil {
			h.Fail(err)
			return
		}
		r.choices = desk.Choices{}
		r.show(incoming{preview: h.Desk.Open()})
		h.ToastUndo(h.Say("review.settled", "Count", settled))
		if len(r.rows) == 0 {
			r.back()
		}
	})
}

// fieldWords puts names of fields into words.
func fieldWords(h *page.Host, kind plan.Kind, names []string) string {
	var out []string
	for _, name := range names {
		if name == desk.Deletion || name == "" {
			out = append(out, h.Say("review.deletion"))
			continue
		}
		out = append(out, h.Words.Field(kind, name))
	}
	return strings.Join(out, ", ")
}
