package vietnamese

import (
	"strconv"
	"strings"
)

// MaxDigits is how many digits a decimal may have, before and after the comma
// together. It is far more than any figure needs and keeps arithmetic cheap
// whatever a file brings.
const MaxDigits = 40

// MaxInteger is the largest magnitude of an integer in a bundle: beyond it a
// reader that keeps numbers in floating point would change them.
const MaxInteger = 1<<53 - 1

// ParseDecimal reads a number written the Vietnamese way, dot between
// thousands and comma before the fraction, strictly: 365.032 is a whole number
// and 46,66 a fraction. It returns the wire form, "365032" or "46.66": a minus
// sign if negative, no needless zeros, so that equal numbers are equal strings.
//
// A text with the separators of another language is refused with KindGrouping
// and a suggestion (46.66, 1,234.5). 365,032 is read as a fraction of three
// places, and returned together with a KindAmbiguous warning whose suggestion
// is the whole number (see [IsWarning]; domain notes §9). Further kinds:
// KindEmpty, KindMalformed, KindRange for more than [MaxDigits] digits.
func ParseDecimal(text string) (wire string, err error) {
	n, kind := splitNumber(text)
	if kind != "" {
		return "", refuse(kind, text)
	}
	integer, grouped := ungroup(n.integer)
	switch {
	case strings.Contains(n.fraction, ",") || strings.Contains(n.fraction, ".") || !grouped:
		return "", suggest(KindGrouping, text, n.foreign())
	case !n.hasComma:
		return canonical(n.minus, integer, ""), nil
	case integer == "" || n.fraction == "":
		return "", refuse(KindMalformed, text)
	}
	wire = canonical(n.minus, integer, n.fraction)
	if n.looksGrouped() {
		return wire, suggest(KindAmbiguous, text, canonical(n.minus, integer+n.fraction, ""))
	}
	return wire, nil
}

// ParseInteger reads a whole number with or without dots between thousands.
// The errors are those of [ParseDecimal], KindNotInteger for a fraction, and
// KindRange beyond [MaxInteger]. 365,032 is refused with KindAmbiguous and its
// suggestion.
func ParseInteger(text string) (int64, error) {
	wire, err := ParseDecimal(text)
	if err != nil {
		return 0, err
	}
	if strings.Contains(wire, ".") {
		return 0, refuse(KindNotInteger, text)
	}
	n, err := strconv.ParseInt(wire, 10, 64)
	if err != nil || n > MaxInteger || n < -MaxInteger {
		return 0, refuse(KindRange, text)
	}
	return n, nil
}

// ValidDecimal reports whether s is a decimal in wire form as [ParseDecimal]
// returns it: "-46.66" but not "46.60", "+1", "1e3" or "-0".
func ValidDecimal(s string) bool {
	minus, integer, fraction, ok := splitWire(s)
	return ok && canonical(minus, integer, fraction) == s
}

// FormatDecimal returns a decimal in wire form the Vietnamese way: "46.66" is
// "46,66", "365032" is "365.032". What is no decimal comes back unchanged, so
// that a figure that is wrong is seen and not hidden.
func FormatDecimal(wire string) string {
	minus, integer, fraction, ok := cutWire(wire)
	if !ok {
		return wire
	}
	text := group(integer)
	if minus {
		text = "-" + text
	}
	if fraction != "" {
		text += "," + fraction
	}
	return text
}

// FormatInteger returns n with dots between thousands, "365.032".
func FormatInteger(n int64) string { return FormatDecimal(strconv.FormatInt(n, 10)) }

// Count returns a number of things as papers write it, with a zero before 1 to
// 9: "07" as in "07 dự án", "25", "1.200".
func Count(n int) string {
	if n >= 1 && n <= 9 {
		return "0" + strconv.Itoa(n)
	}
	return FormatInteger(int64(n))
}

// number is a typed number cut at its first comma.
type number struct {
	minus    bool
	integer  string // digits and dots
	fraction string // digits and, if foreign, separators
	hasComma bool
}

// splitNumber cuts a typed number into parts and refuses what has no digits, or
// other characters.
func splitNumber(text string) (number, Kind) {
	text = Normalize(text)
	if text == "" {
		return number{}, KindEmpty
	}
	var n number
	for _, sign := range []string{"-", "−", "–"} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			n.minus, text = true, rest
			break
		}
	}
	digits := 0
	for _, r := range text {
		switch {
		case isDigit(r):
			digits++
		case r != '.' && r != ',':
			return number{}, KindMalformed
		}
	}
	switch {
	case digits == 0:
		return number{}, KindMalformed
	case digits > MaxDigits:
		return number{}, KindRange
	}
	n.integer, n.fraction, n.hasComma = strings.Cut(text, ",")
	return n, ""
}

// looksGrouped reports whether the number, with a comma, could as well be a
// whole number grouped the English way: up to three digits, not zero first,
// then three.
func (n number) looksGrouped() bool {
	return len(n.fraction) == 3 && len(n.integer) <= 3 && n.integer[0] != '0'
}

// foreign returns the wire form of the number read with English separators, or
// "" if that makes no number either.
func (n number) foreign() string {
	english := n.integer
	if n.hasComma {
		english += "," + n.fraction
	}
	swapped := strings.NewReplacer(",", ".", ".", ",").Replace(english)
	whole, fraction, hasPoint := strings.Cut(swapped, ",")
	integer, grouped := ungroup(whole)
	if !grouped || integer == "" || hasPoint && !allDigits(fraction) {
		return ""
	}
	return canonical(n.minus, integer, fraction)
}

// ungroup removes the dots between thousands and reports whether they stood in
// the right places. A text without dots is always right.
func ungroup(text string) (digits string, ok bool) {
	groups := strings.Split(text, ".")
	if len(groups) == 1 {
		return text, true
	}
	if n := len(groups[0]); n < 1 || n > 3 || groups[0][0] == '0' {
		return "", false
	}
	for _, group := range groups[1:] {
		if len(group) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// group puts dots between thousands.
func group(digits string) string {
	var b strings.Builder
	for i, c := range []byte(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(c)
	}
	return b.String()
}

// canonical puts the wire form together without needless zeros.
func canonical(minus bool, integer, fraction string) string {
	integer = strings.TrimLeft(integer, "0")
	fraction = strings.TrimRight(fraction, "0")
	if integer == "" {
		integer = "0"
	}
	text := integer
	if fraction != "" {
		text += "." + fraction
	}
	if minus && text != "0" {
		text = "-" + text
	}
	return text
}

// splitWire cuts a decimal in wire form, with or without needless zeros. ok is
// false if it is none, or has more than [MaxDigits] digits.
func splitWire(s string) (minus bool, integer, fraction string, ok bool) {
	minus, integer, fraction, ok = cutWire(s)
	return minus, integer, fraction, ok && len(integer)+len(fraction) <= MaxDigits
}

// cutWire is splitWire without the limit, which a sum may pass.
func cutWire(s string) (minus bool, integer, fraction string, ok bool) {
	s, minus = strings.CutPrefix(s, "-")
	integer, fraction, point := strings.Cut(s, ".")
	ok = integer != "" && allDigits(integer) && allDigits(fraction) && point == (fraction != "")
	return minus, integer, fraction, ok
}

func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

func suggest(kind Kind, text, suggestion string) *ParseError {
	return &ParseError{Kind: kind, Text: text, Suggest: suggestion}
}
