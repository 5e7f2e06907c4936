package settings

import (
	"context"

	"nhipcau/app/desk"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// askBackup asks for a backup to go back to.
func (b *backups) askBackup() { b.host.PickFile(backupExtension, b.inspect) }

// inspect reads a backup whole, shows what it holds and what going back to it
// means, and asks.
func (b *backups) inspect(path string) {
	if b.working {
		return
	}
	b.working = true
	h, k := b.host, b.keeper
	var found desk.Copy
	var err error
	h.Kit.Run(context.Background(), func(context.Context) { found, err = k.VerifyBackup(path) }, func() {
		b.working = false
		b.checked[path] = err == nil
		b.show(b.shown)
		if err != nil {
			h.Fail(err)
			return
		}
		b.confirm(found)
	})
}

func (b *backups) confirm(c desk.Copy) {
	h := b.host
	text := kit.VBox(theme.Gap8,
		kit.Notice(kit.GreenTone, h.Say("settings.restore_found", "Made", c.Made, "Values", int(c.Values), "Size", sizeText(h, c.Bytes))),
		kit.NewTipText(kit.RoleCaption, c.Path),
		kit.NewParagraph(kit.RoleBody, h.Say("settings.restore_what")),
		kit.NewParagraph(kit.RoleBody, h.Say("settings.restore_new_state")),
	)
	var dialog *kit.Dialog
	dialog = kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("settings.restore_title"), Content: text, Width: theme.DialogForm,
		Cancel: kit.Action{Label: h.Say("settings.cancel")},
		Primary: kit.Action{Label: h.Say("settings.restore_act"), Kind: kit.DangerPrimary, Do: func() bool {
			dialog.Close() // first, as the window says more in dialogs of its own
			h.Machine.Restore(c.Path)
			return false
		}},
	})
}
