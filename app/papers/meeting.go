package papers

// meetingKinds are the papers of the day: words of introduction, seats, cards,
// badges, sheets.
func meetingKinds() []Kind { return nil }
