package chart_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/paper"
	"nhipcau/app/paper/chart"
)

var size = chart.Size{Width: 80, Height: 60, Type: 11}

func known(n float64, text string) chart.Value {
	return chart.Value{Known: true, Number: n, Text: text}
}

func two(kind chart.Kind, a, b []chart.Value) chart.Chart {
	return chart.Chart{
		Kind: kind, Title: "Tỷ lệ hộ nghèo", Unit: "%", Categories: []string{"2021", "2022", "2023"},
		Series: []chart.Series{{Name: "Huyện A", Values: a}, {Name: "Huyện B", Values: b}},
	}
}

// outlines are the columns: their frames, without those of the legend.
func outlines(d paper.Drawing) []paper.Rect {
	var out []paper.Rect
	for _, s := range d.Shapes {
		if r, ok := s.(paper.Rect); ok && r.Stroke > 0 && r.Y+r.H < size.Height {
			out = append(out, r)
		}
	}
	return out
}

func labels(d paper.Drawing) []string {
	var out []string
	for _, s := range d.Shapes {
		if l, ok := s.(paper.Label); ok {
			out = append(out, l.Paragraphs[0].Runs[0].Text)
		}
	}
	return out
}

// A column is as high as its value from nought: half the value, half the height.
func TestColumnsStandOnNought(t *testing.T) {
	d := chart.Draw(size, two(chart.Columns, []chart.Value{known(40, "40"), {}, known(0, "0")}, []chart.Value{known(20, "20"), known(-10, "-10")}))
	bars := outlines(d)
	if len(bars) != 4 {
		t.Fatalf("%d columns, want 4: what is not known has none", len(bars))
	}
	forty, twenty, minus, nought := bars[0], bars[1], bars[2], bars[3]
	if math.Abs(forty.H-2*twenty.H) > 1e-9 || math.Abs(forty.H-4*minus.H) > 1e-9 || nought.H != 0 {
		t.Errorf("heights %.2f, %.2f, %.2f, %.2f", forty.H, twenty.H, minus.H, nought.H)
	}
	if math.Abs(forty.Y+forty.H-minus.Y) > 1e-9 {
		t.Error("the columns do not stand on one line")
	}
	for _, want := range []string{"Tỷ lệ hộ nghèo", "%", "40", "20", "-10", "0", "…", "Huyện A", "Huyện B", "2021"} {
		if !slices.Contains(labels(d), want) {
			t.Errorf("%q is not there", want)
		}
	}
}

// Figures far from nought do not cut the axis.
func TestAxisBeginsAtNought(t *testing.T) {
	d := chart.Draw(size, two(chart.Lines, []chart.Value{known(12_000, "12.000"), known(12_500, "12.500")}, nil))
	if texts := labels(d); !slices.Contains(texts, "0") || !slices.Contains(texts, "15.000") {
		t.Errorf("axis %q", texts)
	}
}

// Small steps keep the digits that tell them apart.
func TestAxisWritesVietnameseNumbers(t *testing.T) {
	d := chart.Draw(size, two(chart.Lines, []chart.Value{known(0.12, "0,12"), known(0.3, "0,3")}, nil))
	if texts := labels(d); !slices.Contains(texts, "0,1") || !slices.Contains(texts, "0,3") || slices.Contains(texts, "0.1") {
		t.Errorf("axis %q", texts)
	}
}

// Nothing is drawn through a year without a figure.
func TestLinesLeaveGaps(t *testing.T) {
	strokes := func(values ...chart.Value) (n int) {
		for _, s := range chart.Draw(size, two(chart.Lines, values, nil)).Shapes {
			if l, ok := s.(paper.Line); ok && l.X1 != l.X2 && l.Y1 != l.Y2 {
				n++
			}
		}
		return n
	}
	if n := strokes(known(10, ""), known(20, ""), known(40, "")); n != 2 {
		t.Errorf("%d strokes through three values, want 2", n)
	}
	if n := strokes(known(10, ""), chart.Value{}, known(40, "")); n != 0 {
		t.Errorf("%d strokes through a gap, want none", n)
	}
}

