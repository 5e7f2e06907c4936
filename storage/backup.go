package storage

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/storage/internal/snapshot"
	"nhipcau/storage/internal/table"
)

// A backup is a ZIP file, its parts stored as they are: backup.json says what it
// is, state.snap is a snapshot, attachments/ holds the attached files. Nothing
// else of a folder is in it, above all no key that signs.
const (
	backupNote      = "backup.json"
	backupState     = "state.snap"
	backupExtension = ".nhipcau-backup"
)

// note is what backup.json says.
type note struct {
	Form   int       `json:"form"` // of the file
	Made   time.Time `json:"made"`
	Seq    uint64    `json:"seq"`
	Values uint64    `json:"values"`
	Digest uint64    `json:"digest"`
}

const backupForm = 1

// Backup writes a copy of everything; see desk.Keeper.
func (s *Store) Backup(path string) (desk.Copy, error) {
	if !s.readers.enter() {
		return desk.Copy{}, fault.New("fault.store_closed")
	}
	defer s.readers.leave()
	s.committing.Lock()
	m, v := s.mark(), s.table.View()
	s.committing.Unlock()
	defer v.Leave()
	made := s.opts.Now().UTC().Truncate(time.Second)
	err := files.Write(path, func(w io.Writer) error { return s.writeBackup(w, made, m, v) })
	if err != nil {
		return desk.Copy{}, err
	}
	return VerifyBackup(path)
}

func (s *Store) writeBackup(w io.Writer, made time.Time, m table.Mark, v *table.View) error {
	z := zip.NewWriter(w)
	part := func(name string) (io.Writer, error) {
		return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store, Modified: made})
	}
	out, err := part(backupNote)
	if err == nil {
		err = json.NewEncoder(out).Encode(note{Form: backupForm, Made: made, Seq: m.Seq, Values: m.Count, Digest: m.Digest})
	}
	if err == nil {
		out, err = part(backupState)
	}
	if err == nil {
		info := snapshot.Info{Seq: m.Seq, Count: m.Count, Digest: m.Digest}
		err = snapshot.WriteTo(out, info, func(each func(string, []byte) error) error { return v.Scan("", each) }, sumOf)
	}
	if err == nil {
		err = copyAttachments(part, filepath.Join(s.dir, attachmentsFolder))
	}
	return errors.Join(err, z.Close())
}

func copyAttachments(part func(name string) (io.Writer, error), dir string) error {
	names, err := attachmentNames(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		in, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		out, err := part(attachmentsFolder + "/" + name)
		if err == nil {
			_, err = io.Copy(out, in)
		}
		if err = errors.Join(err, in.Close()); err != nil {
			return err
		}
	}
	return nil
}

// VerifyBackup reads a backup whole and compares all its hashes.
//
// Faults: fault.file_unreadable, fault.backup_damaged, fault.backup_newer.
func VerifyBackup(path string) (desk.Copy, error) {
	return readBackup(path, func(string, []byte) error { return nil }, discardAttachment)
}

// VerifyBackup reads a backup whole; see desk.Keeper.
func (s *Store) VerifyBackup(path string) (desk.Copy, error) { return VerifyBackup(path) }

// readBackup gives each value and each attached file of a backup. What it gave
// is to be forgotten if the error is not nil.
func readBackup(path string, value func(string, []byte) error, attached func(name string, r io.Reader) error) (desk.Copy, error) {
	damaged := func(err error) (desk.Copy, error) {
		return desk.Copy{}, fault.New("fault.backup_damaged", "File", path, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return desk.Copy{}, fault.New("fault.file_unreadable", "File", path, err)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		return damaged(err)
	}
	defer z.Close()
	about, err := readNote(z)
	if err != nil {
		return damaged(err)
	}
	if about.Form > backupForm {
		return desk.Copy{}, fault.New("fault.backup_newer", "File", path)
	}
	for _, f := range z.File {
		if err := readPart(f, about, value, attached); err != nil {
			return damaged(fmt.Errorf("%s: %w", f.Name, err))
		}
	}
	return desk.Copy{Path: path, Made: about.Made, Values: about.Values, Bytes: info.Size()}, nil
}

func readNote(z *zip.ReadCloser) (about note, err error) {
	if len(z.File) < 2 || z.File[0].Name != backupNote || z.File[1].Name != backupState {
		return about, errors.New("it is no backup")
	}
	f, err := z.File[0].Open()
	if err != nil {
		return about, err
	}
	defer f.Close()
	return about, json.NewDecoder(io.LimitReader(f, 1<<16)).Decode(&about)
}

func readPart(f *zip.File, about note, value func(string, []byte) error, attached func(string, io.Reader) error) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	name, isAttachment := strings.CutPrefix(f.Name, attachmentsFolder+"/")
	switch {
	case f.Name == backupState:
		info, err := snapshot.ReadFrom(r, sumOf, value)
		if err == nil && (info.Seq != about.Seq || info.Count != about.Values || info.Digest != about.Digest) {
			err = errors.New("the state is not the one that the backup names")
		}
		return err
	case isAttachment:
		return readAttachment(name, r, attached)
	}
	_, err = io.Copy(io.Discard, r) // compares the checksum
	return err
}

