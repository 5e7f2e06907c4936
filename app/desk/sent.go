package desk

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/civil"
	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
)

// SentBundle is one line of the register of bundles that were written: what has
// left this computer, when, by whom, and for whom.
type SentBundle struct {
	Bundle string    `json:"bundle"`
	Visit  string    `json:"visit,omitempty"`
	Seq    int       `json:"seq"`
	At     time.Time `json:"at"`
	Count  int       `json:"count"`
	File   string    `json:"file,omitempty"`
	// To is the office that it was meant for, empty for anybody; ToName is how it
	// was called then.
	To      string         `json:"to,omitempty"`
	ToName  string         `json:"to_name,omitempty"`
	Profile bundle.Profile `json:"profile,omitempty"`
	// Author is who sat at the PC.
	Author string `json:"author,omitempty"`
	// Personal is how many records held something of a person's own.
	Personal int       `json:"personal,omitempty"`
	Sealed   seal.Kind `json:"sealed,omitempty"`
	Signed   bool      `json:"signed,omitempty"`
}

const (
	sentPrefix     = "s/"
	standingPrefix = "standing/" // behind it the visit
)

// Send writes a bundle of the scope into a file, sealed if the lock closes, and
// notes it. Once it returns nil the file has been read back: a stick may be
// pulled out.
func (d *Desk) Send(scope Scope, lock seal.Lock, path string) (*bundle.Bundle, error) {
	b, err := d.Export(scope)
	if err != nil {
		return nil, err
	}
	if err := d.WriteBundle(b, lock, path); err != nil {
		return nil, err
	}
	return b, d.Sent(b, filepath.Base(path))
}

// WriteBundle writes a bundle into a file, sealed if the lock closes; with files
// as an archive.
func (d *Desk) WriteBundle(b *bundle.Bundle, lock seal.Lock, path string) error {
	if b.Sealed = lock.Kind(); b.Sealed != seal.Plain {
		if err := lock.Check(); err != nil {
			return err
		}
	}
	plain := func(w io.Writer) error {
		if len(b.Attachments) > 0 {
			return bundle.WriteArchive(w, b, d.AttachedFile)
		}
		return bundle.Write(w, b)
	}
	return files.Write(path, func(w io.Writer) error {
		if b.Sealed != seal.Plain {
			return seal.Seal(w, lock, plain)
		}
		return plain(w)
	})
}

// BundleName proposes the name of a bundle's file: by who writes it, since that
// is what tells the receiver's files apart, and by the day of the visit.
func (d *Desk) BundleName(b *bundle.Bundle, today civil.Date, sealed bool) string {
	day, place := today, ""
	if v, ok := Get[*plan.Visit](d, b.Scope.Visit); ok && v.When.From != "" {
		day = v.When.From
	}
	if office := d.Office(); office != nil {
		at, _ := d.Locality(office.Locality, today)
		place = at.Name
	}
	name := bundle.FileName(place, day, b.Seq)
	if len(b.Attachments) > 0 {
		name = bundle.ArchiveName(name)
	}
	if sealed {
		name += bundle.SealedExtension
	}
	return name
}

// Sent notes that a bundle was written to a file, of which the register keeps
// the base name, and takes its number.
func (d *Desk) Sent(b *bundle.Bundle, file string) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	self := d.self
	self.Bundles = max(self.Bundles, b.Seq)
	key := sentPrefix + hexKey(uint64(b.Seq))
	if b.Seq == 0 {
		key = standingPrefix + b.Scope.Visit
	}
	line := SentBundle{
		Bundle: b.ID, Visit: b.Scope.Visit, Seq: b.Seq, At: b.Created, Count: len(b.Records), File: filepath.Base(file),
		To: b.To, ToName: d.nameOf(b.To), Profile: b.Profile, Author: self.Author,
		Personal: len(bundle.Disclosures(b.Records)), Sealed: b.Sealed, Signed: b.Signed,
	}
	ops := []Op{{Key: key, Value: mustJSON(line)}, d.identityOp(self)}
	if err := d.store.Commit(ops); err != nil {
		return notSaved(err)
	}
	d.mu.Lock()
	d.self = self
	d.mu.Unlock()
	d.registersChanged()
	return nil
}

// registersChanged tells that no record has changed, but a register.
func (d *Desk) registersChanged() {
	d.Signals.Changed.emit(Changed{Kinds: map[plan.Kind]bool{}, Visits: map[string]bool{}})
}

// nameOf is how an office is called, as far as we know; empty otherwise.
func (d *Desk) nameOf(office string) string {
	if office == "" {
		return ""
	}
	if o, ok := Get[*plan.Office](d, office); ok {
		return o.Name
	}
	all, err := d.Partners()
	if i := slices.IndexFunc(all, func(p Partner) bool { return p.Office == office }); err == nil && i >= 0 {
		return all[i].Name
	}
	return ""
}

// SentBundles lists the bundles that were written, newest first. Those without a
// number are in StandingBundles.
func (d *Desk) SentBundles() ([]SentBundle, error) { return d.sentUnder(sentPrefix) }

// StandingBundles lists what stands, or has stood, in an exchange folder: the
// last bundle of each visit.
func (d *Desk) StandingBundles() ([]SentBundle, error) { return d.sentUnder(standingPrefix) }

func (d *Desk) sentUnder(prefix string) ([]SentBundle, error) {
	var out []SentBundle
	err := d.store.Scan(prefix, func(_ string, value []byte) error {
		var one SentBundle
		if json.Unmarshal(bytes.Clone(value), &one) == nil { // Check names one that is damaged
			out = append(out, one)
		}
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	slices.Reverse(out)
	return out, nil
}

// Disclosed is what a bundle holds of one person's own: the words of the fields
// that are personal, as they stand in it.
type Disclosed struct {
	ID     string
	Kind   plan.Kind
	Label  string // the person, or what the record is called
	Fields []DisclosedField
}

// DisclosedField is one personal field with its values, mostly one.
type DisclosedField struct {
	Name   string
	Values []string
}

// Disclosures lists what a bundle would tell of people: exactly the personal
// fields that are in it, record by record in the order of kinds; and how many
// people are named with posts at all.
func (d *Desk) Disclosures(b *bundle.Bundle) (list []Disclosed, named int) {
	for _, one := range bundle.Disclosures(b.Records) {
		line := Disclosed{ID: one.Record.ID, Kind: plan.Kind(one.Record.Kind), Label: labelOf(one.Record)}
		if line.Label == "" {
			line.Label = labelOf(d.recordOf(one.Record.ID, one.Record))
		}
		for _, name := range one.Fields {
			line.Fields = append(line.Fields, DisclosedField{name, texts(one.Record.Fields[name])})
		}
		list = append(list, line)
	}
	for _, rec := range b.Records {
		if trashed, _ := rec.Trashed(); !trashed && (rec.Kind == string(plan.KindAttendee) || rec.Kind == string(plan.KindPerson)) {
			named++
		}
	}
	return list, named
}

// recordOf is our own record of an id, or the other one where there is none.
func (d *Desk) recordOf(id string, otherwise *merge.Record) *merge.Record {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if rec := d.model.record(id); rec != nil {
		return rec
	}
	return otherwise
}

// texts gives the values of a field as a person reads them.
func texts(f merge.Field) []string {
	var out []string
	for _, v := range f.Values {
		var text string
		if json.Unmarshal(v.JSON, &text) != nil {
			text = string(v.JSON)
		}
		if text != "" {
			out = append(out, text)
		}
	}
	return out
}
