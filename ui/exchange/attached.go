package exchange

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/ui/files"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// attached asks whether the files of a visit go with its bundle. They do only
// when somebody asks for it, each time anew.
type attached struct {
	host   *page.Host
	tick   *kit.CheckBox
	note   *kit.Paragraph
	object *fyne.Container
}

// fileSum is what files of a bundle there are.
type fileSum struct {
	count, missing int
	size           int64
	tooLarge       error
}

func newAttached(h *page.Host) *attached {
	a := &attached{host: h, tick: kit.NewCheckBox("", nil), note: kit.NewParagraph(kit.RoleCaption, "").In(theme.Text2)}
	a.object = kit.VBox(theme.Gap2, a.tick, a.note)
	a.object.Hide()
	return a
}

// sumFiles counts the files of what would be sent. It is called away from the UI
// goroutine.
func sumFiles(d *desk.Desk, b *bundle.Bundle) fileSum {
	var sum fileSum
	for _, one := range d.AttachmentsIn(b) {
		if d.FileStateOf(one) != desk.FileHere {
			sum.missing++
		}
	}
	sum.size, sum.tooLarge = d.AddFiles(b)
	sum.count = len(b.Attachments)
	return sum
}

// show offers the files where there are any.
func (a *attached) show(sum fileSum) {
	h := a.host
	a.object.Hidden = sum.count == 0
	a.tick.SetText(h.Say("files.send", "Count", sum.count, "Size", files.Size(h, sum.size)))
	a.note.SetText(h.Say("files.send_note"))
	switch {
	case sum.tooLarge != nil:
		a.tick.SetChecked(false)
		a.tick.Disable()
		a.note.SetText(h.Words.Explain(sum.tooLarge))
	case sum.missing > 0:
		a.tick.Enable()
		a.note.SetText(h.Say("files.send_missing", "Count", sum.missing))
	default:
		a.tick.Enable()
	}
	if sum.count == 0 {
		a.tick.SetChecked(false)
	}
}

// asked says whether the files are to go.
func (a *attached) asked() bool { return a.tick.Checked() && a.object.Visible() }
