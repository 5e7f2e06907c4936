package people

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// askShred says what removing a person's data for good means, and asks. The
// button stays off until the person has said that it can't be taken back.
func askShred(h *page.Host, id string) {
	var what desk.Shredding
	var err error
	h.Kit.Run(context.Background(), func(context.Context) { what, err = h.Desk.PlanShred(id) }, func() {
		if err != nil {
			h.Fail(err)
			return
		}
		confirmShred(h, id, what)
	})
}

func confirmShred(h *page.Host, id string, what desk.Shredding) {
	lines := []fyne.CanvasObject{kit.NewParagraph(kit.RoleBody, h.Say("people.shred_what", "Records", recordCounts(h, what.Records)))}
	if len(what.Namesakes) > 0 {
		lines = append(lines, kit.Notice(kit.AmberTone, h.Say("people.shred_namesakes", "Count", len(what.Namesakes))))
	}
	lines = append(lines,
		kit.NewParagraph(kit.RoleBody, h.Say("people.shred_stays")),
		kit.Notice(kit.RedTone, h.Say("people.shred_final")))
	var dialog *kit.Dialog
	sure := kit.NewCheckBox(h.Say("people.shred_sure"), func(on bool) {
		if dialog.Primary().Enable(); !on {
			dialog.Primary().Disable()
		}
	})
	dialog = kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("people.shred_title", "Name", what.Name), Content: kit.VBox(theme.Gap12, append(lines, sure)...),
		Width: theme.DialogForm, Cancel: kit.Action{Label: h.Say("people.shred_cancel")}, Focus: sure,
		Primary: kit.Action{Label: h.Say("people.shred_act"), Kind: kit.DangerPrimary, Do: func() bool {
			dialog.Close() // first, as more may be said in another one
			shred(h, id, what.Name)
			return false
		}},
	})
	dialog.Primary().Disable()
}

// recordCounts names how many records of each kind go: "1 mục trong danh bạ, 2
// lượt dự".
func recordCounts(h *page.Host, items []desk.Item) string {
	var out []string
	for _, kind := range []plan.Kind{plan.KindPerson, plan.KindAttendee, plan.KindAttachment} {
		n := 0
		for _, it := range items {
			if it.Kind == string(kind) {
				n++
			}
		}
		if n > 0 {
			out = append(out, h.Say("people.shred_count_"+string(kind), "Count", n))
		}
	}
	return strings.Join(out, ", ")
}

func shred(h *page.Host, id, name string) {
	var copies []desk.OldCopy
	h.Job(func() error {
		_, err := h.Desk.Shred(id)
		if err == nil {
			copies, err = h.Desk.OldCopies()
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			h.Fail(err)
		case len(copies) == 0:
			h.Toast(h.Say("people.shredded", "Name", name), "", nil)
		default:
			askCopies(h, name, copies)
		}
	})
}

// askCopies names the older copies in which the data still stand.
func askCopies(h *page.Host, name string, copies []desk.OldCopy) {
	lines := []fyne.CanvasObject{
		kit.Notice(kit.GreenTone, h.Say("people.shredded", "Name", name)),
		kit.NewParagraph(kit.RoleBody, h.Say("people.shred_copies", "Count", len(copies))),
	}
	const most = 6
	for _, c := range copies[:min(len(copies), most)] {
		lines = append(lines, kit.NewTipText(kit.RoleCaption, c.Path))
	}
	if len(copies) > most {
		lines = append(lines, kit.NewParagraph(kit.RoleCaption, h.Say("people.shred_more", "Count", len(copies)-most)))
	}
	kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("people.shred_copies_title"), Content: kit.VBox(theme.Gap8, lines...), Width: theme.DialogForm,
		Cancel: kit.Action{Label: h.Say("people.shred_keep")},
		Primary: kit.Action{Label: h.Say("people.shred_remove"), Kind: kit.DangerPrimary, Do: func() bool {
			h.Job(func() error { return h.Desk.RemoveOldCopies(copies) }, func(err error) {
				if err != nil {
					h.Fail(err)
					return
				}
				h.Toast(h.Say("people.shred_removed", "Count", len(copies)), "", nil)
			})
			return true
		}},
	})
}
