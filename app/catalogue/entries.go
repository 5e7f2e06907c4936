package catalogue

import "strings"

// Programme is a national target programme, one of its component projects (dự
// án thành phần) or a sub-project (tiểu dự án).
type Programme struct {
	Term
	// Number is the number within the parent, as "Dự án 7"; "" for a programme.
	Number string `json:"number,omitempty"`
	// StudyTours says that study tours have been paid from it.
	StudyTours bool `json:"study_tours,omitempty"`
}

// Title returns number and words, as "Dự án 7: Nâng cao năng lực …". The number
// is Vietnamese in both languages, since it is what the papers call it.
func (p Programme) Title(lang string) string {
	if p.Number == "" {
		return p.Label(lang)
	}
	return p.Number + ": " + p.Label(lang)
}

// MeasureKind is how the value of a measure is written.
type MeasureKind string

// The kinds of value.
const (
	Integer MeasureKind = "integer"
	Decimal MeasureKind = "decimal"
	Percent MeasureKind = "percent"
	// MoneyMillion is an amount in millions of đồng.
	MoneyMillion MeasureKind = "money-million"
)

// FormulaKind is how a measure follows from others.
type FormulaKind string

// The kinds of formula.
const (
	// Sum is the sum of Of.
	Sum FormulaKind = "sum"
	// Ratio is 100 × the sum of Of ÷ the sum of To.
	Ratio FormulaKind = "ratio"
	// Fall is Of in the year before minus Of in this year; of a percentage it
	// is in percentage points.
	Fall FormulaKind = "fall"
)

// Formula is the arithmetic that a value typed by hand is checked against. A
// difference is shown as a warning; the value is never replaced (domain notes
// §5.3).
type Formula struct {
	Kind FormulaKind `json:"kind"`
	// Of and To are codes of measures.
	Of []string `json:"of"`
	To []string `json:"to,omitempty"`
	// Tolerance is the greatest difference that is no warning, as a decimal in
	// the unit of the measure.
	Tolerance string `json:"tolerance"`
}

// Measure is one indicator of a locality (chỉ tiêu).
type Measure struct {
	Term
	// Unit and UnitEn are the unit in the two languages.
	Unit   string `json:"unit"`
	UnitEn string `json:"unit_en"`
	// Kind is how values are written.
	Kind MeasureKind `json:"kind"`
	// Decimals is how many places are shown.
	Decimals int `json:"decimals,omitempty"`
	// PartOf is the code of the measure that this one cannot exceed.
	PartOf string `json:"part_of,omitempty"`
	// Formula is the arithmetic of the measure, nil if there is none.
	Formula *Formula `json:"formula,omitempty"`
}

// UnitLabel returns the unit in a language.
func (m Measure) UnitLabel(lang string) string {
	if lang == English {
		return m.UnitEn
	}
	return m.Unit
}

// PaperForm is the form in which a paper is issued.
type PaperForm string

// The forms of a paper (domain notes §0, finding 7).
const (
	// Numbered is one of the 29 types of document of Nghị định 30/2020, or an
	// official letter, with a number and a signature.
	Numbered PaperForm = "numbered"
	// Annex is attached to a numbered paper.
	Annex PaperForm = "annex"
	// Sheet is a working sheet without number.
	Sheet PaperForm = "sheet"
)

// PaperKind is one paper of a visit.
type PaperKind struct {
	Term
	// Abbreviation is that of Nghị định 30/2020, Phụ lục III, as "CTr"; "" if
	// the paper has none, as an official letter.
	Abbreviation string `json:"abbreviation,omitempty"`
	// Form is the usual form.
	Form PaperForm `json:"form"`
	// Sides are the sides that issue it, "guest" or "host".
	Sides []string `json:"sides"`
	// Variants are the forms that it has, the usual one first; none if there is
	// one form only.
	Variants []PaperVariant `json:"variants,omitempty"`
	// Internal says that the paper, or all its variants, are for the office alone
	// and marked so.
	Internal bool `json:"internal,omitempty"`
	// Options are what an office may choose on it.
	Options []PaperOption `json:"options,omitempty"`
}

// PaperVariant is one form of a paper.
type PaperVariant struct {
	Term
	// Side is the side that issues this variant, "guest" or "host"; "" where
	// it is that of the paper.
	Side string `json:"side,omitempty"`
	// Per is "attendee" for a variant that is made for one person at a time.
	Per string `json:"per,omitempty"`
	// Internal says that the variant is for the office alone and marked so.
	Internal bool `json:"internal,omitempty"`
}

// ForOfficeAlone says whether a variant holds what must not leave the office, as
// telephone numbers, values or who prepares what.
func (p PaperKind) ForOfficeAlone(variant string) bool {
	for i, v := range p.Variants {
		if v.Code == variant || i == 0 && variant == "" {
			return p.Internal || v.Internal
		}
	}
	return p.Internal
}

// SidesOf returns the sides that issue a variant.
func (p PaperKind) SidesOf(variant string) []string {
	for i, v := range p.Variants {
		if (v.Code == variant || i == 0 && variant == "") && v.Side != "" {
			return []string{v.Side}
		}
	}
	return p.Sides
}

// PaperOption is one choice on a paper. The first of its values holds where
// nothing is chosen.
type PaperOption struct {
	Term
	Values []Term `json:"values"`
}

// Option returns the option of a paper with the code.
func (p PaperKind) Option(code string) (PaperOption, bool) {
	for _, o := range p.Options {
		if o.Code == code {
			return o, true
		}
	}
	return PaperOption{}, false
}

// Variant returns the code under which a variant is kept: "" for the usual one,
// whether it is named or not. It is false for one that the paper does not have.
func (p PaperKind) Variant(code string) (string, bool) {
	if code == "" || len(p.Variants) > 0 && code == p.Variants[0].Code {
		return "", true
	}
	for _, v := range p.Variants {
		if v.Code == code {
			return code, true
		}
	}
	return "", false
}

// Wording is a text that papers use and that an office may put in other words.
// Names in braces stand for what the visit says, as {đoàn}.
type Wording struct {
	Term
	// Paper is the code of the paper on which it stands.
	Paper string `json:"paper"`
	// Text is the original, a paragraph a line.
	Text string `json:"text"`
}

// Heading returns the name as it is printed above the paper: "CHƯƠNG TRÌNH".
func (p PaperKind) Heading() string { return strings.ToUpper(p.Vi) }
