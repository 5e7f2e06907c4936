package desktest

import (
	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

// Keeper is a Store that answers as if it lay in a folder: with what a test
// puts into it.
type Keeper struct {
	*Store
	// Report is what it says of its opening.
	Report desk.Opened
	// Copies are the backups that it lists; more come with Backup and BackUp.
	Copies []desk.Copy
	// Bad are the paths of backups that are damaged.
	Bad map[string]bool
	// Damages are what Examine finds.
	Damages []desk.Damage
	// FailSecond, if set, is why nothing can be copied into the second folder.
	FailSecond error
	// Old are the copies that hold what was shredded, until they are removed.
	Old []desk.OldCopy
	// Asked lists what was asked for, in order: "Backup PATH" and so on.
	Asked []string
}

// NewKeeper makes an empty one.
func NewKeeper() *Keeper { return &Keeper{Store: NewStore(), Bad: map[string]bool{}} }

// Opened implements desk.Keeper.
func (k *Keeper) Opened() desk.Opened { return k.Report }

// Backup implements desk.Keeper; no file is written.
func (k *Keeper) Backup(path string) (desk.Copy, error) {
	k.Asked = append(k.Asked, "Backup "+path)
	return desk.Copy{Path: path, Values: 12, Bytes: 3 << 20}, nil
}

// BackUp implements desk.Keeper; no file is written.
func (k *Keeper) BackUp(why, second string) (desk.Copy, error) {
	k.Asked = append(k.Asked, "BackUp "+why+" "+second)
	made := desk.Copy{Path: why, Values: 12, Bytes: 3 << 20}
	if second != "" && k.FailSecond != nil {
		return made, k.FailSecond
	}
	return made, nil
}

// Backups implements desk.Keeper.
func (k *Keeper) Backups(second string) ([]desk.Copy, error) {
	k.Asked = append(k.Asked, "Backups "+second)
	return k.Copies, nil
}

// VerifyBackup implements desk.Keeper.
func (k *Keeper) VerifyBackup(path string) (desk.Copy, error) {
	k.Asked = append(k.Asked, "VerifyBackup "+path)
	if k.Bad[path] {
		return desk.Copy{}, fault.New("fault.backup_damaged", "File", path)
	}
	for _, c := range k.Copies {
		if c.Path == path {
			c.Values = 12
			return c, nil
		}
	}
	return desk.Copy{}, fault.New("fault.file_unreadable", "File", path)
}

// Examine implements desk.Keeper.
func (k *Keeper) Examine() ([]desk.Damage, error) {
	k.Asked = append(k.Asked, "Examine")
	return k.Damages, nil
}

// Forgotten implements desk.Forgetter; the list in the store is the only one.
func (k *Keeper) Forgotten() ([]byte, error) { return k.Get("m/shredded") }

// Forget implements desk.Forgetter; no file is written anew.
func (k *Keeper) Forget(_ []byte, ops []desk.Op, _ []string) error {
	k.Asked = append(k.Asked, "Forget")
	return k.Commit(ops)
}

// OldCopies implements desk.Forgetter.
func (k *Keeper) OldCopies(string, func(string, []byte) bool) ([]desk.OldCopy, error) {
	return k.Old, nil
}

// RemoveOldCopies implements desk.Forgetter.
func (k *Keeper) RemoveOldCopies(copies []desk.OldCopy) error {
	for _, c := range copies {
		k.Asked = append(k.Asked, "Remove "+c.Path)
	}
	k.Old = nil
	return nil
}

var (
	_ desk.Keeper    = (*Keeper)(nil)
	_ desk.Forgetter = (*Keeper)(nil)
)
