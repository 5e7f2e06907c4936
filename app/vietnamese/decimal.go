package vietnamese

import "math/big"

// The functions below calculate with decimals in wire form ("46.66"), exactly
// and not in binary fractions, so that a sum of figures in a report is the sum
// that a reader gets on paper. Results are in wire form too. They return a
// *ParseError of KindMalformed for an argument that is no decimal.

// Sum adds decimals; the sum of none is "0".
func Sum(values ...string) (string, error) {
	total, places := new(big.Rat), 0
	for _, value := range values {
		v, err := rational(value)
		if err != nil {
			return "", err
		}
		total.Add(total, v)
		places = max(places, placesOf(value))
	}
	return wireOf(total, places), nil
}

// Percent returns the share part/total as a percentage rounded to places
// digits after the comma, halves away from zero: 170316 of 365032 is "46.66".
// A total of zero is refused with KindZeroDivisor.
func Percent(part, total string, places int) (string, error) {
	x, y, err := rationals(part, total)
	if err != nil {
		return "", err
	}
	if y.Sign() == 0 {
		return "", refuse(KindZeroDivisor, total)
	}
	share := x.Quo(x, y)
	return wireOf(share.Mul(share, big.NewRat(100, 1)), places), nil
}

// Within reports whether a and b differ by no more than tolerance. A rate typed
// by hand is held against its parts with a tolerance of "0.01" (domain notes
// §5.3).
func Within(a, b, tolerance string) (bool, error) {
	x, y, err := rationals(a, b)
	if err != nil {
		return false, err
	}
	limit, err := rational(tolerance)
	if err != nil {
		return false, err
	}
	distance := x.Sub(x, y)
	return distance.Abs(distance).Cmp(limit) <= 0, nil
}

// rational reads a decimal in wire form; needless zeros are allowed.
func rational(wire string) (*big.Rat, error) {
	if _, _, _, ok := splitWire(wire); !ok {
		return nil, refuse(KindMalformed, wire)
	}
	v, ok := new(big.Rat).SetString(wire)
	if !ok {
		return nil, refuse(KindMalformed, wire)
	}
	return v, nil
}

func rationals(a, b string) (x, y *big.Rat, err error) {
	if x, err = rational(a); err != nil {
		return nil, nil, err
	}
	if y, err = rational(b); err != nil {
		return nil, nil, err
	}
	return x, y, nil
}

// wireOf rounds v to places digits, halves away from zero as FloatString does,
// and returns the wire form.
func wireOf(v *big.Rat, places int) string {
	minus, integer, fraction, _ := cutWire(v.FloatString(max(places, 0)))
	return canonical(minus, integer, fraction)
}

// placesOf returns how many digits a decimal has after the point.
func placesOf(wire string) int {
	_, _, fraction, _ := splitWire(wire)
	return len(fraction)
}
