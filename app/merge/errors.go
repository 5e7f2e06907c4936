package merge

// Error is a reason why a record was refused; compare with errors.Is.
type Error string

// Error returns the reason in English, for logs; the caller words it for people.
func (e Error) Error() string { return string(e) }

// The reasons that this package refuses a record for.
const (
	// ErrMalformed is text that is not the packed form of a record.
	ErrMalformed Error = "not a packed record"
	// ErrNumber is a number with a fraction, an exponent, or a magnitude of 2^53 and more.
	ErrNumber Error = "number is not an integer below 2^53"
	// ErrDotClash is one dot that names two different writes.
	ErrDotClash Error = "one dot names two writes"
	// ErrContext is a field whose context claims writes while no value is there to show.
	ErrContext Error = "context without a value"
	// ErrIdentity is an attempt to merge two different things.
	ErrIdentity Error = "records of different id or kind"
	// ErrValue is a value that is not canonical JSON.
	ErrValue Error = "value is not canonical JSON"
)

// Fault says in which record and member the reason for a refusal was found.
type Fault struct {
	ID     string // record, empty if it could not be read
	Member string // path in the packed form, such as "_alt.notes"
	Detail string // may be empty
	Err    Error
}

// Error returns the reason with its place.
func (f *Fault) Error() string {
	text := "record " + f.ID
	if f.Member != "" {
		text += ": " + f.Member
	}
	text += ": " + string(f.Err)
	if f.Detail != "" {
		text += ": " + f.Detail
	}
	return text
}

// Unwrap returns the reason.
func (f *Fault) Unwrap() error { return f.Err }
