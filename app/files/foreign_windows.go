package files

import "os"

// MarkForeign notes beside a file that it came from outside, so that Windows asks
// before it is carried out, and Office opens it read-only and without macros. The
// note is a stream of NTFS; where a disk has none, as FAT on a stick, the file
// stays without.
func MarkForeign(path string) {
	const fromTheInternet = "[ZoneTransfer]\r\nZoneId=3\r\n"
	_ = os.WriteFile(path+":Zone.Identifier", []byte(fromTheInternet), 0o600) // see above
}
