package catalogue_test

import (
	"testing"

	"nhipcau/app/catalogue"
)

func TestReadFigure(t *testing.T) {
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text string
		want catalogue.Figure
	}{
		{"Tỷ lệ hộ nghèo 2023: 13,44%", catalogue.Figure{Measure: "tl_ngheo", Year: 2023, Value: "13.44"}},
		{"ty le ho ngheo 2021 39,99", catalogue.Figure{Measure: "tl_ngheo", Year: 2021, Value: "39.99"}},
		{"dan_so 80.000", catalogue.Figure{Measure: "dan_so", Value: "80000"}},
		{"không có trong danh mục 12", catalogue.Figure{Value: "12"}},
		{"dân số", catalogue.Figure{Measure: "dan_so"}},
		{"", catalogue.Figure{}},
	}
	for _, tt := range tests {
		if got := c.ReadFigure(tt.text); got != tt.want {
			t.Errorf("%q read as %+v, want %+v", tt.text, got, tt.want)
		}
	}
}

func FuzzReadFigure(f *testing.F) {
	c, err := catalogue.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Tỷ lệ hộ nghèo 2023: 13,44%")
	f.Fuzz(func(t *testing.T, text string) {
		got := c.ReadFigure(text)
		if _, ok := c.Measures.Get(got.Measure); got.Measure != "" && !ok {
			t.Errorf("%q gives the measure %q, which there is not", text, got.Measure)
		}
	})
}
