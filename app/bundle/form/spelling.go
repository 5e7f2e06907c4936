package form

// What the patterns say, without the cost of a regular expression: these are
// asked of every record of a bundle. A test holds both against each other. No
// text that fits has a character that json escapes, so that the raw text
// between the quotes can be asked.

// shaped reports whether text is empty or has the shape, in which '0' stands
// for a digit, 'x' for a lower-case hexadecimal digit and anything else for itself.
func shaped(text []byte, shape string) bool {
	if len(text) == 0 {
		return true
	}
	if len(text) != len(shape) {
		return false
	}
	for i, b := range text {
		digit := '0' <= b && b <= '9'
		switch shape[i] {
		case '0':
			if !digit {
				return false
			}
		case 'x':
			if !digit && (b < 'a' || b > 'f') {
				return false
			}
		default:
			if b != shape[i] {
				return false
			}
		}
	}
	return true
}

func isID(text []byte) bool { return shaped(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx") }

func isHash(text []byte) bool {
	return shaped(text, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
}

func isDate(text []byte) bool { return shaped(text, "0000-00-00") }

func isTime(text []byte) bool {
	if !shaped(text, "00:00") {
		return false
	}
	return len(text) == 0 || string(text[:2]) < "24" && text[3] < '6'
}

func isDecimal(text []byte) bool {
	if len(text) == 0 {
		return true
	}
	if text[0] == '-' {
		text = text[1:]
	}
	whole := digits(text)
	if whole == 0 || whole == len(text) {
		return whole > 0
	}
	rest := text[whole:]
	return rest[0] == '.' && len(rest) > 1 && digits(rest[1:]) == len(rest)-1
}

// digits counts the digits with which text begins.
func digits(text []byte) int {
	for i, b := range text {
		if b < '0' || b > '9' {
			return i
		}
	}
	return len(text)
}
