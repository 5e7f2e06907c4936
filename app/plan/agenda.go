package plan

import "nhipcau/app/civil"

// DefaultZone is the time zone of a programme that names none.
const DefaultZone = "Asia/Ho_Chi_Minh"

// Slot is when an agenda item takes place. Its parts only make sense together,
// so they are one field: day, start, length in minutes and IANA zone.
type Slot struct {
	Day    civil.Date  `json:"day,omitempty" validate:"omitempty,civildate"`
	Start  civil.Clock `json:"start,omitempty" validate:"omitempty,civilclock"`
	Length int         `json:"length,omitempty" validate:"min=0,max=1440"`
	Zone   string      `json:"zone,omitempty" validate:"max=60"`
}

// Known says whether the slot has both a day and a start.
func (s Slot) Known() bool { return s.Day.Valid() && s.Start.Valid() }

// End is the clock time at which the slot ends, and how many days later.
func (s Slot) End() (civil.Clock, int) { return s.Start.Add(s.Length) }

// Minutes gives the start and end as minutes after midnight of the slot's day;
// an end after midnight is beyond 1440.
func (s Slot) Minutes() (start, end int) {
	m := s.Start.Minutes()
	return m, m + s.Length
}

// ItemKind is what sort of thing an agenda item is; it decides the colour of a
// block and the words on paper.
type ItemKind string

// The kinds of agenda item.
const (
	ItemSession    ItemKind = "session"
	ItemSpeech     ItemKind = "speech"
	ItemDiscussion ItemKind = "discussion"
	ItemFieldVisit ItemKind = "field_visit"
	ItemTravel     ItemKind = "travel"
	ItemMeal       ItemKind = "meal"
	ItemCeremony   ItemKind = "ceremony"
	ItemBreak      ItemKind = "break"
	ItemSpare      ItemKind = "spare"
)

// ItemKinds lists the kinds in the order in which a form offers them.
func ItemKinds() []ItemKind {
	return []ItemKind{
		ItemSession, ItemSpeech, ItemDiscussion, ItemFieldVisit, ItemTravel,
		ItemMeal, ItemCeremony, ItemBreak, ItemSpare,
	}
}

// Speaker is who leads or presents: an attendee, or free text such as a post
// whose holder is not known.
type Speaker struct {
	Attendee string `json:"attendee,omitempty" validate:"omitempty,uuid"`
	Text     string `json:"text,omitempty" validate:"max=300"`
}

// AgendaItem is one line of the programme (nội dung chương trình).
type AgendaItem struct {
	Head
	Visit    string    `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	Stop     string    `json:"stop" validate:"omitempty,uuid" vis:"public" ref:"stop"`
	When     Slot      `json:"when" vis:"public"`
	ItemKind ItemKind  `json:"item_kind" validate:"omitempty,oneof=session speech discussion field_visit travel meal ceremony break spare" vis:"public"`
	Title    string    `json:"title" validate:"required,max=500" vis:"public"`
	Detail   string    `json:"detail" validate:"max=4000" vis:"public"`
	Place    string    `json:"place" validate:"max=300" vis:"public"`
	Leads    []Speaker `json:"leads" validate:"max=20,dive" vis:"public" ref:"attendee"`
	Presents []Speaker `json:"presents" validate:"max=20,dive" vis:"public" ref:"attendee"`
	Topics   []string  `json:"topics" validate:"max=50,dive,uuid" vis:"public" ref:"topic"`
	// FieldVisit is the field stop that the item carries out, empty for
	// everything that is no field visit.
	FieldVisit string `json:"field_visit" validate:"omitempty,uuid" vis:"public" ref:"field_visit"`
	Preparer   string `json:"preparer" validate:"max=300" vis:"internal"`
	Materials  string `json:"materials" validate:"max=1000" vis:"internal"`
	// Internal marks an item that guests never see: it is left out of what
	// is printed for them and out of what travels.
	Internal bool   `json:"internal" vis:"public"`
	Fixed    bool   `json:"fixed" vis:"public"`
	Pos      string `json:"pos" validate:"max=200" vis:"public"`
}

// Kind implements Record.
func (*AgendaItem) Kind() Kind { return KindAgendaItem }

// Label implements Record.
func (a *AgendaItem) Label() string { return a.Title }
