package word

import (
	"math"

	"nhipcau/app/paper"
)

// The units of the format: twips (twentieths of a point) for lengths, half points for type, eighths of a point for lines, and English
// metric units for pictures.
const (
	twipsPerPoint = 20
	emuPerMM      = 36000
)

// Most is the largest length that Word takes: 22 inches, the side of its largest sheet.
const mostTwips = 31680

// points returns points in twips.
func points(pt float64) int { return bounded(pt*twipsPerPoint, -mostTwips, mostTwips) }

// twips returns millimetres in twips.
func twips(mm float64) int { return points(mm / paper.MillimetresPerPoint) }

// mm returns twips in millimetres.
func mm(twips int) float64 { return float64(twips) / twipsPerPoint * paper.MillimetresPerPoint }

// halfPoints returns a type size; Word takes 1 to 1638 points.
func halfPoints(pt float64) int { return bounded(pt*2, 2, 3276) }

// eighths returns the width of a line of so many millimetres; Word takes a quarter point to 12 points.
func eighths(mm float64) int { return bounded(mm/paper.MillimetresPerPoint*8, 2, 96) }

func emu(mm float64) int { return bounded(mm*emuPerMM, 0, math.MaxInt32) }

// bounded rounds a number into a range; what is none becomes the lower end.
func bounded(x float64, low, high int) int {
	if !(x > float64(low)) {
		return low
	}
	return int(math.Round(math.Min(x, float64(high))))
}
