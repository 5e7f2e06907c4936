package command

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/app/words"
)

// choice takes the code of a value, or its words in the language of the
// messages or in Vietnamese, with or without marks. Words that fit none, or
// more than one, are a fault that names all there are.
func (p parser) choice(kind plan.Kind, f plan.Field, text string) (string, error) {
	codes := f.Choices()
	if slices.Contains(codes, text) {
		return text, nil
	}
	if f.Name == "attendance" {
		if a, ok := plan.AttendanceOf(text); ok {
			return string(a), nil
		}
	}
	labelled := func(w *words.Words) func(string) string {
		return func(code string) string { return w.Enum(kind, f.Name, code) }
	}
	for _, w := range p.languages {
		if code, ok := chosen(append(slices.Clone(codes), ""), text, labelled(w)); ok {
			return code, nil
		}
	}
	known := labels(codes, labelled(p.languages[0]))
	return "", fault.New("fault.no_such_value", "Field", f.Name, "Value", text, "Known", known)
}

// languages are the words in which choices are understood: those of the
// messages, then the Vietnamese ones.
func (l *line) languages() []*words.Words {
	if l.words.Language() == words.Vietnamese {
		return []*words.Words{l.words}
	}
	own, err := words.Load(words.Vietnamese)
	if err != nil {
		panic("command: the embedded Vietnamese words do not load")
	}
	return []*words.Words{l.words, own}
}

// chosen finds the one code whose label the text is, first with the marks and
// then without.
func chosen(codes []string, text string, label func(string) string) (string, bool) {
	for _, key := range []func(string) string{vietnamese.ToneKey, vietnamese.Fold} {
		var found []string
		for _, code := range codes {
			// An empty value that is told like a code is that code.
			if l := label(code); l != "" && key(l) == key(text) && (code != "" || len(found) == 0) {
				found = append(found, code)
			}
		}
		if len(found) == 1 {
			return found[0], true
		}
	}
	return "", false
}

// labels names codes with their words: "declined (Không tham dự)".
func labels(codes []string, label func(string) string) string {
	out := make([]string, len(codes))
	for i, code := range codes {
		out[i] = code
		if l := label(code); l != "" && l != code {
			out[i] = fmt.Sprintf("%s (%s)", code, l)
		}
	}
	return strings.Join(out, ", ")
}

// knownAt names the choices of a field that was refused, "" where anything
// goes.
func (l *line) knownAt(kind plan.Kind, issue plan.Issue) string {
	decl, ok := plan.DeclarationOf(string(kind))
	if !ok || issue.Key != "validation.oneof" {
		return ""
	}
	return labels(decl.ChoicesAt(issue.Field), func(code string) string { return l.words.Enum(kind, issue.Field, code) })
}
