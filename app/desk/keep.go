package desk

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
}
