package desk

import (
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// ChooseSigner decides who signs a paper of a visit: the signer of the office
// that issues it whose name or post holds the words, with or without marks. It is
// kept with the paper, as a step of undo. Words that fit none of the signers, or
// more than one, are a fault that names them all.
func (d *Desk) ChooseSigner(visit string, ask papers.Request, words string) error {
	s, err := d.Subject(visit, ask, func(_ plan.Record, field string) string { return field })
	if err != nil {
		return err
	}
	var list []plan.Signer
	if s.Issuer != nil {
		list = s.Issuer.Signers
	}
	if len(list) == 0 {
		return fault.New("fault.no_signers", "Signer", words)
	}
	signer, ok := papers.FindSigner(list, words)
	if !ok {
		labels := make([]string, len(list))
		for i, one := range list {
			labels[i] = papers.SignerLabel(one)
		}
		return fault.New("fault.no_such_signer", "Signer", words, "Known", strings.Join(labels, "; "))
	}
	if papers.SameSigner(s.Paper.Signer, signer) {
		return nil
	}
	return d.Do(Step{Why: "edit"}, func(tx *Tx) error {
		p := *s.Paper
		p.Signer = plan.Signer{Name: signer.Name, Lines: signer.Lines}
		return tx.Put(&p)
	})
}
