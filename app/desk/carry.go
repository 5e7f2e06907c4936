package desk

import (
	"bytes"
	"slices"
	"strings"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Files travel only when somebody asks for it, since they are large, and since
// no profile looks into them (exchange format, section 7). AddFiles lists them in
// a bundle that was exported; bundle.WriteArchive writes it with AttachedFile.
// What comes in is kept by Apply.

// AttachmentsIn lists the attachments that a bundle holds and that are not
// deleted, in its order.
func (d *Desk) AttachmentsIn(b *bundle.Bundle) []*plan.Attachment {
	var out []*plan.Attachment
	for _, rec := range b.Records {
		if one, ok := decode(rec).(*plan.Attachment); ok && !one.Trashed {
			out = append(out, one)
		}
	}
	return out
}

// AddFiles lists in a bundle the files of its attachments that are here, and
// gives how many bytes they have together.
//
// Faults: fault.no_folder, fault.files_too_large.
func (d *Desk) AddFiles(b *bundle.Bundle) (size int64, err error) {
	store, err := d.attacher()
	if err != nil {
		return 0, err
	}
	b.Attachments = nil
	listed := map[string]bool{}
	for _, one := range d.AttachmentsIn(b) {
		if listed[one.SHA256] {
			continue
		}
		bytes, here := store.AttachmentSize(one.SHA256)
		if !here || bytes > MaxAttachment {
			continue // missing there as it is here
		}
		listed[one.SHA256] = true
		size += bytes
		b.Attachments = append(b.Attachments, bundle.AttachmentMeta{
			SHA256: one.SHA256, Name: one.Name, Size: bytes, Media: one.Media,
		})
	}
	slices.SortFunc(b.Attachments, func(a, b bundle.AttachmentMeta) int { return strings.Compare(a.SHA256, b.SHA256) })
	if size > bundle.MaxFiles {
		return size, fault.New("fault.files_too_large", "Size", size>>20, "Limit", bundle.MaxFiles>>20)
	}
	return size, nil
}

// AttachedFile gives the content of a file by its SHA-256.
//
// Faults: fault.no_folder, fault.no_attachment, fault.attachment_damaged.
func (d *Desk) AttachedFile(sha256 string) ([]byte, error) {
	store, err := d.attacher()
	if err != nil {
		return nil, err
	}
	return store.Attachment(sha256)
}

// keepFiles keeps the files that came with a bundle, before the records that name
// them are committed, so that there is no moment in which a record is here and
// its file is lost. It gives how many were not here before. A file that no
// record names, of those that are here or come in, is left out.
func (d *Desk) keepFiles(p *Preview) (kept int, err error) {
	if len(p.Bundle.Files) == 0 {
		return 0, nil
	}
	store, err := d.attacher()
	if err != nil {
		return 0, err
	}
	named := d.namedFiles(p)
	for name, raw := range p.Bundle.Files {
		if !named[name] {
			continue
		}
		_, here := store.AttachmentSize(name)
		got, _, err := store.Attach(bytes.NewReader(raw))
		if err != nil {
			return kept, notSaved(err)
		}
		if got != name {
			return kept, fault.New("fault.bundle_file_differs", "Name", name)
		}
		if !here {
			kept++
		}
	}
	return kept, nil
}

// namedFiles are the files that attachments name, as they are and as they will
// be.
func (d *Desk) namedFiles(p *Preview) map[string]bool {
	named := map[string]bool{}
	name := func(rec *merge.Record) {
		if one, ok := decode(rec).(*plan.Attachment); ok {
			named[one.SHA256] = true
		}
	}
	d.mu.RLock()
	for _, it := range d.model.kinds[plan.KindAttachment] {
		name(it.rec)
	}
	d.mu.RUnlock()
	for _, c := range p.changes {
		name(c.after)
	}
	return named
}
