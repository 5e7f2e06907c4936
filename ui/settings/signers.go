package settings

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// signers edits who signs the papers of the office: authority and post in up to
// four lines, and the name. The first one is proposed on a new paper.
type signers struct {
	host *page.Host
	form *form.Form
	rows []*signerRow
	box  *fyne.Container
}

type signerRow struct {
	lines *kit.TextArea
	name  *kit.TextField
}

func newSigners(h *page.Host, f *form.Form) *signers {
	return &signers{host: h, form: f, box: kit.VBox(theme.Gap8)}
}

func (s *signers) object() fyne.CanvasObject {
	h := s.host
	add := kit.NewIconButton(kit.Quiet, icons.Plus, h.Say("settings.add_signer"), s.add)
	return kit.VBox(theme.Gap8,
		kit.Gap(theme.Gap4), kit.NewText(kit.RoleStrong, h.Words.Field(plan.KindOffice, "signers")), s.box,
		kit.HBox(theme.Gap0, add, kit.Spacer()),
	)
}

func (s *signers) commit() {
	for _, row := range s.rows {
		row.lines.Commit()
		row.name.Commit()
	}
}

// show sets the rows; a row in which somebody types keeps what is typed.
func (s *signers) show(list []plan.Signer) {
	for len(s.rows) < len(list) {
		s.rows = append(s.rows, s.newRow(len(s.rows)))
	}
	if len(s.rows) > len(list) {
		s.rows = s.rows[:len(list)]
	}
	s.box.Objects = s.box.Objects[:0]
	for i, row := range s.rows {
		row.lines.SetValue(strings.Join(list[i].Lines, "\n"))
		row.name.SetValue(list[i].Name)
		remove := kit.NewIconButton(kit.Plain, icons.Trash, "", func() { s.remove(i) }).
			WithTip(s.host.Say("settings.remove_signer"))
		fields := kit.Columns(theme.Gap12, []float32{1, 1}, row.lines, row.name)
		s.box.Objects = append(s.box.Objects, kit.HBoxTop(theme.Gap8, kit.Grow(fields), kit.VBox(theme.Gap0, kit.Gap(theme.Gap16), remove)))
	}
	s.box.Refresh()
}

func (s *signers) newRow(i int) *signerRow {
	h := s.host
	row := &signerRow{
		lines: kit.NewTextArea(h.Kit, h.Words.Field(plan.KindOffice, "signers.lines"), 2),
		name:  kit.NewTextField(h.Kit, h.Words.Field(plan.KindOffice, "signers.name")),
	}
	row.lines.OnCommit = func(string) { s.keep(i, &row.lines.TextField) }
	row.name.OnCommit = func(string) { s.keep(i, row.name) }
	return row
}

func (s *signers) keep(i int, field *kit.TextField) {
	row := s.rows[i]
	signer := plan.Signer{Lines: split(row.lines.Value()), Name: strings.TrimSpace(row.name.Value())}
	s.change(joinOf(fmt.Sprintf("signers/%d", i), field), func(list []plan.Signer) []plan.Signer {
		if i < len(list) {
			list[i] = signer
		}
		return list
	})
}

func (s *signers) add() {
	s.change("", func(list []plan.Signer) []plan.Signer {
		return append(list, plan.Signer{Lines: []string{s.host.Say("settings.first_signer")}})
	})
}

func (s *signers) remove(i int) {
	s.change("", func(list []plan.Signer) []plan.Signer {
		if i >= len(list) {
			return list
		}
		return slices.Delete(list, i, i+1)
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
