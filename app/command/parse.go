package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/google/uuid"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/app/words"
)

// parser turns "field=value" into typed fields. What is written as JSON is read
// as JSON; anything else is read as a person writes it: 10/06/2024, 13h30, a
// list with semicolons, a locality or an attendee by name, a choice by its words.
type parser struct {
	desk *desk.Desk
	now  time.Time
	// languages are the words in which choices are understood, those of the
	// messages first.
	languages []*words.Words
	// note tells how something was understood; nil tells nobody.
	note func(key string, args ...any)
}

// parser reads what is typed into the desk.
func (l *line) parser(d *desk.Desk) parser {
	return parser{desk: d, now: d.Now(), languages: l.languages(), note: l.note}
}

// note tells something beside what was asked for, where no script reads it.
func (l *line) note(key string, args ...any) {
	_, _ = fmt.Fprintln(l.env.Stderr, l.words.Say(key, args...))
}

func (p parser) tell(key string, args ...any) {
	if p.note != nil {
		p.note(key, args...)
	}
}

// assign sets the fields that the arguments name.
func (p parser) assign(r plan.Record, args []string) error {
	decl, _ := plan.DeclarationOf(string(r.Kind()))
	for _, arg := range visitFirst(args) {
		name, text, ok := strings.Cut(arg, "=")
		if !ok {
			return fault.New("fault.bad_assignment", "Text", arg)
		}
		f, ok := decl.Field(strings.TrimSpace(name))
		if !ok {
			return fault.New("fault.no_such_field", "Kind", decl.Kind, "Field", name, "Known", strings.Join(fieldNames(decl), ", "))
		}
		if err := p.set(r, f, text); err != nil {
			return refuse(name, text, err)
		}
	}
	return nil
}

// visitFirst puts the visit before what is looked for in it.
func visitFirst(args []string) []string {
	isVisit := func(arg string) bool { return strings.HasPrefix(strings.TrimSpace(arg), "visit=") }
	var first, rest []string
	for _, arg := range args {
		if isVisit(arg) {
			first = append(first, arg)
		} else {
			rest = append(rest, arg)
		}
	}
	return append(first, rest...)
}

func fieldNames(decl *plan.Declaration) []string {
	names := make([]string, len(decl.Fields))
	for i, f := range decl.Fields {
		names[i] = f.Name
	}
	return names
}

func (p parser) set(r plan.Record, f plan.Field, text string) error {
	decl, _ := plan.DeclarationOf(string(r.Kind()))
	v := decl.Value(r, f)
	if strings.TrimSpace(text) == "" {
		v.SetZero()
		return nil
	}
	if looksLikeJSON(text, v) {
		return setJSON(v, []byte(text))
	}
	switch target := v.Addr().Interface().(type) {
	case *civil.Date:
		return store(target)(vietnamese.ParseDate(text, civil.DateOf(p.now)))
	case *plan.Period:
		return store(target)(p.period(text))
	case *plan.Slot:
		return store(target)(p.slot(text))
	case *[]plan.Speaker:
		return store(target)(p.speakers(plan.VisitOf(r), text))
	case *[]string:
		return store(target)(p.list(f, text))
	case *int, *int64:
		n, err := vietnamese.ParseInteger(text)
		v.SetInt(n)
		return err
	case *bool:
		return store(target)(parseBool(text))
	}
	if v.Kind() == reflect.String {
		s, err := p.text(r.Kind(), f, text)
		v.SetString(s)
		return err
	}
	return setJSON(v, []byte(text))
}

// text reads a field that is kept as text: a choice, a decimal, a reference, or
// any text.
func (p parser) text(kind plan.Kind, f plan.Field, text string) (string, error) {
	switch {
	case f.Choices() != nil:
		return p.choice(kind, f, strings.TrimSpace(text))
	case f.Decimal():
		return p.decimal(text)
	default:
		return p.reference(f, text)
	}
}

