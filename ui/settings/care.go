package settings

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/support"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// care looks whether the data are whole, and writes the package for whoever is
// asked for help.
type care struct {
	host  *page.Host
	check *kit.Button
	pack  *kit.Button
}

func newCare(h *page.Host) *care {
	c := &care{host: h}
	c.check = kit.NewIconButton(kit.Secondary, icons.Shield, h.Say("settings.check"), c.checkAll)
	c.pack = kit.NewIconButton(kit.Secondary, icons.File, h.Say("settings.support"), c.askWhere)
	c.pack.WithTip(h.Say("settings.support_tip"))
	return c
}

func (c *care) object() fyne.CanvasObject {
	about := func(key string) fyne.CanvasObject {
		return kit.Grow(kit.NewParagraph(kit.RoleCaption, c.host.Say(key)))
	}
	return kit.VBox(theme.Gap8,
		kit.HBox(theme.Gap12, about("settings.check_about"), c.check),
		kit.HBox(theme.Gap12, about("settings.support_about"), c.pack))
}

// look reads every file of the folder, if the data lie in one, and every record.
func look(d *desk.Desk) (desk.Finding, error) {
	var damaged []desk.Damage
	k, err := d.Keeper()
	if err == nil {
		damaged, err = k.Examine()
	}
	if err != nil && fault.KeyOf(err) != "fault.no_folder" {
		return desk.Finding{Damaged: damaged}, err
	}
	found, err := d.Check()
	found.Damaged = append(damaged, found.Damaged...)
	return found, err
}

// checkAll says whether anything is damaged, and what.
func (c *care) checkAll() {
	h, d := c.host, c.host.Desk
	c.check.Disable()
	c.check.SetText(h.Say("settings.checking"))
	var found desk.Finding
	var err error
	h.Kit.Run(context.Background(), func(context.Context) { found, err = look(d) }, func() {
		c.check.Enable()
		c.check.SetText(h.Say("settings.check"))
		if err != nil {
			h.Fail(err)
			return
		}
		kit.Inform(h.Kit, h.Window, h.Say("settings.check"), tellFound(h, found), h.Say("shell.understood"))
	})
}

// named is how many damaged things are listed; the package for support has all.
const named = 12

func tellFound(h *page.Host, f desk.Finding) string {
	read := h.Say("settings.check_read", "Records", f.Records, "Changes", f.Changes)
	if len(f.Damaged) == 0 {
		return h.Say("settings.check_good") + "\n" + read
	}
	lines := []string{h.Say("settings.check_bad", "Count", len(f.Damaged))}
	for i, d := range f.Damaged {
		if i == named {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, fmt.Sprintf("%s: %s", d.Key, d.Reason))
	}
	return strings.Join(append(lines, h.Say("settings.check_what"), read), "\n")
}

// askWhere asks for a file and writes the package into it.
func (c *care) askWhere() {
	h := c.host
	now := h.Today().Time()
	h.SaveFile(support.FileName(now), func(path string) { c.write(path, now) })
}

func (c *care) write(path string, now time.Time) {
	h, d, machine := c.host, c.host.Desk, c.host.Machine
	c.pack.Disable()
	var err error
	h.Kit.Run(context.Background(), func(context.Context) {
		found, why := look(d)
		about := support.About(machine.Version, now, found, why)
		err = support.Write(path, machine.Dir, about, support.Hide(d, machine.Dir))
	}, func() {
		c.pack.Enable()
		if err != nil {
			h.Fail(err)
			return
		}
		kit.Inform(h.Kit, h.Window, h.Say("settings.support"), h.Say("settings.support_done", "File", filepath.Base(path), "Folder", filepath.Dir(path)),
			h.Say("shell.understood"))
	})
}
