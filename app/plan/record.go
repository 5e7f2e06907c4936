package plan

// Kind names a kind of record: the same word in code, bundle and command line.
type Kind string

// The kinds of record.
const (
	KindOffice        Kind = "office"
	KindVisit         Kind = "visit"
	KindObjective     Kind = "objective"
	KindStop          Kind = "stop"
	KindAttendee      Kind = "attendee"
	KindAgendaItem    Kind = "agenda_item"
	KindTopic         Kind = "topic"
	KindQuestion      Kind = "question"
	KindModel         Kind = "model"
	KindFieldVisit    Kind = "field_visit"
	KindFollowUp      Kind = "follow_up"
	KindProgressEntry Kind = "progress_entry"
	KindLesson        Kind = "lesson"
	KindGift          Kind = "gift"
	KindVehicle       Kind = "vehicle"
	KindLodging       Kind = "lodging"
	KindPaper         Kind = "paper"
	KindPerson        Kind = "person"
	KindUnit          Kind = "unit"
	KindLocality      Kind = "locality"
	KindIndicator     Kind = "indicator"
	KindAttachment    Kind = "attachment"
)

// Head is what every record has beside its own fields.
type Head struct {
	// ID is a UUIDv7, or a UUIDv5 where two offices would otherwise mint two
	// ids for one thing. Empty for a record that is not kept yet.
	ID string
	// Office is the id of the office that owns the record.
	Office string
	// Trashed says that the record lies in the bin.
	Trashed bool
	// Contested says that the record was deleted in one place and edited in
	// another; it stays visible until a person decides.
	Contested bool
	// Conflicts names the fields of which offices have written different
	// values, neither knowing of the other.
	Conflicts []string
	// Origin is what the desk needs to tell which values stood on screen when
	// the record was fetched. Opaque to everybody else.
	Origin any
}

// Meta returns the head itself, so that every kind that embeds it is a Record.
func (h *Head) Meta() *Head { return h }

// Record is one value of any kind. Its dynamic type is a pointer to one of the
// structs of this package.
type Record interface {
	// Meta gives the head of the record.
	Meta() *Head
	// Kind names the kind of the record.
	Kind() Kind
	// Label is the words by which a person knows the record in a list.
	Label() string
}

// Side is one of the two delegations of a visit.
type Side string

// The two sides of a visit.
const (
	Guest Side = "guest"
	Host  Side = "host"
)

// Other gives the opposite side.
func (s Side) Other() Side {
	if s == Guest {
		return Host
	}
	return Guest
}
