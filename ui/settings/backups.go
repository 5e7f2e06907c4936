package settings

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// backups shows the copies that lie ready, makes one on demand, reads them all
// through, and keeps the second folder.
type backups struct {
	host    *page.Host
	keeper  desk.Keeper
	object  fyne.CanvasObject
	list    *fyne.Container
	second  *kit.TipText
	away    *kit.Paragraph // says that the second folder is not there now
	remove  *kit.Button
	verify  *kit.Button
	checked map[string]bool // by path: whether it was good when it was read
	shown   keptCopies
	turn    int
	drawn   bool // shown is what stands there
	working bool
}

// keptCopies is what the section shows.
type keptCopies struct {
	copies  []desk.Copy
	folder  string // the second one
	missing bool   // it is not there now
	err     error
}

func (k keptCopies) equal(o keptCopies) bool {
	return k.folder == o.folder && k.missing == o.missing && k.err == nil && o.err == nil && slices.Equal(k.copies, o.copies)
}

// newest is how many backups are shown; all of them lie in the folder.
const newest = 5

func newBackups(h *page.Host, k desk.Keeper) *backups {
	b := &backups{host: h, keeper: k, list: kit.VBox(theme.Gap0), checked: map[string]bool{}}
	now := kit.NewIconButton(kit.Secondary, icons.Download, h.Say("settings.backup_now"), b.askWhere)
	b.verify = kit.NewButton(kit.Quiet, h.Say("settings.backup_verify"), b.verifyAll)
	rows := []fyne.CanvasObject{kit.HBox(theme.Gap8, now, b.verify, kit.Spacer())}
	if h.Machine.Restore != nil {
		back := kit.NewIconButton(kit.Secondary, icons.Restore, h.Say("settings.restore"), b.askBackup)
		rows = append(rows, kit.HBox(theme.Gap8, back, kit.Spacer()))
	}
	b.object = kit.Section(
		kit.SectionHead(h.Say("settings.backups"), nil, nil), kit.Gap(theme.Gap8),
		kit.NewParagraph(kit.RoleCaption, h.Say("settings.backups_about")), kit.Gap(theme.Gap4), b.list, kit.Gap(theme.Gap8),
		kit.VBox(theme.Gap4, rows...), kit.Gap(theme.Gap12),
		b.secondFolder(),
	)
	return b
}

// secondFolder holds where further copies go.
func (b *backups) secondFolder() fyne.CanvasObject {
	h := b.host
	b.second = kit.NewTipText(kit.RoleBody, "")
	b.away = kit.NewParagraph(kit.RoleCaption, h.Say("settings.second_away")).In(theme.Amber)
	b.remove = kit.NewButton(kit.Quiet, h.Say("settings.second_remove"), func() { b.setSecond("") })
	choose := kit.NewIconButton(kit.Secondary, icons.Folder, h.Say("settings.second_choose"), func() { h.PickFolder(b.setSecond) })
	return kit.VBox(theme.Gap2,
		kit.NewText(kit.RoleStrong, h.Say("settings.second")),
		kit.HBox(theme.Gap8, kit.Grow(b.second), b.remove, choose), b.away,
		kit.NewParagraph(kit.RoleCaption, h.Say("settings.second_about")),
	)
}

// update lists the backups anew.
func (b *backups) update() {
	b.turn++
	turn := b.turn
	d, k := b.host.Desk, b.keeper
	var found keptCopies
	b.host.Kit.Run(context.Background(), func(context.Context) { found = fetchCopies(d, k) }, func() {
		// Lines that stand there stay, and the keyboard with them.
		if turn == b.turn && !(b.drawn && found.equal(b.shown)) {
			b.show(found)
		}
	})
}

func fetchCopies(d *desk.Desk, k desk.Keeper) keptCopies {
	out := keptCopies{folder: d.Setting(desk.BackupFolder)}
	if out.folder != "" {
		_, err := os.Stat(out.folder)
		out.missing = err != nil
	}
	out.copies, out.err = k.Backups(out.folder)
	return out
}

func (b *backups) show(found keptCopies) {
	h := b.host
	b.shown, b.drawn = found, true
	b.list.Objects = nil
	for i, c := range found.copies {
		if i == newest {
			break
		}
		b.list.Objects = append(b.list.Objects, b.line(c))
	}
	switch rest := len(found.copies) - newest; {
	case found.err != nil:
		b.list.Objects = append(b.list.Objects, kit.Notice(kit.RedTone, h.Words.Explain(found.err)))
	case len(found.copies) == 0:
		b.list.Objects = append(b.list.Objects, kit.Notice(kit.Neutral, h.Say("settings.backups_none")))
	case rest > 0:
		b.list.Objects = append(b.list.Objects, kit.Gap(theme.Gap4), kit.NewText(kit.RoleCaption, h.Say("settings.backups_more", "Count", rest)))
	}
	b.list.Refresh()
	b.verify.Hidden = len(found.copies) == 0
	b.remove.Hidden = found.folder == ""
	b.away.Hidden = !found.missing
	b.second.SetText(found.folder)
	if found.folder == "" {
		b.second.SetText(h.Say("settings.second_none"))
	}
	b.object.Refresh()
}

