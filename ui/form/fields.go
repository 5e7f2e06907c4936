package form

import (
	"errors"
	"reflect"
	"strconv"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
)

// Text adds a field of one line for a text.
func (f *Form) Text(path string) *kit.TextField {
	t := kit.NewTextField(f.host.Kit, f.label(path))
	f.bindText(path, t, setString)
	return t
}

// Area adds a field of several lines for a text.
func (f *Form) Area(path string, lines int) *kit.TextArea {
	a := kit.NewTextArea(f.host.Kit, f.label(path), lines)
	f.bindText(path, &a.TextField, setString)
	return a
}

// Date adds a field with a month picker for a civil date.
func (f *Form) Date(path string) *kit.DateField {
	d := kit.NewDateField(f.host.Kit, f.label(path), f.parseDateOf(path), formatDate)
	f.bindText(path, &d.TextField, setString)
	return d
}

// Time adds a field for a time of day.
func (f *Form) Time(path string) *kit.TimeField {
	parse := func(text string) (string, error) {
		if strings.TrimSpace(text) == "" {
			return "", nil
		}
		c, err := vietnamese.ParseClock(text)
		return string(c), parseError(f.host, "form.bad_time", err)
	}
	t := kit.NewTimeField(f.host.Kit, f.label(path), parse, func(v string) string {
		return vietnamese.FormatClock(civil.Clock(v))
	})
	f.bindText(path, &t.TextField, setString)
	return t
}

// Length adds a field for a length in minutes: 45, 1h30, 90 phút.
func (f *Form) Length(path string) *kit.NumberField {
	parse := func(text string) (string, error) {
		if strings.TrimSpace(text) == "" {
			return "0", nil
		}
		n, err := vietnamese.ParseLength(text)
		return strconv.Itoa(n), parseError(f.host, "form.bad_length", err)
	}
	return f.number(path, parse, blankZero)
}

// Integer adds a field for a whole number, such as a count or an amount in
// đồng; nothing stands for 0.
func (f *Form) Integer(path string) *kit.NumberField {
	parse := func(text string) (string, error) {
		if strings.TrimSpace(text) == "" {
			return "0", nil
		}
		n, err := vietnamese.ParseInteger(text)
		return strconv.FormatInt(n, 10), parseError(f.host, "form.bad_number", err)
	}
	format := func(value string) string {
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil || n == 0 {
			return ""
		}
		return vietnamese.FormatInteger(n)
	}
	return f.number(path, parse, format)
}

// Year adds a field for a year; nothing stands for 0.
func (f *Form) Year(path string) *kit.NumberField {
	parse := func(text string) (string, error) {
		if strings.TrimSpace(text) == "" {
			return "0", nil
		}
		n, err := strconv.Atoi(strings.TrimSpace(text))
		return strconv.Itoa(n), parseError(f.host, "form.bad_year", err)
	}
	return f.number(path, parse, blankZero)
}

func (f *Form) number(path string, parse func(string) (string, error), format func(string) string) *kit.NumberField {
	n := kit.NewNumberField(f.host.Kit, f.label(path), parse, format)
	f.bindText(path, &n.TextField, setInt)
	return n
}

// Decimal adds a field for a decimal number, kept as text: 46,66.
func (f *Form) Decimal(path string) *kit.NumberField {
	n := kit.NewNumberField(f.host.Kit, f.label(path), f.parseDecimal, vietnamese.FormatDecimal)
	f.bindText(path, &n.TextField, setString)
	return n
}

// parseDecimal takes a number that could be read in two ways, but refuses what
// is none; "46.66" is told how it is written here.
func (f *Form) parseDecimal(text string) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	wire, err := vietnamese.ParseDecimal(text)
	if vietnamese.IsWarning(err) && wire != "" {
		return wire, nil
	}
	var parse *vietnamese.ParseError
	if errors.As(err, &parse) && parse.Suggest != "" {
		return "", errors.New(f.host.Say("form.number_suggestion", "Suggest", vietnamese.FormatDecimal(parse.Suggest)))
	}
	return wire, parseError(f.host, "form.bad_number", err)
}

