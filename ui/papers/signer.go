package papers

import (
	"strconv"

	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
)

// newSigner is the choice among the signers of the office. What is chosen is kept
// with the paper as it is printed, so that it stays when the office changes.
func (t *tab) newSigner() *kit.Select {
	s := kit.NewSelect(t.host.Kit, t.host.Say("signers.choose"), nil)
	s.OnCommit = t.setSigner
	return s
}

// signers are those among whom can be chosen: none where the office that issues
// the paper keeps fewer than two.
func (t *tab) signers() []plan.Signer {
	if office := t.shown.subject.Issuer; office != nil && len(office.Signers) > 1 {
		return office.Signers
	}
	return nil
}

// other is the choice that stands for a signer who was typed on the paper.
const other = "other"

// showSigner offers the signers of the office that issues the paper, and shows in
// the empty fields who signs if nothing is written there.
func (t *tab) showSigner(numbered bool) {
	h, list, subject := t.host, t.signers(), t.shown.subject
	usual := subject.UsualSigner()
	t.lines.SetPlaceholder(joinLines(usual.Lines))
	t.name.SetPlaceholder(usual.Name)
	visible(t.signer, numbered && len(list) > 0)
	options := []kit.Choice{{Title: h.Say("signers.usual", "Signer", papers.SignerLabel(usual))}}
	chosen, at := t.shown.record.Signer, ""
	for i, s := range list {
		id := strconv.Itoa(i)
		if papers.SameSigner(s, chosen) {
			at = id
		}
		if i > 0 || at == id { // the first signs as usual
			options = append(options, kit.Choice{ID: id, Title: papers.SignerLabel(s)})
		}
	}
	if at == "" && (chosen.Name != "" || len(chosen.Lines) > 0) {
		at = other
		options = append(options, kit.Choice{ID: other, Title: h.Say("signers.other", "Signer", papers.SignerLabel(subject.Signer()))})
	}
	t.signer.SetOptions(options)
	t.signer.SetValue(at)
}

func joinLines(lines []string) string {
	out := ""
	for i, l := range lines {
		if i > 0 {
			out += "\n"
		}
		out += l
	}
	return out
}

// setSigner keeps who signs the paper shown; nobody leaves it to the office.
func (t *tab) setSigner(id string) {
	var signer plan.Signer
	if i, err := strconv.Atoi(id); err == nil && i < len(t.signers()) {
		signer = t.signers()[i]
		signer.Authority = plan.Authority{}
	}
	if id == other {
		return
	}
	t.form.Commit()
	t.form.Set("signer", "", func(r plan.Record) { r.(*plan.Paper).Signer = signer })
}