// The columns of two series differ on a photocopy: one is dark, the other hatched.
func TestSeriesDifferWithoutColour(t *testing.T) {
	d := chart.Draw(size, two(chart.Columns, []chart.Value{known(40, "")}, []chart.Value{known(40, "")}))
	var fills []uint8
	slanted := 0
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case paper.Rect:
			if s.Fill.On && s.Y+s.H < size.Height {
				fills = append(fills, s.Fill.Ink.R)
				if s.Fill.Ink.R != s.Fill.Ink.G || s.Fill.Ink.G != s.Fill.Ink.B {
					t.Error("a colour")
				}
			}
		case paper.Line:
			if s.X1 != s.X2 && s.Y1 != s.Y2 {
				slanted++
			}
		}
	}
	if len(fills) != 2 || fills[0] > 0x60 || fills[1] < 0xf0 || slanted == 0 {
		t.Errorf("greys %x, %d slanted strokes", fills, slanted)
	}
}

func TestChartsStandBesideEachOther(t *testing.T) {
	one := two(chart.Columns, []chart.Value{known(1, "1")}, nil)
	d := chart.Draw(size, one, one)
	if w := chart.Width(160, 2, 115); math.Abs(2*w+6-160) > 1e-9 {
		t.Errorf("two charts of %.1f mm on 160", w)
	}
	if d.Width <= 2*size.Width || chart.Width(160, 0, 10) != 0 {
		t.Errorf("width %.1f", d.Width)
	}
}

// Whatever the numbers and the texts, a chart can be laid out and stays inside
// its drawing.
func TestAnyChartStaysInside(t *testing.T) {
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		c := chart.Chart{Kind: chart.Kind(rapid.IntRange(0, 1).Draw(t, "kind")), Title: rapid.String().Draw(t, "title"), Unit: rapid.String().Draw(t, "unit")}
		for range rapid.IntRange(0, 12).Draw(t, "categories") {
			c.Categories = append(c.Categories, rapid.StringN(0, 8, 16).Draw(t, "category"))
		}
		for range rapid.IntRange(0, 8).Draw(t, "series") {
			s := chart.Series{Name: rapid.String().Draw(t, "name")}
			for range rapid.IntRange(0, 14).Draw(t, "values") {
				s.Values = append(s.Values, chart.Value{Known: rapid.Bool().Draw(t, "known"), Number: number(t), Text: rapid.StringN(0, 6, 12).Draw(t, "text")})
			}
			c.Series = append(c.Series, s)
		}
		d := chart.Draw(size, c)
		for _, s := range d.Shapes {
			if !within(s, d) {
				t.Errorf("%+v is outside %.1f × %.1f", s, d.Width, d.Height)
			}
		}
		if _, err := paper.Layout(paper.Document{Page: paper.A4Portrait(), Blocks: []paper.Block{d}}, fonts); err != nil {
			t.Error(err)
		}
	})
}

func number(t *rapid.T) float64 {
	return rapid.OneOf(rapid.Float64Range(-100, 100), rapid.Float64(), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), 0, 1e-300, 1e40})).Draw(t, "number")
}

func within(s paper.Shape, d paper.Drawing) bool {
	const slack = 6 // mm: texts beside the last point
	inside := func(x1, y1, x2, y2 float64) bool {
		ok := !math.IsNaN(x1 + y1 + x2 + y2)
		return ok && min(x1, x2) >= -slack && max(x1, x2) <= d.Width+slack && min(y1, y2) >= -slack && max(y1, y2) <= d.Height+slack
	}
	switch s := s.(type) {
	case paper.Line:
		return inside(s.X1, s.Y1, s.X2, s.Y2)
	case paper.Rect:
		return inside(s.X, s.Y, s.X+s.W, s.Y+s.H)
	case paper.Label:
		return strings.TrimSpace(s.Paragraphs[0].Runs[0].Text) == "" || inside(s.X, s.Y, s.X, s.Y+s.H)
	case paper.Polygon:
		return inside(s.Points[0].X, s.Points[0].Y, s.Points[0].X, s.Points[0].Y)
	}
	return false
}
