package exchange

import (
	"slices"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/seal"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// profileWord names a profile.
func profileWord(h *page.Host, p bundle.Profile) string {
	switch p {
	case bundle.ProfileContacts:
		return h.Say("exchange.profile_contacts")
	case bundle.ProfileInternal:
		return h.Say("exchange.profile_internal")
	case bundle.ProfilePublic:
		return h.Say("exchange.profile_public")
	case bundle.ProfileAll:
		return h.Say("exchange.everything")
	case bundle.ProfileReceipt:
		return h.Say("exchange.receipt")
	}
	return h.Say("exchange.profile_partner")
}

func profileChoices(h *page.Host) []kit.Choice {
	about := map[bundle.Profile]string{
		bundle.ProfilePartner:  h.Say("exchange.profile_partner_about"),
		bundle.ProfileContacts: h.Say("exchange.profile_contacts_about"),
		bundle.ProfileInternal: h.Say("exchange.profile_internal_about"),
		bundle.ProfilePublic:   h.Say("exchange.profile_public_about"),
	}
	var out []kit.Choice
	for _, p := range bundle.Profiles() {
		out = append(out, kit.Choice{ID: string(p), Title: profileWord(h, p), Detail: about[p]})
	}
	return out
}

func sealChoices(h *page.Host, toKey bool) []kit.Choice {
	out := []kit.Choice{
		{ID: string(seal.Plain), Title: h.Say("exchange.seal_none")},
		{ID: string(seal.WithPassphrase), Title: h.Say("exchange.seal_passphrase")},
	}
	if toKey {
		out = append(out, kit.Choice{ID: string(seal.WithKey), Title: h.Say("exchange.seal_key")})
	}
	return out
}

// officeChoices lists for whom a bundle can be: anybody, the partners' offices,
// and the other computers of our own.
func officeChoices(h *page.Host, partners []desk.Partner) []kit.Choice {
	out := []kit.Choice{{ID: "", Title: h.Say("exchange.to_anybody")}}
	own := h.Desk.OfficeID()
	for _, p := range partners {
		if p.Office == own || slices.ContainsFunc(out, func(c kit.Choice) bool { return c.ID == p.Office }) {
			continue
		}
		out = append(out, kit.Choice{ID: p.Office, Title: sender(h, p.Name)})
	}
	return append(out, kit.Choice{ID: own, Title: h.Say("exchange.to_ourselves")})
}

// officeWord names for whom a bundle is.
func officeWord(h *page.Host, office, name string) string {
	switch office {
	case "":
		return h.Say("exchange.to_anybody")
	case h.Desk.OfficeID():
		return h.Say("exchange.to_ourselves")
	}
	return sender(h, name)
}

// keysOf gives the keys to which a bundle for an office can be sealed.
func keysOf(partners []desk.Partner, office string) []string {
	var of []desk.Partner
	for _, p := range partners {
		if office != "" && p.Office == office {
			of = append(of, p)
		}
	}
	return desk.SealTo(of)
}
