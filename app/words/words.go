// Package words is the catalogue of words: it turns a key and its values into
// a sentence in the language of the reader. Sentences live as data in
// assets/translations; code names them by key, so that no other package of the
// program holds a word of the interface.
//
// The package must not know where a sentence is shown: it imports neither Fyne
// nor the desk.
package words

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"nhipcau/app/fault"
	"nhipcau/assets/translations"
)

// Vietnamese and English are the languages of the catalogue.
const (
	Vietnamese = "vi"
	English    = "en"
)

// Words are the words of one language. They never change once loaded and may
// be used by several goroutines.
type Words struct {
	language  string
	localizer *i18n.Localizer
	// plain holds the sentences without values or forms: most of them, and the
	// ones that lists ask for by the thousand.
	plain map[string]string
	// composed names the other ones.
	composed map[string]bool
}

// Languages lists the languages of the catalogue, the first one first.
func Languages() []string { return []string{Vietnamese, English} }

// Load reads the words of a language from the embedded catalogue. A language
// that is not there is a fault; so is a key that stands in two areas.
func Load(lang string) (*Words, error) {
	names, err := fs.Glob(translations.Files, path.Join(lang, "*.json"))
	if err != nil || len(names) == 0 {
		return nil, fault.New("fault.unknown_language", "Language", lang, err)
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, fault.New("fault.unknown_language", "Language", lang, err)
	}
	w := &Words{language: lang, plain: map[string]string{}, composed: map[string]bool{}}
	bundle := i18n.NewBundle(tag)
	for _, name := range names {
		if err := w.add(bundle, tag, name); err != nil {
			return nil, fmt.Errorf("catalogue %s: %w", name, err)
		}
	}
	w.localizer = i18n.NewLocalizer(bundle, lang)
	return w, nil
}

// add reads one area.
func (w *Words) add(bundle *i18n.Bundle, tag language.Tag, name string) error {
	data, err := translations.Files.ReadFile(name)
	if err != nil {
		return err
	}
	// The library takes the language from a file's name, where ours have the
	// area, so the messages are added under the tag of the folder.
	file, err := i18n.ParseMessageFileBytes(data, name, nil)
	if err != nil {
		return err
	}
	for _, m := range file.Messages {
		if w.Has(m.ID) {
			return fmt.Errorf("the key %s stands in two areas", m.ID)
		}
		if m.One == "" && !strings.Contains(m.Other, "{{") {
			w.plain[m.ID] = m.Other
		} else {
			w.composed[m.ID] = true
		}
	}
	return bundle.AddMessages(tag, file.Messages...)
}

// Language gives the language of the words, "vi" or "en".
func (w *Words) Language() string { return w.language }

// Has says whether there are words for the key.
func (w *Words) Has(key string) bool {
	_, ok := w.plain[key]
	return ok || w.composed[key]
}

// Say gives the sentence of a key. The arguments are names and values in turn;
// an int named Count chooses the form of a sentence that has several:
//
//	w.Say("due.overdue", "Count", 5)
//
// Dates, numbers, figures and kinds among the values are written as the
// language does. A key without words gives the key itself.
func (w *Words) Say(key string, args ...any) string {
	if text, ok := w.plain[key]; ok {
		return text
	}
	values := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		values[fmt.Sprint(args[i])] = args[i+1]
	}
	return w.SayWith(key, values)
}

// SayWith is Say with the values in a map.
func (w *Words) SayWith(key string, values map[string]any) string {
	if text, ok := w.plain[key]; ok {
		return text
	}
	if !w.composed[key] {
		return key
	}
	written := make(map[string]any, len(values))
	for name, value := range values {
		written[name] = w.write(name, value)
	}
	config := &i18n.LocalizeConfig{MessageID: key, TemplateData: written}
	if count, ok := values["Count"].(int); ok {
		config.PluralCount = count
	}
	text, err := w.localizer.Localize(config)
	if err != nil {
		return key
	}
	return strings.ReplaceAll(text, missingValue, "…")
}

// missingValue is what text/template writes for a value that is not given.
const missingValue = "<no value>"
