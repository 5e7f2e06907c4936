package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"nhipcau/app/fault"
)

// nowhere stands in a sentence for what is not known or does not apply.
const nowhere = "–"

// refuse makes the fault of a broken rule, with its place: Offset is the byte
// from the beginning of the document, Record the number of the record.
func (s *scanner) refuse(key string, at int, args ...any) error {
	return fault.New(key, append(args, "Offset", at, "Record", s.place())...)
}

// place is the number of the record that is being read, from 1.
func (s *scanner) place() any {
	if n := s.record(); n > 0 {
		return n
	}
	return nowhere
}

// orNowhere makes a piece of a foreign file fit to be shown, or says that
// there is none.
func orNowhere(text string) string {
	if text == "" {
		return nowhere
	}
	return plain([]byte(text))
}

// syntax names what the decoder has refused.
func (s *scanner) syntax(err error) error {
	var syntax *jsontext.SyntacticError
	if !errors.As(err, &syntax) {
		return fault.New("fault.bundle_not_json", "Offset", s.end, "Record", s.place(), err)
	}
	at := min(int(syntax.ByteOffset), len(s.doc))
	rest := s.doc[at:]
	refuse := func(key string, args ...any) error {
		return fault.New(key, append(args, "Offset", at, "Record", s.place(), err)...)
	}
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return refuse("fault.bundle_cut_off")
	case errors.Is(err, jsontext.ErrDuplicateName):
		return refuse("fault.bundle_name_twice", "Name", plain([]byte(syntax.JSONPointer.LastToken())))
	case s.tokens == 0 && isSealed(s.doc):
		return refuse("fault.bundle_sealed")
	case brokenText(rest):
		return refuse("fault.bundle_bad_text")
	case len(rest) > 0 && rest[0] < ' ' && !isSpace(rest[0]):
		return refuse("fault.bundle_bad_character", "Code", codeOf(rune(rest[0])))
	default:
		return refuse("fault.bundle_not_json")
	}
}

// brokenText says whether text begins with broken UTF-8 or with the escape of
// half a surrogate pair.
func brokenText(text []byte) bool {
	if r, size := utf8.DecodeRune(text); r == utf8.RuneError && size == 1 {
		return true
	}
	if len(text) < len(`\ud800`) || text[0] != '\\' || text[1] != 'u' {
		return false
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return err == nil && n >= 0xD800 && n <= 0xDFFF
}

// isSealed recognises a file that was encrypted with age.
func isSealed(doc []byte) bool {
	return bytes.HasPrefix(doc, []byte("age-encryption.org/")) ||
		bytes.HasPrefix(doc, []byte("-----BEGIN AGE ENCRYPTED FILE-----"))
}

// codeOf is the usual name of a character that can't be shown, as "U+202E".
func codeOf(r rune) string { return fmt.Sprintf("U+%04X", r) }

// plain makes a piece of a foreign file fit to be shown: short, and without
// characters that a terminal would obey.
func plain(text []byte) string { return shortened(text, 60) }

// ShownName is the name of the sender fit to be shown and kept: of one line, and
// no longer than offices are called.
func (s Sender) ShownName() string {
	return shortened([]byte(strings.Join(strings.Fields(s.Name), " ")), 150)
}

// shortened gives the first characters of a text, with a sign in the place of
// those that can't be shown.
func shortened(text []byte, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range string(text[:min(len(text), 4*most)]) {
		if n++; n > most {
			b.WriteRune('…')
			break
		}
		if !unicode.IsPrint(r) {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return b.String()
}
