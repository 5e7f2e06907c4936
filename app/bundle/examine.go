package bundle

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/seal"
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

// Examine goes through all stages of reading a file, sealed or not, alone or in
// an archive, and keeps what each of them found. schema judges a document by the
// published schema; package schema has it. An error is one of reading or opening
// r, nothing that the file is to blame for.
func Examine(r io.Reader, secrets seal.Secrets, schema func(doc []byte) error) (*Examination, error) {
	e := &Examination{}
	doc, err := examined(r, secrets, archive1)
	switch fault.KeyOf(err) {
	case "fault.bundle_unreadable", "fault.seal_passphrase_needed", "fault.seal_passphrase_wrong", "fault.seal_not_for_us":
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
	e.signature(b, parts)
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

// signature checks who wrote the file.
func (e *Examination) signature(b *Bundle, parts *outline) {
	e.stage(StageSignature, func() error { return b.verify(parts) })
	if last := &e.Findings[len(e.Findings)-1]; last.Result == Held && !b.Signed {
		last.Result = Unsigned
	}
}

// examined gives the document of a file, out of its seal and its archive.
func examined(r io.Reader, secrets seal.Secrets, l archiveLimits) ([]byte, error) {
	inside, err := seal.Open(r, secrets)
	if err != nil {
		return nil, unreadable(0, err)
	}
	in := bufio.NewReader(inside)
	if head, err := in.Peek(4); err != nil || !isArchive(head) {
		return readAll(in, l.document.bytes)
	}
	raw, err := readAll(in, l.bytes())
	if err != nil {
		return nil, err
	}
	// What is wrong with the document itself is told stage by stage.
	doc, docErr := documentIn(raw, l)
	if _, err := readArchive(bytes.NewReader(raw), l); err != nil && (docErr != nil || inArchive(err)) {
		return nil, err
	}
	return doc, docErr
}

// inArchive says whether a fault is about the archive and not the document.
func inArchive(err error) bool {
	switch key := fault.KeyOf(err); key {
	case "fault.bundle_file_too_large", "fault.bundle_files_too_large", "fault.bundle_file_differs":
		return true
	default:
		return strings.HasPrefix(key, "fault.bundle_archive_")
	}
}

func documentIn(raw []byte, l archiveLimits) ([]byte, error) {
	z, err := directoryOf(raw, l)
	if err != nil {
		return nil, err
	}
	if len(z.File) == 0 {
		return nil, fault.New("fault.bundle_archive_broken")
	}
	return documentText(z.File[0], l.document)
}
