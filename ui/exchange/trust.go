package exchange

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/seal"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// wrongPassphrase is the fault of a passphrase that does not open a file.
const wrongPassphrase = "fault.seal_passphrase_wrong"

func needsPassphrase(err error) bool {
	key := fault.KeyOf(err)
	return key == wrongPassphrase || key == "fault.seal_passphrase_needed"
}

// askPassphrase asks for the passphrase of a sealed file and reads it again.
func (p *exchange) askPassphrase(path string, wrong bool) {
	h := p.host
	field := kit.NewTextField(h.Kit, h.Say("exchange.passphrase"))
	if wrong {
		field.SetError(h.Words.Explain(fault.New(wrongPassphrase)))
	}
	typed := ""
	kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("exchange.passphrase_title"), Width: theme.DialogForm,
		Content: kit.VBox(theme.Gap12, kit.NewParagraph(kit.RoleBody, h.Say("exchange.passphrase_text")), field),
		Cancel:  kit.Action{Label: h.Say("exchange.cancel")},
		Primary: kit.Action{Label: h.Say("exchange.open"), Do: func() bool {
			if field.Text() == "" {
				field.Focus()
				return false
			}
			typed = field.Text()
			return true
		}},
		OnClose: func() {
			if typed != "" {
				p.readWith(path, typed)
			}
		},
	})
}

// trustNotices says what the signature of a bundle is worth.
func trustNotices(h *page.Host, p *desk.Preview) []notice {
	args := []any{"From", sender(h, p.Bundle.From.ShownName()), "Fingerprint", p.Trust.Fingerprint, "Known", p.Trust.Known}
	switch p.Trust.Verdict {
	case desk.TrustKnown, desk.TrustOwn:
		return []notice{{kit.GreenTone, h.Say("exchange.trust_known", args...)}}
	case desk.TrustFirst:
		return []notice{{kit.AccentTone, h.Say("exchange.trust_first", args...)}}
	case desk.TrustChanged:
		return []notice{{kit.RedTone, h.Say("exchange.trust_changed", args...)}}
	case desk.TrustMissing:
		return []notice{{kit.RedTone, h.Say("exchange.trust_missing", args...)}}
	}
	return []notice{{kit.AmberTone, h.Say("exchange.trust_unsigned", args...)}}
}

// asksTrust asks about a key that is not the known one, and says whether it did;
// whoever accepts it imports.
func (r *review) asksTrust() bool {
	p := r.preview
	if !p.Trust.Asks() || p.TrustNewKey {
		return false
	}
	h := r.host
	kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: h.Say("exchange.trust_title"), Width: theme.DialogForm,
		Content: r.trustQuestion(),
		// Enter, which may be pressed without reading, does not accept.
		Primary: kit.Action{Label: h.Say("exchange.leave")},
		Others: []kit.Action{{Label: h.Say("exchange.trust_accept"), Kind: kit.DangerPrimary, Do: func() bool {
			p.TrustNewKey = true
			return true
		}}},
		OnClose: func() {
			if p.TrustNewKey {
				r.apply()
			}
		},
	})
	return true
}

// trustQuestion shows both fingerprints below each other, to be compared over
// the telephone.
func (r *review) trustQuestion() fyne.CanvasObject {
	h, t := r.host, r.preview.Trust
	text := h.Say("exchange.trust_ask_missing", "From", sender(h, r.preview.Bundle.From.ShownName()))
	if t.Verdict == desk.TrustChanged {
		text = h.Say("exchange.trust_ask_changed", "From", sender(h, r.preview.Bundle.From.ShownName()))
	}
	out := kit.VBox(theme.Gap8, kit.NewParagraph(kit.RoleBody, text), labelled(h.Say("exchange.print_known"), t.Known))
	if t.Fingerprint != "" {
		out.Add(labelled(h.Say("exchange.print_new"), t.Fingerprint))
	}
	return out
}

// labelled is a value in large letters below its name.
func labelled(label, value string) fyne.CanvasObject {
	return kit.VBox(theme.Gap2, kit.NewText(kit.RoleCaption, label).In(theme.Text2), kit.NewText(kit.RoleSection, value))
}

// fingerprintOf is the fingerprint of a partner's key, or that he has none.
func fingerprintOf(h *page.Host, p desk.Partner) string {
	return or(seal.Fingerprint(p.Key), h.Say("exchange.unsigned"))
}
