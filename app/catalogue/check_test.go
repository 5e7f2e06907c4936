package catalogue

import (
	"strings"
	"testing"

	"nhipcau/app/civil"
)

func TestCheckListRefuses(t *testing.T) {
	term := func(code, parent string, from, to civil.Date) Term {
		return Term{Code: code, Vi: "từ", En: "word", Parent: parent, From: from, To: to}
	}
	tests := map[string]struct {
		terms []Term
		want  string
	}{
		"empty":        {nil, "empty"},
		"twice":        {[]Term{term("a", "", "", ""), term("a", "", "", "")}, `"a" stands twice`},
		"no words":     {[]Term{{Code: "a", Vi: "từ"}}, "words are missing"},
		"no date":      {[]Term{term("a", "", "2021-13-01", "")}, "not made of dates"},
		"backwards":    {[]Term{term("a", "", "2021-01-02", "2021-01-01")}, "before it begins"},
		"no parent":    {[]Term{term("a", "b", "", "")}, `parent "b"`},
		"own parent":   {[]Term{term("a", "a", "", "")}, `parent "a"`},
		"early":        {[]Term{term("a", "", "2021-01-01", ""), term("b", "a", "2020-01-01", "")}, "not within"},
		"late":         {[]Term{term("a", "", "", "2021-01-01"), term("b", "a", "", "2022-01-01")}, "not within"},
		"without end":  {[]Term{term("a", "", "", "2021-01-01"), term("b", "a", "", "")}, "not within"},
		"parent later": {[]Term{term("a", "b", "", ""), term("b", "", "", "")}, "stand before"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			err := checkList("terms", newList(test.terms))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestCheckMeasureRefuses(t *testing.T) {
	c := &Catalogue{Measures: newList([]Measure{
		{Term: Term{Code: "a"}, Kind: Integer, Unit: "hộ", UnitEn: "households"},
	})}
	measure := func(change func(*Measure)) Measure {
		m := Measure{Term: Term{Code: "b"}, Kind: Percent, Unit: "%", UnitEn: "%"}
		change(&m)
		return m
	}
	tests := map[string]struct {
		change func(*Measure)
		want   string
	}{
		"kind":      {func(m *Measure) { m.Kind = "money" }, `kind "money"`},
		"unit":      {func(m *Measure) { m.UnitEn = "" }, "unit"},
		"part":      {func(m *Measure) { m.PartOf = "x" }, `refers to "x"`},
		"itself":    {func(m *Measure) { m.PartOf = "b" }, `refers to "b"`},
		"stranger":  {func(m *Measure) { m.Formula = &Formula{Ratio, []string{"a"}, []string{"x"}, "0.01"} }, `refers to "x"`},
		"formula":   {func(m *Measure) { m.Formula = &Formula{"mean", []string{"a"}, nil, "0.01"} }, "not complete"},
		"one part":  {func(m *Measure) { m.Formula = &Formula{Sum, []string{"a"}, nil, "0.01"} }, "not complete"},
		"tolerance": {func(m *Measure) { m.Formula = &Formula{Ratio, []string{"a"}, []string{"a"}, ""} }, "not complete"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			err := c.checkMeasure(measure(test.change))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
	if err := c.checkMeasure(measure(func(*Measure) {})); err != nil {
		t.Errorf("a sound measure is refused: %v", err)
	}
}

func TestPathEndsInARing(t *testing.T) {
	l := newList([]Term{{Code: "a", Parent: "b"}, {Code: "b", Parent: "a"}})
	if got := len(l.Path("a")); got != l.Len() {
		t.Errorf("%d steps, want %d", got, l.Len())
	}
}

func TestAnOptionHasValuesToChooseFrom(t *testing.T) {
	values := []Term{{Code: "a", Vi: "Một", En: "One"}, {Code: "b", Vi: "Hai", En: "Two"}}
	for n, ok := range []bool{false, false, true} {
		p := PaperKind{Term: Term{Code: "list"}, Options: []PaperOption{{Term: Term{Code: "of", Vi: "Của", En: "Of"}, Values: values[:n]}}}
		if err := p.checkChoices(); (err == nil) != ok {
			t.Errorf("%d values: %v", n, err)
		}
	}
}
