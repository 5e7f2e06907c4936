package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// typed is the choice of a signer whose lines are written by hand, as they were
// before there was a choice.
const typed = "typed"

// signerRow holds the fields of one signer and, below them, what is printed.
type signerRow struct {
	host             *page.Host
	mode             *kit.Select
	body, head, post *kit.TextField
	lines            *kit.TextArea
	name             *kit.TextField
	texts            *fyne.Container // those that the mode needs
	raise            *kit.Button
	sample           *fyne.Container
	object           fyne.CanvasObject
	shown            plan.Signer
	laid             string // the mode whose fields stand there
}

// newSignerRow makes the fields; keep hears which of them was kept.
func newSignerRow(h *page.Host, keep func(path string, field *kit.TextField), choose func(mode string), raise, remove func()) *signerRow {
	r := &signerRow{host: h, sample: kit.VBox(theme.Gap0)}
	options := []kit.Choice{}
	for _, mode := range papers.AuthorityModes() {
		options = append(options, kit.Choice{ID: mode, Title: h.Words.Enum(plan.KindOffice, "signers.authority.mode", mode)})
	}
	r.mode = kit.NewSelect(h.Kit, h.Words.Field(plan.KindOffice, "signers.authority.mode"), append(options, kit.Choice{ID: typed, Title: h.Say("signers.typed")}))
	r.mode.OnCommit = choose
	field := func(path, label string) *kit.TextField {
		f := kit.NewTextField(h.Kit, label)
		f.OnCommit = func(string) { keep(path, f) }
		return f
	}
	r.name, r.post = field("name", h.Words.Field(plan.KindOffice, "signers.name")), field("post", h.Words.Field(plan.KindOffice, "signers.authority.post"))
	r.body, r.head = field("body", h.Words.Field(plan.KindOffice, "signers.authority.body")), field("head", "")
	r.body.SetPlaceholder(h.Say("signers.body_tip"))
	r.lines = kit.NewTextArea(h.Kit, h.Words.Field(plan.KindOffice, "signers.lines"), 2)
	r.lines.OnCommit = func(string) { keep("lines", &r.lines.TextField) }
	r.raise = kit.NewIconButton(kit.Plain, icons.ArrowUp, "", raise).WithTip(h.Say("signers.raise"))
	bin := kit.NewIconButton(kit.Plain, icons.Trash, "", remove).WithTip(h.Say("settings.remove_signer"))
	r.texts = kit.VBox(theme.Gap8)
	fields := kit.VBox(theme.Gap8, r.mode, r.texts)
	side := kit.VBox(theme.Gap0, kit.Gap(theme.Gap16), kit.HBox(theme.Gap0, r.raise, bin))
	r.object = kit.VBox(theme.Gap8, kit.HBoxTop(theme.Gap8, kit.Grow(fields), side), r.sample, kit.NewHairline())
	return r
}

func (r *signerRow) commit() {
	for _, f := range []*kit.TextField{r.body, r.head, r.post, &r.lines.TextField, r.name} {
		f.Commit()
	}
}

// show sets the fields; one in which somebody types keeps what is typed.
func (r *signerRow) show(s plan.Signer, first bool) {
	r.shown = s
	a := s.Authority
	mode := a.Mode
	if mode == "" {
		mode = typed
	}
	body, head := papers.AuthorityNeeds(a.Mode)
	if head {
		r.head.SetLabel(r.host.Say("signers.head_" + a.Mode))
	}
	if mode != r.laid { // else a field in which somebody types stays where it is
		r.laid = mode
		r.place(body, head)
	}
	if r.raise.Enable(); first {
		r.raise.Disable()
	}
	r.mode.SetValue(mode)
	r.body.SetValue(a.Body)
	r.head.SetValue(a.Head)
	r.post.SetValue(a.Post)
	r.lines.SetValue(strings.Join(s.Lines, "\n"))
	r.name.SetValue(s.Name)
	r.draw(s)
	r.object.Refresh()
}

// place puts the fields that are needed below the mode.
func (r *signerRow) place(body, head bool) {
	if r.laid == typed {
		r.texts.Objects = []fyne.CanvasObject{r.lines, r.name}
		return
	}
	var whose []fyne.CanvasObject
	if body {
		whose = append(whose, r.body)
	}
	if head {
		whose = append(whose, r.head)
	}
	r.texts.Objects = nil
	if len(whose) > 0 {
		r.texts.Objects = append(r.texts.Objects, kit.FormRow(whose...))
	}
	r.texts.Objects = append(r.texts.Objects, kit.FormRow(r.post, r.name))
}

// signer is what stands in the fields.
func (r *signerRow) signer(party bool) plan.Signer {
	s := plan.Signer{Name: strings.TrimSpace(r.name.Value()), Lines: split(r.lines.Value())}
	if r.shown.Authority.Mode == "" {
		return s
	}
	s.Authority = plan.Authority{
		Mode: r.shown.Authority.Mode, Body: strings.TrimSpace(r.body.Value()),
		Head: strings.TrimSpace(r.head.Value()), Post: strings.TrimSpace(r.post.Value()),
	}
	s.Lines = papers.AuthorityLines(s.Authority, party)
	return s
}

// draw shows the lines as they come out on paper.
func (r *signerRow) draw(s plan.Signer) {
	var lines []fyne.CanvasObject
	add := func(role kit.Role, text string) {
		lines = append(lines, kit.NewText(role, text).In(theme.Ink).Aligned(fyne.TextAlignCenter))
	}
	for _, line := range s.Lines {
		add(kit.RoleStrong, line)
	}
	lines = append(lines, kit.Gap(theme.Gap24))
	if s.Name == "" {
		add(kit.RoleCaption, r.host.Say("signers.nameless"))
	} else {
		add(kit.RoleStrong, s.Name)
	}
	sheet := kit.On(theme.Sheet, kit.Pad(theme.Gap12, kit.VBox(theme.Gap0, lines...)))
	sheet = kit.On(theme.Desk, kit.Pad(theme.Gap8, sheet))
	caption := kit.NewText(kit.RoleCaption, r.host.Say("signers.sample"))
	r.sample.Objects = []fyne.CanvasObject{kit.HBoxTop(theme.Gap12, caption, kit.Grow(sheet))}
	r.sample.Refresh()
}
