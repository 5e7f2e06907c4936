package desk

import (
	"errors"
	"io"
	"os"
	"slices"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// Attacher is what a store can do beyond Store to keep files beside the
// records. Files are named by the SHA-256 of their content; none is removed but
// by Forgetter.Forget.
type Attacher interface {
	// Attach keeps the content that r gives, whole or not at all, and gives its
	// name and its size in bytes. An error of r is given as it is.
	Attach(r io.Reader) (name string, size int64, err error)
	// Attachment gives the content of a file after it was compared with its name.
	//
	// Faults: fault.no_attachment, fault.attachment_damaged.
	Attachment(name string) ([]byte, error)
	// AttachmentSize says whether there is a file of this name, and how many
	// bytes it has, without reading it.
	AttachmentSize(name string) (size int64, ok bool)
}

// MaxAttachment is how many bytes an attached file may have: as many as can
// travel. That is what mail services take; and a file is held in memory while it
// is looked at or carried.
const MaxAttachment = bundle.MaxFile

// AttachFile keeps a file and attaches it to the record of: first the file, then
// the record that names it, in one step of undo. name may be a whole path; its
// last part is kept.
//
// The file stays where the record is undone, goes to the bin, or could not be
// kept: it may be wanted again by redo, a restore or a bundle, and other records
// may name it.
//
// Faults: fault.no_such_record, fault.not_attachable, fault.attachment_too_large,
// fault.attachment_empty, fault.no_folder, and those of Attacher.
func (d *Desk) AttachFile(of, name string, r io.Reader) (*plan.Attachment, error) {
	visit, err := d.Attachable(of)
	if err != nil {
		return nil, err
	}
	store, err := d.attacher()
	if err != nil {
		return nil, err
	}
	bounded := &boundedReader{from: r, left: MaxAttachment}
	sum, size, err := store.Attach(bounded)
	if err != nil {
		return nil, bounded.explain(name, err)
	}
	one := &plan.Attachment{
		Visit: visit, Of: of, SHA256: sum, Size: size,
		Name: orElse(vietnamese.BaseName(name), sum[:12]), Media: mediaOf(name, bounded.head),
	}
	return one, d.Do(Step{Why: "create"}, func(tx *Tx) error {
		if _, there := store.AttachmentSize(sum); !there {
			return fault.New("fault.no_attachment", "Name", one.Name) // removed with a person meanwhile
		}
		return tx.Put(one)
	})
}

// Attachable says whether files can be attached to a record, and gives the visit
// to which it belongs.
//
// Faults: fault.no_such_record, fault.not_attachable.
func (d *Desk) Attachable(of string) (visit string, err error) {
	it, ok := d.Record(of)
	switch {
	case !ok:
		return "", fault.New("fault.no_such_record", "ID", of)
	case it.Trashed || it.Kind == string(plan.KindAttachment):
		return "", fault.New("fault.not_attachable", "ID", of)
	}
	return it.Visit, nil
}

func (d *Desk) attacher() (Attacher, error) {
	store, ok := d.store.(Attacher)
	if !ok {
		return nil, fault.New("fault.no_folder")
	}
	return store, nil
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// errTooMuch ends the reading of a file that is too large, errNothing that of
// one in which nothing stands.
var (
	errTooMuch = errors.New("more bytes than an attached file may have")
	errNothing = errors.New("no bytes at all")
)

// boundedReader gives an error where its source is too large or empty, so that
// no such file is kept, and keeps the beginning, by which the type is told.
type boundedReader struct {
	from io.Reader
	left int64
	head []byte
	err  error // of the source
}

// Read implements io.Reader.
func (b *boundedReader) Read(into []byte) (int, error) {
	n, err := b.from.Read(into)
	b.head = append(b.head, into[:min(n, max(0, sniffed-len(b.head)))]...)
	switch b.left -= int64(n); {
	case b.left < 0:
		b.err = errTooMuch
	case errors.Is(err, io.EOF) && len(b.head) == 0:
		b.err = errNothing
	case err != nil && !errors.Is(err, io.EOF):
		b.err = err
	default:
		return n, err
	}
	return n, b.err
}

// explain makes the fault of a file that was not kept.
func (b *boundedReader) explain(name string, err error) error {
	name = vietnamese.BaseName(name)
	switch {
	case errors.Is(b.err, errTooMuch):
		return fault.New("fault.attachment_too_large", "Name", name, "Limit", MaxAttachment>>20)
	case errors.Is(b.err, errNothing):
		return fault.New("fault.attachment_empty", "Name", name)
	case b.err != nil:
		return fault.New("fault.file_unreadable", "File", name, b.err)
	}
	return notSaved(err)
}

// AttachPath is AttachFile for a file on the disk.
//
// Faults: fault.file_unreadable, and those of AttachFile.
func (d *Desk) AttachPath(of, path string) (*plan.Attachment, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a regular file")
	}
	if err != nil {
		return nil, fault.New("fault.file_unreadable", "File", path, err)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New("fault.file_unreadable", "File", path, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	return d.AttachFile(of, path, f)
}

// OpenAttachment gives an attachment with the content of its file.
//
// Faults: fault.no_such_attachment, fault.attachment_missing,
// fault.attachment_damaged.
func (d *Desk) OpenAttachment(id string) (*plan.Attachment, []byte, error) {
	one, ok := Get[*plan.Attachment](d, id)
	if !ok {
		return nil, nil, fault.New("fault.no_such_attachment", "ID", id)
	}
	raw, err := d.contentOf(one)
	return one, raw, err
}

func (d *Desk) contentOf(one *plan.Attachment) ([]byte, error) {
	store, err := d.attacher()
	if err != nil {
		return nil, err
	}
	raw, err := store.Attachment(one.SHA256)
	switch fault.KeyOf(err) {
	case "fault.no_attachment":
		return nil, fault.New("fault.attachment_missing", "Name", one.Name, err)
	case "fault.attachment_damaged":
		return nil, fault.New("fault.attachment_damaged", "Name", one.Name, err)
	}
	return raw, err
}

// SaveAttachment writes the file of an attachment to path, whole or not at all.
// One that another installation has attached is marked as from outside, as far as
// the system knows such a mark.
//
// Faults: those of OpenAttachment and of files.Write.
func (d *Desk) SaveAttachment(id, path string) error {
	one, raw, err := d.OpenAttachment(id)
	if err != nil {
		return err
	}
	err = files.Write(path, func(w io.Writer) error {
		_, err := w.Write(raw)
		return err
	})
	if rec, _ := one.Origin.(*merge.Record); err == nil && (rec == nil || !d.attachedHere(rec)) {
		files.MarkForeign(path)
	}
	return err
}

// attachedHere says whether the file that a record names was attached by this
// installation.
func (d *Desk) attachedHere(rec *merge.Record) bool {
	return slices.ContainsFunc(rec.Fields["sha256"].Dots(), func(dot merge.Dot) bool { return string(dot.Replica) == d.Replica() })
}

// AttachmentsOf lists what is attached to a record and not in the bin, in the
// order in which it was attached. Of a visit, it lists also what is attached to
// all that belongs to it.
func (d *Desk) AttachmentsOf(id string) []*plan.Attachment {
	if d.HasVisit(id) {
		return Of[*plan.Attachment](d, id)
	}
	var out []*plan.Attachment
	for _, one := range All[*plan.Attachment](d) {
		if one.Of == id {
			out = append(out, one)
		}
	}
	return out
}

// AttachedBy tells who attached a file, and when, by the clock of that person.
func (d *Desk) AttachedBy(id string) (author string, at time.Time) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	rec := d.model.record(id)
	if rec == nil || len(rec.Fields["sha256"].Values) == 0 {
		return "", time.Time{}
	}
	shown := rec.Fields["sha256"].Shown()
	return shown.Author, shown.Clock.Time()
}

// FileState says how the file of an attachment stands.
type FileState string

// The states of a file.
const (
	FileHere FileState = "here"
	// FileMissing: only its record has come, or somebody has removed the file.
	FileMissing FileState = "missing"
	FileDamaged FileState = "damaged" // it is not as large as the one that was attached
)

// FileStateOf says how the file of an attachment stands, without reading it.
// That its content is what was attached is seen when it is opened, and by Check.
func (d *Desk) FileStateOf(one *plan.Attachment) FileState {
	store, err := d.attacher()
	if err != nil {
		return FileMissing
	}
	switch size, ok := store.AttachmentSize(one.SHA256); {
	case !ok:
		return FileMissing
	case size != one.Size:
		return FileDamaged
	}
	return FileHere
}
