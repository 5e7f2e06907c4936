package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// issuer edits the lines that stand at the head of a paper: the superior body
// in regular letters, below it the issuing one in bold (Nghị định 30/2020/NĐ-CP,
// Phụ lục I). A people's committee has no superior line.
type issuer struct {
	form     *form.Form
	superior *kit.TextArea
	issuing  *kit.TextArea
}

func newIssuer(h *page.Host, f *form.Form) *issuer {
	i := &issuer{form: f}
	i.superior = kit.NewTextArea(h.Kit, h.Say("settings.superior"), 1)
	i.issuing = kit.NewTextArea(h.Kit, h.Say("settings.issuing"), 2)
	i.superior.OnCommit = func(string) { i.keep(&i.superior.TextField) }
	i.issuing.OnCommit = func(string) { i.keep(&i.issuing.TextField) }
	return i
}

func (i *issuer) object() fyne.CanvasObject { return kit.Form(i.superior, i.issuing) }

func (i *issuer) commit() {
	i.superior.Commit()
	i.issuing.Commit()
}

func (i *issuer) show(lines []plan.IssuerLine) {
	var superior, issuing []string
	for _, l := range lines {
		if l.Bold {
			issuing = append(issuing, l.Text)
		} else {
			superior = append(superior, l.Text)
		}
	}
	i.superior.SetValue(strings.Join(superior, "\n"))
	i.issuing.SetValue(strings.Join(issuing, "\n"))
}

func (i *issuer) keep(field *kit.TextField) {
	var lines []plan.IssuerLine
	for _, text := range split(i.superior.Value()) {
		lines = append(lines, plan.IssuerLine{Text: text})
	}
	for _, text := range split(i.issuing.Value()) {
		lines = append(lines, plan.IssuerLine{Text: text, Bold: true})
	}
	i.form.Set("issuer_lines", joinOf("issuer_lines", field), func(r plan.Record) { r.(*plan.Office).IssuerLines = lines })
}

// split gives the lines of a text that are not empty.
func split(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
