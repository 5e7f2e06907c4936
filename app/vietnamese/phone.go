package vietnamese

import (
	"regexp"
	"strings"
)

// noBreak is the space at which no line ends.
const noBreak = "\u00a0"

// phoneInText is what may be a telephone number: digits with the signs that
// people put between them.
var phoneInText = regexp.MustCompile(`\+?\(?\d[\d .\x{a0}()\-]{6,}\d`)

// FormatPhone writes the Vietnamese telephone numbers in a text as people do,
// with spaces at which no line ends: 0912345679 is "0912 345 679", +84912345679
// "+84 912 345 679", 02439421234 "024 3942 1234". Whatever else stands there
// stays, and so does a number of another form.
func FormatPhone(text string) string {
	return phoneInText.ReplaceAllStringFunc(text, func(found string) string {
		digits := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, found)
		if strings.HasPrefix(found, "+") {
			if national, ok := strings.CutPrefix(digits, "84"); ok {
				if groups := nationalGroups(strings.TrimPrefix(national, "0")); groups != nil {
					return strings.Join(append([]string{"+84"}, groups...), noBreak)
				}
			}
			return found
		}
		national, ok := strings.CutPrefix(digits, "0")
		groups := nationalGroups(national)
		if !ok || groups == nil {
			return found
		}
		groups[0] = "0" + groups[0]
		return strings.Join(groups, noBreak)
	})
}

// nationalGroups parts a number without its leading 0: mobile numbers have nine
// digits; in fixed ones an area code of two digits (24, 28) or three stands
// before eight or seven. It gives nil for a number of another form.
func nationalGroups(digits string) []string {
	switch {
	case len(digits) == 9 && digits[0] != '0' && digits[0] != '2':
		return []string{digits[:3], digits[3:6], digits[6:]}
	case len(digits) == 10 && (digits[:2] == "24" || digits[:2] == "28"):
		return []string{digits[:2], digits[2:6], digits[6:]}
	case len(digits) == 10 && digits[0] == '2':
		return []string{digits[:3], digits[3:7], digits[7:]}
	}
	return nil
}
