package official

import "nhipcau/app/paper"

// Recipients returns "Nơi nhận" alone, as it stands under the two signatures of
// minutes (form 1.9 of the decree), on their page; nothing without recipients.
func (s Style) Recipients(list ...string) []paper.Block {
	blocks := s.recipients(Signature{Recipients: list})
	if len(blocks) == 0 {
		return nil
	}
	return []paper.Block{
		paper.Space{Height: 3},
		paper.Columns{Weights: []float64{1, 1}, Gap: 4, Parts: [][]paper.Block{blocks, nil}, KeepWithPrevious: true},
	}
}