// decimal reads a number as the window does: comma before the fraction, dots
// between thousands, so that 1.250 is a thousand. A point that cannot stand
// between thousands, as in 46.66, is taken for a comma; where a number could be
// read in two ways, it says how it was.
func (p parser) decimal(text string) (string, error) {
	wire, err := vietnamese.ParseDecimal(text)
	var parse *vietnamese.ParseError
	switch {
	case vietnamese.IsWarning(err) && wire != "":
		p.tell("cli.number_read", "Text", text, "Value", vietnamese.FormatDecimal(wire))
		return wire, nil
	case errors.As(err, &parse) && parse.Kind == vietnamese.KindGrouping && parse.Suggest != "":
		return parse.Suggest, nil
	case errors.As(err, &parse) && parse.Kind != vietnamese.KindRange:
		return "", fault.New("validation.decimal", "Value", text, err)
	}
	return wire, err
}

// store gives a function that keeps a parsed value unless there is an error.
func store[T any](target *T) func(T, error) error {
	return func(value T, err error) error {
		if err == nil {
			*target = value
		}
		return err
	}
}

func looksLikeJSON(text string, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice:
		return strings.HasPrefix(text, "[")
	case reflect.Struct, reflect.Map:
		return strings.HasPrefix(text, "{")
	default:
		return false
	}
}

func setJSON(v reflect.Value, raw []byte) error {
	fresh := reflect.New(v.Type())
	if err := json.Unmarshal(raw, fresh.Interface()); err != nil {
		return err
	}
	v.Set(fresh.Elem())
	return nil
}

// period reads "10/06/2024" or "10/06/2024 - 11/06/2024".
func (p parser) period(text string) (plan.Period, error) {
	today := civil.DateOf(p.now)
	first, last, both := strings.Cut(strings.ReplaceAll(text, "–", " - "), " - ")
	from, err := vietnamese.ParseDate(first, today)
	if err != nil || !both {
		return plan.Period{From: from, To: from}, err
	}
	to, err := vietnamese.ParseDate(last, from)
	return plan.Period{From: from, To: to}, err
}

// slot reads "10/06/2024 13:30 45": day, start and length.
func (p parser) slot(text string) (plan.Slot, error) {
	parts := strings.Fields(text)
	s := plan.Slot{Zone: plan.DefaultZone}
	var err error
	if s.Day, err = vietnamese.ParseDate(parts[0], civil.DateOf(p.now)); err != nil || len(parts) == 1 {
		return s, err
	}
	if s.Start, err = vietnamese.ParseClock(parts[1]); err != nil || len(parts) == 2 {
		return s, err
	}
	s.Length, err = vietnamese.ParseLength(strings.Join(parts[2:], " "))
	return s, err
}

func (p parser) list(f plan.Field, text string) ([]string, error) {
	out := splitList(text)
	for i := range out {
		var err error
		if out[i], err = p.reference(f, out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func splitList(text string) []string {
	var out []string
	for _, one := range strings.Split(text, ";") {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, one)
		}
	}
	return out
}

// reference lets a locality be named by its name, if only one has it.
func (p parser) reference(f plan.Field, text string) (string, error) {
	if f.Ref != plan.KindLocality || uuid.Validate(text) == nil {
		return text, nil
	}
	const looked = 50 // units of one name that are told apart
	found := namedExactly(p.desk.FindLocalities(text, "", looked), text)
	if len(found) == 0 {
		return "", fault.New("fault.no_such_locality", "Name", text)
	}
	if len(found) > 1 {
		return "", fault.New("fault.locality_ambiguous", "Name", text, "First", found[0].Path, "Second", found[1].Path)
	}
	return found[0].ID, nil
}

// namedExactly leaves the places that are called what the text says, or all if
// none is. Of those with one path, as a province of today and of before, the
// first stays.
func namedExactly(found []desk.Place, text string) []desk.Place {
	name := vietnamese.Fold(text)
	var exact, all []desk.Place
	paths := map[string]bool{}
	for _, place := range found {
		path := vietnamese.Fold(place.Path)
		if path == name {
			return []desk.Place{place}
		}
		if paths[path] {
			continue
		}
		paths[path] = true
		all = append(all, place)
		if vietnamese.Fold(place.Name) == name || vietnamese.Fold(place.Running) == name {
			exact = append(exact, place)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return all
}

func parseBool(text string) (bool, error) {
	switch vietnamese.Fold(text) {
	case "true", "1", "co", "yes":
		return true, nil
	case "false", "0", "khong", "no":
		return false, nil
	}
	return false, fault.New("fault.not_a_choice", "Value", text)
}
