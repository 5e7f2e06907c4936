// Package fault is how an error carries what a person has to be told: a key of
// the catalogue of words, the values that the sentence names, and the cause for
// the log. It must not know any language; app/words turns a fault into a
// sentence.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Fault is an error that can be told to a person. Any error that is not a
// Fault is internal: its text goes to the log only.
type Fault struct {
	// Key names the sentence in the catalogue, such as "fault.bundle_too_large".
	Key string
	// Args are the values that the sentence names.
	Args map[string]any
	// Cause is what went wrong underneath, for the log; may be nil.
	Cause error
}

// New makes a fault. The arguments are names and values in turn:
//
//	fault.New("fault.no_such_record", "ID", id)
//
// A last argument that is an error and stands alone becomes the cause.
func New(key string, args ...any) *Fault {
	f := &Fault{Key: key}
	if n := len(args); n%2 == 1 {
		if err, ok := args[n-1].(error); ok {
			f.Cause = err
		}
		args = args[:n-1]
	}
	if len(args) > 0 {
		f.Args = make(map[string]any, len(args)/2)
	}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[fmt.Sprint(args[i])] = args[i+1]
	}
	return f
}

// Error gives the key, ids and counts among the values, and the cause, for the
// log. What else a sentence names is somebody's: a name, a path, what was typed.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.Key)
	said := map[string]any{}
	for name, value := range f.Args {
		if tellsNobody(name, value) {
			said[name] = value
		}
	}
	if len(said) > 0 {
		fmt.Fprintf(&b, " %v", said)
	}
	if f.Cause != nil {
		fmt.Fprintf(&b, ": %v", f.Cause)
	}
	return b.String()
}

// tellsNobody says whether a value may stand in a log that is sent away.
func tellsNobody(name string, value any) bool {
	switch value.(type) {
	case int, int64, uint64:
		return true
	}
	return name == "ID" || name == "Key" || name == "Kind" || name == "Field"
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Cause }

// KeyOf gives the key of the first fault in the chain of err, empty if there
// is none.
func KeyOf(err error) string {
	var f *Fault
	if errors.As(err, &f) {
		return f.Key
	}
	return ""
}
