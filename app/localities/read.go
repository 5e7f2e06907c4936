package localities

import (
	"crypto/sha1"
	"fmt"
	"hash"
	"strings"

	"nhipcau/app/civil"
)

// list is one of the embedded lists and the period in which its units are
// valid.
type list struct {
	dataset  string
	text     string
	from, to civil.Date
}

// types are the common nouns with which the full name of a unit begins. The
// longer of two that begin alike comes first.
var types = []string{
	"Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Phường", "Huyện", "Quận", "Tỉnh", "Xã",
}

// levelOf tells the level by the length of the statistical code.
var levelOf = map[int]string{2: Province, 3: District, 5: Commune}

// reader turns the lines of a list into units.
type reader struct {
	list  list
	hash  hash.Hash // for the ids, made once
	units []Unit
	// above holds the place in units of each unit that encloses the next line.
	above []int
}

// read returns the units of a list in its order, parents before children.
// Errors name the line.
func read(l list) ([]Unit, error) {
	r := reader{list: l, hash: sha1.New(), units: make([]Unit, 0, strings.Count(l.text, "\n"))}
	number := 0
	for line := range strings.Lines(l.text) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := r.line(line); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", l.dataset, number, err)
		}
	}
	return r.units, nil
}

func (r *reader) line(line string) error {
	text := strings.TrimLeft(line, " ")
	depth := len(line) - len(text)
	if depth > len(r.above) {
		return fmt.Errorf("indented by %d below %d units", depth, len(r.above))
	}
	unit, err := r.unit(text)
	if err != nil {
		return err
	}
	if depth > 0 {
		unit.ParentID = r.units[r.above[depth-1]].ID
	}
	r.above = append(r.above[:depth], len(r.units))
	r.units = append(r.units, unit)
	return nil
}

// unit reads "code full name", tab, "formed from".
func (r *reader) unit(text string) (Unit, error) {
	head, formed, _ := strings.Cut(text, "\t")
	code, fullName, _ := strings.Cut(head, " ")
	level, ok := levelOf[len(code)]
	if !ok {
		return Unit{}, fmt.Errorf("code %q has %d characters, want 2, 3 or 5", code, len(code))
	}
	noun, name := SplitName(fullName)
	if noun == "" || name == "" {
		return Unit{}, fmt.Errorf("name %q does not begin with a type of unit", fullName)
	}
	return Unit{
		ID:    newID(r.hash, r.list.dataset, code, r.list.from),
		Level: level, Type: noun, Name: name, FullName: fullName, Code: code,
		ValidFrom: r.list.from, ValidTo: r.list.to, FormedFrom: formed,
	}, nil
}

// SplitName splits a full name such as "Huyện Thạch An" into its common noun
// and its proper name. The noun is "" if the text does not begin with one, in
// the capitalisation of the lists.
func SplitName(fullName string) (noun, name string) {
	for _, t := range types {
		if rest, ok := strings.CutPrefix(fullName, t); ok && strings.HasPrefix(rest, " ") {
			return t, rest[1:]
		}
	}
	return "", fullName
}
