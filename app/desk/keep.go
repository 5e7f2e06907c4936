package desk

import (
	"strings"
	"time"

	"nhipcau/app/fault"
)

// Opened says what a store had to do in order to open its folder. The zero
// value means: nothing worth telling.
type Opened struct {
	// Rebuilt says that the database was made anew from a snapshot and the
	// journal.
	Rebuilt bool
	// Adopted says that the folder came from a version without a journal.
	Adopted bool
	// Missing is how many changes are known to have been made and are nowhere
	// any more.
	Missing uint64
	// Damaged names the files that were damaged and have been set aside,
	// relative to the folder.
	Damaged []string
	// LowSpace is how many bytes are free on the disk, 0 if it is enough.
	LowSpace int64
	// Removable says that the folder lies on a drive that can be pulled out.
	Removable bool
}

// Message is a sentence that a person is to be told: its key and arguments.
type Message struct {
	Key  string
	Args []any
}

// Messages gives what a person should know about the opening, mostly nothing.
func (o Opened) Messages() []Message {
	var out []Message
	say := func(key string, args ...any) { out = append(out, Message{key, args}) }
	switch {
	case o.Missing > 0:
		say("opened.missing", "Count", int(o.Missing))
	case len(o.Damaged) > 0:
		say("opened.damaged", "Files", strings.Join(o.Damaged, ", "))
	case o.Rebuilt:
		say("opened.rebuilt")
	}
	if o.LowSpace > 0 {
		say("opened.low_space", "Free", int(o.LowSpace>>20))
	}
	if o.Removable {
		say("opened.removable")
	}
	return out
}

// Keeper gives what the store can do for the safety of its folder. A store that
// lies in no folder is the fault fault.no_folder.
func (d *Desk) Keeper() (Keeper, error) {
	k, ok := d.store.(Keeper)
	if !ok {
		return nil, fault.New("fault.no_folder")
	}
	return k, nil
}

// backUpBefore makes a backup before something large happens, if there is
// anything to lose yet.
func (d *Desk) backUpBefore(what string) error {
	k, ok := d.store.(Keeper)
	if !ok || len(d.model.items) == 0 {
		return nil
	}
	made, err := k.BackUp(what, d.Setting(BackupFolder))
	if made.Path != "" {
		return nil // a second folder on a stick that is not there keeps nobody from working
	}
	return err
}

// Keeper is what a store that lies in a folder can do beyond Store to keep it
// safe. A store in memory has no need of it.
type Keeper interface {
	// Opened says what had to be done to open the folder.
	Opened() Opened
	// Backup writes a copy of everything into a file, whole or not at all, and
	// reads it back.
	Backup(path string) (Copy, error)
	// BackUp writes a copy into the folder of backups, and into second if it is
	// not empty, and removes those that are too old. Why is day, import, upgrade or
	// shred. Where only the second copy fails, the first is given with the error.
	BackUp(why, second string) (Copy, error)
	// Backups lists the copies in the folder of backups and in second, newest
	// first.
	Backups(second string) ([]Copy, error)
	// VerifyBackup reads a backup whole and compares all its hashes.
	//
	// Faults: fault.file_unreadable, fault.backup_damaged, fault.backup_newer.
	VerifyBackup(path string) (Copy, error)
	// Examine reads every file of the folder and names what is damaged; it
	// changes nothing.
	Examine() ([]Damage, error)
}

// Copy is one backup.
type Copy struct {
	Path string
	Made time.Time
	// Values is how many values it holds, 0 where it was not read.
	Values uint64
	Bytes  int64 // of the file
}
