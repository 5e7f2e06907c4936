package papers

// afterKinds are the papers of what came of the visit: comparison, minutes,
// report, tasks, sheets of models.
func afterKinds() []Kind { return nil }