// line is one backup: when, where, how large, and whether it was good when it
// was read. Choosing it offers to go back to it.
func (b *backups) line(c desk.Copy) fyne.CanvasObject {
	h := b.host
	var open func()
	if h.Machine.Restore != nil {
		open = func() { b.inspect(c.Path) }
	}
	line := kit.NewLine(nameOf(h, c, b.shown.folder), "", sizeText(h, c.Bytes), open)
	line.Plain, line.RightTone = true, kit.Neutral
	if good, read := b.checked[c.Path]; read && good {
		line.Icon, line.IconTone, line.Right, line.RightTone = icons.Check, kit.GreenTone, h.Say("settings.backup_good"), kit.GreenTone
	} else if read {
		line.Icon, line.IconTone, line.Right, line.RightTone = icons.Warning, kit.RedTone, h.Say("settings.backup_bad"), kit.RedTone
	}
	return line
}

// nameOf says when and why a backup was made, and that it lies in the second
// folder if it does.
func nameOf(h *page.Host, c desk.Copy, second string) string {
	why := "settings.backup_" + reason(c.Path)
	if second != "" && filepath.Dir(c.Path) == filepath.Clean(second) {
		return h.Say("settings.backup_in_second", "Made", c.Made, "Why", h.Say(why))
	}
	return h.Say("settings.backup_line", "Made", c.Made, "Why", h.Say(why))
}

// sizeText gives a number of bytes in KB or, from one on, in MB with a decimal.
func sizeText(h *page.Host, bytes int64) string {
	if bytes < 1<<20 {
		return h.Say("settings.size_kb", "Size", (bytes+1023)>>10)
	}
	return h.Say("settings.size_mb", "Size", h.Words.Number(tenths(bytes)))
}

// askWhere asks for a file and writes a backup into it.
func (b *backups) askWhere() {
	h := b.host
	h.SaveFile(backupName(h.Today()), b.backUp)
}

func (b *backups) backUp(path string) {
	h := b.host
	var made desk.Copy
	h.Job(func() (err error) {
		made, err = b.keeper.Backup(path)
		return err
	}, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		kit.Inform(h.Kit, h.Window, h.Say("settings.backup_done_title"),
			h.Say("settings.backup_done", "File", made.Path, "Values", int(made.Values), "Size", sizeText(h, made.Bytes)), h.Say("shell.understood"))
		b.update()
	})
}

// verifyAll reads all backups that are listed and says which are good.
func (b *backups) verifyAll() {
	if b.working {
		return
	}
	b.working = true
	b.verify.Disable()
	b.verify.SetText(b.host.Say("settings.checking"))
	h, k, copies := b.host, b.keeper, b.shown.copies
	good := map[string]bool{}
	h.Kit.Run(context.Background(), func(context.Context) {
		for _, c := range copies {
			_, err := k.VerifyBackup(c.Path)
			good[c.Path] = err == nil
		}
	}, func() {
		b.working = false
		b.verify.Enable()
		b.verify.SetText(h.Say("settings.backup_verify"))
		b.checked = good
		b.show(b.shown)
		b.tellVerified(copies)
	})
}

func (b *backups) tellVerified(copies []desk.Copy) {
	h := b.host
	var bad []string
	for _, c := range copies {
		if !b.checked[c.Path] {
			bad = append(bad, c.Path)
		}
	}
	title, text := h.Say("settings.verified"), h.Say("settings.verified_good", "Count", len(copies))
	if len(bad) > 0 {
		text = h.Say("settings.verified_bad", "Count", len(bad), "All", len(copies)) + "\n" + strings.Join(bad, "\n")
	}
	kit.Inform(h.Kit, h.Window, title, text, h.Say("shell.understood"))
}

// setSecond keeps the second folder, or none, once a copy has really been
// written into it.
func (b *backups) setSecond(folder string) {
	h, k := b.host, b.keeper
	h.Job(func() error {
		if folder != "" {
			if inside(h.Machine.Dir, folder) {
				return fault.New("fault.backup_folder_inside", "Folder", folder)
			}
			if _, err := k.BackUp("day", folder); err != nil {
				return err
			}
		}
		return h.Desk.SetSetting(desk.BackupFolder, folder)
	}, func(err error) {
		if err != nil {
			h.Fail(err)
		}
		b.update()
	})
}

// inside says whether a folder is the data folder or lies in it: what damages
// the one would damage the other.
func inside(dir, folder string) bool {
	data, err := filepath.Abs(dir)
	second, err2 := filepath.Abs(folder)
	if errors.Join(err, err2) != nil {
		return false
	}
	rel, err := filepath.Rel(data, second)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
