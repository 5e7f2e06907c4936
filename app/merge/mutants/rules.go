package main

// rule is one rule of the exchange format, the test that fails without it, and
// the ways of breaking it that show that.
type rule struct {
	section string // of the exchange design
	says    string
	pkg     string
	test    string
	mutants []mutant
}

// mutant is one change of the source.
type mutant struct {
	does      string
	file      string
	old, with string
}

const (
	mergeField = "app/merge/field.go"
	mergeJoin  = "app/merge/join.go"
	mergeTrash = "app/merge/trash.go"
)

var rules = []rule{
	{"3.1", "a write takes its dot into the context", "app/merge", "TestHistories", []mutant{
		{"forgets what a write replaced", mergeField, "settle(append(values, Value{stamp, json}), f.Seen())", "settle(append(values, Value{stamp, json}), nil)"},
	}},
	{"3.1", "a write replaces exactly what its author had on screen", "app/merge", "TestWriteReplacesWhatWasOnScreen", []mutant{
		{"a write replaces all", mergeField, "if !slices.Contains(seen, v.Dot) {", "if false {"},
		{"a write replaces nothing", mergeField, "if !slices.Contains(seen, v.Dot) {", "if true {"},
	}},
	{"3.2", "the context is the maximum of both", "app/merge", "TestHistories", []mutant{
		{"keeps one side's context", mergeJoin, "	context.takeField(b)\n", ""},
		{"the lower counter wins", "app/merge/dot.go", "if d.N > c[d.Replica] {", "if c[d.Replica] == 0 || d.N < c[d.Replica] {"},
	}},
	{"3.2", "a value stays if the other side has the same dot", "app/merge", "TestHistories", []mutant{
		{"what both have goes", mergeJoin, "if !s.covers(v.Dot) || s.has(v.Dot) {", "if !s.covers(v.Dot) {"},
	}},
	{"3.2", "a value goes if the other side has seen it and has it no longer", "app/merge", "TestMergeAfterSeeing", []mutant{
		{"nothing ever goes", mergeJoin, "if !s.covers(v.Dot) || s.has(v.Dot) {", "if true {"},
	}},
	{"3.2", "a value stays if the other side has not seen it", "app/merge", "TestHistories", []mutant{
		{"what one side alone has goes", mergeJoin, "if !s.covers(v.Dot) || s.has(v.Dot) {", "if s.has(v.Dot) {"},
		{"only the newest clock stays", mergeJoin, "	merged := settle(values, context)\n", "	merged := settle(values, context)\n	merged.Values = merged.Values[:min(1, len(merged.Values))]\n"},
	}},
	{"3.2", "no clock is asked", "app/merge", "TestMergeAsksNoClock", []mutant{
		{"an older clock loses", mergeJoin, "if !s.covers(v.Dot) || s.has(v.Dot) {", "if len(s.Values) == 0 || v.Clock >= s.Values[0].Clock {"},
	}},
	{"3.2", "each field has a context of its own", "app/merge", "TestRedactionNeverRemoves", []mutant{
		{"a left-out field was seen", "app/merge/record.go", "		delete(next.Fields, name)\n", "		next.Fields[name] = Field{Context: next.Fields[name].Seen()}\n"},
	}},
	{"3.2", "order and repetition of bundles do not matter", "app/merge", "TestLaws", []mutant{
		{"the first office wins", mergeJoin, "return min(a, b)", "return a"},
		{"the first unknown member wins", mergeJoin, "had && bytes.Compare(own, raw) >= 0", "had && bytes.Equal(own, own)"},
		{"the first schema wins", mergeJoin, "Schema: max(a.Schema, b.Schema)", "Schema: a.Schema"},
		{"values in the order of arrival", mergeField, "	slices.SortFunc(values, compareValues)\n", ""},
	}},
	{"3.3", "conflict is more than one distinct value", "app/merge", "TestSameContentTwiceIsNoConflict", []mutant{
		{"equal words ask", mergeField, "if !bytes.Equal(v.JSON, f.Values[0].JSON) {", "if v.Dot != f.Values[0].Dot {"},
	}},
	{"3.3", "everywhere the same value is shown first: clock, replica, number", "app/merge", "TestShownFirst", []mutant{
		{"the replica before the clock", "app/merge/dot.go", "		cmp.Compare(a.Clock, b.Clock),\n		compareDots(a.Dot, b.Dot),\n", "		compareDots(a.Dot, b.Dot),\n		cmp.Compare(a.Clock, b.Clock),\n"},
		{"the oldest first", mergeField, "compareStamps(b.Stamp, a.Stamp)", "compareStamps(a.Stamp, b.Stamp)"},
	}},
	{"3.3", "choosing settles a conflict", "app/desk", "TestConflictIsSettledInFavourOfEitherValue", []mutant{
		{"a choice leaves the others", "app/desk/conflict.go", "rec.With(field, tx.stamp(), wanted, f.Dots())", "rec.With(field, tx.stamp(), wanted, nil)"},
	}},
	{"3.6", "a record is in the bin only if all that stands was seen", "app/merge", "TestDelete", []mutant{
		{"a delete takes all", mergeTrash, "if !covered[name].Covers(v.Dot) {", "if !covered[name].Covers(v.Dot) && false {"},
		{"a delete does not say what was seen", mergeTrash, "covered[name] = covered[name].Join(f.Seen())\n		}\n	}\n	return r.With", "covered[name] = Context{}\n		}\n	}\n	return r.With"},
	}},
	{"3.6", "concurrent deletes join", "app/merge", "TestConcurrentDeletesJoin", []mutant{
		{"the last delete alone counts", mergeTrash, "			covered[name] = covered[name].Join(context)\n", "			covered[name] = context\n"},
	}},
	{"3.6", "a restore answers a delete", "app/merge", "TestHistories", []mutant{
		{"a restore beside a delete is not heard", mergeTrash, "whole := !restores && r.coveredBy(covered)", "whole := r.coveredBy(covered) || restores && false"},
		{"a restore replaces nothing", mergeTrash, `[]byte("null"), r.Fields[DelField].Dots())`, `[]byte("null"), nil)`},
	}},
	{"3.7", "a visit stays while any of its family does", "app/desk", "TestDeleteOfAPartnerDoesNotHideWhatHeNeverSaw", []mutant{
		{"a visit goes alone", "app/desk/model.go", "if trashed && m.alive[visit] > 0 {", "if false {"},
	}},
	{"3.7", "with a visit goes its family", "app/desk", "TestWithAVisitGoesItsFamily", []mutant{
		{"its records stay", "app/desk/delete.go", "if rec.Kind != string(plan.KindVisit) {", "if rec.Kind != string(plan.KindTopic) {"},
	}},
	{"3.8", "unknown fields and members travel", "app/merge", "TestUnknownSurvives", []mutant{
		{"unknown members are dropped", "app/merge/unpack.go", "	u.record.Extra[name] = bytes.Clone(value)\n", "	_ = bytes.Clone(value)\n"},
	}},
	{"3.8", "a newer form is refused", "app/bundle", "TestFormatAndStructure", []mutant{
		{"a newer format is read", "app/bundle/head.go", "case n > 1 || newer(b.MinApp, MinApp):", "case n > 9:"},
		{"a newer kind is read", "app/bundle/read.go", "rec.Schema > decl.Schema", "rec.Schema > decl.Schema+9"},
	}},
	{"3.9", "numbers are integers below 2^53", "app/bundle", "TestEveryLimit", []mutant{
		{"any number passes", "app/bundle/scan.go", "if !integer(t.raw) {", "if false {"},
	}},
	{"3.9", "text is NFC", "app/merge", "TestAuthorInPiecesIsTheSameAuthor", []mutant{
		{"an author in pieces is another", mergeField, "stamp.Author = norm.NFC.String(stamp.Author)", "_ = norm.NFC"},
	}},
	{"3.10", "a context that claims too much is not believed", "app/desk", "TestClaimThatNothingBearsOutIsSetAside", []mutant{
		{"all claims are believed", "app/merge/record.go", "return n <= borne[replica] })", "return true })"},
	}},
	{"3.10", "nor is a deletion that claims too much", "app/desk", "TestHostileFilesDoNoHarm", []mutant{
		{"what a deletion claims is not looked at", "app/merge/record.go", "		claim(context)\n", "		_ = context\n"},
	}},
	{"3.10", "two copies that each claim to replace the other leave what is here", "app/desk", "TestContradictionLosesNothing", []mutant{
		{"both values go", "app/desk/preview.go", "merged != pr.mine && merge.Contradict(pr.mine, pr.theirs)", "false"},
	}},
	{"3.10", "one dot with two values is kept and told across files", "app/merge", "TestDotClashKeepsBoth", []mutant{
		{"the second content is dropped", mergeField, "slices.CompactFunc(values, Value.Equal)", "slices.CompactFunc(values, func(a, b Value) bool { return a.Dot == b.Dot })"},
	}},
	{"3.10", "one dot with two values is refused inside a file", "app/bundle", "TestOneDotNamesOneWrite", []mutant{
		{"two writes of one dot are read", "app/bundle/read.go", "had && other != v.Stamp", "had && other != v.Stamp && false"},
	}},
	{"5", "undo of an import brings back the state of before and mints no dot", "app/desk", "TestImportUndoImportOverEdits", []mutant{
		{"undo joins instead of setting back", "app/desk/swap.go", "	case from != nil && now.Equal(from):\n		return to, nil\n", "	case from != nil && now.Equal(from):\n		to, _ = merge.Merge(now, to)\n		return to, nil\n"},
	}},
	{"5", "undo of an import keeps what was written since", "app/desk", "TestUndoOfImportKeepsWhatWasWrittenSince", []mutant{
		{"undo takes the field all the same", "app/desk/swap.go", "if there == wasThere && f.Equal(was) {", "if there == wasThere {"},
	}},
	{"6", "contexts travel", "app/merge", "TestHistories", []mutant{
		{"contexts are not written", "app/merge/pack.go", "	p.section(memberContext, p.context)\n", ""},
		{"other values are not written", "app/merge/pack.go", "	p.section(memberOthers, p.others)\n", ""},
	}},
	{"7", "a field of another type is refused", "app/bundle/schema", "TestReadingAsksWhatTheSchemaAsks", []mutant{
		{"any type passes", "app/bundle/forms.go", "if !f.Fits(v.JSON) {", "if !f.Fits(v.JSON) && false {"},
	}},
	{"8", "internal and personal fields stay at home", "app/bundle", "TestForPartnerKeepsAtHomeWhatIsNotPublic", []mutant{
		{"only kinds are asked", "app/bundle/redact.go", "if class(rec.Kind, name) != plan.Public {", "if false {"},
	}},
}
