package settings

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// signers edits who signs the papers of the office: by what right, in which
// post, and the name. The first one signs where nobody is chosen for a paper.
type signers struct {
	host  *page.Host
	form  *form.Form
	rows  []*signerRow
	box   *fyne.Container
	party bool
}

func newSigners(h *page.Host, f *form.Form) *signers {
	return &signers{host: h, form: f, box: kit.VBox(theme.Gap8)}
}

func (s *signers) object() fyne.CanvasObject {
	h := s.host
	add := kit.NewIconButton(kit.Quiet, icons.Plus, h.Say("settings.add_signer"), s.add)
	return kit.Section(
		kit.SectionHead(h.Words.Field(plan.KindOffice, "signers"), nil, nil), kit.Gap(theme.Gap8),
		kit.VBox(theme.Gap8, s.box, kit.HBox(theme.Gap0, add, kit.Spacer()),
			kit.NewParagraph(kit.RoleCaption, h.Say("signers.about"))),
	)
}

func (s *signers) commit() {
	for _, row := range s.rows {
		row.commit()
	}
}

// show sets the rows.
func (s *signers) show(office *plan.Office) {
	list := office.Signers
	s.party = office.IssuerKind == "party"
	for len(s.rows) < len(list) {
		s.rows = append(s.rows, s.newRow(len(s.rows)))
	}
	s.rows = s.rows[:len(list)]
	s.box.Objects = s.box.Objects[:0]
	for i, row := range s.rows {
		row.show(list[i], i == 0)
		s.box.Objects = append(s.box.Objects, row.object)
	}
	s.box.Refresh()
}

func (s *signers) newRow(i int) *signerRow {
	keep := func(path string, field *kit.TextField) {
		signer := s.rows[i].signer(s.party)
		s.at(i, joinOf(fmt.Sprintf("signers/%d/%s", i, path), field), func(list []plan.Signer) { list[i] = signer })
	}
	return newSignerRow(s.host, keep, func(mode string) { s.choose(i, mode) }, func() { s.raise(i) }, func() { s.remove(i) })
}

// choose turns a signer to another authority. The lines that were typed, or made
// of the old one, stay only where they are typed from now on.
func (s *signers) choose(i int, mode string) {
	if mode == "" {
		s.rows[i].show(s.rows[i].shown, i == 0)
		return
	}
	party := s.party
	s.at(i, "", func(list []plan.Signer) {
		one := &list[i]
		if mode == typed {
			one.Authority = plan.Authority{}
			return
		}
		one.Authority = papers.ProposedAuthority(mode, one.Authority, party)
		one.Lines = papers.AuthorityLines(one.Authority, party)
	})
}

// raise lets a signer change places with the one above.
func (s *signers) raise(i int) {
	s.at(i, "", func(list []plan.Signer) {
		if i > 0 {
			list[i-1], list[i] = list[i], list[i-1]
		}
	})
}

func (s *signers) add() {
	usual := papers.UsualSigner(s.party)
	s.change("", func(list []plan.Signer) []plan.Signer { return append(list, usual) })
}

func (s *signers) remove(i int) {
	s.change("", func(list []plan.Signer) []plan.Signer {
		if i >= len(list) {
			return list
		}
		return slices.Delete(list, i, i+1)
	})
}

// at changes the list where it has the signer.
func (s *signers) at(i int, join string, change func([]plan.Signer)) {
	s.change(join, func(list []plan.Signer) []plan.Signer {
		if i < len(list) {
			change(list)
		}
		return list
	})
}

func (s *signers) change(join string, change func([]plan.Signer) []plan.Signer) {
	s.form.Set("signers", join, func(r plan.Record) {
		o := r.(*plan.Office)
		o.Signers = change(slices.Clone(o.Signers))
	})
}

// joinOf ties what is typed during one visit to a field to one step of undo.
func joinOf(path string, field *kit.TextField) string {
	return fmt.Sprintf("office/%s/%d", path, field.Visit())
}
