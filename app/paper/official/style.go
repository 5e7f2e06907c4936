package official

import "nhipcau/app/paper"

// Style is how an office sets its papers, within what the decree leaves open (30/2020/NĐ-CP, annex I; domain notes §1.1 and §1.3).
// Sizes and distances between paragraphs are points, other lengths millimetres.
type Style struct {
	NationSize, MottoSize, IssuerSize, NumberSize, DateSize, SubjectSize float64 // of the letterhead

	TitleSize      float64 // kind and subject: 13–14
	BodySize       float64 // 13–14
	SignatureSize  float64 // authority and name: 13–14
	RecipientsSize float64 // the words "Nơi nhận:"
	RecipientSize  float64 // each recipient
	AnnexSize      float64 // "Phụ lục I"
	ReferenceSize  float64 // "(Kèm theo …)": 13–14
	TableSize      float64 // the decree sets none; offices use 11–13

	Indent  float64 // of first lines: 10 or 12.7
	After   float64 // points between paragraphs: at least 6
	Leading float64 // lines: single to 1.5

	Top, Bottom, Left, Right float64 // margins: 20–25, 20–25, 30–35, 15–20

	// Party lays letterhead and authority out as bodies of the Party do (Quy định 399-QĐ/TW; domain notes §1.8).
	Party bool
}

// Standard returns the sizes that are the decree's own samples or, where offices differ, the ones they use.
func Standard() Style {
	return Style{
		NationSize: 13, MottoSize: 13, IssuerSize: 13, NumberSize: 13, DateSize: 13, SubjectSize: 12,
		TitleSize: 14, BodySize: 14, SignatureSize: 14, RecipientsSize: 12, RecipientSize: 11,
		AnnexSize: 14, ReferenceSize: 13, TableSize: 12,
		Indent: 10, After: 6, Leading: 1.15,
		Top: 20, Bottom: 20, Left: 30, Right: 20,
	}
}

// Portrait returns an upright A4 sheet with the margins of the style.
func (s Style) Portrait() *paper.PageSetup { return s.sheet(paper.A4Portrait()) }

// Landscape returns a lying A4 sheet, for tables that are too wide for an upright one.
func (s Style) Landscape() *paper.PageSetup { return s.sheet(paper.A4Landscape()) }

func (s Style) sheet(page paper.PageSetup) *paper.PageSetup {
	page.Top, page.Bottom, page.Left, page.Right = s.Top, s.Bottom, s.Left, s.Right
	return &page
}

const (
	nationShare = 98  // of 160 mm of text: what Quốc hiệu needs at 13 pt (measured 95.7 mm)
	issuerShare = 62  // of 160 mm of text
	shortRule   = 0.4 // of the text above: 1/3–1/2
	ruleGap     = 3   // points between a text and the line under it
	signRoom    = 27  // mm for the signature and the seal
)
