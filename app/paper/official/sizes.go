package official

// Type sizes in points. The decree allows a range for most; these are its own sample sizes or, where offices differ, the one they use
// (domain notes §1.3).
const (
	NationSize     = 13 // Quốc hiệu: 12–13
	MottoSize      = 13 // Tiêu ngữ: 13–14
	IssuerSize     = 13 // 12–13
	NumberSize     = 13 // number and symbol
	DateSize       = 13 // place and date: 13–14
	SubjectSize    = 12 // "V/v …": 12–13
	TitleSize      = 14 // kind and subject: 13–14
	BodySize       = 14 // 13–14
	SignatureSize  = 14 // authority and name: 13–14
	RecipientsSize = 12 // the words "Nơi nhận:"
	RecipientSize  = 11 // each recipient
	AnnexSize      = 14 // "Phụ lục I"
	ReferenceSize  = 13 // "(Kèm theo …)": 13–14
	TableSize      = 12 // the decree sets none; offices use 11–13
)

const (
	nationShare = 98   // of 160 mm of text: what Quốc hiệu needs at 13 pt (measured 95.7 mm)
	issuerShare = 62   // of 160 mm of text
	indent      = 10   // mm, first line: 10 or 12.7
	after       = 6    // points between paragraphs: at least 6
	leading     = 1.15 // lines: single to 1.5
	shortRule   = 0.4  // of the text above: 1/3–1/2
	ruleGap     = 3    // points between a text and the line under it
	signRoom    = 27   // mm for the signature and the seal
)
