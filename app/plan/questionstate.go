package plan

import "strings"

// StateNow is the state in which a question stands. An answer that was written
// down outweighs a state that was not moved on since; that the rest follows in
// writing is said by hand and stands.
func (q *Question) StateNow() string {
	switch {
	case q.State != "" && q.State != QuestionOpen:
		return q.State
	case strings.TrimSpace(q.Answer) != "":
		return QuestionAnswered
	}
	return QuestionOpen
}
