package command

import (
	"maps"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/catalogue"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/papers"
)

// decisions are what an office decides about a paper: they are kept with it, as
// the window keeps them.
type decisions struct {
	number, date, about string
	draft               bool
	options             []string
	command             *cobra.Command
}

// flags adds the flags with which an office decides.
func (w *decisions) flags(c *cobra.Command) {
	w.command = c
	flags := c.Flags()
	flags.StringVar(&w.number, "number", "", "the number of the paper, kept with it; '' leaves it blank")
	flags.StringVar(&w.date, "date", "", "the day of the paper, kept with it; '' leaves it blank")
	flags.StringVar(&w.about, "about", "", "the subject line, kept with the paper; '' takes the usual one")
	flags.BoolVar(&w.draft, "draft", false, "mark it as a draft (DỰ THẢO); --draft=false takes the mark away")
	flags.StringArrayVar(&w.options, "option", nil, "a choice on the paper, CODE=VALUE, kept with it; may stand several times")
}

// assignments are the fields that were decided, as set takes them.
func (w *decisions) assignments() []string {
	var out []string
	for name, value := range map[string]string{"number": w.number, "date": w.date, "about": w.about, "draft": strconv.FormatBool(w.draft)} {
		if w.command.Flags().Changed(name) {
			out = append(out, name+"="+value)
		}
	}
	return out
}

// decide finds the form of the paper and keeps what was decided about it, in one
// step of undo.
func (l *line) decide(d *desk.Desk, visit string, ask papers.Request, w decisions) (papers.Request, error) {
	kind, _ := d.Catalogue().Paper(ask.Kind)
	var err error
	if ask.Variant, err = l.variant(kind, ask.Variant); err != nil {
		return ask, err
	}
	fields := w.assignments()
	if len(fields)+len(w.options) == 0 || !d.HasVisit(visit) {
		return ask, nil
	}
	p := d.PaperOf(visit, ask.Kind, ask.Variant)
	if err := l.parser(d).assign(p, fields); err != nil {
		return ask, err
	}
	if p.Options, err = l.chooseOptions(kind, p.Options, w.options); err != nil {
		return ask, err
	}
	return ask, d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(p) })
}

// variant gives the code of a form that is named by its code or its words.
func (l *line) variant(kind catalogue.PaperKind, text string) (string, error) {
	if _, ok := kind.Variant(text); ok {
		return text, nil
	}
	terms := make([]catalogue.Term, len(kind.Variants))
	for i, v := range kind.Variants {
		terms[i] = v.Term
	}
	code, known, ok := l.term(terms, text)
	switch {
	case ok:
		return code, nil
	case len(terms) == 0:
		return "", fault.New("fault.paper_has_one_form", "Kind", kind.Code)
	}
	return "", fault.New("fault.no_such_variant", "Kind", kind.Code, "Variant", text, "Known", known)
}

// term finds one of some terms by its code or its words in a language of ours;
// known names them all.
func (l *line) term(terms []catalogue.Term, text string) (code, known string, ok bool) {
	codes, byCode := make([]string, len(terms)), map[string]catalogue.Term{}
	for i, t := range terms {
		codes[i], byCode[t.Code] = t.Code, t
	}
	if _, ok := byCode[text]; ok {
		return text, "", true
	}
	for _, w := range l.languages() {
		if code, ok := chosen(codes, text, func(code string) string { return byCode[code].Label(w.Language()) }); ok {
			return code, "", true
		}
	}
	return "", labels(codes, func(code string) string { return byCode[code].Label(l.words.Language()) }), false
}

// chooseOptions puts choices such as "of=guests" over those that are kept.
func (l *line) chooseOptions(kind catalogue.PaperKind, kept map[string]string, choices []string) (map[string]string, error) {
	out := maps.Clone(kept)
	for _, one := range choices {
		name, value, ok := strings.Cut(one, "=")
		if !ok {
			return nil, fault.New("fault.bad_option", "Text", one)
		}
		o, ok := kind.Option(strings.TrimSpace(name))
		if !ok {
			return nil, fault.New("fault.no_such_option", "Kind", kind.Code, "Option", name, "Known", optionNames(kind))
		}
		code, known, ok := l.term(o.Values, strings.TrimSpace(value))
		if !ok {
			return nil, fault.New("fault.no_such_value", "Field", o.Code, "Value", value, "Known", known)
		}
		if out == nil {
			out = map[string]string{}
		}
		out[o.Code] = code
	}
	return out, nil
}

func optionNames(kind catalogue.PaperKind) string {
	var names []string
	for _, o := range kind.Options {
		names = append(names, o.Code)
	}
	if names == nil {
		return "–"
	}
	return strings.Join(names, ", ")
}
