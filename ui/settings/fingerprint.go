package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"nhipcau/app/seal"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// fingerprint shows the fingerprint of our own signing key, to be read out over
// the telephone. Without keys there is nothing of it.
type fingerprint struct {
	host   *page.Host
	object fyne.CanvasObject
	groups *kit.Text
	why    *kit.Paragraph // why the key can't be used
	place  func()         // places anew what stands around it
}

func newFingerprint(h *page.Host, place func()) *fingerprint {
	f := &fingerprint{host: h, place: place, groups: kit.NewText(kit.RoleSection, ""), why: kit.NewParagraph(kit.RoleBody, "").In(theme.Red)}
	f.why.Hide()
	f.object = kit.Section(
		kit.SectionHead(h.Say("settings.key"), nil, nil), kit.Gap(theme.Gap8),
		f.groups, f.why, kit.NewParagraph(kit.RoleCaption, h.Say("settings.key_about")),
	)
	f.object.Hide()
	return f
}

// update reads the key, which is made when it is first asked for.
func (f *fingerprint) update() {
	h := f.host
	var keys *seal.Keys
	var err error
	h.Kit.Run(context.Background(), func(context.Context) { keys, err = h.Desk.Keys() }, func() {
		f.why.Hidden, f.groups.Hidden = err == nil, err != nil
		if err != nil {
			f.why.SetText(h.Words.Explain(err))
		}
		if keys != nil {
			f.groups.SetText(seal.Fingerprint(keys.Key()))
		}
		if keys != nil || err != nil {
			f.object.Show()
		}
		f.place()
	})
}