// backupName tells when and why a backup was made.
func backupName(now time.Time, why string) string {
	return "nhipcau-" + now.Format("20060102-150405") + "-" + why + backupExtension
}

// BackUp writes a copy into the folder of backups; see desk.Keeper.
func (s *Store) BackUp(why, second string) (desk.Copy, error) {
	now := s.opts.Now()
	dir := filepath.Join(s.dir, backupFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return desk.Copy{}, unusable(dir, err)
	}
	if err := s.checkSpace(); err != nil {
		return desk.Copy{}, err
	}
	path := filepath.Join(dir, backupName(now, why))
	made, err := s.Backup(path)
	if err != nil {
		return made, err
	}
	if second != "" {
		if err := copyTo(path, filepath.Join(second, filepath.Base(path))); err != nil {
			s.log.Warn("no backup in the second folder", "error", err)
			return made, err
		}
		s.thin(second)
	}
	s.thin(dir)
	return made, nil
}

// copyTo copies a file, whole or not at all.
func copyTo(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	return files.Write(to, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}

// Backups lists the copies by their names; see desk.Keeper.
func (s *Store) Backups(second string) ([]desk.Copy, error) {
	out, err := listBackups(filepath.Join(s.dir, backupFolder))
	if err == nil && second != "" {
		var more []desk.Copy
		more, err = listBackups(second)
		out = append(out, more...)
	}
	slices.SortStableFunc(out, func(a, b desk.Copy) int { return b.Made.Compare(a.Made) })
	return out, err
}

func listBackups(dir string) ([]desk.Copy, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unusable(dir, err)
	}
	var out []desk.Copy
	for _, e := range entries {
		made, ok := madeAt(e.Name())
		info, err := e.Info()
		if ok && err == nil {
			out = append(out, desk.Copy{Path: filepath.Join(dir, e.Name()), Made: made, Bytes: info.Size()})
		}
	}
	slices.SortFunc(out, func(a, b desk.Copy) int { return strings.Compare(b.Path, a.Path) })
	return out, nil
}

// madeAt reads the moment out of a backup's name, on the clock of this PC.
func madeAt(name string) (time.Time, bool) {
	rest, ok := strings.CutPrefix(name, "nhipcau-")
	if !ok || !strings.HasSuffix(rest, backupExtension) || len(rest) < 15 {
		return time.Time{}, false
	}
	made, err := time.ParseInLocation("20060102-150405", rest[:15], time.Local)
	return made, err == nil
}

// How many backups are kept: the newest of each of so many days, weeks and
// months, and in any case the newest few.
const (
	keptDays   = 7
	keptWeeks  = 4
	keptMonths = 12
	keptNewest = 5
)

// thin removes the backups of a folder that nobody needs any more.
func (s *Store) thin(dir string) {
	all, err := listBackups(dir)
	if err != nil {
		s.log.Warn("the backups can't be listed", "error", err)
		return
	}
	for _, b := range tooOld(all) {
		if err := os.Remove(b.Path); err != nil {
			s.log.Warn("an old backup stays", "error", err)
		}
	}
}

// tooOld chooses from backups, newest first, those that go.
func tooOld(all []desk.Copy) (out []desk.Copy) {
	days, weeks, months := map[string]bool{}, map[string]bool{}, map[string]bool{}
	first := func(seen map[string]bool, period string, limit int) bool {
		if seen[period] || len(seen) == limit {
			return false
		}
		seen[period] = true
		return true
	}
	for i, b := range all {
		year, week := b.Made.ISOWeek()
		day := first(days, b.Made.Format(time.DateOnly), keptDays)
		inWeek := first(weeks, fmt.Sprint(year, week), keptWeeks)
		month := first(months, b.Made.Format("2006-01"), keptMonths)
		if i >= keptNewest && !day && !inWeek && !month {
			out = append(out, b)
		}
	}
	return out
}

// patience is how long the care of a day waits, so that it does not slow the
// start.
const patience = 20 * time.Second

// careDaily verifies the snapshots and makes a backup at the first start of a
// day. A program that ends before its time does it at the end.
func (s *Store) careDaily() {
	all, err := listBackups(filepath.Join(s.dir, backupFolder))
	today := s.opts.Now().Format(time.DateOnly)
	if err != nil || len(all) > 0 && all[0].Made.Format(time.DateOnly) == today {
		return
	}
	later := s.opts.later
	if later == nil {
		later = time.After(patience)
	}
	select {
	case <-later:
	case <-s.closing:
	}
	s.shelf.verify()
	second, err := s.Get(desk.BackupFolderKey)
	if err == nil {
		_, err = s.BackUp("day", string(second))
	}
	if err != nil {
		s.log.Error("no backup of the day", "error", err)
	}
}
