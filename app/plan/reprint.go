package plan

import "time"

// ToReprint lists the printed papers of a visit that no longer say what is
// planned: what stands on the programme was changed after they were printed.
// Papers that were never printed are not among them.
func ToReprint(v VisitView) []*Paper {
	var out []*Paper
	for _, p := range v.Papers {
		if p.PaperKind != PaperProgramme {
			continue
		}
		printed, err := time.Parse(time.RFC3339, p.Printed)
		if err == nil && printed.Before(v.ProgrammeChanged.Truncate(time.Second)) {
			out = append(out, p)
		}
	}
	return out
}
