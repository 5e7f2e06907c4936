package plan

import "nhipcau/app/civil"

// Gift is one entry of the register of souvenirs (quà lưu niệm). Nghị định
// 59/2019, articles 24 to 28, wants value, funding and hand-over on record.
// Gifts are internal and never leave the office unless ticked.
type Gift struct {
	Head
	Visit      string `json:"visit" validate:"required,uuid" vis:"internal" ref:"visit"`
	Direction  string `json:"direction" validate:"omitempty,oneof=given received" vis:"internal"`
	From       string `json:"from" validate:"max=300" vis:"internal"`
	To         string `json:"to" validate:"max=300" vis:"internal"`
	Item       string `json:"item" validate:"required,max=500" vis:"internal"`
	Quantity   int    `json:"quantity" validate:"min=0,max=1000000" vis:"internal"`
	Value      int64  `json:"value" validate:"min=0,max=9007199254740991" vis:"internal"`
	Funding    string `json:"funding" validate:"max=300" vis:"internal"`
	AgendaItem string `json:"agenda_item" validate:"omitempty,uuid" vis:"internal" ref:"agenda_item"`
	HandedOver bool   `json:"handed_over" vis:"internal"`
	Note       string `json:"note" validate:"max=1000" vis:"internal"`
}

// Kind implements Record.
func (*Gift) Kind() Kind { return KindGift }

// Label implements Record.
func (g *Gift) Label() string { return g.Item }

// Vehicle is one vehicle of a visit (phương tiện, xe số).
type Vehicle struct {
	Head
	Visit  string `json:"visit" validate:"required,uuid" vis:"internal" ref:"visit"`
	Side   Side   `json:"side" validate:"omitempty,oneof=guest host" vis:"internal"`
	Name   string `json:"name" validate:"required,max=200" vis:"internal"`
	Plate  string `json:"plate" validate:"max=40" vis:"personal"`
	Seats  int    `json:"seats" validate:"min=0,max=200" vis:"internal"`
	Driver string `json:"driver" validate:"max=200" vis:"personal"`
	Phone  string `json:"phone" validate:"max=60" vis:"personal"`
	Note   string `json:"note" validate:"max=1000" vis:"internal"`
	Pos    string `json:"pos" validate:"max=200" vis:"internal"`
}

// Kind implements Record.
func (*Vehicle) Kind() Kind { return KindVehicle }

// Label implements Record.
func (v *Vehicle) Label() string { return v.Name }

// Lodging is where a delegation stays overnight (nơi nghỉ).
type Lodging struct {
	Head
	Visit   string `json:"visit" validate:"required,uuid" vis:"internal" ref:"visit"`
	Name    string `json:"name" validate:"required,max=300" vis:"internal"`
	Address string `json:"address" validate:"max=500" vis:"internal"`
	When    Period `json:"when" vis:"internal"`
	Rooms   int    `json:"rooms" validate:"min=0,max=10000" vis:"internal"`
	Note    string `json:"note" validate:"max=1000" vis:"internal"`
	Pos     string `json:"pos" validate:"max=200" vis:"internal"`
}

// Kind implements Record.
func (*Lodging) Kind() Kind { return KindLodging }

// Label implements Record.
func (l *Lodging) Label() string { return l.Name }

// Paper is what an office has decided about one official paper of a visit:
// number, date, signer, recipients, wording. Kind and variant together name it;
// prints of a paper for one person or one model have records of their own.
type Paper struct {
	Head
	Visit     string `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	PaperKind string `json:"paper_kind" validate:"required,max=60" vis:"public"`
	Variant   string `json:"variant" validate:"max=60" vis:"public"`
	// Attendee or Model is set in a record that only notes the prints of a paper
	// for that person or that model: what is decided holds for all of the kind.
	Attendee   string     `json:"attendee" validate:"omitempty,uuid" vis:"public" ref:"attendee"`
	Model      string     `json:"model" validate:"omitempty,uuid" vis:"public" ref:"model"`
	Number     string     `json:"number" validate:"max=40" vis:"public"`
	Symbol     string     `json:"symbol" validate:"max=60" vis:"public"`
	Date       civil.Date `json:"date" validate:"omitempty,civildate" vis:"public"`
	Place      string     `json:"place" validate:"max=100" vis:"public"`
	About      string     `json:"about" validate:"max=1000" vis:"public"`
	Signer     Signer     `json:"signer" vis:"public"`
	Recipients []string   `json:"recipients" validate:"max=40,dive,max=300" vis:"public"`
	Wording    string     `json:"wording" validate:"max=20000" vis:"public"`
	Draft      bool       `json:"draft" vis:"public"`
	Revision   int        `json:"revision" validate:"min=0,max=100000" vis:"public"`
	// Options are what is chosen on the paper, by the codes of the catalogue.
	Options map[string]string `json:"options" validate:"max=40,dive,max=60" vis:"public"`
	// Seats are the seats that were moved by hand; who stands in none is seated
	// by the rule.
	Seats []Seat `json:"seats" validate:"max=500,dive" vis:"public" ref:"attendee"`
	// Printed is the moment of the last print as RFC 3339, empty if never.
	Printed string `json:"printed" validate:"max=40" vis:"internal"`
}

// Kind implements Record.
func (*Paper) Kind() Kind { return KindPaper }

// Label implements Record.
func (p *Paper) Label() string { return p.PaperKind }

// NotesPrints says that the record only notes the prints of a paper for one
// person or one model.
func (p *Paper) NotesPrints() bool { return p.Attendee != "" || p.Model != "" }

// Decided says whether the paper holds anything that an office has decided about
// it, and not only that it was printed. In which form it was printed is no
// decision.
func (p *Paper) Decided() bool {
	text := p.Number + p.Symbol + string(p.Date) + p.Place + p.About + p.Signer.Name + p.Wording
	return text != "" || len(p.Signer.Lines)+len(p.Recipients)+len(p.Options)+len(p.Seats) > 0 || p.Draft
}

// Seat is a place of a seating plan given to somebody by hand. Row and At mean
// what the variant of the plan says, At counting from 0.
type Seat struct {
	Attendee string `json:"attendee" validate:"required,uuid"`
	Row      string `json:"row" validate:"max=40"`
	At       int    `json:"at" validate:"min=0,max=1000"`
}
