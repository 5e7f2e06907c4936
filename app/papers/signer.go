package papers

import (
	"slices"
	"strings"

	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// headMode is the code of official.Head, which has none of its own there: an
// authority without a mode is one that was typed as lines.
const headMode = "head"

// AuthorityModes lists the modes of plan.Authority in the order in which a form
// offers them.
func AuthorityModes() []string {
	modes := official.AuthorityModes()
	out := make([]string, len(modes))
	for i, m := range modes {
		out[i] = string(m)
		if m == official.Head {
			out[i] = headMode
		}
	}
	return out
}

// AuthorityNeeds says which texts of an authority its lines are made of, beside
// the post of who signs.
func AuthorityNeeds(mode string) (body, head bool) {
	switch official.AuthorityMode(mode) {
	case official.OnBehalf, official.Acting:
		return true, false
	case official.ForHead:
		return true, true
	case official.ByOrder, official.Authorised:
		return false, true
	case official.Head:
	}
	return false, false
}

// AuthorityLines is what is printed above a signature: none for an authority
// without a mode. A text that its mode does not need is left out.
func AuthorityLines(a plan.Authority, party bool) []string {
	if a.Mode == "" {
		return nil
	}
	body, head := AuthorityNeeds(a.Mode)
	as := official.Authority{Mode: official.AuthorityMode(a.Mode), Signer: a.Post, Party: party}
	if a.Mode == headMode {
		as.Mode = official.Head
	}
	if body {
		as.Body = a.Body
	}
	if head {
		as.Head = a.Head
	}
	if as.Mode == official.Acting {
		as.Head, as.Signer = a.Post, ""
	}
	return as.Lines()
}

// UsualSigner is who signs where an office has named nobody: the head on behalf
// of the body.
func UsualSigner(party bool) plan.Signer {
	a := plan.Authority{Mode: string(official.OnBehalf), Body: "Ủy ban nhân dân", Post: "Chủ tịch"}
	if party {
		a.Body, a.Post = "Ban Thường vụ", "Bí thư"
	}
	return plan.Signer{Authority: a, Lines: AuthorityLines(a, party)}
}

// RemadeSigners are signers with the lines that bodies of the Party or of the
// state print; what was typed stays.
func RemadeSigners(list []plan.Signer, party bool) []plan.Signer {
	out := slices.Clone(list)
	for i := range out {
		if lines := AuthorityLines(out[i].Authority, party); lines != nil {
			out[i].Lines = lines
		}
	}
	return out
}

// SameSigner says whether two signers are printed alike.
func SameSigner(a, b plan.Signer) bool { return a.Name == b.Name && slices.Equal(a.Lines, b.Lines) }

// FindSigner finds a signer of a list by words of the name or of the printed
// lines, with or without marks; false for none and for more than one. A name
// that is written in full goes before others that hold it.
func FindSigner(list []plan.Signer, words string) (plan.Signer, bool) {
	key := vietnamese.Fold(strings.TrimSpace(words))
	var found []plan.Signer
	for _, s := range list {
		if vietnamese.Fold(s.Name) == key && key != "" {
			return s, true
		}
		if key != "" && strings.Contains(vietnamese.Fold(SignerLabel(s)), key) {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return plan.Signer{}, false
	}
	return found[0], true
}

// SignerLabel is a signer on one line, "Đại biểu 01 – TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG".
func SignerLabel(s plan.Signer) string {
	lines := strings.Join(s.Lines, ", ")
	switch {
	case s.Name == "":
		return lines
	case lines == "":
		return s.Name
	}
	return s.Name + " – " + lines
}

// Signer is who signs the paper: what is decided for it, else the first signer
// of the office that issues it, else the head of a body of its kind without a
// name. A name alone keeps the lines of the office.
func (s Subject) Signer() plan.Signer {
	decided := s.decided().Signer
	if len(decided.Lines) > 0 {
		return decided
	}
	signer := s.UsualSigner()
	if decided.Name != "" {
		signer.Name = decided.Name
	}
	return signer
}

// UsualSigner is who signs the paper where nobody is decided for it.
func (s Subject) UsualSigner() plan.Signer {
	if s.Issuer != nil && len(s.Issuer.Signers) > 0 && len(s.Issuer.Signers[0].Lines) > 0 {
		return s.Issuer.Signers[0]
	}
	usual := UsualSigner(s.Style.Party)
	if s.Issuer != nil && len(s.Issuer.Signers) > 0 {
		usual.Name = s.Issuer.Signers[0].Name
	}
	return usual
}

// ProposedAuthority is an authority in another mode: with what is known of the
// signer already, and the usual posts of a body of the state or of the Party in
// place of what is not.
func ProposedAuthority(mode string, known plan.Authority, party bool) plan.Authority {
	usual := UsualSigner(party).Authority
	a := known
	a.Mode = mode
	if a.Post == "" {
		a.Post = usual.Post
	}
	body, head := AuthorityNeeds(mode)
	if body && a.Body == "" && known.Mode == "" {
		a.Body = usual.Body
	}
	if head && a.Head == "" {
		a.Head = usual.Post
	}
	if head && strings.EqualFold(a.Post, a.Head) {
		a.Post = "Chánh Văn phòng"
		if official.AuthorityMode(mode) == official.ForHead {
			a.Post = "Phó " + a.Head
		}
	}
	return a
}
