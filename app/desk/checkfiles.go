package desk

import (
	"errors"

	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// MissingFile is an attachment of which the file is not here.
type MissingFile struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

var errFileGone = errors.New("its file was attached on this machine and is not there")

// checkFiles reads the file of each attachment, also of one in the bin, which
// may come back.
func (d *Desk) checkFiles(f *Finding) {
	store, ok := d.store.(Attacher)
	if !ok {
		return
	}
	d.mu.RLock()
	items := values(d.model.kinds[plan.KindAttachment])
	d.mu.RUnlock()
	for _, it := range items {
		one, ok := it.value().(*plan.Attachment)
		if !ok || hollow(it.rec) {
			continue
		}
		_, err := store.Attachment(one.SHA256)
		switch {
		case err == nil:
		case fault.KeyOf(err) == "fault.attachment_damaged":
			f.Damaged = append(f.Damaged, Damage{recordKey(it.rec), err.Error()})
		case d.attachedHere(it.rec):
			f.Damaged = append(f.Damaged, Damage{recordKey(it.rec), errFileGone.Error()})
			f.Missing = append(f.Missing, MissingFile{one.ID, one.Name})
		default:
			f.Missing = append(f.Missing, MissingFile{one.ID, one.Name})
		}
	}
}
