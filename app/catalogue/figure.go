package catalogue

import (
	"strconv"
	"strings"

	"nhipcau/app/vietnamese"
)

// Figure is one figure as a person types it in one line.
type Figure struct {
	Measure string // code, empty if no measure was recognised
	Year    int    // 0 if none was given
	Value   string // decimal in wire form, empty if none was given
}

// ReadFigure reads "tỷ lệ hộ nghèo 2023 13,44": the words of a measure, with or
// without marks, then a year if there is one, then the value. A single number
// at the end is the value.
func (c *Catalogue) ReadFigure(text string) Figure {
	words := strings.Fields(strings.NewReplacer(":", " ", "%", " ", "=", " ").Replace(text))
	var f Figure
	if n := len(words); n > 0 {
		if value, err := vietnamese.ParseDecimal(words[n-1]); value != "" && (err == nil || vietnamese.IsWarning(err)) {
			f.Value, words = value, words[:n-1]
		}
	}
	if n := len(words); n > 0 && len(words[n-1]) == 4 {
		if year, err := strconv.Atoi(words[n-1]); err == nil && year > 1900 && year < 2200 {
			f.Year, words = year, words[:n-1]
		}
	}
	f.Measure = c.measureNamed(strings.Join(words, " "))
	return f
}

// measureNamed finds the measure whose label or code fits the words best.
func (c *Catalogue) measureNamed(words string) string {
	if m, ok := c.Measures.Get(words); ok {
		return m.Code
	}
	best, code := 0, ""
	query := vietnamese.NewQuery(words)
	for _, m := range c.Measures.All() {
		for _, label := range []string{m.Vi, m.En} {
			if score := query.Match(label); score > best {
				best, code = score, m.Code
			}
		}
	}
	return code
}
