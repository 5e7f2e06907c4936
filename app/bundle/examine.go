package bundle

import (
	"io"

	"nhipcau/app/fault"
)

// Stage is one step of the examination of a file.
type Stage string

// The stages, in the order in which an import goes through them too: what
// comes later is not looked at where an earlier one fails.
const (
	StageLimits    Stage = "limits"    // bounds on the text, before anything is decoded
	StageFormat    Stage = "format"    // that it is a bundle, and of a format that is known
	StageSignature Stage = "signature" // who wrote it
	StageSchema    Stage = "schema"    // that members and fields have the published form
	StageRecords   Stage = "records"   // that the records can be read, one by one and together
)

// Result is what came out of a stage.
type Result string

// The results of a stage.
const (
	Held       Result = "held"
	Broken     Result = "broken"      // the file is refused
	NotReached Result = "not_reached" // an earlier stage has failed
	Unsigned   Result = "unsigned"    // nobody vouches for the file
	NotChecked Result = "not_checked" // the file is signed, and this version can't tell by whom
)

// Finding is the result of one stage.
type Finding struct {
	Stage  Stage
	Result Result
	Fault  error // why the stage is broken, nil otherwise
}

// Examination is what there is to say of a file without reading it in.
type Examination struct {
	Bytes    int
	Findings []Finding // one a stage, in order
	Bundle   *Bundle   // nil for a file that is refused
}

// Good reports whether an import would read the file.
func (e *Examination) Good() bool { return e.Bundle != nil }

// Refusal is why an import would refuse the file, nil if it would not.
func (e *Examination) Refusal() error {
	for _, f := range e.Findings {
		if f.Fault != nil {
			return f.Fault
		}
	}
	return nil
}

// Examine goes through all stages of reading a file and keeps what each of
// them found. schema judges a document by the published schema; package schema
// has it. An error is one of reading r, nothing that the file is to blame for.
func Examine(r io.Reader, schema func(doc []byte) error) (*Examination, error) {
	e := &Examination{}
	doc, err := readAll(r, format1.bytes)
	if fault.KeyOf(err) == "fault.bundle_unreadable" {
		return nil, err
	}
	e.Bytes = len(doc)
	var parts *outline
	var b *Bundle
	e.stage(StageLimits, func() error {
		if err == nil {
			parts, err = scan(doc, format1)
		}
		return err
	})
	e.stage(StageFormat, func() (err error) {
		b, err = readHead(parts)
		return err
	})
	e.signature(b)
	e.stage(StageSchema, func() error { return schema(doc) })
	e.stage(StageRecords, func() error { return b.unpack(parts.records) })
	if e.Refusal() == nil {
		e.Bundle = b
	}
	return e, nil
}

// stage carries out one stage, if none before it has failed.
func (e *Examination) stage(name Stage, run func() error) {
	f := Finding{Stage: name, Result: NotReached}
	if e.Refusal() == nil {
		f.Result = Held
		if f.Fault = run(); f.Fault != nil {
			f.Result = Broken
		}
	}
	e.Findings = append(e.Findings, f)
}

// signature notes what is known of who wrote the file.
func (e *Examination) signature(b *Bundle) {
	f := Finding{Stage: StageSignature, Result: NotReached}
	if e.Refusal() == nil {
		f.Result = Unsigned
		if _, signed := b.Extra["sig"]; signed {
			f.Result = NotChecked
		}
	}
	e.Findings = append(e.Findings, f)
}
