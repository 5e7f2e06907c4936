package chart

import (
	"math"
	"strconv"

	"nhipcau/app/vietnamese"
)

// axis is an axis of values. Nought is always on it.
type axis struct {
	low, high, step float64
	places          int // digits after the comma that tell the steps apart
}

// wantedSteps is about how many steps an axis has.
const wantedSteps = 4

// axisOf is the axis on which all values of series stand, with steps of 1, 2 or
// 5 times a power of ten.
func axisOf(series []Series) axis {
	low, high := 0.0, 0.0
	for _, s := range series {
		for _, v := range s.Values {
			if v.drawn() {
				low, high = min(low, v.Number), max(high, v.Number)
			}
		}
	}
	if high-low < 1e-60 {
		return axis{high: 1, step: 1}
	}
	raw := (high - low) / wantedSteps
	exponent := math.Floor(math.Log10(raw))
	unit := math.Pow(10, exponent)
	step := 10 * unit
	for _, factor := range []float64{5, 2, 1} {
		if raw <= factor*unit {
			step = factor * unit
		}
	}
	if step == 10*unit {
		exponent++
	}
	return axis{
		low: math.Floor(low/step) * step, high: math.Ceil(high/step) * step, step: step,
		places: max(0, -int(exponent)),
	}
}

// tick is a number on an axis.
type tick struct {
	value float64
	text  string
}

func (a axis) ticks() []tick {
	var out []tick
	first, last := math.Round(a.low/a.step), math.Round(a.high/a.step)
	for n := first; n <= last; n++ {
		value := n * a.step
		out = append(out, tick{value, vietnamese.FormatDecimal(strconv.FormatFloat(value+0, 'f', a.places, 64))})
	}
	return out
}
