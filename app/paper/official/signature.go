package official

import (
	"strings"

	"nhipcau/app/paper"
)

// Signature is what closes a paper.
type Signature struct {
	Authority  []string // "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
	Signer     string   // without academic titles
	Recipients []string // the last is the file copy: "Lưu: VT, LĐTBXH"; none leaves "Nơi nhận" out
}

// SignatureBlock returns recipients on the left and, level with them, authority and name on the right, with room for signature and seal
// between. It never stands alone on a page (boxes 7a to 9b).
func (s Style) SignatureBlock(sig Signature) []paper.Block {
	return []paper.Block{
		paper.Space{Height: 3},
		paper.Columns{
			Weights:          []float64{1, 1},
			Gap:              4,
			Parts:            [][]paper.Block{s.recipients(sig), s.authority(sig)},
			KeepWithPrevious: true,
		},
	}
}

func (s Style) recipients(sig Signature) []paper.Block {
	if len(sig.Recipients) == 0 {
		return nil
	}
	blocks := []paper.Block{paper.Paragraph{
		Runs: []paper.Run{{Text: "Nơi nhận:", Bold: true, Italic: true, Size: s.RecipientsSize}},
	}}
	for i, r := range sig.Recipients {
		text := "- " + ended(strings.TrimPrefix(strings.TrimSpace(r), "- "), i == len(sig.Recipients)-1)
		blocks = append(blocks, paper.Paragraph{Runs: []paper.Run{{Text: text, Size: s.RecipientSize}}})
	}
	return blocks
}

func (s Style) authority(sig Signature) []paper.Block {
	var blocks []paper.Block
	for _, line := range sig.Authority {
		p := centred(paper.Run{Text: line, Bold: true, Size: s.SignatureSize})
		p.Balance = true
		blocks = append(blocks, p)
	}
	return append(blocks,
		paper.Space{Height: signRoom},
		centred(paper.Run{Text: sig.Signer, Bold: true, Size: s.SignatureSize}))
}

// Pair is one of the two signatures under minutes.
type Pair struct{ Authority, Signer string }

// TwoSignatures returns the signatures under minutes: secretary on the left, chair on the right (form 1.9 of the decree).
func (s Style) TwoSignatures(left, right Pair) []paper.Block {
	part := func(p Pair) []paper.Block {
		return s.authority(Signature{Authority: []string{p.Authority}, Signer: p.Signer})
	}
	return []paper.Block{
		paper.Space{Height: 3},
		paper.Columns{Weights: []float64{1, 1}, Gap: 4, Parts: [][]paper.Block{part(left), part(right)}, KeepWithPrevious: true},
	}
}
