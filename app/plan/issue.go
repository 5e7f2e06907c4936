package plan

// Level is how much an issue matters. Neither level stops work: an error says
// that a value cannot be right, a warning that somebody should look.
type Level string

// The levels of an issue.
const (
	LevelError   Level = "error"
	LevelWarning Level = "warning"
)

// Issue is one thing that a rule found. It carries no sentence: Key names one
// in the catalogue of words and Args are the values that the sentence names.
type Issue struct {
	// Field is the path in json of the field beside which the issue stands,
	// such as "when.to" or "leads[1].attendee"; empty if it is about no field.
	Field string
	Level Level
	// Key names the sentence, "validation.…" or "warning.…".
	Key string
	// Args are the values of the sentence.
	Args map[string]any
	// Other are the ids of the records concerned, the one to go to first.
	Other []string
}

// Figure is a number in the form in which it is kept, "365032" or "46.66". In
// the arguments of an issue it is written as the language of the reader does.
type Figure string

// warning makes a warning; args are names and values in turn.
func warning(field, key string, other []string, args ...any) Issue {
	i := Issue{Field: field, Level: LevelWarning, Key: key, Other: other}
	if len(args) > 0 {
		i.Args = make(map[string]any, len(args)/2)
	}
	for n := 0; n+1 < len(args); n += 2 {
		i.Args[args[n].(string)] = args[n+1]
	}
	return i
}
