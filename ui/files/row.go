package files

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// row is one attachment: the line opens it, the buttons save and remove it.
type row struct {
	host   *page.Host
	narrow bool
	now    attached
	line   *kit.Line
	save   *kit.Button
	object fyne.CanvasObject
}

func newRow(h *page.Host, narrow bool) *row {
	r := &row{host: h, narrow: narrow}
	r.line = kit.NewLine("", "", "", r.open)
	r.line.Plain = true
	r.save = kit.NewIconButton(kit.Plain, icons.Download, "", r.saveAs).WithTip(h.Say("files.save"))
	remove := kit.NewIconButton(kit.Plain, icons.Trash, "", r.remove).WithTip(h.Say("files.remove"))
	r.object = kit.HBox(theme.Gap4, kit.Grow(r.line), r.save, remove)
	return r
}

func (r *row) show(a attached) {
	r.now = a
	r.line.Title, r.line.Detail = a.record.Name, a.detail
	r.line.Icon, r.line.IconTone = icons.File, kit.Neutral
	r.line.Right, r.line.RightTone = "", kit.AccentTone
	switch {
	case a.state != desk.FileHere:
		r.line.Icon, r.line.IconTone = icons.Warning, kit.AmberTone
		r.line.Right, r.line.RightTone = r.host.Say("files.row_"+string(a.state)), kit.AmberTone
	case desk.Opens(r.name()):
		r.line.Right = r.host.Say("files.open")
	default:
		r.line.Right = r.host.Say("files.save_only")
	}
	if r.narrow {
		if a.state != desk.FileHere {
			r.line.Detail = r.line.Right
		}
		r.line.Right = ""
	}
	if a.state == desk.FileHere {
		r.save.Enable()
	} else {
		r.save.Disable()
	}
	r.line.Refresh()
}

// name is the name under which the file can be written. The record may come from
// another office, and from anybody who wrote in its name.
func (r *row) name() string {
	if name := vietnamese.BaseName(r.now.record.Name); name != "" {
		return name
	}
	return r.now.record.ID
}

// open shows the file in the program that the system keeps for it. What could be
// carried out is only saved, and what is not here is explained.
func (r *row) open() {
	h := r.host
	switch {
	case r.now.state != desk.FileHere:
		kit.Inform(h.Kit, h.Window, h.Say("files.row_"+string(r.now.state)),
			h.Say("files.why_"+string(r.now.state), "Name", r.now.record.Name), h.Say("files.understood"))
	case desk.Opens(r.name()):
		openCopy(h, r.now.record.ID, r.name())
	default:
		kit.Confirm(h.Kit, h.Window, h.Say("files.save_only_title"), h.Say("files.save_only_text", "Name", r.now.record.Name),
			h.Say("files.cancel"), h.Say("files.save"), false, r.saveAs)
	}
}

func (r *row) saveAs() { saveAs(r.host, r.now.record.ID, r.name()) }

func (r *row) remove() {
	r.host.Delete(r.host.Say("files.removed", "Name", r.now.record.Name), r.now.record.ID)
}
