package form

// Fits reports whether a value has the form. The value must be valid json
// without spaces and with plain integers, as merge.Canonical gives it.
func (f *Form) Fits(value []byte) bool {
	if f.Shape == Text && f.spelt == nil && value[0] == '"' {
		return true // nearly all that is long
	}
	w := walk{text: value}
	return w.fits(f)
}

// walk goes through a value that is known to be valid.
type walk struct {
	text []byte
	at   int
}

// fits passes over one value and reports whether it has the form; nil is the
// form of a member that is not known, which any value has.
func (w *walk) fits(f *Form) bool {
	first := w.text[w.at]
	switch {
	case f == nil || first == 'n':
		w.skip()
		return true
	case first == '"':
		text := w.quoted()
		return f.Shape == Text && (f.spelt == nil || f.spelt(text))
	case first == '{':
		return (f.Shape == Map || f.Shape == Members) && w.object(f)
	case first == '[':
		return f.Shape == List && w.list(f)
	case first == 't' || first == 'f':
		w.skip()
		return f.Shape == Flag
	default:
		w.skip()
		return f.Shape == Integer
	}
}

// quoted passes over a string and gives what stands between the quotes.
func (w *walk) quoted() []byte {
	start := w.at + 1
	for w.at = start; w.text[w.at] != '"'; w.at++ {
		if w.text[w.at] == '\\' {
			w.at++
		}
	}
	w.at++
	return w.text[start : w.at-1]
}

func (w *walk) list(f *Form) bool {
	for w.at++; w.text[w.at] != ']'; {
		if w.text[w.at] == ',' {
			w.at++
		}
		if !w.fits(f.Items) {
			return false
		}
	}
	w.at++
	return true
}

func (w *walk) object(f *Form) bool {
	for w.at++; w.text[w.at] != '}'; {
		if w.text[w.at] == ',' {
			w.at++
		}
		name := w.quoted()
		w.at++ // the colon
		of := f.Items
		if f.Shape == Members {
			of = f.Members[string(name)]
		}
		if !w.fits(of) {
			return false
		}
	}
	w.at++
	return true
}

// skip passes over one value of any form.
func (w *walk) skip() {
	for depth := 0; ; {
		switch w.text[w.at] {
		case '"':
			w.quoted()
		case '{', '[':
			depth++
			w.at++
		case '}', ']':
			depth--
			w.at++
		case ',', ':':
			w.at++
		default:
			w.plain()
		}
		if depth <= 0 {
			return
		}
	}
}

// plain passes over a number or one of the words true, false and null.
func (w *walk) plain() {
	for w.at < len(w.text) {
		switch w.text[w.at] {
		case ',', ']', '}':
			return
		}
		w.at++
	}
}
