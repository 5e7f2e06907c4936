package plan

import "time"

// PrintedAt is when the paper was last printed; false if it never was.
func (p *Paper) PrintedAt() (time.Time, bool) {
	at, err := time.Parse(time.RFC3339, p.Printed)
	return at, err == nil
}

// Outdated says whether a printed paper of the visit no longer says what is
// planned: what stands on it was changed after it was printed. The moment of a
// print is kept in whole seconds, so a change within the same second is not
// after it. A paper that was never printed is not outdated.
func (v VisitView) Outdated(p *Paper) bool {
	at, printed := p.PrintedAt()
	return printed && at.Before(v.ProgrammeChanged.Truncate(time.Second))
}

// ToReprint lists the printed programmes of a visit that are outdated. There is
// none once one of them was printed as it stands, since then that is the one in
// use.
func ToReprint(v VisitView) []*Paper {
	var out []*Paper
	for _, p := range v.Papers {
		_, printed := p.PrintedAt()
		switch {
		case p.PaperKind != PaperProgramme || !printed:
		case v.Outdated(p):
			out = append(out, p)
		default:
			return nil
		}
	}
	return out
}
