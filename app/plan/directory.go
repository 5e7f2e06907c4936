package plan

import "nhipcau/app/civil"

// Office is the body that owns records: an installation belongs to one. What
// it holds is synced between the PCs of the office.
type Office struct {
	Head
	Name     string `json:"name" validate:"required,max=300" vis:"public"`
	Locality string `json:"locality" validate:"omitempty,uuid" vis:"public" ref:"locality"`
	Level    string `json:"level" validate:"omitempty,oneof=province district commune" vis:"public"`
	// IssuerKind says whose rule the papers of the office follow: Nghị định
	// 30/2020 for state bodies, Quy định 399-QĐ/TW for those of the Party.
	IssuerKind  string       `json:"issuer_kind" validate:"omitempty,oneof=state party" vis:"public"`
	IssuerLines []IssuerLine `json:"issuer_lines" validate:"max=4,dive" vis:"public"`
	Symbol      string       `json:"symbol" validate:"max=60" vis:"public"`
	Signers     []Signer     `json:"signers" validate:"max=40,dive" vis:"internal"`
	// Recipients are the lines of "Nơi nhận" on every paper for which none are
	// decided; empty leaves each paper its own.
	Recipients []string `json:"recipients" validate:"max=40,dive,max=300" vis:"internal"`
	// RankTable maps a pattern of a post to a rank, before the catalogue's
	// own table is asked.
	RankTable map[string]int `json:"rank_table" validate:"max=500" vis:"internal"`
	// Wording replaces texts of the catalogue of wordings, by their code.
	Wording map[string]string `json:"wording" validate:"max=200,dive,max=8000" vis:"internal"`
	Layout  PaperLayout       `json:"layout" vis:"internal"`
}

// PaperLayout is how an office sets its papers, within the ranges of Nghị định
// 30/2020, annex I. What is 0 or empty is as the program proposes.
type PaperLayout struct {
	Font    string `json:"font,omitempty" validate:"omitempty,oneof=machine bundled"`
	Body    int    `json:"body,omitempty" validate:"omitempty,min=13,max=14"`  // points
	Table   int    `json:"table,omitempty" validate:"omitempty,min=11,max=13"` // points
	Top     int    `json:"top,omitempty" validate:"omitempty,min=20,max=25"`   // mm, as the other margins
	Bottom  int    `json:"bottom,omitempty" validate:"omitempty,min=20,max=25"`
	Left    int    `json:"left,omitempty" validate:"omitempty,min=30,max=35"`
	Right   int    `json:"right,omitempty" validate:"omitempty,min=15,max=20"`
	Indent  int    `json:"indent,omitempty" validate:"omitempty,oneof=100 127"`    // tenths of a mm
	Leading int    `json:"leading,omitempty" validate:"omitempty,min=100,max=150"` // per cent of single
}

// Kind implements Record.
func (*Office) Kind() Kind { return KindOffice }

// Label implements Record.
func (o *Office) Label() string { return o.Name }

// IssuerLine is one printed line of the issuing body in a paper's header.
type IssuerLine struct {
	Text string `json:"text" validate:"max=200"`
	Bold bool   `json:"bold,omitempty"`
}

// Person is one entry of the directory.
type Person struct {
	Head
	Name      string   `json:"name" validate:"required,max=200" vis:"public"`
	SortName  string   `json:"sort_name" validate:"max=200" vis:"public"`
	Honorific string   `json:"honorific" validate:"omitempty,oneof=dong_chi ong ba quy_vi none" vis:"public"`
	Posts     []string `json:"posts" validate:"max=12,dive,max=300" vis:"public"`
	Unit      string   `json:"unit" validate:"max=300" vis:"public"`
	Locality  string   `json:"locality" validate:"omitempty,uuid" vis:"public" ref:"locality"`
	Phone     string   `json:"phone" validate:"max=60" vis:"personal"`
	Email     string   `json:"email" validate:"omitempty,email,max=200" vis:"personal"`
	Notes     string   `json:"notes" validate:"max=4000" vis:"internal"`
}

// Kind implements Record.
func (*Person) Kind() Kind { return KindPerson }

// Label implements Record.
func (p *Person) Label() string { return p.Name }

// Unit is an organisation in a locality (cơ quan, đơn vị).
type Unit struct {
	Head
	Name     string `json:"name" validate:"required,max=300" vis:"public"`
	Short    string `json:"short" validate:"max=100" vis:"public"`
	Branch   string `json:"branch" validate:"omitempty,oneof=party council executive front mass agency village enterprise other" vis:"public"`
	Locality string `json:"locality" validate:"omitempty,uuid" vis:"public" ref:"locality"`
	Phone    string `json:"phone" validate:"max=60" vis:"personal"`
	Email    string `json:"email" validate:"omitempty,email,max=200" vis:"personal"`
}

