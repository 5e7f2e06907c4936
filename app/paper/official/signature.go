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
func SignatureBlock(s Signature) []paper.Block {
	return []paper.Block{
		paper.Space{Height: 3},
		paper.Columns{
			Weights:          []float64{1, 1},
			Gap:              4,
			Parts:            [][]paper.Block{s.recipients(), s.authority()},
			KeepWithPrevious: true,
		},
	}
}

func (s Signature) recipients() []paper.Block {
	if len(s.Recipients) == 0 {
		return nil
	}
	blocks := []paper.Block{paper.Paragraph{
		Runs: []paper.Run{{Text: "Nơi nhận:", Bold: true, Italic: true, Size: RecipientsSize}},
	}}
	for i, r := range s.Recipients {
		text := "- " + ended(strings.TrimPrefix(strings.TrimSpace(r), "- "), i == len(s.Recipients)-1)
		blocks = append(blocks, paper.Paragraph{Runs: []paper.Run{{Text: text, Size: RecipientSize}}})
	}
	return blocks
}

func (s Signature) authority() []paper.Block {
	var blocks []paper.Block
	for _, line := range s.Authority {
		p := centred(paper.Run{Text: line, Bold: true, Size: SignatureSize})
		p.Balance = true
		blocks = append(blocks, p)
	}
	return append(blocks,
		paper.Space{Height: signRoom},
		centred(paper.Run{Text: s.Signer, Bold: true, Size: SignatureSize}))
}

// Pair is one of the two signatures under minutes.
type Pair struct{ Authority, Signer string }

// TwoSignatures returns the signatures under minutes: secretary on the left, chair on the right (form 1.9 of the decree).
func TwoSignatures(left, right Pair) []paper.Block {
	part := func(p Pair) []paper.Block {
		return Signature{Authority: []string{p.Authority}, Signer: p.Signer}.authority()
	}
	return []paper.Block{
		paper.Space{Height: 3},
		paper.Columns{Weights: []float64{1, 1}, Gap: 4, Parts: [][]paper.Block{part(left), part(right)}, KeepWithPrevious: true},
	}
}