// List adds a field of several lines for a list of texts, one a line.
func (f *Form) List(path string, lines int) *kit.TextArea {
	a := kit.NewTextArea(f.host.Kit, f.label(path), lines)
	f.bind(path, &a.TextField, func(v reflect.Value) string {
		return strings.Join(v.Interface().([]string), "\n")
	}, func(v reflect.Value, text string) {
		var out []string
		for _, line := range strings.Split(text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
		v.Set(reflect.ValueOf(out))
	})
	return a
}

// Select adds a choice from the values of a field, in the words for them; an
// empty value first where blank is not empty.
func (f *Form) Select(path string, values []string, blank string) *kit.Select {
	var options []kit.Choice
	if blank != "" {
		options = append(options, kit.Choice{Title: blank})
	}
	for _, v := range values {
		options = append(options, kit.Choice{ID: v, Title: f.host.Words.Enum(f.kind, path, v)})
	}
	return f.SelectOf(path, options)
}

// SelectOf adds a choice from a list of the page's own.
func (f *Form) SelectOf(path string, options []kit.Choice) *kit.Select {
	s := kit.NewSelect(f.host.Kit, f.label(path), options)
	s.OnCommit = func(id string) {
		f.commit(path, s.Visit(), func(v reflect.Value) { v.SetString(id) })
	}
	f.bound = append(f.bound, binding{
		path: path, show: func(r plan.Record) { s.SetValue(f.value(r, path).String()) },
		fail: s.SetError, warn: s.SetWarning, keep: s.Commit, able: able(s), held: s, take: s.Focus,
	})
	return s
}

// Check adds a tick for a yes or no.
func (f *Form) Check(path string) *kit.CheckBox {
	c := kit.NewCheckBox(f.label(path), func(on bool) {
		root, _, _ := strings.Cut(path, ".")
		f.Set(root, "", func(r plan.Record) { f.value(r, path).SetBool(on) })
	})
	f.bound = append(f.bound, binding{
		path: path, show: func(r plan.Record) { c.SetChecked(f.value(r, path).Bool()) },
		fail: f.tell, warn: func(string) {}, keep: func() {}, able: able(c), take: func() { f.host.Window.Canvas().Focus(c) },
	})
	return c
}

func (f *Form) tell(sentence string) {
	if sentence != "" {
		f.host.Toast(sentence, "", nil)
	}
}

// Pick adds a picker whose value is an id found by search; name words the id
// that is kept.
func (f *Form) Pick(path string, search func(string) []kit.Choice, name func(id string) string) *kit.Picker {
	p := kit.NewPicker(f.host.Kit, f.label(path), search)
	p.AllowNone = true
	p.OnPick = func(c kit.Choice) {
		f.commit(path, p.Visit(), func(v reflect.Value) { v.SetString(c.ID) })
	}
	f.bound = append(f.bound, binding{
		path: path,
		show: func(r plan.Record) {
			id := f.value(r, path).String()
			p.SetChoice(kit.Choice{ID: id, Title: name(id)})
		},
		fail: p.SetError, warn: p.SetWarning, keep: p.Commit, able: able(p), held: p, take: p.Focus,
	})
	return p
}

// Suggest adds a text field that offers what search finds, but takes any text.
func (f *Form) Suggest(path string, search func(string) []kit.Choice) *kit.Picker {
	p := kit.NewPicker(f.host.Kit, f.label(path), search)
	p.AllowNone, p.AllowFree = true, true
	p.OnPick = func(c kit.Choice) {
		f.commit(path, p.Visit(), func(v reflect.Value) { v.SetString(c.Title) })
	}
	f.bound = append(f.bound, binding{
		path: path, show: func(r plan.Record) { p.SetValue(f.value(r, path).String()) },
		fail: p.SetError, warn: p.SetWarning, keep: p.Commit, able: able(p), held: p, take: p.Focus,
	})
	return p
}

func (f *Form) bindText(path string, t *kit.TextField, set func(reflect.Value, string)) {
	f.bind(path, t, func(v reflect.Value) string {
		if v.Kind() == reflect.String {
			return v.String()
		}
		return strconv.FormatInt(v.Int(), 10)
	}, set)
}

func (f *Form) bind(path string, t *kit.TextField, get func(reflect.Value) string, set func(reflect.Value, string)) {
	t.OnCommit = func(value string) {
		f.commit(path, t.Visit(), func(v reflect.Value) { set(v, value) })
	}
	f.bound = append(f.bound, binding{
		path: path, show: func(r plan.Record) { t.SetValue(get(f.value(r, path))) },
		fail: t.SetError, warn: t.SetWarning, keep: t.Commit, able: able(t), held: t, take: t.Focus,
	})
}

func setString(v reflect.Value, text string) { v.SetString(text) }

func setInt(v reflect.Value, text string) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err == nil {
		v.SetInt(n)
	}
}

func blankZero(value string) string {
	if value == "0" {
		return ""
	}
	return value
}
