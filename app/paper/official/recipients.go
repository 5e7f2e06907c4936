package official

import "nhipcau/app/paper"

// Recipients returns "Nơi nhận" alone, as it stands under the two signatures of
// minutes (form 1.9 of the decree); nothing without recipients.
func (s Style) Recipients(list ...string) []paper.Block {
	blocks := s.recipients(Signature{Recipients: list})
	if len(blocks) == 0 {
		return nil
	}
	return append([]paper.Block{paper.Space{Height: 3}}, blocks...)
}