// Kind implements Record.
func (*Unit) Kind() Kind { return KindUnit }

// Label implements Record.
func (u *Unit) Label() string { return u.Name }

// Locality is a place with an id of its own. Codes and names are used again
// for other units, so they are attributes with a period, never an identity.
type Locality struct {
	Head
	Versions []LocalityVersion `json:"versions" validate:"max=50,dive" vis:"public"`
	Links    []LocalityLink    `json:"links" validate:"max=200,dive" vis:"public"`
	Note     string            `json:"note" validate:"max=4000" vis:"internal"`
}

// LocalityVersion is what a locality was between two dates; ValidTo is the
// last day, empty while it lasts.
type LocalityVersion struct {
	Level     string     `json:"level" validate:"omitempty,oneof=province district commune village other"`
	Type      string     `json:"type,omitempty" validate:"max=60"`
	Name      string     `json:"name" validate:"required,max=200"`
	Code      string     `json:"code,omitempty" validate:"max=20"`
	Parent    string     `json:"parent,omitempty" validate:"omitempty,uuid"`
	ValidFrom civil.Date `json:"valid_from,omitempty" validate:"omitempty,civildate"`
	ValidTo   civil.Date `json:"valid_to,omitempty" validate:"omitempty,civildate"`
}

// FullName is the type and the name, as in "Huyện Thạch An".
func (v LocalityVersion) FullName() string {
	if v.Type == "" {
		return v.Name
	}
	return v.Type + " " + v.Name
}

// LocalityLink says that one locality follows another in law.
type LocalityLink struct {
	From string `json:"from" validate:"required,uuid"`
	To   string `json:"to" validate:"required,uuid"`
	Kind string `json:"kind" validate:"required,oneof=merged_into split_to renamed upgraded succeeds"`
}

// Kind implements Record.
func (*Locality) Kind() Kind { return KindLocality }

// Label implements Record.
func (l *Locality) Label() string {
	if len(l.Versions) == 0 {
		return ""
	}
	return l.Versions[len(l.Versions)-1].FullName()
}

// On gives the version that was valid on the day, or the last one.
func (l *Locality) On(day civil.Date) (LocalityVersion, bool) {
	for _, v := range l.Versions {
		if (v.ValidFrom == "" || v.ValidFrom <= day) && (v.ValidTo == "" || day <= v.ValidTo) {
			return v, true
		}
	}
	if len(l.Versions) == 0 {
		return LocalityVersion{}, false
	}
	return l.Versions[len(l.Versions)-1], true
}

// Indicator is one figure of a locality. Value is a decimal string such as
// "46.66"; Parts are the figures that must add up to it.
type Indicator struct {
	Head
	Locality string     `json:"locality" validate:"required,uuid" vis:"public" ref:"locality"`
	Measure  string     `json:"measure" validate:"required,max=100" vis:"public"`
	Year     int        `json:"year" validate:"min=0,max=2200" vis:"public"`
	YearTo   int        `json:"year_to" validate:"min=0,max=2200" vis:"public"`
	AsOf     civil.Date `json:"as_of" validate:"omitempty,civildate" vis:"public"`
	Value    string     `json:"value" validate:"required,decimal" vis:"public"`
	Unit     string     `json:"unit" validate:"max=60" vis:"public"`
	Source   string     `json:"source" validate:"max=500" vis:"public"`
	Parts    []Part     `json:"parts" validate:"max=50,dive" vis:"public"`
}

// Part is one component of an indicator's value.
type Part struct {
	Measure string `json:"measure" validate:"max=100"`
	Value   string `json:"value" validate:"required,decimal"`
}

// Kind implements Record.
func (*Indicator) Kind() Kind { return KindIndicator }

// Label implements Record.
func (i *Indicator) Label() string { return i.Measure }

// Attachment describes a file kept beside the records, named by its SHA-256. Of
// is the record to which it is attached; Visit the visit to which that belongs,
// empty for what belongs to none, such as a model.
type Attachment struct {
	Head
	Visit  string `json:"visit" validate:"omitempty,uuid" vis:"public" ref:"visit"`
	SHA256 string `json:"sha256" validate:"required,len=64,hexadecimal" vis:"public"`
	Name   string `json:"name" validate:"required,max=255" vis:"public"`
	Size   int64  `json:"size" validate:"min=0,max=9007199254740991" vis:"public"`
	Media  string `json:"media" validate:"max=100" vis:"public"`
	Of     string `json:"of" validate:"omitempty,uuid" vis:"public"`
}

// Kind implements Record.
func (*Attachment) Kind() Kind { return KindAttachment }

// Label implements Record.
func (a *Attachment) Label() string { return a.Name }
