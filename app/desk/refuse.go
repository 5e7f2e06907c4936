package desk

import (
	"slices"
	"strings"

	"nhipcau/app/plan"
)

// Invalid is why a value was refused: the rules that it breaks, field by
// field. Nothing has been written.
type Invalid struct {
	Kind   plan.Kind
	Issues []plan.Issue
}

// Error names the kind and the fields, for the log.
func (e *Invalid) Error() string {
	fields := make([]string, len(e.Issues))
	for i, issue := range e.Issues {
		fields[i] = issue.Field + " " + issue.Key
	}
	return "invalid " + string(e.Kind) + ": " + strings.Join(fields, ", ")
}

// refuse checks the fields that are being written. Fields that came in by an
// import and break a rule do not stand in the way of writing another.
func (d *Desk) refuse(r plan.Record, written []string, isNew bool) error {
	var broken []plan.Issue
	for _, issue := range d.checker.Check(r) {
		root, _, _ := strings.Cut(issue.Field, ".")
		root, _, _ = strings.Cut(root, "[")
		if issue.Level == plan.LevelError && (isNew || slices.Contains(written, root)) {
			broken = append(broken, issue)
		}
	}
	if len(broken) == 0 {
		return nil
	}
	return &Invalid{Kind: r.Kind(), Issues: broken}
}
